/** Reads one JSON text or one JSON number. */
import type { Cursor } from './json.ts';
import { fault, type JsonFault } from './json-faults.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const PLAIN_CHARACTERS = /[^"\\\p{Cc}]*/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** The text between the quotation marks at the cursor, escapes resolved. The cursor ends after the closing mark. */
export function readText(cursor: Cursor): { readonly value: string } | JsonFault {
  const opened = cursor.at;
  const { text } = cursor;
  let value = '';
  cursor.at += 1;
  for (;;) {
    PLAIN_CHARACTERS.lastIndex = cursor.at;
    const plain = PLAIN_CHARACTERS.exec(text)?.[0] ?? '';
    value += plain;
    cursor.at += plain.length;
    const next = text[cursor.at];
    if (next === '"') break;
    if (next === '\\') {
      const escaped = readEscape(text, cursor.at);
      if (escaped === null) return fault.badEscape(cursor);
      value += escaped.value;
      cursor.at += escaped.length;
    } else if (next !== undefined && next >= '\u007f') {
      // JSON allows the control characters above ASCII.
      value += next;
      cursor.at += 1;
    } else {
      return fault.textNotClosed(cursor, opened, next);
    }
  }
  cursor.at += 1;
  return { value };
}

function readEscape(text: string, at: number): { readonly value: string; readonly length: number } | null {
  const letter = text[at + 1] ?? '';
  if (letter === 'u') {
    const digits = text.slice(at + 2, at + 6);
    return /^[0-9a-fA-F]{4}$/.test(digits) ? { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 } : null;
  }
  return Object.hasOwn(ESCAPES, letter) ? { value: ESCAPES[letter] ?? '', length: 2 } : null;
}

/** The number at the cursor. */
export function readNumber(cursor: Cursor): { readonly value: number } | JsonFault {
  NUMBER.lastIndex = cursor.at;
  const digits = NUMBER.exec(cursor.text)?.[0] ?? '';
  const after = cursor.text[cursor.at + digits.length] ?? '';
  if (digits === '' || /[\w.+-]/.test(after)) return fault.badNumber(cursor);
  cursor.at += digits.length;
  return { value: Number(digits) };
}
