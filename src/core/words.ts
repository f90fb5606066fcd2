/** Days, amounts, counts and lists as people write them. English only, and the same on every machine. */
import type { Money } from './observation.ts';
import { isPlatform, platform } from './platforms.ts';
import type { Day } from './time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `3 May 2026` */
export function dayWords(day: Day): string {
  const { date, month, year } = parts(day);
  return `${date} ${month} ${year}`;
}

/** `on 3 May 2026`, `between 3 and 9 May 2026`, `between 28 April and 3 May 2026`, `between 30 December 2025 and 2 January 2026`. */
export function betweenWords(first: Day, last: Day): string {
  if (first === last) return `on ${dayWords(first)}`;
  return `between ${shortened(first, last)} and ${dayWords(last)}`;
}

/** `from 3 to 9 May 2026`; without a last day `from 3 May 2026`. */
export function fromToWords(first: Day, last: Day | null): string {
  if (last === null) return `from ${dayWords(first)}`;
  if (first === last) return `on ${dayWords(first)}`;
  return `from ${shortened(first, last)} to ${dayWords(last)}`;
}

/** `1 day`, `30 days`; `2,700 postcodes`. */
export function countWords(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * `GBP 1,250 to 1,500`, `GBP 0 to 100`, `GBP 12.50`, `GBP 1,000 or more` for an open top; without a currency
 * `1,250 to 1,500 (currency not given)`.
 */
export function amountWords(money: Money): string {
  const figures =
    money.max === null
      ? `${units(money.min)} or more`
      : money.min === money.max
        ? units(money.min)
        : `${units(money.min)} to ${units(money.max)}`;
  return money.currency === null ? `${figures} (currency not given)` : `${money.currency} ${figures}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Words of a page or a file between quotation marks; long ones are cut between words, and the cut shows. */
export function quoteWords(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST_QUOTE) return `“${flat}”`;
  return `“${flat.slice(0, flat.lastIndexOf(' ', LONGEST_QUOTE) || LONGEST_QUOTE)} …”`;
}

const LONGEST_QUOTE = 280;

/** The text with a full stop, unless it ends a sentence already, with or without a quotation mark after it. */
export function sentence(text: string): string {
  return /[.!?…][”’]?$/.test(text) ? text : `${text}.`;
}

/** Sentences one after the other. */
export function sentences(texts: readonly string[]): string {
  return texts.map(sentence).join(' ');
}

/** The name of a platform; the id itself for one whose ad library is not read. */
export function platformName(id: string): string {
  return isPlatform(id) ? platform(id).name : id;
}

/** The first letter made a capital. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function parts(day: Day): { readonly date: number; readonly month: string; readonly year: string } {
  return { date: Number(day.slice(8, 10)), month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '', year: day.slice(0, 4) };
}

function shortened(first: Day, last: Day): string {
  const [a, b] = [parts(first), parts(last)];
  if (a.year !== b.year) return dayWords(first);
  return a.month === b.month ? String(a.date) : `${a.date} ${a.month}`;
}

function units(minor: number): string {
  const pence = Math.abs(minor) % 100;
  const whole = grouped(Math.floor(Math.abs(minor) / 100));
  return `${minor < 0 ? '-' : ''}${whole}${pence === 0 ? '' : `.${String(pence).padStart(2, '0')}`}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
