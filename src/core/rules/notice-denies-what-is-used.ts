/** Does the notice say "we do not" of something declared or seen? */
import { type AbsenceCourse, absenceCourse } from '../absence.ts';
import { DATA_PROTECTION_LAW_FROM, edpb, recommendation, ukGdpr } from '../citations.ts';
import { type DeclaredItem, declaredItems, itemEvidence, itemsOf } from '../declared.ts';
import { denialAnswer, lookedWords, NOTHING_SEEN, unusedAnswer } from '../denials.ts';
import { deniedKinds } from '../denied-kinds.ts';
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
  version: 2,
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
    met: 'A notice captured after the use had ended states the practice, and so closed the gap from its day; or ads of the party ran, nothing of the practice was declared or seen, and the copies stored of ad libraries that show it cover every day since the denial was captured, on every platform with an ad library that is read. An advert that began before those days is not looked for.',
    gap: 'The notice denies the practice, and it was declared or seen while that notice stood.',
    cannot_tell:
      'The notice both denies the practice and speaks of it; the denial is limited by words that do not clearly cover what was used; only an audience was seen whose kind the library does not show; or nothing was declared or seen, and a day or a platform is not covered, no ads of the party ran, or the library leaves open what was used.',
    none: 'The notice denies nothing.',
  },
  severity: 'Always urgent. An urgent finding from a notice is a machine reading until a person has confirmed it.',
  closes: 'A notice without the denial while the practice is in use; after that, a notice that states the practice.',
  changes: [
    { version: 1, on: '2026-11-24', what: 'First version.' },
    {
      version: 2,
      on: '2026-11-24',
      what: 'A denial is met where complete copies of the ad libraries show that the practice was not used.',
    },
  ],
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
  const absences = absencesOf(c, practice);
  return denialSpells(c, used, absences).map((spell) => {
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
      reader_text: readerText(practice, spell.answer, about, absences.on(spell.to ?? c.today)),
      party_text: advice(spell.answer),
      suggested: suggestion(practice, onePlatform(on)),
    });
  });
}

/** What the absence of a practice comes to while the notices deny it: the days count from the capture with which the denial began. */
interface Absences {
  readonly turns: readonly Day[];
  readonly on: (day: Day) => ReturnType<AbsenceCourse['on']> | null;
}

function absencesOf(c: Case, practice: PracticeId): Absences {
  const told = toldBy(practice, c.snapshots, c.today);
  const captured = [...new Set(captureDays(snapshotsFor(practice, c.snapshots, c.today)))].sort();
  const denials = captured.filter((day, i) => {
    const before = captured[i - 1];
    return told(day).stance === 'denied' && (before === undefined || told(before).stance !== 'denied');
  });
  const kinds = deniedKinds(practice);
  const courses = denials.map((from) => ({ from, course: absenceCourse(c, { kinds, platforms: [], from, to: null }) }));
  return {
    turns: courses.flatMap(({ course }) => course.turns),
    on: (day) => courses.findLast(({ from }) => from <= day)?.course.on(day) ?? null,
  };
}

function denialSpells(c: Case, used: Used, absences: Absences): readonly Spell<Answer>[] {
  const { practice, uses, unclear, items } = used;
  const sure: readonly Period[] = union([...uses, ...items]);
  const all = union([...sure, ...unclear]);
  const captured = captureDays(snapshotsFor(practice, c.snapshots, c.today));
  const from = firstDay([...all, ...captured.map((day) => ({ first: day, last: day }))]);
  if (from === null) return [];
  const told = toldBy(practice, c.snapshots, c.today);
  const inUse = (day: Day) => denialAnswer(told(day), covers(sure, day) ? 'used' : 'unclear', platformsOn(used, day));
  return spells<Answer>({
    from,
    today: c.today,
    // A denial may be limited to one platform: a use that begins on another may change the answer.
    turns: [...turnsOf(all), ...turnsOf(sure), ...captured, ...platformTurns(used), ...absences.turns],
    key: answerKey,
    answer: (day, before) => {
      if (covers(all, day)) return inUse(day);
      const last = lastCovered(all, day);
      if (last === null || inUse(last) === null) return unusedAnswer(practice, told(day), absences.on(day)?.reason ?? 'coverage-not-known');
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

function readerText(practice: PracticeId, answer: Answer, about: ReturnType<typeof aboutOf>, absence: ReturnType<Absences['on']>): string {
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
  const looked = answer.reason === 'not-seen' && absence !== null ? [lookedWords(absence)] : [];
  return sentences([says, ...seen, ...declared, ...looked, ...(answer.outcome === 'cannot-tell' ? [missingWords(answer.evidence)] : [])]);
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
