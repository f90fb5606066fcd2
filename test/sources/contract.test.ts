import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCriterionId } from '../../src/core/criteria.ts';
import { AD_LIBRARIES } from '../../src/sources/ad-libraries/index.ts';
import { cellsOf, csvOf, readLibrary } from './ad-libraries/read-library.ts';

const FOLDER = new URL('./ad-libraries/', import.meta.url);

/** Every library is asked the same questions about every sample in its folder. */
describe.each(AD_LIBRARIES.map((library) => ({ id: library.id, library })))('$id', ({ id, library }) => {
  const folder = new URL(`${id}/`, FOLDER);
  const samples = readdirSync(folder).filter((name) => name.endsWith('.csv'));

  it('has a sample', () => expect(samples.length).toBeGreaterThan(0));

  it('does not recognise another table', () => {
    expect(library.recognises(['name', 'age'])).toBe(false);
    expect(library.recognises([''])).toBe(false);
  });

  describe.each(samples)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const read = readLibrary(bytes);
    const [header = [], ...rows] = cellsOf(bytes);

    it('gives exactly the readings beside it', () => {
      const expected = JSON.parse(readFileSync(new URL(name.replace('.csv', '.readings.json'), folder), 'utf8'));
      const { columns, problems } = read.reader;
      expect({ columns, problems, rows: read.rows.map(({ readings }) => readings) }).toEqual(expected);
    });

    it('is read by this library', () => expect(read.library).toBe(library));

    it('accounts for every row', () => {
      const accepted = read.rows.filter(({ readings }) => readings.accepted).length;
      const refused = read.rows.filter(({ readings }) => !readings.accepted).length + read.faults;
      expect(accepted + refused).toBe(rows.length);
      expect(accepted).toBeGreaterThan(0);
    });

    it('gives at least one reading or problem for every row', () => {
      for (const { readings } of read.rows) {
        expect(readings.problems.length + (readings.accepted ? readings.observations.length : 0)).toBeGreaterThan(0);
      }
    });

    it('marks the problem that refused a row, and only that', () => {
      for (const { readings, row, line } of read.rows) {
        expect(readings.problems.some(({ refused }) => refused)).toBe(!readings.accepted);
        for (const problem of readings.problems) expect(problem).toMatchObject({ row, line });
      }
    });

    it('has an id of its own for every ad, which does not depend on the order of rows', () => {
      const ids = (order: readonly string[][]): string[] =>
        readLibrary(csvOf([header, ...order])).rows.flatMap(({ readings }) => (readings.accepted ? [readings.ad.id] : []));
      const found = ids(rows);
      expect(new Set(found).size).toBe(found.length);
      expect(ids([...rows].reverse()).sort()).toEqual([...found].sort());
    });

    it('keeps its observations when rows are shuffled', () => {
      const observations = (order: readonly string[][]): string[] =>
        readLibrary(csvOf([header, ...order])).rows.flatMap(({ readings }) =>
          readings.accepted ? readings.observations.map((each) => JSON.stringify(each)) : [],
        );
      expect(observations([...rows].reverse()).sort()).toEqual(observations(rows).sort());
    });

    it('observes only criteria of the vocabulary, each once for a column and a direction', () => {
      for (const { readings } of read.rows) {
        const found = readings.accepted ? readings.observations : [];
        for (const each of found) expect(isCriterionId(each.criterion)).toBe(true);
        const keys = found.map((each) => [each.ad, each.criterion, each.direction, each.field].join('|'));
        expect(new Set(keys).size).toBe(keys.length);
      }
    });

    it('knows every column, by use or by reason', () => {
      const { used, ignored, unknown } = read.reader.columns;
      expect([...used, ...ignored.map((column) => column.name), ...unknown].sort()).toEqual([...header].sort());
      expect(unknown).toEqual([]);
      for (const { reason } of ignored) expect(reason).not.toBe('');
    });

    it('reports an unknown column once for the file, and reads the rest', () => {
      const wider = readLibrary(csvOf([[...header, 'Phase Of The Moon'], ...rows.map((row) => [...row, 'full'])]));
      const everything = [...wider.reader.problems, ...wider.rows.flatMap(({ readings }) => readings.problems)];
      expect(everything.filter(({ code }) => code === 'unknown-column')).toEqual([
        expect.objectContaining({ row: null, field: 'Phase Of The Moon', refused: false }),
      ]);
      expect(wider.reader.columns.unknown).toEqual(['Phase Of The Moon']);
      expect(wider.rows.map(({ readings }) => readings.accepted)).toEqual(read.rows.map(({ readings }) => readings.accepted));
    });

    it('gives the same readings whatever the order of the columns', () => {
      const turned = readLibrary(
        csvOf([[...header].reverse(), ...rows.map((row) => (row.length === header.length ? [...row].reverse() : row))]),
      );
      expect(turned.rows.map(({ readings }) => readings)).toEqual(
        readLibrary(csvOf([header, ...rows])).rows.map(({ readings }) => readings),
      );
    });

    it('gives the same readings for CRLF and LF, and for any slices', () => {
      const of = (lineEnd: string): unknown => readLibrary(csvOf([header, ...rows], lineEnd)).rows;
      expect(of('\r\n')).toEqual(of('\n'));
      expect(readLibrary(bytes, 7).rows).toEqual(read.rows);
    });

    it('never lets an address through', () => {
      expect(new TextDecoder().decode(bytes)).toContain('Nowhere');
      expect(JSON.stringify([read.reader, read.rows])).not.toContain('Nowhere');
    });
  });
});
