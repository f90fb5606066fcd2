import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ages, audience, type Cells, codes, detailed, HEADER, inWords, place, readPage, readRows, rowsOf } from './read-audience.ts';

describe('rows', () => {
  const table: Record<string, { given: Cells[]; gives: string[]; problems?: string[] }> = {
    'a row with no ads is no use': { given: [place('CITY', 'A', { num_ads: '0' })], gives: [] },
    'a use with no share of the spend is one': {
      given: [place('CITY', 'A', { total_spend_pct: '0.0' })],
      gives: ['geo.city/include location CITY 2-2: A'],
    },
    'the women are a choice; all, and men with no ads, are none': {
      given: [
        { type: 'gender', value: 'All', num_ads: '27' },
        { type: 'gender', value: 'Women', num_ads: '23' },
        { type: 'gender', value: 'Men', num_ads: '0' },
      ],
      gives: ['demo.gender/include gender 23-23: Women'],
    },
    'a language': { given: [{ type: 'language', value: 'Welsh', num_ads: '3' }], gives: ['demo.language/include language 3-3: Welsh'] },
    'a lookalike, in and out': {
      given: [
        { type: 'lookalike_audience', value: 'Lookalike Audience', num_ads: '9', is_exclusion: 'False' },
        { type: 'lookalike_audience', value: 'Lookalike Audience', num_ads: '4', is_exclusion: 'True' },
      ],
      gives: [
        'lookalike/exclude lookalike_audience 4-4: Lookalike Audience',
        'lookalike/include lookalike_audience 9-9: Lookalike Audience',
      ],
    },
    'three kinds of detailed targeting; one label of two kinds is two things, and one that stands twice is kept twice': {
      given: [
        detailed('INTERESTS', 'Press'),
        detailed('DEMOGRAPHICS', 'Press'),
        detailed('DEMOGRAPHICS', 'Press'),
        detailed('BEHAVIORS', 'Travel '),
        detailed('INTERESTS', 'Press', { is_exclusion: 'True' }),
      ],
      gives: [
        'behaviour/include detailed BEHAVIORS 2-2: Travel',
        'demo.unspecified/include detailed DEMOGRAPHICS 2-4: Press | Press',
        'interest/exclude detailed INTERESTS 2-2: Press',
        'interest/include detailed INTERESTS 2-2: Press',
      ],
    },
    'kinds of place are told apart in any case, and by field where they are one criterion': {
      given: [
        place('regions', 'A'),
        place('GEO_MARKETS', 'B'),
        place('town', 'C'),
        place('NEIGHBORHOOD', 'D'),
        place('multi_city', 'E: All'),
      ],
      gives: [
        'geo.city/include location multi_city 2-2: E: All',
        'geo.city/include location town 2-2: C',
        'geo.neighbourhood/include location NEIGHBORHOOD 2-2: D',
        'geo.region/include location GEO_MARKETS 2-2: B',
        'geo.region/include location regions 2-2: A',
      ],
    },
    'a cluster is one place of a kind not shown': {
      given: [place('location_cluster_ids', 'United States: 3,769 ZIP codes')],
      gives: ['geo.unspecified/include location location_cluster_ids 2-2: United States: 3,769 ZIP codes'],
    },
    'no more ads than there were': {
      given: [place('CITY', 'A', { num_ads: '40' }), place('CITY', 'B', { num_ads: '30' })],
      gives: ['geo.city/include location CITY 40-50: A | B'],
    },
    'a place of a kind not shown is a problem': { given: [place('Unknown', 'Unknown')], gives: [], problems: ['kind-not-shown'] },
    'a place without a kind is one too': { given: [place('', 'A')], gives: [], problems: ['kind-not-shown'] },
    'a kind of place that nobody knows is another problem': { given: [place('MOON_BASE', 'A')], gives: [], problems: ['unknown-value'] },
    'so is a type': { given: [{ type: 'shoe_size', value: '9', num_ads: '1' }], gives: [], problems: ['unknown-value'] },
    'so is a kind of detailed targeting': { given: [detailed('HOBBIES', 'A')], gives: [], problems: ['unknown-value'] },
    'so is a gender': { given: [{ type: 'gender', value: 'Gentry', num_ads: '1' }], gives: [], problems: ['unknown-value'] },
    'so is an age': { given: [{ type: 'age', value: '18-24', num_ads: '1' }], gives: [], problems: ['unknown-value'] },
    'an age that was left out is another': {
      given: [{ type: 'age', value: '18', num_ads: '1', is_exclusion: 'True' }],
      gives: [],
      problems: ['unknown-value'],
    },
    'no word on in or out is "used"': { given: [place('CITY', 'A', { is_exclusion: '' })], gives: ['geo.city/used location CITY 2-2: A'] },
    'a word that is neither in nor out is "used", and a problem': {
      given: [place('CITY', 'A', { is_exclusion: 'perhaps' })],
      gives: ['geo.city/used location CITY 2-2: A'],
      problems: ['unknown-value'],
    },
    'a share that is none is left out': {
      given: [place('CITY', 'A', { total_spend_pct: '2' })],
      gives: ['geo.city/include location CITY 2-2: A'],
      problems: ['bad-share'],
    },
    'a number of hidden places that is none is left out': {
      given: [place('CITY', 'A', { num_obfuscated: 'some' })],
      gives: ['geo.city/include location CITY 2-2: A'],
      problems: ['not-a-number'],
    },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, problems = [] }) => {
    const readings = readPage(given);
    expect(readings).toMatchObject({ accepted: given.length, refused: 0 });
    expect(readings.observations.map(inWords)).toEqual(gives);
    expect(codes(readings)).toEqual(problems);
  });

  it('are refused one by one', () => {
    const good = place('CITY', 'A');
    const readings = readPage([
      good,
      { ...good, num_ads: 'few' },
      { ...good, num_ads: '51' },
      { ...good, num_ads: '' },
      place('CITY', 'B'),
    ]);
    expect(readings).toMatchObject({ accepted: 2, refused: 3 });
    expect(readings.problems.map(({ row, code, refused }) => [row, code, refused])).toEqual([
      [2, 'not-a-number', true],
      [3, 'more-than-total', true],
      [4, 'not-a-number', true],
    ]);
    expect(readings.observations.map(inWords)).toEqual(['geo.city/include location CITY 2-4: A | B']);
  });

  it('with too few cells are refused, and the page is read', () => {
    const [first, second] = rowsOf([place('CITY', 'A'), place('CITY', 'B')]);
    if (first === undefined || second === undefined) throw new Error('No rows.');
    const short = { ...second, cells: second.cells.slice(0, -1) };
    const [group] = readRows(HEADER, [first, short], 30).groups;
    expect(group).toMatchObject({ accepted: 1, refused: 1, problems: [{ code: 'wrong-width', row: 2, refused: true }] });
  });

  it('alone give what a group of one gives', () => {
    const { reader } = readRows(HEADER, [], 30);
    for (const row of rowsOf([place('CITY', 'A'), { page_id: 'x' }, place('Unknown', 'B'), {}])) {
      const [group] = readRows(HEADER, [row], 30).groups;
      const alone = reader.read(row.cells, row.row, row.line);
      expect(alone.accepted ? alone.observations : []).toEqual(group?.observations);
      expect(alone.problems).toEqual(group?.problems);
      expect(alone.accepted).toBe(group?.accepted === 1);
    }
  });

  it('in any order give the same', () => {
    const all = [
      ...ages((age) => (age < 18 ? [0, 0] : age < 30 ? [20, 0.4] : [50, 1])),
      place('CITY', 'A'),
      place('zips', 'LS1, United Kingdom', { num_obfuscated: '2' }),
      detailed('INTERESTS', 'B'),
      detailed('INTERESTS', 'C'),
      audience('HAS_CA_INCLUSION', 9, '0.5'),
      audience('HAS_DFCA_INCLUSION', 4, '0.2'),
    ];
    const { ad, observations } = readPage(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(readPage(order)).toMatchObject({ ad, observations });
      }),
      { seed: 20_260_515, numRuns: 20 },
    );
  });
});

it('every observation of a page is one of its criterion, direction and field, and its bounds are in order', () => {
  const some = fc.record({
    kind: fc.constantFrom('CITY', 'TOWN', 'zips', 'regions', 'countries'),
    num_ads: fc.integer({ min: 0, max: 50 }),
    pct: fc.double({ min: 0, max: 1, noNaN: true }),
    out: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (drawn) => {
      const { observations, ad } = readPage([
        {},
        ...drawn.map(({ kind, num_ads, pct, out }, i) =>
          place(kind, `P${i}`, { num_ads: String(num_ads), total_spend_pct: String(pct), is_exclusion: out ? 'True' : 'False' }),
        ),
      ]);
      expect(new Set(observations.map(({ criterion, direction, field }) => `${criterion}|${direction}|${field}`)).size).toBe(
        observations.length,
      );
      expect(observations.flatMap(({ values }) => values)).toHaveLength(drawn.filter(({ num_ads }) => num_ads > 0).length);
      for (const { part } of observations) {
        expect(part?.ads.min).toBeGreaterThan(0);
        expect(part?.ads.max).toBeGreaterThanOrEqual(part?.ads.min ?? 0);
        expect(part?.ads.max).toBeLessThanOrEqual(ad?.ads.max ?? 0);
        expect(part?.spend?.min).toBeLessThanOrEqual(part?.spend?.max ?? 0);
        expect(part?.spend?.max).toBeLessThanOrEqual(ad?.spend?.max ?? 0);
      }
    }),
    { seed: 20_260_515, numRuns: 60 },
  );
});
