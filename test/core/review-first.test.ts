import { describe, expect, it } from 'vitest';
import { waitsForReview } from '../../src/core/review-first.ts';
import { RULES } from '../../src/core/rules/index.ts';

describe('an answer waits for a review before anyone leads with it', () => {
  it.each([
    ['what a notice denies', { rule: 'notice-denies-what-is-used', criterion: null, reviewed: false }, true],
    [
      'a ready-made group that the notice does not tell of',
      { rule: 'seen-not-disclosed', criterion: 'segment.third-party', reviewed: false },
      true,
    ],
    ['a ready-made group that is not declared', { rule: 'seen-not-declared', criterion: 'segment.third-party', reviewed: false }, false],
    ['a postcode that the notice does not tell of', { rule: 'seen-not-disclosed', criterion: 'geo.postcode', reviewed: false }, false],
    [
      'what a notice denies, once a person has confirmed it',
      { rule: 'notice-denies-what-is-used', criterion: null, reviewed: true },
      false,
    ],
  ])('%s: %o is %s', (_name, finding, waits) => {
    expect(RULES.map((rule) => rule.id)).toContain(finding.rule);
    expect(waitsForReview(finding)).toBe(waits);
  });
});
