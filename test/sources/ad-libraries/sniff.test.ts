import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/sources/ad-libraries/index.ts';
import { describeUnknown } from '../../../src/sources/ad-libraries/sniff.ts';
import { firstRecordOf } from '../../../src/sources/first-record.ts';
import { sharedBytes, sharedExists } from './read-library.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that no library recognises', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'The file is empty'],
    ['only a byte order mark', encode('\uFEFF'), 'The file is empty'],
    ['blank lines', encode('\n \r\n'), 'only blank space'],
    ['a web page', encode('<!doctype html><title>Error</title>'), 'web page'],
    ['JSON', encode('{"a": 1}'), 'looks like JSON, and its first record is neither'],
    ['JSON that breaks off', encode('[{"id":"1'), 'looks like JSON'],
    ['gzip that could not be unpacked', Uint8Array.of(0x1f, 0x8b, 8, 0), 'is an archive inside an archive'],
    ['a zip in a zip', encode('PK\u0003\u0004...'), 'is an archive inside an archive'],
    ['a part of a zip in several', encode('PK\u0007\u0008...'), 'is an archive inside an archive'],
    ['an empty zip', encode('PK\u0005\u0006...'), 'is an empty zip'],
    ['a PDF', encode('%PDF-1.7'), 'is a PDF'],
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'is UTF-16'],
    ['UTF-16 without its mark', Uint8Array.of(0x41, 0, 0x44, 0), 'seems to be UTF-16'],
    ['bytes that are no text', Uint8Array.of(1, 2, 3, 0, 0, 0), 'not text'],
    [
      'a Meta report without its payers',
      encode('\uFEFFPage ID,Page name,Amount spent (GBP),Number of ads in Library\n'),
      'looks like a Meta Ad Library Report, but its header has no column “Disclaimer”',
    ],
    [
      'Snapchat without its first columns',
      encode('OrganizationName,PayingAdvertiserName,Spend\n'),
      'looks like Snapchat’s PoliticalAds.csv, but its header has no column “ADID” and “CreativeUrl”',
    ],
    [
      'an audience table without exclusions',
      encode('ds,value,num_ads,total_spend_pct,type,custom_audience_type\n'),
      'a table of Meta’s audience tab, but its header has no column “is_exclusion”',
    ],
    ['a Google table under other names', encode('Ad_ID,Advertiser_Name,Amount\n'), 'a table of Google’s political ads bundle, but'],
    [
      'a summary by party',
      encode('Window,Country,Currency,Party,Total_Spend,Target,Spend,Percent_of_Total\n'),
      'which somebody worked out. It is no ad library’s own file',
    ],
    [
      'the description of Google’s bundle',
      encode('google-political-ads-creative-stats.csv\n\nThis file contains words.\n'),
      'the description that comes with Google’s political ads bundle',
    ],
    ['columns parted by semicolons', encode('ADID;CreativeUrl;Spend\n'), 'not parted by commas'],
    ['columns parted by tabs', encode('ADID\tCreativeUrl\tSpend\n'), 'not parted by commas'],
    ['a table nobody knows', encode('a,b,c,d,e,f\n1,2\n'), 'a CSV of 6 columns that begin a, b, c, d, e:'],
    ['plain text', encode('Dear all,\n'), 'no ad library that is known'],
    ['one word', encode('hello'), 'no header of a CSV'],
    ['a broken header', encode('"a,b\n'), 'cannot be read as the header'],
  ])('%s', (_, head, says) => {
    const words = describeUnknown(head);
    expect(words).toContain(says);
    expect(words).toContain('This version reads the political ad libraries of Google');
    for (const name of ['Ad Library API', 'Ad Library Report', 'audience tab', 'Snapchat']) expect(words).toContain(name);
  });

  it.each([
    ['meta_targeting/GB_GE2024_party_targeting_summary.csv', 'which somebody worked out'],
    ['google/README.txt', 'the description that comes with Google’s political ads bundle'],
    ['README.md', 'no header of a CSV'],
  ])('the shared real file %s is refused with a reason', (name, says) => {
    if (!sharedExists(name)) return;
    const head = sharedBytes(name).subarray(0, 4096);
    expect(describeUnknown(head)).toContain(says);
    const first = firstRecordOf(head, true);
    expect(first === null ? null : recognise(first)).toBeNull();
  });

  it.each([
    ['meta_report/FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv', 'meta-report'],
    ['meta_report/FacebookAdLibraryReport_2025-07-12_BE_last_30_days_locations.csv', 'meta-report'],
    ['meta_targeting/GBP_pages_in_US_2024-12-18.get_targeting_shape.csv', 'meta-audience'],
    ['meta_api/lejo1_ads_archive_example.json', 'meta-api'],
    ['google/google-political-ads-advertiser-stats.csv', 'google'],
    ['google/google-political-ads-geo-spend.csv', 'google'],
    ['google/google-political-ads-top-keywords-history.csv', 'google'],
    ['snapchat/2024_asof_2024-08-05.csv', 'snapchat'],
  ])('the shared real file %s is known as %s', (name, id) => {
    if (!sharedExists(name)) return;
    const first = firstRecordOf(sharedBytes(name).subarray(0, 16_384), false);
    expect(first === null ? null : recognise(first)?.id).toBe(id);
  });
});
