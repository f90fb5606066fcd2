/**
 * Postal addresses in the text of an imprint: found by what no name has (a postcode, a house number with a street, a PO box, a street or a
 * building that stands like one), then widened over the lines of the same address. Every step looks at a few words only.
 */
import { postcodeGranularity } from '../core/places.ts';
import { type Parsed, parse, type Segment } from './redact-text-tokens.ts';
import {
  BODIES,
  BUILDING_PAIRS,
  BUILDINGS,
  FLOORS,
  GLUE,
  PARTS_OF_BUILDINGS,
  SPEECH,
  STREETS,
  STREETS_AFTER_NUMBER,
  STREETS_FIRST,
} from './redact-text-words.ts';

/** Words `from` to `to` (not included). */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface Core extends Range {
  readonly postcode: boolean;
}

const HOUSE_NUMBER = /^(?:no|nos|#)?\d{1,4}[a-z]?(?:[-–/&]\d{1,4}[a-z]?)?$/;
/** The two halves of a postcode; its area need not exist, since people misspell. */
const OUTWARD = /^[a-z]{1,2}\d{1,2}[a-z]?$/;
const INWARD = /^\d(?!st|nd|rd|th)[a-z]{2}$/;
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/;
/** A street's name has at most this many words between its number and its kind. */
const STREET_WORDS = 6;
const PLACE_WORDS = 4;
const LINES = 5;

/** Where addresses stand in the text: offsets, in order, not touching. */
export function addresses(text: string): readonly { readonly start: number; readonly end: number }[] {
  const parsed = parse(text);
  const cores = coresOf(parsed);
  const found: Range[] = [];
  for (const core of cores) {
    const range = { from: backwards(parsed, core), to: forwards(parsed, core, cores) };
    const last = found.at(-1);
    if (last !== undefined && range.from <= last.to)
      found[found.length - 1] = { from: Math.min(last.from, range.from), to: Math.max(last.to, range.to) };
    else found.push(range);
  }
  return found.flatMap(({ from, to }) => {
    const [first, last] = [parsed.words[from], parsed.words[to - 1]];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

function coresOf(parsed: Parsed): readonly Core[] {
  const cores: Core[] = [];
  for (const [s, segment] of parsed.segments.entries()) {
    const inside: Core[] = [];
    for (let i = segment.from; i < segment.to; i++) {
      const to = postcodeAt(parsed, segment, i) ?? boxAt(parsed, segment, i) ?? streetAt(parsed, s, i);
      if (to === null) continue;
      inside.push({ from: i, to, postcode: postcodeAt(parsed, segment, i) !== null });
      i = Math.max(i, to - 1);
    }
    if (inside.length === 0 && isAddressLine(parsed, segment)) inside.push({ from: segment.from, to: segment.to, postcode: false });
    for (const core of inside) if (core.from >= (cores.at(-1)?.to ?? 0)) cores.push(core);
  }
  return cores;
}

function postcodeAt({ words }: Parsed, segment: Segment, i: number): number | null {
  const key = words[i]?.key ?? '';
  if (!/\d/.test(key) || key.length > 8) return null;
  if (postcodeGranularity(key) === 'unit') return i + 1;
  return i + 1 < segment.to && OUTWARD.test(key) && INWARD.test(words[i + 1]?.key ?? '') ? i + 2 : null;
}

/** `PO Box 12`, `P.O. Box 12`, `P O Box 12`, `Post Office Box 12`. */
function boxAt({ words }: Parsed, segment: Segment, i: number): number | null {
  const key = (at: number): string => (at < segment.to ? (words[at]?.key ?? '') : '');
  let at = -1;
  if (key(i) === 'po' && key(i + 1) === 'box') at = i + 2;
  else if (key(i) === 'pobox') at = i + 1;
  else if ((key(i) === 'p' || key(i) === 'post') && (key(i + 1) === 'o' || key(i + 1) === 'office') && key(i + 2) === 'box') at = i + 3;
  if (at === -1) return null;
  return Math.min(/\d/.test(key(at)) ? at + 1 : at, segment.to);
}

/** A house number, a name and a kind of street or building: `12a High Street`, `12, Rose Cottages`. */
function streetAt({ words, segments }: Parsed, s: number, i: number): number | null {
  const segment = segments[s];
  if (segment === undefined || !HOUSE_NUMBER.test(words[i]?.key ?? '')) return null;
  const next = segments[s + 1];
  // One comma may stand after the number.
  const limit = i === segment.from && i + 1 === segment.to && next?.border === 'comma' ? next.to : segment.to;
  // `Jo 4 Little Green`, with nothing after it, is said for somebody.
  const isSlogan = i > segment.from && next === undefined && /^[24]$/.test(words[i]?.key ?? '');
  let to: number | null = null;
  for (let j = i + 1; j < limit && j <= i + STREET_WORDS; j++) {
    const key = words[j]?.key ?? '';
    if (SPEECH.has(key)) break;
    if (j === i + 1) {
      if (STREETS_FIRST.has(key) && j + 1 < limit) to = j + 2;
      continue;
    }
    if (STREETS.has(key) || (STREETS_AFTER_NUMBER.has(key) && !isSlogan) || BUILDINGS.has(key)) to = j + 1;
  }
  return to;
}

/** A line that is an address by its place and its last words: `, Rose Cottage,` or `of Mill Road Anytown`. */
function isAddressLine({ words }: Parsed, segment: Segment): boolean {
  if (segment.border !== 'comma' && segment.border !== 'lead') return false;
  const keys = keysOf(words, segment);
  return isPart(keys) || isBuilding(keys) || isStreet(keys);
}

function keysOf(words: Parsed['words'], { from, to }: Range): readonly string[] {
  return to - from > STREET_WORDS + PLACE_WORDS ? [] : words.slice(from, to).map(({ key }) => key);
}

/** `Flat 2b`, `Unit 4`, `2nd Floor`, `Ground Floor`. */
function isPart(keys: readonly string[]): boolean {
  const [first = '', second = ''] = keys;
  if (keys.length === 1 && HOUSE_NUMBER.test(first)) return false;
  if (second === 'floor' && (FLOORS.has(first) || ORDINAL.test(first))) return true;
  return PARTS_OF_BUILDINGS.has(first) && keys.length <= PLACE_WORDS && /^(?:\d{1,4}[a-z]?|[a-z]\d{0,3})(?:[-–/&].{1,5})?$/.test(second);
}

function isBuilding(keys: readonly string[]): boolean {
  const [last = '', before = ''] = [keys.at(-1), keys.at(-2)];
  if (keys.length < 2 || keys.length > PLACE_WORDS + 1 || keys.some((key) => SPEECH.has(key))) return false;
  if (BUILDING_PAIRS.has(`${before} ${last}`)) return true;
  return BUILDINGS.has(last) && !(before === 'the' && last === 'house');
}

function isStreet(keys: readonly string[]): boolean {
  if (keys.some((key) => SPEECH.has(key))) return false;
  const at = keys.findLastIndex((key) => STREETS.has(key));
  if (at === -1) return keys.length === 2 && STREETS_FIRST.has(keys[0] ?? '');
  const named = keys[0] === 'the' ? at - 1 : at;
  return (
    named >= 1 &&
    keys[at - 1] !== 'the' &&
    at <= STREET_WORDS &&
    keys.length - at - 1 <= 3 &&
    !keys.slice(at + 1).some((key) => BODIES.has(key))
  );
}

function backwards(parsed: Parsed, core: Core): number {
  const { words, segments } = parsed;
  const s = words[core.from]?.segment ?? 0;
  const segment = segments[s];
  if (segment === undefined) return core.from;
  const before = { from: segment.from, to: core.from };
  let from = core.from;
  if (before.to > before.from) {
    const whole = core.postcode
      ? isPlace(parsed, before, STREET_WORDS)
      : isBuilding(keysOf(words, before)) || isPart(keysOf(words, before));
    const open = segment.border === 'comma' || segment.border === 'lead';
    if (whole && (open || before.to - before.from === 1)) from = segment.from;
    // No comma says where the name before a town ends: one word is taken as the town.
    else if (core.postcode && isPlace(parsed, { from: core.from - 1, to: core.from }, 1)) return core.from - 1;
    else return core.from;
  }
  let line = s;
  for (let lines = 0; lines < LINES && (segments[line]?.border === 'comma' || segments[line]?.border === 'stop'); lines++) {
    const previous = segments[line - 1];
    if (previous === undefined || previous.leads) break;
    const keys = keysOf(words, previous);
    const built = isBuilding(keys) || isPart(keys) || (keys.length === 1 && HOUSE_NUMBER.test(keys[0] ?? ''));
    const open = previous.border === 'comma' || previous.border === 'lead';
    if (segments[line]?.border === 'stop' && !built) break;
    if (!built && !(core.postcode && open && isPlace(parsed, previous, PLACE_WORDS))) break;
    from = previous.from;
    line -= 1;
  }
  return from;
}

function forwards(parsed: Parsed, core: Core, cores: readonly Core[]): number {
  const { words, segments } = parsed;
  const s = words[core.to - 1]?.segment ?? 0;
  const end = segments[s]?.to ?? core.to;
  const next = firstCoreFrom(cores, core.to);
  if (end > core.to) {
    const rest = { from: core.to, to: next !== null && next.from < end ? next.from : end };
    if (rest.to > rest.from && !isPlace(parsed, rest, PLACE_WORDS)) return core.to;
    if (rest.to < end) return next?.postcode === true ? rest.to : core.to;
  }
  let to = end;
  for (let line = s + 1; line <= s + LINES; line++) {
    const segment = segments[line];
    if (segment === undefined || segment.border === 'lead' || segment.border === 'hard') break;
    const holds = next !== null && next.from >= segment.from && next.from < segment.to;
    if (holds) {
      const gap = { from: segment.from, to: next.from };
      return gap.to === gap.from || isPlace(parsed, gap, PLACE_WORDS) ? next.from : to;
    }
    if (!isPlace(parsed, segment, PLACE_WORDS)) break;
    // A full stop is crossed only where more of the address follows at once.
    if (segment.border === 'stop' && !(next?.postcode && (words[next.from]?.segment ?? 0) <= line + 1)) break;
    to = segment.to;
  }
  return to;
}

/** The first core that begins at this word or after it: cores stand in order, and a few words lie between. */
function firstCoreFrom(cores: readonly Core[], word: number): Core | null {
  let [low, high] = [0, cores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cores[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return cores[low] ?? null;
}

/** Words that may be a town, a county or a country. */
function isPlace({ words, segments }: Parsed, { from, to }: Range, most: number): boolean {
  if (to <= from || to - from > most) return false;
  const segment = segments[words[from]?.segment ?? 0];
  if (segment?.leads === true && segment.to === to) return false;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined || SPEECH.has(word.key) || BODIES.has(word.key)) return false;
    if (/\d/.test(word.key) && postcodeGranularity(word.key) === null && !/^\d{5}(?:-\d{4})?$/.test(word.key)) return false;
    const small = GLUE.has(word.key);
    if (small && (i === from || i === to - 1)) return false;
    if (!small && !word.upper && to - from > 2) return false;
  }
  return true;
}
