/** Sums over the revisions between two copies: how many ads, whose, and for how much. Bounded: a copy that changed more says so. */
import { type Db, sql } from './db.ts';
import type { CopyPair } from './revision-lists.ts';

/** Ads and spend of one group, one row per currency and party. Amounts of different currencies are never added. */
export interface RevisionSum {
  readonly of: string;
  /** Empty with an empty kind: the changed ads themselves, each once. */
  readonly field: string;
  readonly kind: string;
  readonly currency: string;
  /** `null`: no party, or none confirmed. */
  readonly party_id: string | null;
  readonly ads: number;
  readonly spend_min: number;
  readonly spend_max: number;
  /** Ads whose spend has no upper bound. */
  readonly open: number;
}

export interface PairSums {
  readonly sums: readonly RevisionSum[];
  /** False: there are more revisions than were added up. */
  readonly whole: boolean;
}

/** Revisions of one pair that are added up at most. */
const MOST = 10_000;

const SUMS = `coalesce(ad.currency, '') AS currency, CASE WHEN account.confidence = 'confirmed' THEN account.party_id END AS party_id,
  count(*) AS ads, sum(coalesce(ad.spend_min, 0)) AS spend_min, sum(coalesce(ad.spend_max, 0)) AS spend_max,
  sum(ad.spend_min IS NOT NULL AND ad.spend_max IS NULL) AS open`;

export async function pairSums(db: Db, pair: CopyPair): Promise<PairSums> {
  const bounded = `SELECT * FROM revision WHERE to_source = ? AND from_source = ? LIMIT ${MOST + 1}`;
  const changes = await db.all<RevisionSum>(
    sql(
      `SELECT r.of, r.field, r.kind, ${SUMS} FROM (${bounded}) AS r JOIN ad ON ad.id = r.ad_id JOIN account ON account.id = r.account_id
       GROUP BY 1, 2, 3, 4, 5`,
      pair.to_source,
      pair.from_source,
    ),
  );
  const all = await db.all<RevisionSum>(
    sql(
      `SELECT '' AS of, '' AS field, '' AS kind, ${SUMS} FROM (SELECT DISTINCT ad_id, account_id FROM (${bounded})) AS r
       JOIN ad ON ad.id = r.ad_id JOIN account ON account.id = r.account_id GROUP BY 4, 5`,
      pair.to_source,
      pair.from_source,
    ),
  );
  return { sums: [...all, ...changes], whole: changes.reduce((sum, row) => sum + row.ads, 0) <= MOST };
}

/** How many ads two fields changed for alike, in one kind: as many as each of them when they are the very same ads. */
export async function adsInCommon(db: Db, pair: CopyPair, kind: string, one: string, other: string): Promise<number> {
  const row = await db.first<{ n: number }>(
    sql(
      `SELECT count(*) AS n FROM revision AS x JOIN revision AS y
         ON y.ad_id = x.ad_id AND y.to_as_of = x.to_as_of AND y.to_source = x.to_source AND y.field = ? AND y.kind = x.kind
       WHERE x.to_source = ? AND x.from_source = ? AND x.field = ? AND x.kind = ?`,
      ...[other, pair.to_source, pair.from_source, one, kind],
    ),
  );
  return row?.n ?? 0;
}
