/** Reviews: what a person decided of a held copy or of an advertiser. Append-only: a later one stands beside the earlier, never in its place. */
import { type Db, type Statement, sql } from './db.ts';
import type { review } from './schema.ts';

export type ReviewRow = typeof review.$inferSelect;

export function insertReview(row: ReviewRow): Statement {
  return sql(
    `INSERT INTO review (id, kind, subject, decision, party_id, role, source, checked_on, reviewer, reason, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row.id, row.kind, row.subject, row.decision, row.party_id, row.role, row.source, row.checked_on, row.reviewer, row.reason, row.at],
  );
}

/** Reviews that match, newest first, after the place given. */
export async function listReviews(
  db: Db,
  filter: { readonly kind?: string | undefined; readonly subject?: string | undefined },
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<ReviewRow[]> {
  const where = ['true'];
  const values: string[] = [];
  for (const name of ['kind', 'subject'] as const) {
    const value = filter[name];
    if (value === undefined) continue;
    where.push(`${name} = ?`);
    values.push(value);
  }
  if (after !== null) {
    where.push('(at, id) < (?, ?)');
    values.push(after.at, after.id);
  }
  return db.all<ReviewRow>(sql(`SELECT * FROM review WHERE ${where.join(' AND ')} ORDER BY at DESC, id DESC LIMIT ?`, ...values, limit));
}

/** The review of a subject that stands: the newest. */
export async function latestReview(db: Db, kind: string, subject: string): Promise<ReviewRow | null> {
  const [row] = await listReviews(db, { kind, subject }, null, 1);
  return row ?? null;
}

/** Links an account to a party, on the word of a reviewer. */
export function mapAccount(
  id: string,
  link: { readonly party: string; readonly role: string; readonly source: string; readonly checked_on: string; readonly note: string },
): Statement {
  return sql(
    `UPDATE account SET party_id = ?, role = ?, confidence = 'confirmed', source = ?, checked_on = ?, note = ? WHERE id = ?`,
    ...[link.party, link.role, link.source, link.checked_on, link.note, id],
  );
}

/** Takes back what a review linked. */
export function unmapAccount(id: string): Statement {
  return sql(
    'UPDATE account SET party_id = NULL, role = NULL, confidence = NULL, source = NULL, checked_on = NULL, note = NULL WHERE id = ?',
    id,
  );
}

/** The party that the register itself names for an account. */
export async function registeredParty(db: Db, account: string): Promise<string | null> {
  const row = await db.first<{ party_id: string }>(sql('SELECT party_id FROM registered_account WHERE id = ?', account));
  return row?.party_id ?? null;
}
