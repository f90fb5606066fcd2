/** The first record of a file from its first bytes: what an ad library is recognised by. */
import type { FirstRecord } from './ad-libraries/contract.ts';
import { CsvReader } from './csv.ts';
import { parsed } from './json-record.ts';
import { isJson, JsonRecords } from './json-records.ts';

/**
 * The header of a CSV, or the first record of JSON: for an answer without records the answer itself. A JSON record longer than `head` is
 * given with the keys that have come whole. `ended`: `head` is the whole file. `null` where nothing can be told.
 */
export function firstRecordOf(head: Uint8Array, ended: boolean): FirstRecord | null {
  if (isJson(head)) return firstOfJson(head, ended);
  const reader = new CsvReader();
  const events = reader.push(head);
  const [first] = events.length > 0 || !ended ? events : reader.end();
  return first?.kind === 'record' ? { form: 'csv', header: first.cells } : null;
}

function firstOfJson(head: Uint8Array, ended: boolean): FirstRecord | null {
  const reader = new JsonRecords();
  const first = reader.push(head).find((event) => event.kind === 'record');
  if (first?.kind === 'record') return { form: 'json', record: parsed(first.cells[0] ?? '') };
  const record = ended ? parsed(textOf(head)) : partialObject(textOf(reader.unfinished()));
  return record === undefined ? null : { form: 'json', record };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The keys of an unfinished object whose values have come whole, or `undefined` where none has. */
function partialObject(text: string): unknown {
  let depth = 0;
  let cut = -1;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') i = endOfText(text, i);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === ',' && depth === 1) cut = i;
  }
  return text.startsWith('{') && cut !== -1 ? parsed(`${text.slice(0, cut)}}`) : undefined;
}

/** Index of the quote that closes the text that opens at `at`, or the end. */
function endOfText(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}
