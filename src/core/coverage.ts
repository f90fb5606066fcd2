/**
 * For which days a copy of an ad library is stored that would show what ran: without it an absence cannot be told from "nobody looked".
 */
import type { Platform } from './observation.ts';
import { adLibrary, type LibraryId } from './platforms.ts';
import { type Period, union } from './spells.ts';
import { addDays, type Day } from './time.ts';

/** A stretch of days, both ends among them, for which a copy of a library is stored that would show what ran. */
export interface Coverage {
  readonly library: LibraryId;
  readonly platform: Platform;
  /** `page-window`: the copy says what all ads of a page used together, and nothing of one ad. */
  readonly level: 'ad' | 'page-window';
  readonly first: Day;
  readonly last: Day;
  /** The account whose page it is about; `null`: it shows every advertiser. */
  readonly account: string | null;
}

/** A stored copy whose rows have all been read. A copy that is held, waiting or failed covers nothing and is left out. */
export interface StoredCopy {
  readonly library: LibraryId;
  /** The day it was taken. */
  readonly as_of: Day;
  /** First and last day on which ads of it began; of a window, its own first and last day. `null`: nothing in it has a day. */
  readonly first_day: Day | null;
  readonly last_day: Day | null;
  /** Of a window, the account of its page. A window without one covers nothing. */
  readonly account?: string | null;
}

/** A copy in which ads began this many days before it was taken, or less, is current: the days since then are covered too. */
export const CURRENT_DAYS = 14;

/** How far a copy of a library reaches. Libraries of which somebody chose the rows, or which show money alone, cover nothing. */
const REACH: Partial<Record<LibraryId, 'whole' | 'year' | 'window'>> = {
  google: 'whole',
  'meta-audience': 'window',
  // One file a year. A few of its ads began in the year before: the file of that year is the whole record of them.
  snapchat: 'year',
};

/**
 * The days covered by copies, united for each library and page, in one order whatever the order of the copies. A whole copy covers from
 * the first day of its ads to the last, and on to the day it was taken when ads began within `CURRENT_DAYS` before. An ad that began
 * before the first day covered, and still ran, is in no copy: coverage says nothing of it. Never throws.
 */
export function coveredPeriods(copies: readonly StoredCopy[]): readonly Coverage[] {
  const groups = new Map<string, { readonly library: LibraryId; readonly account: string | null; readonly periods: Period[] }>();
  for (const copy of copies) {
    const period = periodOf(copy);
    if (period === null) continue;
    const account = REACH[copy.library] === 'window' ? (copy.account ?? null) : null;
    const key = JSON.stringify([copy.library, account ?? '']);
    const group = groups.get(key) ?? { library: copy.library, account, periods: [] };
    group.periods.push(period);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { library, account, periods }]) => {
      const { platform } = adLibrary(library);
      const level = account === null ? 'ad' : 'page-window';
      return united(periods).map(({ first, last }) => ({ library, platform, level, first, last, account }));
    });
}

/**
 * Coverage without days that cannot be judged: those on which ads of an account ran whose link to the party is not confirmed. What such
 * an ad used may be the party's use, so its absence elsewhere says nothing..
 */
export function exceptDays(
  coverage: readonly Coverage[],
  unsure: readonly { readonly platform: Platform; readonly first: Day; readonly last: Day }[],
): readonly Coverage[] {
  return coverage.flatMap((one) => {
    const holes = united(unsure.filter(({ platform }) => platform === one.platform));
    const left: Coverage[] = [];
    let { first } = one;
    for (const hole of holes) {
      if (hole.last < first || hole.first > one.last) continue;
      if (first < hole.first) left.push({ ...one, first, last: addDays(hole.first, -1) });
      first = addDays(hole.last, 1);
    }
    return first <= one.last ? [...left, { ...one, first }] : left;
  });
}

function periodOf({ library, as_of, first_day, last_day, account }: StoredCopy): Period | null {
  const reach = REACH[library];
  if (reach === undefined || first_day === null || last_day === null || first_day > last_day) return null;
  if (reach === 'window') return account === undefined || account === null ? null : { first: first_day, last: last_day };
  const year = last_day.slice(0, 4);
  const first = reach === 'year' && first_day < `${year}-01-01` ? `${year}-01-01` : first_day;
  const end = reach === 'year' && as_of > `${year}-12-31` ? `${year}-12-31` : as_of;
  const last = last_day >= addDays(end, -CURRENT_DAYS) ? end : last_day;
  return first <= last ? { first, last } : null;
}

function united(periods: readonly Period[]): readonly { readonly first: Day; readonly last: Day }[] {
  return union(periods).flatMap(({ first, last }) => (last === null ? [] : [{ first, last }]));
}
