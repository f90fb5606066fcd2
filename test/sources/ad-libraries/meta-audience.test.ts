import { describe, expect, it } from 'vitest';
import { metaAudience } from '../../../src/sources/ad-libraries/meta-audience.ts';
import { type Cells, codes, HEADER, inWords, openTable, PAGE, place, readPage, readRows, rowsOf } from './read-audience.ts';

describe('the page and its window', () => {
  it('is one record, whose id holds page, last day and length', () => {
    expect(readPage([{}]).ad).toEqual({
      id: 'meta:100000000000017@2026-05-13/30',
      kind: 'page-window',
      platform: 'meta',
      library_id: '100000000000017@2026-05-13/30',
      page_id: '100000000000017',
      ads: { min: 50, max: 50 },
      buyer: 'Invented Party',
      payer: 'Invented Party Ltd',
      spend: { min: 200_000, max: 200_000, currency: 'GBP' },
      impressions: null,
      start: '2026-04-14T00:00:00Z',
      end: '2026-05-13T23:59:59Z',
      country: null,
      places_shown: true,
      about: null,
      media: [],
      landing: null,
    });
  });

  const table: Record<string, { given: Cells; ad?: object | null; problems: string[] }> = {
    'a disclaimer that a program left out is none': { given: { disclaimer: 'NA' }, ad: { payer: '' }, problems: [] },
    'an address in a disclaimer does not get past': {
      given: { disclaimer: 'Invented Party Ltd, 1 Nowhere Street, Nowhere' },
      ad: { payer: expect.not.stringContaining('Nowhere') },
      problems: [],
    },
    'a spend that is no amount is left out, and the page stays': {
      given: { total_spend_formatted: 'lots' },
      ad: { spend: null },
      problems: ['not-a-number'],
    },
    'a currency that is none is left out': {
      given: { main_currency: 'pounds' },
      ad: { spend: { min: 200_000, max: 200_000, currency: null } },
      problems: ['unknown-currency'],
    },
    'an id of 18 digits stays as it is': { given: { page_id: '122100886550010563' }, ad: { page_id: '122100886550010563' }, problems: [] },
    'an id that a spreadsheet spoiled is refused': { given: { page_id: '1.22099590712e+17' }, ad: null, problems: ['spoiled-id'] },
    'an id that is no number is refused': { given: { page_id: 'Invented Party' }, ad: null, problems: ['bad-page-id'] },
    'page 0 is no page': { given: { page_id: '0' }, ad: null, problems: ['bad-page-id'] },
    'a last day that does not exist is refused': { given: { ds: '2026-02-30' }, ad: null, problems: ['bad-date'] },
    'a number of ads that is none is refused': { given: { total_num_ads: 'many' }, ad: null, problems: ['not-a-number'] },
    'a window that the page does not have is refused': {
      given: { is_30_day_available: 'FALSE' },
      ad: null,
      problems: ['window-not-available'],
    },
    'another window that is not there says nothing': { given: { is_90_day_available: 'False' }, ad: {}, problems: [] },
  };
  it.each(Object.entries(table))('%s', (_, { given, ad, problems }) => {
    const readings = readPage([given]);
    if (ad === null) expect(readings).toMatchObject({ ad: null, accepted: 0, refused: 1 });
    else expect(readings).toMatchObject({ ad, accepted: 1, refused: 0 });
    expect(codes(readings)).toEqual(problems);
    expect(readings.problems.some(({ refused }) => refused)).toBe(ad === null);
  });

  it('says nothing twice: what is wrong with the page is a problem of its first row', () => {
    const readings = readPage([{ total_spend_formatted: 'lots' }, { total_spend_formatted: 'lots' }]);
    expect(readings.problems).toEqual([expect.objectContaining({ code: 'not-a-number', row: 1, line: 2 })]);
  });

  it('takes the currency given with the file only where the table names none', () => {
    const of = (named: string): unknown => {
      const reader = openTable(HEADER, 30, 'EUR');
      if (!('read' in reader)) throw new Error(reader.message);
      const [row] = rowsOf([{ main_currency: named }]);
      const readings = reader.read(row?.cells ?? [], 1, 2);
      return readings.accepted && readings.ad?.spend?.currency;
    };
    expect([of(''), of('NA'), of('GBP')]).toEqual(['EUR', 'EUR', 'GBP']);
  });

  it('refuses a row that gives the page other totals: it is of another window', () => {
    const readings = readPage([place('CITY', 'A'), place('CITY', 'B', { total_num_ads: '7' }), place('CITY', 'C')]);
    expect(readings).toMatchObject({ accepted: 2, refused: 1, problems: [{ code: 'other-totals', row: 2, refused: true }] });
    expect(readings.observations.map(inWords)).toEqual(['geo.city/include location CITY 2-4: A | C']);
  });

  it('lies in the one country of all its places, and in none where there are several', () => {
    const country = (...cells: Cells[]): unknown => readPage(cells).ad?.country;
    expect(country(place('countries', 'United Kingdom'))).toBe('GB');
    expect(country(place('CITY', 'Imagined Town, England, United Kingdom'), place('zips', 'LS1, United Kingdom'))).toBe('GB');
    expect(country(place('countries', 'United Kingdom'), place('countries', 'France', { is_exclusion: 'True' }))).toBe('GB');
    expect(country(place('countries', 'United Kingdom'), place('regions', 'Ulster, Ireland'))).toBeNull();
    expect(country(place('location_cluster_ids', 'United States: 3,769 ZIP codes'))).toBe('US');
    expect(country(place('countries', 'United Kingdom'), place('electoral_districts', 'Imagined Central'))).toBe('GB');
    expect(country(place('country_groups', 'Europe'), place('countries', 'France'))).toBeNull();
    expect(country(place('countries', 'Atlantis'))).toBeNull();
  });
});

describe('headers', () => {
  const SUMMARY = Object.keys(PAGE).filter((name) => name !== 'page_name' && name !== 'disclaimer');
  const recognised = (header: readonly string[]): boolean => metaAudience.recognises({ form: 'csv', header });

  it('are recognised by their names, whatever their case and order', () => {
    expect(recognised(HEADER)).toBe(true);
    expect(recognised([...HEADER].reverse().map((name) => name.toUpperCase()))).toBe(true);
    expect(recognised(SUMMARY)).toBe(true);
    expect(recognised(['window', 'country', 'currency', 'party', 'total_spend', 'target', 'spend', 'percent_of_total'])).toBe(false);
  });

  it('without a window are refused, with a sentence that says what to give', () => {
    expect(openTable(HEADER, null)).toEqual({
      row: null,
      line: null,
      field: null,
      code: 'window-not-given',
      message: 'The file does not say how long its window is; give --window 7, 30 or 90.',
      refused: true,
    });
  });

  it.each(['page_id', 'ds', 'total_num_ads', 'num_ads', 'type', 'value'])('without %s are refused', (name) => {
    expect(openTable(HEADER.filter((each) => each !== name))).toMatchObject({ code: 'missing-column', field: name, refused: true });
  });

  it('with a name twice are refused', () => {
    expect(openTable([...HEADER, 'DS'])).toMatchObject({ code: 'duplicate-column', refused: true });
  });

  it('without columns that come and go say nothing of it', () => {
    const gone = ['detailed_type', 'custom_audience_type', 'location_type', 'num_obfuscated', 'is_exclusion', 'page_name', 'disclaimer'];
    expect(openTable(HEADER.filter((name) => !gone.includes(name)))).toMatchObject({ problems: [], columns: { unknown: [] } });
    expect(openTable(SUMMARY)).toMatchObject({ problems: [] });
  });

  it('without the shares say so, and the counts are read', () => {
    const reader = openTable(HEADER.filter((name) => name !== 'total_spend_pct'));
    expect(reader).toMatchObject({ problems: [{ code: 'missing-column', field: 'total_spend_pct', refused: false }] });
  });

  it('of the first years call the page’s id internal_id', () => {
    const header = HEADER.map((name) => (name === 'page_id' ? 'internal_id' : name));
    const [group] = readRows(header, rowsOf([{ internal_id: '100000000000025' }], header), 30).groups;
    expect(group?.ad?.page_id).toBe('100000000000025');
  });

  it('with both ids take page_id where a row has one', () => {
    const header = [...HEADER, 'internal_id'];
    const rows = rowsOf([{ internal_id: '1' }, { internal_id: '2', page_id: 'NA' }], header);
    expect(readRows(header, rows, 30).groups.map(({ ad }) => ad?.page_id)).toEqual(['100000000000017', '2']);
  });
});

describe('nothing used, and nothing told', () => {
  it('a page with no rows of values used nothing in the window', () => {
    const [group] = readRows(Object.keys(PAGE), rowsOf([{ total_num_ads: '3' }], Object.keys(PAGE)), 90).groups;
    expect(group).toMatchObject({
      accepted: 1,
      refused: 0,
      observations: [],
      problems: [],
      ad: { ads: { min: 3, max: 3 }, places_shown: true },
    });
  });

  it('a page that was asked for and gave nothing cannot be told', () => {
    const header = [...HEADER, 'no_data', 'tstamp'];
    const none = { no_data: 'True', ds: 'NA', total_num_ads: 'NA', total_spend_formatted: 'NA', main_currency: 'NA' };
    const of = (tstamp: string) => readRows(header, rowsOf([{ ...none, tstamp }], header), 30).groups[0];
    expect(of('2026-05-14 04:05:06')).toMatchObject({
      accepted: 1,
      refused: 0,
      observations: [],
      problems: [{ code: 'no-data', refused: false, message: expect.stringContaining('cannot be told') }],
      ad: {
        id: 'meta:100000000000017@2026-05-14/30',
        ads: { min: 0, max: null },
        spend: null,
        start: null,
        end: null,
        places_shown: false,
      },
    });
    expect(of('NA')?.ad?.id).toBe('meta:100000000000017@2026-05-15/30');
  });

  it('it says nothing against the rows that the page has', () => {
    const header = [...HEADER, 'no_data'];
    const readings = readPage([{ no_data: 'TRUE' }, place('CITY', 'A')], header);
    expect(readings.observations.map(inWords)).toEqual(['geo.city/include location CITY 2-2: A']);
    expect(readings.ad?.places_shown).toBe(true);
  });

  it('a table that names its window is held to it', () => {
    const header = [...HEADER, 'tf'];
    expect(readPage([{ ...place('CITY', 'A'), tf: '30' }], header)).toMatchObject({ accepted: 1 });
    expect(readPage([{ ...place('CITY', 'A'), tf: '90' }], header)).toMatchObject({ refused: 1, problems: [{ code: 'other-window' }] });
  });
});
