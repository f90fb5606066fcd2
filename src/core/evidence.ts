/**
 * The nouns of Candour: what was seen, what was declared, what was told, and what follows from the three.
 * Plain data only. A record that makes a claim carries what it rests on.
 */
import type { CriterionId } from './criteria.ts';
import type { PracticeId } from './practices.ts';
import type { Day, Instant } from './time.ts';

/** A platform that publishes an ad library. */
export type Platform = 'google' | 'meta' | 'snapchat';

/** Which way a criterion was used. `used`: the source does not say whether people were reached or left out. */
export type Direction = 'include' | 'exclude' | 'used';

/** How near the evidence is to "who was chosen" (criteria.md, part e). `delivery` never gives a criterion. */
export type EvidenceLevel = 'ad' | 'page-window' | 'delivery' | 'declaration';

/**
 * An amount as the source gives it: bounds in minor units (pence) of one currency. `max: null` is an open top bucket;
 * `currency: null` means that the source does not name one, so the amount is never added to another.
 */
export interface Money {
  readonly min: number;
  readonly max: number | null;
  readonly currency: string | null;
}

/** A count as the source gives it. `max: null` is an open top bucket. */
export interface CountRange {
  readonly min: number;
  readonly max: number | null;
}

// ---- seen -----------------------------------------------------------------------------------------------------------

/** One ad as one row of an ad library gives it. Texts are as printed. */
export interface Ad {
  /** `{platform}:{the library's own id}` */
  readonly id: string;
  readonly platform: Platform;
  readonly library_id: string;
  /** Who placed it, as printed (Snapchat `OrganizationName`; Meta page name). */
  readonly buyer: string;
  /** Who paid, as printed (Snapchat `PayingAdvertiserName`). */
  readonly payer: string;
  readonly spend: Money | null;
  readonly impressions: CountRange | null;
  readonly start: Instant | null;
  /** `null`: open, the library gives no end. */
  readonly end: Instant | null;
  /** ISO 3166 country where it was shown; `null` when the library does not show places. */
  readonly country: string | null;
  /** False where the library prints no place at all for the ad: every place question is then cannot-tell. */
  readonly places_shown: boolean;
  /** What the ad is about, in the library's own words; shown, never matched on. */
  readonly about: string | null;
  /** Links to the ad's pictures in the library. */
  readonly media: readonly string[];
  /** Where the ad leads: scheme, host and path only. */
  readonly landing: string | null;
}

/** The ad library showed this ad using this criterion. */
export interface Observation {
  readonly ad: string;
  readonly criterion: CriterionId;
  readonly direction: Direction;
  readonly level: EvidenceLevel;
  /** The source column it was read from, by its own name. */
  readonly field: string;
  /** The values as printed, trimmed. Empty when the library hides them all. */
  readonly values: readonly string[];
  /** How many values the library hides or gives only as codes. */
  readonly hidden: number;
  /** Rank in the order of fineness of places (criteria.md a.4); `null` where it has none or it is not a place. */
  readonly rank: number | null;
}

/** Something in a source file that could not be placed. It names the row, the field and the reason, and what was found. */
export interface Problem {
  /** Row of the file, header not counted: the first row of data is 1. `null`: the whole file. */
  readonly row: number | null;
  /** Physical line where the row begins, header is 1. */
  readonly line: number | null;
  readonly field: string | null;
  /** Kebab-case reason, for machines. */
  readonly code: string;
  /** One sentence for people: what was found and what to do. Never holds an address or a token. */
  readonly message: string;
  /** True when the row was refused because of it. */
  readonly refused: boolean;
}

// ---- declared -------------------------------------------------------------------------------------------------------

/** A criterion that a declaration file states, on one platform, in one direction. */
export interface DeclaredUse {
  /** Where in the file: `audiences[0].criteria[2]`. */
  readonly path: string;
  readonly audience: string | null;
  readonly platform: Platform | string;
  readonly criterion: CriterionId;
  readonly direction: 'include' | 'exclude';
  readonly from: Day;
  /** `null`: no last day given. */
  readonly to: Day | null;
  readonly values: readonly string[];
  /** Rank of fineness for places, `null` otherwise. */
  readonly rank: number | null;
  readonly reason: string | null;
}

/** A practice that a declaration file states apart from criteria (profiling, combining sources). */
export interface DeclaredPractice {
  readonly path: string;
  readonly practice: PracticeId;
  readonly from: Day;
  readonly to: Day | null;
}

/** A "we do not": dated and testable. */
export interface NegativeStatement {
  readonly path: string;
  readonly subject: CriterionId | PracticeId;
  /** Empty: every platform. */
  readonly platforms: readonly string[];
  readonly from: Day;
  readonly to: Day | null;
  readonly words: string;
}

/** One version of a declaration file that counts (valid, published, attributable: gate DQ-07), read into statements. */
export interface Declaration {
  /** `{party}/{id in the file}`; versions share it. */
  readonly id: string;
  readonly version: number;
  readonly published_at: Instant;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  /** Day from which a later version replaced it; `null` while it stands. */
  readonly superseded_on: Day | null;
  readonly withdrawn: boolean;
  readonly sha256: string;
  readonly platforms: readonly string[];
  readonly uses: readonly DeclaredUse[];
  readonly practices: readonly DeclaredPractice[];
  readonly negatives: readonly NegativeStatement[];
}

// ---- told -----------------------------------------------------------------------------------------------------------

/** What a notice says of a practice (notices.md section 3). `absent` needs a notice read whole. */
export type Stance = 'stated' | 'vague' | 'denied' | 'absent' | 'unreadable';

/** One unit of a notice's text with its place. Offsets are into `NoticeText.text`, in UTF-16 units. */
export interface Passage {
  readonly kind: 'heading' | 'sentence' | 'item' | 'row';
  readonly start: number;
  readonly end: number;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  /** The words that make an item whole, outermost lead-in first. Empty when it stands by itself. */
  readonly lead_ins: readonly string[];
  /** Number of the block (paragraph, list, table) it stands in: neighbours share it. */
  readonly block: number;
}

/** A notice page turned into text: what every quote and offset points into. */
export interface NoticeText {
  readonly text: string;
  readonly passages: readonly Passage[];
  /** `lang` of the page, or `null` when it gives none. */
  readonly language: string | null;
  readonly title: string | null;
  /** Signs seen while reading the page's markup that limit what may be concluded (notices.md section 6). */
  readonly problems: readonly NoticeProblem[];
}

/** Why a notice, or part of it, could not be read (notices.md section 6). */
export interface NoticeProblem {
  readonly code: string;
  /** `whole`: nothing may be called absent. `part`: only the practices named. */
  readonly scope: 'whole' | 'part';
  readonly practices: readonly PracticeId[];
  readonly message: string;
}

/** One place where a notice speaks of a practice. */
export interface Disclosure {
  readonly practice: PracticeId;
  readonly stance: 'stated' | 'vague' | 'denied';
  /** Text of the page, word for word: `text.slice(start, end)`. */
  readonly quote: string;
  readonly heading: string | null;
  readonly lead_in: string | null;
  readonly start: number;
  readonly end: number;
  readonly pattern: string;
  /** The word that made it vague, or the words of the limit. */
  readonly reason: string | null;
  /** Words that make a denial narrow. */
  readonly limit: string | null;
  /** False where a limited denial does not answer for the practice (notices.md 4.2): listed, not counted. */
  readonly counts: boolean;
  readonly audience: readonly string[];
  readonly details: Readonly<Record<string, string>>;
}

/** A notice's answer for one practice. */
export interface PracticeReading {
  readonly practice: PracticeId;
  readonly stance: Stance;
  readonly contradiction: boolean;
  readonly disclosures: readonly Disclosure[];
}

/** A whole notice, read. Practices are in the order of the vocabulary, each exactly once. */
export interface Reading {
  readonly practices: readonly PracticeReading[];
  readonly reader_version: string;
  readonly language: string | null;
  readonly words: number;
  readonly readable: boolean;
  readonly problems: readonly NoticeProblem[];
}

/** One capture of a notice, read. It stands from its capture until the next capture of the same notice. */
export interface Snapshot {
  readonly id: string;
  readonly notice: string;
  readonly kind: 'privacy' | 'cookie' | 'imprint' | 'social';
  readonly url: string;
  readonly captured_at: Instant;
  readonly sha256: string;
  readonly reading: Reading;
}

// ---- the case and its findings ------------------------------------------------------------------------------------------

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
