/**
 * The roll-up of ads by account, criterion, direction and days: what cases and totals are made from, so that neither ever
 * loads an ad. The empty criterion counts the ads themselves.
 */

import type { CriterionId } from '../core/criteria.ts';
import type { AccountRole, Running, Use } from '../core/evidence.ts';
import type { Direction, EvidenceLevel, Money, Platform } from '../core/observation.ts';
import { type Db, type Statement, sql } from './db.ts';

const COUNTED = `count(*), sum(coalesce(a.spend_min, 0)), CASE WHEN count(*) = count(a.spend_max) THEN sum(a.spend_max) END`;
const DAYS = `coalesce(a.first_day, ''), coalesce(a.last_day, a.first_day, ''), coalesce(a.currency, '')`;
const TOUCHED = '(SELECT account_id FROM touched WHERE run_id = ?1)';

/** Counts again every account that an import touched. Belongs into one batch; running it twice changes nothing. */
export function recount(run: string): Statement[] {
  return [
    sql(`DELETE FROM usage WHERE account_id IN ${TOUCHED}`, run),
    sql(
      `INSERT INTO usage (account_id, platform, criterion, direction, level, first_day, last_day, currency, ads, spend_min, spend_max, rank)
       SELECT a.account_id, a.platform, o.criterion, o.direction, o.level, ${DAYS}, ${COUNTED}, max(o.rank)
       FROM ad AS a JOIN (SELECT ad_id, criterion, direction, level, max(rank) AS rank FROM observation
                          WHERE ad_id IN (SELECT id FROM ad WHERE account_id IN ${TOUCHED})
                          GROUP BY ad_id, criterion, direction, level) AS o ON o.ad_id = a.id
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
      run,
    ),
    sql(
      `INSERT INTO usage (account_id, platform, criterion, direction, level, first_day, last_day, currency, ads, spend_min, spend_max, rank)
       SELECT a.account_id, a.platform, '', '', 'ad', ${DAYS}, ${COUNTED}, NULL
       FROM ad AS a WHERE a.account_id IN ${TOUCHED} GROUP BY 1, 2, 6, 7, 8`,
      run,
    ),
    sql(`DELETE FROM account_total WHERE account_id IN ${TOUCHED}`, run),
    sql(
      `INSERT INTO account_total (account_id, currency, mapped, ads, spend_min, spend_max, first_day, last_day)
       SELECT u.account_id, u.currency, a.party_id IS NOT NULL, sum(u.ads), sum(u.spend_min),
              CASE WHEN count(*) = count(u.spend_max) THEN sum(u.spend_max) END, coalesce(min(nullif(u.first_day, '')), ''), max(u.last_day)
       FROM usage AS u JOIN account AS a ON a.id = u.account_id
       WHERE u.criterion = '' AND u.account_id IN ${TOUCHED} GROUP BY 1, 2`,
      run,
    ),
    sql(`UPDATE tally SET n = (SELECT count(*) FROM ad) WHERE name = 'ads'`),
    sql(`UPDATE tally SET n = (SELECT count(*) FROM observation) WHERE name = 'observations'`),
  ];
}

interface UsageRow {
  account_id: string;
  platform: string;
  criterion: string;
  direction: string;
  level: string;
  first_day: string;
  last_day: string;
  currency: string;
  ads: number;
  spend_min: number;
  spend_max: number | null;
  rank: number | null;
  payer: string;
  role: string;
}

/** What a party's confirmed accounts were seen to use, and when they ran anything. Ads without a first day are left out. */
export async function usesOf(db: Db, party: string): Promise<{ uses: Use[]; running: Running[] }> {
  const rows = await db.all<UsageRow>(
    sql(
      `SELECT u.*, a.payer AS payer, a.role AS role FROM account AS a JOIN usage AS u ON u.account_id = a.id
       WHERE a.party_id = ? AND a.confidence = 'confirmed' AND u.first_day <> ''
       ORDER BY u.account_id, u.criterion, u.direction, u.level, u.first_day, u.last_day, u.currency`,
      party,
    ),
  );
  const uses = new Map<string, Use & { spend: Money[] }>();
  const running = new Map<string, Running & { ads: number }>();
  for (const row of rows) {
    const platform = row.platform as Platform;
    const key = [row.account_id, row.criterion, row.direction, row.level, row.first_day, row.last_day].join('\n');
    if (row.criterion === '') {
      const before = running.get(key);
      const ads = (before?.ads ?? 0) + row.ads;
      running.set(key, {
        platform,
        account: row.account_id,
        payer: row.payer,
        role: row.role as AccountRole,
        first: row.first_day,
        last: row.last_day,
        ads,
      });
      continue;
    }
    const spend: Money = { min: row.spend_min, max: row.spend_max, currency: row.currency || null };
    const before = uses.get(key);
    uses.set(key, {
      platform,
      criterion: row.criterion as CriterionId,
      direction: row.direction as Direction,
      level: row.level as EvidenceLevel,
      account: row.account_id,
      first: row.first_day,
      last: row.last_day,
      ads: (before?.ads ?? 0) + row.ads,
      spend: [...(before?.spend ?? []), spend],
      rank: maxRank(before?.rank ?? null, row.rank),
    });
  }
  return { uses: [...uses.values()], running: [...running.values()] };
}

export interface AccountTotal {
  readonly account_id: string;
  readonly currency: string;
  readonly ads: number;
  readonly spend_min: number;
  readonly spend_max: number | null;
  readonly first_day: string;
  readonly last_day: string;
}

/** Ads, spend and days of each account of a party, one row per currency. */
export async function accountTotals(db: Db, party: string): Promise<AccountTotal[]> {
  return db.all<AccountTotal>(
    sql(
      `SELECT t.* FROM account AS a JOIN account_total AS t ON t.account_id = a.id
       WHERE a.party_id = ? AND a.confidence = 'confirmed' ORDER BY t.account_id, t.currency`,
      party,
    ),
  );
}

/** Totals of one account, one row per currency. */
export async function totalsOf(db: Db, accountId: string): Promise<AccountTotal[]> {
  return db.all<AccountTotal>(sql('SELECT * FROM account_total WHERE account_id = ? ORDER BY currency', accountId));
}

/** Advertisers of a currency that no party is mapped to, largest spend first. Listed, never guessed. */
export async function unmapped(
  db: Db,
  currency: string,
  limit: number,
): Promise<(AccountTotal & { platform: string; buyer: string; payer: string })[]> {
  return db.all(
    sql(
      `SELECT t.*, a.platform, a.buyer, a.payer FROM account_total AS t JOIN account AS a ON a.id = t.account_id
       WHERE t.mapped = 0 AND t.currency = ? ORDER BY t.spend_min DESC, t.account_id LIMIT ?`,
      currency,
      limit,
    ),
  );
}

function maxRank(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  if (b === null) return a;
  return a > b ? a : b;
}
