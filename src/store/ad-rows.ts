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

const COLUMNS = [
  ...['id', 'platform', 'library_id', 'account_id', 'buyer', 'payer', 'currency', 'spend_min', 'spend_max', 'impressions_min'],
  ...['impressions_max', 'start_at', 'end_at', 'first_day', 'last_day', 'country', 'places_shown', 'about', 'media', 'landing'],
  ...['criteria', 'source', 'source_row', 'source_as_of', 'first_source', 'first_as_of', 'first_row', 'kind', 'library', 'page_id'],
  ...['ads_min', 'ads_max', 'series', 'digest', 'row_at', 'row_bytes', 'since_as_of', 'since_source', 'since_row'],
];

const PUT = `INSERT INTO ad (${COLUMNS.join(', ')})
  SELECT ${COLUMNS.map((_, i) => `value->>${i}`).join(', ')} FROM json_each(?1)`;
const PUT_AGAIN = `${PUT} WHERE true ON CONFLICT (id) DO UPDATE SET
  ${COLUMNS.filter((name) => name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Writes ads. `fresh`: none of them is stored yet. */
export function putAds(rows: readonly AdRow[], fresh: boolean): Statement[] {
  return flush(rows.map(cells)).map((json) => sql(fresh ? PUT : PUT_AGAIN, json));
}

function cells(row: AdRow): unknown[] {
  const { ad, newest, oldest, since } = row;
  return [
    ...[ad.id, ad.platform, ad.library_id, row.account, ad.buyer, ad.payer, ad.spend?.currency ?? null, ad.spend?.min ?? null],
    ...[ad.spend?.max ?? null, ad.impressions?.min ?? null, ad.impressions?.max ?? null, ad.start, ad.end, firstDay(ad)],
    ...[lastDay(ad, newest.as_of), ad.country, ad.places_shown ? 1 : 0, ad.about, JSON.stringify(ad.media), ad.landing],
    ...[JSON.stringify(row.criteria), newest.source, newest.row ?? 0, newest.as_of, oldest.source, oldest.as_of, oldest.row ?? 0],
    ...[ad.kind, row.library, ad.page_id, ad.ads.min, ad.ads.max, row.series, row.digest, row.row_at, row.row_bytes],
    ...[since?.as_of ?? null, since?.source ?? null, since?.row ?? null],
  ];
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
  readonly observation: Observation;
  readonly mapping_version: number;
  readonly source: string | null;
  readonly source_row: number | null;
  readonly first_as_of: string | null;
  readonly last_as_of: string | null;
}

/** Writes observations that are not stored. */
export function putObservations(rows: readonly ObservationRow[]): Statement[] {
  const values = rows.map(({ observation: o, ...row }) => {
    const list = JSON.stringify(o.values);
    const part = o.part === undefined ? null : JSON.stringify(o.part);
    return [
      ...[o.ad, o.criterion, o.direction, valueKey(o), o.level, o.field, list, o.values.length, o.hidden, o.rank, row.mapping_version],
      ...[part, row.source, row.source_row, row.first_as_of, row.last_as_of],
    ];
  });
  return flush(values).map((json) =>
    sql(
      `INSERT INTO observation (ad_id, criterion, direction, value_key, level, field, value_list, value_count, hidden, rank,
                                mapping_version, part, source, source_row, first_as_of, last_as_of)
       SELECT ${Array.from({ length: 16 }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
      json,
    ),
  );
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
