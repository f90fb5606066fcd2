/** A notice's text to its answer for every practice. Pure: the same text gives the same reading. */

import { contradicts } from './language/contradiction.ts';
import { detectLanguage } from './language/detect.ts';
import { statementsOf } from './language/statement.ts';
import type { Disclosure, NoticeProblem, NoticeText, PracticeReading, Reading, Stance } from './notice.ts';
import { PATTERNS } from './patterns/index.ts';
import { disclosuresOf } from './patterns/try.ts';
import { PRACTICES, type PracticeId } from './practices.ts';

/** Raised with every change that can change an answer. */
export const READER_VERSION = '1';

/** More places than this say no more about a practice. */
const MOST_DISCLOSURES = 40;

/** A practice whose stance is that of others. */
const OWN_AUDIENCE: readonly PracticeId[] = ['customer-list-matching', 'lookalike-audience', 'website-retargeting', 'engagement-audience'];

/** What is disclosed of the first is disclosed of the second (notices.md section 10). */
const INCLUDED: readonly (readonly [PracticeId, PracticeId])[] = [
  ['political-opinions', 'special-category-data'],
  ['processors', 'recipients'],
  ['customer-list-matching', 'recipients'],
];

/** Reads a notice: every practice once, in the order of the vocabulary. */
export function readNotice(text: NoticeText): Reading {
  const families = PATTERNS.filter((family) => family.language === 'en');
  const covered = new Set<PracticeId>([...families.map((f) => f.practice), 'own-audience-targeting']);
  const uncovered = PRACTICES.map((p) => p.id as PracticeId).filter((id) => !covered.has(id));
  const problems: NoticeProblem[] = [...text.problems];
  if (uncovered.length > 0) {
    problems.push({
      code: 'no-pattern-yet',
      scope: 'part',
      practices: uncovered,
      message: `No pattern reads these yet, so nothing is concluded about them: ${uncovered.join(', ')}.`,
    });
  }
  const found = new Map<PracticeId, Disclosure[]>();
  const add = (d: Disclosure) => {
    const list = found.get(d.practice) ?? [];
    if (list.length < MOST_DISCLOSURES && !list.some((o) => o.start === d.start && o.stance === d.stance)) list.push(d);
    found.set(d.practice, list);
  };
  for (const statement of statementsOf(text)) for (const d of disclosuresOf(statement, families)) add(d);
  for (const [part, wider] of INCLUDED) for (const d of found.get(part) ?? []) if (d.stance !== 'denied') add({ ...d, practice: wider });

  const whole = problems.some((p) => p.scope === 'whole');
  const unread = new Set(problems.filter((p) => p.scope === 'part').flatMap((p) => p.practices));
  const silence = (practice: PracticeId): Stance => (whole || unread.has(practice) ? 'unreadable' : 'absent');
  const read = new Map<PracticeId, PracticeReading>();
  for (const { id } of PRACTICES) {
    const disclosures = (found.get(id) ?? []).toSorted((a, b) => a.start - b.start || a.end - b.end);
    read.set(id, { practice: id, stance: strongest(disclosures) ?? silence(id), contradiction: contradicts(disclosures), disclosures });
  }
  const own = OWN_AUDIENCE.flatMap((id) => read.get(id) ?? []);
  read.set('own-audience-targeting', {
    practice: 'own-audience-targeting',
    stance: ofOwnAudience(own.map((r) => r.stance)),
    contradiction: false,
    disclosures: own
      .flatMap((r) => r.disclosures.map((d) => ({ ...d, practice: 'own-audience-targeting' as const })))
      .toSorted((a, b) => a.start - b.start),
  });
  return {
    practices: PRACTICES.flatMap((p) => read.get(p.id) ?? []),
    reader_version: READER_VERSION,
    language: detectLanguage(text.text)?.code ?? text.language?.slice(0, 2).toLowerCase() ?? null,
    words: wordsIn(text.text),
    readable: !whole,
    problems,
  };
}

function strongest(disclosures: readonly Disclosure[]): 'stated' | 'vague' | 'denied' | null {
  const stances = new Set(disclosures.filter((d) => d.counts).map((d) => d.stance));
  return stances.has('stated') ? 'stated' : stances.has('vague') ? 'vague' : stances.has('denied') ? 'denied' : null;
}

function ofOwnAudience(stances: readonly Stance[]): Stance {
  if (stances.includes('stated')) return 'stated';
  if (stances.includes('vague')) return 'vague';
  if (stances.every((s) => s === 'denied')) return 'denied';
  return stances.includes('unreadable') ? 'unreadable' : 'absent';
}

function wordsIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu)) count++;
  return count;
}
