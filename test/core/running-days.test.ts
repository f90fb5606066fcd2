import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayCount, type Stretch, spendOf, stretches } from '../../src/core/running-days.ts';
import { addDays, type Day } from '../../src/core/time.ts';

const runs = { seed: 20_261_124, numRuns: 300 };
const DAYS = 12;
const dayAt = (offset: number): Day => addDays('2026-05-01', offset);

interface Ad {
  readonly first: Day;
  readonly last: Day;
  readonly min: number;
  /** `null`: the library gives no upper bound. */
  readonly max: number | null;
}

const someAd: fc.Arbitrary<Ad> = fc
  .record({
    days: fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1)),
    min: fc.integer({ min: 0, max: 500 }),
    more: fc.option(fc.integer({ min: 0, max: 500 })),
  })
  .map(({ days, min, more }) => {
    const [from = 0, to = 0] = [...days].sort((a, b) => a - b);
    return { first: dayAt(from), last: dayAt(to), min, max: more === null ? null : min + more };
  });

const EMPTY = { started: 0, ended: 0, min_started: 0, max_started: 0, open_started: 0, min_ended: 0, max_ended: 0, open_ended: 0 };

/** What began and what ended, day by day, as the store counts it. */
function dayCounts(ads: readonly Ad[]): readonly DayCount[] {
  const days = [...new Set(ads.flatMap(({ first, last }) => [first, last]))].sort();
  return days.map((day) => {
    const count = { day, ...EMPTY };
    for (const { first, last, min, max } of ads) {
      if (first === day) {
        count.started += 1;
        count.min_started += min;
        count.max_started += max ?? 0;
        count.open_started += max === null ? 1 : 0;
      }
      if (last === day) {
        count.ended += 1;
        count.min_ended += min;
        count.max_ended += max ?? 0;
        count.open_ended += max === null ? 1 : 0;
      }
    }
    return count;
  });
}

/** Ads, bounds, and ads without an upper one, of all that ran in some part of a stretch of days. */
function sums(all: readonly Stretch[], from: Day, to: Day) {
  const inside = all.filter(({ first, last }) => first <= to && last >= from);
  const sum = (of: (one: Stretch) => number) => inside.reduce((total, one) => total + of(one), 0);
  return { ads: sum((one) => one.ads), min: sum((one) => one.min), max: sum((one) => one.max), open: sum((one) => one.open) };
}

const asStretch = ({ first, last, min, max }: Ad): Stretch => ({ first, last, ads: 1, min, max: max ?? 0, open: max === null ? 1 : 0 });
const everyInterval = Array.from({ length: DAYS }, (_, from) =>
  Array.from({ length: DAYS - from }, (__, length) => [dayAt(from), dayAt(from + length)] as const),
).flat();

describe('stretches', () => {
  const ad = (from: number, to: number, min: number, max: number | null = min): Ad => ({ first: dayAt(from), last: dayAt(to), min, max });
  const rows: Readonly<Record<string, readonly [readonly Ad[], readonly string[]]>> = {
    'of no ads are none': [[], []],
    'of one ad are that ad': [[ad(0, 3, 100, 200)], ['1-4: 1, 100 to 200']],
    'of ads of the same days are one': [[ad(0, 3, 100), ad(0, 3, 50)], ['1-4: 2, 150 to 150']],
    'of an ad of one day are that day': [[ad(2, 2, 100)], ['3-3: 1, 100 to 100']],
    'of ads that follow one another are both': [
      [ad(0, 1, 100), ad(2, 3, 50)],
      ['1-2: 1, 100 to 100', '3-4: 1, 50 to 50'],
    ],
    'of an ad within another pair the first start with the first end': [
      [ad(0, 9, 100), ad(3, 5, 100)],
      ['1-6: 1, 100 to 100', '4-10: 1, 100 to 100'],
    ],
    'of an ad without an upper bound say so': [[ad(0, 3, 100, null)], ['1-4: 1, 100 to 0 and 1 open']],
    'of ads that cost nothing are ads all the same': [[ad(0, 3, 0)], ['1-4: 1, 0 to 0']],
  };
  const said = (all: readonly Stretch[]) =>
    all.map((one) => {
      const [first, last] = [one.first, one.last].map((day) => Number(day.slice(-2)));
      return `${first}-${last}: ${one.ads}, ${one.min} to ${one.max}${one.open > 0 ? ` and ${one.open} open` : ''}`;
    });
  for (const [name, [ads, expected]] of Object.entries(rows)) it(name, () => expect(said(stretches(dayCounts(ads)))).toEqual(expected));

  it('give for every stretch of days the sums of the ads themselves', () => {
    fc.assert(
      fc.property(fc.array(someAd, { maxLength: 25 }), (ads) => {
        const [found, themselves] = [stretches(dayCounts(ads)), ads.map(asStretch)];
        for (const [from, to] of everyInterval) expect(sums(found, from, to)).toEqual(sums(themselves, from, to));
      }),
      runs,
    );
  });

  it('are few, however many ads there were: no more than twice the days for each of the four sums', () => {
    fc.assert(
      fc.property(fc.array(someAd, { maxLength: 200 }), (ads) => {
        const days = dayCounts(ads);
        expect(stretches(days).length).toBeLessThanOrEqual(2 * 4 * days.length);
      }),
      runs,
    );
  });

  it('stand in order, each pair of days once, none of them ending before it begins', () => {
    fc.assert(
      fc.property(fc.array(someAd, { maxLength: 25 }), (ads) => {
        const found = stretches(dayCounts(ads));
        const keys = found.map(({ first, last }) => `${first} ${last}`);
        expect(keys).toEqual([...new Set(keys)].sort());
        for (const { first, last } of found) expect(first <= last).toBe(true);
      }),
      runs,
    );
  });

  it('have a spend with bounds in a currency', () => {
    const stretch = { first: dayAt(0), last: dayAt(1), ads: 2, min: 100, max: 250, open: 0 };
    expect(spendOf(stretch, 'GBP')).toEqual({ min: 100, max: 250, currency: 'GBP' });
    expect(spendOf({ ...stretch, open: 1 }, 'GBP')).toEqual({ min: 100, max: null, currency: 'GBP' });
    expect(spendOf(stretch, '')).toEqual({ min: 100, max: 250, currency: null });
  });
});
