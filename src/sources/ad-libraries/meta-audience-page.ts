/** What the rows of one page say of the page and its window. All of them say the same; a row that does not is refused. */
import type { Ad, Money } from '../../core/observation.ts';
import { addDays, type Day, isDay } from '../../core/time.ts';
import { redactText } from '../redact-text.ts';
import { type CellProblem, shown } from './cells.ts';
import { count, flag, given, spend } from './meta-audience-cells.ts';
import type { Cells, ColumnId } from './meta-audience-columns.ts';
import { pageId } from './meta-report-cells.ts';

/** Days of a window: the library has these three. */
export type WindowDays = 7 | 30 | 90;

/** What an importer knows of a file of audiences, its window settled. */
export interface AudienceFile {
  readonly window: WindowDays;
  readonly as_of: Day;
  readonly currency: string | null;
}

/** A problem with the column it stands in. */
export type ColumnProblem = CellProblem & { readonly field: ColumnId };

export interface Page {
  readonly id: string;
  readonly ads: number;
  readonly spend: Money | null;
}

export interface PageReading {
  readonly page: Page;
  /** The window of the page, without its country. */
  readonly ad: Ad;
  readonly problems: readonly ColumnProblem[];
}

/** The texts that every row of a page and window must share. */
export function pageKey(cells: Cells): string {
  return [given(cells('page_id')), ...SHARED.map((column) => cells(column).trim())].join('|');
}

const SHARED: readonly ColumnId[] = [
  'ds',
  'main_currency',
  'total_num_ads',
  'total_spend_formatted',
  'is_30_day_available',
  'is_90_day_available',
  'tf',
];

/** True for a page that the collector asked for and got nothing of: that is not "used nothing". */
export function isWithoutData(cells: Cells): boolean {
  return flag(cells('no_data')) === true;
}

/** The page and its window as a row gives them; or why the row cannot be used. */
export function readPage(cells: Cells, file: AudienceFile): PageReading | ColumnProblem {
  const page = pageOf(cells);
  if (typeof page !== 'string') return page;
  const ds = cells('ds').trim();
  if (!isDay(ds)) return { field: 'ds', code: 'bad-date', message: `ds has ${shown(ds)}, which is no day in the form 2024-12-18.` };
  const ads = count(cells('total_num_ads'));
  if (ads === null)
    return {
      field: 'total_num_ads',
      code: 'not-a-number',
      message: `total_num_ads has ${shown(cells('total_num_ads'))}, which is not a whole number.`,
    };
  const other = otherWindow(cells, file.window);
  if (other !== null) return other;

  const problems: ColumnProblem[] = [];
  const money = spendOf(cells, file.currency, problems);
  return { page: { id: page, ads, spend: money }, ad: windowOf({ page, ds, ads, money, cells, window: file.window }), problems };
}

/**
 * The record of a page of which nothing came: it says no number, no place and no day, so that nobody takes it for a page that used nothing.
 * Its last day is the one the row gives, or the day on which it was asked.
 */
export function readWithoutData(cells: Cells, file: AudienceFile): Ad | ColumnProblem {
  const page = pageOf(cells);
  if (typeof page !== 'string') return page;
  const ds = [cells('ds').trim(), cells('tstamp').trim().slice(0, 10)].find(isDay) ?? file.as_of;
  const window = windowOf({ page, ds, ads: 0, money: null, cells, window: file.window });
  return { ...window, ads: { min: 0, max: null }, start: null, end: null, places_shown: false };
}

function pageOf(cells: Cells): string | ColumnProblem {
  const { id, problem } = pageId(given(cells('page_id')), 'page_id');
  if (id !== null) return id;
  const message = 'page_id is 0, which is no page, so the row cannot be told from others.';
  return { field: 'page_id', ...(problem ?? { code: 'bad-page-id', message }) };
}

interface Window {
  readonly page: string;
  readonly ds: Day;
  readonly ads: number;
  readonly money: Money | null;
  readonly cells: Cells;
  readonly window: WindowDays;
}

function windowOf({ page, ds, ads, money, cells, window }: Window): Ad {
  const library_id = `${page}@${ds}/${window}`;
  return {
    id: `meta:${library_id}`,
    kind: 'page-window',
    platform: 'meta',
    library_id,
    page_id: page,
    ads: { min: ads, max: ads },
    buyer: redactText(given(cells('page_name'))),
    payer: redactText(given(cells('disclaimer'))),
    spend: money,
    impressions: null,
    start: `${addDays(ds, 1 - window)}T00:00:00Z`,
    end: `${ds}T23:59:59Z`,
    country: null,
    places_shown: true,
    about: null,
    media: [],
    landing: null,
  };
}

function spendOf(cells: Cells, fallback: string | null, problems: ColumnProblem[]): Money | null {
  const named = given(cells('main_currency')).toUpperCase();
  const known = /^[A-Z]{3}$/.test(named);
  if (!known && named !== '') {
    const message = `main_currency has ${shown(named)}, which is no ISO 4217 code. The money is kept without a currency.`;
    problems.push({ field: 'main_currency', code: 'unknown-currency', message });
  }
  const text = given(cells('total_spend_formatted'));
  const amount = spend(text);
  if (amount === null && text !== '') {
    const message = `total_spend_formatted has ${shown(text)}, which is no amount. The page’s spend is left out.`;
    problems.push({ field: 'total_spend_formatted', code: 'not-a-number', message });
  }
  return amount === null ? null : { ...amount, currency: known ? named : named === '' ? fallback : null };
}

/** A row says of itself that it cannot be of the window that was given with the file. */
function otherWindow(cells: Cells, window: WindowDays): ColumnProblem | null {
  const column = window === 90 ? 'is_90_day_available' : window === 30 ? 'is_30_day_available' : null;
  if (column !== null && flag(cells(column)) === false) {
    const message = `${column} is False: the library has no window of ${window} days for this page, so the row is of another. Send the rows of each window as a file of their own, with its --window.`;
    return { field: column, code: 'window-not-available', message };
  }
  const named = windowNamed(cells('tf'));
  if (named === null || named === window) return null;
  const message = `The row says that its window is ${named} days, and ${window} were given with the file. Send the rows of each window as a file of their own, with its --window.`;
  return { field: 'tf', code: 'other-window', message };
}

/** Nothing in a table tells 7 days from 90. */
export const WINDOW_NOT_GIVEN = {
  field: null,
  code: 'window-not-given',
  message: 'The file does not say how long its window is; give --window 7, 30 or 90.',
  refused: true,
} as const;

/** The days that a word names: `LAST_30_DAYS`, `30`. */
export function windowNamed(text: string): WindowDays | null {
  const [, days] = /^(?:last[_ ])?(7|30|90)(?:\.0)?(?:[_ ]days)?$/i.exec(text.trim()) ?? [];
  return days === '7' ? 7 : days === '30' ? 30 : days === '90' ? 90 : null;
}
