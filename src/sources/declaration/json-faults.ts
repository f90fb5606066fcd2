/** What can be wrong with the JSON of a declaration, in words a party can act on. */
import type { Cursor } from './json.ts';
import { lineAndColumn } from './locate.ts';

/** A place where the JSON cannot be read on, what is there, and what to do. */
export interface JsonFault {
  readonly at: number;
  readonly says: string;
  readonly found: string | null;
}

const COMMENT = /^(?:\/\/|\/\*|#|<!--)/;
const FOREIGN_QUOTE = /^['‘’“”„«»`]/;
const NOT_JSON_WORDS = ['NaN', 'Infinity', 'undefined', 'None', 'True', 'False', 'TRUE', 'FALSE', 'NULL', 'Null'];

/** One function a fault. Each takes where the reader stands. */
export const fault = {
  byteOrderMark: (): JsonFault => ({
    at: 0,
    says: 'The file begins with a byte order mark. Save it as UTF-8 without one.',
    found: 'a byte order mark',
  }),
  empty: (): JsonFault => ({ at: 0, says: 'The file is empty. A declaration is one JSON object.', found: 'nothing' }),
  tooDeep: ({ at }: Cursor, limit: number): JsonFault => ({
    at,
    says: `Values are nested more than ${limit} levels deep here. No part of a declaration is. Remove the inner levels.`,
    found: 'a deeply nested value',
  }),
  tooMany: ({ at }: Cursor, limit: number): JsonFault => ({
    at,
    says: `The file holds more than ${limit} values, and this is the first too many. A declaration describes lists and never holds them.`,
    found: 'too many values',
  }),
  afterTheEnd: (cursor: Cursor): JsonFault =>
    foreign(cursor) ?? {
      at: cursor.at,
      says: 'Something follows the end of the declaration. Remove it, or check that no bracket closes too early.',
      found: quoted(cursor),
    },
  notAValue: (cursor: Cursor, word: string): JsonFault => {
    const known = foreign(cursor);
    if (known) return known;
    const { text, at } = cursor;
    if (at >= text.length) return { at, says: 'The file ends where a value should stand. Add the value.', found: 'the end of the file' };
    if (NOT_JSON_WORDS.includes(word))
      return { at, says: `${word} is not a value in JSON. Write a number, true, false, or text in quotation marks.`, found: word };
    if (word !== '')
      return { at, says: 'Text needs double quotation marks. Put " before and after it.', found: 'text without quotation marks' };
    if (/[+.]/.test(text[at] ?? '')) return fault.badNumber(cursor);
    if (/[,:}\]]/.test(text[at] ?? ''))
      return { at, says: 'A value is missing here. Add it, or remove what is left over.', found: quoted(cursor) };
    return {
      at,
      says: 'This is not a value in JSON. Write a number, true, false, or text in double quotation marks.',
      found: quoted(cursor),
    };
  },
  notAName: (cursor: Cursor, opened: number, afterComma: boolean): JsonFault => {
    const { text, at } = cursor;
    if (at >= text.length) return fault.endsInside(text, opened);
    if (afterComma && text[at] === '}') return fault.extraComma(cursor);
    const known = foreign(cursor);
    if (known) return known;
    return { at, says: 'A field name in double quotation marks should stand here. Write "name": value.', found: quoted(cursor) };
  },
  extraComma: ({ at }: Cursor): JsonFault => ({
    at,
    says: 'A comma stands before this closing bracket. Remove the comma.',
    found: 'a comma before a closing bracket',
  }),
  givenTwice: (text: string, name: string, first: number, at: number): JsonFault => ({
    at,
    says: `The field "${name.slice(0, 60)}" is given twice in one object, first on line ${lineAndColumn(text, first).line}. Keep one of them.`,
    found: 'a field given twice',
  }),
  noColon: (cursor: Cursor, opened: number): JsonFault =>
    cursor.at >= cursor.text.length
      ? fault.endsInside(cursor.text, opened)
      : (foreign(cursor) ?? {
          at: cursor.at,
          says: 'A colon should stand between a field name and its value. Add it.',
          found: quoted(cursor),
        }),
  noComma: (cursor: Cursor, opened: number): JsonFault => {
    const { text, at } = cursor;
    if (at >= text.length) return fault.endsInside(text, opened);
    const known = COMMENT.test(text.slice(at, at + 4)) ? foreign(cursor) : null;
    if (known) return known;
    if (/[\]}]/.test(text[at] ?? '')) {
      const { line, column } = lineAndColumn(text, opened);
      return {
        at,
        says: `This bracket does not close the one opened on line ${line}, column ${column}. Close that one first.`,
        found: quoted(cursor),
      };
    }
    return { at, says: 'A comma or a closing bracket is missing before this.', found: quoted(cursor) };
  },
  endsInside: (text: string, opened: number): JsonFault => {
    const { line, column } = lineAndColumn(text, opened);
    const [open, close] = text[opened] === '[' ? ['[', ']'] : ['{', '}'];
    return {
      at: text.length,
      says: `The file ends before the ${open} of line ${line}, column ${column} is closed. Add ${close}, or check that the whole file was copied.`,
      found: 'the end of the file',
    };
  },
  badEscape: ({ at }: Cursor): JsonFault => ({
    at,
    says: 'A backslash stands here with no meaning in JSON. Write two of them for one backslash, or remove it.',
    found: 'a backslash',
  }),
  textNotClosed: ({ text, at }: Cursor, opened: number, next: string | undefined): JsonFault => {
    if (next === '\t') return { at, says: 'A tab stands inside a text. Write \\t, or a space.', found: 'a tab' };
    const inside = next !== undefined && next !== '\n' && next !== '\r';
    if (inside) return { at, says: 'A control character stands inside a text. Remove it.', found: 'a control character' };
    return {
      at: opened,
      says: `The text that begins here has no closing quotation mark on its line. Add it${text.length === at ? '' : ', or write \\n for a new line'}.`,
      found: 'a text that is not closed',
    };
  },
  badNumber: (cursor: Cursor): JsonFault => ({
    at: cursor.at,
    says: 'This is not a number in JSON. Write digits only, such as 5000; put an id, a date or a range in quotation marks.',
    found: 'a number that cannot be read',
  }),
};

/** Comments and foreign quotation marks, which other languages allow. */
function foreign({ text, at }: Cursor): JsonFault | null {
  const ahead = text.slice(at, at + 4);
  if (COMMENT.test(ahead)) return { at, says: 'JSON has no comments. Remove this one.', found: 'a comment' };
  if (!FOREIGN_QUOTE.test(ahead)) return null;
  return {
    at,
    says: 'Text and field names stand in straight double quotation marks ("). Replace this mark.',
    found: `the quotation mark ${ahead[0]}`,
  };
}

function quoted({ text, at }: Cursor): string {
  return text.slice(at, at + 20).split(/\s/)[0] ?? '';
}
