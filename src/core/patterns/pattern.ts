/** What a pattern is: a rule that tries to find one practice in one statement, with sentences that prove it. */

import type { Aside } from '../language/filters.ts';
import type { Statement } from '../language/statement.ts';
import type { PracticeId } from '../practices.ts';

/** Where a pattern hit in a statement's folded text, and what it read there. */
export interface Hit {
  /** The word whose polarity decides, as `[at, end)` of `Statement.text`. */
  readonly at: number;
  readonly end: number;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string>>;
  /** The words matched beside the anchor, for quoting rows and checking whose words they are. */
  readonly others: readonly number[];
}

export interface Pattern {
  /** Kebab-case, unique within its family. */
  readonly id: string;
  /** What the words say when nothing denies them. `denied`: the words themselves are a denial. */
  readonly stance: 'stated' | 'vague' | 'denied';
  /** What a negation over the words makes of them. `nothing`: the denial answers another question. */
  readonly negated: 'denied' | 'listed' | 'nothing';
  /** Kinds of aside that the pattern reads all the same. */
  readonly reads: readonly Aside[];
  readonly find: (s: Statement) => readonly Hit[];
  /** Sentences of ours that it must find, with its stance. */
  readonly says: readonly string[];
  /** Near misses: no pattern of the practice may find anything in them. */
  readonly does_not_say: readonly string[];
  readonly note: string | null;
}

/** The patterns of one practice in one language; one file each, named `{practice}.{language}.ts`. */
export interface PatternFamily {
  readonly id: string;
  readonly practice: PracticeId;
  readonly language: string;
  readonly patterns: readonly Pattern[];
}
