/** Reads a whole library file for a test: bytes through the CSV reader, the recognised library and its row reader. */
import { existsSync, readFileSync } from 'node:fs';
import type { Ad, Observation, Problem } from '../../../src/core/observation.ts';
import type { AdLibrary, RowReader, RowReadings } from '../../../src/sources/ad-libraries/contract.ts';
import { recognise } from '../../../src/sources/ad-libraries/index.ts';
import { CsvReader } from '../../../src/sources/csv.ts';

export interface ReadRow {
  readonly row: number;
  readonly line: number;
  readonly readings: RowReadings;
}

export interface ReadLibrary {
  readonly library: AdLibrary;
  readonly reader: RowReader;
  readonly rows: readonly ReadRow[];
  /** Rows that the CSV reader refused. */
  readonly faults: number;
}

export function readLibrary(bytes: Uint8Array, chunk = bytes.length): ReadLibrary {
  const csv = new CsvReader();
  const events = [];
  for (let at = 0; at < bytes.length; at += chunk) events.push(...csv.push(bytes.subarray(at, at + chunk)));
  const [header, ...rest] = [...events, ...csv.end()];
  if (header?.kind !== 'record') throw new Error('The file has no header.');
  const library = recognise(header.cells);
  if (library === null) throw new Error('No library recognises the header.');
  const reader = library.open(header.cells);
  if (!('read' in reader)) throw new Error(reader.message);
  const rows = rest.flatMap((event, i) => {
    if (event.kind === 'fault') return [];
    return { row: i + 1, line: event.line, readings: reader.read(event.cells, i + 1, event.line) };
  });
  return { library, reader, rows, faults: rest.filter((event) => event.kind === 'fault').length };
}

export function csvOf(rows: readonly (readonly string[])[], lineEnd = '\n'): Uint8Array {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return new TextEncoder().encode(rows.map((row) => row.map(cell).join(',') + lineEnd).join(''));
}

export function cellsOf(bytes: Uint8Array): string[][] {
  const csv = new CsvReader();
  return [...csv.push(bytes), ...csv.end()].flatMap((event) => (event.kind === 'record' ? [event.cells] : []));
}

export interface AcceptedRow {
  readonly ad: Ad;
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}

/** The accepted row that begins on this physical line. */
export function rowOnLine(rows: readonly ReadRow[], line: number): AcceptedRow {
  const found = rows.find((row) => row.line === line)?.readings;
  if (!found?.accepted) throw new Error(`No accepted row begins on line ${line}.`);
  return found;
}

/** A folder of real library files that lies beside the project, where it exists. */
const SHARED = new URL('../../../../shared/data/adlibrary/', import.meta.url);

export const sharedExists = (name: string): boolean => existsSync(new URL(name, SHARED));
export const sharedBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, SHARED)));
