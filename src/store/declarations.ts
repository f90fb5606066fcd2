/** Declarations: versions never overwrite. What was filed is in R2; what it says is kept as the record that rules compare. */
import type { Declaration } from '../core/declaration.ts';
import { dayOf } from '../core/time.ts';
import { type Db, type Statement, sql } from './db.ts';
import type { declaration } from './schema.ts';

export type DeclarationRow = typeof declaration.$inferSelect;

export async function findDeclaration(db: Db, id: string, version?: number): Promise<DeclarationRow | null> {
  return version === undefined
    ? db.first<DeclarationRow>(sql('SELECT * FROM declaration WHERE id = ? ORDER BY version DESC LIMIT 1', id))
    : db.first<DeclarationRow>(sql('SELECT * FROM declaration WHERE id = ? AND version = ?', id, version));
}

export async function versionsOf(db: Db, id: string): Promise<DeclarationRow[]> {
  return db.all<DeclarationRow>(sql('SELECT * FROM declaration WHERE id = ? ORDER BY version', id));
}

export async function listDeclarations(
  db: Db,
  after: { id: string; version: number } | null,
  limit: number,
  party?: string,
): Promise<DeclarationRow[]> {
  return db.all<DeclarationRow>(
    sql(
      `SELECT * FROM declaration WHERE (id, version) > (?1, ?2) AND (?3 IS NULL OR party_id = ?3) ORDER BY id, version LIMIT ?4`,
      after?.id ?? '',
      after?.version ?? 0,
      party ?? null,
      limit,
    ),
  );
}

/** Fails, with its batch, when that version is there already: the key is (id, version). */
export function insertDeclaration(row: DeclarationRow): Statement {
  return sql(
    `INSERT INTO declaration (id, version, party_id, status, published_at, valid_from, valid_to, correction_reason, sha256,
                              received_at, signature, statements)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.version,
    row.party_id,
    row.status,
    row.published_at,
    row.valid_from,
    row.valid_to,
    row.correction_reason,
    row.sha256,
    row.received_at,
    row.signature,
    row.statements,
  );
}

/** Every version a party filed, oldest first, each with the day a later version replaced it: the declared part of a case. */
export async function declaredBy(db: Db, party: string): Promise<Declaration[]> {
  const rows = await db.all<DeclarationRow>(sql('SELECT * FROM declaration WHERE party_id = ? ORDER BY id, version', party));
  return rows.map((row, i) => {
    const next = rows[i + 1];
    const superseded = next && next.id === row.id ? dayOf(next.published_at) : null;
    return { ...(JSON.parse(row.statements) as Declaration), superseded_on: superseded };
  });
}
