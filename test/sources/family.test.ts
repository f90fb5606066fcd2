import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AD_LIBRARIES as PLATFORM_LIBRARIES } from '../../src/core/platforms.ts';
import { AD_LIBRARIES, adLibrary } from '../../src/sources/ad-libraries/index.ts';

const FOLDER = new URL('../../src/sources/ad-libraries/', import.meta.url);
/** Files of the folder that are no library: what all share, and the parts of one library. */
const NOT_LIBRARIES = new Set([
  'cells.ts',
  'contract.ts',
  'countries.ts',
  'csv-header.ts',
  'google-cities.ts',
  'google-creative-columns.ts',
  'google-creatives.ts',
  'google-member.ts',
  'google-memo.ts',
  'google-money.ts',
  'google-places.ts',
  'google-spend.ts',
  'google-tables.ts',
  'google-targeting.ts',
  'google-values.ts',
  'index.ts',
  'meta-api-errors.ts',
  'meta-api-facts.ts',
  'meta-api-fields.ts',
  'meta-api-record.ts',
  'meta-api-targeting.ts',
  'meta-audience-cells.ts',
  'meta-audience-columns.ts',
  'meta-audience-country.ts',
  'meta-audience-detail.ts',
  'meta-audience-json.ts',
  'meta-audience-observe.ts',
  'meta-audience-page.ts',
  'meta-audience-use.ts',
  'meta-audience-window.ts',
  'meta-places.ts',
  'meta-report-cells.ts',
  'meta-report-name.ts',
  'ordinary.ts',
  'snapchat-columns.ts',
  'snapchat-facts.ts',
  'snapchat-targeting.ts',
  'snapchat-values.ts',
  'sniff.ts',
]);

describe('the ad libraries', () => {
  const ids = AD_LIBRARIES.map(({ id }) => id);

  it('each file of the folder is listed, and each listed library has its file', () => {
    const files = readdirSync(FOLDER).filter((name) => !NOT_LIBRARIES.has(name));
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`));
  });

  it('every file that is left out of the comparison exists', () => {
    expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining([...NOT_LIBRARIES]));
  });

  it('stand in alphabetical order, once each', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('are found by their id', () => {
    for (const library of AD_LIBRARIES) expect(adLibrary(library.id)).toBe(library);
  });

  it('are those that the vocabulary of platforms names, each of the same platform', () => {
    const named = PLATFORM_LIBRARIES.map((library) => [library.id, library.platform]);
    expect(AD_LIBRARIES.map((library) => [library.id, library.platform])).toEqual(named);
  });
});
