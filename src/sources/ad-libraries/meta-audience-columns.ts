/**
 * The columns of Meta's audience tables, in all the forms in which its keepers publish them. The names are those of the library's own
 * answer. https://github.com/favstats/metatargetr
 */
import type { KnownColumns } from './csv-header.ts';

/** What is the same in every row of a page and window. */
const PAGE_COLUMNS = [
  'page_id',
  'page_name',
  'disclaimer',
  'ds',
  'main_currency',
  'total_num_ads',
  'total_spend_formatted',
  'is_30_day_available',
  'is_90_day_available',
  'no_data',
  'tstamp',
  'tf',
] as const;

/** What one row says of one value that the page could choose. */
export const DETAIL_COLUMNS = [
  'type',
  'value',
  'num_ads',
  'total_spend_pct',
  'location_type',
  'num_obfuscated',
  'is_exclusion',
  'custom_audience_type',
  'detailed_type',
] as const;

export type ColumnId = (typeof PAGE_COLUMNS)[number] | (typeof DETAIL_COLUMNS)[number];

/** The text that a row has for a column; empty where the file has no such column. */
export type Cells = (column: ColumnId) => string;

/** A page's id in the tables of metatargetr's first years. */
export const OLD_PAGE_ID = 'internal_id';

/** Without these no row says anything. A page that used nothing has none of the second. */
export const PAGE_NEEDS = ['ds', 'total_num_ads'] as const satisfies readonly ColumnId[];
export const DETAIL_NEEDS = ['type', 'value', 'num_ads'] as const satisfies readonly ColumnId[];

/** Columns that come and go with what pages used and with who keeps the table: that one is missing says nothing. */
const EXPECTED_PAGE = ['main_currency', 'total_spend_formatted', 'is_30_day_available', 'is_90_day_available'];
const EXPECTED_DETAIL = ['total_spend_pct'];

const KEEPER = 'Added by the keeper of the table from other sources: it is not the library’s.';
const IGNORED = [
  'cntry',
  'partyfacts_id',
  'sources',
  'country',
  'party',
  'left_right',
  'tags',
  'tags_ideology',
  'number_of_ads_in_library',
  'date',
  'path',
  'remove_em',
  'total_n',
  'amount_spent',
];

/** The columns to look for under this header, whose names are given in lower case. */
export function knownColumns(keys: readonly string[]): KnownColumns {
  const withDetails = DETAIL_COLUMNS.some((name) => keys.includes(name));
  // The report's amount is named after the country's currency: `amount_spent_usd`.
  const amounts = keys.filter((key) => /^amount_spent_[a-z]{3}$/.test(key));
  return {
    used: [...PAGE_COLUMNS, OLD_PAGE_ID, ...DETAIL_COLUMNS],
    ignored: [...IGNORED, ...amounts].map((name) => ({ name, reason: KEEPER })),
    expected: withDetails ? [...EXPECTED_PAGE, ...EXPECTED_DETAIL] : EXPECTED_PAGE,
  };
}
