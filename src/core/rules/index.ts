/** Every question, in the order of their ids. */
import type { Rule } from '../rule.ts';
import { declaredDenialContradicted } from './declared-denial-contradicted.ts';
import { declaredNotDisclosed } from './declared-not-disclosed.ts';
import { noticeDeniesWhatIsUsed } from './notice-denies-what-is-used.ts';
import { noticeLaterThanUse } from './notice-later-than-use.ts';
import { platformNotDeclared } from './platform-not-declared.ts';
import { platformNotNamed } from './platform-not-named.ts';
import { seenNotDeclared } from './seen-not-declared.ts';
import { seenNotDisclosed } from './seen-not-disclosed.ts';

export const RULES: readonly Rule[] = [
  declaredDenialContradicted,
  declaredNotDisclosed,
  noticeDeniesWhatIsUsed,
  noticeLaterThanUse,
  platformNotDeclared,
  platformNotNamed,
  seenNotDeclared,
  seenNotDisclosed,
];

/** The question of this id; `undefined` for an id that is none. */
export function rule(id: string): Rule | undefined {
  return RULES.find((one) => one.id === id);
}
