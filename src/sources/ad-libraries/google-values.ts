/** Single values of Google's cells: ids, ranges, amounts and dates. Each reader gives `null` for what it cannot read. */
import type { CountRange } from '../../core/observation.ts';
import { type Instant, isDay } from '../../core/time.ts';

/** The id of an advertiser: `AR` and 14 to 18 digits in 2019, 20 now. An id is text: no number holds 20 digits. */
export function advertiserId(text: string): string | null {
  return id(text, /^AR\d{10,22}$/);
}

/** The id of an ad: `CR` and digits, as for advertisers. */
export function adId(text: string): string | null {
  return id(text, /^CR\d{10,22}$/);
}

function id(text: string, form: RegExp): string | null {
  if (form.test(text)) return text;
  const trimmed = text.trim();
  return form.test(trimmed) ? trimmed : null;
}

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)\s?([kmb]?)`;
const BOUNDS = new RegExp(String.raw`^${NUMBER}\s?[-–—]\s?${NUMBER}$`, 'i');
const ONE_BOUND = new RegExp(String.raw`^(≤|<=|<|≥|>=|>)\s?${NUMBER}$`, 'i');
const ALONE = /^\d{1,15}$/;
const SCALE: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };
/** Longer than any range. */
const LONGEST = 60;

/** `≤ 10k`, `10k–100k`, `> 10M` (open at the top), `1750000-2000000`, with a dash or a hyphen. Bounds are as printed. */
export function countRange(text: string): CountRange | null {
  const cell = text.trim();
  if (cell.length > LONGEST) return null;
  const bounds = BOUNDS.exec(cell);
  if (bounds !== null) return ordered(scaled(bounds[1], bounds[2]), scaled(bounds[3], bounds[4]));
  const one = ONE_BOUND.exec(cell);
  if (one !== null) {
    const bound = scaled(one[2], one[3]);
    if (bound === null) return null;
    return /[≤<]/.test(one[1] ?? '') ? { min: 0, max: bound } : { min: bound, max: null };
  }
  return ALONE.test(cell) ? { min: Number(cell), max: Number(cell) } : null;
}

function ordered(min: number | null, max: number | null): CountRange | null {
  return min === null || max === null || min > max ? null : { min, max };
}

function scaled(digits: string | undefined, unit: string | undefined): number | null {
  const count = Math.round(Number((digits ?? '').replaceAll(',', '')) * (SCALE[(unit ?? '').toLowerCase()] ?? Number.NaN));
  return Number.isSafeInteger(count) ? count : null;
}

/** An amount in whole units, rarely with decimals, as minor units: `3150` is 315000. */
export function minorUnits(text: string): number | null {
  const amount = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(text.trim());
  if (amount === null) return null;
  return Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0'));
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)? ?(?:UTC|Z|[+-]00:?00)?$/;

/** `2019-09-25 07:00:00.000000 UTC`, also with a `T`, a `Z` or no zone, and without seconds. Parts of seconds are cut. */
export function moment(text: string): Instant | null {
  const match = MOMENT.exec(text.trim());
  if (match === null) return null;
  const [, day = '', hour, minute, second = '00'] = match;
  return isDay(day) ? `${day}T${hour}:${minute}:${second}Z` : null;
}
