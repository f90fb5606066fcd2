import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCriterionId } from '../../src/core/criteria.ts';
import { adLibrary } from '../../src/core/platforms.ts';
import { AD_LIBRARIES } from '../../src/sources/ad-libraries/index.ts';
import { describeUnknown } from '../../src/sources/ad-libraries/sniff.ts';
import { firstRecordOf } from '../../src/sources/first-record.ts';
import { mutation } from './ad-libraries/mutate.ts';
import {
  cellsOf,
  csvOf,
  headed,
  type Outcome,
  type ReadLibrary,
  readingsOf,
  readLibrary,
  tryLibrary,
} from './ad-libraries/read-library.ts';

const FOLDER = new URL('./ad-libraries/', import.meta.url);
const SEED = 20_260_515;

/** Samples in whose format no column can hold an address. In all others one does, and it holds the word "Nowhere". */
const NO_ADDRESS: Readonly<Record<string, readonly string[]>> = {
  google: [
    'advertiser-geo-spend.csv',
    'advertiser-weekly-spend.csv',
    'advertiser_id_mapping.csv',
    'campaign-targeting.csv',
    'creative-stats-2019.csv',
    'creative-stats-2026.csv',
    'creative_id_mapping.csv',
    'geo-spend.csv',
    'top-keywords-history.csv',
    'updated.csv',
  ],
  // Neither has the page's name or its disclaimer.
  'meta-audience': ['sample-metatargetr.csv', 'sample-summary.csv'],
  'meta-report': ['FacebookAdLibraryReport_2025-07-12_GB_last_30_days_locations.csv'],
};

/** Every library is asked the same questions about every sample in its folder. */
describe.each(AD_LIBRARIES.map((library) => ({ id: library.id, library })))('$id', ({ id, library }) => {
  const folder = new URL(`${id}/`, FOLDER);
  const samples = readdirSync(folder).filter((name) => /\.(?:csv|json|ndjson)$/.test(name) && !name.endsWith('.readings.json'));

  it('has a sample', () => expect(samples.length).toBeGreaterThan(0));

  it('is excused from holding an address only for samples that are there', () => {
    expect(samples).toEqual(expect.arrayContaining([...(NO_ADDRESS[id] ?? [])]));
  });

  it('does not recognise another table, or another record', () => {
    expect(library.recognises(headed(['name', 'age']))).toBe(false);
    expect(library.recognises(headed(['']))).toBe(false);
    for (const record of [null, 1, 'text', [], {}, { name: 'age' }, { id: '1' }])
      expect(library.recognises({ form: 'json', record })).toBe(false);
  });

  describe.each(samples)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder)));
    const read = readLibrary(bytes, name);
    const isCsv = name.endsWith('.csv');
    const [header = [], ...rows] = isCsv ? cellsOf(bytes) : [[], ...read.outcomes.flatMap((each) => each.rows.map(({ cells }) => cells))];
    const again = (order: readonly (readonly string[])[], lineEnd?: string): ReadLibrary =>
      readLibrary(isCsv ? csvOf([header, ...order], lineEnd) : jsonOf(order), name);

    it('gives exactly the readings beside it', () => {
      const beside = new URL(encodeURIComponent(name.replace(/\.(?:csv|json|ndjson)$/, '.readings.json')), folder);
      expect(readingsOf(read)).toEqual(JSON.parse(readFileSync(beside, 'utf8')));
    });

    it('is read by this library, and by no other', () => {
      expect(read.library).toBe(library);
      const first = firstRecordOf(bytes, true);
      expect(AD_LIBRARIES.filter((each) => first !== null && each.recognises(first)).map((each) => each.id)).toEqual([id]);
    });

    it('accounts for every row', () => {
      expect(sum(read.outcomes, 'accepted') + sum(read.outcomes, 'refused') + read.faults).toBe(rows.length);
      expect(sum(read.outcomes, 'accepted')).toBeGreaterThan(0);
    });

    it('gives a reading, an amount or a problem for every row, but in a table of which no column is read', () => {
      const all = read.reader.columns.used.length > 0 ? read.outcomes : [];
      for (const { observations, problems, paid, same, ad } of all) {
        const window = ad?.kind === 'page-window' ? [ad] : [];
        expect([...observations, ...problems, ...window, paid, same].filter((each) => each !== null).length).toBeGreaterThan(0);
      }
    });

    it('marks the problem that refused a row, and only that', () => {
      for (const { rows: of, refused, problems } of read.outcomes) {
        expect(new Set(problems.filter((each) => each.refused).map((each) => each.row)).size).toBe(refused);
        for (const { row, line } of problems) expect(of.map((each) => [each.row, each.line])).toContainEqual([row, line]);
      }
    });

    it('has an id of its own for every ad, and the ad’s observations are its own', () => {
      const ids = new Map<string, string>();
      for (const { rows: of, ad, observations } of read.outcomes) {
        if (ad === null) continue;
        // Pages of an answer can give the same ad again, word for word, and a page's rows can stand apart.
        const what = read.reader.group?.keyOf(of[0]?.cells ?? []) ?? JSON.stringify(of[0]?.cells);
        expect(ids.get(ad.id) ?? what).toBe(what);
        ids.set(ad.id, what);
        expect(ad.id.startsWith(`${library.platform}:`)).toBe(true);
        expect(observations.every((each) => each.ad === ad.id)).toBe(true);
      }
    });

    it('keeps its readings when rows are shuffled', () => {
      // A file of JSON is known by its first record, as a CSV is by its header.
      const [first = [], ...rest] = rows;
      const turned = isCsv ? [...rest.reverse(), first] : [first, ...rest.reverse()];
      expect(wordsOf(again(turned))).toEqual(wordsOf(again(rows)));
    });

    it('observes only criteria that the library can show, each once for a column and a direction', () => {
      const shows: readonly string[] = adLibrary(id).criteria;
      for (const { observations } of read.outcomes) {
        for (const each of observations) {
          expect(isCriterionId(each.criterion)).toBe(true);
          expect(shows).toContain(each.criterion);
        }
        const keys = observations.map((each) => [each.criterion, each.direction, each.field].join('|'));
        expect(new Set(keys).size).toBe(keys.length);
      }
    });

    it('says of a page’s window only what is a part of it, and of an ad only what is the whole', () => {
      for (const { ad, observations } of read.outcomes) {
        for (const { level, part } of observations) {
          expect(level).toBe(ad?.kind);
          expect(part !== undefined).toBe(level === 'page-window');
        }
      }
    });

    it('gives whole bounds in order, in a currency or none', () => {
      for (const { ad, paid, observations } of read.outcomes) {
        const money = [ad?.spend, paid?.spend, ...observations.map(({ part }) => part?.spend)];
        for (const range of [...money, ad?.impressions, ad?.ads, ...observations.map(({ part }) => part?.ads)]) {
          if (range === null || range === undefined) continue;
          expect([range.min, range.max ?? range.min].every((bound) => Number.isSafeInteger(bound) && bound >= 0)).toBe(true);
          expect(range.min).toBeLessThanOrEqual(range.max ?? range.min);
          if ('currency' in range) expect(range.currency ?? 'GBP').toMatch(/^[A-Z]{3}$/);
        }
      }
    });

    it('knows every column, by use or by reason', () => {
      const { used, ignored, unknown } = read.reader.columns;
      if (isCsv) expect([...used, ...ignored.map((column) => column.name), ...unknown].sort()).toEqual([...header].sort());
      expect(unknown).toEqual([]);
      for (const { reason } of ignored) expect(reason).not.toBe('');
    });

    it('has one text for each field that copies are compared by', () => {
      const { fields, printed } = read.reader;
      expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
      for (const row of rows) expect(printed(row)).toHaveLength(fields.length);
    });

    it.skipIf(!isCsv)('reports an unknown column once for the file, and reads the rest', () => {
      const wider = readLibrary(csvOf([[...header, 'Phase Of The Moon'], ...rows.map((row) => [...row, 'full'])]), name);
      const everything = [...wider.reader.problems, ...wider.outcomes.flatMap(({ problems }) => problems)];
      expect(everything.filter(({ code }) => code === 'unknown-column')).toEqual([
        expect.objectContaining({ row: null, field: 'Phase Of The Moon', refused: false }),
      ]);
      expect(wider.reader.columns.unknown).toEqual(['Phase Of The Moon']);
      expect(wider.rows.map(({ readings }) => readings.accepted)).toEqual(again(rows).rows.map(({ readings }) => readings.accepted));
    });

    it.skipIf(!isCsv)('gives the same readings whatever the order of the columns', () => {
      const turn = (row: readonly string[]): readonly string[] => (row.length === header.length ? [...row].reverse() : row);
      const turned = readLibrary(csvOf([[...header].reverse(), ...rows.map(turn)]), name);
      expect(turned.outcomes.map(withoutCells)).toEqual(again(rows).outcomes.map(withoutCells));
    });

    it('gives the same readings for CRLF and LF', () => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const withCr = (): ReadLibrary => readLibrary(new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n')), name);
      const other = isCsv ? again(rows, '\r\n') : withCr();
      expect(other.outcomes.map(withoutCells)).toEqual((isCsv ? again(rows) : read).outcomes.map(withoutCells));
    });

    it.skipIf(NO_ADDRESS[id]?.includes(name))('never lets an address through', () => {
      expect(new TextDecoder().decode(bytes)).toContain('Nowhere');
      const { fields, printed } = read.reader;
      const compared = rows.map((row) => printed(row).map((text, i) => fields[i]?.shown?.(text) ?? text));
      expect(JSON.stringify([read.reader, read.outcomes.map(withoutCells), compared])).not.toContain('Nowhere');
    });

    it('gives the same readings for any slices', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: bytes.length }), (chunk) => {
          expect(readLibrary(bytes, name, chunk).outcomes).toEqual(read.outcomes);
        }),
        { seed: SEED, numRuns: 8 },
      );
    });

    it('accounts for every row of a file that came to harm, or says why it is none', () => {
      fc.assert(
        fc.property(mutation, (mutate) => {
          const harmed = mutate(bytes);
          const found = tryLibrary(harmed, name);
          if (found === null) expect(describeUnknown(harmed)).toMatch(/^The .+\. This version reads /s);
          else if (!('reader' in found)) expect(found).toMatchObject({ refused: true, message: expect.stringMatching(/.\.$/s) });
          else expectAccounted(found);
        }),
        { seed: SEED, numRuns: 60 },
      );
    });
  });
});

/** Every row is accepted or refused; what is refused says why, shortly. */
function expectAccounted(read: ReadLibrary): void {
  expect(sum(read.outcomes, 'accepted') + sum(read.outcomes, 'refused')).toBe(read.rows.length);
  for (const { refused, problems } of read.outcomes) {
    expect(new Set(problems.filter((each) => each.refused).map((each) => each.row)).size).toBe(refused);
    for (const { message } of problems) {
      expect(message).not.toBe('');
      expect(message.length).toBeLessThan(600);
    }
  }
}

function sum(outcomes: readonly Outcome[], of: 'accepted' | 'refused'): number {
  return outcomes.reduce((total, each) => total + each[of], 0);
}

/** What the rows of a file say, in no order and without their places. */
function wordsOf({ outcomes }: ReadLibrary): readonly string[] {
  return outcomes.map(({ ad, observations, paid, same }) => JSON.stringify([ad, observations, paid, same])).sort();
}

function withoutCells({ rows, ...rest }: Outcome): unknown {
  return { ...rest, rows: rows.map(({ row, line }) => [row, line]) };
}

function jsonOf(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(rows.map(([text = '']) => `${text}\n`).join(''));
}
