/** Where in a file a value stands: from an offset, or from a path, to a line and a column. */
import type { Place } from './json.ts';
import type { Path } from './paths.ts';

/** A place for people: both from 1. Columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column of one offset. */
export function lineAndColumn(text: string, offset: number): Position {
  return positions(text)(offset);
}

/** Finds lines and columns in one text: its lines are counted once, however many are asked for. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  const lineEnd = /\r\n|\r|\n/g;
  while (lineEnd.test(text)) starts.push(lineEnd.lastIndex);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Offset of the value at a path; of its name where `of` is `name`. A value that is missing stands where its object begins. */
export function offsetOf(root: Place, path: Path, of: 'value' | 'name'): number {
  let place = root;
  for (const [depth, step] of path.entries()) {
    const next: Place | undefined = typeof step === 'number' ? place.items?.[step] : place.fields?.get(step);
    if (!next) return place.at;
    if (depth === path.length - 1 && of === 'name') return next.name_at ?? next.at;
    place = next;
  }
  return place.at;
}
