/**
 * Meta's Ad Library Report: what each page spent under each disclaimer, and what was spent in each place. Money only: a row is about no
 * ad, and has no key, so that no row is ever merged with another or compared with one of another copy.
 * https://www.facebook.com/ads/library/report
 */
import type { Paid, Problem } from '../../core/observation.ts';
import { type CellProblem, shown, wholeNumber } from './cells.ts';
import type { AdLibrary, FileFacts, RowReader, RowReadings } from './contract.ts';
import { type CsvHeader, columnKey, columnProblem, readHeader, wrongWidth } from './csv-header.ts';
import { amount, currencyOf, isAmount, pageId, pageName, payer } from './meta-report-cells.ts';
import { type ReportName, reportName } from './meta-report-name.ts';

export const metaReport: AdLibrary = {
  id: 'meta-report',
  platform: 'meta',
  mapping_version: 1,
  whole_copies: false,
  recognises: (first) => {
    const keys = first.form === 'csv' ? first.header.map(columnKey) : [];
    return keys.some(isAmount) && (keys.includes('location name') || (keys.includes('page name') && keys.includes('disclaimer')));
  },
  open: (first, file) => open(first.form === 'csv' ? first.header : [], file),
};

/** The three tables show the same money again: what each page spent, the same by region, and the sums of the regions. */
type Table = 'advertisers' | 'regions' | 'locations';

const [PAGE_ID, PAGE, DISCLAIMER, ADS, LOCATION] = ['Page ID', 'Page name', 'Disclaimer', 'Number of ads in Library', 'Location name'];

interface Report {
  readonly table: Table;
  readonly header: CsvHeader;
  /** The column of amounts, by the name the file gives it. */
  readonly amount: string;
  readonly currency: string | null;
  /** What every amount of the file is for. */
  readonly of: Pick<Paid, 'table' | 'place' | 'first' | 'last'>;
}

function open(names: readonly string[], file: FileFacts): RowReader | Problem {
  const keys = names.map(columnKey);
  const [spent, second] = names.filter((name) => isAmount(columnKey(name)));
  if (spent === undefined) return columnProblem('missing-column', 'Amount spent', WITHOUT, true);
  if (second !== undefined) return columnProblem('duplicate-column', second.trim(), TWO_AMOUNTS, true);
  if (!keys.includes('page name') && !keys.includes('location name')) return columnProblem('missing-column', PAGE, WITHOUT, true);

  const named = reportName(file.name);
  const table = tableOf(keys, named);
  const used = {
    locations: [LOCATION, spent],
    regions: [PAGE_ID, PAGE, DISCLAIMER, spent],
    advertisers: [PAGE_ID, PAGE, DISCLAIMER, spent, ADS],
  };
  const inBrackets = currencyOf(columnKey(spent));
  // In 2019 a report had neither page ids nor a currency.
  const expected = used[table].filter((name) => name !== PAGE_ID || inBrackets !== null);
  const header = readHeader(names, { used: used[table], ignored: [], expected });
  if (!('at' in header)) return header;
  const ownCurrency = inBrackets !== null && /^[A-Z]{3}$/.test(inBrackets) ? inBrackets : null;
  const place = table === 'regions' ? (named?.part ?? null) : (named?.country ?? null);
  const report: Report = {
    table,
    header,
    amount: spent,
    currency: ownCurrency ?? file.currency,
    of: { table, place, first: named?.first ?? null, last: named?.last ?? null },
  };
  return {
    columns: header.columns,
    problems: [
      ...header.problems,
      ...currencyProblems(spent.trim(), { inBrackets, named: ownCurrency, given: file.currency }),
      ...(named === null ? [nameProblem(table)] : []),
    ],
    fields: [],
    printed: () => [],
    read: (cells, row, line) => readRow(report, cells, row, line),
  };
}

function tableOf(keys: readonly string[], named: ReportName | null): Table {
  if (!keys.includes('page name')) return 'locations';
  return keys.includes(columnKey(ADS)) || named?.part === 'advertisers' ? 'advertisers' : 'regions';
}

function readRow(report: Report, cells: readonly string[], row: number, line: number): RowReadings {
  const width = wrongWidth(cells, report.header.width, row, line);
  if (width !== null) return { accepted: false, problems: [width] };
  const cell = (name: string): string | null => {
    const place = report.header.at.get(name);
    return place === undefined ? null : (cells[place] ?? '');
  };
  const problems: Problem[] = [];
  const problem = (field: string, { code, message }: CellProblem): void => {
    problems.push({ row, line, field: field.trim(), code, message, refused: false });
  };
  if (isTotal(cell)) {
    problem(report.table === 'locations' ? LOCATION : PAGE, TOTAL);
    return { accepted: true, ad: null, observations: [], problems };
  }
  for (const name of [PAGE, DISCLAIMER, LOCATION]) if (cell(name)?.trim() === '') problem(name, empty(name));

  const spend = amount(cell(report.amount) ?? '', report.currency);
  if (spend === null) problem(report.amount, notAnAmount(report.amount.trim(), cell(report.amount) ?? ''));
  const page = cell(PAGE_ID) === null ? null : pageId(cell(PAGE_ID) ?? '', PAGE_ID);
  if (page?.problem) problem(PAGE_ID, page.problem);
  const count = cell(ADS);
  const ads = count === null ? null : wholeNumber(count);
  if (count !== null && ads === null) problem(ADS, notANumber(ADS, count));
  if (spend === null) return { accepted: true, ad: null, observations: [], problems };
  const paid: Paid = {
    ...report.of,
    page_id: page?.id ?? null,
    name: pageName(cell(PAGE) ?? '', page?.none ?? false),
    payer: payer(cell(DISCLAIMER) ?? '') || null,
    place: report.table === 'locations' ? cell(LOCATION) || null : report.of.place,
    spend,
    ads,
  };
  return { accepted: true, ad: null, observations: [], paid, problems };
}

/** A sum that somebody added below the rows. A page may be called “Total”: it has an id or a disclaimer. */
function isTotal(cell: (name: string) => string | null): boolean {
  const name = cell(PAGE) ?? cell(LOCATION) ?? '';
  const rest = [cell(PAGE_ID), cell(DISCLAIMER)].map((text) => text?.trim() ?? '');
  return /^(?:grand )?total$/i.test(name.trim()) && rest.every((text) => text === '');
}

const WITHOUT = 'is missing: without it no row can be read. Send the file as published.';
const TWO_AMOUNTS = 'is a second column of amounts, so it cannot be told which to read. Send the file as published.';
const TOTAL: CellProblem = {
  code: 'total-row',
  message: 'The row is a sum of other rows. It is counted as a row, and its money is left out, because the other rows hold it.',
};

function empty(field: string): CellProblem {
  return { code: 'empty-cell', message: `${field} is empty, which it is in no published report. The row’s money is kept without it.` };
}

function notAnAmount(field: string, text: string): CellProblem {
  return {
    code: 'not-a-number',
    message: `${field} has ${shown(text)}, which is neither a whole number nor “≤100”. The row’s money is left out.`,
  };
}

function notANumber(field: string, text: string): CellProblem {
  return { code: 'not-a-number', message: `${field} has ${shown(text)}, which is not a whole number. It is left out.` };
}

/** The currency stands in the header or is given with the file; it is never guessed from the country. */
function currencyProblems(
  field: string,
  { inBrackets, named, given }: { inBrackets: string | null; named: string | null; given: string | null },
): Problem[] {
  const kept = given === null ? 'the amounts are kept without a currency, and are never added to others' : `they are read as ${given}`;
  if (inBrackets !== null && named === null)
    return [columnProblem('unknown-currency', field, `names no ISO 4217 currency in its brackets: ${kept}.`)];
  if (named === null && given === null)
    return [columnProblem('currency-not-named', field, `names no currency: ${kept}. Name it with the file, where you know it.`)];
  if (named !== null && given !== null && named !== given)
    return [
      columnProblem('other-currency', field, `names ${named}, and ${given} was given with the file. The amounts are read as ${named}.`),
    ];
  return [];
}

function nameProblem(table: Table): Problem {
  const what = table === 'regions' ? 'The region, the days' : 'The country and the days';
  const message = `${what} stand only in a report’s name, and this file’s is not in the form FacebookAdLibraryReport_2025-07-12_GB_last_30_days_….csv, so they are kept as unknown. Send the file under the name it was published with.`;
  return { row: null, line: null, field: null, code: 'name-not-read', message, refused: false };
}
