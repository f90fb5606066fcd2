/** What each table of Google's bundle gives: whether a header is its own, and a reader for its rows. */
import type { Problem } from '../../core/observation.ts';
import type { CellProblem } from './cells.ts';
import type { FileFacts, RowReader, RowReadings } from './contract.ts';
import { type CsvHeader, wrongWidth } from './csv-header.ts';

/** One table of the bundle. */
export interface Member {
  /** The name of its file without `google-political-ads-` and `.csv`. */
  readonly table: string;
  /** `names`: the header's names in lower case. */
  fits(names: ReadonlySet<string>): boolean;
  open(header: readonly string[], file: FileFacts): RowReader | Problem;
}

/** The header of 2026 ends in a comma, so its last column has no name. Nothing has been seen in it. */
export const UNNAMED = { name: '', reason: 'It has no name: the header ends in a comma, and so does every row.' };

/** A problem of one cell, in its place. */
export function cellProblem(row: number, line: number, field: string | null, { code, message }: CellProblem, refused = false): Problem {
  return { row, line, field, code, message, refused };
}

/** A reader for a table whose rows are about no ad, and are not compared from copy to copy. `read` is given rows of the right width. */
export function tableReader(header: CsvHeader, read: (cells: readonly string[], row: number, line: number) => RowReadings): RowReader {
  return {
    columns: header.columns,
    problems: header.problems,
    fields: [],
    printed: () => [],
    read: (cells, row, line) => {
      const width = wrongWidth(cells, header.width, row, line);
      return width === null ? read(cells, row, line) : { accepted: false, problems: [width] };
    },
  };
}

/** A row that says nothing about who was chosen or what was paid. */
export function nothing(problems: readonly Problem[] = []): RowReadings {
  return { accepted: true, ad: null, observations: [], problems };
}
