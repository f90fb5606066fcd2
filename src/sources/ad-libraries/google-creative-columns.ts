/**
 * The columns of `creative-stats`, where one row is one ad. The header of 2019 has no targeting columns (they came in April 2020); later ones have
 * more currencies, and others in the place of those that ended. The order differs from copy to copy, so columns are found by name.
 * https://storage.googleapis.com/political-csv/google-political-ads-transparency-bundle.zip (README.txt in it)
 */
import type { Problem } from '../../core/observation.ts';
import type { Field, FieldKind } from './contract.ts';
import { type CsvHeader, columnKey, readHeader } from './csv-header.ts';
import { UNNAMED } from './google-member.ts';
import type { SpendColumns } from './google-spend.ts';

export const TARGETING = ['Age_Targeting', 'Gender_Targeting', 'Geo_Targeting_Included', 'Geo_Targeting_Excluded'] as const;

/** In the order in which copies are compared, which never changes. The ad's id is what copies are compared by. */
const FACTS: readonly (readonly [name: string, kind: FieldKind])[] = [
  ['Advertiser_ID', 'name'],
  ['Advertiser_Name', 'name'],
  ['Ad_Type', 'text'],
  ['Regions', 'text'],
  ['Date_Range_Start', 'date'],
  ['Date_Range_End', 'date'],
  ['First_Served_Timestamp', 'date'],
  ['Last_Served_Timestamp', 'date'],
  ['Num_of_Days', 'delivery'],
  ['Impressions', 'delivery'],
];

const IGNORED = [
  { name: 'Ad_URL', reason: 'The ad’s page in the library. The ids of its advertiser and of the ad make it.' },
  { name: 'Ad_Campaigns_List', reason: 'Ids of campaigns, which no other table explains any more; empty in later copies.' },
  { name: 'Spend_USD', reason: 'The library has given it up for the ranges, and leaves it empty.' },
  { name: 'Is_Funded_By_Google_Ad_Grants', reason: 'Whether Google gave the advertising for nothing; no question is put to it.' },
  UNNAMED,
];

const EXPECTED = ['Advertiser_ID', 'Advertiser_Name', 'Regions', 'Date_Range_Start', 'Date_Range_End', 'Impressions'];

/** Every currency that a header has been seen to have, in the order of comparison; any other comes after them. */
const CURRENCIES = 'USD EUR INR BGN HRK CZK DKK HUF PLN RON SEK GBP NZD ILS AUD TWD BRL ARS ZAR CLP MXN'.split(' ');

export interface CreativeHeader {
  readonly header: CsvHeader;
  readonly problems: readonly Problem[];
  readonly spend: readonly SpendColumns[];
  readonly compared: readonly { readonly at: number; readonly field: Field }[];
  /** Places of the columns without a name. */
  readonly unnamed: readonly number[];
}

export function creativeHeader(names: readonly string[]): CreativeHeader | Problem {
  const currencies = currenciesOf(names);
  const ranges = currencies.flatMap((currency) => [minOf(currency), maxOf(currency)]);
  const keys = new Set(names.map(columnKey));
  const hasTargeting = TARGETING.some((name) => keys.has(columnKey(name)));
  const header = readHeader(names, {
    used: ['Ad_ID', ...TARGETING, ...FACTS.map(([name]) => name), ...ranges],
    ignored: IGNORED,
    expected: [...(hasTargeting ? TARGETING : []), ...EXPECTED, ...(ranges.length === 0 ? [minOf('GBP'), maxOf('GBP')] : ranges)],
  });
  if (!('at' in header)) return header;
  const at = (name: string): number => header.at.get(name) ?? -1;
  const compared: readonly Field[] = [
    ...TARGETING.map((name): Field => ({ name, kind: 'targeting' })),
    ...FACTS.map(([name, kind]): Field => ({ name, kind })),
    ...ranges.map((name): Field => ({ name, kind: 'money' })),
  ];
  return {
    header,
    problems: hasTargeting ? header.problems : [...header.problems, NO_TARGETING],
    spend: currencies
      .map((currency) => ({ currency, min: at(minOf(currency)), max: at(maxOf(currency)) }))
      .filter(({ min, max }) => min >= 0 && max >= 0),
    compared: compared.map((field) => ({ at: at(field.name), field })).filter((column) => column.at >= 0),
    unnamed: names.flatMap((name, i) => (name.trim() === '' ? [i] : [])),
  };
}

const minOf = (currency: string): string => `Spend_Range_Min_${currency}`;
const maxOf = (currency: string): string => `Spend_Range_Max_${currency}`;

function currenciesOf(names: readonly string[]): string[] {
  const found = new Set(names.flatMap((name) => /^spend_range_(?:min|max)_([a-z]{3})$/.exec(columnKey(name))?.[1]?.toUpperCase() ?? []));
  const more = [...found].filter((currency) => !CURRENCIES.includes(currency)).sort();
  return [...CURRENCIES.filter((currency) => found.has(currency)), ...more];
}

const NO_TARGETING: Problem = {
  row: null,
  line: 1,
  field: null,
  code: 'targeting-not-shown',
  message:
    'The file has none of the columns Age_Targeting, Gender_Targeting, Geo_Targeting_Included and Geo_Targeting_Excluded, which came in April 2020: nothing is known of who was chosen for its ads. Import a later copy for that.',
  refused: false,
};
