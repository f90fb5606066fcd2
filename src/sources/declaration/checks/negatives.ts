/** Checks on "we do not" statements: each names one subject, and none stands against what the same file says is done. */
import { type CriterionId, criterion } from '../../../core/criteria.ts';
import type { PracticeId } from '../../../core/practices.ts';
import { disagreement, type Fault } from '../errors.ts';
import { pathText } from '../paths.ts';
import { practicesIn } from '../practices.ts';
import { choosesPeople, type StatedUse, usesOf } from '../uses.ts';
import type { Checked, FileView } from '../view.ts';

type Negative = NonNullable<NonNullable<FileView['negative_statements']>[number]>;

function negatives({ file }: Checked): readonly { readonly path: readonly [string, number]; readonly said: Negative }[] {
  return (file.negative_statements ?? []).flatMap((said, index) => (said ? [{ path: ['negative_statements', index] as const, said }] : []));
}

export function negativeNeedsSubject(checked: Checked): readonly Fault[] {
  return negatives(checked).flatMap(({ path, said }) => {
    const at = [...path, 'criterion'];
    if (checked.spoiled(at) || checked.spoiled([...path, 'practice'])) return [];
    if (said.criterion !== undefined && said.practice !== undefined) {
      const words = `${pathText(path)} names a criterion and a practice. Give one of them, and a second statement for the other.`;
      return [disagreement('not-allowed', at, words)];
    }
    if (said.criterion !== undefined || said.practice !== undefined) return [];
    const words = `${pathText(at)} is missing. It is needed in every declaration, or a practice in its place.`;
    return [disagreement('missing-field', at, words)];
  });
}

/** One error a statement, for the first thing that stands against it. */
export function negativeContradicts({ file, spoiled }: Checked): readonly Fault[] {
  const uses = usesOf(file);
  return negatives({ file, spoiled }).flatMap(({ path, said }) => {
    const words = againstUses(said, uses) ?? againstPractices(said, file);
    return words === null
      ? []
      : [disagreement('negative-contradicts', path, `You say '${said.words}' from ${said.valid_from}, but ${words}`)];
  });
}

function againstUses(said: Negative, uses: readonly StatedUse[]): string | null {
  for (const use of uses) {
    const { start, end } = use.audience.period ?? {};
    if (!start || !end || !overlap(said, start, end) || !answersFor(said, use.criterion)) continue;
    const platform = (use.audience.platforms ?? []).find(
      (name) => name && (said.platforms?.length === 0 || said.platforms?.includes(name)),
    );
    if (platform === undefined) continue;
    return `audience '${use.audience.id ?? use.path[1]}' uses ${use.label} on ${platform} from ${start}.`;
  }
  return null;
}

/** A denial of a practice denies its criteria; "we do not advertise to you" denies every criterion that uses personal data. */
function answersFor(said: Negative, id: CriterionId): boolean {
  if (said.criterion !== undefined) return said.criterion === id;
  if (said.practice === 'social-media-advertising') return choosesPeople(id);
  return said.practice !== undefined && practicesBehind(said.practice).includes(criterion(id).practice);
}

/** "Our own audience data, kind not shown" stands for four practices (criteria.md, part b.2). */
function practicesBehind(id: PracticeId): readonly PracticeId[] {
  if (id !== 'own-audience-targeting') return [id];
  return ['customer-list-matching', 'lookalike-audience', 'website-retargeting', 'engagement-audience'];
}

function againstPractices(said: Negative, file: FileView): string | null {
  const { start, end } = file.period ?? {};
  if (!start || !end || !overlap(said, start, end)) return null;
  const used = practicesIn(file).find((use) => use.practice === said.practice || use.criterion === said.criterion);
  return used ? `${pathText(used.path)} says otherwise from ${start}.` : null;
}

function overlap(said: Negative, start: string, end: string): boolean {
  if (said.valid_from === undefined || said.valid_to === undefined) return false;
  return said.valid_from <= (end === 'unknown' ? said.valid_from : end) && said.valid_to >= start;
}
