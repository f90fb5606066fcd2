/** Random cases of one small invented party: few kinds, few days, so that uses, declarations and captures meet often. */
import fc from 'fast-check';
import type { Coverage } from '../../src/core/coverage.ts';
import type { CriterionId } from '../../src/core/criteria.ts';
import type { Declaration } from '../../src/core/declaration.ts';
import type { Case, Use } from '../../src/core/evidence.ts';
import type { Snapshot } from '../../src/core/notice.ts';
import { addDays, type Day } from '../../src/core/time.ts';
import {
  aCase,
  aCoverage,
  aDeclaration,
  aDeclaredUse,
  aNegative,
  anUnreadableReading,
  aReading,
  aRunning,
  aSnapshot,
  aUse,
  type Says,
} from './evidence.ts';

/** First of the days that random cases speak of. */
export const START: Day = '2026-05-01';
/** How many days they speak of. */
export const DAYS = 40;

const KINDS = ['interest', 'list.customer', 'own-audience.unspecified', 'retargeting.web', 'geo.postcode', 'geo.region'] as const;
const DECLARED = ['interest', 'list.customer', 'lookalike', 'retargeting.web', 'geo.postcode'] as const satisfies readonly CriterionId[];
const PRACTICES_SAID = [
  'interest-targeting',
  'customer-list-matching',
  'website-retargeting',
  'location-targeting',
  'social-media-advertising',
] as const;

const day = fc.integer({ min: 0, max: DAYS - 1 }).map((offset) => addDays(START, offset));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { first: a, last: b } : { first: b, last: a }));
const openPeriod = fc.tuple(period, fc.boolean()).map(([{ first, last }, open]) => ({ first, last: open ? null : last }));

const use: fc.Arbitrary<Use> = fc
  .record({
    platform: fc.constantFrom('snapchat', 'meta'),
    criterion: fc.constantFrom(...KINDS),
    direction: fc.constantFrom('include', 'exclude', 'used'),
    level: fc.constantFrom('ad', 'ad', 'page-window'),
    days: period,
    ads: fc.integer({ min: 1, max: 9 }),
    rank: fc.constantFrom(1, 4),
  })
  .map(({ days, rank, ...rest }) => aUse({ ...rest, ...days, rank: rest.criterion.startsWith('geo.') ? rank : null }));

/** Libraries read now and then, or from the first day to the last: denials are then put to the test. */
const coverage: fc.Arbitrary<Coverage> = fc
  .record({
    of: fc.constantFrom(
      { library: 'snapchat', platform: 'snapchat', level: 'ad', account: null } as const,
      { library: 'google', platform: 'google', level: 'ad', account: null } as const,
      { library: 'meta-audience', platform: 'meta', level: 'page-window', account: 'test-account' } as const,
    ),
    days: fc.oneof(period, fc.constant({ first: START, last: addDays(START, DAYS - 1) })),
  })
  .map(({ of, days }) => aCoverage({ ...of, ...days }));

const declaredUse = fc
  .record({
    platform: fc.constantFrom('snapchat', 'meta'),
    criterion: fc.constantFrom(...DECLARED),
    direction: fc.constantFrom('include', 'exclude'),
    days: openPeriod,
  })
  .map(({ days, ...rest }) =>
    aDeclaredUse({ ...rest, path: `audiences[0].${rest.criterion}.${rest.direction}`, from: days.first, to: days.last }),
  );

const negative = fc
  .record({ subject: fc.constantFrom(...DECLARED), platforms: fc.constantFrom([], ['snapchat'], ['meta']), days: openPeriod })
  .map(({ subject, platforms, days }) =>
    aNegative({ subject, platforms, path: `negative_statements.${subject}`, from: days.first, to: days.last }),
  );

const declaration: fc.Arbitrary<Declaration> = fc
  .record({
    days: openPeriod,
    published: day,
    withdrawn: fc.constantFrom(false, false, false, true),
    platforms: fc.subarray(['snapchat', 'meta']),
    uses: fc.array(declaredUse, { maxLength: 3 }),
    negatives: fc.array(negative, { maxLength: 1 }),
  })
  .map(({ days, published, ...rest }) =>
    aDeclaration({ ...rest, valid_from: days.first, valid_to: days.last, published_at: `${published}T08:00:00Z` }),
  );

const stance = fc.constantFrom('stated', 'vague', 'denied', 'absent', 'absent');
const says: fc.Arbitrary<Says> = fc.record(Object.fromEntries(PRACTICES_SAID.map((practice) => [practice, stance])));

const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({ on: day, says, kind: fc.constantFrom('privacy', 'privacy', 'cookie'), readable: fc.constantFrom(true, true, false) })
  .map(({ on, says: said, kind, readable }) => aSnapshot({}, { on, kind, reading: readable ? aReading(said) : anUnreadableReading(said) }));

/** Declarations of one or two files; each version is replaced on the day the next begins. */
const declarations = fc.array(fc.tuple(fc.constantFrom('spring', 'autumn'), declaration), { maxLength: 3 }).map((list) => {
  const ids = new Set(list.map(([id]) => id));
  return [...ids].flatMap((id) => {
    const versions = list
      .filter(([other]) => other === id)
      .map(([, one]) => one)
      .sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
    return versions.map((one, index) => ({
      ...one,
      id: `test-party/${id}`,
      version: index + 1,
      superseded_on: versions[index + 1]?.valid_from ?? null,
    }));
  });
});

/** A capture of a notice is one of its kind and day: two of one day would be one file read twice. */
const snapshots = fc.uniqueArray(snapshot, { maxLength: 5, selector: (one) => one.id });

/** A whole case, asked on its last day. */
export const someCase: fc.Arbitrary<Case> = fc
  .record({
    uses: fc.array(use, { maxLength: 5 }),
    declarations,
    snapshots,
    ran: fc.array(period, { maxLength: 2 }),
    coverage: fc.array(coverage, { maxLength: 5 }),
  })
  .map(({ ran, ...rest }) => aCase({ ...rest, running: ran.map((days) => aRunning({ ...days })), today: addDays(START, DAYS - 1) }));

/** A stretch of days for which a library is read. */
export const someCoverage = coverage;

/** A snapshot taken on one of the days. */
export const someSnapshot = snapshot;

/** One of the days. */
export const someDay = day;

/** Every day of the case, oldest first. */
export const EVERY_DAY: readonly Day[] = Array.from({ length: DAYS }, (_, offset) => addDays(START, offset));
