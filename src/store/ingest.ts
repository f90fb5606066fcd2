/**
 * Writing one slice of a source file: its advertisers, ads, observations, amounts and problems, and the cursor, in one transaction.
 * A slice that was stored before breaks the key of `run_slice`, and nothing of it is written again.
 */
import type { IdChange, Paid, Platform, Problem } from '../core/observation.ts';
import { type AdRow, type Confirmed, confirmAds, countedOf, type ObservationRow, putFresh, putObservations } from './ad-rows.ts';
import { type Db, flush, type Statement, sql } from './db.ts';
import type { KnownAd, Used } from './known.ts';
import { putRewritten, type Rewritten } from './rewrites.ts';
import { Deltas } from './rollup.ts';
import { insertProblems } from './runs.ts';

/** An ad that no copy showed before. */
export interface NewAd {
  readonly row: AdRow;
  readonly observations: readonly ObservationRow[];
}

/** An amount, with the account it belongs to. */
export interface PaidRow {
  readonly row: number;
  readonly account: string | null;
  readonly paid: Paid;
}

export interface Slice {
  readonly run: string;
  readonly source: string;
  readonly platform: Platform;
  readonly library: string;
  /** Byte at which the slice begins, the one after its end, and the line and place there. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly place: string;
  readonly fresh: readonly NewAd[];
  readonly confirmed: readonly (Confirmed & { readonly known: KnownAd })[];
  readonly rewritten: readonly (Rewritten & { readonly known: KnownAd | null })[];
  readonly paid: readonly PaidRow[];
  readonly same: readonly IdChange[];
  /** How many rows were read, and how many of them accepted and refused: always the sum. */
  readonly row_count: number;
  readonly accepted: number;
  readonly refused: number;
  readonly observations: number;
  readonly ads: number;
  /** The days on which its ads began. */
  readonly days: readonly string[];
  readonly problems: readonly Problem[];
  /** How many problems the run had before. */
  readonly problems_before: number;
}

/** Stores a slice. Answers `false` when the slice was stored before (a message delivered twice): then nothing changed. */
export async function storeSlice(db: Db, slice: Slice, mapped: ReadonlySet<string>): Promise<boolean> {
  const deltas = new Deltas(mapped);
  for (const { row } of slice.fresh) deltas.change(null, countedRow(row));
  for (const { known, ad, newest } of slice.confirmed) {
    const criteria = JSON.parse(known.criteria) as Used[];
    deltas.change({ ...known, criteria }, countedOf(ad, known.account_id, known.library, criteria, newest.as_of));
  }
  for (const { known, row } of slice.rewritten) {
    deltas.change(known === null ? null : { ...known, criteria: JSON.parse(known.criteria) as Used[] }, countedRow(row));
  }
  const statements: Statement[] = [
    sql('INSERT INTO run_slice (run_id, cursor) VALUES (?, ?)', slice.run, slice.from),
    ...accountStatements(slice),
    ...putFresh(slice.fresh.map(({ row }) => row)),
    ...putObservations(slice.fresh.flatMap(({ observations }) => observations)),
    sql(
      `UPDATE tally SET n = n + ? WHERE name = 'observations'`,
      slice.fresh.reduce((sum, { observations }) => sum + observations.length, 0),
    ),
    ...confirmAds(slice.confirmed),
    ...putRewritten(slice.rewritten),
    ...deltas.statements(),
    ...touchedStatements(slice, mapped),
    ...daysStatements(slice),
    ...paidStatements(slice),
    ...sameStatements(slice),
    ...insertProblems(slice.run, slice.problems_before, slice.problems),
    sql(
      `UPDATE run SET cursor = ?, cursor_line = ?, place = ?, rows = rows + ?, accepted = accepted + ?, refused = refused + ?,
              observations = observations + ?, ads = ads + ?, problems = problems + ?
       WHERE id = ?`,
      ...[slice.to, slice.line, slice.place, slice.row_count, slice.accepted, slice.refused, slice.observations, slice.ads],
      ...[slice.problems.length, slice.run],
    ),
  ];
  try {
    await db.batch(statements, { idempotent: false });
    return true;
  } catch (error) {
    if (await alreadyStored(db, slice)) return false;
    throw error;
  }
}

/** Puts ads in place of what was stored of them, outside a slice: a late copy showed that an older stretch was none. */
export async function storeRewritten(
  db: Db,
  all: readonly (Rewritten & { readonly known: KnownAd })[],
  mapped: ReadonlySet<string>,
): Promise<void> {
  const deltas = new Deltas(mapped);
  for (const { known, row } of all) deltas.change({ ...known, criteria: JSON.parse(known.criteria) as Used[] }, countedRow(row));
  await db.batch([...putRewritten(all), ...deltas.statements()], { idempotent: false });
}

function countedRow(row: AdRow) {
  return countedOf(row.ad, row.account, row.library, row.criteria, row.newest.as_of);
}

async function alreadyStored(db: Db, slice: Slice): Promise<boolean> {
  const found = await db.first(sql('SELECT 1 AS here FROM run_slice WHERE run_id = ? AND cursor = ?', slice.run, slice.from));
  return found !== null;
}

/** Accounts of parties, as the register and reviews name them, seen or not yet. */
export async function mappedAccounts(db: Db): Promise<Set<string>> {
  const rows = await db.all<{ id: string }>(
    sql('SELECT id FROM registered_account UNION SELECT id FROM account WHERE party_id IS NOT NULL'),
  );
  return new Set(rows.map((row) => row.id));
}

function accountStatements(slice: Slice): Statement[] {
  const accounts = new Map<string, unknown[]>();
  for (const { row } of [...slice.fresh, ...slice.rewritten])
    accounts.set(row.account, [row.account, row.ad.platform, row.ad.buyer, row.ad.payer, row.ad.page_id]);
  for (const { account, paid } of slice.paid)
    if (account !== null && !accounts.has(account))
      accounts.set(account, [account, slice.platform, paid.name, paid.payer ?? '', paid.page_id]);
  return flush([...accounts.values()]).map((json) =>
    sql(
      `INSERT INTO account (id, platform, buyer, payer, page_id, party_id, role, confidence, source, checked_on, note)
       SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, r.party_id, r.role, r.confidence, r.source, r.checked_on, r.note
       FROM json_each(?1) AS j LEFT JOIN registered_account AS r ON r.id = j.value->>0
       WHERE true ON CONFLICT (id) DO NOTHING`,
      json,
    ),
  );
}

/** Accounts of parties that this slice changes, and those that its ads were under before: a newer copy may correct who paid. */
function touchedStatements(slice: Slice, mapped: ReadonlySet<string>): Statement[] {
  const named = [
    ...slice.fresh.map(({ row }) => row.account),
    ...slice.confirmed.map(({ known }) => known.account_id),
    ...slice.rewritten.flatMap(({ row, known }) => [row.account, ...(known === null ? [] : [known.account_id])]),
  ];
  return flush([...new Set(named)].filter((id) => mapped.has(id))).map((json) =>
    sql(`INSERT INTO touched (run_id, account_id) SELECT ?1, value FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`, slice.run, json),
  );
}

/** From which day to which the ads of the file began: what a copy covers. */
function daysStatements(slice: Slice): Statement[] {
  if (slice.days.length === 0) return [];
  const [first = '', last = ''] = [slice.days.reduce((a, b) => (a < b ? a : b)), slice.days.reduce((a, b) => (a > b ? a : b))];
  return [
    sql(
      `UPDATE source_file SET first_day = min(coalesce(first_day, ?1), ?1), last_day = max(coalesce(last_day, ?2), ?2) WHERE sha256 = ?3`,
      ...[first, last, slice.source],
    ),
  ];
}

function paidStatements(slice: Slice): Statement[] {
  const rows = slice.paid.map(({ row, account, paid }) => [
    ...[slice.source, row, slice.platform, slice.library, paid.table, account, paid.page_id, paid.name, paid.payer, paid.place],
    ...[paid.spend.currency, paid.spend.min, paid.spend.max, paid.ads, paid.first, paid.last],
  ]);
  return flush(rows).map((json) =>
    sql(
      `INSERT INTO paid (source, row, platform, library, in_table, account_id, page_id, name, payer, place, currency, spend_min, spend_max,
                         ads, first_day, last_day)
       SELECT ${Array.from({ length: 16 }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?)`,
      json,
    ),
  );
}

function sameStatements(slice: Slice): Statement[] {
  return flush(slice.same.map((it) => [slice.platform, it.of, it.from, it.to, slice.source])).map((json) =>
    sql(
      `INSERT INTO id_change (platform, of, from_id, to_id, source)
       SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
      json,
    ),
  );
}
