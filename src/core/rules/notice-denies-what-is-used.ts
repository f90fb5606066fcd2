/** Does the notice say "we do not" of something declared or seen? */
import { DATA_PROTECTION_LAW_FROM, edpb, recommendation, ukGdpr } from '../citations.ts';
import { type DeclaredItem, declaredItems, itemEvidence, itemsOf } from '../declared.ts';
import { denialAnswer } from '../denials.ts';
import type { Case, Finding, Use } from '../evidence.ts';
import { type Answer, answerKey, captureWords, finding, missingWords, quoteOf } from '../finding.ts';
import { noticeWords, suggestion, toldLater } from '../notice-course.ts';
import { PRACTICE_QUESTIONS } from '../practice-questions.ts';
import type { PracticeId } from '../practices.ts';
import type { Rule } from '../rule.ts';
import { observations, onePlatform, seenUses, usesOf, usesWithin } from '../seen.ts';
import { seenWords } from '../seen-words.ts';
import { covers, firstDay, lastCovered, type Period, type Spell, spells, turnsOf, union } from '../spells.ts';
import { type Day, dayOf } from '../time.ts';
import { captureDays, OWN_AUDIENCE, snapshotsFor, toldBy } from '../told.ts';
import { dayWords, sentence, sentences } from '../words.ts';

export const noticeDeniesWhatIsUsed: Rule = {
  id: 'notice-denies-what-is-used',
  version: 1,
  title: 'Denied in the notice, and declared or seen',
  question: 'Does the notice say “we do not” of something declared or seen?',
  compares: ['seen', 'declared', 'told'],
  regime: 'uk',
  basis: 'law',
  citations: [ukGdpr('Article 5(1)(a)', 'verify'), recommendation('K1'), edpb('paragraph 114')],
  in_force_from: DATA_PROTECTION_LAW_FROM,
  in_force_to: null,
  serves: ['K1', 'K3'],
  outcomes: {
    met: 'A notice captured after the use had ended states the practice, and so closed the gap from its day. That a practice was never used is not claimed in this release: it needs complete windows.',
    gap: 'The notice denies the practice, and it was declared or seen while that notice stood.',
    cannot_tell:
      'The notice both denies the practice and speaks of it; the denial is limited by words that do not clearly cover what was used; only an audience was seen whose kind the library does not show; or nothing was declared or seen, and coverage is not known to be complete.',
    none: 'The notice denies nothing.',
  },
  severity: 'Always urgent. An urgent finding from a notice is a machine reading until a person has confirmed it.',
  closes: 'A notice without the denial while the practice is in use; after that, a notice that states the practice.',
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  ask,
};

function ask(c: Case): readonly Finding[] {
  const uses = seenUses(c);
  const items = declaredItems(c).filter((item) => item.first <= c.today);
  return PRACTICE_QUESTIONS.filter((row) => row.practice !== 'own-audience-targeting').flatMap(({ practice }) =>
    asked(c, {
      practice,
      uses: usesOf(practice, uses),
      unclear: OWN_AUDIENCE.includes(practice) ? uses.filter((use) => use.criterion === 'own-audience.unspecified') : [],
      items: itemsOf(practice, items),
    }),
  );
}

/** Everything in use that may speak against a denial of one practice. */
interface Used {
  readonly practice: PracticeId;
  readonly uses: readonly Use[];
  readonly unclear: readonly Use[];
  readonly items: readonly DeclaredItem[];
}

function asked(c: Case, used: Used): readonly Finding[] {
  const { practice } = used;
  return denialSpells(c, used).map((spell) => {
    const about = aboutOf(used, spell);
    const on = [...about.uses, ...about.items.flatMap(({ platform }) => (platform === null ? [] : [{ platform }]))];
    return finding({
      c,
      rule: noticeDeniesWhatIsUsed,
      subject: practice,
      spell,
      about: [...observations(about.uses), ...itemEvidence(about.items)],
      practice,
      platform: onePlatform(on),
      reader_text: readerText(practice, spell.answer, about),
      party_text: advice(spell.answer),
      suggested: suggestion(practice, onePlatform(on)),
    });
  });
}

function denialSpells(c: Case, used: Used): readonly Spell<Answer>[] {
  const { practice, uses, unclear, items } = used;
  const sure: readonly Period[] = union([...uses, ...items]);
  const all = union([...sure, ...unclear]);
  const captured = captureDays(snapshotsFor(practice, c.snapshots, c.today));
  const from = firstDay([...all, ...captured.map((day) => ({ first: day, last: day }))]);
  if (from === null) return [];
  const told = toldBy(practice, c.snapshots, c.today);
  const inUse = (day: Day) => denialAnswer(practice, told(day), covers(sure, day) ? 'used' : 'unclear', platformsOn(used, day));
  return spells<Answer>({
    from,
    today: c.today,
    // A denial may be limited to one platform: a use that begins on another may change the answer.
    turns: [...turnsOf(all), ...turnsOf(sure), ...captured, ...platformTurns(used)],
    key: answerKey,
    answer: (day, before) => {
      if (covers(all, day)) return inUse(day);
      const last = lastCovered(all, day);
      if (last === null || inUse(last) === null) return denialAnswer(practice, told(day), 'not-seen', []);
      return before?.outcome === 'gap' ? (toldLater(told(day)) ?? before) : before;
    },
  });
}

function platformsOn({ uses, items }: Used, day: Day): readonly string[] {
  return [...uses, ...items].filter((one) => covers([one], day)).flatMap(({ platform }) => (platform === null ? [] : [platform]));
}

function platformTurns({ uses, items }: Used): readonly Day[] {
  const platforms = new Set([...uses, ...items].map(({ platform }) => platform));
  return [...platforms].flatMap((platform) => turnsOf(union([...uses, ...items].filter((one) => one.platform === platform))));
}

/** What was seen and declared in the days of a spell; nothing for a denial that nothing speaks against. */
function aboutOf(used: Used, spell: Spell<Answer>): { readonly uses: readonly Use[]; readonly items: readonly DeclaredItem[] } {
  if (NOTHING_SEEN.has(spell.answer.reason)) return { uses: [], items: [] };
  const uses = spell.answer.reason === 'only-unspecified-seen' ? used.unclear : used.uses;
  const inDays = usesWithin([...uses, ...used.items], spell);
  return { uses: uses.filter((use) => inDays.includes(use)), items: used.items.filter((item) => inDays.includes(item)) };
}

const NOTHING_SEEN: ReadonlySet<string> = new Set(['coverage-not-known', 'no-library-shows-it']);

function readerText(practice: PracticeId, answer: Answer, about: ReturnType<typeof aboutOf>): string {
  const [item] = about.items;
  const seen = about.uses.length === 0 ? [] : [seenWords(practice, about.uses)];
  const declared =
    item === undefined ? [] : [`The declaration dated ${dayWords(dayOf(item.declaration.published_at))} states: ${item.words}.`];
  const stated = quoteOf(answer.evidence, 'stated') ?? quoteOf(answer.evidence, 'vague');
  const denied = quoteOf(answer.evidence, 'denied');
  const says =
    answer.reason === 'told-later'
      ? noticeWords(answer, practice)
      : answer.reason === 'says-both'
        ? `${sentence(`The notice captured on ${captureWords(answer.evidence)} says: ${stated}`)} It also says: ${denied}`
        : `The notice captured on ${captureWords(answer.evidence)} says: ${denied}`;
  return sentences([says, ...seen, ...declared, ...(answer.outcome === 'cannot-tell' ? [missingWords(answer.evidence)] : [])]);
}

function advice(answer: Answer): string {
  if (answer.outcome === 'met') return 'Nothing is needed.';
  if (answer.outcome === 'gap')
    return 'Correct whichever is wrong, the notice or what is declared or seen, and say from when. A suggested sentence for the notice is given.';
  if (answer.reason === 'says-both') return 'Make the two passages of the notice agree.';
  if (answer.reason === 'limited-denial')
    return 'Say in the notice what the denial does not cover, or say in a reply that it covers what is shown here.';
  if (answer.reason === 'only-unspecified-seen') return 'Say in a reply, or in your declaration, what kind of audience was used.';
  return 'Nothing is needed. The denial stands, and will be compared with whatever is seen later.';
}
