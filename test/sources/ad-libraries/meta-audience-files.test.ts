import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CriterionId } from '../../../src/core/criteria.ts';
import type { Direction, Observation } from '../../../src/core/observation.ts';
import { metaAudience } from '../../../src/sources/ad-libraries/meta-audience.ts';
import { type AudienceTable, openTable, type PageGroup, readRows, readTable } from './read-audience.ts';
import { cellsOf, sharedBytes, sharedExists } from './read-library.ts';

/** Files of the shared real data, by the short names of the design's acceptance tests. Both are of the 90 days to 18 December 2024. */
const TAB = 'meta_targeting/US_last_90_days_2024-12-18.get_targeting_shape.csv.gz';
const TAB_GB = 'meta_targeting/GBP_pages_in_US_2024-12-18.get_targeting_shape.csv';
const SUM = 'meta_targeting/GB_GE2024_party_targeting_summary.csv';

const once = (load: () => AudienceTable): (() => AudienceTable) => {
  let table: AudienceTable | null = null;
  return () => {
    table ??= load();
    return table;
  };
};
const tab = once(() => readTable(new Uint8Array(gunzipSync(sharedBytes(TAB)))));
const tabGb = once(() => readTable(sharedBytes(TAB_GB)));

/** The page whose rows hold this physical line. */
function pageOn(line: number, table = tab()): PageGroup {
  const found = table.groups.find(({ lines: [first, last] }) => first <= line && line <= last);
  if (found === undefined) throw new Error(`No page has line ${line}.`);
  return found;
}

/** The cells of a row, by the name of their column. */
function cell(line: number, name: string, table = tab()): string | undefined {
  return table.rows[line - 2]?.cells[COLUMNS.indexOf(name)];
}
const COLUMNS = (
  'ds,main_currency,total_num_ads,total_spend_formatted,is_30_day_available,is_90_day_available,value,num_ads,total_spend_pct,type,' +
  'location_type,num_obfuscated,is_exclusion,custom_audience_type,detailed_type,page_id,page_name,disclaimer'
).split(',');

const of = ({ observations }: PageGroup, criterion: CriterionId, direction: Direction = 'include'): Observation[] =>
  observations.filter((each) => each.criterion === criterion && each.direction === direction);
const atLeast = (page: PageGroup, criterion: CriterionId, direction?: Direction): (number | undefined)[] =>
  of(page, criterion, direction).map(({ part }) => part?.ads.min);
const valuesOf = (page: PageGroup, criterion: CriterionId, direction?: Direction): readonly string[] =>
  of(page, criterion, direction).flatMap(({ values }) => values);

describe.skipIf(![TAB, TAB_GB, SUM].every(sharedExists))('the shared real audience tables', () => {
  // Unpacking and reading 127,849 rows is no part of any one test.
  beforeAll(() => {
    tab();
  }, 60_000);

  it('every row is accepted, and every column used', () => {
    for (const [table, rows, pages] of [
      [tab(), 127_849, 1_309],
      [tabGb(), 393, 4],
    ] as const) {
      expect(table.rows).toHaveLength(rows);
      expect(table.reader).toMatchObject({ problems: [], columns: { ignored: [], unknown: [] } });
      expect(table.reader.columns.used).toHaveLength(18);
      expect(table.groups.map(({ ad }) => ad?.id).filter((id) => id !== undefined)).toHaveLength(pages);
      expect(new Set(table.groups.map(({ ad }) => ad?.id)).size).toBe(pages);
      expect(table.groups.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(rows);
      expect(table.groups.every(({ refused }) => refused === 0)).toBe(true);
    }
  });

  it('the one problem is a place of a kind that the library does not show', () => {
    expect(tab().groups.flatMap(({ problems }) => problems)).toEqual([
      expect.objectContaining({ line: 96_985, field: 'location_type', code: 'kind-not-shown', refused: false }),
    ]);
    expect(tabGb().groups.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('every use is a value of one observation, and nothing else is', () => {
    const used = (type: string): number =>
      tab().rows.filter(({ cells }) => cells[9] === type && Number(cells[7]) > 0 && cells[6] !== 'All' && cells[6] !== 'Unknown').length;
    const shown = (starts: string): number =>
      tab()
        .groups.flatMap(({ observations }) => observations)
        .filter(({ field }) => field.startsWith(starts))
        .reduce((sum, { values }) => sum + values.length, 0);
    expect([shown('location '), used('location')]).toEqual([36_667, 36_667]);
    expect([shown('detailed '), used('detailed')]).toEqual([13_489, 13_489]);
    expect([shown('language'), used('language')]).toEqual([382, 382]);
    expect([shown('lookalike_audience'), used('lookalike_audience')]).toEqual([605, 605]);
    expect(shown('gender')).toBe(used('gender'));
    expect(shown('age')).toBe(0);
  });

  it('every observation is of the window, with its part of the page’s ads and spend', () => {
    for (const { ad, observations } of tab().groups) {
      const keys = observations.map(({ criterion, direction, field }) => [criterion, direction, field].join('|'));
      if (new Set(keys).size !== keys.length) throw new Error(`${ad?.id} has an observation twice`);
      for (const { level, part, ad: id } of observations) {
        const [ads, spend] = [part?.ads, part?.spend];
        const inOrder = (ads?.min ?? 0) >= 1 && (ads?.min ?? 0) <= (ads?.max ?? 0) && (ads?.max ?? 0) <= (ad?.ads.max ?? 0);
        const within = (spend?.min ?? -1) >= 0 && (spend?.min ?? 0) <= (spend?.max ?? -1) && (spend?.max ?? 0) <= (ad?.spend?.max ?? 0);
        if (level !== 'page-window' || id !== ad?.id || !inOrder || !within) throw new Error(`${ad?.id}: ${JSON.stringify(part)}`);
      }
    }
  });

  it('7: full-width signs stay', () => expect(pageOn(323, tabGb()).ad?.buyer).toContain('｜'));

  it('14: a summary by party that other people worked out is not recognised', () => {
    expect(metaAudience.recognises({ form: 'csv', header: cellsOf(sharedBytes(SUM))[0] ?? [] })).toBe(false);
  });

  it('59: a share with an exponent', () => {
    expect(cell(3655, 'total_spend_pct')).toBe('7.8674578423505e-05');
    expect(pageOn(3655).problems).toEqual([]);
  });

  it('60: a row is not a use', () => {
    expect(tab().rows.filter(({ cells }) => cells[7] === '0')).toHaveLength(10_788);
    for (const line of [4, 7, 8, 9, 10, 11]) {
      const row = tabGb().rows[line - 2];
      expect(tabGb().reader.read(row?.cells ?? [], line - 1, line)).toMatchObject({ accepted: true, observations: [], problems: [] });
    }
  });

  it('61: a use with a share of nothing', () => {
    for (const line of [5_204, 9_570, 9_575]) {
      const row = tab().rows[line - 2];
      expect([cell(line, 'num_ads'), cell(line, 'total_spend_pct')]).toEqual(['1', '0.0']);
      const alone = tab().reader.read(row?.cells ?? [], line - 1, line);
      expect(alone).toMatchObject({ accepted: true, observations: [{ part: { ads: { min: 1, max: 1 }, spend: { min: 0, max: 0 } } }] });
    }
    expect(tab().rows.filter(({ cells }) => Number(cells[7]) > 0 && Number(cells[8]) === 0)).toHaveLength(30);
  });

  it('62: lists are a part of the custom audiences, in and out', () => {
    const page = pageOn(60, tabGb());
    expect([atLeast(page, 'list.customer'), atLeast(page, 'list.customer', 'exclude')]).toEqual([[6], [49]]);
    expect([atLeast(page, 'own-audience.unspecified'), atLeast(page, 'own-audience.unspecified', 'exclude')]).toEqual([[11], [3]]);
    for (const each of of(page, 'own-audience.unspecified')) expect(each.part?.ads.max).toBe(17);
  });

  it('63: a custom audience without a list', () => {
    const page = pageOn(389, tabGb());
    expect([atLeast(page, 'list.customer'), atLeast(page, 'own-audience.unspecified')]).toEqual([[], [4]]);
  });

  it('the lists’ count is on no page the larger, and on 356 pages the smaller', () => {
    const beyond = tab().groups.filter((page) => of(page, 'own-audience.unspecified').length > 0);
    expect(beyond).toHaveLength(356);
    expect(beyond.filter((page) => of(page, 'list.customer').length === 0)).toHaveLength(181);
  });

  it('64: lookalikes, in and out', () => {
    const page = pageOn(185, tabGb());
    expect([atLeast(page, 'lookalike'), atLeast(page, 'lookalike', 'exclude')]).toEqual([[126], [5]]);
    expect(of(pageOn(284), 'lookalike').length + of(pageOn(284), 'lookalike', 'exclude').length).toBeGreaterThan(0);
  });

  it('65: the women are the one choice of gender', () => {
    expect(of(pageOn(2, tabGb()), 'demo.gender')).toEqual([
      expect.objectContaining({ values: ['Women'], part: expect.objectContaining({ ads: { min: 25, max: 25 } }) }),
    ]);
  });

  it('66: ages that are all alike are no choice, on every page', () => {
    expect(of(pageOn(7, tabGb()), 'demo.age')).toEqual([]);
    expect(tab().groups.flatMap((page) => of(page, 'demo.age'))).toEqual([]);
  });

  it('67: the window comes from outside', () => {
    expect(openTable(COLUMNS, null)).toMatchObject({ code: 'window-not-given', refused: true });
    for (const { ad } of tab().groups) {
      if (ad?.start !== '2024-09-20T00:00:00Z' || ad.end !== '2024-12-18T23:59:59Z') throw new Error(ad?.id);
      if (!ad.library_id.endsWith('@2024-12-18/90')) throw new Error(ad.id);
    }
  });

  it('68: shares overlap, and never add up to more than the page’s spend', () => {
    const page = pageOn(69_466);
    expect(page.ad?.page_id).toBe('100758682697459');
    const zips = of(page, 'geo.postcode');
    expect(zips[0]?.values).toHaveLength(5_173);
    expect(zips[0]?.part?.spend?.max).toBe(page.ad?.spend?.max);
    expect(zips[0]?.part?.spend?.min).toBeLessThanOrEqual(page.ad?.spend?.min ?? 0);
  });

  it('69: hidden places leave the criterion, and make its values incomplete', () => {
    expect(tab().rows.filter(({ cells }) => Number(cells[11]) > 0)).toHaveLength(638);
    expect(of(pageOn(5), 'geo.city')[0]?.hidden).toBeGreaterThan(0);
  });

  it('70: a cluster is one value, and incomes by ZIP code are no place', () => {
    const page = pageOn(13_976);
    expect(valuesOf(page, 'geo.unspecified')).toContain('United States: 3,769 ZIP codes');
    expect(valuesOf(page, 'geo.unspecified').length + valuesOf(page, 'geo.unspecified', 'exclude').length).toBeLessThan(14);
    expect(cell(3655, 'type')).toBe('detailed');
    const value = cell(3655, 'value') ?? '';
    expect(
      pageOn(3655)
        .observations.filter(({ values }) => values.includes(value))
        .map(({ field }) => field),
    ).toEqual([expect.stringMatching(/^detailed /)]);
  });

  it('71: one label twice is two', () => {
    expect(valuesOf(pageOn(2_000), 'demo.unspecified').filter((value) => value === cell(2_000, 'value'))).toHaveLength(2);
    expect(cell(2_067, 'value')).toBe(cell(2_000, 'value'));
  });

  it('72: one label of two kinds is two observations', () => {
    for (const [first, second] of [
      [1_526, 1_527],
      [1_514, 1_602],
    ] as const) {
      expect(cell(first, 'value')).toBe(cell(second, 'value'));
      for (const criterion of ['demo.unspecified', 'interest'] as const)
        expect(valuesOf(pageOn(first), criterion)).toContain(cell(first, 'value')?.trim());
    }
  });

  it('73: one label in and out is two observations', () => {
    expect(cell(13_385, 'value')).toBe(cell(13_388, 'value'));
    for (const direction of ['include', 'exclude'] as const)
      expect(
        pageOn(13_385).observations.some((each) => each.direction === direction && each.values.includes(cell(13_385, 'value') ?? '')),
      ).toBe(true);
  });

  it('74: kinds of place in any case', () => {
    expect(valuesOf(pageOn(101_831), 'geo.city')).toContain('United States: All cities');
    expect(of(pageOn(5), 'geo.borough').length).toBeGreaterThan(0);
  });

  it('75: a space at the end of a value', () => {
    expect(cell(51_684, 'value')).toMatch(/ $/);
    expect(pageOn(51_684).observations.some(({ values }) => values.includes(cell(51_684, 'value')?.trim() ?? ''))).toBe(true);
  });

  it('76: a spend of exactly 100 is up to 100', () => {
    expect(pageOn(102_062).ad?.spend).toMatchObject({ min: 0, max: 10_000 });
    expect(tab().groups.filter(({ ad }) => ad?.spend?.min === 0)).toHaveLength(205);
  });

  it('the order of a page’s rows says nothing', () => {
    const turned = readRows(COLUMNS, [...tabGb().rows].reverse());
    const what = ({ groups }: AudienceTable): string[] => groups.map(({ ad, observations }) => JSON.stringify([ad, observations])).sort();
    expect(what(turned)).toEqual(what(tabGb()));
  });

  it('a page cut in two gives two parts of one window', () => {
    const rows = tabGb().rows.slice(0, 20);
    const { group } = tabGb().reader;
    const parts = [rows.slice(0, 5), rows.slice(5)].map((part) => group?.read(part));
    expect(parts.map((part) => part?.ad?.id)).toEqual([pageOn(2, tabGb()).ad?.id, pageOn(2, tabGb()).ad?.id]);
    expect(parts.reduce((sum, part) => sum + (part?.accepted ?? 0), 0)).toBe(20);
  });
});
