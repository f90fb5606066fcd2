import { describe, expect, it } from 'vitest';
import { countryCode } from '../../../src/sources/ad-libraries/countries.ts';

/** Regions of CLDR that are no country of their own in ISO 3166-1: groups, islands counted with a state, codes for testing. */
const NOT_COUNTRIES = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

describe('country names', () => {
  it.each([
    ['united kingdom', 'GB'],
    ['United Kingdom ', 'GB'],
    ['united states', 'US'],
    ['czech republic', 'CZ'],
    ['puerto rico', 'PR'],
    ['united arab emirates', 'AE'],
    ['Côte d’Ivoire', 'CI'],
    ['The Gambia', 'GM'],
    ['congo, democratic republic of the', 'CD'],
    ['St. Vincent & the Grenadines', 'VC'],
    ['atlantis', null],
    ['', null],
    ['constructor', null],
  ])('%s is %s', (name, code) => expect(countryCode(name)).toBe(code));

  it('every country that Unicode names in English is known', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !NOT_COUNTRIES.has(code));
    const known = codes.flatMap((code) => names.of(code) ?? []);
    expect(known.length).toBeGreaterThan(240);
    expect(known.filter((name) => countryCode(name) === null)).toEqual([]);
  });

  it('a country has one code', () => {
    expect(countryCode('south korea')).toBe('KR');
    expect(countryCode('north korea')).toBe('KP');
    expect(countryCode('guinea')).toBe('GN');
    expect(countryCode('guinea-bissau')).toBe('GW');
    expect(countryCode('dominica')).toBe('DM');
    expect(countryCode('niger')).toBe('NE');
    expect(countryCode('nigeria')).toBe('NG');
  });
});
