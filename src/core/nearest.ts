/** Finds the word somebody probably meant, for messages that end "Did you mean ...?". */

/** Longer words are never compared: no name of ours comes near it, and the work grows with the square of the length. */
const LONGEST = 64;

/**
 * The candidate nearest to `word` by edit distance, or `null` where none is near: more than one slip for every three letters of the longer word.
 * Case, and `_` or a space for `-`, make no difference. The earlier of two equally near candidates wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = plain(word);
  if (wanted === '' || wanted.length > LONGEST) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const offered = plain(candidate);
    const allowed = Math.min(least - 1, Math.floor(Math.max(wanted.length, offered.length) / 3));
    if (offered.length > LONGEST || Math.abs(wanted.length - offered.length) > allowed) continue;
    const slips = editDistance(wanted, offered);
    if (slips > allowed) continue;
    [best, least] = [candidate, slips];
  }
  return best;
}

/**
 * How many slips make `b` out of `a`: a letter too many, too few, another, or two neighbours swapped (optimal string alignment).
 * Keeps three rows, so that memory grows with the length of `b` alone.
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, at(beforeLast, j - 2) + 1);
      row.push(slips);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function plain(word: string): string {
  return word.trim().toLowerCase().replace(/[_\s]/g, '-');
}
