/**
 * Answers that a person should confirm before anyone leads with them (rules.md, S9): what a notice denies is read by machine, and
 * ready-made groups rest on one column whose meaning comes from a readme. They are listed like any other, labelled as machine
 * readings; they are not put on top of the front page.
 */
import type { CriterionId } from './criteria.ts';

const RULES: readonly string[] = ['notice-denies-what-is-used'];
const CRITERIA: readonly CriterionId[] = ['segment.third-party'];

export function waitsForReview(finding: { readonly rule: string; readonly criterion: string | null; readonly reviewed: boolean }): boolean {
  if (finding.reviewed) return false;
  return RULES.includes(finding.rule) || (finding.rule === 'seen-not-disclosed' && CRITERIA.some((id) => id === finding.criterion));
}
