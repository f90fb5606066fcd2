/** Which declared criterion answers which observed one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers } from '../../src/core/answers.ts';
import { CRITERIA, type Criterion, type CriterionId } from '../../src/core/criteria.ts';
import type { Direction } from '../../src/core/observation.ts';

const criteria: readonly Criterion[] = CRITERIA;
const declarable = criteria.filter((c) => c.declarable).map((c) => c.id);

/** Every declarable criterion that answers an observed one, in the order of the vocabulary. */
function answering(observed: CriterionId): readonly CriterionId[] {
  return declarable.filter((id) => answers({ criterion: observed, direction: 'include' }, { criterion: id, direction: 'include' }));
}

const NARROWER: readonly CriterionId[] = [
  'geo.region',
  'geo.constituency',
  'geo.borough',
  'geo.city',
  'geo.neighbourhood',
  'geo.postcode',
  'geo.radius',
];

const TABLE: Partial<Record<CriterionId, readonly CriterionId[]>> = {
  'list.customer': ['list.customer', 'list.member-supporter', 'list.third-party'],
  'own-audience.unspecified': [
    'list.customer',
    'list.member-supporter',
    'retargeting.web',
    'retargeting.app',
    'engagement',
    'friends-of-connections',
    'lookalike',
    'list.third-party',
  ],
  'geo.unspecified': [...NARROWER, 'geo.place-category', 'geo.relation'],
  'demo.unspecified': [
    'demo.education',
    'demo.school',
    'demo.field-of-study',
    'demo.employer',
    'demo.job',
    'demo.industry',
    'demo.family',
    'demo.life-event',
    'demo.relationship',
    'demo.income-home',
  ],
  'segment.third-party': ['list.third-party', 'segment.third-party'],
  ...Object.fromEntries(NARROWER.map((id) => [id, NARROWER])),
};

describe('what answers an observed criterion', () => {
  it.each(criteria.map((c) => c.id))('%s', (id) => {
    expect(answering(id)).toEqual(TABLE[id] ?? [id]);
  });
});

describe('direction', () => {
  const cases: readonly (readonly [string, Direction, 'include' | 'exclude', boolean])[] = [
    ['to reach, declared to reach', 'include', 'include', true],
    ['to leave out, declared to leave out', 'exclude', 'exclude', true],
    ['to leave out, declared to reach', 'exclude', 'include', false],
    ['to reach, declared to leave out', 'include', 'exclude', false],
    ['direction not shown, declared to reach', 'used', 'include', true],
    ['direction not shown, declared to leave out', 'used', 'exclude', true],
  ];

  it.each(cases)('%s', (_, seen, declared, expected) => {
    expect(answers({ criterion: 'list.customer', direction: seen }, { criterion: 'list.third-party', direction: declared })).toBe(expected);
  });
});

describe('properties', () => {
  const anId = fc.constantFrom(...criteria.map((c) => c.id));
  const aDeclarableId = fc.constantFrom(...declarable);
  const aSide = fc.constantFrom('include' as const, 'exclude' as const);
  const aDirection = fc.constantFrom('include' as const, 'exclude' as const, 'used' as const);

  it('every criterion that may be declared answers itself', () => {
    fc.assert(
      fc.property(aDeclarableId, aSide, (criterion, direction) => {
        expect(answers({ criterion, direction }, { criterion, direction })).toBe(true);
      }),
      { seed: 43 },
    );
  });

  it('a declared include never answers an observed exclude, nor the other way round', () => {
    fc.assert(
      fc.property(anId, aDeclarableId, aSide, (seen, declared, direction) => {
        const other = direction === 'include' ? 'exclude' : 'include';
        expect(answers({ criterion: seen, direction }, { criterion: declared, direction: other })).toBe(false);
      }),
      { seed: 43 },
    );
  });

  it('a direction not shown is answered by whatever answers one of the two', () => {
    fc.assert(
      fc.property(anId, aDeclarableId, aSide, (seen, declared, direction) => {
        const known = answers({ criterion: seen, direction }, { criterion: declared, direction });
        expect(answers({ criterion: seen, direction: 'used' }, { criterion: declared, direction })).toBe(known);
      }),
      { seed: 43 },
    );
  });

  it('no adverts without a choice of people answer for a choice', () => {
    fc.assert(
      fc.property(
        anId.filter((id) => id !== 'none.broad'),
        aDirection,
        aSide,
        (seen, direction, side) => {
          expect(answers({ criterion: seen, direction }, { criterion: 'none.broad', direction: side })).toBe(false);
        },
      ),
      { seed: 43 },
    );
  });
});
