/** The website's own answer: one page and window as JSON, with a list for each kind of targeting. Its lists become the rows of the table. */
import type { Problem } from '../../core/observation.ts';
import { parsed } from '../json-record.ts';
import { shown } from './cells.ts';
import type { FileFacts, RowReader, RowReadings } from './contract.ts';
import { type Cells, DETAIL_COLUMNS } from './meta-audience-columns.ts';
import { WINDOW_NOT_GIVEN, type WindowDays, windowNamed } from './meta-audience-page.ts';
import { type AudienceRow, readWindow } from './meta-audience-window.ts';

type Fields = Readonly<Record<string, unknown>>;

const INSIGHT = 'ad_library_page_targeting_insight';
const PREFIX = 'ad_library_page_targeting_';
const SUMMARY = `${PREFIX}summary`;
const LISTS = ['age', 'gender', 'location', 'detailed', 'language', 'custom_audience', 'lookalike_audience'].map((type) => ({
  type,
  name: `${PREFIX}${type}`,
}));
const IGNORED = [
  {
    name: 'ad_library_page_has_siep_ads',
    reason: 'Whether the page ever had political ads; the numbers say how many it had in the window.',
  },
  { name: '__typename', reason: 'A name of the website’s own program.' },
  { name: 'id', reason: 'A name of the website’s own program.' },
];
const KNOWN: ReadonlySet<string> = new Set([SUMMARY, ...LISTS.map(({ name }) => name), ...IGNORED.map(({ name }) => name)]);
const KNOWN_IN_LISTS: ReadonlySet<string> = new Set([...DETAIL_COLUMNS, ...IGNORED.map(({ name }) => name)]);

/** The audience summary in an answer: `null` where the website gave none for the page, `undefined` where the record is no such answer. */
export function insightOf(record: unknown): unknown {
  const top = fields(record);
  return [fields(fields(top.data).page), top].find((holder) => Object.hasOwn(holder, INSIGHT))?.[INSIGHT];
}

/** A reader of answers, one page each; the first decides whether the file says how long its window is. */
export function openAnswers(first: unknown, file: FileFacts): RowReader | Problem {
  if (file.window === null && windowOf(first) === null) return { ...WINDOW_NOT_GIVEN, row: null, line: null };
  const names = Object.keys(fields(insightOf(first)));
  return {
    columns: {
      used: names.filter((name) => KNOWN.has(name) && !IGNORED.some((one) => one.name === name)),
      ignored: IGNORED.filter(({ name }) => names.includes(name)),
      // Each answer may have others: a problem of its row names them.
      unknown: [],
    },
    problems: [],
    // An answer is one page, whose lists can be long: what a copy changed in it is told by its observations.
    fields: [],
    printed: () => [],
    read: (cells, row, line) => readAnswer(cells[0] ?? '', file, { row, line }),
  };
}

type Place = Pick<Problem, 'row' | 'line'>;

function readAnswer(text: string, file: FileFacts, place: Place): RowReadings {
  const problem = (code: string, message: string, refused: boolean, field: string | null = null): Problem => {
    return { ...place, field, code, message, refused };
  };
  const record = parsed(text);
  const insight = insightOf(record);
  if (insight === undefined && Object.hasOwn(fields(record), 'errors')) return { accepted: false, problems: [problem(...ERROR_ANSWER)] };
  if (insight === undefined && Object.keys(fields(record)).length === 0) return { accepted: false, problems: [problem(...NOT_AN_ANSWER)] };
  if (insight === undefined) return { accepted: true, ad: null, observations: [], problems: [problem(...NO_AUDIENCE)] };
  const window = file.window ?? windowOf(record);
  if (window === null) return { accepted: false, problems: [{ ...WINDOW_NOT_GIVEN, ...place }] };
  const summary = summaryOf(fields(insight)[SUMMARY]);
  if (summary === null) return { accepted: false, problems: [problem(...SEVERAL, SUMMARY)] };

  const rows = rowsOf(record, fields(insight), summary, place);
  const { accepted, ad, observations, problems } = readWindow(rows, { ...file, window });
  const [head] = problems.filter(({ refused }) => refused);
  if (accepted === 0 && head !== undefined) return { accepted: false, problems: [head] };
  const unknown = unknownNames(fields(insight)).map((name) => {
    return problem('unknown-field', `${shown(name)} is a name that this version does not know; it was not read.`, false, name.slice(0, 60));
  });
  // The answer is one row: what is wrong in one of its lists does not refuse the rest.
  return { accepted: true, ad, observations, problems: [...unknown, ...problems.map((found) => ({ ...found, refused: false }))] };
}

/** One row for each value of each list; one without a value for a page that used nothing. */
function rowsOf(record: unknown, insight: Fields, summary: Fields, place: Place): AudienceRow[] {
  const top = fields(record);
  const page = fields(fields(top.data).page);
  const lists = LISTS.flatMap(({ type, name }) => list(insight[name]).map((entry) => ({ ...entry, type })));
  const without = Object.keys(summary).length === 0 && lists.length === 0;
  const ofPage: Fields = {
    ...summary,
    page_id: [top.page_id, top.internal_id, page.page_id, page.id, variables(record).viewAllPageID].map(idText).find((id) => id !== ''),
    page_name: [top.page_name, page.name, page.page_name].map(text).find((name) => name !== ''),
    disclaimer: top.disclaimer,
    tf: windowText(record),
    no_data: without,
  };
  const row = Number(place.row);
  const line = Number(place.line);
  const cellsOf =
    (entry: Fields): Cells =>
    (column) =>
      text(Object.hasOwn(entry, column) ? entry[column] : ofPage[column]);
  return (lists.length === 0 ? [{}] : lists).map((entry) => ({ cells: cellsOf(entry), row, line }));
}

/** A page that paid in several currencies has a summary for each; the one of its main currency counts. `null`: it cannot be told which. */
function summaryOf(value: unknown): Fields | null {
  const summaries = list(value);
  const [only = {}, ...others] = summaries;
  if (others.length === 0) return only;
  return summaries.find((one) => list(one.detailed_spend).some(({ currency }) => currency === one.main_currency)) ?? null;
}

const WINDOW_NAMES = ['audienceTimeframe', 'audience_timeframe', 'timeframe', 'tf'];

function windowText(record: unknown): string {
  const top = fields(record);
  const holders = [top, variables(record), fields(fields(top.data).page), fields(insightOf(record))];
  return holders.flatMap((holder) => WINDOW_NAMES.map((name) => text(holder[name]))).find((word) => word !== '') ?? '';
}

function windowOf(record: unknown): WindowDays | null {
  return windowNamed(windowText(record));
}

function variables(record: unknown): Fields {
  return fields(fields(record).variables);
}

function unknownNames(insight: Fields): string[] {
  const inLists = LISTS.flatMap(({ name }) => list(insight[name]).flatMap((entry) => Object.keys(entry)));
  return [
    ...Object.keys(insight).filter((name) => !KNOWN.has(name) && !WINDOW_NAMES.includes(name)),
    ...new Set(inLists.filter((name) => !KNOWN_IN_LISTS.has(name))),
  ];
}

/** The fields of an object; none of anything else. */
function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A list of objects; one object alone is a list of one. */
function list(value: unknown): readonly Fields[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(fields);
}

/** A value as the table prints it. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** An id that came as a number too large to be exact keeps its exponent, so that it is seen to be spoiled. */
function idText(value: unknown): string {
  return typeof value === 'number' && !Number.isSafeInteger(value) ? value.toExponential() : text(value);
}

const ERROR_ANSWER = [
  'error-answer',
  'The website answered with an error and no audience. Ask it again later, and send what it answers then.',
  true,
] as const;
const NOT_AN_ANSWER = [
  'not-an-answer',
  'The record is no JSON object, so it is no answer of the website. Send the answer as it came.',
  true,
] as const;
const NO_AUDIENCE = ['no-audience', 'This part of the answer holds no audience summary; nothing was read from it.', false] as const;
const SEVERAL = [
  'several-summaries',
  'The page has several summaries and none of them is in its main currency, so it cannot be told which total is the page’s.',
  true,
] as const;
