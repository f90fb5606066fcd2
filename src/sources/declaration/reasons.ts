/** Leaving people out always needs a reason in words; reaching them may go without. Both the shape and the checks ask. */
import { criterion, isCriterionId } from '../../core/criteria.ts';
import { type Path, pathPattern, valueAt } from './paths.ts';

/** The message for a `reason` that belongs to an exclusion; `null` for any other place. Takes a file of any shape. */
export function excludesWithoutWords(file: unknown, path: Path): string | null {
  const pattern = pathPattern(path);
  if (!pattern.startsWith('audiences[].') || path.at(-1) !== 'reason') return null;
  const entry = path.slice(0, -1);
  if (valueAt(file, [...entry, 'op']) !== 'exclude') return null;
  const id = valueAt(file, [...path.slice(0, 2), 'id']);
  return `Audience '${typeof id === 'string' ? id : path[1]}' leaves people out by ${label(file, entry)}. Say in one sentence why.`;
}

function label(file: unknown, entry: Path): string {
  const id = criterionOf(file, entry);
  return isCriterionId(id) ? criterion(id).label : 'this criterion';
}

function criterionOf(file: unknown, entry: Path): string {
  const [, , part] = entry;
  if (part === 'criteria') return String(valueAt(file, [...entry, 'criterion']));
  if (part === 'list' || part === 'retargeting') return `${part}.${valueAt(file, [...entry, 'kind'])}`;
  return String(part);
}
