/** The header of a library's CSV: columns found by name, whatever their order and case, and what is wrong with it. */
import type { Problem } from '../../core/observation.ts';
import type { RowReader } from './contract.ts';

/** The columns a library knows, by the names it gives them. */
export interface KnownColumns {
  /** Read. In the order in which they are named as used. */
  readonly used: readonly string[];
  /** Not read, with the reason. */
  readonly ignored: readonly { readonly name: string; readonly reason: string }[];
  /** Those of `used` that a file should have. One that it has not is a problem, and the file is read without it. */
  readonly expected: readonly string[];
}

/** A header that can be read. */
export interface CsvHeader {
  /** How many cells each row must have. */
  readonly width: number;
  /** The place of each column of `used` that the file has, by the library's name for it. */
  readonly at: ReadonlyMap<string, number>;
  /** The columns that the file should have and has not. */
  readonly missing: readonly string[];
  /** The places of the columns that nobody knows. */
  readonly unknown: readonly number[];
  readonly columns: RowReader['columns'];
  readonly problems: readonly Problem[];
}

/** How names of columns are compared: without spaces at the ends, and without regard to case. */
export function columnKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Finds the columns of a file, or gives the problem that two of them have one name. */
export function readHeader(header: readonly string[], known: KnownColumns): CsvHeader | Problem {
  const places = new Map<string, number>();
  for (const [i, name] of header.entries()) {
    const key = columnKey(name);
    if (key !== '' && places.has(key)) {
      const what = 'is in the header twice, so it cannot be told which to read. Send the file as published.';
      return columnProblem('duplicate-column', name.trim(), what, true);
    }
    places.set(key, i);
  }
  const printed = (name: string): string[] => {
    const place = places.get(columnKey(name));
    return place === undefined ? [] : [(header[place] ?? '').trim()];
  };
  const keys = new Set([...known.used, ...known.ignored.map(({ name }) => name)].map(columnKey));
  const unknown = header.flatMap((name, i) => (keys.has(columnKey(name)) ? [] : [{ place: i, name: name.trim() || `column ${i + 1}` }]));
  const missing = known.expected.filter((name) => !places.has(columnKey(name)));
  return {
    width: header.length,
    at: new Map(
      known.used.flatMap((name) => {
        const place = places.get(columnKey(name));
        return place === undefined ? [] : [[name, place] as const];
      }),
    ),
    missing,
    unknown: unknown.map(({ place }) => place),
    columns: {
      used: known.used.flatMap(printed),
      ignored: known.ignored.flatMap(({ name, reason }) => printed(name).map((as) => ({ name: as, reason }))),
      unknown: unknown.map(({ name }) => name),
    },
    problems: [
      ...missing.map((name) => columnProblem('missing-column', name, 'is missing, so nothing is known of what it would show.')),
      ...unknown.map(({ name }) => columnProblem('unknown-column', name, 'is a column that this version does not know; it was not read.')),
    ],
  };
}

/** A problem of a column as a whole. `what` goes on after `The column “X” `. */
export function columnProblem(code: string, field: string, what: string, refused = false): Problem {
  const name = field.length > 60 ? `${field.slice(0, 60)}…` : field;
  return { row: null, line: 1, field: name, code, message: `The column “${name}” ${what}`, refused };
}

/** The problem of a row that has more or fewer cells than the header, or `null`. Such a row is refused. */
export function wrongWidth(cells: readonly string[], width: number, row: number, line: number): Problem | null {
  if (cells.length === width) return null;
  const message = `The row has ${cells.length} cells and the header ${width}, so it cannot be told which cell is which. Check the line’s commas and quotes.`;
  return { row, line, field: null, code: 'wrong-width', message, refused: true };
}
