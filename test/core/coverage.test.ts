import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coverage, coveredPeriods, exceptDays, type StoredCopy } from '../../src/core/coverage.ts';
import { addDays, type Day } from '../../src/core/time.ts';
import { EVERY_DAY, someCoverage, someDay } from '../support/arbitrary-case.ts';
import { aCoverage } from '../support/evidence.ts';

const runs = { seed: 20_261_124 };

const aCopy = (over: Partial<StoredCopy> = {}): StoredCopy => ({
  library: 'google',
  as_of: '2026-06-01',
  first_day: '2026-05-01',
  last_day: '2026-05-30',
  ...over,
});
const said = (all: readonly Coverage[]) => all.map((one) => `${one.library}${one.account ?? ''}: ${one.first} to ${one.last}`);

describe('copies of libraries cover', () => {
  const rows: Readonly<Record<string, readonly [readonly StoredCopy[], readonly string[]]>> = {
    'nothing where there is none': [[], []],
    'the days from their first ad on, to the day they were taken while ads still began': [[aCopy()], ['google: 2026-05-01 to 2026-06-01']],
    'the days to the day they were taken when the last ad began 14 days before': [
      [aCopy({ last_day: '2026-05-18' })],
      ['google: 2026-05-01 to 2026-06-01'],
    ],
    'the days to the last ad when it began more than 14 days before': [
      [aCopy({ last_day: '2026-05-17' })],
      ['google: 2026-05-01 to 2026-05-17'],
    ],
    'no day after they were taken, though an ad is to begin later': [
      [aCopy({ last_day: '2026-07-01' })],
      ['google: 2026-05-01 to 2026-06-01'],
    ],
    'nothing where no ad of them has a day': [[aCopy({ first_day: null, last_day: null })], []],
    'the days of both where they meet': [
      [aCopy(), aCopy({ as_of: '2026-07-01', first_day: '2026-06-02', last_day: '2026-06-30' })],
      ['google: 2026-05-01 to 2026-07-01'],
    ],
    'the days of each where a day lies between them': [
      [aCopy(), aCopy({ as_of: '2026-07-01', first_day: '2026-06-03', last_day: '2026-06-30' })],
      ['google: 2026-05-01 to 2026-06-01', 'google: 2026-06-03 to 2026-07-01'],
    ],
    'each library by itself': [
      [aCopy(), aCopy({ library: 'snapchat' })],
      ['google: 2026-05-01 to 2026-06-01', 'snapchat: 2026-05-01 to 2026-06-01'],
    ],
    'only the year of a file of one year, though some of its ads began before': [
      [aCopy({ library: 'snapchat', first_day: '2025-12-07' })],
      ['snapchat: 2026-01-01 to 2026-06-01'],
    ],
    'a year to its end, and no day of the next': [
      [aCopy({ library: 'snapchat', as_of: '2027-01-05', last_day: '2026-12-30' })],
      ['snapchat: 2026-05-01 to 2026-12-31'],
    ],
    'the window of a page': [[aCopy({ library: 'meta-audience', account: 'meta:1' })], ['meta-audiencemeta:1: 2026-05-01 to 2026-05-30']],
    'the windows of one page together, and of another apart': [
      [
        aCopy({ library: 'meta-audience', account: 'meta:1' }),
        aCopy({ library: 'meta-audience', account: 'meta:1', first_day: '2026-05-20', last_day: '2026-06-20' }),
        aCopy({ library: 'meta-audience', account: 'meta:2' }),
      ],
      ['meta-audiencemeta:1: 2026-05-01 to 2026-06-20', 'meta-audiencemeta:2: 2026-05-01 to 2026-05-30'],
    ],
    'nothing by a window that says no page': [[aCopy({ library: 'meta-audience' })], []],
    'nothing by what somebody asked a library for': [[aCopy({ library: 'meta-api' })], []],
    'nothing by money alone': [[aCopy({ library: 'meta-report' })], []],
  };
  for (const [name, [copies, expected]] of Object.entries(rows)) it(name, () => expect(said(coveredPeriods(copies))).toEqual(expected));

  it('say their platform, and what they show at', () => {
    expect(coveredPeriods([aCopy({ library: 'meta-audience', account: 'meta:1' }), aCopy({ library: 'snapchat' })])).toEqual([
      { library: 'meta-audience', platform: 'meta', level: 'page-window', first: '2026-05-01', last: '2026-05-30', account: 'meta:1' },
      { library: 'snapchat', platform: 'snapchat', level: 'ad', first: '2026-05-01', last: '2026-06-01', account: null },
    ]);
  });

  const someCopy: fc.Arbitrary<StoredCopy> = fc
    .record({
      library: fc.constantFrom('google', 'snapchat', 'meta-audience', 'meta-api'),
      days: fc.tuple(someDay, someDay),
      late: fc.integer({ min: 0, max: 20 }),
      account: fc.constantFrom(null, 'meta:1', 'meta:2'),
    })
    .map(({ library, days, late, account }) => {
      const [first_day = '', last_day = ''] = [...days].sort();
      return { library, first_day, last_day, as_of: addDays(last_day, late), account };
    });

  it('the same whatever the order of the copies, and no less with one more', () => {
    fc.assert(
      fc.property(fc.array(someCopy, { maxLength: 5 }), someCopy, (copies, more) => {
        const before = coveredPeriods(copies);
        expect(coveredPeriods([...copies].reverse())).toEqual(before);
        const after = coveredPeriods([...copies, more]);
        for (const day of EVERY_DAY)
          for (const one of before) if (isIn(one, day)) expect(after.some((it) => isIn(it, day, one))).toBe(true);
      }),
      runs,
    );
  });
});

/** True when the day lies in the coverage, and the coverage is of the same library and page as another. */
function isIn(one: Coverage, day: Day, as: Coverage = one): boolean {
  return one.library === as.library && one.account === as.account && one.first <= day && day <= one.last;
}

describe('days that cannot be judged', () => {
  it('cut the coverage of their platform, and no other', () => {
    const google = aCoverage({ library: 'google', platform: 'google' });
    expect(exceptDays([google, aCoverage()], [{ platform: 'snapchat', first: '2026-05-10', last: '2026-05-12' }])).toEqual([
      google,
      aCoverage({ last: '2026-05-09' }),
      aCoverage({ first: '2026-05-13' }),
    ]);
  });

  it('are taken away day by day, and no other is', () => {
    const unsure = fc
      .record({ platform: fc.constantFrom('snapchat', 'meta'), days: fc.tuple(someDay, someDay) })
      .map(({ platform, days }) => {
        const [first = '', last = ''] = [...days].sort();
        return { platform, first, last };
      });
    fc.assert(
      fc.property(fc.array(someCoverage, { maxLength: 4 }), fc.array(unsure, { maxLength: 4 }), (coverage, holes) => {
        const left = exceptDays(coverage, holes);
        for (const day of EVERY_DAY)
          for (const one of coverage) {
            const isHole = holes.some((hole) => hole.platform === one.platform && hole.first <= day && day <= hole.last);
            if (isIn(one, day)) expect(left.some((it) => isIn(it, day, one))).toBe(!isHole);
          }
        for (const one of left) expect(one.first <= one.last).toBe(true);
      }),
      runs,
    );
  });
});
