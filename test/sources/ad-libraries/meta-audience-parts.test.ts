import { describe, expect, it } from 'vitest';
import { count, share, spend } from '../../../src/sources/ad-libraries/meta-audience-cells.ts';
import { windowNamed } from '../../../src/sources/ad-libraries/meta-audience-page.ts';
import { ages, audience, type Cells, codes, place, readPage } from './read-audience.ts';

describe('single cells', () => {
  it.each([
    ['22739', { min: 2_273_900, max: 2_273_900 }],
    ['0', { min: 0, max: 0 }],
    ['100', { min: 0, max: 10_000 }],
    ['99', { min: 9_900, max: 9_900 }],
    ['101', { min: 10_100, max: 10_100 }],
    ['22739.0', { min: 2_273_900, max: 2_273_900 }],
    ['1e+05', { min: 10_000_000, max: 10_000_000 }],
    ['£1,234', { min: 123_400, max: 123_400 }],
    ['£100', { min: 0, max: 10_000 }],
    ['≤£100', { min: 0, max: 10_000 }],
    ['≤100', { min: 0, max: 10_000 }],
    ['≤ 50', { min: 0, max: 5_000 }],
    ['US$1,234,567', { min: 123_456_700, max: 123_456_700 }],
    ['1.234 €', { min: 123_400, max: 123_400 }],
    ['1 234 kr', { min: 123_400, max: 123_400 }],
    ['₹1,23,456', { min: 12_345_600, max: 12_345_600 }],
    ['CHF 1’234.50', { min: 123_450, max: 123_450 }],
    ['-5', null],
    ['100-200', null],
    ['2.2739E+04', null],
    ['1,23', { min: 123, max: 123 }],
    ['12,3456', null],
    ['', null],
    ['none yet', null],
    [`1${' '.repeat(100_000)}1`, null],
  ])('spend %j', (text, gives) => expect(spend(text)).toEqual(gives));

  it.each([
    ['0', 0],
    ['1.0', 1],
    ['0.56261912154157', 0.562_619_121_541_57],
    ['7.8674578423505e-05', 0.000_078_674_578_423_505],
    ['1.00000000000001', 1],
    ['1.2', null],
    ['-0.1', null],
    ['10%', null],
    ['', null],
  ])('share %j', (text, gives) => expect(share(text)).toBe(gives));

  it.each([
    ['27', 27],
    ['27.0', 27],
    ['1e+05', 100_000],
    ['27.5', null],
    ['1.2E+05', null],
    ['', null],
  ])('count %j', (text, gives) => expect(count(text)).toBe(gives));

  it.each([
    ['LAST_7_DAYS', 7],
    ['LAST_30_DAYS', 30],
    ['last_90_days', 90],
    ['30', 30],
    ['60', null],
    ['', null],
  ])('window %j', (text, gives) => expect(windowNamed(text)).toBe(gives));
});

describe('parts of the page’s spend', () => {
  const spent = (cells: Cells[]): unknown => readPage(cells).observations.map(({ part }) => [part?.spend?.min, part?.spend?.max]);
  it('of one value are its share', () => expect(spent([place('CITY', 'A', { total_spend_pct: '0.25' })])).toEqual([[50_000, 50_000]]));
  it('of several values are the largest share at least, and the whole at most: shares are never added', () => {
    expect(spent([place('CITY', 'A', { total_spend_pct: '0.25' }), place('CITY', 'B', { total_spend_pct: '0.5' })])).toEqual([
      [100_000, 200_000],
    ]);
  });
  it('are rounded outwards', () => expect(spent([place('CITY', 'A', { total_spend_pct: '7.8674578423505e-05' })])).toEqual([[15, 16]]));
  it('with no share are nothing to everything', () => expect(spent([place('CITY', 'A', { total_spend_pct: '' })])).toEqual([[0, 200_000]]));
  it('of a page with up to 100 begin at nothing', () => {
    expect(spent([place('CITY', 'A', { total_spend_formatted: '100', total_spend_pct: '0.5' })])).toEqual([[0, 5_000]]);
  });
  it('of a page whose spend is not known are not known', () => {
    expect(readPage([place('CITY', 'A', { total_spend_formatted: '' })]).observations[0]?.part?.spend).toBeNull();
  });
});

describe('hidden places and ranks', () => {
  const first = (cells: Cells[]): unknown => {
    const [only] = readPage(cells).observations;
    return [only?.hidden, only?.rank];
  };
  it('hidden places are added', () =>
    expect(first([place('CITY', 'A', { num_obfuscated: '1' }), place('CITY', 'B', { num_obfuscated: '2' })])).toEqual([3, 2]));
  it('a postcode district, and a sector, which is finer', () => {
    expect(first([place('zips', 'LS1, England, United Kingdom')])).toEqual([0, 3]);
    expect(first([place('zips', 'LS1, England, United Kingdom'), place('zips', 'BS10 6, England, United Kingdom')])).toEqual([0, 4]);
  });
  it('other countries’ postcodes have no rank', () => expect(first([place('zips', '12345, United States')])).toEqual([0, null]));
});

describe('ages', () => {
  const age = (of: (age: number) => readonly [number, number]): unknown => {
    const { observations, problems } = readPage(ages(of));
    expect(problems).toEqual([]);
    const [only, ...others] = observations;
    expect(others).toEqual([]);
    return only && [only.criterion, only.values.length, only.values[0], only.part?.ads, only.part?.spend?.min];
  };
  it('all alike from 18 up, and none below, are no choice', () => expect(age((years) => (years < 18 ? [0, 0] : [50, 1]))).toBeUndefined());
  it('all alike, and not on every ad, are no choice either', () =>
    expect(age((years) => (years < 18 ? [0, 0] : [40, 0.7]))).toBeUndefined());
  it('left out by some ads are one choice: at least the ads that left one out', () => {
    expect(age((years) => (years < 18 ? [0, 0] : years < 25 ? [20, 0.25] : [50, 1]))).toEqual([
      'demo.age',
      48,
      '18',
      { min: 30, max: 50 },
      150_000,
    ]);
  });
  it('left out by all ads', () => {
    expect(age((years) => (years < 30 || years > 40 ? [0, 0] : [50, 1]))).toEqual(['demo.age', 11, '30', { min: 50, max: 50 }, 200_000]);
  });
  it('used alike by ads of another size are a choice', () => {
    expect(age((years) => (years < 18 ? [0, 0] : [25, years < 40 ? 0.3 : 0.7]))).toEqual([
      'demo.age',
      48,
      '18',
      { min: 25, max: 50 },
      140_000,
    ]);
  });
  it('below 18 are a choice', () =>
    expect(age((years) => (years < 16 ? [0, 0] : years < 18 ? [7, 0.1] : [50, 1]))).toEqual([
      'demo.age',
      50,
      '16',
      { min: 7, max: 50 },
      20_000,
    ]));
});

describe('audiences of the party’s own', () => {
  const table: Record<string, { given: Cells[]; gives: string[]; problems?: string[] }> = {
    'lists are a part of the custom audiences, and the rest is of a kind not shown': {
      given: [audience('HAS_CA_INCLUSION', 17, '0.5'), audience('HAS_DFCA_INCLUSION', 6, '0.2')],
      gives: ['list.customer/include 6-6', 'own-audience.unspecified/include 11-17'],
    },
    'equal counts are lists alone': {
      given: [audience('HAS_CA_EXCLUSION', 4, '0.5'), audience('HAS_DFCA_EXCLUSION', 4, '0.5')],
      gives: ['list.customer/exclude 4-4'],
    },
    'no list at all': {
      given: [audience('HAS_CA_INCLUSION', 4, '0.5'), audience('HAS_DFCA_INCLUSION', 0, '0')],
      gives: ['own-audience.unspecified/include 4-4'],
    },
    'in and out are counted apart': {
      given: [audience('HAS_CA_INCLUSION', 9, '0.5'), audience('HAS_DFCA_INCLUSION', 9, '0.5'), audience('HAS_CA_EXCLUSION', 3, '0.1')],
      gives: ['list.customer/include 9-9', 'own-audience.unspecified/exclude 3-3'],
    },
    'without a type, the value says it': {
      given: [
        audience('HAS_CA_INCLUSION', 9, '0.5', { custom_audience_type: '' }),
        audience('HAS_DFCA_INCLUSION', 5, '0.5', { custom_audience_type: 'NA' }),
      ],
      gives: ['list.customer/include 5-5', 'own-audience.unspecified/include 4-9'],
    },
    'kinds that dashboards describe are mapped when they come': {
      given: [
        audience('HAS_WEBSITE_CA_INCLUSION', 2, '0.1'),
        audience('HAS_APP_CA_EXCLUSION', 3, '0.1'),
        audience('HAS_ENGAGEMENT_CA_INCLUSION', 1, '0.1'),
      ],
      gives: ['engagement/include 1-1', 'retargeting.app/exclude 3-3', 'retargeting.web/include 2-2'],
    },
    'any other type is a problem': { given: [audience('HAS_XYZ_INCLUSION', 2, '0.1')], gives: [], problems: ['unknown-value'] },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, problems = [] }) => {
    const readings = readPage(given);
    expect(
      readings.observations.map(({ criterion, direction, part }) => `${criterion}/${direction} ${part?.ads.min}-${part?.ads.max}`),
    ).toEqual(gives);
    expect(codes(readings)).toEqual(problems);
  });

  it('what is beyond the lists has the rest of the share at least, and all of it at most', () => {
    const { observations } = readPage([audience('HAS_CA_INCLUSION', 17, '0.5'), audience('HAS_DFCA_INCLUSION', 6, '0.25')]);
    expect(observations.map(({ part }) => part?.spend)).toEqual([
      { min: 50_000, max: 50_000, currency: 'GBP' },
      { min: 50_000, max: 100_000, currency: 'GBP' },
    ]);
  });
});
