/** What is stored of the ads that a slice names: enough to see what the slice changes, and to keep every sum in step. */
import { type CopyRow, compareCopies, type Sighting } from '../core/sightings.ts';
import { type Db, flush, sql } from './db.ts';

/** One kind of targeting of an ad: criterion, direction, finest rank (-1: none), and for a window the part that used it. */
export type Used = readonly [criterion: string, direction: string, rank: number, part?: Part];
/** Ads at least; lower bound of their spend; upper bound, null where open. */
export type Part = readonly [ads: number, spend_min: number, spend_max: number | null];

/** An ad as stored, without its texts. */
export interface KnownAd {
  readonly id: string;
  /** Our own number of it: what observations point by. */
  readonly number: number;
  readonly kind: string;
  readonly library: string;
  readonly account_id: string;
  readonly currency: string | null;
  readonly spend_min: number | null;
  readonly spend_max: number | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
  /** JSON of Used[]. */
  readonly criteria: string;
  readonly series: string | null;
  readonly digest: string;
  readonly row_at: number;
  readonly row_bytes: number;
  readonly source: string;
  readonly source_row: number;
  readonly source_as_of: string;
  readonly first_source: string;
  readonly first_row: number;
  readonly first_as_of: string;
  readonly since_source: string | null;
  readonly since_row: number | null;
  readonly since_as_of: string | null;
}

const COLUMNS = `id, number, kind, library, account_id, currency, spend_min, spend_max, first_day, last_day, criteria, series, digest, row_at, row_bytes,
  source, source_row, source_as_of, first_source, first_row, first_as_of, since_source, since_row, since_as_of`;

/** The ads of these ids that are stored. */
export async function knownAds(db: Db, ids: readonly string[]): Promise<Map<string, KnownAd>> {
  const known = new Map<string, KnownAd>();
  for (const json of flush(ids)) {
    const rows = await db.all<KnownAd>(sql(`SELECT ${COLUMNS} FROM ad WHERE id IN (SELECT value FROM json_each(?))`, json));
    for (const row of rows) known.set(row.id, row);
  }
  return known;
}

/** The number that the next new ad gets. */
export async function nextNumber(db: Db): Promise<number> {
  return ((await db.first<{ n: number | null }>(sql('SELECT max(number) AS n FROM ad')))?.n ?? 0) + 1;
}

/** The newest sighting of an ad, which its own row holds. */
export function newestSighting(ad: KnownAd): Sighting {
  const first: CopyRow = {
    as_of: ad.since_as_of ?? ad.first_as_of,
    source: ad.since_source ?? ad.first_source,
    row: ad.since_as_of === null ? ad.first_row : ad.since_row,
  };
  return {
    first,
    last: { as_of: ad.source_as_of, source: ad.source, row: ad.source_row },
    digest: ad.digest,
    where: { source: ad.source, at: ad.row_at, bytes: ad.row_bytes },
  };
}

interface SightingRow {
  readonly ad_id: string;
  readonly first_as_of: string;
  readonly first_source: string;
  readonly first_row: number | null;
  readonly last_as_of: string;
  readonly last_source: string;
  readonly last_row: number | null;
  readonly digest: string;
  readonly at_source: string;
  readonly row_at: number;
  readonly row_bytes: number;
}

/** All sightings of these ads, oldest first. */
export async function sightingsOf(db: Db, ads: readonly KnownAd[]): Promise<Map<string, Sighting[]>> {
  const found = new Map<string, Sighting[]>(ads.map((ad) => [ad.id, []]));
  for (const json of flush(ads.map((ad) => ad.id))) {
    const rows = await db.all<SightingRow>(sql('SELECT * FROM sighting WHERE ad_id IN (SELECT value FROM json_each(?))', json));
    for (const row of rows) {
      found.get(row.ad_id)?.push({
        first: { as_of: row.first_as_of, source: row.first_source, row: row.first_row },
        last: { as_of: row.last_as_of, source: row.last_source, row: row.last_row },
        digest: row.digest,
        where: { source: row.at_source, at: row.row_at, bytes: row.row_bytes },
      });
    }
  }
  for (const ad of ads) {
    const list = found.get(ad.id);
    list?.push(newestSighting(ad));
    list?.sort((a, b) => compareCopies(a.first, b.first));
  }
  return found;
}
