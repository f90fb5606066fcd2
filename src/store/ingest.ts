/**
 * Writing one slice of a source file: its advertisers, ads, observations and problems, and the cursor, in one transaction.
 * A slice that was stored before breaks the key of `run_slice`, and nothing of it is written again.
 */
import type { Ad, Observation, Problem } from '../core/observation.ts';
import { type Db, flush, type Statement, sql } from './db.ts';
import { insertProblems } from './runs.ts';

/** One accepted row, read. */
export interface SliceRow {
  readonly row: number;
  readonly account: string;
  readonly ad: Ad;
  readonly observations: readonly Observation[];
}

export interface Slice {
  readonly run: string;
  readonly source: string;
  readonly as_of: string;
  readonly mapping_version: number;
  /** Byte at which the slice begins, and the one after its end. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The ads to store, each once. */
  readonly rows: readonly SliceRow[];
  /** How many rows were read, and how many of them accepted and refused: always the sum. */
  readonly row_count: number;
  readonly accepted: number;
  readonly refused: number;
  readonly problems: readonly Problem[];
  /** How many problems the run had before. */
  readonly problems_before: number;
}

/**
 * Stores a slice. Answers `false` when the slice was stored before (a message delivered twice): then nothing changed.
 */
export async function storeSlice(db: Db, slice: Slice): Promise<boolean> {
  const statements: Statement[] = [
    sql('INSERT INTO run_slice (run_id, cursor) VALUES (?, ?)', slice.run, slice.from),
    ...accountStatements(slice),
    ...touchedStatements(slice),
    ...adStatements(slice),
    ...observationStatements(slice),
    ...insertProblems(slice.run, slice.problems_before, slice.problems),
    sql(
      `UPDATE run SET cursor = ?, cursor_line = ?, rows = rows + ?, accepted = accepted + ?, refused = refused + ?,
              observations = observations + ?, ads = ads + ?, problems = problems + ?
       WHERE id = ?`,
      slice.to,
      slice.line,
      slice.row_count,
      slice.accepted,
      slice.refused,
      slice.rows.reduce((sum, row) => sum + row.observations.length, 0),
      slice.rows.length,
      slice.problems.length,
      slice.run,
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

async function alreadyStored(db: Db, slice: Slice): Promise<boolean> {
  const found = await db.first(sql('SELECT 1 AS here FROM run_slice WHERE run_id = ? AND cursor = ?', slice.run, slice.from));
  return found !== null;
}

function accountStatements(slice: Slice): Statement[] {
  const accounts = new Map(slice.rows.map((row) => [row.account, [row.account, row.ad.platform, row.ad.buyer, row.ad.payer]]));
  return flush([...accounts.values()]).map((json) =>
    sql(
      `INSERT INTO account (id, platform, buyer, payer, party_id, role, confidence, source, checked_on, note)
       SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, r.party_id, r.role, r.confidence, r.source, r.checked_on, r.note
       FROM json_each(?1) AS j LEFT JOIN registered_account AS r ON r.id = j.value->>0
       WHERE true ON CONFLICT (id) DO NOTHING`,
      json,
    ),
  );
}

/** The accounts that the rows name, and those that the same ads were under before: a newer copy may correct who paid. */
function touchedStatements(slice: Slice): Statement[] {
  return flush(slice.rows.map((row) => [row.ad.id, row.account])).map((json) =>
    sql(
      `INSERT INTO touched (run_id, account_id)
       SELECT ?1, value->>1 FROM json_each(?2) UNION
       SELECT ?1, account_id FROM ad WHERE id IN (SELECT value->>0 FROM json_each(?2))
       ON CONFLICT DO NOTHING`,
      slice.run,
      json,
    ),
  );
}

const AD_COLUMNS = [
  'id',
  'platform',
  'library_id',
  'account_id',
  'buyer',
  'payer',
  'currency',
  'spend_min',
  'spend_max',
  'impressions_min',
  'impressions_max',
  'start_at',
  'end_at',
  'first_day',
  'last_day',
  'country',
  'places_shown',
  'about',
  'media',
  'landing',
  'criteria',
  'source',
  'source_row',
  'source_as_of',
  'first_source',
  'first_as_of',
] as const;

/** Columns that the newer copy decides. What was shown once stays shown: country and places never go back to hidden. */
const NEWER_WINS = AD_COLUMNS.filter(
  (name) => !['id', 'platform', 'library_id', 'country', 'places_shown', 'first_source', 'first_as_of', 'criteria'].includes(name),
);
const NEWER = '(excluded.source_as_of, excluded.source) >= (ad.source_as_of, ad.source)';
const OLDER = '(excluded.first_as_of, excluded.first_source) < (ad.first_as_of, ad.first_source)';

const UPSERT_ADS = `INSERT INTO ad (${AD_COLUMNS.join(', ')})
  SELECT ${AD_COLUMNS.map((_, i) => `value->>${i}`).join(', ')} FROM json_each(?1)
  WHERE true ON CONFLICT (id) DO UPDATE SET
    ${NEWER_WINS.map((name) => `${name} = CASE WHEN ${NEWER} THEN excluded.${name} ELSE ad.${name} END`).join(',\n    ')},
    country = coalesce(CASE WHEN ${NEWER} THEN excluded.country ELSE ad.country END, excluded.country, ad.country),
    places_shown = max(excluded.places_shown, ad.places_shown),
    first_source = CASE WHEN ${OLDER} THEN excluded.first_source ELSE ad.first_source END,
    first_as_of = CASE WHEN ${OLDER} THEN excluded.first_as_of ELSE ad.first_as_of END
  WHERE ${NEWER} OR ${OLDER}`;

function adStatements(slice: Slice): Statement[] {
  const rows = slice.rows.map(({ ad, account, row, observations }) => [
    ad.id,
    ad.platform,
    ad.library_id,
    account,
    ad.buyer,
    ad.payer,
    ad.spend?.currency ?? null,
    ad.spend?.min ?? null,
    ad.spend?.max ?? null,
    ad.impressions?.min ?? null,
    ad.impressions?.max ?? null,
    ad.start,
    ad.end,
    ad.start?.slice(0, 10) ?? null,
    lastDay(ad, slice.as_of),
    ad.country,
    ad.places_shown ? 1 : 0,
    ad.about,
    JSON.stringify(ad.media),
    ad.landing,
    JSON.stringify(criteriaOf(observations)),
    slice.source,
    row,
    slice.as_of,
    slice.source,
    slice.as_of,
  ]);
  return flush(rows).map((json) => sql(UPSERT_ADS, json));
}

/** The last day an ad is known to have run: its end, or the day of the copy while it is open; never before its start. */
function lastDay(ad: Ad, asOf: string): string | null {
  const start = ad.start?.slice(0, 10) ?? null;
  const end = ad.end?.slice(0, 10) ?? asOf;
  if (start === null) return null;
  return end < start ? start : end;
}

function criteriaOf(observations: readonly Observation[]): [string, string][] {
  const seen = new Map(observations.map((o) => [`${o.criterion} ${o.direction}`, [o.criterion, o.direction] as [string, string]]));
  return [...seen.values()];
}

function observationStatements(slice: Slice): Statement[] {
  const rows = slice.rows.flatMap(({ observations, row }) =>
    observations.map((o) => {
      const values = JSON.stringify(o.values);
      return [
        o.ad,
        o.criterion,
        o.direction,
        valueKey(`${o.field} ${values} ${o.hidden}`),
        o.level,
        o.field,
        values,
        o.values.length,
        o.hidden,
        o.rank,
        slice.mapping_version,
        slice.source,
        row,
        slice.as_of,
        slice.as_of,
      ];
    }),
  );
  const inserts = flush(rows).map((json) =>
    sql(
      `INSERT INTO observation (ad_id, criterion, direction, value_key, level, field, value_list, value_count, hidden, rank,
                                mapping_version, source, source_row, first_as_of, last_as_of)
       SELECT ${Array.from({ length: 15 }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?1)
       WHERE true ON CONFLICT (ad_id, criterion, direction, value_key) DO UPDATE SET
         source = CASE WHEN excluded.first_as_of < observation.first_as_of THEN excluded.source ELSE observation.source END,
         source_row = CASE WHEN excluded.first_as_of < observation.first_as_of THEN excluded.source_row ELSE observation.source_row END,
         first_as_of = min(excluded.first_as_of, observation.first_as_of),
         last_as_of = max(excluded.last_as_of, observation.last_as_of)
       WHERE excluded.first_as_of < observation.first_as_of OR excluded.last_as_of > observation.last_as_of`,
      json,
    ),
  );
  // The short list on the ad is the union of everything any copy showed.
  const ids = flush(slice.rows.map((row) => [row.ad.id])).map((json) =>
    sql(
      `UPDATE ad SET criteria = (
         SELECT json_group_array(json_array(criterion, direction))
         FROM (SELECT DISTINCT criterion, direction FROM observation WHERE ad_id = ad.id ORDER BY criterion, direction))
       WHERE id IN (SELECT value->>0 FROM json_each(?1))
         AND json_array_length(criteria) <> (SELECT count(*) FROM (SELECT DISTINCT criterion, direction FROM observation WHERE ad_id = ad.id))`,
      json,
    ),
  );
  return [...inserts, ...ids];
}

/** A short digest of an observation's values (cyrb53): part of a key, so that other values are another observation. */
function valueKey(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
