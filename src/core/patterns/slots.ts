/** Patterns as data: an anchor word, and the words that must stand near it. */
import { re } from '../language/words.ts';
import type { Hit, Pattern } from './pattern.ts';

export interface Slots {
  readonly id: string;
  readonly stance: Pattern['stance'];
  readonly says: Pattern['says'];
  readonly does_not_say?: Pattern['does_not_say'];
  readonly note?: string;
  readonly negated?: Pattern['negated'];
  readonly reads?: Pattern['reads'];
  /** Words whose polarity decides. */
  readonly anchor: string;
  /** Each of these must stand near the anchor, apart from it. */
  readonly with?: readonly string[];
  /** None of these may stand near the anchor. */
  readonly without?: string;
  /** A heading above must hold this. */
  readonly under?: string;
  /** How far from the anchor the others may stand, in characters to either side. */
  readonly near?: number;
  /** The generic word: `anchor`, the number of a `with`, or words of its own. */
  readonly reason?: 'anchor' | number | string;
  /** Names of details, by `anchor` or the number of a `with`. */
  readonly details?: Readonly<Record<string, 'anchor' | number>>;
}

/** At most this many anchors are tried in one statement: enough for any sentence, and a bound for hostile ones. */
const MOST_ANCHORS = 12;

/** Builds a pattern from its slots. Work is bounded: anchors times slots times a window. */
export function slots(spec: Slots): Pattern {
  const anchor = re(spec.anchor);
  const others = (spec.with ?? []).map(re);
  const without = spec.without === undefined ? null : re(spec.without);
  const under = spec.under === undefined ? null : re(spec.under);
  const near = spec.near ?? 200;
  const find: Pattern['find'] = (s) => {
    const { text } = s;
    if (search(anchor, text) === null) return [];
    if (under && !s.headings.some((h) => search(under, h) !== null)) return [];
    const hits: Hit[] = [];
    let tried = 0;
    for (const match of text.matchAll(anchor)) {
      if (++tried > MOST_ANCHORS) break;
      const at = match.index;
      const end = at + match[0].length;
      if (s.context && at < s.own) continue;
      const from = Math.max(0, at - near);
      // The anchor's own words are blanked, so that another slot is never met by them.
      const window = text.slice(from, at) + '\u0001'.repeat(end - at) + text.slice(end, end + near);
      if (without && search(without, text.slice(from, end + near)) !== null) continue;
      const found: { at: number; words: string }[] = [];
      for (const other of others) {
        const hit = search(other, window);
        if (hit === null) break;
        found.push({ at: from + hit.index, words: hit[0] });
      }
      if (found.length < others.length) continue;
      const places = [at, ...found.map((f) => f.at)];
      if (!places.some((place) => place >= s.own)) continue;
      const words = (key: 'anchor' | number) => (key === 'anchor' ? match[0] : (found[key]?.words ?? ''));
      const reason =
        spec.reason === undefined ? null : typeof spec.reason === 'number' || spec.reason === 'anchor' ? words(spec.reason) : spec.reason;
      const details = Object.fromEntries(Object.entries(spec.details ?? {}).map(([name, key]) => [name, words(key).trim()]));
      hits.push({ at, end, reason, details, others: places });
    }
    return hits;
  };
  return {
    id: spec.id,
    stance: spec.stance,
    negated: spec.negated ?? 'denied',
    reads: spec.reads ?? [],
    find,
    says: spec.says,
    does_not_say: spec.does_not_say ?? [],
    note: spec.note ?? null,
  };
}

function search(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  const found = pattern.exec(text);
  pattern.lastIndex = 0;
  return found;
}
