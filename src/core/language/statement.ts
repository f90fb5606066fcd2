/** Statements: a passage made whole with its lead-in, and with the question or heading it answers (notices.md 7.1). */
import type { NoticeText, Passage } from '../notice.ts';
import { fold } from './fold.ts';

export interface Statement {
  readonly passage: Passage;
  /** The page's own words. */
  readonly quote: string;
  /** Folded: what stands before the own words, then the own words. Patterns are tried on it. */
  readonly text: string;
  /** True when the words before the own ones are only the sentence before: the deciding word must then be an own one. */
  readonly context: boolean;
  /** Where the own words begin in `text`. */
  readonly own: number;
  /** Folded heading path, innermost last. */
  readonly headings: readonly string[];
  /** Folded lead-ins, outermost first. */
  readonly lead_ins: readonly string[];
  /** Folded sentence before it in the same block, or the block before; for "like that" and "this information". */
  readonly before: string;
  /** Folded text of the own words in their own case, for names that are one capital letter. */
  readonly cased: string;
}

const OWN_SUBJECT = /^(?:we|you|they|it|this|these|if|our|your|the party|when|where|for example)\b/;
/** "Data used: age. Purpose: adverts." is a row of a table written as sentences. */
const LABEL = /^[a-z][a-z ]{1,30}: \S/;
/** A sentence that cannot be understood without the one before it. */
const POINTS =
  /^(?:these|this|they|such|those|the (?:intention|purpose|aim|idea) (?:is|of this)|it|by doing (?:this|so)|in this way|both)\b/;
const NEGATIVE = /\b(?:not|never|no|none|neither|nor)\b/;

/** One statement for each passage that is not a heading. */
export function statementsOf(notice: NoticeText): Statement[] {
  const out: Statement[] = [];
  let before = '';
  let beforeBlock = -1;
  let beforeRaw = '';
  for (const passage of notice.passages) {
    const quote = notice.text.slice(passage.start, passage.end);
    const own = fold(quote.replace(/^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[).]|[•·*–-])\s+/i, ''));
    if (passage.kind === 'heading') {
      before = own;
      beforeBlock = passage.block;
      beforeRaw = quote;
      continue;
    }
    const headings = passage.headings.map(fold);
    const lead_ins = passage.lead_ins.map(fold);
    const answer = questionBefore(own, beforeRaw, passage.block === beforeBlock || headings.at(-1) === before, before);
    const labelled =
      passage.kind !== 'row' && passage.block === beforeBlock && LABEL.test(own) && LABEL.test(before) && !before.endsWith(':');
    const context =
      answer === null &&
      !labelled &&
      lead_ins.length === 0 &&
      passage.block === beforeBlock &&
      POINTS.test(own) &&
      before.length < 400 &&
      !before.endsWith('?');
    const prefix = context ? before : (answer ?? (labelled ? before : leadFor(own, lead_ins)));
    out.push({
      passage,
      quote,
      text: prefix === '' ? own : `${prefix} ${own}`,
      context,
      own: answer !== null && /^(?:yes|no)\b/.test(own) ? 0 : prefix === '' ? 0 : prefix.length + 1,
      headings,
      lead_ins,
      before,
      cased: quote,
    });
    before = own;
    beforeBlock = passage.block;
    beforeRaw = quote;
  }
  return out;
}

function leadFor(own: string, lead_ins: readonly string[]): string {
  const joined = lead_ins.join(' ');
  // A whole sentence needs no lead-in, unless the lead-in denies what follows it.
  if (OWN_SUBJECT.test(own) && /[a-z] \w+ \w+/.test(own) && !NEGATIVE.test(joined)) return '';
  return joined;
}

/** A question asked just before and answered by these words: the question's words, said or denied as the answer says. */
function questionBefore(own: string, raw: string, near: boolean, before: string): string | null {
  if (!near || !raw.trim().endsWith('?')) return null;
  const question = before.replace(/\?+$/, '').replace(/^(?:\d+[.)]\s*)/, '');
  if (/^no\b(?![ -]one)/.test(own)) return `${asStatement(question, true)}:`;
  if (/^yes\b/.test(own)) return `${asStatement(question, false)}:`;
  if (own.length < 160 && !/^(?:we|you|it|this|they)\b/.test(own)) return `${question}:`;
  return null;
}

/** "Do you share my data?" as "we do not share your data", or as "we share your data". */
function asStatement(question: string, denied: boolean): string {
  const theirs = question.replace(/\bmy\b/g, 'your').replace(/\b(?:me|i)\b/g, 'you');
  const asked = /^(?:do|does|will|would|can|may) (?:you|we|the party|it) (.*)$/.exec(theirs);
  if (asked) return denied ? `we do not ${asked[1] ?? ''}` : `we ${asked[1] ?? ''}`;
  return denied ? `not ${theirs}` : theirs;
}
