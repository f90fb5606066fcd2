/** Builds findings. A finding that cannot point at its evidence does not compile. */
import type { CriterionId } from './criteria.ts';
import type { Basis, Case, Evidence, Finding, Outcome, Severity } from './evidence.ts';
import type { Evidences } from './notice-evidence.ts';
import type { EvidenceLevel } from './observation.ts';
import type { PracticeId } from './practices.ts';
import type { Rule } from './rule.ts';
import type { Spell } from './spells.ts';
import { dayOf } from './time.ts';
import { dayWords, listWords, quoteWords, sentence } from './words.ts';

/** The answer on one day, before it is put into words. */
export interface Answer {
  readonly outcome: Outcome;
  /** Kebab-case word for why. */
  readonly reason: string;
  /** Only a gap has one. */
  readonly severity: Severity | null;
  /** What it rests on, beside what was seen or declared. */
  readonly evidence: Evidences;
}

/** What a rule adds to a spell of answers to make a finding of it. */
export interface Draft {
  readonly c: Case;
  readonly rule: Rule;
  /** Legible and stable: `snapchat/geo.radius`. */
  readonly subject: string;
  readonly spell: Spell<Answer>;
  /** What was seen or declared, which the answer is about. */
  readonly about: readonly Evidence[];
  readonly basis?: Basis;
  readonly practice?: PracticeId | null;
  readonly criterion?: CriterionId | null;
  readonly platform?: string | null;
  readonly reader_text: string;
  readonly party_text: string;
  readonly suggested?: string | null;
}

/** The finding for one spell. */
export function finding(draft: Draft): Finding {
  const { c, rule, spell } = draft;
  const { answer } = spell;
  const evidence = leading(draft.about, answer.evidence);
  return {
    id: `${c.party.id}/${rule.id}/${draft.subject}`,
    party: c.party.id,
    rule: rule.id,
    rule_version: rule.version,
    subject: draft.subject,
    outcome: answer.outcome,
    reason: answer.reason,
    severity: answer.outcome === 'gap' ? answer.severity : null,
    basis: draft.basis ?? rule.basis,
    regime: rule.regime,
    practice: draft.practice ?? null,
    criterion: draft.criterion ?? null,
    platform: draft.platform ?? null,
    level: strongestLevel(evidence),
    valid_from: spell.from,
    valid_to: spell.to,
    evidence,
    reader_text: draft.reader_text,
    party_text: draft.party_text,
    suggested: answer.outcome === 'gap' ? (draft.suggested ?? null) : null,
  };
}

/** Two answers with this key are one answer: same outcome, reason, severity, and the same words behind it. */
export function answerKey(answer: Answer): string {
  return [answer.outcome, answer.reason, answer.severity, ...answer.evidence.map(evidenceKey)].join('\n');
}

export function gap(reason: string, severity: Severity, evidence: Evidences): Answer {
  return { outcome: 'gap', reason, severity, evidence };
}

export function met(reason: string, evidence: Evidences): Answer {
  return { outcome: 'met', reason, severity: null, evidence };
}

export function cannotTell(reason: string, evidence: Evidences): Answer {
  return { outcome: 'cannot-tell', reason, severity: null, evidence };
}

/** The days of capture named by a list of evidence, oldest first, in words: `1 May 2026 and 3 May 2026`. */
export function captureWords(evidence: readonly Evidence[]): string {
  const days = evidence.flatMap((one) => (one.kind === 'disclosure' || one.kind === 'silence' ? [dayOf(one.captured_at)] : []));
  return listWords([...new Set(days)].sort().map(dayWords));
}

/** The first quoted passage of a stance; `null` when there is none. A bare answer ("No.") comes with the heading it answers. */
export function quoteOf(evidence: readonly Evidence[], stance?: 'stated' | 'vague' | 'denied'): string | null {
  const found = evidence.find((one) => one.kind === 'disclosure' && (stance === undefined || one.stance === stance));
  if (found?.kind !== 'disclosure') return null;
  const quote = quoteWords(found.quote);
  return found.quote.length < BARE && found.heading !== null ? `${quote} under the heading ${quoteWords(found.heading)}` : quote;
}

/** A quote shorter than this says little without its heading. */
const BARE = 24;

/** The words of whatever was missing, as sentences. */
export function missingWords(evidence: readonly Evidence[]): string {
  return evidence.flatMap((one) => (one.kind === 'missing' ? [sentence(one.words)] : [])).join(' ');
}

function leading(first: readonly Evidence[], rest: Evidences): Evidences {
  const [head, ...others] = first;
  return head === undefined ? rest : [head, ...others, ...rest];
}

function strongestLevel(evidence: readonly Evidence[]): EvidenceLevel | null {
  const levels = new Set(
    evidence.flatMap((one) => (one.kind === 'observation' ? [one.level] : one.kind === 'declaration' ? ['declaration' as const] : [])),
  );
  return (['ad', 'page-window', 'declaration'] as const).find((level) => levels.has(level)) ?? null;
}

/**
 * What makes two pieces of evidence the same. A passage found again in a later capture is the same passage: we decide how often
 * to look. A later version of a declaration is not the same: the party decides to publish it.
 */
function evidenceKey(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'observation':
      return ['observation', evidence.platform, evidence.criterion, evidence.direction, evidence.level].join('|');
    case 'disclosure':
      return ['disclosure', evidence.notice, evidence.practice, evidence.stance, evidence.quote].join('|');
    case 'silence':
      return ['silence', evidence.notice, evidence.practice].join('|');
    case 'declaration':
      return ['declaration', evidence.declaration, evidence.version, evidence.path].join('|');
    case 'missing':
      return ['missing', evidence.what].join('|');
  }
}
