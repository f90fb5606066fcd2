/** Reads a whole library file for a test: bytes through the reader of its form, the recognised library and its row reader. */
import { existsSync, readFileSync } from 'node:fs';
import type { Ad, IdChange, Observation, Paid, Problem } from '../../../src/core/observation.ts';
import type {
  AdLibrary,
  FileFacts,
  FirstRecord,
  GroupReadings,
  Row,
  RowReader,
  RowReadings,
} from '../../../src/sources/ad-libraries/contract.ts';
import { recognise } from '../../../src/sources/ad-libraries/index.ts';
import { CsvReader } from '../../../src/sources/csv.ts';
import { firstRecordOf } from '../../../src/sources/first-record.ts';
import { type RecordEvent, recordsOf } from '../../../src/sources/records.ts';

export interface ReadRow {
  readonly row: number;
  readonly line: number;
  /** What the row gives alone. */
  readonly readings: RowReadings;
}

/** What came of one row, or of the rows of one group: one shape for both. */
export interface Outcome {
  readonly rows: readonly Row[];
  readonly accepted: number;
  readonly refused: number;
  readonly ad: Ad | null;
  readonly observations: readonly Observation[];
  readonly paid: Paid | null;
  readonly same: IdChange | null;
  readonly problems: readonly Problem[];
}

export interface ReadLibrary {
  readonly library: AdLibrary;
  readonly reader: RowReader;
  readonly rows: readonly ReadRow[];
  /** One for each group of rows that follow one another; `null` where the library has no groups. */
  readonly groups: readonly GroupReadings[] | null;
  readonly outcomes: readonly Outcome[];
  /** Rows that the CSV or JSON reader refused. */
  readonly faults: number;
}

/** What an importer knows of a sample: nothing but its name, the day, and a window for the library that needs one. */
export function factsOf(name: string): FileFacts {
  return { name, as_of: '2026-05-15', window: 30, currency: null };
}

/** Reads the file, or says why none of it can be read. It throws only where the code under test does. */
export function tryLibrary(bytes: Uint8Array, name: string, chunk = bytes.length): ReadLibrary | Problem | null {
  const first = firstRecordOf(bytes, true);
  const library = first === null ? null : recognise(first);
  if (first === null || library === null) return null;
  const reader = library.open(first, factsOf(name));
  if (!('read' in reader)) return reader;
  const events = eventsOf(first.form, bytes, Math.max(chunk, 1));
  const rest = first.form === 'csv' ? events.slice(1) : events;
  const numbered = rest.flatMap((event, i): Row[] =>
    event.kind === 'fault' ? [] : [{ cells: event.cells, row: i + 1, line: event.line }],
  );
  const rows = numbered.map(({ cells, row, line }) => ({ row, line, readings: reader.read(cells, row, line) }));
  const { group } = reader;
  const groups = group === undefined ? null : grouped(numbered, group.keyOf).map((each) => ({ rows: each, readings: group.read(each) }));
  return {
    library,
    reader,
    rows,
    groups: groups === null ? null : groups.map(({ readings }) => readings),
    outcomes:
      groups === null
        ? numbered.map((row, i) => outcomeOfRow(row, rows[i]?.readings))
        : groups.map((each) => ({ ...each.readings, rows: each.rows, paid: null, same: null })),
    faults: rest.length - numbered.length,
  };
}

/** As `tryLibrary`, for a file that can be read. */
export function readLibrary(bytes: Uint8Array, name = 'sample.csv', chunk = bytes.length): ReadLibrary {
  const read = tryLibrary(bytes, name, chunk);
  if (read === null) throw new Error('No library recognises the file.');
  if (!('reader' in read)) throw new Error(read.message);
  return read;
}

/** What the file beside a sample holds. */
export function readingsOf({ reader, rows, groups }: ReadLibrary): unknown {
  const { columns, problems } = reader;
  return groups === null ? { columns, problems, rows: rows.map(({ readings }) => readings) } : { columns, problems, groups };
}

function eventsOf(form: FirstRecord['form'], bytes: Uint8Array, chunk: number): readonly RecordEvent[] {
  const reader = recordsOf(form, { offset: 0, line: 1, place: 'top' });
  const events: RecordEvent[] = [];
  for (let at = 0; at < bytes.length; at += chunk) for (const event of reader.push(bytes.subarray(at, at + chunk))) events.push(event);
  return [...events, ...reader.end()];
}

function grouped(rows: readonly Row[], keyOf: (cells: readonly string[]) => string): Row[][] {
  const groups: Row[][] = [];
  let last: string | null = null;
  for (const row of rows) {
    const key = keyOf(row.cells);
    if (key === last) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = key;
  }
  return groups;
}

function outcomeOfRow(row: Row, readings: RowReadings | undefined): Outcome {
  if (readings === undefined) throw new Error('A row has no readings.');
  const { problems } = readings;
  if (!readings.accepted) return { rows: [row], accepted: 0, refused: 1, ad: null, observations: [], paid: null, same: null, problems };
  const { ad, observations, paid = null, same = null } = readings;
  return { rows: [row], accepted: 1, refused: 0, ad, observations, paid, same, problems };
}

export function csvOf(rows: readonly (readonly string[])[], lineEnd = '\n'): Uint8Array {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return new TextEncoder().encode(rows.map((row) => row.map(cell).join(',') + lineEnd).join(''));
}

export function cellsOf(bytes: Uint8Array): string[][] {
  const csv = new CsvReader();
  return [...csv.push(bytes), ...csv.end()].flatMap((event) => (event.kind === 'record' ? [event.cells] : []));
}

/** The header of a CSV as the first record of a file. */
export function headed(header: readonly string[]): FirstRecord {
  return { form: 'csv', header };
}

export interface AcceptedAd {
  readonly ad: Ad;
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}

/** The rows that are ads. */
export function adsOf(rows: readonly ReadRow[]): AcceptedAd[] {
  return rows.flatMap(({ readings }) => {
    if (!readings.accepted || readings.ad === null) return [];
    return { ad: readings.ad, observations: readings.observations, problems: readings.problems };
  });
}

/** The ad of the row that begins on this physical line. */
export function rowOnLine(rows: readonly ReadRow[], line: number): AcceptedAd {
  const [found] = adsOf(rows.filter((row) => row.line === line));
  if (found === undefined) throw new Error(`No ad begins on line ${line}.`);
  return found;
}

/** A folder of real library files that lies beside the project, where it exists. */
const SHARED = new URL('../../../../shared/data/adlibrary/', import.meta.url);

export const sharedExists = (name: string): boolean => existsSync(new URL(name, SHARED));
export const sharedBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, SHARED)));
