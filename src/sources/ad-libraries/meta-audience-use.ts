/** A value that ads of a page used, as its row gives it: which way, how many values are not shown, and what no table names. */
import type { CriterionId } from '../../core/criteria.ts';
import type { Direction } from '../../core/observation.ts';
import { shown } from './cells.ts';
import { count, exclusion, given } from './meta-audience-cells.ts';
import type { Cells, ColumnId } from './meta-audience-columns.ts';
import type { ColumnProblem } from './meta-audience-page.ts';

/** How many ads used a value, and what share of the page's spend they had: `null` where the row does not say. */
export interface Part {
  readonly num_ads: number;
  readonly share: number | null;
}

/** A value that ads of the page used. */
export interface Use extends Part {
  readonly kind: 'use';
  readonly criterion: CriterionId;
  readonly direction: Direction;
  /** The type and, where criteria of one type differ by it, the kind within the type: `location zips`. */
  readonly field: string;
  readonly value: string;
  readonly hidden: number;
  readonly rank: number | null;
}

/** One of the ages, used or not. They say something together only. */
export interface Age extends Part {
  readonly kind: 'age';
  readonly value: string;
}

/** The custom audiences of a direction, `any` with the uploaded lists among them, used or not. */
export interface OwnAudience extends Part {
  readonly kind: 'any' | 'list';
  readonly direction: Direction;
  readonly value: string;
}

/** What a row's type makes of it. */
export interface Chosen {
  readonly criterion: CriterionId;
  readonly field: string;
  readonly rank?: number | null;
  /** Where the kind of row says it. */
  readonly direction?: Direction;
}

/** Ages, genders and languages are only ever chosen, and their rows name no direction. */
const ONLY_CHOSEN: ReadonlySet<string> = new Set(['gender', 'language']);

/** The use, or `null` where no ad used the value. */
export function use(cells: Cells, part: Part, problems: ColumnProblem[], { criterion, field, rank = null, direction }: Chosen): Use | null {
  if (part.num_ads === 0) return null;
  const towards = direction ?? directionOf(cells, ONLY_CHOSEN.has(field) ? 'include' : 'used', problems);
  return {
    kind: 'use',
    criterion,
    direction: towards,
    field,
    value: cells('value').trim(),
    hidden: hiddenOf(cells, problems),
    rank,
    ...part,
  };
}

/** `otherwise`: what an empty cell means. */
export function directionOf(cells: Cells, otherwise: Direction, problems: ColumnProblem[]): Direction {
  const direction = exclusion(cells('is_exclusion'));
  if (direction === null) {
    unknown(
      'is_exclusion',
      cells('is_exclusion'),
      problems,
      'Whether people were reached or left out is not known; the rest of the row is read.',
    );
    return 'used';
  }
  return direction === '' ? otherwise : direction;
}

function hiddenOf(cells: Cells, problems: ColumnProblem[]): number {
  const text = given(cells('num_obfuscated'));
  if (text === '') return 0;
  const hidden = count(text);
  if (hidden === null)
    problems.push(
      fault('num_obfuscated', 'not-a-number', `num_obfuscated has ${shown(text)}, which is not a whole number. It is left out.`),
    );
  return hidden ?? 0;
}

export function fault(field: ColumnId, code: string, message: string): ColumnProblem {
  return { field, code, message };
}

/** Never a guess: a word that no table names gives no criterion. */
export function unknown(field: ColumnId, text: string, problems: ColumnProblem[], then = 'The row gives no criterion.'): null {
  problems.push(fault(field, 'unknown-value', `${field} has ${shown(text)}, which no table names. ${then}`));
  return null;
}
