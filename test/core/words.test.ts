import { describe, expect, it } from 'vitest';
import {
  amountWords,
  betweenWords,
  capitalised,
  countWords,
  dayWords,
  fromToWords,
  listWords,
  platformName,
  quoteWords,
} from '../../src/core/words.ts';

const WRITTEN: Readonly<Record<string, readonly [string, string]>> = {
  'a day': [dayWords('2026-05-03'), '3 May 2026'],
  'one day between': [betweenWords('2026-05-03', '2026-05-03'), 'on 3 May 2026'],
  'days of one month': [betweenWords('2026-05-03', '2026-05-09'), 'between 3 and 9 May 2026'],
  'days of two months': [betweenWords('2026-04-28', '2026-05-03'), 'between 28 April and 3 May 2026'],
  'days of two years': [betweenWords('2025-12-30', '2026-01-02'), 'between 30 December 2025 and 2 January 2026'],
  'days from and to': [fromToWords('2026-05-03', '2026-05-09'), 'from 3 to 9 May 2026'],
  'days without an end': [fromToWords('2026-05-03', null), 'from 3 May 2026'],
  'a range of pounds': [amountWords({ min: 125_000, max: 150_000, currency: 'GBP' }), 'GBP 1,250 to 1,500'],
  'a range from nothing': [amountWords({ min: 0, max: 10_000, currency: 'GBP' }), 'GBP 0 to 100'],
  'one amount with pence': [amountWords({ min: 1_205, max: 1_205, currency: 'GBP' }), 'GBP 12.05'],
  'an open top': [amountWords({ min: 100_000_000, max: null, currency: 'GBP' }), 'GBP 1,000,000 or more'],
  'an amount without a currency': [amountWords({ min: 100, max: 200, currency: null }), '1 to 2 (currency not given)'],
  'one advert': [countWords(1, 'advert', 'adverts'), '1 advert'],
  'many adverts': [countWords(12_345, 'advert', 'adverts'), '12,345 adverts'],
  'no items': [listWords([]), ''],
  'one item': [listWords(['a']), 'a'],
  'three items': [listWords(['a', 'b', 'c']), 'a, b and c'],
  'a known platform': [platformName('snapchat'), 'Snapchat'],
  'a platform not read': [platformName('tiktok'), 'tiktok'],
  'a sentence': [capitalised('the library'), 'The library'],
  'a quote on one line': [quoteWords(' We  use\nlists. '), '“We use lists.”'],
};

describe('words for people', () => {
  for (const [name, [written, expected]] of Object.entries(WRITTEN)) it(`write ${name}`, () => expect(written).toBe(expected));

  it('cut a long quote between words, and show it', () => {
    const written = quoteWords('word '.repeat(100));
    expect(written).toMatch(/^“(word )+…”$/);
    expect(written.length).toBeLessThan(290);
  });
});
