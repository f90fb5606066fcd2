/**
 * The case put to the questions, and the findings that follow. A record that makes a claim carries what it rests on.
 */
import type { Coverage } from './coverage.ts';
import type { CriterionId } from './criteria.ts';
import type { Declaration } from './declaration.ts';
import type { Snapshot } from './notice.ts';
import type { Direction, EvidenceLevel, Money, Platform } from './observation.ts';
import type { PracticeId } from './practices.ts';
import type { Day, Instant } from './time.ts';

/**
 * A kind of targeting seen on a party's ads, rolled up: all ads of one account and criterion with the same first and last
 * day. A case holds rows like this, never ads.
 */
export interface Use {
  readonly platform: Platform;
  readonly criterion: CriterionId;
  readonly direction: Direction;
  readonly level: EvidenceLevel;
  readonly account: string;
  /** First day the ads ran. */
  readonly first: Day;
  /** Last day they are known to have run. */
  readonly last: Day;
  readonly ads: number;
  readonly spend: readonly Money[];
  /** Finest rank among them (criteria.md a.4), `null` where none. */
  readonly rank: number | null;
}

/** Ads of a platform with no regard to criteria: what ran, when, under which payer. */
export interface Running {
  readonly platform: Platform;
  readonly account: string;
  readonly payer: string;
  readonly role: AccountRole;
  readonly first: Day;
  readonly last: Day;
  readonly ads: number;
}

/** What an account is to its party. */
export type AccountRole = 'national' | 'branch' | 'candidate' | 'leader' | 'agency';

/** All that is known of one party on one day. The engine's whole input. */
export interface Case {
  readonly party: { readonly id: string; readonly name: string };
  /** The day on which the questions are asked. */
  readonly today: Day;
  readonly regime: Regime;
  /** Country of the regime as the libraries give it: a use of `geo.country` for it alone is no targeting. */
  readonly uses: readonly Use[];
  readonly running: readonly Running[];
  /** The days for which copies are stored that would show what ran. Without it nothing is ever called unused. */
  readonly coverage: readonly Coverage[];
  /** Every version that counts, oldest first. */
  readonly declarations: readonly Declaration[];
  /** Every snapshot of every notice of the party, oldest first. */
  readonly snapshots: readonly Snapshot[];
}

export type Regime = 'uk' | 'eu';
export type Outcome = 'met' | 'gap' | 'cannot-tell';
export type Severity = 'urgent' | 'high' | 'medium' | 'low' | 'info';
export type Basis = 'law' | 'guidance' | 'good-practice';
/** The ICO's six key recommendations of November 2020 (our numbering). */
export type Recommendation = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6';

/** What a finding rests on. At least one is needed to build a finding. */
export type Evidence =
  | {
      readonly kind: 'observation';
      readonly platform: Platform;
      readonly criterion: CriterionId | null;
      readonly direction: Direction | null;
      readonly level: EvidenceLevel;
      readonly ads: number;
      readonly first: Day;
      readonly last: Day;
      readonly spend: readonly Money[];
      readonly accounts: readonly string[];
    }
  | {
      readonly kind: 'disclosure';
      readonly snapshot: string;
      readonly notice: string;
      readonly captured_at: Instant;
      readonly sha256: string;
      readonly practice: PracticeId;
      readonly stance: 'stated' | 'vague' | 'denied';
      readonly quote: string;
      readonly heading: string | null;
      readonly start: number;
      readonly end: number;
      readonly reason: string | null;
      readonly pattern: string;
      readonly reader_version: string;
    }
  | {
      /** The notice was read whole and says nothing of the practice. */
      readonly kind: 'silence';
      readonly snapshot: string;
      readonly notice: string;
      readonly captured_at: Instant;
      readonly sha256: string;
      readonly practice: PracticeId;
      readonly words: number;
      readonly reader_version: string;
    }
  | {
      readonly kind: 'declaration';
      readonly declaration: string;
      readonly version: number;
      readonly path: string;
      readonly sha256: string;
      readonly published_at: Instant;
      readonly words: string;
    }
  | {
      /** What was not there when the question was asked; the evidence of a cannot-tell, and of "no declaration". */
      readonly kind: 'missing';
      readonly what:
        | 'declaration'
        | 'notice'
        | 'snapshot-at-the-time'
        | 'readable-notice'
        | 'coverage'
        | 'kind-of-audience'
        | 'values'
        | 'declared-platform';
      readonly words: string;
    };

/**
 * The answer to one question about one subject, for a stretch of days. Stretches of one subject share the id and follow one
 * another; the last is the present answer and the others are its history.
 */
export interface Finding {
  /** `{party}/{rule}/{subject}`, legible and stable: `labour/seen-not-disclosed/snapchat/geo.radius` */
  readonly id: string;
  readonly party: string;
  readonly rule: string;
  readonly rule_version: number;
  readonly subject: string;
  readonly outcome: Outcome;
  /** Kebab-case word for why: `no-declaration`, `vague`, `absent`, `no-snapshot-at-the-time`, ... */
  readonly reason: string;
  /** Only a gap has one. */
  readonly severity: Severity | null;
  readonly basis: Basis;
  readonly regime: Regime;
  readonly practice: PracticeId | null;
  readonly criterion: CriterionId | null;
  readonly platform: string | null;
  readonly level: EvidenceLevel | null;
  readonly valid_from: Day;
  /** Last day it holds; `null` while it stands. */
  readonly valid_to: Day | null;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** One sentence or two for a reader: what the evidence shows. */
  readonly reader_text: string;
  /** What the party can do. */
  readonly party_text: string;
  /** A sentence of ours that would close it, or `null`. */
  readonly suggested: string | null;
}
