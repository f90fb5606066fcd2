/**
 * Reads JSON strictly (RFC 8259) and remembers where every value stands, so that each error can name its line and column.
 * It refuses what JSON.parse would take in silence: a field given twice, and nesting beyond any declaration.
 */
import { fault, type JsonFault } from './json-faults.ts';
import { readNumber, readText } from './json-tokens.ts';

/** Where a value stands: offset of its first character, of its name (in an object), and its parts. */
export interface Place {
  readonly at: number;
  readonly name_at: number | null;
  readonly fields: ReadonlyMap<string, Place> | null;
  readonly items: readonly Place[] | null;
}

/** The text, and how far it has been read. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many values have been read. */
  values: number;
}

type Read = { readonly value: unknown; readonly place: Place };

/** Deeper than any declaration (six levels) and shallow enough for every stack. */
export const DEPTH_LIMIT = 32;
/** Room for every postcode sector of the UK twice over. Beyond it the checks would take seconds, and zod runs out of stack. */
export const VALUE_LIMIT = 30_000;

/** The value with the places of its parts, or the first fault. A field called `__proto__` is a field like any other. */
export function parseJson(text: string): { readonly value: unknown; readonly place: Place } | { readonly fault: JsonFault } {
  const cursor: Cursor = { text, at: 0, values: 0 };
  if (text.startsWith('\uFEFF')) return { fault: fault.byteOrderMark() };
  skipSpace(cursor);
  if (cursor.at === text.length) return { fault: fault.empty() };
  const read = readValue(cursor, 0, null);
  if ('says' in read) return { fault: read };
  skipSpace(cursor);
  return cursor.at < text.length ? { fault: fault.afterTheEnd(cursor) } : read;
}

function readValue(cursor: Cursor, depth: number, nameAt: number | null): Read | JsonFault {
  const at = cursor.at;
  const first = cursor.text[at];
  cursor.values += 1;
  if (cursor.values > VALUE_LIMIT) return fault.tooMany(cursor, VALUE_LIMIT);
  if (depth >= DEPTH_LIMIT && (first === '{' || first === '[')) return fault.tooDeep(cursor, DEPTH_LIMIT);
  if (first === '{') return readObject(cursor, depth, nameAt);
  if (first === '[') return readArray(cursor, depth, nameAt);
  const leaf = readLeaf(cursor);
  return 'says' in leaf ? leaf : { value: leaf.value, place: { at, name_at: nameAt, fields: null, items: null } };
}

function readLeaf(cursor: Cursor): { readonly value: unknown } | JsonFault {
  const { text, at } = cursor;
  const first = text[at] ?? '';
  if (first === '"') return readText(cursor);
  if (/[-0-9]/.test(first)) return readNumber(cursor);
  const word = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(text.slice(at, at + 40))?.[0] ?? '';
  if (word !== 'true' && word !== 'false' && word !== 'null') return fault.notAValue(cursor, word);
  cursor.at += word.length;
  return { value: word === 'null' ? null : word === 'true' };
}

function readObject(cursor: Cursor, depth: number, nameAt: number | null): Read | JsonFault {
  const opened = cursor.at;
  const value: Record<string, unknown> = {};
  const fields = new Map<string, Place>();
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === '}' && fields.size === 0) break;
    if (cursor.text[cursor.at] !== '"') return fault.notAName(cursor, opened, fields.size > 0);
    const keyAt = cursor.at;
    const key = readText(cursor);
    if ('says' in key) return key;
    const before = fields.get(key.value);
    if (before) return fault.givenTwice(cursor.text, key.value, before.name_at ?? before.at, keyAt);
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ':') return fault.noColon(cursor, opened);
    cursor.at += 1;
    skipSpace(cursor);
    const read = readValue(cursor, depth + 1, keyAt);
    if ('says' in read) return read;
    // Not an assignment: `__proto__` would change the object instead of adding a field.
    Object.defineProperty(value, key.value, { value: read.value, enumerable: true, configurable: true, writable: true });
    fields.set(key.value, read.place);
    skipSpace(cursor);
    const next = cursor.text[cursor.at];
    if (next === '}') break;
    if (next !== ',') return fault.noComma(cursor, opened);
    cursor.at += 1;
  }
  cursor.at += 1;
  return { value, place: { at: opened, name_at: nameAt, fields, items: null } };
}

function readArray(cursor: Cursor, depth: number, nameAt: number | null): Read | JsonFault {
  const opened = cursor.at;
  const value: unknown[] = [];
  const items: Place[] = [];
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (cursor.at === cursor.text.length) return fault.endsInside(cursor.text, opened);
    if (cursor.text[cursor.at] === ']') {
      if (items.length === 0) break;
      return fault.extraComma(cursor);
    }
    const read = readValue(cursor, depth + 1, null);
    if ('says' in read) return read;
    value.push(read.value);
    items.push(read.place);
    skipSpace(cursor);
    const next = cursor.text[cursor.at];
    if (next === ']') break;
    if (next !== ',') return fault.noComma(cursor, opened);
    cursor.at += 1;
  }
  cursor.at += 1;
  return { value, place: { at: opened, name_at: nameAt, fields: null, items } };
}

function skipSpace(cursor: Cursor): void {
  while (' \t\r\n'.includes(cursor.text[cursor.at] ?? '#')) cursor.at += 1;
}
