/**
 * Takes postal addresses, e-mail addresses and telephone numbers out of the text of an imprint, a disclaimer or a page's name. Names of
 * people, parties and villages stay. In doubt something goes: nobody can tell an office from a home by its text.
 */
import { addresses } from './redact-text-address.ts';
import { BUILDINGS, FLOORS, STREETS, STREETS_FIRST } from './redact-text-words.ts';

const ADDRESS = '[address removed]';
const EMAIL = '[email removed]';
const TELEPHONE = '[telephone removed]';

/** One pass finds what another has laid bare. Real texts need one or two; a text that needs more is made to break the reader. */
const PASSES = 6;

/**
 * The text with `[address removed]`, `[email removed]` and `[telephone removed]` in the place of what was found. Doing it again changes
 * nothing. The time it takes grows with the text's length and no faster.
 */
export function redactText(text: string): string {
  if (!SIGN.test(text)) return text;
  let before = text;
  for (let pass = 0; pass < PASSES; pass++) {
    const after = without(ADDRESS, withoutTelephones(without(EMAIL, before, emails(before))));
    if (after === before) return after;
    before = after;
  }
  return ADDRESS;
}

/** A digit, an e-mail's sign, or a word without which nothing here is found. Most texts have none. */
const SIGN = new RegExp(
  `[\\d@]|\\b(?:${[...STREETS, ...STREETS_FIRST, ...BUILDINGS, ...FLOORS, 'box', 'pobox', 'centre', 'estate', 'park'].join('|')})\\b`,
  'i',
);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text with each stretch replaced. Stretches stand in order and do not touch. */
function without(marker: string, text: string, stretches: readonly Stretch[] = addresses(text)): string {
  if (stretches.length === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of stretches) {
    out += text.slice(at, start) + marker;
    at = end;
  }
  return out + text.slice(at);
}

/** Longest part before and after the sign in an e-mail address (RFC 5321, 4.5.3.1). */
const LOCAL = 64;
const DOMAIN = 255;
const LOCAL_SIGN = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN_SIGN = /[\p{L}\p{N}.-]/u;

/** From each `@` outwards, so that no text is gone over twice. A name such as `@party` has nothing before the sign and stays. */
function emails(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', sign + 1)) {
    const least = Math.max(sign - LOCAL, found.at(-1)?.end ?? 0);
    let start = sign;
    while (start > least && LOCAL_SIGN.test(text[start - 1] ?? '')) start -= 1;
    let end = sign + 1;
    while (end < text.length && end < sign + DOMAIN && DOMAIN_SIGN.test(text[end] ?? '')) end += 1;
    while (end > sign + 1 && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
    if (start < sign && text.slice(sign + 1, end).includes('.')) found.push({ start, end });
  }
  return found;
}

/**
 * Numbers in the forms `01632 960001`, `(020) 7946 0000`, `+44 (0)20 7946 0000`. A company's number has eight digits and an id of a page no
 * groups and up to 18 digits: both stay.
 */
const TELEPHONES = /(?<![\p{L}\p{N}])(?:\+\d{1,3}|\(?0\d{2,5}\)?)(?:[ .\u00a0-]{0,2}\(?\d{1,6}\)?){1,5}(?![\p{L}\p{N}])/gu;
/** After such a word any run of six digits or more is a number. */
const AFTER_WORD = /(?<!\p{L})((?:tel|telephone|phone|mobile|mob|fax|call|text)[.:]{0,2} {0,2})(\(?\d[\d ().\u00a0-]{4,18}\d)(?!\d)/giu;

function withoutTelephones(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(TELEPHONES, (found) => {
      const digits = found.replace(/\D/g, '').length;
      return digits >= 10 && digits <= 15 ? TELEPHONE : found;
    })
    .replace(AFTER_WORD, (found, word: string, number: string) => (number.replace(/\D/g, '').length >= 6 ? word + TELEPHONE : found));
}
