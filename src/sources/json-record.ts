/** One JSON record: where it lies, its text from its bytes, and the words for bytes that are none. */

/** `cut-short`: the file, or the record, stops before its last bracket. */
export type JsonFaultCode = 'not-json' | 'cut-short' | 'record-too-long' | 'not-utf8' | 'too-deep';

/** Where reading stands between records: at the top of the file, in a list of records, or in the list under `data`. */
export type JsonPlace = 'top' | 'list' | 'data';

/**
 * Where a record lies. `end` is the offset of the byte after it; `line` is the physical line it begins on, the first is 1; `lines` counts
 * the line ends inside it, so reading goes on with `new JsonRecords({ offset: end, line: line + lines, place })`.
 */
export interface JsonExtent {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lines: number;
  /** Where reading goes on after it. */
  readonly place: JsonPlace;
}

/** One record, as its text in one cell, or bytes that could not be read. A fault counts as one row. */
export type JsonEvent =
  | (JsonExtent & { readonly kind: 'record'; readonly cells: string[] })
  | (JsonExtent & { readonly kind: 'fault'; readonly code: JsonFaultCode; readonly message: string });

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of one whole record; or the code of its fault. */
export function readRecord(bytes: Uint8Array): { readonly text: string } | 'not-utf8' | 'not-json' {
  let text: string;
  try {
    text = DECODER.decode(bytes);
  } catch {
    return 'not-utf8';
  }
  return parsed(text) === undefined ? 'not-json' : { text };
}

/** What a JSON text holds, or `undefined` where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One sentence or two for people: what was found and what to do. It never repeats what the record holds. */
export function jsonFaultMessage(code: JsonFaultCode, found: { line: number; lines: number; bytes: number; limit: number }): string {
  const { line, lines, bytes, limit } = found;
  switch (code) {
    case 'not-json':
      return `What begins on line ${line} (${count(bytes)} bytes, ${count(lines)} lines) is no JSON, so it was passed over. Send the answers as the API gave them.`;
    case 'cut-short':
      return `What stands before line ${line + lines - 1} ends without its last bracket, so something of it is missing. Check that the file is whole.`;
    case 'record-too-long':
      return `The record on line ${line} has ${count(bytes)} bytes; the most that is read is ${count(limit)}. Look for a bracket or a quote that does not close.`;
    case 'not-utf8':
      return `The record on line ${line} holds bytes that are not UTF-8. Send the answers as the API gave them, not saved again by another program.`;
    case 'too-deep':
      return `The record on line ${line} has more brackets inside one another than any answer of an ad library, so it was not read.`;
  }
}

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
