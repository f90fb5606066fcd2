/** Calendar arithmetic for answers that change from day to day. Pure: it knows nothing of parties, notices or ads. */
import { addDays, type Day } from './time.ts';

/** A stretch of days, both ends among them. `last: null` has no end. */
export interface Period {
  readonly first: Day;
  readonly last: Day | null;
}

/** A stretch of days with one answer. `to: null`: it still stands. */
export interface Spell<A> {
  readonly from: Day;
  readonly to: Day | null;
  readonly answer: A;
}

/** How one question is answered day by day. */
export interface Course<A> {
  /** The first day on which the question may arise. */
  readonly from: Day;
  /** The day on which the question is put: nothing later is answered, and what holds today still stands. */
  readonly today: Day;
  /** Every day on which the answer may differ from the day before. More than needed does no harm. */
  readonly turns: Iterable<Day>;
  /** The answer on a day, given the answer of the day before. `null`: the question does not arise. */
  readonly answer: (day: Day, before: A | null) => A | null;
  /** Two answers with one key are the same answer. */
  readonly key: (answer: A) => string;
}

/**
 * The spells of a course, oldest first. They never overlap; neighbours with the same key are one spell and keep the answer of
 * the earlier, so that what is learned later never rewrites what was said of earlier days.
 */
export function spells<A>(course: Course<A>): readonly Spell<A>[] {
  const days = [...new Set([course.from, ...course.turns])].filter((day) => day >= course.from && day <= course.today).sort();
  const found: Spell<A>[] = [];
  let open: Spell<A> | null = null;
  for (const day of days) {
    const answer = course.answer(day, open?.answer ?? null);
    if (open !== null && answer !== null && course.key(open.answer) === course.key(answer)) continue;
    if (open !== null) found.push({ ...open, to: addDays(day, -1) });
    open = answer === null ? null : { from: day, to: null, answer };
  }
  if (open !== null) found.push(open);
  return found;
}

/** The same days as non-overlapping periods, oldest first; neighbours without a day between them are one. */
export function union(periods: readonly Period[]): readonly Period[] {
  const sorted = periods.filter(hasDays).sort(byStart);
  const merged: Period[] = [];
  for (const period of sorted) {
    const last = merged.at(-1);
    if (last === undefined || (last.last !== null && addDays(last.last, 1) < period.first)) merged.push(period);
    else merged[merged.length - 1] = { first: last.first, last: laterEnd(last.last, period.last) };
  }
  return merged;
}

/** True when the day lies in one of the periods. */
export function covers(periods: readonly Period[], day: Day): boolean {
  return periods.some((period) => period.first <= day && (period.last === null || day <= period.last));
}

/** The last day on or before `day` that lies in one of the periods; `null` when there is none. */
export function lastCovered(periods: readonly Period[], day: Day): Day | null {
  let found: Day | null = null;
  for (const period of periods) {
    if (period.first > day) continue;
    const last = period.last === null || period.last > day ? day : period.last;
    if (last >= period.first && (found === null || last > found)) found = last;
  }
  return found;
}

/** The days on which the periods begin, and the days after they end. */
export function turnsOf(periods: readonly Period[]): readonly Day[] {
  return periods.flatMap((period) => (period.last === null ? [period.first] : [period.first, addDays(period.last, 1)]));
}

/** True when two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return (b.last === null || a.first <= b.last) && (a.last === null || b.first <= a.last);
}

/** The first day of all the periods, `null` when there is none. */
export function firstDay(periods: readonly Period[]): Day | null {
  return periods.filter(hasDays).sort(byStart)[0]?.first ?? null;
}

/** The part of each spell from `from` to `to`; spells outside are dropped. */
export function within<S extends { readonly from: Day; readonly to: Day | null }>(
  all: readonly S[],
  from: Day,
  to: Day | null,
): readonly S[] {
  return all
    .filter((spell) => overlap({ first: spell.from, last: spell.to }, { first: from, last: to }))
    .map((spell) => ({ ...spell, from: spell.from < from ? from : spell.from, to: earlierEnd(spell.to, to) }));
}

/** The earlier of two last days, where `null` has no end. */
export function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

function laterEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

function hasDays(period: Period): boolean {
  return period.last === null || period.first <= period.last;
}

function byStart(a: Period, b: Period): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  if (a.last === b.last) return 0;
  if (a.last === null) return 1;
  if (b.last === null) return -1;
  return a.last < b.last ? -1 : 1;
}
