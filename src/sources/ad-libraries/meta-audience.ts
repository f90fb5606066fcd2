/**
 * Meta's audience tab: what all ads of a page used together in a window of 7, 30 or 90 days. Nothing in it is said of one ad. A table holds
 * many rows for a page, which are read together; an answer of the website is one page.
 */
import type { Problem } from '../../core/observation.ts';
import type { AdLibrary, FileFacts, FirstRecord, Row, RowReader, RowReadings } from './contract.ts';
import { columnKey, columnProblem, readHeader, wrongWidth } from './csv-header.ts';
import { given } from './meta-audience-cells.ts';
import { type Cells, type ColumnId, DETAIL_COLUMNS, DETAIL_NEEDS, knownColumns, OLD_PAGE_ID, PAGE_NEEDS } from './meta-audience-columns.ts';
import { insightOf, openAnswers } from './meta-audience-json.ts';
import { type AudienceFile, WINDOW_NOT_GIVEN } from './meta-audience-page.ts';
import { type AudienceRow, readWindow } from './meta-audience-window.ts';

export const metaAudience: AdLibrary = {
  id: 'meta-audience',
  platform: 'meta',
  mapping_version: 1,
  whole_copies: false,
  recognises: (first) => (first.form === 'json' ? insightOf(first.record) !== undefined : isTable(first.header.map(columnKey))),
  open: (first: FirstRecord, file: FileFacts) => (first.form === 'json' ? openAnswers(first.record, file) : openTable(first.header, file)),
};

const SIGNATURE = ['value', 'total_spend_pct', 'type', 'is_exclusion', 'custom_audience_type'];
/** What is left of the header where a page used nothing. */
const SUMMARY = ['ds', 'main_currency', 'total_num_ads', 'total_spend_formatted'];

function isTable(keys: readonly string[]): boolean {
  return [SIGNATURE, SUMMARY].some((names) => names.every((name) => keys.includes(name)));
}

function openTable(names: readonly string[], file: FileFacts): RowReader | Problem {
  const keys = names.map(columnKey);
  const header = readHeader(names, knownColumns(keys));
  if (!('at' in header)) return header;
  const ids = ['page_id', OLD_PAGE_ID].flatMap((name) => header.at.get(name) ?? []);
  if (ids.length === 0) return columnProblem('missing-column', 'page_id', WITHOUT, true);
  const withDetails = DETAIL_COLUMNS.some((name) => header.at.has(name));
  const missing = [...PAGE_NEEDS, ...(withDetails ? DETAIL_NEEDS : [])].find((name) => !header.at.has(name));
  if (missing !== undefined) return columnProblem('missing-column', missing, WITHOUT, true);
  if (file.window === null) return { ...WINDOW_NOT_GIVEN, row: null, line: null };

  const facts: AudienceFile = { ...file, window: file.window };
  const cell = (cells: readonly string[], column: ColumnId): string => {
    const place = header.at.get(column);
    return place === undefined ? '' : (cells[place] ?? '');
  };
  const pageId = (cells: readonly string[]): string => ids.map((place) => given(cells[place] ?? '')).find((id) => id !== '') ?? '';
  const cellsOf =
    (cells: readonly string[]): Cells =>
    (column) =>
      column === 'page_id' ? pageId(cells) : cell(cells, column);
  const read = (rows: readonly Row[]) => {
    const narrow = rows.flatMap(({ cells, row, line }) => wrongWidth(cells, header.width, row, line) ?? []);
    const whole = rows.filter(({ cells }) => cells.length === header.width);
    const window = readWindow(
      whole.map(({ cells, row, line }): AudienceRow => ({ cells: cellsOf(cells), row, line })),
      facts,
    );
    return { ...window, refused: window.refused + narrow.length, problems: [...narrow, ...window.problems] };
  };
  return {
    columns: header.columns,
    problems: header.problems,
    // Copies are compared ad by ad and row by row. A window is many rows, and no row shows the others, so that nothing can be compared.
    fields: [],
    printed: () => [],
    read: (cells, row, line): RowReadings => {
      const { ad, observations, problems } = read([{ cells, row, line }]);
      const [head, ...rest] = problems.filter(({ refused }) => refused);
      return head === undefined ? { accepted: true, ad, observations, problems } : { accepted: false, problems: [head, ...rest] };
    },
    group: {
      keyOf: (cells) => [pageId(cells), cell(cells, 'ds').trim(), given(cell(cells, 'main_currency'))].join('|'),
      read,
    },
  };
}

const WITHOUT = 'is missing: without it no row can be read. Send the table as its keeper published it.';
