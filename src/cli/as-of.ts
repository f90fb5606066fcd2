/** Finds the day a copy of an ad library was taken in the name of its file: most libraries do not say it inside. */
import { isDay } from '../core/time.ts';

const DATE = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g;
const AS_OF = /as[-_ .]?of[-_ .]*$/i;

/**
 * The one day that a file name gives, or `null` where it gives none or several. A day after `asof` or `as-of` wins:
 * `2019_asof_2020-02-15.csv` is a copy of 15 February 2020.
 */
export function asOfInName(name: string): string | null {
  const days: string[] = [];
  for (const match of name.matchAll(DATE)) {
    const day = `${match[1]}-${match[2]}-${match[3]}`;
    if (!isDay(day)) continue;
    if (AS_OF.test(name.slice(0, match.index))) return day;
    days.push(day);
  }
  const [only, ...others] = new Set(days);
  return only !== undefined && others.length === 0 ? only : null;
}
