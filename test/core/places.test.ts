/** The order of fineness of places, and UK postcodes. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERIA, type Criterion, type CriterionId } from '../../src/core/criteria.ts';
import { isNarrowerThanCountry, type PlaceDetail, placeRank, postcodeGranularity } from '../../src/core/places.ts';

const criteria: readonly Criterion[] = CRITERIA;

describe('placeRank', () => {
  const cases: readonly (readonly [string, CriterionId, PlaceDetail, number | null])[] = [
    ['a country', 'geo.country', {}, 0],
    ['a region', 'geo.region', {}, 1],
    ['a constituency', 'geo.constituency', {}, 2],
    ['a borough', 'geo.borough', {}, 2],
    ['a city', 'geo.city', {}, 2],
    ['a neighbourhood', 'geo.neighbourhood', {}, 3],
    ['a postcode district', 'geo.postcode', { granularity: 'district' }, 3],
    ['a postcode sector', 'geo.postcode', { granularity: 'sector' }, 4],
    ['a full postcode', 'geo.postcode', { granularity: 'unit' }, 5],
    ['a postcode of no known kind', 'geo.postcode', { granularity: null }, null],
    ['a postcode with no detail', 'geo.postcode', {}, null],
    ['a circle of 80 km', 'geo.radius', { radius_km: 80 }, 2],
    ['a circle of 10 km', 'geo.radius', { radius_km: 10 }, 2],
    ['a circle just under 10 km', 'geo.radius', { radius_km: 9.99 }, 3],
    ['a circle of 2 km', 'geo.radius', { radius_km: 2 }, 3],
    ['a circle just under 2 km', 'geo.radius', { radius_km: 1.99 }, 5],
    ['a circle of no size', 'geo.radius', { radius_km: 0 }, 5],
    ['a circle of less than nothing', 'geo.radius', { radius_km: -1 }, null],
    ['a circle whose size is no number', 'geo.radius', { radius_km: Number.NaN }, null],
    ['a circle of unknown size', 'geo.radius', {}, null],
    ['a kind of place', 'geo.place-category', {}, null],
    ['a relation to a place', 'geo.relation', {}, null],
    ['a place, kind not shown', 'geo.unspecified', {}, null],
    ['no place at all', 'interest', { granularity: 'unit', radius_km: 1 }, null],
  ];

  it.each(cases)('%s', (_, criterion, detail, rank) => {
    expect(placeRank(criterion, detail)).toBe(rank);
  });

  it('never calls a smaller circle coarser', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }), (a, b) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        expect(placeRank('geo.radius', { radius_km: small })).toBeGreaterThanOrEqual(placeRank('geo.radius', { radius_km: large }) ?? 0);
      }),
      { seed: 43 },
    );
  });

  it('ranks nothing but places, and agrees on what is narrower than a country', () => {
    const detail: PlaceDetail = { granularity: 'sector', radius_km: 5 };
    for (const { id, family } of criteria) {
      const rank = placeRank(id, detail);
      if (family !== 'place') expect(rank, id).toBeNull();
      expect(isNarrowerThanCountry(id), id).toBe(rank !== null && rank > 0);
    }
  });
});

describe('postcodeGranularity', () => {
  const cases: readonly (readonly [string, string, ReturnType<typeof postcodeGranularity>])[] = [
    ['a district', 'ip14', 'district'],
    ['a district of one letter and one digit', 'M1', 'district'],
    ['a lettered district of central London', 'EC1V', 'district'],
    ['another, of one area letter', 'w1a', 'district'],
    ['a sector', 'bs10 6', 'sector'],
    ['a sector of central London', 'SW1A 2', 'sector'],
    ['a full postcode', 'BS10 6QR', 'unit'],
    ['a full postcode without its space', 'bs106qr', 'unit'],
    ['spaces around and inside', '  bs10   6qr ', 'unit'],
    ['Northern Ireland', 'bt7 1', 'sector'],
    ['digits that could be a sector of another district', 'bs16', 'district'],
    ['a sector without its space', 'bs106', null],
    ['a Canadian code', 'k1a', null],
    ['a Canadian code in an area of Manchester', 'm5v', null],
    ['an American code', '90210', null],
    ['an area alone', 'bs', null],
    ['an area that does not exist', 'ZZ1', null],
    ['a letter that no unit has', 'BS10 6QC', null],
    ['half a unit', 'BS10 6Q', null],
    ['two postcodes', 'bs10,bs11', null],
    ['a hyphen for the space', 'bs10-6', null],
    ['words', 'somewhere', null],
    ['nothing', '', null],
    ['a very long text', `bs10${' '.repeat(100_000)}6`, null],
  ];

  it.each(cases)('%s', (_, text, expected) => {
    expect(postcodeGranularity(text)).toBe(expected);
  });

  it('takes no notice of case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,2}\d{1,2}[A-Za-z]? ?\d?[A-Za-z]{0,2}$/), (text) => {
        expect(postcodeGranularity(text.toLowerCase())).toBe(postcodeGranularity(text.toUpperCase()));
      }),
      { seed: 43 },
    );
  });

  const file = new URL('../../../shared/data/adlibrary/snapchat/2019_asof_2020-02-15.csv', import.meta.url);
  it.skipIf(!existsSync(file))('reads the shared real file of Snapchat ads of 2019: every UK postcode, and none of another country', () => {
    const [header = [], ...rows] = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map(cells);
    const country = header.indexOf('CountryCode');
    const columns = header.flatMap((name, index) => (/postal code/i.test(name) ? [index] : []));
    const seen = { uk: new Set<string | null>(), elsewhere: new Set<string | null>() };
    for (const row of rows) {
      const kinds = row[country] === 'united kingdom' ? seen.uk : seen.elsewhere;
      const codes = columns.flatMap((index) => (row[index] ?? '').split(',').filter((code) => code !== ''));
      for (const code of codes) kinds.add(postcodeGranularity(code));
    }
    expect(seen.uk).toEqual(new Set(['district', 'sector']));
    expect(seen.elsewhere).toEqual(new Set([null]));
  });
});

/** The cells of one line; no cell of the file holds a line break. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? '');
}
