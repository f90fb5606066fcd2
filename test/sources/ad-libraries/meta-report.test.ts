import { describe, expect, it } from 'vitest';
import type { Paid } from '../../../src/core/observation.ts';
import type { FileFacts, RowReader } from '../../../src/sources/ad-libraries/contract.ts';
import { metaReport } from '../../../src/sources/ad-libraries/meta-report.ts';
import { reportName } from '../../../src/sources/ad-libraries/meta-report-name.ts';
import { factsOf, headed } from './read-library.ts';

const NAME = 'FacebookAdLibraryReport_2025-07-12_GB_last_30_days_advertisers.csv';
const HEADER = ['Page ID', 'Page name', 'Disclaimer', 'Amount spent (GBP)', 'Number of ads in Library'];
const BASE: Record<string, string> = {
  'Page ID': '100000000000012',
  'Page name': 'The Lantern Party',
  Disclaimer: 'The Lantern Party',
  'Amount spent (GBP)': '101',
  'Number of ads in Library': '3',
};

function open(header: readonly string[], name = NAME, facts: Partial<FileFacts> = {}): RowReader {
  const reader = metaReport.open(headed(header), { ...factsOf(name), ...facts });
  if (!('read' in reader)) throw new Error(reader.message);
  return reader;
}

/** Reads one row of the page table whose cells are the usual ones, and these. */
function read(cells: Record<string, string>) {
  for (const name of Object.keys(cells)) if (!HEADER.includes(name)) throw new Error(`${name} is no column.`);
  const readings = open(HEADER).read(
    HEADER.map((name) => cells[name] ?? BASE[name] ?? ''),
    1,
    2,
  );
  if (!readings.accepted) throw new Error('The row was refused.');
  return readings;
}

describe('a row of the page table', () => {
  const table: Record<string, { given: Record<string, string>; gives: Partial<Paid> | null; problems?: string[] }> = {
    'whole units become minor units': { given: {}, gives: { spend: { min: 10_100, max: 10_100, currency: 'GBP' } } },
    'at most 100 is from nothing to 100': {
      given: { 'Amount spent (GBP)': '≤100' },
      gives: { spend: { min: 0, max: 10_000, currency: 'GBP' } },
    },
    'at most, with a space': { given: { 'Amount spent (GBP)': ' ≤ 100 ' }, gives: { spend: { min: 0, max: 10_000, currency: 'GBP' } } },
    'an amount with separators is left out, and the row stays': {
      given: { 'Amount spent (GBP)': '1,250' },
      gives: null,
      problems: ['not-a-number'],
    },
    'no amount': { given: { 'Amount spent (GBP)': '' }, gives: null, problems: ['not-a-number'] },
    'an amount past what is exact': { given: { 'Amount spent (GBP)': '9'.repeat(20) }, gives: null, problems: ['not-a-number'] },
    'a number of ads that is none': {
      given: { 'Number of ads in Library': 'many' },
      gives: { ads: null, spend: { min: 10_100, max: 10_100, currency: 'GBP' } },
      problems: ['not-a-number'],
    },
    'an id of 10 digits': { given: { 'Page ID': '1000000012' }, gives: { page_id: '1000000012' } },
    'an id of 18 digits keeps its last digit': {
      given: { 'Page ID': '122100000000010563' },
      gives: { page_id: '122100000000010563' },
    },
    'an id that a spreadsheet spoilt': {
      given: { 'Page ID': '1.22099590712e+17' },
      gives: { page_id: null, name: 'The Lantern Party' },
      problems: ['spoiled-id'],
    },
    'and with a comma': { given: { 'Page ID': '1,22099590712E17' }, gives: { page_id: null }, problems: ['spoiled-id'] },
    'an id that is none': { given: { 'Page ID': 'lantern' }, gives: { page_id: null }, problems: ['bad-page-id'] },
    'no id': { given: { 'Page ID': '' }, gives: { page_id: null }, problems: ['bad-page-id'] },
    'page id 0 is no page, and its name is a person’s': {
      given: { 'Page ID': '0', 'Page name': 'Instagram User 1000000001', 'Amount spent (GBP)': '≤100' },
      gives: { page_id: null, name: '', spend: { min: 0, max: 10_000, currency: 'GBP' }, payer: 'The Lantern Party' },
    },
    'page id 0 drops whatever name stands there': { given: { 'Page ID': '0', 'Page name': 'A. Quill' }, gives: { name: '' } },
    'no disclaimer is nobody': { given: { Disclaimer: 'These ads ran without a disclaimer' }, gives: { payer: null } },
    'no disclaimer, in another case': { given: { Disclaimer: 'these ads ran without a disclaimer.' }, gives: { payer: null } },
    'a broken imprint is as printed': {
      given: { Disclaimer: 'and promoted by the  Lantern Party.' },
      gives: { payer: 'and promoted by the  Lantern Party.' },
    },
    'an empty disclaimer is in no published report': { given: { Disclaimer: ' ' }, gives: {}, problems: ['empty-cell'] },
    'an empty name too': { given: { 'Page name': '' }, gives: { name: '' }, problems: ['empty-cell'] },
    'every script': { given: { 'Page name': '𝐋𝐚𝐧𝐭𝐞𝐫𝐧 Φανάρι' }, gives: { name: '𝐋𝐚𝐧𝐭𝐞𝐫𝐧 Φανάρι' } },
    'spaces at the ends stay': { given: { 'Page name': 'Lantern ' }, gives: { name: 'Lantern ' } },
    'an e-mail address goes': {
      given: { Disclaimer: 'Lantern Party, post@lantern.example' },
      gives: { payer: 'Lantern Party, [email removed]' },
    },
    'a sum below the rows is not counted again': {
      given: { 'Page ID': '', 'Page name': 'Total', Disclaimer: '' },
      gives: null,
      problems: ['total-row'],
    },
    'a page called “Total” is one': { given: { 'Page name': 'Total' }, gives: { name: 'Total' } },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, problems = [] }) => {
    const readings = read(given);
    expect(readings).toMatchObject({ ad: null, observations: [] });
    if (gives === null) expect(readings.paid).toBeUndefined();
    else expect(readings.paid).toMatchObject({ table: 'advertisers', place: 'GB', first: '2025-06-13', last: '2025-07-12', ...gives });
    expect(readings.problems.map(({ code }) => code)).toEqual(problems);
  });

  it.each([
    ['one cell short', ['100000000000012', 'The Lantern Party', 'The Lantern Party', '101']],
    ['one cell over', [...Object.values(BASE), '']],
    ['a blank line', ['']],
  ])('%s is refused as one row', (_, cells) => {
    expect(open(HEADER).read(cells, 7, 9)).toMatchObject({
      accepted: false,
      problems: [{ row: 7, line: 9, code: 'wrong-width', refused: true }],
    });
  });

  it('two rows of one page and payer are two amounts: a row has no key', () => {
    expect(read({}).paid).toEqual(read({}).paid);
    expect(open(HEADER).fields).toEqual([]);
    expect(open(HEADER).printed(Object.values(BASE))).toEqual([]);
  });
});

describe('headers', () => {
  const LOCATIONS = ['Location name', 'Amount spent (EUR)'];
  const OLDEST = ['Page Name', 'Disclaimer', 'Amount Spent', 'Number of Ads in Library'];
  const codes = (header: readonly string[], facts: Partial<FileFacts> = {}, name = NAME): string[] =>
    open(header, name, facts).problems.map(({ code }) => code);

  it.each([
    ['of 2019', OLDEST, true],
    ['of 2020 to 2022', ['Page ID', 'Page Name', 'Disclaimer', 'Amount Spent (USD)', 'Number of Ads in Library'], true],
    ['of today', HEADER, true],
    ['of places', LOCATIONS, true],
    ['of a region', HEADER.slice(0, 4), true],
    ['in capitals and with spaces', HEADER.map((name) => ` ${name.toUpperCase()} `), true],
    ['without an amount', ['Page ID', 'Page name', 'Disclaimer'], false],
    ['without a disclaimer', ['Page ID', 'Page name', 'Amount spent (GBP)'], false],
    ['with names in another style', ['page_id', 'page_name', 'disclaimer', 'amount_spent_usd'], false],
  ])('%s: known is %s', (_, header, known) => expect(metaReport.recognises(headed(header))).toBe(known));

  it('in 2019 there is no page id and no currency, which is a problem that every such file has', () => {
    const reader = open(OLDEST, 'FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv');
    expect(reader.problems.map(({ code }) => code)).toEqual(['currency-not-named']);
    expect(reader.columns.used).toEqual(OLDEST);
    expect(reader.read(['A', 'B', '101', '1'], 1, 2)).toMatchObject({
      paid: { page_id: null, spend: { min: 10_100, max: 10_100, currency: null }, first: null, last: '2019-05-11', place: 'GB' },
    });
  });

  it.each([
    ['the file’s own wins', HEADER, 'EUR', ['other-currency'], 'GBP'],
    ['the same twice is no problem', HEADER, 'GBP', [], 'GBP'],
    ['one given where the file has none', OLDEST, 'GBP', [], 'GBP'],
    ['a sign is no code', ['Page ID', 'Page name', 'Disclaimer', 'Amount spent (£)'], null, ['unknown-currency'], null],
  ])('currency: %s', (_, header, currency, problems, gives) => {
    expect(codes(header, { currency })).toEqual(expect.arrayContaining(problems));
    const cells = header.map((name) => (/^amount/i.test(name) ? '101' : '1'));
    expect(open(header, NAME, { currency }).read(cells, 1, 2)).toMatchObject({ paid: { spend: { currency: gives } } });
  });

  it.each([
    ['a column twice', [...HEADER, 'page name'], 'duplicate-column'],
    ['amounts twice', [...HEADER, 'Amount spent (EUR)'], 'duplicate-column'],
    ['no amounts', ['Page name', 'Disclaimer'], 'missing-column'],
    ['neither page nor place', ['Disclaimer', 'Amount spent'], 'missing-column'],
  ])('%s: the file cannot be read', (_, header, code) =>
    expect(metaReport.open(headed(header), factsOf(NAME))).toMatchObject({ code, refused: true, row: null }),
  );

  it('a missing page id is a problem of the file, and the rows are read', () => {
    expect(codes(HEADER.slice(1))).toEqual(['missing-column']);
    expect(codes(HEADER.slice(0, 4))).toEqual(['missing-column']);
    expect(open(HEADER.slice(1)).read(Object.values(BASE).slice(1), 1, 2)).toMatchObject({ paid: { page_id: null, ads: 3 } });
  });

  it('without its own name a report has no days, no country and no region', () => {
    expect(codes(HEADER, {}, 'report.csv')).toEqual(['name-not-read']);
    const paid = { place: null, first: null, last: null };
    expect(open(HEADER, 'report.csv').read(Object.values(BASE), 1, 2)).toMatchObject({ paid: { ...paid, table: 'advertisers' } });
    expect(open(HEADER.slice(0, 4), 'x.csv').read(Object.values(BASE).slice(0, 4), 1, 2)).toMatchObject({
      paid: { ...paid, table: 'regions', ads: null },
    });
  });

  it('a place is the row’s own, and “Unknown” is one', () => {
    const reader = open(LOCATIONS, 'FacebookAdLibraryReport_2025-07-12_BE_last_30_days_locations.csv');
    expect(reader.read(['Unknown', '≤100'], 3, 4)).toMatchObject({
      paid: { table: 'locations', place: 'Unknown', name: '', payer: null, page_id: null, ads: null, spend: { min: 0, max: 10_000 } },
    });
    expect(reader.read(['Total', '530574'], 5, 6)).toMatchObject({ accepted: true, problems: [{ code: 'total-row', refused: false }] });
    expect(reader.read(['', '5'], 6, 7)).toMatchObject({ paid: { place: null }, problems: [{ code: 'empty-cell' }] });
  });

  it('a region’s name stands only in the file’s', () => {
    const reader = open(HEADER.slice(0, 4), 'GB.zip/regions/FacebookAdLibraryReport_2025-07-12_GB_lifelong_Isle of Mossmere.csv');
    expect(reader.read(Object.values(BASE).slice(0, 4), 1, 2)).toMatchObject({
      paid: { table: 'regions', place: 'Isle of Mossmere', first: null, last: '2025-07-12' },
    });
  });

  it('a file with only a header has no rows and no problem', () => {
    expect(open(HEADER).problems).toEqual([]);
  });
});

describe('names of reports', () => {
  const DAY = '2025-07-12';
  it.each([
    ['one day', `FacebookAdLibraryReport_${DAY}_GB_yesterday_advertisers.csv`, ['GB', DAY, DAY, 'advertisers']],
    ['seven days', `FacebookAdLibraryReport_${DAY}_GB_last_7_days_advertisers.csv`, ['GB', '2025-07-06', DAY, 'advertisers']],
    ['thirty days', `FacebookAdLibraryReport_${DAY}_BE_last_30_days_locations.csv`, ['BE', '2025-06-13', DAY, 'locations']],
    ['ninety days', `FacebookAdLibraryReport_${DAY}_BE_last_90_days_Unknown.csv`, ['BE', '2025-04-14', DAY, 'Unknown']],
    ['all of the library', `FacebookAdLibraryReport_${DAY}_GB_lifelong_advertisers.csv`, ['GB', null, DAY, 'advertisers']],
    ['spring 2019, in all', 'FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv', ['GB', null, '2019-05-11', 'advertisers']],
    ['spring 2019, the week', 'FacebookAdLibraryReportGB2019-05-11ThisWeekSpending.csv', ['GB', '2019-05-05', '2019-05-11', 'advertisers']],
    [
      'a member’s day comes before its keeper’s',
      'GD_2025-07-05-last_30_days.zip/regions/FacebookAdLibraryReport_2025-07-04_GD_last_30_days_Saint Mark Parish.csv',
      ['GD', '2025-06-05', '2025-07-04', 'Saint Mark Parish'],
    ],
    [
      'a member without a name of its own has its zip’s',
      `FacebookAdLibraryReport_${DAY}_GB_last_7_days.zip/advertisers.csv`,
      ['GB', '2025-07-06', DAY, null],
    ],
    ['a second download', `FacebookAdLibraryReport_${DAY}_GB_yesterday_Wales (2).csv`, ['GB', DAY, DAY, 'Wales']],
    ['still gzipped', `FacebookAdLibraryReport_${DAY}_GB_yesterday_Wales.csv.gz`, ['GB', DAY, DAY, 'Wales']],
    ['an underscore in a region', `FacebookAdLibraryReport_${DAY}_GB_yesterday_A_b.csv`, ['GB', DAY, DAY, 'A_b']],
  ])('%s', (_, name, [country, first, last, part]) => expect(reportName(name)).toEqual({ country, first, last, part }));

  it.each(['report.csv', '', '/', 'FacebookAdLibraryReport_2025-02-30_GB_yesterday_advertisers.csv', 'FacebookAdLibraryReport_GB.csv'])(
    '%j says nothing',
    (name) => expect(reportName(name)).toBeNull(),
  );
});
