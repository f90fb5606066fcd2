import { describe, expect, it } from 'vitest';
import { asOfInName } from '../../src/cli/as-of.ts';

describe('the day in a file name', () => {
  it.each([
    ['2019_asof_2020-02-15.csv', '2020-02-15'],
    ['PoliticalAds as-of 20240805.csv', '2024-08-05'],
    ['raw_2023-05-20_38col.csv', '2023-05-20'],
    ['2026-01-01_as_of_2026-02-03.csv', '2026-02-03'],
    ['bundle-2026-01-03.zip/PoliticalAds.csv', '2026-01-03'],
    ['same_2026-01-03_2026-01-03.csv', '2026-01-03'],
    ['PoliticalAds.csv', null],
    ['2019.csv', null],
    ['from_2026-01-01_to_2026-01-31.csv', null],
    ['2026-02-30.csv', null],
    ['id_1202602030.csv', null],
  ])('%s gives %s', (name, day) => {
    expect(asOfInName(name)).toBe(day);
  });
});
