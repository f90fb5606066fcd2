/** Single cells of Meta's audience tables: counts, shares, flags and the page's spend. Each reader gives `null` for what it cannot read. */
import type { CountRange, Direction } from '../../core/observation.ts';

/** The text of a cell; empty where a program wrote its word for nothing. */
export function given(text: string): string {
  const trimmed = text.trim();
  return /^(?:na|nan|none|null)$/i.test(trimmed) ? '' : trimmed;
}

/** A whole number, also in the two forms that statistics programs give it: `27.0`, and `1e+05` for 100000. */
export function count(text: string): number | null {
  const digits = text.trim();
  return /^(?:\d{1,13}(?:\.0+)?|[1-9]e\+\d\d)$/.test(digits) && Number(digits) < 1e13 ? Number(digits) : null;
}

/** A share of the page's spend, from 0 to 1, sometimes with an exponent: `7.8674578423505e-05`. */
export function share(text: string): number | null {
  const digits = text.trim();
  if (!/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(digits)) return null;
  const part = Number(digits);
  // Shares are rounded at the fourteenth digit, so that a whole one can come out a hair above 1.
  return part <= 1 + 1e-9 ? Math.min(part, 1) : null;
}

/** `True`, `FALSE`, `true`. */
export function flag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** Whether people were reached or left out. Empty for what is only ever chosen; `null` for any other word. */
export function exclusion(text: string): Direction | '' | null {
  const word = given(text);
  if (word === '') return '';
  const left_out = flag(word);
  return left_out === null ? null : left_out ? 'exclude' : 'include';
}

const SEPARATOR = String.raw`[.,'’\s]`;
/** Thousands in threes, or in the Indian way in twos and a three; or no separators at all. */
const WHOLE = new RegExp(String.raw`^(?:\d{1,13}|\d{1,3}(?:${SEPARATOR}\d{2,3})*${SEPARATOR}\d{3})$`);
/** Longer than any amount with its sign. */
const LONGEST = 40;
const AMOUNT = /^(≤\s?)?[^\d≤<>-]*(\d[\d.,'’\s]*?)[^\d]*$/;

/**
 * A page's spend in hundredths of its currency: a whole number, or the page's own text with a currency sign and separators (`£1,234`).
 * The library says 100 for everything up to 100, so 100 is `[0, 100]`, as `≤100` is. Every currency is counted in hundredths.
 */
export function spend(text: string): CountRange | null {
  const counted = count(text);
  const printed = text.trim();
  const [, atMost, figures] = counted === null && printed.length <= LONGEST ? (AMOUNT.exec(printed) ?? []) : [];
  const hundredths = counted === null ? amount(figures ?? '') : counted * 100;
  if (hundredths === null || !Number.isSafeInteger(hundredths)) return null;
  const bounded = atMost !== undefined || hundredths === 100_00;
  return { min: bounded ? 0 : hundredths, max: hundredths };
}

function amount(figures: string): number | null {
  const [, whole, part] = /^(.*?)(?:[.,](\d{1,2}))?$/s.exec(figures) ?? [];
  if (whole === undefined || !WHOLE.test(whole)) return null;
  const units = Number(whole.replace(/\D/g, ''));
  return units * 100 + Number((part ?? '').padEnd(2, '0'));
}
