import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/evidence.ts';
import type { Stance } from '../../src/core/notice.ts';
import type { PracticeId } from '../../src/core/practices.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { RULES } from '../../src/core/rules/index.ts';
import { caseOf, declarationsOf, demoText, ownerOf, readAds, rows, snapshots, world } from './world-case.ts';

const TODAY = '2026-06-20';

describe('the demo’s ad files', () => {
  const of2026 = readAds('snapchat-2026.csv', '2026-06-15');
  const of2025 = readAds('snapchat-2025-34col.csv', '2026-01-12');
  const counted = (codes: readonly string[]) =>
    Object.fromEntries([...new Set(codes)].toSorted().map((code) => [code, codes.filter((it) => it === code).length]));

  it('read as the library’s own, with the problems they are meant to show and no others', () => {
    expect([of2026.accepted.length, of2026.refused]).toEqual([213, 1]);
    expect([of2025.accepted.length, of2025.refused]).toEqual([39, 0]);
    expect(counted(of2026.problems.map((it) => it.code))).toEqual({
      'code-without-name': 5,
      'end-before-start': 1,
      'places-not-shown': 2,
      'wrong-width': 1,
    });
    expect(of2025.problems).toEqual([]);
  });

  it('hold billing addresses, which are ignored by name', () => {
    expect(of2026.ignored).toContain('BillingAddress');
    expect(demoText('snapchat-2026.csv')).toContain('Invented Row');
    expect(JSON.stringify(of2026.accepted)).not.toMatch(/Invented Row|Madeup Quay|Imaginary Steps|Unreal Terrace/);
  });

  it.each<[string, (row: (typeof rows)[number]) => boolean]>([
    ['an open end', ({ ad }) => ad.end === null],
    ['spend of nothing beside impressions', ({ ad }) => ad.spend?.min === 0 && (ad.impressions?.min ?? 0) > 0],
    ['an amount in euros', ({ ad }) => ad.spend?.currency === 'EUR'],
    ['an advertiser outside the country', ({ ad }) => ad.country === 'US'],
    ['places that are not shown', ({ ad }) => !ad.places_shown],
    ['several pictures', ({ ad }) => ad.media.length > 1],
    ['a link without its tags', ({ ad }) => ad.landing === 'https://lantern-party.example/plan'],
    ['a payer cut at 32 characters', ({ ad }) => ad.payer.length === 32],
    [
      'more than 500 postcode sectors',
      ({ observations }) => observations.some((it) => it.criterion === 'geo.postcode' && it.values.length > 500),
    ],
    ['a circle of 0.1', ({ observations }) => observations.some((it) => it.criterion === 'geo.radius' && it.rank === 5)],
    ['people left out', ({ observations }) => observations.some((it) => it.direction === 'exclude')],
    ['an interest given as a code', ({ observations }) => observations.some((it) => it.criterion === 'interest' && it.hidden === 1)],
    ['ages from 35', ({ observations }) => observations.some((it) => it.criterion === 'demo.age' && it.values.join() === '35++')],
    ['ages up to 17', ({ observations }) => observations.some((it) => it.criterion === 'demo.age' && it.values.join() === '17-')],
    ['third-party data', ({ observations }) => observations.some((it) => it.criterion === 'segment.third-party')],
    ['nothing but a country', ({ observations }) => observations.some((it) => it.criterion === 'none.broad')],
  ])('hold an ad with %s', (_, holds) => expect(rows.filter(holds).length).toBeGreaterThan(0));

  it('join ads to parties by whole names: a name that resembles a party’s stays outside', () => {
    const unmapped = new Set(rows.filter(({ ad }) => !ownerOf(ad)).map(({ ad }) => ad.buyer));
    expect(unmapped).toContain('Lantern Future');
    expect(unmapped).toContain('Friends of the Harbour');
    const roles = new Set(rows.flatMap(({ ad }) => ownerOf(ad)?.account.role ?? []));
    expect(roles).toEqual(new Set(['national', 'branch', 'candidate', 'agency']));
  });
});

const PRACTICES = [
  'customer-list-matching',
  'lookalike-audience',
  'website-retargeting',
  'engagement-audience',
  'interest-targeting',
  'demographic-targeting',
  'location-targeting',
  'social-media-advertising',
  'named-platforms',
  'profiling',
  'delivery-optimisation',
  'commercial-data',
] as const satisfies readonly PracticeId[];

const TARGETING: ReadonlySet<string> = new Set(PRACTICES.filter((it) => it !== 'named-platforms'));

/** What each capture says of those practices, in that order: s stated, v vague, d denied, - absent, ? unreadable. */
const TOLD: Record<string, string> = {
  'notices/orchard-and-loom-2025-08-15.html': '- - - - - - - - - - - -',
  'notices/lantern-party-2026-02-20.html': 's s s s s s s s s s s d',
  'notices/mossmere-harbour-league-2026-02-20.html': 'v - - - v - s s s - - -',
  'notices/ninth-bell-movement-2026-02-20.html': 'd - d - d d - s s d - d',
  'notices/quillfold-commoners-2026-02-20.html': '- - - - - - s - - - - -',
  'notices/quillfold-commoners-2026-04-24.html': '- - s - s s s s s - s -',
  'notices/saltmarsh-assembly-2026-02-20.html': '? ? ? ? ? ? ? ? ? ? ? ?',
};
const LETTER: Record<Stance, string> = { stated: 's', vague: 'v', denied: 'd', absent: '-', unreadable: '?' };

describe('the demo’s notices', () => {
  it.each(snapshots.map((it) => [it.file, it] as const))('%s is read as it was meant', (file, { reading }) => {
    const told = PRACTICES.map((practice) => LETTER[reading.practices.find((it) => it.practice === practice)?.stance ?? 'unreadable']);
    expect(Object.fromEntries(PRACTICES.map((practice, index) => [practice, told[index]]))).toEqual(
      Object.fromEntries(PRACTICES.map((practice, index) => [practice, TOLD[file]?.split(' ')[index]])),
    );
  });
  it.each(snapshots.filter((it) => it.reading.readable).map((it) => [it.file, it] as const))(
    '%s has the length of a real notice and does not contradict itself on targeting',
    (_, { reading }) => {
      expect(reading.words).toBeGreaterThan(550);
      expect(reading.words).toBeLessThan(1500);
      expect(reading.language).toBe('en');
      expect(reading.practices.filter((it) => it.contradiction && TARGETING.has(it.practice)).map((it) => it.practice)).toEqual([]);
    },
  );
});

describe('the demo’s declarations', () => {
  it.each([
    ['lantern-party', 2],
    ['mossmere-harbour-league', 1],
    ['orchard-and-loom', 0],
    ['ninth-bell-movement', 1],
    ['quillfold-commoners', 1],
    ['saltmarsh-assembly', 1],
  ])('%s has %i versions that are valid', (party, versions) =>
    expect(declarationsOf(party).map((it) => it.version)).toEqual([1, 2].slice(0, versions)),
  );

  it('the second version of the Lantern Party replaces the first and adds interests', () => {
    const [first, second] = declarationsOf('lantern-party');
    expect(first?.superseded_on).toBe(second?.valid_from);
    const has = (it: typeof first) => it?.uses.some((use) => use.criterion === 'interest');
    expect([has(first), has(second)]).toEqual([false, true]);
  });
});

/** State of each party, and answers that it must show: rule, subject, outcome, reason, from, to. */
const SHOWS: Record<string, readonly [state: string, ...answers: string[]]> = {
  'lantern-party': [
    'closed',
    'declared-not-disclosed customer-list-matching met stated',
    'declared-not-disclosed lookalike-audience met stated',
    'notice-later-than-use interest-targeting met there-at-first-use',
    'platform-not-declared snapchat met declared',
    'platform-not-named snapchat met named',
    'seen-not-declared snapchat/interest/include met declared',
    'seen-not-declared snapchat/geo.region/exclude met declared',
    'seen-not-disclosed snapchat/geo.postcode met stated',
    'seen-not-disclosed snapchat/own-audience.unspecified met stated',
  ],
  'mossmere-harbour-league': [
    'declared-with-gaps',
    'declared-denial-contradicted demo.gender/snapchat gap contradicted',
    'declared-not-disclosed customer-list-matching gap vague',
    'declared-not-disclosed lookalike-audience gap absent',
    'platform-not-declared snapchat met declared',
    'platform-not-named snapchat gap other-platforms-named',
    'seen-not-declared snapchat/demo.gender/include gap criterion-not-declared',
    'seen-not-declared snapchat/geo.postcode/exclude gap direction-not-declared',
    'seen-not-declared snapchat/geo.region/include met declared',
    'seen-not-declared snapchat/interest/include gap criterion-not-declared',
    'seen-not-disclosed snapchat/geo.radius met stated',
    'seen-not-disclosed snapchat/interest gap vague',
  ],
  'orchard-and-loom': [
    'no-declaration',
    'platform-not-declared snapchat gap no-declaration',
    'platform-not-named snapchat gap absent',
    'seen-not-declared snapchat/own-audience.unspecified/include cannot-tell kind-of-audience-not-shown',
    'seen-not-declared snapchat/segment.third-party/include gap no-declaration',
    'seen-not-disclosed snapchat/geo.postcode gap absent',
    'seen-not-disclosed snapchat/political.affinity gap absent',
    'seen-not-disclosed social-media-advertising gap absent',
  ],
  'ninth-bell-movement': [
    'declared-with-gaps',
    'declared-denial-contradicted targeting-used gap contradicted',
    'declared-denial-contradicted interest-targeting/snapchat gap contradicted',
    'notice-denies-what-is-used demographic-targeting gap denied',
    'notice-denies-what-is-used interest-targeting gap denied',
    'notice-denies-what-is-used customer-list-matching cannot-tell only-unspecified-seen',
    'seen-not-declared snapchat/geo.postcode/include gap criterion-not-declared',
  ],
  'quillfold-commoners': [
    'declared-with-gaps',
    'seen-not-declared snapchat/interest/include met declared',
    'seen-not-disclosed snapchat/geo.region met stated',
    'seen-not-disclosed snapchat/interest gap absent to 2026-04-23',
    'seen-not-disclosed snapchat/interest met stated',
    'notice-later-than-use interest-targeting gap added-later',
    'declared-not-disclosed website-retargeting gap absent to 2026-04-23',
    'declared-not-disclosed website-retargeting met stated',
  ],
  'saltmarsh-assembly': [
    'no-declaration',
    'platform-not-declared snapchat gap platform-not-declared to 2026-05-31',
    'seen-not-disclosed snapchat/demo.age cannot-tell notice-unreadable',
    'declared-not-disclosed location-targeting cannot-tell notice-unreadable',
    'platform-not-named snapchat cannot-tell notice-unreadable',
  ],
};
const results = new Map(world.parties.map(({ id }) => [id, reconcile(caseOf(id, TODAY))]));
const words = (it: Finding) => `${it.rule} ${it.subject} ${it.outcome} ${it.reason}${it.valid_to === null ? '' : ` to ${it.valid_to}`}`;

describe('the demo’s answers', () => {
  it.each(Object.entries(SHOWS))('%s shows what it is there to show', (party, [state, ...answers]) => {
    const result = results.get(party);
    const given = new Set(result?.findings.map(words));
    expect(answers.filter((answer) => !given.has(answer))).toEqual([]);
    expect(result?.state.state).toBe(state);
  });

  it('the open party has no gap at all, open or past', () => {
    expect(
      results
        .get('lantern-party')
        ?.findings.filter((it) => it.outcome === 'gap')
        .map(words),
    ).toEqual([]);
  });

  it('every question finds a gap somewhere in the world, and something that is none', () => {
    const all = [...results.values()].flatMap((it) => it.findings);
    for (const { id } of RULES) {
      const outcomes = new Set(all.filter((it) => it.rule === id).map((it) => it.outcome));
      expect([id, outcomes.has('gap'), outcomes.size > 1]).toEqual([id, true, true]);
    }
  });
});
