import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RowReadings } from '../../../src/sources/ad-libraries/contract.ts';
import { metaApi } from '../../../src/sources/ad-libraries/meta-api.ts';
import { firstRecordOf } from '../../../src/sources/first-record.ts';
import { JsonRecords } from '../../../src/sources/json-records.ts';
import { sharedBytes, sharedExists } from './read-library.ts';

function read(bytes: Uint8Array) {
  const first = firstRecordOf(bytes, true);
  const reader = first === null ? null : metaApi.open(first, { name: 'x', as_of: '2026-05-15', window: null, currency: null });
  if (reader === null || !('read' in reader)) throw new Error('The file was not recognised.');
  const records = new JsonRecords();
  const events = [...records.push(bytes), ...records.end()];
  const rows = events.flatMap((event, i): RowReadings[] => (event.kind === 'record' ? [reader.read(event.cells, i + 1, event.line)] : []));
  return { reader, rows, faults: events.length - rows.length };
}

describe('the invented samples', () => {
  const folder = new URL('./meta-api/', import.meta.url);
  const samples = readdirSync(folder).filter((name) => !name.endsWith('.readings.json'));

  it.each(samples)('%s gives exactly the readings beside it', (name) => {
    const { reader, rows, faults } = read(new Uint8Array(readFileSync(new URL(name, folder))));
    const { columns, problems } = reader;
    const beside = JSON.parse(readFileSync(new URL(name.replace(/\.(?:nd)?json$/, '.readings.json'), folder), 'utf8'));
    expect({ columns, problems, rows }).toEqual(beside);
    expect(faults).toBe(0);
  });

  it('an ad that stands on two pages has one id and the same readings', () => {
    const { rows } = read(new Uint8Array(readFileSync(new URL('pages.ndjson', folder))));
    expect(rows).toHaveLength(4);
    const [, second, third] = rows;
    expect(second).toEqual(third);
  });
});

describe('the shared real files', () => {
  const file = 'meta_api/lejo1_ads_archive_example.json';
  it.skipIf(!sharedExists(file))('the example of the API has its money, its impressions and its delivery, and no observation', () => {
    const { reader, rows, faults } = read(sharedBytes(file));
    expect([rows.length, faults]).toEqual([1, 0]);
    const [row] = rows;
    if (!row?.accepted) throw new Error('The record was refused.');
    expect(row.ad).toMatchObject({
      id: 'meta:679808276335343',
      page_id: '6756153498',
      spend: { min: 30_000, max: 39_900, currency: 'USD' },
      impressions: { min: 10_000, max: 14_999 },
      start: '2021-12-08T00:00:00Z',
      end: '2021-12-20T00:00:00Z',
      places_shown: false,
    });
    expect(row.observations).toEqual([]);
    expect(row.problems.map(({ code }) => code)).toEqual(['targeting-not-given']);
    expect(reader.columns.used.length + reader.columns.ignored.length).toBe(17);
  });
});
