import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/evidence.ts';
import { matrix } from '../../src/core/matrix.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { aCase, aDeclaration, aDeclaredUse, aNegative, aSnapshot, aUse } from '../support/evidence.ts';

function rows(given: Partial<Case>) {
  const c = aCase(given);
  return matrix(c, reconcile(c).findings);
}

function row(practice: string, given: Partial<Case>) {
  return rows(given).find((one) => one.practice === practice);
}

describe('the matrix of a party', () => {
  it('is empty where nothing is seen, declared or asked', () => expect(rows({ snapshots: [aSnapshot()] })).toEqual([]));

  it('puts seen, declared and told side by side', () => {
    expect(row('interest-targeting', { uses: [aUse()], snapshots: [aSnapshot({ 'interest-targeting': 'vague' })] })).toMatchObject({
      seen: 'seen',
      declared: 'no-declaration',
      told: 'vague',
      outcome: 'gap',
      findings: ['test-party/seen-not-declared/snapchat/interest/include', 'test-party/seen-not-disclosed/snapchat/interest'],
      criteria: [
        {
          criterion: 'interest',
          direction: 'include',
          platform: 'snapchat',
          level: 'ad',
          ads: 12,
          first: '2026-05-03',
          last: '2026-05-09',
        },
      ],
      disclosures: [{ stance: 'vague', quote: 'Test sentence: interest-targeting is vague.' }],
      declared_uses: [],
    });
  });

  it('never says that something was not seen', () => {
    const given = { declarations: [aDeclaration({ uses: [aDeclaredUse({ criterion: 'lookalike' })] })], snapshots: [aSnapshot()] };
    expect(row('lookalike-audience', given)).toMatchObject({ seen: 'cannot-tell', declared: 'declared', told: 'absent', outcome: 'gap' });
  });

  it('tells a denial from silence in a declaration', () => {
    const given = { uses: [aUse(), aUse({ criterion: 'demo.age' })], declarations: [aDeclaration({ negatives: [aNegative()] })] };
    expect(row('interest-targeting', given)).toMatchObject({ declared: 'denied', told: 'no-notice', outcome: 'gap' });
    expect(row('demographic-targeting', given)).toMatchObject({ declared: 'not-declared' });
  });

  it('adds ads and money of one kind, platform and direction', () => {
    const given = { uses: [aUse(), aUse({ first: '2026-05-10', last: '2026-05-11' }), aUse({ direction: 'exclude' })] };
    expect(row('interest-targeting', given)?.criteria.map((one) => [one.direction, one.ads, one.spend])).toEqual([
      ['exclude', 12, [{ min: 125_000, max: 150_000, currency: 'GBP' }]],
      ['include', 24, [{ min: 250_000, max: 300_000, currency: 'GBP' }]],
    ]);
  });

  it('shows the worst answer that stands today, and not one of the past', () => {
    const given = {
      uses: [aUse()],
      declarations: [aDeclaration({ uses: [aDeclaredUse()] })],
      snapshots: [aSnapshot({}, { on: '2026-04-01' }), aSnapshot({ 'interest-targeting': 'stated' }, { on: '2026-05-20' })],
    };
    const found = row('interest-targeting', given);
    expect(found).toMatchObject({ told: 'stated', outcome: 'gap' });
    expect(found?.findings).toContain('test-party/notice-later-than-use/interest-targeting');
  });

  it('is in the order of the vocabulary', () => {
    const given = { uses: [aUse({ criterion: 'geo.region' }), aUse(), aUse({ criterion: 'list.customer' })], snapshots: [aSnapshot()] };
    expect(rows(given).map((one) => one.practice)).toEqual([
      'customer-list-matching',
      'interest-targeting',
      'location-targeting',
      'social-media-advertising',
      'named-platforms',
    ]);
  });
});
