import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileFacts, FirstRecord, RowReader, RowReadings } from '../../../src/sources/ad-libraries/contract.ts';
import { metaApi } from '../../../src/sources/ad-libraries/meta-api.ts';
import { placeCriterion } from '../../../src/sources/ad-libraries/meta-places.ts';
import { firstRecordOf } from '../../../src/sources/first-record.ts';
import { JsonRecords } from '../../../src/sources/json-records.ts';

const FACTS: FileFacts = { name: 'ads.json', as_of: '2026-05-15', window: null, currency: null };
const AD = { id: '200000000000001', page_id: '100000000000017', page_name: 'The Harbour Party' };
const json = (record: unknown): FirstRecord => ({ form: 'json', record });

function open(record: unknown = AD, facts: Partial<FileFacts> = {}): RowReader {
  const reader = metaApi.open(json(record), { ...FACTS, ...facts });
  if (!('read' in reader)) throw new Error(reader.message);
  return reader;
}

const readText = (text: string, facts: Partial<FileFacts> = {}): RowReadings => open(AD, facts).read([text], 1, 1);

function read(over: object, facts: Partial<FileFacts> = {}) {
  const readings = readText(JSON.stringify({ ...AD, ...over }), facts);
  if (!readings.accepted || readings.ad === null) throw new Error('The record was refused.');
  const { ad, observations, problems } = readings;
  return { ad, observations, problems, codes: problems.map(({ code }) => code) };
}

const short = (over: object): string[] =>
  read(over).observations.map(
    (one) => `${one.criterion} ${one.direction} ${one.values.join('|')}${one.hidden > 0 ? ` +${one.hidden}` : ''}`,
  );

const place = (name: string, type: string, excluded = false, num_obfuscated = 0): object => ({ name, type, excluded, num_obfuscated });

describe('which files are the library’s', () => {
  it.each([
    ['an ad', AD, true],
    ['an ad whose id is kept as _id', { _id: '1', page_id: '2' }, true],
    ['an ad of which only its first fields have come', { id: '1', ad_creation_time: '2026-05-01' }, true],
    ['an ad of old names', { id: '1', ad_creative_body: 'x' }, true],
    ['an answer without ads', { data: [], paging: {} }, true],
    ['an error', { error: { message: 'x', code: 190 } }, true],
    ['another record with an id', { id: '1', name: 'x' }, false],
    ['another answer', { data: [], meta: {} }, false],
    ['another kind of error', { error: 'x' }, false],
    ['a list', [], false],
    ['a text', 'id', false],
    ['null', null, false],
  ])('%s', (_, record, is) => {
    expect(metaApi.recognises(json(record))).toBe(is);
  });

  it('a table is not', () => expect(metaApi.recognises({ form: 'csv', header: ['id', 'page_id'] })).toBe(false));
});

describe('errors in the place of ads', () => {
  it.each([
    [613, 'wait a minute'],
    [4, 'wait a minute'],
    [17, 'wait a minute'],
    [32, 'wait a minute'],
    [80004, 'wait a minute'],
    [190, 'get a new one'],
    [10, 'confirm who they are'],
    [100, 'mend the question'],
    [1, 'halve the limit'],
    [2, 'halve the limit'],
    [999, 'Look the code up'],
  ])('error %i refuses the file and says what to do', (code, action) => {
    const message = 'Malformed access token EAABsecret at https://graph.example/?access_token=EAABsecret';
    const found = metaApi.open(json({ error: { message, type: 'OAuthException', code, fbtrace_id: 'A' } }), FACTS);
    expect(found).toMatchObject({ code: 'error-answer', refused: true, row: null, message: expect.stringContaining(action) });
    expect(JSON.stringify(found)).toContain(`error ${code}`);
    expect(JSON.stringify(found)).not.toMatch(/EAAB|:\/\//);
  });

  it('an error among pages refuses its row and no other', () => {
    const readings = readText('{"error":{"message":"x","code":1}}');
    expect(readings).toMatchObject({ accepted: false, problems: [{ code: 'error-answer', refused: true, row: 1, line: 1 }] });
  });

  it('an error without a code is still one', () => {
    expect(metaApi.open(json({ error: {} }), FACTS)).toMatchObject({
      code: 'error-answer',
      message: expect.stringContaining('without a code'),
    });
  });
});

describe('records that are refused', () => {
  it.each([
    ['no JSON', '{', 'not-an-ad'],
    ['a list', '[1]', 'not-an-ad'],
    ['null', 'null', 'not-an-ad'],
    ['no id', '{"page_id":"1"}', 'bad-ad-id'],
    ['an id of letters', '{"id":"x1"}', 'bad-ad-id'],
    ['an id that a spreadsheet spoiled', '{"id":2.00000000000001e+14}', 'bad-ad-id'],
    ['an id that is a record', '{"id":{"a":1}}', 'bad-ad-id'],
    ['an answer inside a list', '{"data":[{"id":"1"}]}', 'bad-ad-id'],
  ])('%s', (_, text, code) => {
    expect(readText(text)).toEqual({ accepted: false, problems: [expect.objectContaining({ code, refused: true, row: 1, line: 1 })] });
  });

  it('a message never holds a link', () => {
    expect(JSON.stringify(readText('{"id":"https://x.example/?access_token=EAAB"}'))).not.toMatch(/EAAB|:\/\//);
  });
});

describe('ids', () => {
  it('stay as they are beyond the largest number that is exact', () => {
    const readings = readText('{"id":20000000000000017,"page_id":122100886550010563,"target_locations":[{"id":9007199254740993}]}');
    expect(readings).toMatchObject({
      accepted: true,
      ad: { id: 'meta:20000000000000017', library_id: '20000000000000017', page_id: '122100886550010563' },
    });
  });

  it.each([
    ['a page', { page_id: '6756153498' }, '6756153498', []],
    ['the page 0 is none', { page_id: '0' }, null, []],
    ['a page that a spreadsheet spoiled', { page_id: '1.22099590712e+17' }, null, ['spoiled-id']],
    ['a page that is no id', { page_id: 'harbour' }, null, ['bad-page-id']],
    ['a page that is a record', { page_id: {} }, null, ['bad-page-id']],
    ['no page', { page_id: undefined }, null, ['no-page']],
  ])('%s', (_, over, page_id, codes) => {
    const { ad, codes: found } = read(over);
    expect(ad.page_id).toBe(page_id);
    expect(found.filter((code) => code !== 'targeting-not-given')).toEqual(codes);
  });

  it('a spoiled page id that came as a number is seen to be spoiled', () => {
    expect(readText('{"id":"1","page_id":1.22099590712e+17}')).toMatchObject({
      accepted: true,
      ad: { page_id: null },
      problems: [{ code: 'spoiled-id' }, {}],
    });
  });
});

describe('who, when and how much', () => {
  it.each([
    ['bylines', { bylines: 'A' }, 'A'],
    ['its older name', { funding_entity: 'B' }, 'B'],
    ['both', { bylines: 'A', funding_entity: 'B' }, 'A'],
    [
      'the payer of the day in the EU',
      {
        beneficiary_payers: [
          { payer: 'C', current: true },
          { payer: 'D', current: false },
        ],
      },
      'C',
    ],
    ['the newest payer in the EU', { beneficiary_payers: [{ payer: 'C' }, { payer: 'D' }, { beneficiary: 'E' }] }, 'D'],
    ['an imprint with an address', { bylines: 'Jo Hale of 4 Mole Street, Nowhere' }, 'Jo Hale of [address removed]'],
    ['none', {}, ''],
    ['null', { bylines: null }, ''],
  ])('the payer: %s', (_, over, payer) => {
    expect(read(over).ad.payer).toBe(payer);
  });

  it('a private account has no name', () => {
    expect(read({ page_id: '0', page_name: 'Jo Hale' }).ad.buyer).toBe('');
    expect(read({ page_name: 'Instagram User 1234567890' }).ad.buyer).toBe('');
    expect(
      open()
        .printed([JSON.stringify({ ...AD, page_id: '0', page_name: 'Jo Hale' })])
        .join(),
    ).not.toContain('Jo Hale');
  });

  it.each([
    ['a day', '2026-05-01', '2026-05-01T00:00:00Z'],
    ['a moment of 2019', '2019-05-13T15:30:04+0000', '2019-05-13T15:30:04Z'],
    ['a moment of another zone', '2019-05-13T23:30:04-0130', '2019-05-14T01:00:04Z'],
    ['a moment with Z', '2019-05-13T15:30:04Z', '2019-05-13T15:30:04Z'],
  ])('%s', (_, printed, instant) => {
    expect(read({ ad_delivery_start_time: printed }).ad.start).toBe(instant);
  });

  it.each(['2026-02-30', '2019-05-13T25:30:04+0000', 'yesterday', 20260501])('%s is no date, and the ad stays', (printed) => {
    const { ad, problems } = read({ ad_delivery_stop_time: printed });
    expect(ad.end).toBeNull();
    expect(problems[0]).toMatchObject({ field: 'ad_delivery_stop_time', refused: false });
  });

  it('a missing stop is open, and one before the start is kept', () => {
    expect(read({ ad_delivery_start_time: '2026-05-01' }).ad).toMatchObject({ start: '2026-05-01T00:00:00Z', end: null });
    const turned = read({ ad_delivery_start_time: '2026-05-02', ad_delivery_stop_time: '2026-05-01' });
    expect(turned.codes).toContain('end-before-start');
    expect(turned.ad.end).toBe('2026-05-01T00:00:00Z');
  });

  const currencies = { currency: 'GBP' };
  it.each([
    ['a range', { ...currencies, spend: { lower_bound: '300', upper_bound: '399' } }, { min: 30_000, max: 39_900, currency: 'GBP' }, []],
    ['the top step', { ...currencies, spend: { lower_bound: '1000000' } }, { min: 100_000_000, max: null, currency: 'GBP' }, []],
    ['numbers', { ...currencies, spend: { lower_bound: 0, upper_bound: 99 } }, { min: 0, max: 9900, currency: 'GBP' }, []],
    ['no currency', { spend: { lower_bound: '0', upper_bound: '99' } }, { min: 0, max: 9900, currency: null }, []],
    ['a currency in small letters', { currency: 'eur', spend: { lower_bound: '0' } }, { min: 0, max: null, currency: 'EUR' }, []],
    [
      'a word for a currency',
      { currency: 'pounds', spend: { lower_bound: '0' } },
      { min: 0, max: null, currency: null },
      ['unknown-currency'],
    ],
    ['no spend', currencies, null, []],
    ['no low bound', { ...currencies, spend: { upper_bound: '99' } }, null, ['not-a-range']],
    ['turned bounds', { ...currencies, spend: { lower_bound: '99', upper_bound: '0' } }, null, ['not-a-range']],
    ['parts of a pound', { ...currencies, spend: { lower_bound: '0.5', upper_bound: '1' } }, null, ['not-a-range']],
    ['a text', { ...currencies, spend: '300' }, null, ['not-a-range']],
  ])('the spend: %s', (_, over, spend, codes) => {
    const { ad, codes: found } = read(over);
    expect(ad.spend).toEqual(spend);
    expect(found.filter((code) => code !== 'targeting-not-given')).toEqual(codes);
  });

  it('the importer’s currency stands in only where the ad names none', () => {
    const spend = { lower_bound: '0', upper_bound: '99' };
    expect(read({ spend }, { currency: 'GBP' }).ad.spend?.currency).toBe('GBP');
    expect(read({ spend, currency: 'EUR' }, { currency: 'GBP' }).ad.spend?.currency).toBe('EUR');
    expect(read({ spend, currency: 'pounds' }, { currency: 'GBP' }).ad.spend?.currency).toBeNull();
  });

  it('impressions are a range, and no criterion', () => {
    const { ad, observations } = read({ impressions: { lower_bound: '10000', upper_bound: '14999' } });
    expect(ad.impressions).toEqual({ min: 10_000, max: 14_999 });
    expect(observations).toEqual([]);
  });

  it('what the ad says and shows is nowhere', () => {
    const { ad } = read({ ad_creative_bodies: ['Words'], ad_creative_link_captions: ['harbour.example'], ad_snapshot_url: '' });
    expect(ad).toMatchObject({ about: null, media: [], landing: null });
  });
});

describe('who was chosen', () => {
  it('ages, gender and places give one observation each, some with values that are hidden', () => {
    const over = {
      target_ages: ['22', '53'],
      target_gender: 'Women',
      target_locations: [place('Saltmouth', 'CITY', false, 2), place('Overshire', 'COUNTY', true)],
    };
    expect(short(over)).toEqual([
      'geo.borough exclude Overshire',
      'geo.city include Saltmouth +2',
      'demo.age include 22-53',
      'demo.gender include Women',
    ]);
    expect(read(over).codes).toEqual([]);
  });

  it.each([
    ['all adults and every gender give nothing', { target_ages: ['18', '65+'], target_gender: 'All' }, []],
    ['one gender', { target_gender: 'Men' }, ['demo.gender include Men']],
    ['an open age that begins later', { target_ages: ['35', '65+'] }, ['demo.age include 35-65+']],
    ['young people', { target_ages: ['13', '17'] }, ['demo.age include 13-17']],
    ['adults up to 65 only', { target_ages: ['18', '65'] }, ['demo.age include 18-65']],
    ['places of one kind are one observation', { target_locations: [place('B', 'CITY'), place('A', 'town')] }, ['geo.city include A|B']],
    [
      'the two directions are apart',
      { target_locations: [place('A', 'zips'), place('B', 'zips', true)] },
      ['geo.postcode exclude B', 'geo.postcode include A'],
    ],
    [
      'hidden places are counted together',
      { target_locations: [place('A', 'CITY', false, 2), place('B', 'CITY', false, 3)] },
      ['geo.city include A|B +5'],
    ],
    ['a place without a name is hidden', { target_locations: [place('', 'CITY')] }, ['geo.city include  +1']],
    [
      'a count of places is one place',
      { target_locations: [place('Overshire: 12 ZIP codes', 'location_cluster_ids')] },
      ['geo.unspecified include Overshire: 12 ZIP codes'],
    ],
    [
      'who saw the ad gives nothing',
      {
        demographic_distribution: [{ percentage: '1', age: '25-34', gender: 'male' }],
        delivery_by_region: [{ percentage: '1', region: 'England' }],
      },
      [],
    ],
  ])('%s', (_, over, gives) => {
    expect(short(over)).toEqual(gives);
  });

  it.each([
    ['one country', [place('United Kingdom', 'countries')], 'GB'],
    ['one country and a place in it', [place('United Kingdom', 'Countries'), place('Saltmouth', 'CITY', true)], 'GB'],
    ['two countries', [place('United Kingdom', 'countries'), place('Ireland', 'countries')], null],
    ['one left out', [place('United Kingdom', 'countries', true)], null],
    ['a group of countries', [place('European Union', 'country_groups')], null],
    ['no country', [place('Saltmouth, England, United Kingdom', 'CITY')], null],
  ])('the country: %s', (_, target_locations, country) => {
    expect(read({ target_locations }).ad).toMatchObject({ country, places_shown: true });
  });

  it.each([
    ['a postcode', ['bs10 6qr, Saltmouth', 'BS16'], 5],
    ['a district', ['BS16, England'], 3],
    ['another country’s code', ['90210'], null],
  ])('the finest of the postcodes decides how fine: %s', (_, names, rank) => {
    expect(read({ target_locations: names.map((name) => place(name, 'zips')) }).observations[0]?.rank).toBe(rank);
  });

  it.each([
    ['no places', {}, 'targeting-not-given'],
    ['an empty list of places', { target_ages: ['18', '65+'], target_gender: 'All', target_locations: [] }, 'places-not-shown'],
    ['places that are no list', { target_ages: ['18', '65+'], target_gender: 'All', target_locations: 'GB' }, 'unknown-value'],
  ])('%s: nothing is known of places', (_, over, code) => {
    const { ad, codes } = read(over);
    expect(ad).toMatchObject({ country: null, places_shown: false });
    expect(codes).toEqual([code]);
  });

  it('what was not given is one problem that names it', () => {
    expect(read({ target_gender: 'All' }).problems).toEqual([
      expect.objectContaining({ code: 'targeting-not-given', field: 'target_ages, target_locations', refused: false }),
    ]);
  });

  it.each([
    ['an age alone', { target_ages: ['18'] }],
    ['turned ages', { target_ages: ['53', '22'] }],
    ['words for ages', { target_ages: ['young', 'old'] }],
    ['ages that are no list', { target_ages: '18-65+' }],
    ['another gender word', { target_gender: 'Everyone' }],
    ['a gender that is a number', { target_gender: 1 }],
    ['a place of unknown kind', { target_locations: [place('A', 'Unknown')] }],
    ['a place without a kind', { target_locations: [{ name: 'A', excluded: false }] }],
    ['a place that does not say in or out', { target_locations: [{ name: 'A', type: 'CITY' }] }],
    ['a place that is a text', { target_locations: ['A'] }],
  ])('%s is a problem and no criterion', (_, over) => {
    const { observations, codes } = read(over);
    expect(observations).toEqual([]);
    expect(codes).toContain('unknown-value');
  });

  it('a count of hidden places that is none leaves the place', () => {
    const { observations, codes } = read({ target_locations: [{ ...place('A', 'CITY'), num_obfuscated: 'many' }] });
    expect(observations[0]).toMatchObject({ values: ['A'], hidden: 0 });
    expect(codes).toContain('not-a-number');
  });

  it('a long list of places that cannot be read gives few problems', () => {
    const { problems } = read({ target_locations: Array.from({ length: 5000 }, () => 'x') });
    expect(problems.length).toBeLessThan(30);
    expect(problems.at(-1)?.message).toContain('4980');
  });
});

describe('kinds of place', () => {
  it.each([
    ['countries', 'geo.country'],
    [' CITY ', 'geo.city'],
    ['Zips', 'geo.postcode'],
    ['BOROUGH', 'geo.borough'],
    ['electoral_districts', 'geo.constituency'],
    ['geo_markets', 'geo.region'],
    ['multi_city', 'geo.city'],
    ['Unknown', null],
    ['', null],
  ])('%s', (type, criterion) => expect(placeCriterion(type)).toBe(criterion));
});

describe('fields that nobody knows', () => {
  it('are a problem of each row that has them', () => {
    const found = read({ phase_of_the_moon: 'full' }).problems.filter(({ code }) => code === 'unknown-field');
    expect(found).toEqual([expect.objectContaining({ field: 'phase_of_the_moon', row: 1, refused: false })]);
  });

  it('are cut, and never shown where they are a link', () => {
    const text = JSON.stringify(read({ [`x${'y'.repeat(500)}`]: 1, 'https://x.example/?access_token=EAAB': 1 }).problems);
    expect(text.length).toBeLessThan(1500);
    expect(text).not.toMatch(/EAAB|:\/\//);
  });
});

describe('the comparison of copies', () => {
  const printed = (record: object): Record<string, string> => {
    const reader = open();
    const texts = reader.printed([JSON.stringify(record)]);
    return Object.fromEntries(reader.fields.map(({ name }, i) => [name, texts[i] ?? '?']));
  };

  it('compares the same fields in every file', () => {
    expect(open({ data: [] }).fields).toEqual(open(AD).fields);
    expect(open(AD).fields.map(({ name, kind }) => `${name} ${kind}`)).toContain('target_locations targeting');
  });

  it('does not hang on the order of keys, of places, or on the older name', () => {
    const one = {
      ...AD,
      bylines: 'A',
      spend: { lower_bound: '1', upper_bound: '2' },
      target_locations: [place('A', 'CITY'), place('B', 'CITY')],
    };
    const other = {
      target_locations: [place('B', 'CITY'), place('A', 'CITY')],
      spend: { upper_bound: '2', lower_bound: '1' },
      funding_entity: 'A',
      ...AD,
    };
    expect(printed(one)).toEqual(printed(other));
    expect(printed(one)).toMatchObject({ bylines: '"A"', spend: '{"lower_bound":"1","upper_bound":"2"}', currency: '' });
  });

  it('never holds a link, an address or an account of a person', () => {
    const text = JSON.stringify(
      printed({
        ...AD,
        bylines: 'Jo, 4 Mole Street, Nowhere',
        page_name: 'Instagram User 12345',
        currency: 'https://x.example/?access_token=EAAB',
        spend: { a: 'access_token=EAAB' },
      }),
    );
    expect(text).not.toMatch(/EAAB|:\/\/|Nowhere|12345/);
  });

  it('is empty for what is no ad', () => {
    expect(
      open()
        .printed(['{'])
        .every((text) => text === ''),
    ).toBe(true);
    expect(
      open()
        .printed([])
        .every((text) => text === ''),
    ).toBe(true);
  });
});

describe('columns', () => {
  it('are those of the first record, under the names it has', () => {
    const { columns } = open({ _id: '1', page_id: '2', funding_entity: 'A', potential_reach: {}, phase: 1 });
    expect(columns.used).toEqual(['_id', 'page_id', 'funding_entity']);
    expect(columns.ignored.map(({ name }) => name)).toEqual(['potential_reach']);
    expect(columns.unknown).toEqual([]);
  });

  it('are none for an answer without ads', () => {
    expect(open({ data: [], paging: {} }).columns).toEqual({ used: [], ignored: [], unknown: [] });
  });
});

describe('properties', () => {
  it('any record is accepted or refused, and nothing of it that is a link comes out', () => {
    const names = [
      'id',
      '_id',
      'page_id',
      'page_name',
      'bylines',
      'spend',
      'currency',
      'impressions',
      'target_ages',
      'target_gender',
      'target_locations',
      'ad_delivery_start_time',
      'error',
      'beneficiary_payers',
    ];
    const link = fc.constant('https://x.example/?access_token=EAAB');
    const value = fc.oneof(
      fc.jsonValue(),
      link,
      fc.constant('1'),
      fc.array(fc.record({ name: fc.oneof(fc.string(), link), type: fc.constantFrom('CITY', 'zips', 'x'), excluded: fc.boolean() })),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, 'other'), value), (record) => {
        const reader = open();
        const text = JSON.stringify(record);
        const readings = reader.read([text], 1, 1);
        expect(readings.problems.some(({ refused }) => refused)).toBe(!readings.accepted);
        expect(JSON.stringify(readings.problems)).not.toContain('EAAB');
        expect(reader.printed([text]).join()).not.toContain('EAAB');
        expect(reader.printed([text])).toHaveLength(reader.fields.length);
      }),
      { seed: 20260503, numRuns: 1500 },
    );
  });

  it('the same ads in pages, in one answer, in a list and in lines give the same readings', () => {
    const ads = [AD, { ...AD, id: '2', target_gender: 'Men' }, { ...AD, id: '3', phase: 1 }];
    const forms = [
      ads.map((ad) => JSON.stringify({ data: [ad], paging: {} })).join('\n'),
      JSON.stringify({ paging: {}, data: ads }),
      JSON.stringify(ads),
      ads.map((ad) => JSON.stringify(ad)).join('\n'),
    ].map((text) => {
      const bytes = new TextEncoder().encode(text);
      const first = firstRecordOf(bytes, true);
      const records = new JsonRecords();
      const events = [...records.push(bytes), ...records.end()];
      const reader = first === null ? null : metaApi.open(first, FACTS);
      if (reader === null || !('read' in reader)) throw new Error('The file was not recognised.');
      return events.map((event, i) => (event.kind === 'record' ? reader.read(event.cells, i + 1, 1) : event));
    });
    for (const form of forms) expect(form).toEqual(forms[0]);
  });
});
