import { describe, expect, it } from 'vitest';
import { addedUp, adsAtLeast, finestRank, observations, rankRises } from '../../src/core/seen.ts';
import { scopeWords } from '../../src/core/seen-words.ts';
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
  it('name both levels, each in its own words', () => {
    expect(scopeWords([aUse(), window('2026-05-01', '2026-05-07')])).toBe(
      "on 12 adverts that first ran on 3 May 2026 and by the party's page in the 7 days to 7 May 2026",
    );
  });
});
