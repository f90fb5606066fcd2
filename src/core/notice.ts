/** What a notice tells: its text, its passages, and what was read in them. Plain data. */
import type { PracticeId } from './practices.ts';
import type { Instant } from './time.ts';

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
