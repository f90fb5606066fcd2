/** The copies of a library's record: which series a copy belongs to, what was there before it, and whether it lost far too much. */
import type { Copy } from '../core/sightings.ts';
import { type Db, flush, type Statement, sql } from './db.ts';

/** The stored copies of a series, oldest first. */
export async function copiesOf(db: Db, series: string): Promise<Copy[]> {
  return db.all<Copy>(
    sql('SELECT as_of, sha256 AS source FROM source_file WHERE series = ? AND applied_at IS NOT NULL ORDER BY as_of, sha256', series),
  );
}

/** True when another file of this library is stored, so that a new one may be a copy of the same record. */
export async function hasOtherCopies(db: Db, library: string, source: string): Promise<boolean> {
  const row = await db.first(
    sql('SELECT 1 FROM source_file WHERE library = ? AND sha256 <> ? AND applied_at IS NOT NULL AND ads > 0 LIMIT 1', library, source),
  );
  return row !== null;
}

/** Remembers which ads a copy holds, until it has been compared. Doing it twice changes nothing. */
export function rememberAds(run: string, ads: readonly (readonly [id: string, impressions: number | null])[]): Statement[] {
  return flush(ads).map((json) =>
    sql(
      `INSERT INTO run_ad (run_id, ad_id, impressions) SELECT ?1, value->>0, value->>1 FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
      run,
      json,
    ),
  );
}

export function forgetAds(run: string): Statement {
  return sql('DELETE FROM run_ad WHERE run_id = ?', run);
}

/** What a copy shares with the series that it resembles most. */
export interface Resemblance {
  /** `null`: it resembles none, and opens its own. */
  readonly series: string | null;
  /** Ads of the copy. */
  readonly ads: number;
  /** Of them, ads of the series. */
  readonly shared: number;
  /** Ads that a whole copy of this day would show, and how many of them this one does. */
  readonly expected: number;
  readonly found: number;
  /** Shared ads that an older copy showed with more impressions than this one. */
  readonly fell: number;
}

/** Half of the smaller of the two must be shared: yearly files share nothing, and a broken copy shares all it has. */
const SAME_SERIES = 0.5;

/** Compares the remembered ads of a run with what is stored. Rows read grow with the copy, never with its cells. */
export async function resemblance(db: Db, run: string, copy: Copy): Promise<Resemblance> {
  const total = (await db.first<{ n: number }>(sql('SELECT count(*) AS n FROM run_ad WHERE run_id = ?', run)))?.n ?? 0;
  const best = await db.first<{ series: string; n: number }>(
    sql(
      `SELECT a.series, count(*) AS n FROM run_ad AS r JOIN ad AS a ON a.id = r.ad_id
       WHERE r.run_id = ? AND a.series IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
      run,
    ),
  );
  const size = best ? ((await db.first<{ n: number }>(sql('SELECT count(*) AS n FROM ad WHERE series = ?', best.series)))?.n ?? 0) : 0;
  if (best === null || best.n < SAME_SERIES * Math.min(total, size))
    return { series: null, ads: total, shared: 0, expected: 0, found: 0, fell: 0 };
  const copies = (await copiesOf(db, best.series)).filter((one) => one.source !== copy.source);
  const before = copies.filter((one) => `${one.as_of} ${one.source}` < `${copy.as_of} ${copy.source}`).at(-1);
  // Seen by the copy before this one or by one after it; where this is the oldest, begun a week before it was taken.
  const there =
    before === undefined
      ? sql("first_day IS NOT NULL AND first_day <= date(?, '-7 days')", copy.as_of)
      : sql(
          '(first_as_of, first_source) <= (?, ?) AND (source_as_of, source) >= (?, ?)',
          copy.as_of,
          copy.source,
          before.as_of,
          before.source,
        );
  const counts = await db.first<{ expected: number; found: number }>(
    sql(
      `SELECT count(*) AS expected, coalesce(sum(EXISTS (SELECT 1 FROM run_ad WHERE run_id = ? AND ad_id = ad.id)), 0) AS found
       FROM ad WHERE series = ? AND ${there.sql}`,
      run,
      best.series,
      ...there.values,
    ),
  );
  const fell = await db.first<{ n: number }>(
    sql(
      `SELECT count(*) AS n FROM run_ad AS r JOIN ad AS a ON a.id = r.ad_id
       WHERE r.run_id = ? AND r.impressions < a.impressions_min AND (a.source_as_of, a.source) <= (?, ?)`,
      run,
      copy.as_of,
      copy.source,
    ),
  );
  return {
    series: best.series,
    ads: total,
    shared: best.n,
    expected: counts?.expected ?? 0,
    found: counts?.found ?? 0,
    fell: fell?.n ?? 0,
  };
}

/**
 * Ads that a copy which came late does not show, though a stretch of copies goes over it; or that it is the first to lack between two
 * stretches.
 */
export async function wronglyCovered(db: Db, run: string, series: string, copy: Copy, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql(
      `SELECT a.id FROM ad AS a
       WHERE a.series = ?1 AND (coalesce(a.since_as_of, a.first_as_of), coalesce(a.since_source, a.first_source)) < (?2, ?3)
         AND (a.source_as_of, a.source) > (?2, ?3) AND NOT EXISTS (SELECT 1 FROM run_ad WHERE run_id = ?4 AND ad_id = a.id)
       UNION
       SELECT s.ad_id FROM sighting AS s JOIN ad AS a ON a.id = s.ad_id
       WHERE a.series = ?1 AND (s.first_as_of, s.first_source) < (?2, ?3) AND (s.last_as_of, s.last_source) > (?2, ?3)
         AND NOT EXISTS (SELECT 1 FROM run_ad WHERE run_id = ?4 AND ad_id = s.ad_id)
       UNION
       SELECT s.ad_id FROM sighting AS s JOIN ad AS a ON a.id = s.ad_id
       WHERE a.series = ?1 AND (s.last_as_of, s.last_source) < (?2, ?3) AND NOT EXISTS (SELECT 1 FROM run_ad WHERE run_id = ?4 AND ad_id = s.ad_id)
         AND (coalesce(a.since_as_of, a.first_as_of), coalesce(a.since_source, a.first_source)) > (s.last_as_of, s.last_source)
         AND (a.source_as_of, a.source) > (?2, ?3)
         AND NOT EXISTS (SELECT 1 FROM sighting AS n WHERE n.ad_id = s.ad_id AND (n.first_as_of, n.first_source) > (s.last_as_of, s.last_source)
                           AND (n.first_as_of, n.first_source) < (?2, ?3))
         AND NOT ((coalesce(a.since_as_of, a.first_as_of), coalesce(a.since_source, a.first_source)) < (?2, ?3))
         AND NOT EXISTS (SELECT 1 FROM revision AS r WHERE r.ad_id = s.ad_id AND r.kind = 'not-seen' AND r.from_as_of = s.last_as_of
                           AND r.from_source = s.last_source AND (r.to_as_of, r.to_source) <= (?2, ?3))
       LIMIT ?5`,
      series,
      copy.as_of,
      copy.source,
      run,
      limit,
    ),
  );
  return rows.map((row) => row.id);
}

/** Ads that the copy before this one showed and this one, the newest, does not: not seen in it. */
export function notSeenAnyMore(series: string, copy: Copy, before: Copy): Statement {
  return sql(
    `INSERT INTO revision (ad_id, to_as_of, to_source, field, kind, of, before, after, from_as_of, from_source, from_row, to_row,
                           account_id, currency, spend_min)
     SELECT id, ?1, ?2, '', 'not-seen', 'presence', '', '', source_as_of, source, source_row, NULL, account_id, coalesce(currency, ''),
            coalesce(spend_min, 0)
     FROM ad WHERE series = ?3 AND source = ?4 ON CONFLICT DO NOTHING`,
    copy.as_of,
    copy.source,
    series,
    before.source,
  );
}

/** A copy that came late is the first to lack ads which a newer one lacks too. */
export function lackingEarlier(run: string, series: string, copy: Copy, next: Copy): Statement {
  return sql(
    `UPDATE revision SET to_as_of = ?1, to_source = ?2
     WHERE to_source = ?3 AND field = '' AND kind = 'not-seen' AND (from_as_of, from_source) < (?1, ?2)
       AND ad_id IN (SELECT id FROM ad WHERE series = ?4) AND NOT EXISTS (SELECT 1 FROM run_ad WHERE run_id = ?5 AND ad_id = revision.ad_id)`,
    copy.as_of,
    copy.source,
    next.source,
    series,
    run,
  );
}
