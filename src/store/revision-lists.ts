/** Lists of what libraries rewrote of their own record. Read from the revisions alone: their number never hangs on the number of ads. */
import { AD_LIBRARIES } from '../core/platforms.ts';
import { type Db, type Statement, sql } from './db.ts';

/** Two copies of a library between which it changed something. */
export interface CopyPair {
  readonly from_source: string;
  readonly to_source: string;
  readonly from_as_of: string;
  readonly to_as_of: string;
  readonly from_name: string;
  readonly to_name: string;
  readonly library: string;
}

export interface RevisionFilter {
  readonly party?: string | undefined;
  readonly platform?: string | undefined;
  readonly library?: string | undefined;
  readonly field?: string | undefined;
  readonly kind?: string | undefined;
  readonly of?: string | undefined;
  /** SHA-256 of a copy, on either side. */
  readonly source?: string | undefined;
  readonly ad?: string | undefined;
}

/** Place in the list: largest spend first. */
export interface RevisionKey {
  readonly spend_min: number;
  readonly ad_id: string;
  readonly to_as_of: string;
  readonly to_source: string;
  readonly field: string;
}

export interface ListedRevision extends RevisionKey {
  readonly kind: string;
  readonly of: string;
  readonly before: string;
  readonly after: string;
  readonly from_as_of: string;
  readonly from_source: string;
  readonly from_row: number | null;
  readonly to_row: number | null;
  readonly platform: string;
  readonly library: string;
  readonly buyer: string;
  readonly payer: string;
  readonly currency: string | null;
  readonly ad_spend_min: number | null;
  readonly ad_spend_max: number | null;
  /** Only where the link of the account to the party is confirmed. */
  readonly party_id: string | null;
  readonly role: string | null;
  readonly from_name: string;
  readonly to_name: string;
}

/** What a revision can be about, in the order of the pages. */
export const REVISED = ['targeting', 'name', 'date', 'money', 'delivery', 'link', 'text', 'presence'] as const;

const MOST_PAIRS = 200;

/** All pairs of copies with revisions, the newest first. Steps over the index, so it reads a few rows a pair. */
export async function copyPairs(db: Db, filter: RevisionFilter = {}): Promise<CopyPair[]> {
  const rows = await db.all<CopyPair>(
    sql(
      `WITH RECURSIVE pair (t, f) AS (
         SELECT * FROM (SELECT to_source, from_source FROM revision ORDER BY to_source, from_source LIMIT 1)
         UNION ALL
         SELECT (SELECT to_source FROM revision WHERE (to_source, from_source) > (pair.t, pair.f) ORDER BY to_source, from_source LIMIT 1),
                (SELECT from_source FROM revision WHERE (to_source, from_source) > (pair.t, pair.f) ORDER BY to_source, from_source LIMIT 1)
         FROM pair WHERE pair.t IS NOT NULL LIMIT ?)
       SELECT a.sha256 AS from_source, b.sha256 AS to_source, a.as_of AS from_as_of, b.as_of AS to_as_of, a.name AS from_name,
              b.name AS to_name, b.library
       FROM pair JOIN source_file AS a ON a.sha256 = pair.f JOIN source_file AS b ON b.sha256 = pair.t
       ORDER BY b.as_of DESC, a.as_of DESC, b.sha256, a.sha256`,
      MOST_PAIRS,
    ),
  );
  return rows.filter(
    (pair) =>
      (filter.library === undefined || pair.library === filter.library) &&
      (filter.platform === undefined || AD_LIBRARIES.find((one) => one.id === pair.library)?.platform === filter.platform) &&
      (filter.source === undefined || pair.to_source === filter.source || pair.from_source === filter.source),
  );
}

const LISTED = `r.*, ad.platform, ad.library, ad.buyer, ad.payer, ad.currency, ad.spend_min AS ad_spend_min, ad.spend_max AS ad_spend_max,
  CASE WHEN account.confidence = 'confirmed' THEN account.party_id END AS party_id,
  CASE WHEN account.confidence = 'confirmed' THEN account.role END AS role, a.name AS from_name, b.name AS to_name`;
const JOINED = `JOIN ad ON ad.id = r.ad_id JOIN account ON account.id = r.account_id JOIN source_file AS a ON a.sha256 = r.from_source
  JOIN source_file AS b ON b.sha256 = r.to_source`;
const ORDER = 'r.spend_min DESC, r.ad_id, r.to_as_of, r.to_source, r.field';

/** Revisions that match, largest spend first, after the place given. */
export async function listRevisions(db: Db, filter: RevisionFilter, after: RevisionKey | null, limit: number): Promise<ListedRevision[]> {
  const { sql: where, values } = conditions(filter, after);
  if (filter.ad !== undefined || filter.party !== undefined) {
    return db.all<ListedRevision>(
      sql(`SELECT ${LISTED} FROM revision AS r ${JOINED} WHERE ${where} ORDER BY ${ORDER} LIMIT ?`, ...values, limit),
    );
  }
  const { source, library, platform, field, kind } = filter;
  if ([source, library, platform, field, kind].some((one) => one !== undefined)) {
    const pairs = (await copyPairs(db, filter)).map((pair) => [pair.to_source, pair.from_source]);
    if (pairs.length === 0) return [];
    return db.all<ListedRevision>(
      sql(
        `SELECT ${LISTED} FROM json_each(?) AS p CROSS JOIN revision AS r ON r.to_source = p.value->>0 AND r.from_source = p.value->>1 ${JOINED}
         WHERE ${where} ORDER BY ${ORDER} LIMIT ?`,
        JSON.stringify(pairs),
        ...values,
        limit,
      ),
    );
  }
  // The index begins with what a revision is about: one short list of each, put together.
  const lists = await Promise.all(
    (filter.of === undefined ? REVISED : [filter.of]).map((of) => {
      const own = conditions({ ...filter, of }, after);
      return db.all<ListedRevision>(
        sql(`SELECT ${LISTED} FROM revision AS r ${JOINED} WHERE ${own.sql} ORDER BY ${ORDER} LIMIT ?`, ...own.values, limit),
      );
    }),
  );
  return lists.flat().sort(inOrder).slice(0, limit);
}

function conditions(filter: RevisionFilter, after: RevisionKey | null): Statement {
  const where = ['true'];
  const values: (string | number)[] = [];
  const add = (condition: string, ...given: (string | number)[]) => {
    where.push(condition);
    values.push(...given);
  };
  if (filter.ad !== undefined) add('r.ad_id = ?', filter.ad);
  if (filter.party !== undefined)
    add("r.account_id IN (SELECT id FROM account WHERE party_id = ? AND confidence = 'confirmed')", filter.party);
  if (filter.of !== undefined) add('r.of = ?', filter.of);
  if (filter.field !== undefined) add('r.field = ?', filter.field);
  if (filter.kind !== undefined) add('r.kind = ?', filter.kind);
  if (filter.source !== undefined) add('(r.to_source = ? OR r.from_source = ?)', filter.source, filter.source);
  if (filter.platform !== undefined) add('ad.platform = ?', filter.platform);
  if (filter.library !== undefined) add('b.library = ?', filter.library);
  if (after !== null) {
    const { spend_min, ad_id, to_as_of, to_source, field } = after;
    add(
      '(r.spend_min < ? OR (r.spend_min = ? AND (r.ad_id, r.to_as_of, r.to_source, r.field) > (?, ?, ?, ?)))',
      ...[spend_min, spend_min, ad_id, to_as_of, to_source, field],
    );
    // Said once more in the form in which the index can be entered.
    add('r.spend_min <= ?', spend_min);
  }
  return { sql: where.join(' AND '), values };
}

function inOrder(a: RevisionKey, b: RevisionKey): number {
  if (a.spend_min !== b.spend_min) return b.spend_min - a.spend_min;
  for (const name of ['ad_id', 'to_as_of', 'to_source', 'field'] as const) if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  return 0;
}
