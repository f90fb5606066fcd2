/** What is stored of each ad library: its files, what was tried and what waits for a person; and of which parties. Reads no ad of them. */
import type { StoredCopy } from '../core/coverage.ts';
import type { LibraryId } from '../core/platforms.ts';
import { type Db, sql } from './db.ts';

export interface CopyRow {
  readonly sha256: string;
  readonly name: string;
  readonly library: string;
  readonly series: string | null;
  readonly as_of: string;
  readonly received_at: string;
  readonly applied_at: string | null;
  readonly archive: string | null;
  readonly collected: string | null;
  readonly window_days: number | null;
  readonly bytes: number;
  readonly ads: number;
  /** First and last day on which ads of it began. */
  readonly first_day: string | null;
  readonly last_day: string | null;
  /** Of the run that read it. */
  readonly run: string | null;
  readonly status: string | null;
  readonly rows: number | null;
  readonly accepted: number | null;
  readonly refused: number | null;
  readonly held: string | null;
  readonly confirmed: string | null;
  readonly error: string | null;
}

/** Files of a library, newest copy first. */
export async function newestFiles(db: Db, library: string, limit: number): Promise<CopyRow[]> {
  return db.all<CopyRow>(
    sql(
      `SELECT f.sha256, f.name, f.library, f.series, f.as_of, f.received_at, f.applied_at, f.archive, f.collected, f.window_days, f.bytes,
              f.ads, f.first_day, f.last_day, r.id AS run, r.status, r.rows, r.accepted, r.refused, r.held, r.confirmed, r.error
       FROM source_file AS f
       LEFT JOIN run AS r ON r.id = (SELECT id FROM run WHERE subject = f.sha256 AND unchanged = 0 ORDER BY created_at DESC LIMIT 1)
       WHERE f.library = ? ORDER BY f.as_of DESC, f.sha256 LIMIT ?`,
      library,
      limit,
    ),
  );
}

/** How many files of a library there are, counted up to `most`. */
export async function countFiles(db: Db, library: string, most: number): Promise<number> {
  const row = await db.first<{ n: number }>(
    sql('SELECT count(*) AS n FROM (SELECT 1 FROM source_file WHERE library = ? LIMIT ?)', library, most),
  );
  return row?.n ?? 0;
}

/** Copies that are stored whole, of libraries that show every advertiser: what covers days. Rows read grow with the copies. */
export async function storedCopies(db: Db, libraries: readonly LibraryId[]): Promise<StoredCopy[]> {
  return db.all<StoredCopy>(
    sql(
      `SELECT library, as_of, first_day, last_day FROM source_file
       WHERE library IN (SELECT value FROM json_each(?)) AND applied_at IS NOT NULL AND ads > 0 ORDER BY library, as_of, sha256`,
      JSON.stringify(libraries),
    ),
  );
}

/**
 * The windows of the pages of one party's confirmed accounts that are stored; none while a page of the party has none, of which nothing
 * could be told. Rows read grow with the windows.
 */
export async function storedWindows(db: Db, party: string): Promise<StoredCopy[]> {
  return db.all<StoredCopy>(
    sql(
      `SELECT DISTINCT w.library, w.source_as_of AS as_of, w.first_day, w.last_day, w.account_id AS account
       FROM account AS a CROSS JOIN ad AS w ON w.account_id = a.id AND w.kind = 'page-window' AND w.places_shown = 1
       WHERE a.party_id = ?1 AND a.confidence = 'confirmed' AND a.page_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM registered_account AS r WHERE r.party_id = ?1 AND r.platform = 'meta' AND r.confidence = 'confirmed'
                           AND NOT EXISTS (SELECT 1 FROM ad AS n WHERE n.account_id = r.id AND n.kind = 'page-window'))`,
      party,
    ),
  );
}

/** What a library shows of the confirmed accounts of a party. */
export interface PartyLibraryRow {
  readonly party_id: string;
  readonly library: string;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** Single ads: from the roll-ups, two rows read for each account, currency and library. */
export async function adsOfParties(
  db: Db,
  libraries: readonly { readonly id: string; readonly platform: string }[],
): Promise<PartyLibraryRow[]> {
  const days = `FROM usage_day AS u WHERE u.account_id = t.account_id AND u.criterion = '' AND u.direction = '' AND u.library = l.value->>'id'
                AND u.rank = -1 AND u.currency = t.currency AND u.day > ''`;
  return db.all<PartyLibraryRow>(
    sql(
      `SELECT party_id, library, min(first_day) AS first_day, max(last_day) AS last_day FROM (
         SELECT a.party_id, l.value->>'id' AS library, (SELECT min(u.day) ${days}) AS first_day, (SELECT max(u.day) ${days}) AS last_day
         FROM account AS a JOIN account_total AS t ON t.account_id = a.id
         JOIN json_each(?) AS l ON l.value->>'platform' = a.platform
         WHERE a.party_id IS NOT NULL AND a.confidence = 'confirmed' AND t.ads > 0)
       WHERE first_day IS NOT NULL GROUP BY 1, 2`,
      JSON.stringify(libraries),
    ),
  );
}

/** Windows of pages, which no roll-up of single ads holds. The join is crossed so that accounts are gone through first, never all ads. */
export async function windowsOfParties(db: Db): Promise<PartyLibraryRow[]> {
  return db.all<PartyLibraryRow>(
    sql(
      `SELECT a.party_id, w.library, min(w.first_day) AS first_day, max(w.last_day) AS last_day
       FROM account AS a CROSS JOIN ad AS w ON w.account_id = a.id AND w.kind = 'page-window'
       WHERE a.party_id IS NOT NULL AND a.confidence = 'confirmed' AND a.page_id IS NOT NULL GROUP BY 1, 2`,
    ),
  );
}

/** Libraries in whose tables of money an account of a party stands. One row read for each account and library. */
export async function moneyOfParties(
  db: Db,
  libraries: readonly { readonly id: string; readonly platform: string }[],
): Promise<PartyLibraryRow[]> {
  return db.all<PartyLibraryRow>(
    sql(
      `SELECT DISTINCT a.party_id, l.value->>'id' AS library, NULL AS first_day, NULL AS last_day
       FROM account AS a JOIN json_each(?) AS l ON l.value->>'platform' = a.platform
       WHERE a.party_id IS NOT NULL AND a.confidence = 'confirmed'
         AND EXISTS (SELECT 1 FROM paid AS p WHERE p.account_id = a.id AND p.library = l.value->>'id')`,
      JSON.stringify(libraries),
    ),
  );
}

/** Platforms on which a confirmed account of a party is on the register, or was mapped by a person. */
export async function platformsOfParties(db: Db): Promise<{ party_id: string; platform: string }[]> {
  return db.all(
    sql(
      `SELECT party_id, platform FROM registered_account WHERE confidence = 'confirmed'
       UNION SELECT party_id, platform FROM account WHERE party_id IS NOT NULL AND confidence = 'confirmed' ORDER BY 1, 2`,
    ),
  );
}

export interface AttemptRow {
  readonly collector: string;
  readonly key: string;
  readonly attempted_at: string;
  readonly succeeded_at: string | null;
  readonly outcome: string;
  readonly message: string;
}

/** The last attempt to fetch each thing, newest first. */
export async function attempts(db: Db, limit: number): Promise<AttemptRow[]> {
  return db.all<AttemptRow>(
    sql(
      `SELECT collector, key, attempted_at, succeeded_at, outcome, message FROM collection ORDER BY attempted_at DESC, collector, key LIMIT ?`,
      limit,
    ),
  );
}

export interface StoppedRow {
  readonly run: string;
  readonly name: string;
  readonly library: string;
  readonly as_of: string;
  readonly sha256: string;
  readonly at: string;
  readonly reason: string;
}

/** Imports that wait for a person, oldest first. */
export async function heldImports(db: Db, limit: number): Promise<StoppedRow[]> {
  return db.all<StoppedRow>(
    sql(
      `SELECT r.id AS run, f.name, f.library, f.as_of, f.sha256, r.created_at AS at, r.held AS reason
       FROM run AS r JOIN source_file AS f ON f.sha256 = r.subject
       WHERE r.status IN ('waiting', 'running') AND r.job = 'import' AND r.held IS NOT NULL ORDER BY r.created_at, r.id LIMIT ?`,
      limit,
    ),
  );
}

/** Imports that stopped, newest first. */
export async function failedImports(db: Db, limit: number): Promise<StoppedRow[]> {
  return db.all<StoppedRow>(
    sql(
      `SELECT r.id AS run, f.name, f.library, f.as_of, f.sha256, coalesce(r.finished_at, r.created_at) AS at, coalesce(r.error, '') AS reason
       FROM run AS r JOIN source_file AS f ON f.sha256 = r.subject
       WHERE r.status = 'failed' AND r.job = 'import' ORDER BY r.created_at DESC LIMIT ?`,
      limit,
    ),
  );
}
