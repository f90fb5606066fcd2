import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/core/observation.ts';
import type { RowReader } from '../../../src/sources/ad-libraries/contract.ts';
import { snapchat } from '../../../src/sources/ad-libraries/snapchat.ts';
import { FACT_COLUMNS, TARGETING_COLUMNS } from '../../../src/sources/ad-libraries/snapchat-columns.ts';
import { factsOf, headed } from './read-library.ts';

const ID = 'ab'.repeat(32);
const HEADER = [...FACT_COLUMNS, ...TARGETING_COLUMNS].filter(({ headers }) => headers !== 'old').map(({ name }) => name);
const BASE: Record<string, string> = {
  ADID: ID,
  'Currency Code': 'GBP',
  Spend: '12',
  Impressions: '345',
  StartDate: '2019/12/12 00:01:00Z',
  OrganizationName: 'Invented Party',
  PayingAdvertiserName: 'Invented Party',
  AgeBracket: '18+',
  CountryCode: 'united kingdom',
};

function open(header: readonly string[]): RowReader {
  const reader = snapchat.open(headed(header), factsOf('sample.csv'));
  if (!('read' in reader)) throw new Error(reader.message);
  return reader;
}

/** Reads one row whose cells are those of an ad with only a country, and these. */
function read(cells: Record<string, string>, header: readonly string[] = HEADER) {
  for (const name of Object.keys(cells)) if (!header.includes(name)) throw new Error(`${name} is no column.`);
  const readings = open(header).read(
    header.map((name) => cells[name] ?? BASE[name] ?? ''),
    1,
    2,
  );
  if (!readings.accepted || readings.ad === null) throw new Error('The row is no ad.');
  return { ...readings, ad: readings.ad };
}

/** What the row observes beside its country: `geo.postcode/include: bs10 6`. */
const observed = (observations: readonly Observation[]): string[] =>
  observations
    .filter(({ criterion }) => criterion !== 'geo.country')
    .map(({ criterion, direction, values }) => `${criterion}/${direction}: ${values.join(' | ')}`);

describe('targeting cells', () => {
  const age = (text: string): string[] =>
    observed(read({ AgeBracket: text, Gender: 'MALE' }).observations).filter((each) => !each.startsWith('demo.gender'));
  it.each([
    ['18+ is no restriction', '18+', []],
    ['an empty bracket is no restriction', '', []],
    ['18++ is 18+', '18++', []],
    ['18-34', '18-34', ['demo.age/include: 18-34']],
    ['17- is 17 and under', '17-', ['demo.age/include: 17-']],
    ['18- is 18 and under', '18-', ['demo.age/include: 18-']],
    ['18-18 is one year', '18-18', ['demo.age/include: 18-18']],
    ['35++ is 35+', '35++', ['demo.age/include: 35++']],
    ['13+ reaches under-18s, and is a choice', '13+', ['demo.age/include: 13+']],
    ['a bracket turned round is a problem', '34-18', []],
    ['a word is a problem', 'adults', []],
  ])('age: %s', (_, text, gives) => expect(age(text)).toEqual(gives));

  const table: Record<string, { given: Record<string, string>; gives: string[]; problems?: string[] }> = {
    'nothing but a country and 18+ is none.broad': { given: {}, gives: ['none.broad/include: '] },
    'nothing but a country and an empty bracket is none.broad': { given: { AgeBracket: '' }, gives: ['none.broad/include: '] },
    'an unreadable age is a problem, and keeps the ad from being none.broad': {
      given: { AgeBracket: 'x' },
      gives: [],
      problems: ['unknown-value'],
    },
    'regions, in and out': {
      given: { 'Regions (Included)': 'A,B', 'Regions (Excluded)': 'C' },
      gives: ['geo.region/include: A | B', 'geo.region/exclude: C'],
    },
    'metros are regions': { given: { 'Metros (Included)': 'Northern Ireland' }, gives: ['geo.region/include: Northern Ireland'] },
    'electoral districts, in and out': {
      given: { 'Electoral Districts (Included)': 'A', 'Electoral Districts (Excluded)': 'B' },
      gives: ['geo.constituency/include: A', 'geo.constituency/exclude: B'],
    },
    'kinds of place, in and out': {
      given: { 'Location Categories (Included)': 'High Schools', 'Location Categories (Excluded)': 'Airports' },
      gives: ['geo.place-category/include: High Schools', 'geo.place-category/exclude: Airports'],
    },
    'postcodes, in and out': {
      given: { 'Postal Codes (Included)': 'ip14', 'Postal Codes (Excluded)': 'bs10 6' },
      gives: ['geo.postcode/include: ip14', 'geo.postcode/exclude: bs10 6'],
    },
    'one gender': { given: { Gender: 'FEMALE' }, gives: ['demo.gender/include: FEMALE'] },
    'both genders are no restriction': { given: { Gender: 'FEMALE,MALE' }, gives: ['none.broad/include: '], problems: ['no-restriction'] },
    'an unknown gender is a problem': { given: { Gender: 'X' }, gives: [], problems: ['unknown-value'] },
    '15 languages are a restriction': {
      given: { Language: 'aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk,ll,mm,nn,oo' },
      gives: ['demo.language/include: aa | bb | cc | dd | ee | ff | gg | hh | ii | jj | kk | ll | mm | nn | oo'],
    },
    '16 languages are none, and the row says so': {
      given: { Language: 'aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk,ll,mm,nn,oo,pp' },
      gives: ['none.broad/include: '],
      problems: ['no-restriction'],
    },
    'the same language 16 times is one': {
      given: { Language: Array(16).fill('ro').join(',') },
      gives: [`demo.language/include: ${Array(16).fill('ro').join(' | ')}`],
    },
    'political groups are apart from interests': {
      given: { Interests: 'News Watchers,Political News Watchers,Advocates & Activists' },
      gives: ['interest/include: News Watchers', 'political.affinity/include: Political News Watchers | Advocates & Activists'],
    },
    'political groups alone are no interest': {
      given: { Interests: 'Political News Watchers' },
      gives: ['political.affinity/include: Political News Watchers'],
    },
    'a code is an interest without a value': {
      given: { Interests: 'plc_418' },
      gives: ['interest/include: '],
      problems: ['code-without-name'],
    },
    'third-party labels with commas in brackets': {
      given: { AdvancedDemographics: 'Occupation (Legal, Education or Health),Household Income ( $125,000-$149,999)' },
      gives: [
        'segment.third-party/include: Occupation (Legal, Education or Health) | Household Income ( $125,000-$149,999)',
        'demo.income-home/include: Household Income ( $125,000-$149,999)',
        'demo.job/include: Occupation (Legal, Education or Health)',
      ],
    },
    'a third-party label that nobody reviewed': {
      given: { AdvancedDemographics: 'Invented People' },
      gives: ['segment.third-party/include: Invented People'],
      problems: ['unknown-value'],
    },
    'a third-party code': {
      given: { AdvancedDemographics: 'dlxd_405' },
      gives: ['segment.third-party/include: '],
      problems: ['code-without-name'],
    },
    'segments never say which kind': {
      given: { Segments: 'Provided by Advertiser' },
      gives: ['own-audience.unspecified/include: Provided by Advertiser'],
    },
    'other segments are a problem': { given: { Segments: 'Bought' }, gives: [], problems: ['unknown-value'] },
    'device, connection and carrier': {
      given: { OsType: 'WEB', 'Targeting Connection Type': 'CELL', 'Targeting Carrier (ISP)': 'Country x Carrier y' },
      gives: ['device/include: WEB', 'device/include: CELL', 'device/include: Country x Carrier y'],
    },
    'an unknown country is a problem, not an error': { given: { CountryCode: 'atlantis' }, gives: [], problems: ['unknown-value'] },
    'without a country nothing is said of places': { given: { CountryCode: '' }, gives: [], problems: ['places-not-shown'] },
    'without a country the other criteria are read': {
      given: { CountryCode: '', Gender: 'MALE' },
      gives: ['demo.gender/include: MALE'],
      problems: ['places-not-shown'],
    },
    'brackets that do not pair': {
      given: { 'Metros (Included)': 'A (b,C' },
      gives: ['geo.region/include: A (b | C'],
      problems: ['unpaired-brackets'],
    },
    'a closing bracket too many': {
      given: { 'Metros (Included)': 'A),C' },
      gives: ['geo.region/include: A) | C'],
      problems: ['unpaired-brackets'],
    },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, problems = [] }) => {
    const readings = read(given);
    expect(observed(readings.observations)).toEqual(gives);
    expect(readings.problems.map(({ code }) => code)).toEqual(problems);
  });

  it('labels begin with the words of the reviewed list', () => {
    const labels: Record<string, string> = {
      'Education (Some College)': 'demo.education',
      'College Graduates': 'demo.education',
      'Occupation (Sales)': 'demo.job',
      'Small Business Employees': 'demo.job',
      'HHI: <50k': 'demo.income-home',
      'Household Income: Under $50000': 'demo.income-home',
      'Home Status (Renter)': 'demo.income-home',
      Renter: 'demo.income-home',
      Parents: 'demo.family',
      'Moms (preschool)': 'demo.family',
      'New Moms': 'demo.family',
      'New Parents': 'demo.family',
      'Presence of Child (Age: 0-3)': 'demo.family',
      'Married People': 'demo.relationship',
      'Marital Status (Single)': 'demo.relationship',
      'Life Event (New Parent, Child 0-3 yrs)': 'demo.life-event',
      'New Mover': 'demo.life-event',
      'Spanish Speakers': 'demo.language',
    };
    for (const [label, criterion] of Object.entries(labels)) {
      expect(observed(read({ AdvancedDemographics: label }).observations)).toEqual([
        `segment.third-party/include: ${label}`,
        `${criterion}/include: ${label}`,
      ]);
    }
  });
});

describe('fineness of places', () => {
  const rank = (cells: Record<string, string>): number | null | undefined =>
    read(cells).observations.find(({ criterion }) => criterion !== 'geo.country')?.rank;
  const radius = (km: string): string => `latitude 52.0;longitude 1.5;radius ${km}`;
  it.each([
    ['a region', { 'Regions (Included)': 'A' }, 1],
    ['an electoral district', { 'Electoral Districts (Included)': 'A' }, 2],
    ['a postcode district', { 'Postal Codes (Included)': 'ip14' }, 3],
    ['the finer of a district and a sector', { 'Postal Codes (Included)': 'ip14,bs10 6' }, 4],
    ['another country’s postcodes have none', { 'Postal Codes (Included)': '0150', CountryCode: 'norway' }, null],
    ['a circle of 10 and more', { 'Radius Targeting (Included)': radius('10.0') }, 2],
    ['a circle of 3', { 'Radius Targeting (Included)': radius('3.0') }, 3],
    ['the smaller of two circles', { 'Radius Targeting (Included)': `${radius('25.0')},${radius('0.5')}` }, 5],
    ['a kind of place has none', { 'Location Categories (Included)': 'High Schools' }, null],
  ])('%s', (_, cells, gives) => expect(rank(cells)).toBe(gives));
});

describe('circles', () => {
  const circles = (text: string) => read({ 'Radius Targeting (Included)': text });
  it.each([
    ['a circle as printed', 'latitude 52.24667;longitude 0.7125;radius 10.0', ['latitude 52.24667;longitude 0.7125;radius 10.0'], 0],
    ['a small one is rounded', 'latitude 51.4970229;longitude -0.136909;radius 0.1', ['latitude 51.50;longitude -0.14;radius 0.1'], 0],
    ['a small one near the meridian', 'latitude 51.4970229;longitude -0.001;radius 0.06', ['latitude 51.50;longitude 0.00;radius 0.06'], 0],
    [
      'one just over is not',
      'latitude 51.4970229;longitude -0.136909;radius 0.11',
      ['latitude 51.4970229;longitude -0.136909;radius 0.11'],
      0,
    ],
    ['numbers with an exponent', 'latitude 5.0E-4;longitude 1.0;radius 1.0E1', ['latitude 5.0E-4;longitude 1.0;radius 1.0E1'], 0],
    ['a latitude that is not on Earth', 'latitude 95.0;longitude 1.0;radius 1.0', [], 1],
    ['one of two unreadable', 'latitude 52.0;longitude 1.0;radius 1.0,somewhere', ['latitude 52.0;longitude 1.0;radius 1.0'], 1],
  ])('%s', (_, text, values, hidden) => {
    const { observations, problems } = circles(text);
    expect(observations.find(({ criterion }) => criterion === 'geo.radius')).toMatchObject({ values, hidden });
    expect(problems.map(({ code }) => code)).toEqual(hidden === 0 ? [] : ['unreadable-radius']);
    expect(JSON.stringify(problems)).not.toContain('somewhere');
  });
});

describe('facts of the ad', () => {
  const table: Record<string, { given: Record<string, string>; gives: object; problems?: string[] }> = {
    'whole units become minor units': { given: { Spend: '977' }, gives: { spend: { min: 97_700, max: 97_700, currency: 'GBP' } } },
    'zero is an amount': { given: { Spend: '0' }, gives: { spend: { min: 0, max: 0, currency: 'GBP' } } },
    'a spend that is no number': { given: { Spend: '1,000' }, gives: { spend: null }, problems: ['not-a-number'] },
    'a spend past what is exact': { given: { Spend: '9'.repeat(20) }, gives: { spend: null }, problems: ['not-a-number'] },
    'no spend': { given: { Spend: '' }, gives: { spend: null }, problems: ['not-a-number'] },
    'impressions that are no number': { given: { Impressions: 'many' }, gives: { impressions: null }, problems: ['not-a-number'] },
    'a currency that is none': {
      given: { 'Currency Code': '£' },
      gives: { spend: { min: 1200, max: 1200, currency: null } },
      problems: ['unknown-currency'],
    },
    'dates with slashes': {
      given: { EndDate: '2019/12/31 23:59:59Z' },
      gives: { start: '2019-12-12T00:01:00Z', end: '2019-12-31T23:59:59Z' },
    },
    'no end is open': { given: { EndDate: '' }, gives: { end: null } },
    'no start': { given: { StartDate: '' }, gives: { start: null }, problems: ['bad-date'] },
    'an end before the start': {
      given: { EndDate: '2019/12/11 00:00:00Z' },
      gives: { end: '2019-12-11T00:00:00Z' },
      problems: ['end-before-start'],
    },
    'a day that does not exist': { given: { EndDate: '2023/02/29 00:00:00Z' }, gives: { end: null }, problems: ['bad-date'] },
    'an hour that does not exist': { given: { EndDate: '2020/02/28 24:00:00Z' }, gives: { end: null }, problems: ['bad-date'] },
    'a date in another form': { given: { StartDate: '12/12/2019 00:01' }, gives: { start: null }, problems: ['bad-date'] },
    'names are as printed': {
      given: { OrganizationName: 'Invented Branch ', PayingAdvertiserName: ' X' },
      gives: { buyer: 'Invented Branch ', payer: ' X' },
    },
    'what it is about': { given: { CandidateBallotInformation: 'Question One ' }, gives: { about: 'Question One ' } },
    'nothing it is about': { given: { CandidateBallotInformation: ' ' }, gives: { about: null } },
    'links to pictures lose their query': {
      given: { CreativeUrl: 'https://a.example.test/x?mediaType=mp4;http://b.example.test/y#z' },
      gives: { media: ['https://a.example.test/x', 'http://b.example.test/y'] },
    },
    'a picture at no web address': { given: { CreativeUrl: 'data:text/plain,x' }, gives: { media: [] }, problems: ['bad-link'] },
    'a landing page': {
      given: { CreativeProperties: 'web_view_url:https://a.example.test/p?utm_x=1&access=2#f' },
      gives: { landing: 'https://a.example.test/p' },
    },
    'a name and password in a link are cut': {
      given: { CreativeProperties: 'web_view_url:https://u:p@a.example.test/' },
      gives: { landing: 'https://a.example.test/' },
    },
    'a comma in a link is the link’s': {
      given: { CreativeProperties: 'web_view_url:https://a.example.test/p,q?x=1,source:y' },
      gives: { landing: 'https://a.example.test/p,q' },
    },
    'an app': {
      given: { CreativeProperties: 'ios_app:https://a.example.test/i?x,android_app:https://b.example.test/' },
      gives: { landing: 'https://a.example.test/i' },
    },
    'a deep link into an app': {
      given: { CreativeProperties: 'deep_link_uri:app://x,deep_link_ios_app:https://a.example.test/' },
      gives: { landing: null },
      problems: ['link-not-web'],
    },
    'a script is no link': {
      given: { CreativeProperties: 'web_view_url:javascript:alert(1)' },
      gives: { landing: null },
      problems: ['link-not-web'],
    },
    'a kind of link nobody knows': {
      given: { CreativeProperties: 'telegram:https://a.example.test/' },
      gives: { landing: null },
      problems: ['unknown-link'],
    },
    'a country by its name': { given: { CountryCode: 'ireland' }, gives: { country: 'IE', places_shown: true } },
    'an unknown country': { given: { CountryCode: 'atlantis' }, gives: { country: null, places_shown: true }, problems: ['unknown-value'] },
    'no country': { given: { CountryCode: '' }, gives: { country: null, places_shown: false }, problems: ['places-not-shown'] },
    'no country, though other places': {
      given: { CountryCode: '', 'Postal Codes (Included)': 'bs10 6' },
      gives: { country: null, places_shown: true },
      problems: ['no-country'],
    },
    'an id in capitals is the same id': { given: { ADID: ID.toUpperCase() }, gives: { id: `snapchat:${ID}`, library_id: ID } },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, problems = [] }) => {
    const readings = read(given);
    expect(readings.ad).toMatchObject(gives);
    expect(readings.problems.map(({ code }) => code)).toEqual(problems);
  });
});

describe('rows that are refused', () => {
  const cells = HEADER.map((name) => BASE[name] ?? '');
  it.each([
    ['one cell short', cells.slice(0, -1), 'wrong-width'],
    ['one cell over', [...cells, ''], 'wrong-width'],
    ['a blank line', [''], 'wrong-width'],
    ['no id', ['', ...cells.slice(1)], 'bad-ad-id'],
    ['an id that a spreadsheet spoilt', ['2.6E+63', ...cells.slice(1)], 'bad-ad-id'],
    ['an id of 63 digits', [ID.slice(1), ...cells.slice(1)], 'bad-ad-id'],
  ])('%s', (_, row, code) => {
    const readings = open(HEADER).read(row, 7, 9);
    expect(readings).toMatchObject({ accepted: false, problems: [{ row: 7, line: 9, code, refused: true }] });
  });
});

describe('headers', () => {
  it('names are compared without case and spaces', () => {
    const header = HEADER.map((name) => ` ${name.toUpperCase()} `);
    expect(snapchat.recognises(headed(header))).toBe(true);
    const cells = HEADER.map((name) => BASE[name] ?? '');
    expect(open(header).read(cells, 1, 2)).toEqual(open(HEADER).read(cells, 1, 2));
  });

  it('a missing column is a problem of the file, and an ad is then never none.broad', () => {
    const header = HEADER.filter((name) => name !== 'Segments');
    expect(open(header).problems).toMatchObject([{ row: null, field: 'Segments', code: 'missing-column', refused: false }]);
    expect(observed(read({}, header).observations)).toEqual([]);
  });

  it('an unknown column with a value keeps an ad from being none.broad; without one it does not', () => {
    const header = [...HEADER, 'Mood'];
    expect(observed(read({ Mood: 'cheerful' }, header).observations)).toEqual([]);
    expect(observed(read({ Mood: '' }, header).observations)).toEqual(['none.broad/include: ']);
  });

  it('a column without a name is named by its place', () => {
    expect(open([...HEADER, ' ']).columns.unknown).toEqual([`column ${HEADER.length + 1}`]);
  });

  it.each([
    ['a column twice', [...HEADER, 'spend'], 'duplicate-column'],
    ['no id column', HEADER.filter((name) => name !== 'ADID'), 'missing-column'],
  ])('%s: the file cannot be read', (_, header, code) =>
    expect(snapchat.open(headed(header), factsOf('sample.csv'))).toMatchObject({ code, refused: true, row: null }),
  );

  it('in the oldest header everything is only "used", and no currency is known', () => {
    const header = [...FACT_COLUMNS, ...TARGETING_COLUMNS].filter(({ headers }) => headers !== 'new').map(({ name }) => name);
    const readings = read({ RegionID: 'A', Segments: 'Provided by Advertiser', AgeBracket: '17-' }, header);
    expect(readings.observations.map(({ direction }) => direction)).toEqual(['used', 'used', 'used', 'used']);
    expect(readings.ad.spend).toEqual({ min: 1200, max: 1200, currency: null });
    expect(open(header).problems).toEqual([]);
  });
});
