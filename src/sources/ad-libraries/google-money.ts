/**
 * Google's tables of money: by advertiser, by week, by place. A table gives each amount in every currency, each rounded by itself (GBP 50, USD 100),
 * so one currency is read and nothing is added: the one that the import asks for, else pounds. An amount is kept as printed.
 */
import type { Paid, Problem } from '../../core/observation.ts';
import { addDays, type Day, isDay } from '../../core/time.ts';
import { shown } from './cells.ts';
import type { FileFacts, RowReader, RowReadings } from './contract.ts';
import { type CsvHeader, columnKey, columnProblem, readHeader } from './csv-header.ts';
import { badAdvertiserId } from './google-creatives.ts';
import { cellProblem, type Member, tableReader, UNNAMED } from './google-member.ts';
import { advertiserId, minorUnits } from './google-values.ts';

const ID = 'Advertiser_ID';
const NAME = 'Advertiser_Name';
const WEEK = 'Week_Start_Date';
const ADS = 'Total_Creatives';
/** From the finest. */
const PLACES = ['Country_Subdivision_Secondary', 'Country_Subdivision_Primary', 'Country'];

const IGNORED = [
  { name: 'Public_IDs_List', reason: 'Ids of United States registers as free text, which has held a postal address.' },
  { name: 'Elections', reason: 'The elections that the regions bring with them; no question is put to them.' },
  { name: 'Election_Cycle', reason: 'The library has given it up; it is empty outside the United States.' },
  UNNAMED,
];

interface Table {
  readonly table: string;
  readonly fits: (names: ReadonlySet<string>) => boolean;
  /** Read, and expected, beside the amount. */
  readonly columns: readonly string[];
}

/** Order decides where a header fits two. */
const TABLES: readonly Table[] = [
  {
    table: 'advertiser-geo-spend',
    fits: (names) => names.has('advertiser_id') && names.has('country_subdivision_primary'),
    columns: [ID, NAME, 'Country', 'Country_Subdivision_Primary'],
  },
  {
    table: 'advertiser-weekly-spend',
    fits: (names) => names.has('advertiser_id') && names.has('week_start_date'),
    columns: [ID, NAME, WEEK],
  },
  {
    // An advertiser's total is for all its regions: it stands with all of them, never as one country's.
    table: 'advertiser-stats',
    fits: (names) => names.has('advertiser_id') && (names.has('spend_usd') || names.has('total_creatives')),
    columns: [ID, NAME, 'Regions', ADS],
  },
  {
    table: 'geo-spend',
    fits: (names) => names.has('country_subdivision_primary') && !names.has('advertiser_id'),
    columns: PLACES.toReversed(),
  },
];

export const moneyTables: readonly Member[] = TABLES.map((table) => ({
  table: table.table,
  fits: table.fits,
  open: (header, file) => open(table, header, file),
}));

function open(table: Table, names: readonly string[], file: FileFacts): RowReader | Problem {
  const currencies = names.flatMap((name) => /^spend_([a-z]{3})$/.exec(columnKey(name))?.[1]?.toUpperCase() ?? []);
  const currency = [file.currency, 'GBP', 'EUR', 'USD', ...currencies].find((code) => code !== null && currencies.includes(code));
  if (currency === undefined || currency === null)
    return columnProblem('missing-column', 'Spend_GBP', 'is missing, as is any other amount: the table tells nothing without one.', true);
  const reason = `The same money as Spend_${currency}, rounded by itself. Amounts in two currencies are never added.`;
  const header = readHeader(names, {
    used: [...table.columns, `Spend_${currency}`],
    ignored: [...IGNORED, ...currencies.filter((code) => code !== currency).map((code) => ({ name: `Spend_${code}`, reason }))],
    expected: table.columns,
  });
  if (!('at' in header)) return header;
  return tableReader(header, (cells, row, line) => readRow({ table, header, currency, cells, row, line }));
}

interface MoneyRow {
  readonly table: Table;
  readonly header: CsvHeader;
  readonly currency: string;
  readonly cells: readonly string[];
  readonly row: number;
  readonly line: number;
}

function readRow({ table, header, currency, cells, row, line }: MoneyRow): RowReadings {
  const problems: Problem[] = [];
  const report = (field: string, code: string, message: string): null => {
    problems.push(cellProblem(row, line, field, { code, message }));
    return null;
  };
  const text = (name: string): string | null => {
    const at = header.at.get(name);
    return at === undefined ? null : (cells[at] ?? '');
  };
  const account = (): string | null => {
    const printed = text(ID);
    if (printed === null) return null;
    const bad = badAdvertiserId(ID, printed);
    return advertiserId(printed) ?? report(ID, bad.code, bad.message);
  };
  const week = (): Day | null => {
    const day = text(WEEK)?.trim();
    if (day === undefined || isDay(day)) return day ?? null;
    return report(WEEK, 'bad-date', `${WEEK} has ${shown(day)}, which is no day in the form 2024-05-12. It is left out.`);
  };
  const count = (): number | null => {
    const printed = text(ADS)?.trim();
    if (printed === undefined) return null;
    if (/^\d{1,9}$/.test(printed)) return Number(printed);
    return report(ADS, 'not-a-number', `${ADS} has ${shown(printed)}, which is not a whole number. It is left out.`);
  };
  const field = `Spend_${currency}`;
  const amount = minorUnits(text(field) ?? '');
  if (amount === null) {
    report(field, 'not-a-number', `${field} has ${shown(text(field) ?? '')}, which is no amount. The row tells no money.`);
    return { accepted: true, ad: null, observations: [], problems };
  }
  const first = week();
  const paid: Paid = {
    table: table.table,
    page_id: account(),
    name: text(NAME) ?? '',
    // One name stands for who placed the ads and who paid.
    payer: text(NAME) ?? '',
    place: placeOf(text),
    spend: { min: amount, max: amount, currency },
    ads: count(),
    first,
    // A week runs from Sunday to Saturday.
    last: first === null ? null : addDays(first, 6),
  };
  return { accepted: true, ad: null, observations: [], paid, problems };
}

/** `EU, GB` for a total, which is for all of them; `US-WY` before its country for a place; `null` for a week, which says no place. */
function placeOf(text: (name: string) => string | null): string | null {
  const regions = text('Regions')?.trim();
  if (regions !== undefined) return regions === '' ? null : regions;
  const parts = PLACES.map((name) => (text(name) ?? '').trim()).filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
