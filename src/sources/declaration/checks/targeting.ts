/** Checks on the answer "was targeting used", against the audiences described. */
import { disagreement, type Fault } from '../errors.ts';
import { choosesPeople, usesOf } from '../uses.ts';
import type { Checked } from '../view.ts';

export function targetingTrueNeedsAudience({ file }: Checked): readonly Fault[] {
  if (file.targeting_used !== true || usesOf(file).length > 0) return [];
  const words = 'You say that targeting was used. Describe at least one audience.';
  return [disagreement('targeting-true-needs-audience', ['audiences'], words)];
}

export function targetingFalseButUsed({ file }: Checked): readonly Fault[] {
  if (file.targeting_used !== false) return [];
  return usesOf(file)
    .filter((use) => choosesPeople(use.criterion))
    .map(({ path, audience, label, criterion }) =>
      disagreement(
        'targeting-false-but-used',
        path,
        `You say that no targeting was used (targeting_used is false), but audience '${audience.id ?? path[1]}' uses ${label} (${criterion}). Set targeting_used to true, or remove it.`,
      ),
    );
}
