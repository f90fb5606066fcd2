/** Does the notice speak of each practice that the party declares? */
import { DATA_PROTECTION_LAW_FROM } from '../citations.ts';
import type { DeclaredUse } from '../declaration.ts';
import { type DeclaredItem, declaredItems, itemEvidence, itemsOf } from '../declared.ts';
import type { Case, Finding } from '../evidence.ts';
import { finding } from '../finding.ts';
import { disclosed, noticeAdvice, noticeSpells, noticeWords, suggestion, toldLater } from '../notice-course.ts';
import { PRACTICE_CITATIONS, PRACTICE_QUESTIONS, PRACTICE_SEVERITY, type PracticeQuestion, severityOf } from '../practice-questions.ts';
import { practice as practiceOf } from '../practices.ts';
import type { Rule } from '../rule.ts';
import { onePlatform, rankOf, usesWithin } from '../seen.ts';
import { union, within } from '../spells.ts';
import { type Day, dayOf } from '../time.ts';
import { captureDays, snapshotsFor, toldBy } from '../told.ts';
import { dayWords } from '../words.ts';

export const declaredNotDisclosed: Rule = {
  id: 'declared-not-disclosed',
  version: 1,
  title: 'Declared, not told in the notice',
  question: 'Does the notice speak of each practice that the party declares?',
  compares: ['declared', 'told'],
  regime: 'uk',
  basis: 'law',
  citations: PRACTICE_CITATIONS,
  in_force_from: DATA_PROTECTION_LAW_FROM,
  in_force_to: null,
  serves: ['K1', 'K2', 'K3'],
  outcomes: {
    met: 'The notice that stood in the days declared states the practice; or a notice captured after those days states it, and so closed the gap from its day.',
    gap: 'The notice that stood in the days declared says nothing of the practice, or only general words that could mean it.',
    cannot_tell: 'The notice could not be read whole, or no snapshot of it was captured by that time, or none at all.',
    none: 'Nothing of the practice is declared; or the notice denies it, and then the question on denials speaks. Automatic delivery is not asked about yet: the law on automated decisions changed in 2026.',
  },
  severity: PRACTICE_SEVERITY,
  closes: 'A notice that states the practice, from the day on which it was captured. The days before stay in the history.',
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  ask,
};

function ask(c: Case): readonly Finding[] {
  const items = declaredItems(c);
  return PRACTICE_QUESTIONS.flatMap((row) => asked(c, row, itemsOf(row.practice, items)));
}

function asked(c: Case, row: PracticeQuestion, all: readonly DeclaredItem[]): readonly Finding[] {
  const { practice } = row;
  const items = all.filter((item) => item.first <= c.today && (item.last === null || item.last >= row.asked_from));
  const told = toldBy(practice, c.snapshots, c.today);
  const spells = noticeSpells({
    periods: union(items),
    today: c.today,
    turns: [...captureDays(snapshotsFor(practice, c.snapshots, c.today)), ...items.map((item) => item.first)],
    inUse: (day) => disclosed(told(day), severityOf(row, finestDeclared(items, day))),
    toldLater: (day) => toldLater(told(day)),
  });
  return within(spells, row.asked_from, null).map((spell) => {
    const about = usesWithin(items, spell);
    return finding({
      c,
      rule: declaredNotDisclosed,
      subject: practice,
      spell,
      about: itemEvidence(about),
      basis: row.basis,
      practice,
      reader_text: `${declaredWords(c.party.name, practice, about)} ${noticeWords(spell.answer, practice)}`,
      party_text: noticeAdvice(spell.answer, practice),
      suggested: suggestion(practice, onePlatform(about.flatMap(({ platform }) => (platform === null ? [] : [{ platform }])))),
    });
  });
}

/** The finest rank of place declared for a day on or before `day`. */
function finestDeclared(items: readonly DeclaredItem[], day: Day): number | null {
  const ranks = items.filter((item) => item.first <= day).flatMap((item) => statedRank(item));
  return ranks.length > 0 ? Math.max(...ranks) : null;
}

function statedRank(item: DeclaredItem): readonly number[] {
  const use: DeclaredUse | undefined = item.declaration.uses.find((one) => one.path === item.path && one.criterion === item.criterion);
  const rank = use === undefined ? null : rankOf(use);
  return rank === null ? [] : [rank];
}

function declaredWords(party: string, practice: PracticeQuestion['practice'], items: readonly DeclaredItem[]): string {
  const newest = [...items].sort((a, b) => (a.declaration.published_at < b.declaration.published_at ? 1 : -1))[0];
  const dated = newest === undefined ? '' : ` in the declaration dated ${dayWords(dayOf(newest.declaration.published_at))}`;
  return `${party} declares ${practiceOf(practice).phrase}${dated}.`;
}
