/** Names brought to a form in which they can be compared: without case, accents, marks, filling words and the s of a plural. */

export interface FoldedName {
  /** The words one after the other. */
  readonly text: string;
  readonly words: readonly string[];
  /** The words as printed that are written in capitals only, three to six letters, folded. */
  readonly capitals: readonly string[];
  /** True where the name is one such word. */
  readonly abbreviation: boolean;
  /** The first letters of a name of three words to six. */
  readonly initials: string | null;
  /** Its groups of three letters, each with how often it comes. */
  readonly groups: ReadonlyMap<string, number>;
  /** How many groups there are in all. */
  readonly size: number;
}

const FILLING = new Set(['the', 'of', 'a']);
/** A payer's words can be a page long; no name is. */
const MOST_WORDS = 60;

export function fold(name: string): FoldedName {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’`.]/g, '')
    .replace(/&/g, ' and ');
  const printed = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  const words = printed.map((word) => singular(word.toLowerCase())).filter((word) => !FILLING.has(word));
  const shouted = printed.every((word) => word === word.toUpperCase());
  const capitals = printed
    .filter((word) => /^\p{Lu}{3,6}$/u.test(word) && !(shouted && printed.length > 1))
    .map((word) => word.toLowerCase());
  const text = words.join(' ');
  return {
    text,
    words,
    capitals,
    abbreviation: printed.length === 1 && capitals.length === 1,
    initials: initialsOf(words),
    groups: groupsOf(text),
    // Of the text with a space before and after it.
    size: text.length,
  };
}

/** The words of `long` that are not in `short`, where it holds every word of `short`; else `null`. */
export function heldIn(short: FoldedName, long: FoldedName): readonly string[] | null {
  const rest = [...long.words];
  for (const word of short.words) {
    const at = rest.indexOf(word);
    if (at === -1) return null;
    rest.splice(at, 1);
  }
  return rest;
}

const JOINING = new Set(['and', 'for', 'in']);

function initialsOf(all: readonly string[]): string | null {
  const words = all.filter((word) => !JOINING.has(word));
  return words.length < 3 || words.length > 6 ? null : words.map((word) => word.slice(0, 1)).join('');
}

/** How much of their groups of three letters two names share, 0 to 1 (Sørensen and Dice). */
export function alike(a: FoldedName, b: FoldedName): number {
  const [few, many] = a.groups.size < b.groups.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [group, count] of few.groups) shared += Math.min(count, many.groups.get(group) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** How many letters must be put in, left out, changed or swapped with a neighbour to make one text of the other; `null`: more than `most`. */
export function slipsBetween(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swapped ? at(beforeLast, j - 2) + 1 : change));
    }
    if (Math.min(...row) > most) return null;
    [beforeLast, last] = [last, row];
  }
  const slips = at(last, b.length);
  return slips > most ? null : slips;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function groupsOf(text: string): ReadonlyMap<string, number> {
  const padded = ` ${text} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= padded.length; i++) {
    const group = padded.slice(i, i + 3);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
