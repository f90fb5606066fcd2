/** Ads and their observations, read for lists and pages. Keyset paging only: newest first, by first day and id. */
import { type Db, sql } from './db.ts';
import type { ad, observation } from './schema-ads.ts';
import type { source_file } from './schema-files.ts';

export type AdRow = typeof ad.$inferSelect;
/** An observation as stored, with the copies that show it spelled out. */
export type ObservationRow = Omit<typeof observation.$inferSelect, 'source' | 'source_row' | 'first_as_of' | 'last_as_of'> & {
  /** Id of its ad. */
  readonly ad_id: string;
  readonly source: string;
  readonly source_row: number;
  readonly first_as_of: string;
  readonly last_as_of: string;
  /** 1: the newest copy of the ad does not show it any more. */
  readonly is_past: number;
};
export type SourceFileRow = typeof source_file.$inferSelect;
export type ListedAd = AdRow & { readonly party_id: string | null; readonly role: string | null };

export interface AdFilter {
  readonly party?: string | undefined;
  readonly platform?: string | undefined;
  readonly role?: string | undefined;
  readonly account?: string | undefined;
  readonly criterion?: string | undefined;
  readonly direction?: string | undefined;
  /** First day of the ad, from and to inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Ads that match, newest first, after the place given. `first_day` is '' for ads without a start. */
export async function listAds(
  db: Db,
  filter: AdFilter,
  after: { first_day: string; id: string } | null,
  limit: number,
): Promise<ListedAd[]> {
  const where = ["ad.kind = 'ad'"];
  const values: (string | number)[] = [];
  const add = (condition: string, ...given: (string | number)[]) => {
    where.push(condition);
    values.push(...given);
  };
  if (filter.party) add("ad.account_id IN (SELECT id FROM account WHERE party_id = ? AND confidence = 'confirmed')", filter.party);
  if (filter.role) add('account.role = ?', filter.role);
  if (filter.account) add('ad.account_id = ?', filter.account);
  if (filter.platform) add('ad.platform = ?', filter.platform);
  if (filter.from) add('ad.first_day >= ?', filter.from);
  if (filter.to) add('ad.first_day <= ?', filter.to);
  if (filter.criterion) {
    const direction = filter.direction ? ' AND o.direction = ?' : '';
    add(
      `EXISTS (SELECT 1 FROM observation AS o WHERE o.ad = ad.number AND o.criterion = ?${direction})`,
      filter.criterion,
      ...(filter.direction ? [filter.direction] : []),
    );
  }
  if (after) add(`(coalesce(ad.first_day, ''), ad.id) < (?, ?)`, after.first_day, after.id);
  return db.all<ListedAd>(
    sql(
      `SELECT ad.*, CASE WHEN account.confidence = 'confirmed' THEN account.party_id END AS party_id, account.role FROM ad JOIN account ON account.id = ad.account_id
       WHERE ${where.join(' AND ')} ORDER BY ad.first_day DESC, ad.id DESC LIMIT ?`,
      ...values,
      limit,
    ),
  );
}

export async function findAd(db: Db, id: string): Promise<AdRow | null> {
  return db.first<AdRow>(sql('SELECT * FROM ad WHERE id = ?', id));
}

/** An observation is silent where it says what its ad says. */
const OBSERVATION = `o.ad, ad.id AS ad_id, o.criterion, o.direction, o.value_key, o.level, o.field, o.value_list, o.value_count, o.hidden, o.rank, o.mapping_version,
  o.part, coalesce(o.source, ad.first_source) AS source, coalesce(o.source_row, ad.first_row) AS source_row,
  coalesce(o.first_as_of, ad.first_as_of) AS first_as_of, coalesce(o.last_as_of, ad.source_as_of) AS last_as_of,
  o.last_as_of IS NOT NULL AS is_past`;

export async function observationsOf(db: Db, adId: string): Promise<ObservationRow[]> {
  return db.all<ObservationRow>(
    sql(
      `SELECT ${OBSERVATION} FROM observation AS o JOIN ad ON ad.number = o.ad WHERE ad.id = ? ORDER BY o.criterion, o.direction, o.value_key`,
      adId,
    ),
  );
}

/** The ads of a party that show a criterion, largest spend first: the examples behind a finding. */
export async function adsBehind(
  db: Db,
  party: string,
  criterion: string | null,
  direction: string | null,
  platform: string | null,
  limit: number,
): Promise<AdRow[]> {
  return db.all<AdRow>(
    sql(
      `SELECT ad.* FROM ad JOIN account ON account.id = ad.account_id
       WHERE account.party_id = ?1 AND account.confidence = 'confirmed' AND (?2 IS NULL OR ad.platform = ?2)
         AND (?3 IS NULL OR EXISTS (SELECT 1 FROM observation AS o WHERE o.ad = ad.number AND o.criterion = ?3
                                    AND (?4 IS NULL OR o.direction = ?4)))
       ORDER BY ad.spend_min DESC, ad.id LIMIT ?5`,
      party,
      platform,
      criterion,
      direction,
      limit,
    ),
  );
}

export async function findSourceFile(db: Db, sha256: string): Promise<SourceFileRow | null> {
  return db.first<SourceFileRow>(sql('SELECT * FROM source_file WHERE sha256 = ?', sha256));
}

/** The source file received last. */
export async function newestSourceFile(db: Db): Promise<SourceFileRow | null> {
  return db.first<SourceFileRow>(sql('SELECT * FROM source_file ORDER BY as_of DESC, received_at DESC LIMIT 1'));
}

export interface ObservationFilter {
  readonly ad?: string | undefined;
  readonly party?: string | undefined;
  readonly criterion?: string | undefined;
  readonly direction?: string | undefined;
}

/** Observations in the order of their key, after the place given. */
export async function listObservations(
  db: Db,
  filter: ObservationFilter,
  after: { ad: number; criterion: string; direction: string; value_key: string } | null,
  limit: number,
): Promise<ObservationRow[]> {
  const where = ['1 = 1'];
  const values: (string | number)[] = [];
  if (filter.ad) {
    where.push('o.ad = (SELECT number FROM ad WHERE id = ?)');
    values.push(filter.ad);
  }
  if (filter.party) {
    where.push(
      "o.ad IN (SELECT ad.number FROM ad JOIN account ON account.id = ad.account_id WHERE account.party_id = ? AND account.confidence = 'confirmed')",
    );
    values.push(filter.party);
  }
  if (filter.criterion) {
    where.push('o.criterion = ?');
    values.push(filter.criterion);
  }
  if (filter.direction) {
    where.push('o.direction = ?');
    values.push(filter.direction);
  }
  if (after) {
    where.push('(o.ad, o.criterion, o.direction, o.value_key) > (?, ?, ?, ?)');
    values.push(after.ad, after.criterion, after.direction, after.value_key);
  }
  return db.all<ObservationRow>(
    sql(
      `SELECT ${OBSERVATION} FROM observation AS o JOIN ad ON ad.number = o.ad WHERE ${where.join(' AND ')}
       ORDER BY o.ad, o.criterion, o.direction, o.value_key LIMIT ?`,
      ...values,
      limit,
    ),
  );
}

/** How many ads, observations, source files, snapshots and declarations there are. */
export async function tallies(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db.all<{ name: string; n: number }>(
    sql(
      `SELECT name, n FROM tally UNION ALL SELECT 'source_files', count(*) FROM source_file
       UNION ALL SELECT 'snapshots', count(*) FROM snapshot UNION ALL SELECT 'declarations', count(*) FROM declaration`,
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.n]));
}
