import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AbsenceReason, absenceCourse, type Denied, together } from '../../src/core/absence.ts';
import type { CriterionId } from '../../src/core/criteria.ts';
import { deniedKinds, mayBe, shows } from '../../src/core/denied-kinds.ts';
import type { Case } from '../../src/core/evidence.ts';
import type { LibraryId } from '../../src/core/platforms.ts';
import type { PracticeId } from '../../src/core/practices.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { addDays, type Day } from '../../src/core/time.ts';
import { EVERY_DAY, someCase, someCoverage, someDay } from '../support/arbitrary-case.ts';
import { aCase, aCoverage, aRunning, aUse } from '../support/evidence.ts';

const runs = { seed: 20_261_124, numRuns: 80 };
const denied = (over: Partial<Denied> = {}): Denied => ({
  kinds: ['interest'],
  platforms: ['snapchat'],
  from: '2026-05-01',
  to: null,
  ...over,
});
const everywhere = ['google', 'meta', 'snapchat'] as const;
const google = aCoverage({ library: 'google', platform: 'google' });
const page = aCoverage({ library: 'meta-audience', platform: 'meta', level: 'page-window', account: 'page-1' });
const onPage = aRunning({ platform: 'meta', account: 'page-1' });
const country = aUse({ criterion: 'geo.country', rank: 0 });

describe('what was denied and not seen on 20 May', () => {
  const rows: Readonly<Record<string, readonly [Partial<Case>, Partial<Denied>, AbsenceReason]>> = {
    'is not seen where ads ran and every day is covered': [{ running: [aRunning()], coverage: [aCoverage()] }, {}, 'not-seen'],
    'is not known where no copy is stored': [{ running: [aRunning()] }, {}, 'coverage-not-known'],
    'is partly covered where the first day is missing': [
      { running: [aRunning()], coverage: [aCoverage({ first: '2026-05-02' })] },
      {},
      'coverage-partial',
    ],
    'is partly covered where one day in the middle is missing': [
      { running: [aRunning()], coverage: [aCoverage({ last: '2026-05-09' }), aCoverage({ first: '2026-05-11' })] },
      {},
      'coverage-partial',
    ],
    'is partly covered where the copies end before': [
      { running: [aRunning()], coverage: [aCoverage({ last: '2026-05-19' })] },
      {},
      'coverage-partial',
    ],
    'is not seen where the days denied end before the copies do': [
      { running: [aRunning()], coverage: [aCoverage({ last: '2026-05-12' })] },
      { to: '2026-05-12' },
      'not-seen',
    ],
    'is not known where the copies are of days before': [
      { running: [aRunning()], coverage: [aCoverage({ first: '2026-04-01', last: '2026-04-30' })] },
      {},
      'coverage-not-known',
    ],
    'is not known before its first day': [{ running: [aRunning()], coverage: [aCoverage()] }, { from: '2026-05-25' }, 'coverage-not-known'],
    'is nothing to test where no ads of the party ran': [{ coverage: [aCoverage()] }, {}, 'no-ads-seen'],
    'is nothing to test where ads ran on other days only': [
      { running: [aRunning({ first: '2026-04-01', last: '2026-04-30' })], coverage: [aCoverage()] },
      {},
      'no-ads-seen',
    ],
    'is not known where the library that is read does not show it': [
      { running: [aRunning({ platform: 'google' })], coverage: [google] },
      { platforms: ['google'] },
      'coverage-not-known',
    ],
    'is partly covered where a platform is missing': [
      { running: [aRunning()], coverage: [aCoverage()] },
      { platforms: ['snapchat', 'meta'] },
      'coverage-partial',
    ],
    'is partly covered where a platform has no library that is read': [
      { running: [aRunning()], coverage: [aCoverage()] },
      { platforms: ['snapchat', 'tiktok'] },
      'coverage-partial',
    ],
    'is not known where no platform has a library that is read': [
      { running: [aRunning()], coverage: [aCoverage()] },
      { platforms: ['tiktok'] },
      'coverage-not-known',
    ],
    'is partly covered where no platform is named and one is not covered': [
      { running: [aRunning()], coverage: [aCoverage(), google] },
      { platforms: [] },
      'coverage-partial',
    ],
    'is not seen where no platform is named and all are covered': [
      { running: [aRunning(), onPage], coverage: [aCoverage(), google, page] },
      { platforms: [] },
      'not-seen',
    ],
    'is not seen in the windows of a page': [{ running: [onPage], coverage: [page] }, { platforms: ['meta'] }, 'not-seen'],
    'is partly covered where the windows are of another page': [
      { running: [onPage, aRunning({ platform: 'meta', account: 'page-2' })], coverage: [page] },
      { platforms: ['meta'] },
      'coverage-partial',
    ],
    'is not known where windows show nothing of a page of the party at all': [
      { coverage: [page] },
      { platforms: ['meta'] },
      'coverage-not-known',
    ],
    'is no answer on places where an ad shows none': [
      { running: [aRunning({ ads: 13 })], uses: [country], coverage: [aCoverage()] },
      { kinds: ['geo.postcode'] },
      'values-not-shown',
    ],
    'is not seen among places where every ad shows its country': [
      { running: [aRunning()], uses: [country], coverage: [aCoverage()] },
      { kinds: ['geo.postcode'] },
      'not-seen',
    ],
    'is no answer on places where some are shown by number only': [
      {
        running: [aRunning({ platform: 'google' })],
        uses: [aUse({ ...country, platform: 'google' }), aUse({ platform: 'google', criterion: 'geo.unspecified' })],
        coverage: [google],
      },
      { kinds: ['geo.postcode'], platforms: ['google'] },
      'values-not-shown',
    ],
    'is no answer on politics where interests may be codes': [
      { running: [aRunning()], uses: [aUse()], coverage: [aCoverage()] },
      { kinds: ['political.affinity'] },
      'values-not-shown',
    ],
    'is no answer on bought data where a list was uploaded': [
      { running: [onPage], uses: [aUse({ platform: 'meta', account: 'page-1', criterion: 'list.customer' })], coverage: [page] },
      { kinds: ['list.third-party'], platforms: ['meta'] },
      'values-not-shown',
    ],
    'is not touched by places that are not shown where it is no place': [
      { running: [aRunning({ ads: 13 })], uses: [country], coverage: [aCoverage()] },
      {},
      'not-seen',
    ],
    'is never answered where any ad would speak against it': [
      { running: [aRunning()], coverage: [aCoverage()] },
      { kinds: deniedKinds('social-media-advertising') },
      'coverage-not-known',
    ],
  };
  for (const [name, [given, what, expected]] of Object.entries(rows))
    it(name, () => expect(absenceCourse(aCase(given), denied(what)).on('2026-05-20').reason).toBe(expected));

  it('says what was looked through, and where nothing ran', () => {
    const c = aCase({ running: [aRunning()], coverage: [aCoverage(), google] });
    const { on } = absenceCourse(c, denied({ platforms: ['google', 'snapchat'], kinds: ['demo.age'] }));
    expect(on('2026-05-20')).toEqual({
      reason: 'not-seen',
      first: '2026-05-01',
      last: '2026-05-20',
      looked: ['snapchat'],
      quiet: ['google'],
    });
  });
});

describe('a library', () => {
  const rows: Readonly<Record<string, readonly [LibraryId, CriterionId | PracticeId, boolean]>> = {
    'shows a kind that it lists': ['snapchat', 'interest', true],
    'does not show a kind that it does not list': ['google', 'interest', false],
    'shows a list as an audience of the advertiser': ['snapchat', 'list.customer', true],
    'shows places that it only counts': ['google', 'geo.radius', true],
    'shows a practice where it shows every kind of it': ['google', 'location-targeting', true],
    'does not show a practice of which it leaves kinds out': ['google', 'demographic-targeting', false],
    'shows a practice where it shows all that its platform offers': ['meta-audience', 'demographic-targeting', true],
    'of money shows nothing': ['meta-report', 'interest', false],
  };
  for (const [name, [library, subject, expected]] of Object.entries(rows))
    it(name, () => expect(shows(library, deniedKinds(subject))).toBe(expected));

  it('may show one kind under another', () => {
    expect(mayBe('own-audience.unspecified', ['lookalike'])).toBe(true);
    expect(mayBe('segment.third-party', ['demo.education'])).toBe(true);
    expect(mayBe('segment.third-party', ['demo.age'])).toBe(false);
    expect(mayBe('geo.region', ['geo.postcode'])).toBe(false);
    expect(mayBe('interest', ['interest'])).toBe(false);
  });
});

describe('several denials of one thing', () => {
  const rows: Readonly<Record<string, readonly [readonly AbsenceReason[], AbsenceReason]>> = {
    'are not seen where each is': [['not-seen', 'not-seen'], 'not-seen'],
    'are not seen where nothing ran in the days of one': [['not-seen', 'no-ads-seen'], 'not-seen'],
    'are partly covered where one is not covered': [['not-seen', 'coverage-not-known'], 'coverage-partial'],
    'are not known where none is covered': [['coverage-not-known', 'coverage-not-known'], 'coverage-not-known'],
    'are open where one is': [['not-seen', 'values-not-shown'], 'values-not-shown'],
    'are nothing to test where nothing ran at all': [['no-ads-seen'], 'no-ads-seen'],
  };
  for (const [name, [reasons, expected]] of Object.entries(rows)) it(name, () => expect(together(reasons)).toBe(expected));
});

/** The same worked out another way: day after day, straight from the words of the rule. For kinds that both libraries show by name. */
function plainly(c: Case, { platforms, from, to }: Denied, day: Day): boolean {
  const last = to !== null && to < day ? to : day;
  const days = EVERY_DAY.filter((one) => from <= one && one <= last);
  const ranOn = platforms.map((platform) => {
    const rows = [...c.uses, ...c.running].filter((row) => row.platform === platform && row.first <= last);
    const ran = rows.some((row) => row.last >= from);
    const accounts = ran ? [...new Set(rows.map((row) => row.account))] : [null];
    const covered = accounts.every((account) =>
      days.every((one) =>
        c.coverage.some((it) => {
          const its = it.platform === platform && (it.account === null || it.account === account);
          return its && it.first <= one && one <= it.last && !(ran && it.library === 'google');
        }),
      ),
    );
    return { ran, covered };
  });
  return days.length > 0 && ranOn.every(({ covered }) => covered) && ranOn.some(({ ran }) => ran);
}

describe('an absence', () => {
  const someDenied = fc
    .record({
      platforms: fc.subarray([...everywhere], { minLength: 1 }),
      days: fc.tuple(someDay, someDay),
      open: fc.boolean(),
    })
    .map(({ platforms, days, open }) => {
      const [from = '', last = ''] = [...days].sort();
      return denied({ platforms, from, to: open ? null : last });
    });

  it('is claimed where a plain reading of the rule claims it, and its turns miss no day', () => {
    let claimed = 0;
    fc.assert(
      fc.property(someCase, someDenied, (c, what) => {
        const course = absenceCourse(c, what);
        let reason = course.on('2000-01-01').reason;
        for (const day of EVERY_DAY) {
          const today = course.on(day).reason;
          expect(today === 'not-seen').toBe(plainly(c, what, day));
          if (today !== reason) expect(course.turns).toContain(day);
          if (today === 'not-seen') claimed += 1;
          reason = today;
        }
      }),
      { ...runs, numRuns: 300 },
    );
    expect(claimed).toBeGreaterThan(100);
  });

  it('never hangs on the order of copies, nor on how they are cut', () => {
    fc.assert(
      fc.property(someCase, someDay, (c, cut) => {
        const pieces = c.coverage.flatMap((one) =>
          one.first <= cut && cut < one.last
            ? [
                { ...one, first: addDays(cut, 1) },
                { ...one, last: cut },
              ]
            : [one],
        );
        expect(reconcile({ ...c, coverage: pieces.reverse() })).toEqual(reconcile(c));
      }),
      runs,
    );
  });

  it('opens no gap and closes none, however much is covered', () => {
    fc.assert(
      fc.property(someCase, fc.array(someCoverage, { maxLength: 3 }), (c, more) => {
        const gaps = (coverage: Case['coverage']) =>
          reconcile({ ...c, coverage })
            .findings.filter(({ outcome }) => outcome === 'gap')
            .map((one) => `${one.id} ${one.reason} ${one.valid_from} ${one.valid_to}`);
        expect(gaps([...c.coverage, ...more])).toEqual(gaps([]));
      }),
      runs,
    );
  });

  it('is never claimed without copies, nor of a day that none covers', () => {
    let claimed = 0;
    const met = (c: Case) => reconcile(c).findings.filter(({ reason }) => reason === 'not-seen');
    fc.assert(
      fc.property(someCase, (c) => {
        expect(met({ ...c, coverage: [] })).toEqual([]);
        for (const { valid_from, reader_text } of met(c)) {
          claimed += 1;
          expect(c.coverage.some((one) => one.first <= valid_from)).toBe(true);
          expect(reader_text).toMatch(/The copies stored of the .* cover .*\d{4}, and show no such use by the party\./);
        }
      }),
      { ...runs, numRuns: 200 },
    );
    expect(claimed).toBeGreaterThan(3);
  });
});
