/** Reads audience tables and answers for a test, with the window that the importer gives. */
import type { Observation, Problem } from '../../../src/core/observation.ts';
import type { GroupReadings, Row, RowReader, RowReadings } from '../../../src/sources/ad-libraries/contract.ts';
import { metaAudience } from '../../../src/sources/ad-libraries/meta-audience.ts';
import type { WindowDays } from '../../../src/sources/ad-libraries/meta-audience-page.ts';
import { CsvReader } from '../../../src/sources/csv.ts';

/** One page and window, with the lines its rows stand on. */
export type PageGroup = GroupReadings & { readonly lines: readonly [first: number, last: number] };

export interface AudienceTable {
  readonly reader: RowReader;
  readonly rows: readonly Row[];
  readonly groups: readonly PageGroup[];
}

export const AS_OF = '2026-05-15';

export function openTable(header: readonly string[], window: WindowDays | null = 90, currency: string | null = null): RowReader | Problem {
  return metaAudience.open({ form: 'csv', header }, { name: 'table.csv', as_of: AS_OF, window, currency });
}

/** The rows of a table in groups of one key that follow one another, as an importer hands them over. */
export function readTable(bytes: Uint8Array, window: WindowDays = 90): AudienceTable {
  const csv = new CsvReader();
  const [header, ...rest] = [...csv.push(bytes), ...csv.end()];
  if (header?.kind !== 'record') throw new Error('The table has no header.');
  const rows = rest.map((event, i): Row => {
    if (event.kind === 'fault') throw new Error(event.message);
    return { cells: event.cells, row: i + 1, line: event.line };
  });
  return readRows(header.cells, rows, window);
}

export function readRows(header: readonly string[], rows: readonly Row[], window: WindowDays = 90): AudienceTable {
  const reader = openTable(header, window);
  if (!('read' in reader)) throw new Error(reader.message);
  const { group } = reader;
  if (group === undefined) throw new Error('The reader has no groups.');
  const groups: Row[][] = [];
  let last: string | null = null;
  for (const row of rows) {
    const key = group.keyOf(row.cells);
    if (key === last) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = key;
  }
  const read = groups.map((each): PageGroup => ({ ...group.read(each), lines: [each[0]?.line ?? 0, each.at(-1)?.line ?? 0] }));
  return { reader, rows, groups: read };
}

/** What the answer gives; `record` is also the first of its file. */
export function readAnswer(record: unknown, window: WindowDays | null = 30): RowReadings | Problem {
  const reader = metaAudience.open({ form: 'json', record }, { name: 'answer.json', as_of: AS_OF, window, currency: null });
  return 'read' in reader ? reader.read([JSON.stringify(record)], 1, 1) : reader;
}

/** `geo.city/include location CITY 9-14: A | B`: an observation in one line. */
export function inWords({ criterion, direction, field, part, values }: Observation): string {
  return `${criterion}/${direction} ${field} ${part?.ads.min}-${part?.ads.max}: ${values.join(' | ')}`;
}

/** The cells of an invented page, the same in each of its rows. */
export const PAGE = {
  ds: '2026-05-13',
  main_currency: 'GBP',
  total_num_ads: '50',
  total_spend_formatted: '2000',
  is_30_day_available: 'True',
  is_90_day_available: 'True',
  page_id: '100000000000017',
  page_name: 'Invented Party',
  disclaimer: 'Invented Party Ltd',
};
export type Cells = Record<string, string>;
const DETAILS = [
  'value',
  'num_ads',
  'total_spend_pct',
  'type',
  'location_type',
  'num_obfuscated',
  'is_exclusion',
  'custom_audience_type',
  'detailed_type',
];
export const HEADER = [...Object.keys(PAGE), ...DETAILS];

export const rowsOf = (cells: readonly Cells[], header: readonly string[] = HEADER): Row[] =>
  cells.map((each, i) => ({ cells: header.map((name) => ({ ...PAGE, ...each })[name] ?? ''), row: i + 1, line: i + 2 }));

/** Reads the rows of one page: each is its page's cells, and these. */
export function readPage(cells: readonly Cells[], header: readonly string[] = HEADER): GroupReadings {
  const { groups } = readRows(header, rowsOf(cells, header), 30);
  const [only, ...others] = groups;
  if (only === undefined || others.length > 0) throw new Error(`${groups.length} groups`);
  return only;
}
export const codes = (readings: Pick<GroupReadings, 'problems'>): string[] => readings.problems.map(({ code }) => code);

export const place = (kind: string, value: string, over: Cells = {}): Cells => {
  return { type: 'location', location_type: kind, value, num_ads: '2', total_spend_pct: '0.1', is_exclusion: 'False', ...over };
};
export const detailed = (kind: string, value: string, over: Cells = {}): Cells => {
  return { type: 'detailed', detailed_type: kind, value, num_ads: '2', total_spend_pct: '0.1', is_exclusion: 'False', ...over };
};
export const audience = (kind: string, num_ads: number, pct: string, over: Cells = {}): Cells => ({
  type: 'custom_audience',
  value: kind.includes('DFCA') ? 'Customer list Custom Audience' : 'Custom Audience',
  custom_audience_type: kind,
  num_ads: String(num_ads),
  total_spend_pct: pct,
  is_exclusion: kind.endsWith('EXCLUSION') ? 'True' : 'False',
  ...over,
});
const AGES = [...Array.from({ length: 52 }, (_, i) => String(13 + i)), '65+'];
export const ages = (of: (age: number) => readonly [num_ads: number, pct: number]): Cells[] =>
  AGES.map((value) => {
    const [num_ads, pct] = of(Number.parseInt(value, 10));
    return { type: 'age', value, num_ads: String(num_ads), total_spend_pct: String(pct) };
  });
