/** The valid file of an invented party, and files that differ from it in the fields named. */
import { readFileSync } from 'node:fs';
import { pathOf } from '../../../src/sources/declaration/paths.ts';
import { type DeclarationReading, readDeclaration } from '../../../src/sources/declaration.ts';

/** In place of a value: leaves the field out. */
export const LEFT_OUT = Symbol('left out');

/** New values by path; `LEFT_OUT` removes the field. An index past the end adds an item. */
export type Changes = Readonly<Record<string, unknown>>;

export const HARBOUR_TEXT = readFileSync(new URL('../declarations/harbour-party.json', import.meta.url), 'utf8');

/** The file's JSON with the changes made. */
export function harbour(changes: Changes = {}): unknown {
  const file: unknown = JSON.parse(HARBOUR_TEXT);
  for (const [text, value] of Object.entries(changes)) {
    const path = pathOf(text);
    let holder: unknown = file;
    for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step);
    const last = path.at(-1) ?? '';
    if (value === LEFT_OUT) Reflect.deleteProperty(Object(holder), last);
    else Reflect.set(Object(holder), last, structuredClone(value));
  }
  return file;
}

export function readHarbour(changes: Changes = {}): DeclarationReading {
  return readDeclaration(JSON.stringify(harbour(changes)));
}

/** Each error as `path | check | message`. */
export function errorsOf(changes: Changes): readonly string[] {
  return readHarbour(changes).errors.map(({ path, check, message }) => `${path} | ${check} | ${message}`);
}

/** Blocks of an audience as the tests need them. */
export const RETARGETING = {
  kind: 'web',
  op: 'include',
  domains: ['harbour-party.example'],
  consent_mechanism: 'choice in the cookie banner',
  reason: 'To remind people of the petition',
};
export const ENGAGEMENT = { op: 'include', what: ['page'], reason: 'To reach people who follow us' };
export const CRITERION = {
  criterion: 'demo.gender',
  op: 'include',
  values: ['women'],
  reason: 'The adverts are about a health service for women',
  mechanism: 'provided',
  data_source: { kind: 'platform' },
  personal_data_categories: ['gender'],
  special_category: { level: 'none' },
};
/** A file with no choice of people at all, and the truth told of it. */
export const NO_TARGETING: Changes = {
  targeting_used: false,
  audiences: LEFT_OUT,
  ad_delivery_used: false,
  'delivery.automation': false,
};
