/** The records of a library file, whatever its form: one reader's events look like the other's, and reading can go on at the end of any. */
import type { FirstRecord } from './ad-libraries/contract.ts';
import { type CsvEvent, CsvReader } from './csv.ts';
import { type JsonEvent, JsonRecords } from './json-records.ts';

/** Where in a JSON file reading goes on: outside everything, in a list, in the list of an answer. */
export type Place = 'top' | 'list' | 'data';

export type RecordEvent = (CsvEvent & { readonly place?: never }) | JsonEvent;

export interface Records {
  push(bytes: Uint8Array): readonly RecordEvent[];
  end(): readonly RecordEvent[];
}

/** A reader that goes on at a byte: 0, or the end of an earlier event, with the line and place that go with it. */
export function recordsOf(
  form: FirstRecord['form'],
  from: { readonly offset: number; readonly line: number; readonly place: Place },
): Records {
  return form === 'csv' ? new CsvReader({ offset: from.offset, line: from.line }) : new JsonRecords(from);
}
