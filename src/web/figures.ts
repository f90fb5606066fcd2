/** Days, instants, counts and amounts as people read them. Bounds stay bounds: nothing here makes a midpoint. */
import { countWords, dayWords, fromToWords } from '../core/words.ts';

export interface Amount {
  readonly min: number;
  readonly max: number | null;
  readonly currency: string | null;
}

/** `GBP 97,367`, `GBP 1,250 to 1,500`, `up to GBP 100`, `at least GBP 1,000`; `1,250 to 1,500 (currency not given)`. Minor units in. */
export function moneyWords(amount: Amount): string {
  const unit = amount.currency === null ? '' : `${amount.currency} `;
  const after = amount.currency === null ? ' (currency not given)' : '';
  return `${bounds(amount.min, amount.max, unit, pounds)}${after}`;
}

/** Amounts of several currencies, one after the other: they are never added together. */
export function moneyList(amounts: readonly Amount[]): string {
  return amounts.length === 0 ? 'no amount given' : amounts.map(moneyWords).join('; ');
}

/** `12,000`, `1,000 to 5,000`, `up to 999`, `at least 1,000,000`. */
export function countRange(range: { readonly min: number; readonly max: number | null }): string {
  return bounds(range.min, range.max, '', whole);
}

function bounds(min: number, max: number | null, unit: string, write: (n: number) => string): string {
  if (max === null && min === 0) return 'no bounds given';
  if (max === null) return `at least ${unit}${write(min)}`;
  if (min === max) return `${unit}${write(min)}`;
  if (min === 0) return `up to ${unit}${write(max)}`;
  return `${unit}${write(min)} to ${write(max)}`;
}

function pounds(minor: number): string {
  const pence = Math.abs(minor) % 100;
  return pence === 0 ? whole(Math.trunc(minor / 100)) : `${whole(Math.trunc(minor / 100))}.${String(pence).padStart(2, '0')}`;
}

/** A whole number with commas. */
export function whole(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 ad`, `2,700 ads`. */
export function adsWords(count: number): string {
  return countWords(count, 'ad', 'ads');
}

/** `3 May 2026`; the text itself where it is no day. */
export function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? dayWords(text.slice(0, 10)) : text;
}

/** `3 May 2026, 08:00 UTC`. */
export function instant(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? `${day(text)}, ${text.slice(11, 16)} UTC` : day(text);
}

/** `3 to 9 May 2026`, `since 3 May 2026`, `day not given`. */
export function dayRange(first: string | null, last: string | null): string {
  if (first === null) return last === null ? 'day not given' : `to ${day(last)}`;
  if (last === null) return `since ${day(first)}`;
  return first === last ? day(first) : fromToWords(first, last).replace(/^from /, '');
}

/** `12 KB`, `3.4 MB`: bytes for people. */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
