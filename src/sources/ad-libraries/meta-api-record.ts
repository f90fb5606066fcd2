/** One record of Meta's Ad Library API as text: read without losing a digit of an id, and printed so that equal values have equal texts. */
import { parsed } from '../json-record.ts';
import { redactText } from '../redact-text.ts';
import { shown } from './cells.ts';
import type { Field } from './contract.ts';
import { fieldOf, isObject, type JsonObject, USED_FIELDS } from './meta-api-fields.ts';
import { pageName } from './meta-report-cells.ts';

const IDS = ['id', '_id', 'page_id'];

/** What the text holds; `undefined` where it is no JSON. An id that came as a number is the text of its digits. */
export function recordOf(text: string): unknown {
  const record = parsed(text);
  if (!isObject(record) || !IDS.some((name) => typeof record[name] === 'number')) return record;
  // The number itself has lost its last digits: they stand in the text only, and for inner objects with such a key it does not matter.
  const digits = (key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === 'number' && IDS.includes(key) ? (context?.source ?? String(value)) : value;
  return JSON.parse(text, digits);
}

const COMPARED = USED_FIELDS.filter(({ kind }) => kind !== null);

/** The fields that are compared from copy to copy: the same for every file. */
export const FIELDS: readonly Field[] = COMPARED.flatMap(({ name, kind }) => (kind === null ? [] : [{ name, kind }]));

/** The text of each of `FIELDS` in one record: JSON with its keys in order, empty where the field is missing. */
export function printedOf(record: unknown): readonly string[] {
  if (!isObject(record)) return FIELDS.map(() => '');
  return COMPARED.map(({ name, kind, unordered }) => {
    const value = fieldOf(record, name);
    if (value === undefined) return '';
    if (name === 'page_name' && typeof value === 'string') return canonical(pageName(value, isNoPage(record)), asItIs);
    // Names can hold an imprint with an address; postcodes of `target_locations` are what was chosen.
    const clean = kind === 'name' ? redactText : asItIs;
    if (unordered && Array.isArray(value))
      return `[${value
        .map((each) => canonical(each, clean))
        .sort()
        .join(',')}]`;
    return canonical(value, clean);
  });
}

/** The id 0 stands for an account of one person, which is no page. */
export function isNoPage(record: JsonObject): boolean {
  return /^0+$/.test(String(fieldOf(record, 'page_id') ?? '').trim());
}

/** JSON with the keys of its objects in order, and without links, which can hold a token. */
function canonical(value: unknown, clean: (text: string) => string): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, clean)).join(',')}]`;
  if (isObject(value)) {
    const keys = Object.keys(value)
      .filter((key) => !isLink(key))
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key], clean)}`).join(',')}}`;
  }
  if (typeof value === 'string') return JSON.stringify(isLink(value) ? '' : clean(value));
  return JSON.stringify(value);
}

function asItIs(text: string): string {
  return text;
}

/** True for a text with a web address in it, or what is left of a token. */
export function isLink(text: string): boolean {
  return text.includes('://') || text.includes('access_token');
}

/** How a value is shown in a message: short, on one line, and never a link or an address. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return isLink(text) ? 'a link' : shown(redactText(text.slice(0, 200)));
}
