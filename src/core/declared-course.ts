/** How something seen stands against the declarations over time: judged on each day of use, and closed by what is declared later. */
import { type Answer, answerKey } from './finding.ts';
import { covers, firstDay, lastCovered, type Period, type Spell, spells, turnsOf } from './spells.ts';
import type { Day } from './time.ts';

/** One thing seen, put to the declarations. */
export interface DeclaredCourse {
  /** The days of use, without overlap. */
  readonly periods: readonly Period[];
  readonly today: Day;
  readonly turns: readonly Day[];
  /** What the declarations standing on `standing` say of a use on the day `used`. */
  readonly judge: (used: Day, standing: Day) => Answer;
  /** What an answer becomes when a declaration that came after the use covers it. */
  readonly later: (answer: Answer) => Answer;
}

/**
 * The spells of a use. A day of use is judged by the declarations that stood on it. Once the use is over no new gap can begin: the
 * answer stays as it was, and only a declaration that covers the last day of use turns it into `met`, from the day it stands.
 */
export function declaredSpells(course: DeclaredCourse): readonly Spell<Answer>[] {
  const from = firstDay(course.periods);
  if (from === null) return [];
  return spells<Answer>({
    from,
    today: course.today,
    turns: [...turnsOf(course.periods), ...course.turns],
    key: answerKey,
    answer: (day, before) => {
      if (covers(course.periods, day)) return course.judge(day, day);
      const used = lastCovered(course.periods, day);
      if (used === null || before === null || before.outcome === 'met') return before;
      const now = course.judge(used, day);
      return now.outcome === 'met' ? course.later(now) : before;
    },
  });
}
