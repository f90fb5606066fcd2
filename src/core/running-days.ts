/**
 * How many ads ran in any stretch of days, told from the days on which they began and ended alone. Whoever pairs beginnings with ends
 * in order gets periods of which as many meet any stretch as there were ads: what a case costs then hangs on days and not on ads.
 */
import type { Money } from './observation.ts';
import type { Day } from './time.ts';

/** What began and what ended on a day: ads, and their spend in minor units, lower and upper bounds apart. */
export interface DayCount {
  readonly day: Day;
  readonly started: number;
  readonly ended: number;
  readonly min_started: number;
  readonly max_started: number;
  /** Ads that began on the day and whose spend has no upper bound. */
  readonly open_started: number;
  readonly min_ended: number;
  readonly max_ended: number;
  readonly open_ended: number;
}

/** Ads that ran from `first` to `last`. Only sums over a stretch of days say something; one row by itself does not. */
export interface Stretch {
  readonly first: Day;
  readonly last: Day;
  readonly ads: number;
  readonly min: number;
  readonly max: number;
  readonly open: number;
}

const QUANTITIES = ['ads', 'min', 'max', 'open'] as const;
type Quantity = (typeof QUANTITIES)[number];

/**
 * Stretches that give, for every stretch of days, the very sums that the ads themselves would give: ads, lower bounds, upper bounds and
 * ads without one. `counts` are of one account, criterion, direction and currency, days in order; each day once.
 */
export function stretches(counts: readonly DayCount[]): readonly Stretch[] {
  const found = new Map<string, { first: Day; last: Day; ads: number; min: number; max: number; open: number }>();
  for (const quantity of QUANTITIES) {
    for (const { first, last, amount } of paired(counts, quantity)) {
      const key = `${first} ${last}`;
      const known = found.get(key) ?? { first, last, ads: 0, min: 0, max: 0, open: 0 };
      known[quantity] += amount;
      found.set(key, known);
    }
  }
  return [...found.values()].sort((a, b) => (a.first !== b.first ? (a.first < b.first ? -1 : 1) : a.last < b.last ? -1 : 1));
}

/** The spend of a stretch in a currency ('' where the library names none). */
export function spendOf(stretch: Stretch, currency: string): Money {
  return { min: stretch.min, max: stretch.open > 0 ? null : stretch.max, currency: currency || null };
}

/** Beginnings paired with ends, first with first. */
function paired(counts: readonly DayCount[], quantity: Quantity): readonly { first: Day; last: Day; amount: number }[] {
  const began = counts.map((count) => ({ day: count.day, left: startedOf(count, quantity) })).filter(({ left }) => left > 0);
  const found: { first: Day; last: Day; amount: number }[] = [];
  let at = 0;
  for (const count of counts) {
    let left = endedOf(count, quantity);
    while (left > 0) {
      const start = began[at];
      if (start === undefined) break;
      const amount = Math.min(left, start.left);
      found.push({ first: start.day, last: count.day, amount });
      left -= amount;
      start.left -= amount;
      if (start.left === 0) at += 1;
    }
  }
  return found;
}

function startedOf(count: DayCount, quantity: Quantity): number {
  return { ads: count.started, min: count.min_started, max: count.max_started, open: count.open_started }[quantity];
}

function endedOf(count: DayCount, quantity: Quantity): number {
  return { ads: count.ended, min: count.min_ended, max: count.max_ended, open: count.open_ended }[quantity];
}
