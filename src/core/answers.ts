/** Which declared criterion answers which observed one. */
import type { CriterionId } from './criteria.ts';
import type { Direction } from './observation.ts';
import { isNarrowerThanCountry } from './places.ts';

/** What an ad library showed. `used`: it does not say whether people were reached or left out. */
export interface ObservedCriterion {
  readonly criterion: CriterionId;
  readonly direction: Direction;
}

/** What a declaration states. */
export interface DeclaredCriterion {
  readonly criterion: CriterionId;
  readonly direction: 'include' | 'exclude';
}

/** Where a source says less than a declaration: the declared criteria that answer, beside the same id. */
const ALSO_ANSWERED_BY: Partial<Record<CriterionId, ReadonlySet<CriterionId>>> = {
  // Platforms show every uploaded list alike.
  'list.customer': new Set<CriterionId>(['list.member-supporter', 'list.third-party']),
  'own-audience.unspecified': new Set<CriterionId>([
    'list.customer',
    'list.member-supporter',
    'list.third-party',
    'lookalike',
    'retargeting.web',
    'retargeting.app',
    'engagement',
    'friends-of-connections',
  ]),
  'geo.unspecified': new Set<CriterionId>([
    'geo.region',
    'geo.constituency',
    'geo.borough',
    'geo.city',
    'geo.neighbourhood',
    'geo.postcode',
    'geo.radius',
    'geo.place-category',
    'geo.relation',
  ]),
  'demo.unspecified': new Set<CriterionId>([
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
  ]),
  'segment.third-party': new Set<CriterionId>(['list.third-party']),
};

/**
 * True where what was declared answers for what was seen. The caller compares like with like: one platform, one time.
 * The direction must be the same; what was seen as `used` is answered by either.
 * A declared place narrower than a country answers for any other; whether it is fine enough is a question of its own.
 */
export function answers(observed: ObservedCriterion, declared: DeclaredCriterion): boolean {
  if (observed.direction !== 'used' && observed.direction !== declared.direction) return false;
  if (observed.criterion === declared.criterion) return true;
  if (ALSO_ANSWERED_BY[observed.criterion]?.has(declared.criterion)) return true;
  return isNarrowerThanCountry(observed.criterion) && isNarrowerThanCountry(declared.criterion);
}
