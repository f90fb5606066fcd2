import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AD_LIBRARIES, adLibrary } from '../../src/sources/ad-libraries/index.ts';

const FOLDER = new URL('../../src/sources/ad-libraries/', import.meta.url);
/** Files of the folder that are no library: what all share, and the parts of one library. */
const NOT_LIBRARIES = new Set([
  'contract.ts',
  'countries.ts',
  'index.ts',
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
    expect(adLibrary('meta-report')).toBeNull();
  });
});
