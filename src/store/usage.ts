/** What roll-ups say: a party's case, its totals, and the advertisers that nobody mapped. Neither ever loads an ad. */
import type { CriterionId } from '../core/criteria.ts';
import type { AccountRole, Running, Use } from '../core/evidence.ts';
import type { Direction, Platform } from '../core/observation.ts';
import { type DayCount, spendOf, stretches } from '../core/running-days.ts';
import { type Db, sql } from './db.ts';

interface Key {
  account_id: string;
  criterion: string;
  direction: string;
  library: string;
  rank: number;
  currency: string;
  platform: string;
  payer: string;
  role: string;
}
type DayRow = Key & DayCount;
type WindowRow = Key & { first_day: string; last_day: string; ads: number; spend_min: number; spend_max: number | null };

/**
 * What a party's confirmed accounts were seen to use, and when they ran anything. Ads without a first day are left out; windows are uses and
 * no ads that ran: they overlap, and what ran in them is known by its uses.
 */
export async function usesOf(db: Db, party: string): Promise<{ uses: Use[]; running: Running[] }> {
  const rows = await db.all<DayRow>(
    sql(
      `SELECT u.*, a.platform, a.payer, a.role FROM account AS a JOIN usage_day AS u ON u.account_id = a.id
       WHERE a.party_id = ? AND a.confidence = 'confirmed' AND u.day <> ''
       ORDER BY u.account_id, u.criterion, u.direction, u.library, u.rank, u.currency, u.day`,
      party,
    ),
  );
  const uses: Use[] = [];
  const running = new Map<string, Running>();
  for (const group of groups(rows)) {
    const [head] = group;
    if (head === undefined) continue;
    for (const stretch of stretches(group)) {
      const { first, last, ads } = stretch;
      if (head.criterion !== '') {
        // Amounts without a currency are never added, and the pieces of a sum say nothing.
        const spend = head.currency === '' ? [] : [spendOf(stretch, head.currency)];
        uses.push({ ...useOf(head), level: 'ad', first, last, ads, spend });
      } else if (ads > 0) {
        const key = [head.account_id, first, last].join('\n');
        const before = running.get(key)?.ads ?? 0;
        running.set(key, { ...runnerOf(head), first, last, ads: before + ads });
      }
    }
  }
  const windows = await db.all<WindowRow>(
    sql(
      `SELECT u.*, a.platform, a.payer, a.role FROM account AS a JOIN usage_window AS u ON u.account_id = a.id
       WHERE a.party_id = ? AND a.confidence = 'confirmed' AND u.first_day <> ''
       ORDER BY u.account_id, u.criterion, u.direction, u.library, u.rank, u.currency, u.first_day, u.last_day`,
      party,
    ),
  );
  for (const row of windows) {
    const spend = row.currency === '' ? [] : [{ min: row.spend_min, max: row.spend_max, currency: row.currency }];
    uses.push({ ...useOf(row), level: 'page-window', first: row.first_day, last: row.last_day, ads: row.ads, spend });
  }
  return { uses, running: [...running.values()] };
}

/** The days on which ads of accounts ran whose link to the party nobody confirmed: on them, "nothing seen" cannot be said. */
export async function unsureDays(db: Db, party: string): Promise<{ platform: Platform; first: string; last: string }[]> {
  const rows = await db.all<DayRow>(
    sql(
      `SELECT u.*, a.platform, a.payer, a.role FROM account AS a JOIN usage_day AS u ON u.account_id = a.id
       WHERE a.party_id = ? AND a.confidence <> 'confirmed' AND u.criterion = '' AND u.day <> ''
       ORDER BY u.account_id, u.criterion, u.direction, u.library, u.rank, u.currency, u.day`,
      party,
    ),
  );
  return groups(rows).flatMap((group) =>
    stretches(group).map(({ first, last }) => ({ platform: (group[0]?.platform ?? 'snapchat') as Platform, first, last })),
  );
}

function useOf(row: Key): Pick<Use, 'platform' | 'criterion' | 'direction' | 'account' | 'rank'> {
  return {
    platform: row.platform as Platform,
    criterion: row.criterion as CriterionId,
    direction: row.direction as Direction,
    account: row.account_id,
    rank: row.rank < 0 ? null : row.rank,
  };
}

function runnerOf(row: Key): Pick<Running, 'platform' | 'account' | 'payer' | 'role'> {
  return { platform: row.platform as Platform, account: row.account_id, payer: row.payer, role: row.role as AccountRole };
}

/** Rows that differ only in their day, which follow one another. */
function groups(rows: readonly DayRow[]): DayRow[][] {
  const found: DayRow[][] = [];
  let key = '';
  for (const row of rows) {
    const own = [row.account_id, row.criterion, row.direction, row.library, row.rank, row.currency].join('\n');
    if (own === key) found.at(-1)?.push(row);
    else found.push([row]);
    key = own;
  }
  return found;
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

/** An account's totals: without an upper bound where one of its ads has none. */
const TOTALS = `t.account_id, t.currency, t.ads, t.spend_min, CASE WHEN t.open = 0 THEN t.spend_max END AS spend_max, t.first_day, t.last_day`;

/** Ads, spend and days of each account of a party, one row per currency. */
export async function accountTotals(db: Db, party: string): Promise<AccountTotal[]> {
  return db.all<AccountTotal>(
    sql(
      `SELECT ${TOTALS} FROM account AS a JOIN account_total AS t ON t.account_id = a.id
       WHERE a.party_id = ? AND a.confidence = 'confirmed' AND t.ads > 0 ORDER BY t.account_id, t.currency`,
      party,
    ),
  );
}

/** Totals of one account, one row per currency. */
export async function totalsOf(db: Db, accountId: string): Promise<AccountTotal[]> {
  return db.all<AccountTotal>(
    sql(`SELECT ${TOTALS} FROM account_total AS t WHERE t.account_id = ? AND t.ads > 0 ORDER BY t.currency`, accountId),
  );
}

/** Advertisers of a currency that no party is mapped to, largest spend first. Listed, never guessed. */
export async function unmapped(
  db: Db,
  currency: string,
  limit: number,
): Promise<(AccountTotal & { platform: string; buyer: string; payer: string })[]> {
  return db.all(
    sql(
      `SELECT ${TOTALS}, a.platform, a.buyer, a.payer FROM account_total AS t JOIN account AS a ON a.id = t.account_id
       WHERE t.mapped = 0 AND t.currency = ? AND t.ads > 0 ORDER BY t.spend_min DESC, t.account_id LIMIT ?`,
      currency,
      limit,
    ),
  );
}
