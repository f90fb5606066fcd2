/** What collectors fetched last, and how it went: one row for each thing that is fetched. */
import { type Db, sql } from './db.ts';

export interface CollectionMarks {
  readonly etag: string | null;
  readonly last_modified: string | null;
}

export interface CollectionAttempt extends CollectionMarks {
  readonly at: string;
  readonly outcome: string;
  readonly message: string;
}

export async function collectionMarks(db: Db, collector: string, key: string): Promise<CollectionMarks | null> {
  return db.first<CollectionMarks>(sql('SELECT etag, last_modified FROM collection WHERE collector = ? AND key = ?', collector, key));
}

/** Puts the newest attempt on record. `succeeded`: the library's copy is here, new or as before. */
export async function keepAttempt(db: Db, collector: string, key: string, attempt: CollectionAttempt, succeeded: boolean): Promise<void> {
  await db.run(
    sql(
      `INSERT INTO collection (collector, key, etag, last_modified, attempted_at, succeeded_at, outcome, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (collector, key) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,
         attempted_at = excluded.attempted_at, succeeded_at = coalesce(excluded.succeeded_at, succeeded_at), outcome = excluded.outcome,
         message = excluded.message`,
      ...[collector, key, attempt.etag, attempt.last_modified, attempt.at, succeeded ? attempt.at : null, attempt.outcome, attempt.message],
    ),
  );
}

/** Pages of confirmed accounts that the register names on a platform. */
export async function registeredPages(db: Db, platform: string): Promise<string[]> {
  const prefix = `${platform}:`;
  const rows = await db.all<{ id: string }>(
    sql(`SELECT id FROM registered_account WHERE platform = ? AND confidence = 'confirmed' ORDER BY id LIMIT 2000`, platform),
  );
  return rows.map(({ id }) => id.slice(prefix.length));
}
