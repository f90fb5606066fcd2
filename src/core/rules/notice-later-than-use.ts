/** Was the notice's text there when the practice began? Nothing changes the dates, so the answer of a practice never closes. */
import { comparison, DATA_PROTECTION_LAW_FROM, recommendation, ukGdpr } from '../citations.ts';
import { type DeclaredItem, declaredItems, itemEvidence, itemsOf } from '../declared.ts';
import type { Case, Evidence, Finding, Use } from '../evidence.ts';
import { type Answer, cannotTell, finding, gap, met, missingWords, quoteOf } from '../finding.ts';
import { suggestion } from '../notice-course.ts';
import { atLeastOne, missing } from '../notice-evidence.ts';
import { PRACTICE_QUESTIONS } from '../practice-questions.ts';
import { type PracticeId, practice as practiceOf } from '../practices.ts';
import type { Rule } from '../rule.ts';
import { observations, seenUses, usesOf } from '../seen.ts';
import { firstDay, type Spell } from '../spells.ts';
import { type Day, dayOf } from '../time.ts';
import { captureDays, snapshotsFor, toldBy } from '../told.ts';
import { capitalised, dayWords, sentences } from '../words.ts';

export const noticeLaterThanUse: Rule = {
  id: 'notice-later-than-use',
  version: 1,
  title: 'The notice spoke of it only later',
  question: "Was the notice's text there when the practice began?",
  compares: ['seen', 'declared', 'told'],
  regime: 'uk',
  basis: 'law',
  citations: [
    ukGdpr('Article 13(3)', 'verify'),
    recommendation('K1'),
    comparison('Danish Data Protection Agency, 22 December 2021', '2019-431-0031', 'read'),
  ],
  in_force_from: DATA_PROTECTION_LAW_FROM,
  in_force_to: null,
  serves: ['K1'],
  outcomes: {
    met: 'A snapshot that stood on the first day of use states the practice.',
    gap: 'The passage appears only in a snapshot captured after the first day of use, and the snapshot that stood on that day does not state it.',
    cannot_tell:
      'No snapshot was captured by the first day of use, or it could not be read whole; or the library shows only a window and not a day.',
    none: 'Nothing was seen or declared, or no notice states the practice yet: then other questions speak.',
  },
  severity: 'Always medium.',
  closes: 'Nothing changes the dates. A reply can say when and why the text was added.',
  changes: [
    {
      version: 1,
      on: '2026-11-24',
      what: 'First version: asks whether the passage was added later. Whether the notice followed later changes is not asked yet.',
    },
  ],
  ask,
};

function ask(c: Case): readonly Finding[] {
  const uses = seenUses(c);
  const items = declaredItems(c).filter((item) => item.first <= c.today);
  return PRACTICE_QUESTIONS.filter((row) => row.practice !== 'own-audience-targeting').flatMap(({ practice }) =>
    asked(c, practice, usesOf(practice, uses), itemsOf(practice, items)),
  );
}

function asked(c: Case, practice: PracticeId, uses: readonly Use[], items: readonly DeclaredItem[]): readonly Finding[] {
  const first = firstDay([...uses, ...items]);
  if (first === null) return [];
  const about = beginning(uses, items, first);
  const spell = answerOf(c, practice, first, about.every(isWindow));
  if (spell === null) return [];
  return [
    finding({
      c,
      rule: noticeLaterThanUse,
      subject: practice,
      spell,
      about,
      practice,
      reader_text: readerText(practice, spell, first, about.every(isWindow)),
      party_text:
        spell.answer.outcome === 'gap'
          ? 'Nothing changes the dates. Say in a reply when and why the text was added. A history of changes at the foot of the notice would show it.'
          : spell.answer.outcome === 'met'
            ? 'Nothing is needed.'
            : 'Send us a copy of the notice as it stood when the practice began, with the date and where it was kept.',
      suggested: suggestion(practice, null),
    }),
  ];
}

/** The answer from the day on which the passage was there: the first day of use, or the capture that first holds it. */
function answerOf(c: Case, practice: PracticeId, first: Day, onlyWindow: boolean): Spell<Answer> | null {
  const told = toldBy(practice, c.snapshots, c.today);
  const atFirst = told(first);
  if (atFirst.stance === 'stated') return { from: first, to: null, answer: met('there-at-first-use', atFirst.evidence) };
  const added = captureDays(snapshotsFor(practice, c.snapshots, c.today)).find((day) => day > first && told(day).stance === 'stated');
  if (added === undefined) return null;
  const { evidence } = told(added);
  const cannot = (reason: string, missed: Evidence): Spell<Answer> => ({
    from: added,
    to: null,
    answer: cannotTell(reason, atLeastOne([...evidence, missed], missed)),
  });
  if (atFirst.stance === 'no-snapshot') return cannot('no-snapshot-before-first-use', atFirst.evidence[0]);
  if (atFirst.stance === 'unreadable') return cannot('notice-unreadable', atFirst.evidence[0]);
  if (onlyWindow)
    return cannot('window-not-a-day', missing('coverage', 'The library shows a window and not the day on which the practice began'));
  return { from: added, to: null, answer: gap('added-later', 'medium', evidence) };
}

/** What shows that the practice began on that day. A declaration or an ad gives the day; a window alone does not. */
function beginning(uses: readonly Use[], items: readonly DeclaredItem[], first: Day): readonly Evidence[] {
  return [...observations(uses.filter((use) => use.first === first)), ...itemEvidence(items.filter((item) => item.first === first))];
}

function isWindow(evidence: Evidence): boolean {
  return evidence.kind === 'observation' && evidence.level === 'page-window';
}

function readerText(practice: PracticeId, spell: Spell<Answer>, first: Day, onlyWindow: boolean): string {
  const { answer } = spell;
  const began = onlyWindow ? `in a window that began on ${dayWords(first)}` : `on ${dayWords(first)}`;
  const seen = `${capitalised(practiceOf(practice).phrase)}: first seen or declared ${began}.`;
  const quote = quoteOf(answer.evidence, 'stated');
  if (answer.outcome === 'met') return sentences([seen, `The notice that stood then says: ${quote}`]);
  const [head] = answer.evidence;
  const captured = head.kind === 'disclosure' ? dayOf(head.captured_at) : spell.from;
  const since = `The passage ${quote} is in the notice since ${dayWords(captured)}.`;
  return answer.outcome === 'gap' ? `${seen} ${since}` : `${seen} ${since} ${missingWords(answer.evidence)}`;
}
