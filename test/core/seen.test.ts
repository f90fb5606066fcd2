import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedUp, adsAtLeast, adsOfKind, finestRank, observations, rankRises, spendOfKind } from '../../src/core/seen.ts';
import { scopeWords } from '../../src/core/seen-words.ts';
import { addDays } from '../../src/core/time.ts';
import { aUse } from '../support/evidence.ts';

const pounds = (min: number, max: number | null) => ({ min, max, currency: 'GBP' });

describe('amounts', () => {
  it('are added currency by currency, lower and upper bounds apart', () => {
    expect(addedUp([pounds(1, 2), { min: 5, max: 6, currency: 'EUR' }, pounds(10, 20)])).toEqual([
      { min: 5, max: 6, currency: 'EUR' },
      pounds(11, 22),
    ]);
  });
  it('with an open top have no upper bound', () => expect(addedUp([pounds(1, 2), pounds(3, null)])).toEqual([pounds(4, null)]));
  it('without a currency are never added', () => {
    const amount = { min: 1, max: 2, currency: null };
    expect(addedUp([amount, amount])).toEqual([amount, amount]);
  });
});

describe('ads', () => {
  it('of one kind are added', () => expect(adsAtLeast([aUse(), aUse({ first: '2026-05-04' })])).toEqual({ min: 24, max: 24 }));
  it('of two kinds may be the same: only the larger number is sure', () => {
    expect(adsAtLeast([aUse(), aUse({ direction: 'exclude', ads: 5 })])).toEqual({ min: 12, max: null });
  });
  it('of two platforms are never the same', () => expect(adsAtLeast([aUse(), aUse({ platform: 'meta' })])).toEqual({ min: 24, max: 24 }));
});

describe('windows of a page', () => {
  const window = (days: 7 | 30 | 90, over: Parameters<typeof aUse>[0] = {}) =>
    aUse({ platform: 'meta', level: 'page-window', first: addDays('2026-05-09', 1 - days), last: '2026-05-09', ...over });
  const nested = [
    window(7, { ads: 3, spend: [pounds(10, 20)] }),
    window(30, { ads: 9, spend: [pounds(40, 60)] }),
    window(90, { ads: 20, spend: [pounds(100, 150)] }),
  ];

  it('lie inside one another: the largest counts, and they are never added', () => {
    expect(adsOfKind(nested)).toBe(20);
    expect(spendOfKind(nested)).toEqual([pounds(100, 150)]);
    expect(adsAtLeast(nested)).toEqual({ min: 20, max: null });
  });
  it('count the same in any order', () => {
    expect(spendOfKind([...nested].reverse())).toEqual(spendOfKind(nested));
    expect(adsOfKind([...nested].reverse())).toBe(20);
  });
  it('of two accounts are added', () => {
    const two = [...nested, window(7, { account: 'branch-account', ads: 4, spend: [pounds(5, 6)] })];
    expect(adsOfKind(two)).toBe(24);
    expect(spendOfKind(two)).toEqual([pounds(105, 156)]);
  });
  it('that do not lie inside one another leave the upper bound open', () => {
    const apart = [window(7, { spend: [pounds(10, 20)] }), window(7, { first: '2026-03-01', last: '2026-03-07', spend: [pounds(30, 40)] })];
    expect(spendOfKind(apart)).toEqual([pounds(30, null)]);
    expect(adsOfKind(apart)).toBe(12);
  });
  it('with an open top stay open', () =>
    expect(spendOfKind([window(7, { spend: [pounds(1, null)] }), window(30)])).toEqual([pounds(125_000, null)]));
  it('in two currencies are kept apart, and amounts without one are not compared', () => {
    const amount = { min: 1, max: 2, currency: null };
    const euros = { min: 7, max: 8, currency: 'EUR' };
    expect(spendOfKind([window(7, { spend: [amount, euros] }), window(30, { spend: [amount, pounds(3, 4)] })])).toEqual([
      euros,
      pounds(3, 4),
      amount,
      amount,
    ]);
  });
  it('beside ads that are known by themselves: they can be the same ads', () => {
    const ads = [aUse({ platform: 'meta', ads: 8 }), aUse({ platform: 'meta', ads: 5, first: '2026-05-04' })];
    expect(adsAtLeast([...ads, window(30, { ads: 9 })])).toEqual({ min: 13, max: null });
    expect(adsAtLeast([...ads, window(30, { ads: 30 })])).toEqual({ min: 30, max: null });
  });
  it('give one observation, which names the first and the last day of them all', () => {
    expect(observations(nested)).toEqual([
      expect.objectContaining({ level: 'page-window', ads: 20, spend: [pounds(100, 150)], first: '2026-02-09', last: '2026-05-09' }),
    ]);
  });
  it('never count more than all of them together, and never less than one', () => {
    const some = fc.array(
      fc.record({
        days: fc.constantFrom<7 | 30 | 90>(7, 30, 90),
        account: fc.constantFrom('a', 'b'),
        ads: fc.integer({ min: 1, max: 50 }),
        spend: fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })).map(([min, more]) => [pounds(min, min + more)]),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const uses = drawn.map(({ days, ...over }) => window(days, over));
        const [spend] = spendOfKind(uses);
        const mins = uses.map((use) => use.spend[0]?.min ?? 0);
        expect(adsOfKind(uses)).toBeLessThanOrEqual(uses.reduce((sum, use) => sum + use.ads, 0));
        expect(adsOfKind(uses)).toBeGreaterThanOrEqual(Math.max(...uses.map((use) => use.ads)));
        expect(spend?.min).toBeGreaterThanOrEqual(Math.max(...mins));
        expect(spend?.max ?? Infinity).toBeGreaterThanOrEqual(spend?.min ?? 0);
        expect(spendOfKind([...uses, ...uses])).toEqual([spend]);
      }),
      { seed: 20_261_124, numRuns: 100 },
    );
  });
});

describe('places', () => {
  const uses = [
    aUse({ rank: 2 }),
    aUse({ rank: 1, first: '2026-05-04' }),
    aUse({ rank: 4, first: '2026-05-06' }),
    aUse({ first: '2026-05-01' }),
  ];
  it('count by the finest used so far', () => {
    expect(['2026-05-01', '2026-05-03', '2026-05-05', '2026-05-06'].map((day) => finestRank(uses, day))).toEqual([null, 2, 2, 4]);
  });
  it('become finer on these days only', () => expect(rankRises(uses)).toEqual(['2026-05-03', '2026-05-06']));
});

describe('observations as evidence', () => {
  it('keep direction and level apart, and name every account', () => {
    const found = observations([
      aUse(),
      aUse({ account: 'branch-account', first: '2026-05-01' }),
      aUse({ direction: 'exclude' }),
      aUse({ level: 'page-window' }),
    ]);
    expect(found.map((one) => (one.kind === 'observation' ? [one.direction, one.level, one.ads, one.first, one.accounts] : []))).toEqual([
      ['exclude', 'ad', 12, '2026-05-03', ['test-account']],
      ['include', 'ad', 24, '2026-05-01', ['branch-account', 'test-account']],
      ['include', 'page-window', 12, '2026-05-03', ['test-account']],
    ]);
  });
});

describe('the words for how far it reaches', () => {
  const window = (first: string, last: string) => aUse({ level: 'page-window', first, last });
  it('name one advert', () => expect(scopeWords([aUse({ ads: 1 })])).toBe('on 1 advert that first ran on 3 May 2026'));
  it('name windows that overlap as one', () => {
    expect(scopeWords([window('2026-05-01', '2026-05-07'), window('2026-05-05', '2026-05-11')])).toBe(
      "by the party's page in the 11 days to 11 May 2026",
    );
  });
  it('name windows apart one by one', () => {
    expect(scopeWords([window('2026-03-01', '2026-03-07'), window('2026-05-01', '2026-05-07')])).toBe(
      "by the party's page in the 7 days to 7 March 2026 and the 7 days to 7 May 2026",
    );
  });
  it('name pages where there are several', () => {
    expect(
      scopeWords([window('2026-05-01', '2026-05-07'), aUse({ ...window('2026-05-01', '2026-05-07'), account: 'branch-account' })]),
    ).toBe("by the party's pages in the 7 days to 7 May 2026");
  });
  it('name windows inside one another as the longest', () => {
    expect(scopeWords([window('2026-05-01', '2026-05-07'), window('2026-04-08', '2026-05-07')])).toBe(
      "by the party's page in the 30 days to 7 May 2026",
    );
  });
  it('name both levels, each in its own words', () => {
    expect(scopeWords([aUse(), window('2026-05-01', '2026-05-07')])).toBe(
      "on 12 adverts that first ran on 3 May 2026 and by the party's page in the 7 days to 7 May 2026",
    );
  });
});
