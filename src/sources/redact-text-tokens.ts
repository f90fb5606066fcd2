/** The text of an imprint as words and segments: where one statement, one line of an address or one name ends and the next begins. */
import { LEADS, NO_LEAD_AFTER, STATEMENTS } from './redact-text-words.ts';

/**
 * What stands before a segment. `hard`: the text's beginning, a bracket, a new statement, something removed before. `stop`: a full stop.
 * `lead`: "of", "at", "c/o". `comma`: a comma, a line end, a dash.
 */
export type Border = 'hard' | 'stop' | 'lead' | 'comma';

export interface Word {
  /** Where it stands in the text, without quotes and full stops at its ends. */
  readonly start: number;
  readonly end: number;
  /** In lower case, without quotes and full stops. */
  readonly key: string;
  readonly upper: boolean;
  /** Index of its segment. */
  segment: number;
}

/** Words `from` to `to` (not included). */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly border: Border;
  /** It ends in a "of", "at" or "c/o" that leads to the next. */
  readonly leads: boolean;
}

export interface Parsed {
  readonly words: readonly Word[];
  readonly segments: readonly Segment[];
}

export const REMOVED = /\[(?:address|email|telephone) removed\]/;
const PIECE = new RegExp(`${REMOVED.source}|[^\\s,;()|[\\]{}<>]+|[,;()|[\\]{}<>\\n\\r]`, 'gu');
/** Full stops after these end no sentence. */
const ABBREVIATION = /^(?:\p{L}|st|rd|ave|ln|dr|sq|pl|mr|mrs|ms|no|nos|cllr|ltd|co|p\.?o|c\/o|apt|bldg)$/iu;
const DASH = /^[-–—·•/]+$/;

export function parse(text: string): Parsed {
  const words: Word[] = [];
  const borders: (Border | null)[] = [];
  let border: Border | null = 'hard';
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    if (piece === ',' || piece === ';' || piece === '\n' || piece === '\r' || DASH.test(piece)) {
      border ??= 'comma';
      continue;
    }
    if (/^[()|[\]{}<>]/.test(piece)) {
      border = 'hard';
      continue;
    }
    const word = wordOf(piece, match.index);
    if (word === null) continue;
    words.push(word);
    borders.push(border);
    border = endsSentence(piece, word.key) ? 'stop' : null;
  }
  const leads = markStatements(words, borders);
  return { words, segments: cut(words, borders, leads) };
}

function wordOf(piece: string, at: number): Word | null {
  let [from, to] = [0, piece.length];
  while (from < to && isEdge(piece[from])) from += 1;
  while (to > from && isEdge(piece[to - 1])) to -= 1;
  if (from === to) return null;
  const bare = piece.slice(from, to);
  return {
    start: at + from,
    end: at + to,
    key: bare.toLowerCase().replaceAll('.', ''),
    upper: /^[\p{Lu}\p{Lt}\d]/u.test(bare),
    segment: 0,
  };
}

function isEdge(sign: string | undefined): boolean {
  return sign !== undefined && '."“”\'‘’:!?*'.includes(sign);
}

function endsSentence(piece: string, key: string): boolean {
  return /[.:!?]["”’']?$/.test(piece) && !ABBREVIATION.test(key);
}

/** Borders before new statements ("promoted by", "on behalf of") and after leads. Gives the words that are leads. */
function markStatements(words: readonly Word[], borders: (Border | null)[]): ReadonlySet<number> {
  const leads = new Set<number>();
  for (const [i, word] of words.entries()) {
    if (STATEMENTS.has(word.key)) {
      let first = i;
      while (first > 0 && borders[first] === null && SMALL.has(words[first - 1]?.key ?? '')) first -= 1;
      borders[first] = 'hard';
      // "on behalf of": the name after it begins a segment of its own.
      if (word.key !== 'behalf') continue;
      if (words[i + 1]?.key === 'of' && borders[i + 1] === null && i + 2 < words.length) borders[i + 2] ??= 'hard';
      continue;
    }
    if (i + 1 >= words.length || borders[i + 1] !== null || !LEADS.has(word.key)) continue;
    if (word.key !== 'c/o' && borders[i] === null && NO_LEAD_AFTER.has(words[i - 1]?.key ?? '')) continue;
    leads.add(i);
    borders[i + 1] = 'lead';
  }
  return leads;
}

const SMALL: ReadonlySet<string> = new Set(['and', 'on', 'for', 'by']);

function cut(words: readonly Word[], borders: readonly (Border | null)[], leads: ReadonlySet<number>): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && borders[i] === null) continue;
    for (let w = from; w < i; w++) {
      const word = words[w];
      if (word) word.segment = segments.length;
    }
    segments.push({ from, to: i, border: borders[from] ?? 'hard', leads: leads.has(i - 1) });
    from = i;
  }
  return words.length === 0 ? [] : segments;
}
