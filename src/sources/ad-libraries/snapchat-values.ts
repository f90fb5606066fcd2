/** Single values of Snapchat's cells: ages, dates, numbers, circles, links and lists. Each reader gives `null` for what it cannot read. */
import type { CriterionId } from '../../core/criteria.ts';
import { type Instant, isDay } from '../../core/time.ts';

/** A list whose values are joined by commas, some with commas inside brackets: `Occupation (Legal, Education or Health),Moms`. */
export function splitList(cell: string): { readonly values: readonly string[]; readonly balanced: boolean } {
  if (!/[()]/.test(cell)) return { values: trimmed(cell.split(',')), balanced: true };
  const values: string[] = [];
  let [depth, from, balanced] = [0, 0, true];
  for (let i = 0; i < cell.length; i++) {
    const sign = cell[i];
    if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
    else if (sign === ')') balanced = false;
    else if (sign === ',' && depth === 0) {
      values.push(cell.slice(from, i));
      from = i + 1;
    }
  }
  values.push(cell.slice(from));
  // A bracket that never closes would swallow every value after it.
  if (depth > 0) return { values: trimmed(cell.split(',')), balanced: false };
  return { values: trimmed(values), balanced };
}

function trimmed(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** A code in the place of a label: `plc_418`, `ZZ_Deprecated_1`. No label of the library has an underscore. */
export function isCode(value: string): boolean {
  return /^\w*_\w*$/.test(value);
}

export interface AgeBracket {
  /** `null`: no youngest age. */
  readonly min: number | null;
  /** `null`: no oldest age. */
  readonly max: number | null;
}

/** `18+` and up, `18-34`, `17-` (17 and under), `35++` (read as `35+`), `18-18` (one year). */
export function ageBracket(text: string): AgeBracket | null {
  const match = /^(\d{1,3})(?:(\+{1,2})|-(\d{1,3})?)$/.exec(text.trim());
  if (match === null) return null;
  const [, first, plus, last] = match;
  if (plus !== undefined) return { min: Number(first), max: null };
  if (last === undefined) return { min: null, max: Number(first) };
  return Number(first) <= Number(last) ? { min: Number(first), max: Number(last) } : null;
}

/** `2019/12/12 00:01:00Z`, a moment that exists. */
export function instant(text: string): Instant | null {
  const match = /^(\d{4})\/(\d{2})\/(\d{2}) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const date = `${year}-${month}-${day}`;
  return isDay(date) ? `${date}T${hour}:${minute}:${second}Z` : null;
}

export interface Circle {
  /** As printed; the centre of a circle of 0.1 or less, which can be one house, is rounded to two decimals. */
  readonly shown: string;
  /** The unit is not stated in the file: kilometres are assumed. */
  readonly radius_km: number;
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const CIRCLE = new RegExp(`^latitude (${NUMBER});\\s*longitude (${NUMBER});\\s*radius (${NUMBER})$`, 'i');
const SMALL_KM = 0.1;

/** `latitude 52.24667;longitude 0.7125;radius 10.0` */
export function circle(text: string): Circle | null {
  const match = CIRCLE.exec(text);
  if (match === null) return null;
  const [latitude, longitude, radius_km] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || !(radius_km >= 0 && radius_km < 50_000)) return null;
  if (radius_km > SMALL_KM) return { shown: text, radius_km };
  return { shown: `latitude ${twoDecimals(latitude)};longitude ${twoDecimals(longitude)};radius ${match[3]}`, radius_km };
}

function twoDecimals(number: number): string {
  return (Math.round(number * 100) / 100).toFixed(2);
}

/** Scheme, host and path of a web address: campaign tags, click ids and form values are cut. `null` for any other scheme. */
export function webAddress(text: string): string | null {
  const address = text.trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

/** Where an ad may lead, best first. Apps named beside a deep link are only where it goes when the app is missing. */
const LANDINGS = ['web_view_url', 'deep_link_uri', 'ios_app', 'android_app'] as const;
const PROPERTY = /(?:^|,)(web_view_url|deep_link_uri|deep_link_ios_app|deep_link_android_app|ios_app|android_app):/g;

/** The landing address in a `CreativeProperties` cell. `known` is false where the cell is not in the form `web_view_url:https://...`. */
export function landing(cell: string): { readonly known: boolean; readonly address: string | null } {
  const found = [...cell.matchAll(PROPERTY)];
  const links = new Map(found.map((match, i) => [match[1] ?? '', cell.slice(match.index + match[0].length, found[i + 1]?.index)]));
  const address = LANDINGS.map((name) => webAddress(links.get(name) ?? '')).find((link) => link !== null) ?? null;
  return { known: found[0]?.index === 0, address };
}

/** The reviewed list (criteria.md, part a.5): how a label of `AdvancedDemographics` begins, in lower case, and its criterion. */
const DEMOGRAPHICS: readonly (readonly [start: string, criterion: CriterionId])[] = [
  ['education (', 'demo.education'],
  ['college graduates', 'demo.education'],
  ['occupation (', 'demo.job'],
  ['small business ', 'demo.job'],
  ['parents', 'demo.family'],
  ['moms', 'demo.family'],
  ['new moms', 'demo.family'],
  ['new parents', 'demo.family'],
  ['presence of child (', 'demo.family'],
  ['married people', 'demo.relationship'],
  ['marital status (', 'demo.relationship'],
  ['life event (', 'demo.life-event'],
  ['new mover', 'demo.life-event'],
  ['hhi: ', 'demo.income-home'],
  ['household income', 'demo.income-home'],
  ['home status (', 'demo.income-home'],
  ['renter', 'demo.income-home'],
  ['spanish speakers', 'demo.language'],
];

/** The criterion that a label names beside `segment.third-party`, or `null` where nobody has reviewed it. */
export function demographicCriterion(label: string): CriterionId | null {
  const key = label.toLowerCase();
  return DEMOGRAPHICS.find(([start]) => key.startsWith(start))?.[1] ?? null;
}
