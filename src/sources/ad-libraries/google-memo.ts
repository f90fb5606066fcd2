/** Readings of texts that stand in many rows, kept for a while: a file of a million rows has about a hundred lists of ages. */
import type { CriterionId } from '../../core/criteria.ts';
import type { CellProblem } from './cells.ts';

/** One criterion that a cell shows, with its values as printed. */
export interface CellUse {
  readonly criterion: CriterionId;
  readonly values: readonly string[];
  readonly rank: number | null;
}

export interface CellReading {
  readonly uses: readonly CellUse[];
  readonly problems: readonly CellProblem[];
}

/**
 * `read`, with its answers kept. At most `entries` are held, and only of texts up to `longest` characters: past either the memory stays
 * flat, and the answer is the same.
 */
export function boundedMemo<T>(entries: number, longest: number, read: (text: string) => T): (text: string) => T {
  const held = new Map<string, { readonly answer: T }>();
  return (text) => {
    if (text.length > longest) return read(text);
    const known = held.get(text);
    if (known !== undefined) return known.answer;
    const answer = read(text);
    if (held.size >= entries) held.clear();
    held.set(text, { answer });
    return answer;
  };
}
