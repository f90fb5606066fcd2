/** What a field needs, and what was found there, in words. */
import { type Field, fieldAt, namesUnder } from './fields.ts';
import { type Path, pathPattern } from './paths.ts';
import { PLATFORM_IDS } from './platforms.ts';
import type { Silence } from './silences.ts';
import { lawfulBasis } from './types.ts';

/** A kind of JSON value. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null';

/** What the catalogue knows of a place: an item of a list has the type that the list gives it, and no silence. */
export interface Expected {
  readonly type: string;
  readonly silences: readonly Silence[];
}

const NEEDS: Readonly<Record<string, { readonly words: string; readonly kinds: readonly Kind[] }>> = {
  id: { words: 'an id of 2 to 64 lower-case letters, digits or hyphens', kinds: ['text'] },
  'platform-id': { words: 'the id as text, in quotation marks', kinds: ['text'] },
  url: { words: 'an address that begins https://', kinds: ['text'] },
  email: { words: 'an email address', kinds: ['text'] },
  date: { words: 'a day of the calendar, written YYYY-MM-DD', kinds: ['text'] },
  time: { words: 'a time with its offset, such as 2026-04-12T09:30:00+01:00', kinds: ['text'] },
  language: { words: 'a language tag, such as en or cy', kinds: ['text'] },
  'place-code': { words: 'an ISO 3166 code, such as GB or GB-WLS', kinds: ['text'] },
  regime: { words: 'uk, or eu: and a member state, such as eu:IE', kinds: ['text'] },
  money: { words: 'an object with min, max, currency and vat_included', kinds: ['object'] },
  currency: { words: 'a currency code of three capital letters, such as GBP', kinds: ['text'] },
  answer: { words: 'true, false or "unknown"', kinds: ['boolean', 'text'] },
  'yes or no': { words: 'true or false', kinds: ['boolean'] },
  platform: { words: `one of: ${PLATFORM_IDS.join(', ')}`, kinds: ['text'] },
  'lawful basis': { words: `one of: ${lawfulBasis().options.join(', ')}`, kinds: ['text'] },
  'sha-256': { words: 'a SHA-256: 64 digits and letters from a to f', kinds: ['text'] },
  signature: { words: 'a signature in base64', kinds: ['text'] },
  granularity: { words: 'district, sector or unit for postcodes, or kilometres as a number for a circle', kinds: ['text', 'number'] },
  criterion: { words: 'a criterion of our list, such as demo.age', kinds: ['text'] },
  'any criterion': { words: 'a criterion of our list, such as demo.age', kinds: ['text'] },
  practice: { words: 'a practice of our list, such as profiling', kinds: ['text'] },
};

/** The type and the silences at a path, or `null` for a place the catalogue does not have. */
export function expectedAt(path: Path): Expected | null {
  const pattern = pathPattern(path);
  if (!pattern.endsWith('[]')) return fieldAt(pattern);
  const list: Field | null = fieldAt(pattern.slice(0, -2));
  const item = list ? /list of (.+)$/.exec(list.type)?.[1] : undefined;
  return item === undefined ? null : { type: item, silences: [] };
}

/** What a field of this type needs: completes "It needs ...". */
export function needs(type: string, path: Path): string {
  const known = NEEDS[type];
  if (known) return known.words;
  if (type.startsWith('one of: ')) return type;
  const longest = /^text\((\d+)\)$/.exec(type)?.[1];
  if (longest !== undefined) return `text of 1 to ${longest} characters`;
  const least = /^number from (\d+)$/.exec(type)?.[1];
  if (least !== undefined) return `a whole number from ${least}`;
  if (type === 'object') return `an object with ${namesUnder(pathPattern(path)).join(', ')}`;
  if (type.startsWith('list of ')) return `a list in square brackets; each item is ${needs(type.slice(8), [...path, 0])}`;
  const [one, many] = type.split(', or list of ');
  return many === undefined ? type : `${needs(one ?? '', path)}, or a list of them in square brackets`;
}

/** The same with the silences that may stand in place of a value. */
export function allowedAt(expected: Expected, path: Path): string {
  const value = needs(expected.type, path);
  return expected.silences.length === 0 ? value : `${value}; or one of: ${expected.silences.join(', ')}`;
}

/** Which kinds of JSON value a type may be written as. */
export function kindsOf(type: string): readonly Kind[] {
  const known = NEEDS[type];
  if (known) return known.kinds;
  if (type.startsWith('number')) return ['number'];
  if (type.startsWith('list of ')) return ['list'];
  if (type === 'object') return ['object'];
  return type.includes(', or list of ') ? ['list', type.startsWith('object') ? 'object' : 'text'] : ['text'];
}

/** What kind of JSON value this is. */
export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

/** A value in a few words: texts are cut, lists and objects only counted. */
export function shortly(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 57)}...` : value;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** A kind of value as a noun, to complete "... is". */
export function kindInWords(value: unknown): string {
  const words: Readonly<Record<Kind, string>> = {
    text: 'text',
    number: 'a number',
    boolean: `${value}, without quotation marks`,
    list: 'a list',
    object: 'an object',
    null: 'null',
  };
  return words[kindOf(value)];
}
