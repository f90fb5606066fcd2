/** What a question is made of, and where a party stands. */
import type { Basis, Case, Finding, Recommendation, Regime } from './evidence.ts';
import type { Day } from './time.ts';

/** A citation behind a rule: instrument, pinpoint, how sure we are that it says so. */
export interface Citation {
  readonly instrument: string;
  readonly pinpoint: string;
  readonly basis: Basis;
  readonly regime: Regime;
  readonly url: string | null;
  /** `read`: the text was read. `part`: read in part. `verify`: not yet checked; the page says so. */
  readonly confidence: 'read' | 'part' | 'second-hand' | 'verify';
}

/** A question put to every party alike. One file each under `rules/`; the file's name is the id and the address. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly question: string;
  readonly compares: readonly ('seen' | 'declared' | 'told')[];
  readonly regime: Regime;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
  readonly in_force_from: Day;
  readonly in_force_to: Day | null;
  readonly serves: readonly Recommendation[];
  /** What each outcome means, in words for the rule's page. */
  readonly outcomes: { readonly met: string; readonly gap: string; readonly cannot_tell: string; readonly none: string };
  /** How severity is set, in words. */
  readonly severity: string;
  /** What closes a gap, in words. */
  readonly closes: string;
  readonly changes: readonly { readonly version: number; readonly on: Day; readonly what: string }[];
  /** The pure question. Same case, same findings, in one order. */
  readonly ask: (c: Case) => readonly Finding[];
}

/** Where a party stands, from lowest to highest; `not-enough-evidence` stands apart (rules.md 10.1). */
export type PartyState = 'no-declaration' | 'declared-with-gaps' | 'answered' | 'closed' | 'not-enough-evidence';
