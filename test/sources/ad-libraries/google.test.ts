import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adLibrary } from '../../../src/core/platforms.ts';
import type { FileFacts, RowReader, RowReadings } from '../../../src/sources/ad-libraries/contract.ts';
import { google } from '../../../src/sources/ad-libraries/google.ts';
import { placesIn } from '../../../src/sources/ad-libraries/google-places.ts';
import { accountOf } from '../../../src/sources/register.ts';

const FILE: FileFacts = { name: 'google-political-ads-creative-stats.csv', as_of: '2026-08-03', window: null, currency: null };
const AD = 'CR00000000000000000101';
const ADVERTISER = 'AR00000000000000000011';

/** The header is built from the library's README; no real `creative-stats` file is at hand. */
const SPEND = ['USD', 'EUR', 'INR', 'RON', 'GBP'].flatMap((code) => [`Spend_Range_Min_${code}`, `Spend_Range_Max_${code}`]);
const TARGETING = ['Age_Targeting', 'Gender_Targeting', 'Geo_Targeting_Included', 'Geo_Targeting_Excluded'];
const HEADER = [
  ...[
    'Ad_ID',
    'Ad_URL',
    'Ad_Type',
    'Regions',
    'Advertiser_ID',
    'Advertiser_Name',
    'Ad_Campaigns_List',
    'Date_Range_Start',
    'Date_Range_End',
  ],
  ...['Num_of_Days', 'Impressions', 'Spend_USD', 'First_Served_Timestamp', 'Last_Served_Timestamp'],
  ...TARGETING,
  ...SPEND,
];
const BASE: Record<string, string> = {
  Ad_ID: AD,
  Regions: 'GB',
  Advertiser_ID: ADVERTISER,
  Advertiser_Name: 'Quillhaven Lantern Party',
  Date_Range_Start: '2024-06-01',
  Date_Range_End: '2024-06-20',
  Impressions: '0-1000',
  Geo_Targeting_Included: 'United Kingdom',
  Spend_Range_Min_USD: '0',
  Spend_Range_Max_USD: '100',
  Spend_Range_Min_EUR: '0',
  Spend_Range_Max_EUR: '50',
  Spend_Range_Min_INR: '0',
  Spend_Range_Max_INR: '250',
  Spend_Range_Min_RON: '0',
  Spend_Range_Max_RON: '250',
  Spend_Range_Min_GBP: '0',
  Spend_Range_Max_GBP: '50',
};

function open(header: readonly string[], file: FileFacts = FILE): RowReader {
  const reader = google.open({ form: 'csv', header }, file);
  if (!('read' in reader)) throw new Error(reader.message);
  return reader;
}

function accepted(readings: RowReadings) {
  if (!readings.accepted) throw new Error(readings.problems[0].message);
  return readings;
}

/** Reads one row whose cells are those of an ad in the United Kingdom with nothing chosen but the country, and these. */
function read(cells: Record<string, string>, header: readonly string[] = HEADER) {
  for (const name of Object.keys(cells)) if (!header.includes(name)) throw new Error(`${name} is no column.`);
  const { ad, observations, problems } = accepted(
    open(header).read(
      header.map((name) => cells[name] ?? BASE[name] ?? ''),
      1,
      2,
    ),
  );
  if (ad === null) throw new Error('The row is no ad.');
  const seen = observations.filter(({ values }) => values.join() !== 'United Kingdom');
  return {
    ad,
    observed: seen.map(
      ({ criterion, direction, values, rank }) => `${criterion}/${direction}${rank === null ? '' : `/${rank}`}: ${values.join(' | ')}`,
    ),
    codes: problems.map(({ code, field }) => `${code} ${field ?? ''}`.trim()),
  };
}

describe('targeting', () => {
  const table: Record<string, { given: Record<string, string>; gives: string[]; problems?: string[] }> = {
    'a country alone is the country': { given: { Geo_Targeting_Included: 'Romania' }, gives: ['geo.country/include/0: Romania'] },
    'some ages are a choice, with those whose age is unknown': {
      given: { Age_Targeting: '18-24, 25-34, Unknown age' },
      gives: ['demo.age/include: 18-24 | 25-34 | Unknown age'],
    },
    'the oldest ages are a choice': { given: { Age_Targeting: '≥65' }, gives: ['demo.age/include: ≥65'] },
    'all adult ages are no restriction': { given: { Age_Targeting: '18-24, 25-34, 35-44, 45-54, 55-64, ≥65, Unknown age' }, gives: [] },
    'all adult ages are no restriction without those whose age is unknown': {
      given: { Age_Targeting: '18-24, 25-34, 35-44, 45-54, 55-64, ≥65' },
      gives: [],
    },
    'ages that miss one bracket are a choice': {
      given: { Age_Targeting: '18-24, 25-34, 35-44, 45-54, 55-64' },
      gives: ['demo.age/include: 18-24 | 25-34 | 35-44 | 45-54 | 55-64'],
    },
    'a bracket that nobody knows is a problem, and the others are read': {
      given: { Age_Targeting: '18-24, pensioners' },
      gives: ['demo.age/include: 18-24'],
      problems: ['unknown-value Age_Targeting'],
    },
    'Not targeted is no restriction': { given: { Age_Targeting: 'Not targeted', Gender_Targeting: 'Not targeted' }, gives: [] },
    'one gender is a choice': { given: { Gender_Targeting: 'Female' }, gives: ['demo.gender/include: Female'] },
    'one gender and unknown is a choice': {
      given: { Gender_Targeting: 'Male, Unknown gender' },
      gives: ['demo.gender/include: Male | Unknown gender'],
    },
    'both genders are no restriction': { given: { Gender_Targeting: 'Male, Female, Unknown gender' }, gives: [] },
    'both genders without unknown are no restriction': { given: { Gender_Targeting: 'Male, Female' }, gives: [] },
    'a nation of the United Kingdom is a region': {
      given: { Geo_Targeting_Included: 'Northern Ireland,United Kingdom, Wales,United Kingdom' },
      gives: ['geo.region/include/1: Northern Ireland,United Kingdom | Wales,United Kingdom'],
    },
    'a UK city is a city, by its nation': {
      given: { Geo_Targeting_Included: 'Newcastle upon Tyne,England,United Kingdom, Bangor,Scotland,United Kingdom' },
      gives: ['geo.city/include/2: Newcastle upon Tyne,England,United Kingdom', 'geo.unspecified/include: Bangor,Scotland,United Kingdom'],
    },
    'UK postcodes have the rank of the finest': {
      given: { Geo_Targeting_Included: 'HA1,England,United Kingdom, BS10 6,England,United Kingdom' },
      gives: ['geo.postcode/include/4: HA1,England,United Kingdom | BS10 6,England,United Kingdom'],
    },
    'other countries’ postcodes have no rank': {
      given: { Geo_Targeting_Included: '32011,Florida,United States, K1A,Ontario,Canada, 01310-100,State of São Paulo,Brazil' },
      gives: ['geo.postcode/include: 32011,Florida,United States | K1A,Ontario,Canada | 01310-100,State of São Paulo,Brazil'],
    },
    'a place that no list names is a place of a kind that is not shown': {
      given: { Geo_Targeting_Included: 'Hackney,England,United Kingdom' },
      gives: ['geo.unspecified/include: Hackney,England,United Kingdom'],
    },
    'a state that has the name of a country is no country': {
      given: { Geo_Targeting_Included: 'Georgia,United States', Geo_Targeting_Excluded: 'Georgia' },
      gives: ['geo.unspecified/include: Georgia,United States', 'geo.country/exclude/0: Georgia'],
    },
    'places left out are left out': {
      given: { Geo_Targeting_Excluded: 'EC1,England,United Kingdom, India, Pakistan' },
      gives: ['geo.country/exclude/0: India | Pakistan', 'geo.postcode/exclude/3: EC1,England,United Kingdom'],
    },
    'a place without a country is kept, and is a problem': {
      given: { Geo_Targeting_Included: 'Atlantis, United Kingdom' },
      gives: ['geo.unspecified/include: Atlantis'],
      problems: ['unknown-value Geo_Targeting_Included'],
    },
    'every kind at once comes in one order': {
      given: {
        Age_Targeting: '18-24',
        Gender_Targeting: 'Male',
        Geo_Targeting_Included: 'LS1,England,United Kingdom, Leeds,England,United Kingdom, England,United Kingdom, Ireland',
      },
      gives: [
        'demo.age/include: 18-24',
        'demo.gender/include: Male',
        'geo.country/include/0: Ireland',
        'geo.region/include/1: England,United Kingdom',
        'geo.city/include/2: Leeds,England,United Kingdom',
        'geo.postcode/include/3: LS1,England,United Kingdom',
      ],
    },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, problems = [] }) => {
    const found = read(given);
    expect(found.observed).toEqual(gives);
    expect(found.codes).toEqual(problems);
    expect(found.ad.places_shown).toBe(true);
  });

  it('an ad without a place is one whose places are not shown, also where the columns are missing', () => {
    const nowhere = read({ Geo_Targeting_Included: '' });
    expect(nowhere.ad.places_shown).toBe(false);
    expect(nowhere.codes).toEqual(['places-not-shown Geo_Targeting_Included']);
    const old = read(
      {},
      HEADER.filter((name) => !TARGETING.includes(name)),
    );
    expect(old.ad.places_shown).toBe(false);
    expect(old.codes).toEqual(['places-not-shown Geo_Targeting_Included']);
  });

  it('places left out are places shown', () => {
    expect(read({ Geo_Targeting_Included: '', Geo_Targeting_Excluded: 'Wales,United Kingdom' }).ad.places_shown).toBe(true);
  });

  it('a row that leaves nobody out says so', () => {
    expect(read({ Geo_Targeting_Included: 'Not targeted' }).codes).toEqual(['no-restriction Geo_Targeting_Included']);
  });

  it('observes nothing that the library is said not to show', () => {
    const shows: readonly string[] = adLibrary('google').criteria;
    for (const { gives } of Object.values(table)) for (const each of gives) expect(shows).toContain(each.split('/')[0]);
  });
});

describe('lists of places', () => {
  it.each([
    [
      'a comma without a space parts nothing',
      'Alba Iulia,Alba County,Romania, Alexandria,Teleorman County,Romania',
      ['Alba Iulia,Alba County,Romania', 'Alexandria,Teleorman County,Romania'],
    ],
    [
      'a media area holds a comma and a space',
      'Portland, OR,United States, Reno,Nevada,United States',
      ['Portland, OR,United States', 'Reno,Nevada,United States'],
    ],
    ['countries stand alone', 'Brazil, Canada, Côte d’Ivoire', ['Brazil', 'Canada', 'Côte d’Ivoire']],
    [
      'one country has a comma in its name',
      'Rwanda, Saint Helena, Ascension and Tristan da Cunha, Samoa',
      ['Rwanda', 'Saint Helena, Ascension and Tristan da Cunha', 'Samoa'],
    ],
    ['what has no country does not swallow the country after it', 'Atlantis, Malta', ['Atlantis', 'Malta']],
    ['what has no country at the end stands by itself', 'Malta, Atlantis, Lyonesse', ['Malta', 'Atlantis', 'Lyonesse']],
    ['an empty list', '', []],
    ['nothing but commas', ', , ', []],
  ])('%s', (_, text, places) => expect(placesIn(text).map((place) => place.text)).toEqual(places));

  it('whatever is joined comes apart again', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,9}(, [A-Z]{2})?(,[A-Z][a-z]{3,9} County)?$/);
    const country = fc.constantFrom('United Kingdom', 'Romania', 'Georgia', 'United States', 'India');
    const place = fc.oneof(
      country,
      fc.tuple(name, country).map((parts) => parts.join(',')),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        // A name of a media area that begins with a country's name would end there.
        fc.pre(places.every((each) => !/^(?:Georgia|India|Romania), /.test(each)));
        expect(placesIn(places.join(', ')).map(({ text }) => text)).toEqual(places);
      }),
      { seed: 20_260_803, numRuns: 200 },
    );
  });

  it('no text loses a letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z, ]{0,60}$/), (text) => {
        const letters = (of: string): string => of.replace(/[, ]/g, '');
        expect(
          letters(
            placesIn(text)
              .map((place) => place.text)
              .join(),
          ),
        ).toBe(letters(text));
      }),
      { seed: 20_260_803, numRuns: 300 },
    );
  });

  it.each([
    ['of places', 'Alba Iulia,Alba County,Romania, ', 163_840, 'geo.unspecified'],
    ['without any country', 'Lower Atlantis, ', 340_000, 'geo.unspecified'],
    ['of countries', 'Romania, ', 580_000, 'geo.country'],
  ])('a cell of five megabytes %s is read whole', (_, item, count, criterion) => {
    const header = open(HEADER);
    const text = item.repeat(count).slice(0, -2);
    expect(text.length).toBeGreaterThan(5_000_000);
    const { observations } = accepted(
      header.read(
        HEADER.map((name) => (name === 'Geo_Targeting_Included' ? text : (BASE[name] ?? ''))),
        1,
        2,
      ),
    );
    expect(observations.map((each) => [each.criterion, each.values.length])).toEqual([[criterion, count]]);
  });
});

describe('the ad', () => {
  it('is who the library says, placed and paid for by the one name it gives', () => {
    const { ad } = read({});
    expect(ad).toMatchObject({ id: `google:${AD}`, kind: 'ad', page_id: ADVERTISER, ads: { min: 1, max: 1 }, media: [], landing: null });
    expect([ad.buyer, ad.payer]).toEqual(['Quillhaven Lantern Party', 'Quillhaven Lantern Party']);
    expect(accountOf(ad)).toBe(`google:${ADVERTISER}`);
  });

  it.each([
    ['a low step', '≤ 10k', { min: 0, max: 10_000 }],
    ['an en dash', '10k–100k', { min: 10_000, max: 100_000 }],
    ['a hyphen', '100k-1M', { min: 100_000, max: 1_000_000 }],
    ['the top step is open', '> 10M', { min: 10_000_000, max: null }],
    ['plain numbers', '1750000-2000000', { min: 1_750_000, max: 2_000_000 }],
    ['numbers with commas', '1,000-2,000', { min: 1000, max: 2000 }],
    ['spaces round the dash', '10k – 100k', { min: 10_000, max: 100_000 }],
    ['turned round is no range', '2000-1000', null],
    ['words are no range', 'many', null],
    ['nothing is no range', '', null],
  ])('impressions: %s', (_, text, range) => {
    const { ad, codes } = read({ Impressions: text });
    expect(ad.impressions).toEqual(range);
    expect(codes).toEqual(range === null ? ['not-a-number Impressions'] : []);
  });

  const own = (currency: string, min: string, max: string) => ({
    [`Spend_Range_Min_${currency}`]: min,
    [`Spend_Range_Max_${currency}`]: max,
  });
  it.each([
    ['the currency above the lowest step is the account’s own', own('GBP', '450', '500'), { min: 45_000, max: 50_000, currency: 'GBP' }],
    ['also where the ad ran in another’s country', own('INR', '500', '750'), { min: 50_000, max: 75_000, currency: 'INR' }],
    [
      'of several, pounds come first where the ad ran in the United Kingdom',
      { ...own('USD', '100', '200'), ...own('GBP', '100', '150'), ...own('EUR', '100', '150') },
      { min: 10_000, max: 15_000, currency: 'GBP' },
    ],
    [
      'pounds at the lowest step do not stand for euros',
      { ...own('EUR', '350', '400'), ...own('RON', '1500', '1750'), Regions: 'EU, GB, RO' },
      { min: 35_000, max: 40_000, currency: 'EUR' },
    ],
    ['less than a step in the United Kingdom is pounds', {}, { min: 0, max: 5000, currency: 'GBP' }],
    ['less than a step in the EU is euros', { Regions: 'EU, LT, PL' }, { min: 0, max: 5000, currency: 'EUR' }],
    ['less than a step elsewhere is dollars', { Regions: 'US' }, { min: 0, max: 10_000, currency: 'USD' }],
    ['less than a step in the EU and elsewhere is dollars', { Regions: 'LT, US' }, { min: 0, max: 10_000, currency: 'USD' }],
    ['the top step has no upper bound', own('GBP', '500000', ''), { min: 50_000_000, max: null, currency: 'GBP' }],
    ['decimals are minor units', own('GBP', '450.5', '500.25'), { min: 45_050, max: 50_025, currency: 'GBP' }],
  ])('spend: %s', (_, given, spend) => {
    const { ad, codes } = read(given);
    expect(ad.spend).toEqual(spend);
    expect(codes).toEqual([]);
  });

  it('spend: a range turned round is a problem', () => {
    const { ad, codes } = read(own('GBP', '900', '800'));
    expect([ad.spend, codes]).toEqual([null, ['not-a-number Spend_Range_Min_GBP']]);
  });

  it('spend: no amount at all is none', () => {
    const empty = Object.fromEntries(SPEND.map((name) => [name, '']));
    const { ad, codes } = read(empty);
    expect([ad.spend, codes]).toEqual([null, []]);
  });

  it.each([
    ['one country', 'IE', 'IE', []],
    ['EU is no country', 'EU, LT', 'LT', []],
    ['the United Kingdom among others', 'AT, BE, EU, GB, PL', 'GB', []],
    ['several others say nothing', 'AT, BE', null, []],
    ['EU alone says nothing', 'EU', null, []],
    ['empty', '', null, []],
    ['a name is a problem', 'Great Britain', null, ['unknown-value Regions']],
  ])('country: %s', (_, Regions, country, problems) => {
    const { ad, codes } = read({ Regions });
    expect(ad.country).toBe(country);
    expect(codes).toEqual(problems);
  });

  const dates = (given: Record<string, string>) => {
    const { ad, codes } = read({ Date_Range_Start: '2024-06-01', Date_Range_End: '2024-06-20', ...given });
    return [ad.start, ad.end, codes];
  };
  it.each([
    ['days alone', {}, '2024-06-01T00:00:00Z', '2024-06-20T23:59:59Z', []],
    [
      'moments where they are printed',
      { First_Served_Timestamp: '2024-06-01 07:00:00.000000 UTC', Last_Served_Timestamp: '2024-06-20T22:10Z' },
      '2024-06-01T07:00:00Z',
      '2024-06-20T22:10:00Z',
      [],
    ],
    [
      'a moment that is none',
      { First_Served_Timestamp: '2024-06-01 25:00:00 UTC' },
      '2024-06-01T00:00:00Z',
      '2024-06-20T23:59:59Z',
      ['bad-date First_Served_Timestamp'],
    ],
    ['a day that is none', { Date_Range_Start: '2024-06-31' }, null, '2024-06-20T23:59:59Z', ['bad-date Date_Range_Start']],
    [
      'an end before the start',
      { Date_Range_End: '2024-05-31' },
      '2024-06-01T00:00:00Z',
      '2024-05-31T23:59:59Z',
      ['end-before-start Date_Range_End'],
    ],
  ])('dates: %s', (_, given, start, end, codes) => expect(dates(given)).toEqual([start, end, codes]));

  it.each([
    ['a number with an exponent', 'CR1.2E+19'],
    ['a bare number', '20000000000010180'],
    ['an advertiser’s id', ADVERTISER],
    ['nothing', ''],
  ])('is refused when its id is %s', (_, id) => {
    const readings = open(HEADER).read(
      HEADER.map((name) => (name === 'Ad_ID' ? id : (BASE[name] ?? ''))),
      4,
      5,
    );
    expect(readings).toMatchObject({ accepted: false, problems: [{ row: 4, line: 5, field: 'Ad_ID', code: 'bad-ad-id', refused: true }] });
  });

  it('keeps an id of 20 digits, and one of 17, to the letter', () => {
    for (const id of ['CR18446744073709551615', 'CR20000000000010180']) expect(read({ Ad_ID: id }).ad.library_id).toBe(id);
  });

  it('is kept without an account when the advertiser’s id is spoiled', () => {
    const { ad, codes } = read({ Advertiser_ID: '1.1E+19' });
    expect([ad.page_id, codes]).toEqual([null, ['bad-advertiser-id Advertiser_ID']]);
  });

  it('is refused as one row when it is one cell short', () => {
    expect(open(HEADER).read(HEADER.slice(1), 1, 2)).toMatchObject({ accepted: false, problems: [{ code: 'wrong-width', refused: true }] });
  });

  it('is the same whatever rows came before it', () => {
    const rows = ['United Kingdom', 'LS1,England,United Kingdom', '', 'United Kingdom'].map((place) =>
      HEADER.map((name) => (name === 'Geo_Targeting_Included' ? place : (BASE[name] ?? ''))),
    );
    const whole = open(HEADER);
    const together = rows.map((cells) => whole.read(cells, 1, 2));
    expect(together).toEqual(rows.map((cells) => open(HEADER).read(cells, 1, 2)));
  });
});

describe('the header of creative-stats', () => {
  it('reads by name, whatever the case and the order', () => {
    const upper = HEADER.map((name) => name.toUpperCase()).reverse();
    const cells = [...HEADER].reverse().map((name) => BASE[name] ?? '');
    expect(open(upper).read(cells, 1, 2)).toEqual(open(HEADER).read([...cells].reverse(), 1, 2));
  });

  it('compares fields in one order, whatever the order of the columns', () => {
    const names = open(HEADER).fields.map(({ name, kind }) => `${name} ${kind}`);
    expect(open([...HEADER].reverse()).fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual(names);
    expect(names.slice(0, 4)).toEqual(TARGETING.map((name) => `${name} targeting`));
    expect(names).toEqual(
      expect.arrayContaining(['Impressions delivery', 'Date_Range_End date', 'Advertiser_Name name', 'Spend_Range_Max_GBP money']),
    );
    expect(names.some((name) => name.startsWith('Ad_ID'))).toBe(false);
    const printed = open(HEADER).printed(HEADER);
    expect(printed).toEqual(open(HEADER).fields.map(({ name }) => name));
  });

  it('takes a currency that it has never seen', () => {
    const header = [...HEADER, 'Spend_Range_Min_KES', 'Spend_Range_Max_KES'];
    const { columns, problems } = open(header);
    expect([columns.unknown, problems]).toEqual([[], []]);
    expect(read({ Spend_Range_Min_KES: '5000', Spend_Range_Max_KES: '10000' }, header).ad.spend).toEqual({
      min: 500_000,
      max: 1_000_000,
      currency: 'KES',
    });
  });

  it('says once for the file of 2019 that nothing is known of who was chosen', () => {
    const { problems } = open(HEADER.filter((name) => !TARGETING.includes(name)));
    expect(problems.map(({ code, row, refused }) => [code, row, refused])).toEqual([['targeting-not-shown', null, false]]);
  });

  it.each([
    [
      'a missing column of targeting',
      HEADER.filter((name) => name !== 'Geo_Targeting_Excluded'),
      ['missing-column Geo_Targeting_Excluded'],
    ],
    ['half a pair of amounts', HEADER.filter((name) => name !== 'Spend_Range_Max_GBP'), ['missing-column Spend_Range_Max_GBP']],
    [
      'no amounts',
      HEADER.filter((name) => !SPEND.includes(name)),
      ['missing-column Spend_Range_Min_GBP', 'missing-column Spend_Range_Max_GBP'],
    ],
    ['an unknown column', [...HEADER, 'Phase_Of_The_Moon'], ['unknown-column Phase_Of_The_Moon']],
    ['a last column without a name', [...HEADER, ''], []],
  ])('%s', (_, header, problems) => {
    expect(open(header).problems.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
    expect(
      accepted(
        open(header).read(
          header.map((name) => BASE[name] ?? ''),
          1,
          2,
        ),
      ).ad,
    ).not.toBeNull();
  });

  it('reports a value in a column without a name', () => {
    const header = [...HEADER, ''];
    const { problems } = accepted(
      open(header).read(
        header.map((name) => BASE[name] ?? 'x'),
        1,
        2,
      ),
    );
    expect(problems.map(({ code }) => code)).toContain('value-without-column');
  });

  it.each([
    ['a column twice', [...HEADER, 'ad_id '], 'duplicate-column'],
    ['no id of the ad', ['Ad_IDs', ...HEADER.slice(1)], 'missing-column'],
  ])('%s is no file that can be read', (_, header, code) => {
    expect(google.open({ form: 'csv', header }, FILE)).toMatchObject({ code, refused: true, row: null });
  });
});

describe('the tables of money', () => {
  const AMOUNTS = ['Spend_USD', 'Spend_INR', 'Spend_GBP'];
  const rowOf = (header: readonly string[], cells: readonly string[], currency: string | null = null) =>
    accepted(open(header, { ...FILE, currency }).read(cells, 1, 2));
  const STATS = ['Advertiser_ID', 'Advertiser_Name', 'Public_IDs_List', 'Regions', 'Elections', 'Total_Creatives', ...AMOUNTS];
  const stats = (ids: string, regions: string) => [ADVERTISER, 'Quillhaven Lantern Party', ids, regions, '', '28', '0', '1500', '0'];

  it('keep the asked currency, and add nothing', () => {
    const of = (currency: string | null) => rowOf(STATS, stats('', 'EU, GB'), currency).paid?.spend;
    expect(of(null)).toEqual({ min: 0, max: 0, currency: 'GBP' });
    expect(of('INR')).toEqual({ min: 150_000, max: 150_000, currency: 'INR' });
    expect(of('CHF')).toEqual({ min: 0, max: 0, currency: 'GBP' });
  });

  it('say that an advertiser’s total is for all its regions', () => {
    const { ad, observations, paid } = rowOf(STATS, stats('', 'AT, EU, GB'));
    expect([ad, observations]).toEqual([null, []]);
    expect(paid).toEqual({
      table: 'advertiser-stats',
      page_id: ADVERTISER,
      name: 'Quillhaven Lantern Party',
      payer: 'Quillhaven Lantern Party',
      place: 'AT, EU, GB',
      spend: { min: 0, max: 0, currency: 'GBP' },
      ads: 28,
      first: null,
      last: null,
    });
  });

  it('let no text of an id list through', () => {
    const readings = rowOf(STATS, stats('FEC ID PO Box 12 Nowhere, TX 00000', 'US'));
    expect(JSON.stringify([open(STATS), readings])).not.toMatch(/Nowhere|00000"|PO Box/);
  });

  it('give a week from Sunday to Saturday, in no place', () => {
    const header = ['Advertiser_ID', 'Advertiser_Name', 'Election_Cycle', 'Week_Start_Date', ...AMOUNTS];
    const { paid } = rowOf(header, [ADVERTISER, 'X', '', '2019-12-29', '1', '2', '3150']);
    expect(paid).toMatchObject({
      table: 'advertiser-weekly-spend',
      place: null,
      first: '2019-12-29',
      last: '2020-01-04',
      spend: { min: 315_000 },
    });
  });

  it.each([
    ['a country', ['GB', '', ''], 'GB'],
    ['a state', ['IN', 'IN-AN', ''], 'IN-AN, IN'],
    ['a district', ['US', 'US-WY', 'WY-AT LARGE'], 'WY-AT LARGE, US-WY, US'],
  ])('name the place, finest first: %s', (_, places, place) => {
    const header = ['Country', 'Country_Subdivision_Primary', 'Country_Subdivision_Secondary', ...AMOUNTS];
    expect(rowOf(header, [...places, '1', '2', '3']).paid).toMatchObject({ table: 'geo-spend', page_id: null, name: '', place });
  });

  it('keep a row whose amount cannot be read, without money', () => {
    const { paid, problems } = rowOf(STATS, [...stats('', 'GB').slice(0, -1), 'n/a']);
    expect([paid, problems.map(({ code }) => code)]).toEqual([undefined, ['not-a-number']]);
  });

  it('are compared row by row with no other copy', () => {
    const reader = open(STATS);
    expect([reader.fields, reader.printed(stats('', ''))]).toEqual([[], []]);
  });
});

describe('the other tables', () => {
  it.each([
    ['OldAdvertiserId,NewAdvertiserId', 'AR200000000000011,AR00000000000000000011', 'account'],
    ['Old_Creative_ID,New_Creative_ID', 'CR200000000000101,CR00000000000000000101', 'ad'],
    ['NewCreativeId,OldCreativeId', 'CR00000000000000000101,CR200000000000101', 'ad'],
    ['old_ad_id,new_ad_id', 'CR200000000000101,CR00000000000000000101', 'ad'],
  ])('%s joins old ids to new', (header, row, of) => {
    const { same } = accepted(open(header.split(',')).read(row.split(','), 1, 2));
    expect(same?.of).toBe(of);
    expect(same?.from).toBe(`google:${of === 'ad' ? 'CR200000000000101' : 'AR200000000000011'}`);
    expect(same?.to).toBe(`google:${of === 'ad' ? AD : ADVERTISER}`);
  });

  it.each([
    ['an empty new id', 'AR200000000000011,', 'bad-id'],
    ['an ad’s id', 'AR200000000000011,CR200000000000101', 'bad-id'],
    ['the same id twice', 'AR200000000000011,AR200000000000011', 'same-id'],
  ])('%s joins nothing, and says so', (_, row, code) => {
    const { same, problems } = accepted(open(['OldAdvertiserId', 'NewAdvertiserId']).read(row.split(','), 1, 2));
    expect([same, problems.map((each) => each.code)]).toEqual([undefined, [code]]);
  });

  it('a campaign is kept and not read, and says so', () => {
    const header = ['Campaign_ID', ...TARGETING, 'Start_Date', 'End_Date', 'Ads_List', 'Advertiser_ID', 'Advertiser_Name'];
    const { ad, observations, problems } = accepted(open(header).read(header, 1, 2));
    expect([ad, observations, problems.map(({ code }) => code)]).toEqual([null, [], ['campaign-not-ad']]);
  });

  it('a promoter’s address is ignored by name', () => {
    const header = ['Advertiser_ID', 'Region', 'Advertiser_Declared_Name', 'Advertiser_Declared_Promoter_Address'];
    const reader = open(header);
    expect(reader.columns.ignored.map(({ name }) => name)).toEqual(header);
    expect(JSON.stringify(reader.read([ADVERTISER, 'NZ', 'X', '1 Invented Lane, Nowhere'], 1, 2))).not.toContain('Nowhere');
  });

  it.each([
    [['name', 'age']],
    [['']],
    [['ADID', 'CreativeUrl']],
    [['Page Name', 'Disclaimer', 'Amount Spent', 'Number of Ads in Library']],
    [['ad_id', 'advertiser_id', 'clicks']],
  ])('%j is no table of the bundle', (header) => {
    expect(google.recognises({ form: 'csv', header })).toBe(false);
    expect(google.open({ form: 'csv', header }, FILE)).toMatchObject({ code: 'unknown-table', refused: true });
  });

  it('a record of JSON is none either', () => {
    expect(google.recognises({ form: 'json', record: { Ad_ID: AD, Advertiser_ID: ADVERTISER, Regions: 'GB' } })).toBe(false);
  });
});
