/** Does the notice speak of each practice that the ad libraries show? Works with no declaration at all. */
import { DATA_PROTECTION_LAW_FROM } from '../citations.ts';
import { criterion } from '../criteria.ts';
import type { Case, Finding, Use } from '../evidence.ts';
import { type Answer, cannotTell, finding } from '../finding.ts';
import { disclosed, noticeAdvice, noticeSpells, noticeWords, suggestion, toldLater } from '../notice-course.ts';
import { atLeastOne, missing } from '../notice-evidence.ts';
import { PRACTICE_CITATIONS, PRACTICE_SEVERITY, type PracticeQuestion, practiceQuestion, severityOf } from '../practice-questions.ts';
import type { Rule } from '../rule.ts';
import { finestRank, grouped, observations, onePlatform, periodsOf, rankRises, seenUses, usesOf, usesWithin } from '../seen.ts';
import { seenWords } from '../seen-words.ts';
import { within } from '../spells.ts';
import { captureDays, snapshotsFor, type Told, toldBy } from '../told.ts';

export const seenNotDisclosed: Rule = {
  id: 'seen-not-disclosed',
  version: 1,
  title: 'Seen in an ad library, not told in the notice',
  question: 'Does the notice speak of each practice that the ad libraries show?',
  compares: ['seen', 'told'],
  regime: 'uk',
  basis: 'law',
  citations: PRACTICE_CITATIONS,
  in_force_from: DATA_PROTECTION_LAW_FROM,
  in_force_to: null,
  serves: ['K1', 'K3'],
  outcomes: {
    met: 'The notice that stood when the practice was seen states it; or a notice captured after the use had ended states it, and so closed the gap from its day.',
    gap: 'The notice that stood when the practice was seen says nothing of it, or only general words that could mean it.',
    cannot_tell:
      'The notice could not be read whole; no snapshot of it was captured by that time, or none at all; or the library does not say what kind of own audience was used and the notice states none of the four kinds.',
    none: 'Nothing of the practice was seen; or the notice denies it, and then the question on denials speaks.',
  },
  severity: PRACTICE_SEVERITY,
  closes: 'A notice that states the practice, from the day on which it was captured. The days before stay in the history.',
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  ask,
};

function ask(c: Case): readonly Finding[] {
  const uses = seenUses(c);
  const alone = grouped(uses, (use) => `${use.platform}/${use.criterion}`).flatMap(([subject, group]) => {
    const [head] = group;
    return head === undefined ? [] : asked(c, subject, group, criterion(head.criterion).practice);
  });
  // Advertising on platforms is asked once for the party, whatever the platforms and criteria that raise it.
  return [...alone, ...asked(c, 'social-media-advertising', usesOf('social-media-advertising', uses), 'social-media-advertising')];
}

function asked(c: Case, subject: string, all: readonly Use[], practice: PracticeQuestion['practice']): readonly Finding[] {
  const row = practiceQuestion(practice);
  if (row === undefined) return [];
  const uses = all.filter((use) => use.last >= row.asked_from);
  const rises = row.severity === 'by-place' ? rankRises(uses) : [];
  const told = toldBy(practice, c.snapshots, c.today);
  const spells = noticeSpells({
    periods: periodsOf(uses),
    today: c.today,
    turns: [...captureDays(snapshotsFor(practice, c.snapshots, c.today)), ...rises, row.asked_from],
    inUse: (day) =>
      practice === 'own-audience-targeting'
        ? ofOwnAudience(told(day))
        : disclosed(told(day), severityOf(row, rises.length > 0 ? finestRank(uses, day) : null)),
    toldLater: (day) => toldLater(told(day)),
  });
  return within(spells, row.asked_from, null).map((spell) => {
    const about = usesWithin(uses, spell);
    const only = onePlatform(about);
    return finding({
      c,
      rule: seenNotDisclosed,
      subject,
      spell,
      about: observations(about),
      basis: row.basis,
      practice,
      criterion: practice === 'social-media-advertising' ? null : (about[0]?.criterion ?? null),
      platform: practice === 'social-media-advertising' ? null : only,
      reader_text: `${seenWords(practice, about)} ${noticeWords(spell.answer, practice)}`,
      party_text: noticeAdvice(spell.answer, practice),
      suggested: suggestion(practice, only),
    });
  });
}

/** The library does not say which of four practices was used: a notice that states one of them answers, and nothing else can. */
function ofOwnAudience(told: Told): Answer | null {
  if (told.stance !== 'vague' && told.stance !== 'absent') return disclosed(told, 'info');
  const kind = missing('kind-of-audience', KIND_NOT_SHOWN);
  return cannotTell('kind-of-audience-not-shown', atLeastOne([...told.evidence, kind], kind));
}

const KIND_NOT_SHOWN =
  'The library does not say whether it was an uploaded list, a lookalike, website visitors or people who engaged, and the notice states none of the four';
