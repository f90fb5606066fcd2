/** Ads and observations as rows of the database. */
import type { Ad, Observation } from '../core/observation.ts';
import type { CopyRow } from '../core/sightings.ts';
import { flush, type Statement, sql } from './db.ts';
import { digest } from './digest.ts';
import type { Part, Used } from './known.ts';
import type { Counted } from './rollup.ts';

/** An ad to be written whole, with the copies that showed it. */
export interface AdRow {
  readonly ad: Ad;
  /** Our own number of it, in the order of arrival. */
  readonly number: number;
  readonly account: string;
  readonly library: string;
  readonly series: string | null;
  readonly criteria: readonly Used[];
  readonly digest: string;
  readonly row_at: number;
  readonly row_bytes: number;
  /** The newest copy that shows it. */
  readonly newest: CopyRow;
  /** The oldest. */
  readonly oldest: CopyRow;
  /** The copy from which on it was shown as the newest shows it, where that is not the oldest. */
  readonly since: CopyRow | null;
}

/** Columns whose values differ from row to row, and where in a row's list they stand: what is short and common first, for SQLite walks the list. */
const LISTED = [
  ...[
    'id',
    'number',
    'account_id',
    'source_row',
    'row_at',
    'row_bytes',
    'digest',
    'spend_min',
    'spend_max',
    'impressions_min',
    'impressions_max',
  ],
  ...['currency', 'start_at', 'end_at', 'last_day', 'country', 'places_shown', 'page_id', 'criteria', 'buyer', 'payer'],
  ...['about', 'media', 'landing'],
];
/** Columns that a slice of new ads has in common: parameters, not parts of every row. */
const COMMON = ['platform', 'library', 'kind', 'series', 'source', 'source_as_of'];
/** Columns that follow from others of the same row. */
const DERIVED: Readonly<Record<string, string>> = {
  library_id: `substr(value->>0, instr(value->>0, ':') + 1)`,
  first_day: `substr(value->>${LISTED.indexOf('start_at')}, 1, 10)`,
};
/** Where an ad is new, its oldest copy is the one that is being stored. */
const DERIVED_FRESH: Readonly<Record<string, string>> = {
  ...DERIVED,
  first_source: `?${COMMON.indexOf('source') + 2}`,
  first_as_of: `?${COMMON.indexOf('source_as_of') + 2}`,
  first_row: `value->>${LISTED.indexOf('source_row')}`,
};
const COUNTS = ['ads_min', 'ads_max'];
const SINCE = ['first_source', 'first_as_of', 'first_row', 'since_as_of', 'since_source', 'since_row'];

const PUT_FRESH = `INSERT INTO ad (${[...LISTED, ...COMMON, ...Object.keys(DERIVED_FRESH), ...COUNTS].join(', ')})
  SELECT ${[
    ...LISTED.map((_, i) => `value->>${i}`),
    ...COMMON.map((_, i) => `?${i + 2}`),
    ...Object.values(DERIVED_FRESH),
    ...COUNTS.map((_, i) => `value->>${LISTED.length + i}`),
  ].join(', ')} FROM jsonb_each(jsonb(?1))`;

const ALL = [...LISTED, ...COUNTS, ...COMMON, ...SINCE];
const PUT_AGAIN = `INSERT INTO ad (${[...ALL, ...Object.keys(DERIVED)].join(', ')})
  SELECT ${[...ALL.map((_, i) => `value->>${i}`), ...Object.values(DERIVED)].join(', ')} FROM jsonb_each(jsonb(?1))
  WHERE true ON CONFLICT (id) DO UPDATE SET
  ${[...ALL, ...Object.keys(DERIVED)]
    .filter((name) => name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Writes ads that are not stored yet, all of one copy. */
export function putFresh(rows: readonly AdRow[]): Statement[] {
  const kinds = new Map<string, AdRow[]>();
  for (const row of rows) {
    const group = kinds.get(row.ad.kind);
    if (group === undefined) kinds.set(row.ad.kind, [row]);
    else group.push(row);
  }
  return [...kinds.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const common = commonOf(first);
    return flush(group.map(listed)).map((json) => sql(PUT_FRESH, json, ...common));
  });
}

/** Writes ads whole, in place of what is stored of them. */
export function putAgain(rows: readonly AdRow[]): Statement[] {
  return flush(rows.map((row) => [...listed(row), ...commonOf(row), ...sinceOf(row)])).map((json) => sql(PUT_AGAIN, json));
}

/** The cells of `LISTED`, then of `COUNTS`. */
function listed(row: AdRow): unknown[] {
  const { ad, newest } = row;
  return [
    ...[
      ad.id,
      row.number,
      row.account,
      newest.row ?? 0,
      row.row_at,
      row.row_bytes,
      row.digest,
      ad.spend?.min ?? null,
      ad.spend?.max ?? null,
    ],
    ...[ad.impressions?.min ?? null, ad.impressions?.max ?? null, ad.spend?.currency ?? null, ad.start, ad.end],
    ...[lastDay(ad, newest.as_of), ad.country, ad.places_shown ? 1 : 0, ad.page_id, JSON.stringify(row.criteria), ad.buyer, ad.payer],
    ...[ad.about, JSON.stringify(ad.media), ad.landing, ad.ads.min, ad.ads.max],
  ];
}

function commonOf({ ad, library, series, newest }: AdRow): (string | null)[] {
  return [ad.platform, library, ad.kind, series, newest.source, newest.as_of];
}

function sinceOf({ oldest, since }: AdRow): unknown[] {
  return [oldest.source, oldest.as_of, oldest.row ?? 0, since?.as_of ?? null, since?.source ?? null, since?.row ?? null];
}

/** An ad that a newer copy shows in the same form: where it stands there, and what grew while it ran. */
export interface Confirmed {
  readonly ad: Ad;
  readonly newest: CopyRow;
  readonly row_at: number;
  readonly row_bytes: number;
}

export function confirmAds(rows: readonly Confirmed[]): Statement[] {
  const values = rows.map(({ ad, newest, row_at, row_bytes }) => [
    ...[ad.id, newest.source, newest.row, newest.as_of, row_at, row_bytes, ad.spend?.currency ?? null, ad.spend?.min ?? null],
    ...[ad.spend?.max ?? null, ad.impressions?.min ?? null, ad.impressions?.max ?? null, lastDay(ad, newest.as_of)],
  ]);
  return flush(values).map((json) =>
    sql(
      `UPDATE ad SET source = j.value->>1, source_row = j.value->>2, source_as_of = j.value->>3, row_at = j.value->>4,
              row_bytes = j.value->>5, currency = j.value->>6, spend_min = j.value->>7, spend_max = j.value->>8,
              impressions_min = j.value->>9, impressions_max = j.value->>10, last_day = j.value->>11
       FROM json_each(?1) AS j WHERE ad.id = j.value->>0`,
      json,
    ),
  );
}

/** An observation with the copies that show it; `null`s say what its ad says. */
export interface ObservationRow {
  readonly ad: number;
  readonly observation: Observation;
  readonly mapping_version: number;
  readonly source: string | null;
  readonly source_row: number | null;
  readonly first_as_of: string | null;
  readonly last_as_of: string | null;
}

/** Writes observations that are not stored. */
export function putObservations(rows: readonly ObservationRow[]): Statement[] {
  const groups = new Map<string, { level: string; version: number; fresh: unknown[][]; other: unknown[][] }>();
  for (const { observation: o, ...row } of rows) {
    const key = `${o.level} ${row.mapping_version}`;
    const group = groups.get(key) ?? { level: o.level, version: row.mapping_version, fresh: [], other: [] };
    const list = JSON.stringify(o.values);
    const part = o.part === undefined ? null : JSON.stringify(o.part);
    const cells = [
      row.ad,
      o.criterion,
      o.direction,
      digest(`${o.field} ${list} ${o.hidden}`),
      o.field,
      o.values.length,
      o.hidden,
      o.rank,
      list,
      part,
    ];
    const copies = [row.source, row.source_row, row.first_as_of, row.last_as_of];
    if (copies.every((cell) => cell === null)) group.fresh.push(cells);
    else group.other.push([...cells, ...copies]);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ level, version, fresh, other }) => [
    ...flush(fresh).map((json) => sql(putObservationSql([]), json, level, version)),
    ...flush(other).map((json) => sql(putObservationSql(['source', 'source_row', 'first_as_of', 'last_as_of']), json, level, version)),
  ]);
}

function putObservationSql(copies: readonly string[]): string {
  const names = ['ad', 'criterion', 'direction', 'value_key', 'field', 'value_count', 'hidden', 'rank', 'value_list', 'part', ...copies];
  return `INSERT INTO observation (${names.join(', ')}, level, mapping_version)
    SELECT ${names.map((_, i) => `value->>${i}`).join(', ')}, ?2, ?3 FROM jsonb_each(jsonb(?1)) WHERE true ON CONFLICT DO NOTHING`;
}

/** Part of an observation's key: other values, or values of another column, are another observation. */
export function valueKey(o: Observation): string {
  return digest(`${o.field} ${JSON.stringify(o.values)} ${o.hidden}`);
}

/** The short list of what an ad used: each criterion and direction once, with the finest rank. */
export function usedOf(observations: readonly Observation[]): Used[] {
  const found = new Map<string, Used>();
  for (const o of observations) {
    const key = `${o.criterion} ${o.direction}`;
    const known = found.get(key);
    const rank = Math.max(known?.[2] ?? -1, o.rank ?? -1);
    const part =
      o.part === undefined ? known?.[3] : largerPart(known?.[3], [o.part.ads.min, o.part.spend?.min ?? 0, o.part.spend?.max ?? null]);
    found.set(key, part === undefined ? [o.criterion, o.direction, rank] : [o.criterion, o.direction, rank, part]);
  }
  return [...found.values()].sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
}

/** At least as many ads as any one value had: shares and counts overlap, and are never added. */
function largerPart(a: Part | undefined, b: Part): Part {
  if (a === undefined) return b;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), a[2] === null || b[2] === null ? null : Math.max(a[2], b[2])];
}

/** What an ad counts for in the roll-ups. */
export function countedOf(ad: Ad, account: string, library: string, criteria: readonly Used[], asOf: string): Counted {
  return {
    kind: ad.kind,
    library,
    account_id: account,
    currency: ad.spend?.currency ?? null,
    spend_min: ad.spend?.min ?? null,
    spend_max: ad.spend?.max ?? null,
    first_day: firstDay(ad),
    last_day: lastDay(ad, asOf),
    criteria,
  };
}

function firstDay(ad: Ad): string | null {
  return ad.start?.slice(0, 10) ?? null;
}

/** The last day an ad is known to have run: its end, or the day of the copy while it is open; never before its start. */
function lastDay(ad: Ad, asOf: string): string | null {
  const start = firstDay(ad);
  const end = ad.end?.slice(0, 10) ?? asOf;
  if (start === null) return null;
  return end < start ? start : end;
}
