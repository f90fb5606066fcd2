import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Paid } from '../../../src/core/observation.ts';
import type { RowReader, RowReadings } from '../../../src/sources/ad-libraries/contract.ts';
import { google } from '../../../src/sources/ad-libraries/google.ts';
import { CsvReader } from '../../../src/sources/csv.ts';

interface Read {
  readonly reader: RowReader;
  readonly rows: readonly RowReadings[];
  readonly faults: number;
}

function read(bytes: Uint8Array, currency: string | null = null): Read {
  const csv = new CsvReader();
  const [header, ...rest] = [...csv.push(bytes), ...csv.end()];
  if (header?.kind !== 'record') throw new Error('The file has no header.');
  const reader = google.open({ form: 'csv', header: header.cells }, { name: 'x.csv', as_of: '2026-08-03', window: null, currency });
  if (!('read' in reader)) throw new Error(reader.message);
  const rows = rest.flatMap((event, i) => (event.kind === 'record' ? [reader.read(event.cells, i + 1, event.line)] : []));
  return { reader, rows, faults: rest.length - rows.length };
}

const SHARED = new URL('../../../../shared/data/adlibrary/google/', import.meta.url);
const shared = (table: string, currency: string | null = null): Read =>
  read(new Uint8Array(readFileSync(new URL(`google-political-ads-${table}.csv`, SHARED))), currency);

/** The money on the row that begins on this physical line. No cell of these files holds a line break. */
function paidOn({ rows }: Read, line: number): Paid {
  const row = rows[line - 2];
  if (!row?.accepted || row.paid === undefined) throw new Error(`Line ${line} gives no money.`);
  return row.paid;
}

const paid = ({ rows }: Read): Paid[] => rows.flatMap((row) => (row.accepted && row.paid !== undefined ? [row.paid] : []));

describe.skipIf(!existsSync(SHARED))('the shared real Google files of June 2019', () => {
  it.each([
    ['advertiser-stats', 1193, 18, 1193],
    ['advertiser-weekly-spend', 10_830, 16, 10_830],
    ['geo-spend', 500, 15, 500],
    ['top-keywords-history', 42, 16, 0],
  ])('%s: every row is accepted, every column is used or ignored, and nothing is about an ad', (table, count, columns, amounts) => {
    const found = shared(table);
    expect([found.rows.length, found.faults, paid(found).length]).toEqual([count, 0, amounts]);
    expect(found.reader.problems).toEqual([]);
    expect(found.reader.columns.unknown).toEqual([]);
    expect(found.reader.columns.used.length + found.reader.columns.ignored.length).toBe(columns);
    for (const row of found.rows) expect(row).toMatchObject({ accepted: true, ad: null, observations: [], problems: [] });
  });

  it('names keep their quotes and their letters', () => {
    const stats = shared('advertiser-stats');
    expect(paidOn(stats, 75).name).toMatch(/^UAB "[A-Z ]+"$/);
    expect(paidOn(stats, 743).name).toMatch(/^Nacionālā apvienība ".+" - ".+"$/);
  });

  it('one amount is shown in every currency: the asked one is kept', () => {
    expect(paidOn(shared('advertiser-stats'), 20).spend).toEqual({ min: 0, max: 0, currency: 'GBP' });
    expect(paidOn(shared('advertiser-stats', 'INR'), 20).spend).toEqual({ min: 150_000, max: 150_000, currency: 'INR' });
  });

  it('weekly amounts are rounded by themselves, and stand beside the total', () => {
    const weekly = shared('advertiser-weekly-spend');
    expect([paidOn(weekly, 1391).spend.min, paidOn(weekly, 1392).spend.min]).toEqual([315_000, 390_000]);
    expect(paidOn(weekly, 1391)).toMatchObject({ first: '2019-05-12', last: '2019-05-18', place: null });
    expect(paidOn(shared('advertiser-stats'), 121).spend.min).toBe(700_000);
  });

  it('a total says all its regions, and a country’s amount is its own', () => {
    const total = paidOn(shared('advertiser-stats'), 1117);
    expect(total.spend.min).toBe(22_555_000);
    expect(total.place?.split(', ')).toHaveLength(25);
    expect(total.place?.split(', ')).toContain('GB');
    expect(paidOn(shared('geo-spend'), 13)).toMatchObject({ place: 'GB', spend: { min: 1_960_000, max: 1_960_000, currency: 'GBP' } });
  });

  it('EU stands among the regions of 252 advertisers', () => {
    const regions = paid(shared('advertiser-stats')).map(({ place }) => place?.split(', ') ?? []);
    expect(regions.filter((each) => each.includes('EU'))).toHaveLength(252);
  });

  it('one name under two ids is two accounts', () => {
    const stats = shared('advertiser-stats');
    for (const [a, b] of [
      [138, 803],
      [299, 435],
      [681, 700],
    ] as const) {
      const [one, other] = [paidOn(stats, a), paidOn(stats, b)];
      expect(one.name).toBe(other.name);
      expect(one.page_id).not.toBe(other.page_id);
    }
  });

  it('the postal address in an id list goes nowhere', () => {
    const stats = shared('advertiser-stats');
    expect(paidOn(stats, 138).page_id).toMatch(/^AR\d+$/);
    expect(JSON.stringify([stats.reader, stats.rows])).not.toMatch(/PO Box|FEC ID/i);
  });
});

const FOLDER = new URL('./google/', import.meta.url);

/** Built from the library's README: no real file of these forms is at hand. */
describe('the built samples', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.csv')))('%s gives exactly the readings beside it', (name) => {
    const { reader, rows, faults } = read(new Uint8Array(readFileSync(new URL(name, FOLDER))));
    const { columns, problems } = reader;
    const beside = JSON.parse(readFileSync(new URL(name.replace('.csv', '.readings.json'), FOLDER), 'utf8'));
    expect(faults).toBe(0);
    expect({ columns, problems, rows }).toEqual(beside);
  });
});

interface Generator {
  creativeRows(options: { rows: number; seed: number }): Generator & Iterable<string>;
}

describe('the generated creative-stats file', async () => {
  const { creativeRows } = (await import(new URL('../../bench/google-creatives.mjs', import.meta.url).href)) as Generator;
  const made = (rows: number, seed: number): string => [...creativeRows({ rows, seed })].join('');
  const text = made(1000, 7);
  const found = read(new TextEncoder().encode(text));
  const ads = found.rows.flatMap((row) => (row.accepted && row.ad !== null ? [row.ad] : []));

  it('is the same for the same seed, to the byte', () => {
    expect(createHash('sha256').update(text).digest('hex')).toBe('5dc1a8fec2927678db57daeb6da2f96020a8a0fc5a9acdd6036861fb44bd61f6');
    expect(made(1000, 8)).not.toBe(text);
  });

  it('is read whole, with no fault, and with no problem but places that are not shown', () => {
    expect([ads.length, found.faults, found.reader.problems, found.reader.columns.unknown]).toEqual([1000, 0, [], []]);
    const codes = new Set(found.rows.flatMap(({ problems }) => problems.map(({ code }) => code)));
    expect([...codes]).toEqual(['places-not-shown']);
  });

  it('has the shapes of the real file', () => {
    expect(found.reader.columns.used.length + found.reader.columns.ignored.length).toBe(59);
    expect(new TextEncoder().encode(text).length / 1000).toBeGreaterThan(500);
    expect(new TextEncoder().encode(text).length / 1000).toBeLessThan(700);
    expect(new Set(ads.map(({ id }) => id)).size).toBe(1000);
    for (const { library_id, page_id } of ads) expect([library_id, page_id].join()).toMatch(/^CR\d{20},AR\d{20}$/);
    const names = ads.map(({ buyer }) => buyer).join('\n');
    for (const shape of [/"/, /,/, /\p{Script=Devanagari}/u, /\p{Script=Han}/u, /\p{Script=Hebrew}/u]) expect(names).toMatch(shape);
    expect(text).toMatch(/\d+k–\d+k/);
    const places = found.rows.flatMap((row) => (row.accepted ? row.observations : [])).map(({ values }) => values.length);
    expect(Math.max(...places)).toBeGreaterThan(100);
    expect(Math.min(...places)).toBe(1);
    const used = new Set(found.rows.flatMap((row) => (row.accepted ? row.observations : [])).map(({ criterion }) => criterion));
    expect([...used].sort()).toEqual([
      'demo.age',
      'demo.gender',
      'geo.city',
      'geo.country',
      'geo.postcode',
      'geo.region',
      'geo.unspecified',
    ]);
  });

  it('begins the same however long it is, and comes in pieces', () => {
    expect(text.startsWith(made(100, 7))).toBe(true);
    expect([...creativeRows({ rows: 1000, seed: 7 })].length).toBeGreaterThan(5);
  });
});
