/** The 43 criteria: the kinds of targeting, in the order of every list of them. */
import { AUDIENCES } from './criteria/audiences.ts';
import type { CriterionEntry } from './criteria/entry.ts';
import { INTERESTS } from './criteria/interests.ts';
import { PEOPLE } from './criteria/people.ts';
import { PLACES } from './criteria/places.ts';
import type { PracticeId } from './practices.ts';

/** Every criterion: places, people, interests, then audiences, delivery and nothing. */
export const CRITERIA = [...PLACES, ...PEOPLE, ...INTERESTS, ...AUDIENCES] as const satisfies readonly CriterionEntry[];

export type CriterionId = (typeof CRITERIA)[number]['id'];
export type Criterion = CriterionEntry<CriterionId>;

const BY_ID: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map((entry: Criterion) => [entry.id, entry]));

/** The criterion of this id. */
export function criterion(id: CriterionId): Criterion {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`No criterion has the id "${id}".`);
  return found;
}

/** True for a text that is the id of a criterion. */
export function isCriterionId(text: string): text is CriterionId {
  return BY_ID.has(text);
}

/** The criteria that a practice answers for, in the order of the vocabulary; empty where it has none. */
export function criteriaOf(id: PracticeId): readonly Criterion[] {
  return CRITERIA.filter((entry: Criterion) => entry.practice === id);
}
