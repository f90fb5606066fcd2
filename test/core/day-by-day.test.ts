import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers } from '../../src/core/answers.ts';
import type { Declaration } from '../../src/core/declaration.ts';
import type { Case, Finding } from '../../src/core/evidence.ts';
import { seenNotDeclared } from '../../src/core/rules/seen-not-declared.ts';
import { seenNotDisclosed } from '../../src/core/rules/seen-not-disclosed.ts';
import { type Day, dayOf } from '../../src/core/time.ts';
import { EVERY_DAY, someCase } from '../support/arbitrary-case.ts';

/**
 * The same answers worked out another way: one day after the other, with no spells and no turns, straight from the words of
 * the design. Slow and plain on purpose.
 */
const runs = { seed: 20_261_124, numRuns: 120 };

function onDay(findings: readonly Finding[], subject: string, day: Day): string {
  const found = findings.find((one) => one.subject === subject && one.valid_from <= day && (one.valid_to === null || day <= one.valid_to));
  return found === undefined ? 'nothing' : `${found.outcome} ${found.reason}`;
}

/** The stance of interests in the privacy notice on a day. */
function stanceOf(c: Case, day: Day): string {
  const captured = c.snapshots.filter((one) => one.kind === 'privacy' && dayOf(one.captured_at) <= c.today);
  if (captured.length === 0) return 'no-notice';
  const standing = captured.filter((one) => dayOf(one.captured_at) <= day).sort((a, b) => (a.captured_at < b.captured_at ? 1 : -1))[0];
  if (standing === undefined) return 'no-snapshot';
  return standing.reading.practices.find((one) => one.practice === 'interest-targeting')?.stance ?? 'unreadable';
}

const JUDGED: Readonly<Record<string, string>> = {
  stated: 'met stated',
  vague: 'gap vague',
  absent: 'gap absent',
  denied: 'nothing',
  unreadable: 'cannot-tell notice-unreadable',
  'no-snapshot': 'cannot-tell no-snapshot-at-the-time',
  'no-notice': 'cannot-tell no-notice-captured',
};

function standing(c: Case, day: Day): readonly Declaration[] {
  const from = (one: Declaration) => (one.valid_from > dayOf(one.published_at) ? one.valid_from : dayOf(one.published_at));
  return c.declarations.filter((one) => {
    const next = c.declarations.find((other) => other.id === one.id && other.version === one.version + 1);
    const replaced = one.superseded_on !== null && day >= one.superseded_on && (next === undefined || day >= from(next));
    return !one.withdrawn && from(one) <= day && (one.valid_to === null || day <= one.valid_to) && !replaced;
  });
}

function declares(c: Case, platform: string, criterion: Finding['criterion'], direction: string, used: Day, day: Day): boolean {
  return standing(c, day).some((one) =>
    one.uses.some(
      (use) =>
        use.platform === platform &&
        use.from <= used &&
        (use.to === null || used <= use.to) &&
        criterion !== null &&
        answers({ criterion, direction: direction === 'exclude' ? 'exclude' : direction === 'include' ? 'include' : 'used' }, use),
    ),
  );
}

describe('day by day', () => {
  it('seen-not-disclosed answers as the snapshot that stood, and afterwards only a statement closes', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const findings = seenNotDisclosed.ask(c);
        for (const platform of ['snapchat', 'meta']) {
          const uses = c.uses.filter((use) => use.platform === platform && use.criterion === 'interest');
          let answer = 'nothing';
          for (const day of EVERY_DAY) {
            const stance = stanceOf(c, day);
            if (uses.some((use) => use.first <= day && day <= use.last)) answer = JUDGED[stance] ?? 'unknown';
            else if (answer.startsWith('gap') && stance === 'stated') answer = 'met told-later';
            expect(onDay(findings, `${platform}/interest`, day)).toBe(answer);
          }
        }
      }),
      runs,
    );
  });

  it('seen-not-declared answers as the declarations that stood, and afterwards only a later one that covers the use closes', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const findings = seenNotDeclared.ask(c);
        const subjects = new Set(c.uses.map((use) => `${use.platform}/${use.criterion}/${use.direction}`));
        for (const subject of subjects) {
          const uses = c.uses.filter((use) => `${use.platform}/${use.criterion}/${use.direction}` === subject);
          const [head] = uses;
          if (head === undefined) continue;
          const otherwise = head.criterion === 'own-audience.unspecified' ? 'cannot-tell' : 'gap';
          let answer = 'nothing';
          let used: Day | null = null;
          for (const day of EVERY_DAY) {
            const inUse = uses.some((use) => use.first <= day && day <= use.last);
            if (inUse) used = day;
            const declared = used !== null && declares(c, head.platform, head.criterion, head.direction, used, day);
            if (inUse) answer = declared ? 'met declared' : otherwise;
            else if (declared && answer === otherwise) answer = 'met declared-later';
            const found = onDay(findings, subject, day);
            expect(answer.startsWith('met') ? found : found.split(' ')[0]).toBe(answer);
          }
        }
      }),
      runs,
    );
  });
});
