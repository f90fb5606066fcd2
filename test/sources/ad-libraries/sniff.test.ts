import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/sources/ad-libraries/index.ts';
import { describeUnknown } from '../../../src/sources/ad-libraries/sniff.ts';
import { cellsOf, sharedBytes, sharedExists } from './read-library.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that no library recognises', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'The file is empty'],
    ['only a byte order mark', encode('\uFEFF'), 'The file is empty'],
    ['blank lines', encode('\n \r\n'), 'only blank space'],
    ['a web page', encode('<!doctype html><title>Error</title>'), 'web page'],
    ['JSON', encode('{"a": 1}'), 'looks like JSON.'],
    ['an answer of Meta’s API', encode('{"data":[{"id":"1","page_id":"2"}]}'), 'Meta’s Ad Library API'],
    ['Meta’s audience tab as JSON', encode('{"data":{"page":{"ad_library_page_targeting_insight":{}}}}'), 'audience tab'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'is gzip'],
    ['a zip', encode('PK\u0003\u0004...'), 'is a zip'],
    ['a PDF', encode('%PDF-1.7'), 'is a PDF'],
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'is UTF-16'],
    ['UTF-16 without its mark', Uint8Array.of(0x41, 0, 0x44, 0), 'seems to be UTF-16'],
    ['bytes that are no text', Uint8Array.of(1, 2, 3, 0, 0, 0), 'not text'],
    [
      'a Meta report',
      encode('\uFEFFPage ID,Page name,Disclaimer,Amount spent (GBP),Number of ads in Library\n'),
      'a Meta Ad Library Report,',
    ],
    ['a Meta report of places', encode('Location name,Amount spent (EUR)\n'), 'Report of places'],
    ['a Meta audience table', encode('ds,value,num_ads,total_spend_pct,type,is_exclusion,custom_audience_type\n'), 'a Meta audience table'],
    ['a Google table', encode('Advertiser_ID,Advertiser_Name,Spend_USD\n'), 'Google’s political ads bundle'],
    ['a table nobody knows', encode('a,b,c,d,e,f\n1,2\n'), 'a CSV of 6 columns that begin a, b, c, d, e:'],
    ['plain text', encode('Dear all,\n'), 'no ad library that is known'],
    ['one word', encode('hello'), 'no header of a CSV'],
    ['a broken header', encode('"a,b\n'), 'cannot be read as the header'],
  ])('%s', (_, head, says) => {
    const words = describeUnknown(head);
    expect(words).toContain(says);
    expect(words).toContain('This version reads Snapchat');
  });

  it.each([
    ['meta_targeting/GB_GE2024_party_targeting_summary.csv', 'no ad library that is known'],
    ['meta_report/FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv', 'a Meta Ad Library Report,'],
    ['meta_report/GD_2025-07-05-last_30_days.zip', 'is a zip'],
    ['meta_targeting/GBP_pages_in_US_2024-12-18.get_targeting_shape.csv', 'a Meta audience table'],
    ['meta_targeting/US_last_90_days_2024-12-18.get_targeting_shape.csv.gz', 'is gzip'],
    ['meta_api/lejo1_ads_archive_example.json', 'Ad Library API'],
    ['google/google-political-ads-advertiser-stats.csv', 'Google’s political ads bundle'],
    ['google/google-political-ads-geo-spend.csv', 'Google’s political ads bundle'],
    ['google/google-political-ads-top-keywords-history.csv', 'Google’s political ads bundle'],
  ])('the shared real file %s', (name, says) => {
    if (!sharedExists(name)) return;
    const head = sharedBytes(name).subarray(0, 4096);
    expect(describeUnknown(head)).toContain(says);
    expect(recognise(cellsOf(head)[0] ?? [])).toBeNull();
  });
});
