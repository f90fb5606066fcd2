/** How one practice stands against the notices over time: judged on each day of use, and closed by what the notice says later. */
import type { Severity } from './evidence.ts';
import { type Answer, answerKey, cannotTell, captureWords, gap, met, missingWords, quoteOf } from './finding.ts';
import { type PracticeId, practice as practiceOf } from './practices.ts';
import { covers, firstDay, type Period, type Spell, spells, turnsOf } from './spells.ts';
import type { Day } from './time.ts';
import type { Told } from './told.ts';
import { platformName, sentences } from './words.ts';

/** One practice, or one platform, put to the notices. */
export interface NoticeCourse {
  /** The days of use, without overlap. */
  readonly periods: readonly Period[];
  readonly today: Day;
  /** Days on which a notice was captured, or the weight of a gap changes. */
  readonly turns: readonly Day[];
  /** The answer of a day of use. `null`: the question does not arise (another rule speaks). */
  readonly inUse: (day: Day) => Answer | null;
  /** What a notice says after the use has ended, where it tells of the practice; `null` otherwise. */
  readonly toldLater: (day: Day) => Answer | null;
}

/**
 * The spells of a practice. A day of use is judged by the notices that stood on it. Once the use is over no new gap can begin:
 * the answer stays as it was, and only a notice that tells of the practice turns an open gap into `met`, from its capture.
 */
export function noticeSpells(course: NoticeCourse): readonly Spell<Answer>[] {
  const from = firstDay(course.periods);
  if (from === null) return [];
  return spells<Answer>({
    from,
    today: course.today,
    turns: [...turnsOf(course.periods), ...course.turns],
    key: answerKey,
    answer: (day, before) => {
      if (covers(course.periods, day)) return course.inUse(day);
      return before?.outcome === 'gap' ? (course.toldLater(day) ?? before) : before;
    },
  });
}

/** The answer of a day of use, from what the notices told on it (rules.md 1, S3). A denial is left to the rule on denials. */
export function disclosed(told: Told, severity: Severity): Answer | null {
  switch (told.stance) {
    case 'stated':
      return met('stated', told.evidence);
    case 'vague':
      return gap('vague', severity, told.evidence);
    case 'absent':
      return gap('absent', severity, told.evidence);
    case 'denied':
      return null;
    default:
      return notKnown(told);
  }
}

/** The answer where no notice could be read for that day. */
export function notKnown(told: Told): Answer {
  const reasons = { unreadable: 'notice-unreadable', 'no-snapshot': 'no-snapshot-at-the-time', 'no-notice': 'no-notice-captured' };
  const { stance } = told;
  return cannotTell(
    stance === 'unreadable' || stance === 'no-snapshot' || stance === 'no-notice' ? reasons[stance] : 'notice-unreadable',
    told.evidence,
  );
}

/** The answer of a notice that tells of the practice after its use has ended. */
export function toldLater(told: Told): Answer | null {
  return told.stance === 'stated' ? met('told-later', told.evidence) : null;
}

/** What the notices say, in a sentence for a reader. */
export function noticeWords(answer: Answer, practice: PracticeId): string {
  const { evidence } = answer;
  const days = captureWords(evidence);
  const notice = days.includes(' and ') ? `notices captured on ${days}` : `notice captured on ${days}`;
  const say = days.includes(' and ') ? 'say' : 'says';
  const denial = answer.reason === 'denied' ? null : quoteOf(evidence, 'denied');
  const also = denial === null ? [] : [`The notice also says: ${denial}`];
  switch (answer.reason) {
    case 'stated':
      return sentences([`The ${notice} ${say}: ${quoteOf(evidence, 'stated')}`, ...also]);
    case 'told-later':
      return sentences([
        `The ${notice}, after the use had ended, ${say}: ${quoteOf(evidence, 'stated')}`,
        'The days before stay in the history.',
        ...also,
      ]);
    case 'vague':
      return sentences([`The ${notice} ${say} only: ${quoteOf(evidence, 'vague')}`, ...also]);
    case 'absent':
      return `No passage of the ${notice} mentions ${practiceOf(practice).phrase}.`;
    default:
      return missingWords(evidence);
  }
}

/** What the party can do about the answer of a notice. */
export function noticeAdvice(answer: Answer, practice: PracticeId): string {
  if (answer.outcome === 'gap')
    return `Add a sentence to the notice on ${practiceOf(practice).phrase}; a suggestion is given. The next snapshot that holds it closes this gap, and the history stays.`;
  if (answer.outcome === 'met') return 'Nothing is needed.';
  switch (answer.reason) {
    case 'notice-unreadable':
      return 'Publish the notice as a page of text that can be read without running a script, or send us a copy. Our reading is then made again.';
    case 'no-snapshot-at-the-time':
    case 'no-notice-captured':
      return 'Send us a copy of the notice as it stood then, with the date and where it was kept.';
    default:
      return 'Say in a reply, or in your declaration, what was used.';
  }
}

/** A suggested sentence with the platform's name filled in where there is only one. */
export function suggestion(practice: PracticeId, platform: string | null): string | null {
  const { suggested } = practiceOf(practice);
  if (suggested === null || platform === null) return suggested;
  return suggested.replace(/\{platform\}/gi, platformName(platform));
}
