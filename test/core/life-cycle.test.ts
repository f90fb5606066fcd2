import { describe, expect, it } from 'vitest';
import type { Finding, Outcome } from '../../src/core/evidence.ts';
import { changes } from '../../src/core/life-cycle.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { aCase, aDeclaration, aDeclaredUse, aSnapshot, aUse } from '../support/evidence.ts';

const ID = 'test-party/seen-not-disclosed/snapchat/interest';

/** One spell of one subject; `open` still stands. */
function spell(outcome: Outcome, open = true, over: Partial<Finding> = {}): Finding {
  const [found] = reconcile(aCase({ uses: [aUse()], snapshots: [aSnapshot()] })).findings.filter((one) => one.id === ID);
  if (found === undefined) throw new Error('the sample finding is gone');
  return {
    ...found,
    outcome,
    reason: outcome,
    severity: outcome === 'gap' ? 'medium' : null,
    valid_to: open ? null : '2026-05-05',
    ...over,
  };
}

const EVENTS: Readonly<Record<string, readonly [readonly Finding[], readonly Finding[], string | null]>> = {
  'nothing before and after': [[], [], null],
  'the same answer': [[spell('gap')], [spell('gap')], null],
  'a new gap': [[], [spell('gap')], 'opened'],
  'a new gap where it was met': [[spell('met')], [spell('met', false), spell('gap')], 'opened'],
  'a gap where a gap had been closed': [
    [spell('gap', false), spell('met')],
    [spell('gap', false), spell('met', false), spell('gap')],
    'reopened',
  ],
  'a gap that is met': [[spell('gap')], [spell('gap', false), spell('met')], 'closed'],
  'a gap whose question no longer arises': [[spell('gap')], [spell('gap', false)], 'closed'],
  'a gap whose subject is gone': [[spell('gap')], [], 'withdrawn'],
  'an answer that is gone': [[spell('met')], [], 'withdrawn'],
  'a gap for another reason': [[spell('gap')], [spell('gap', true, { reason: 'vague' })], 'changed'],
  'a gap of another weight': [[spell('gap')], [spell('gap', true, { severity: 'high' })], 'changed'],
  'a new answer that is met': [[], [spell('met')], 'answered-met'],
  'a question that can now be answered': [[spell('cannot-tell')], [spell('met')], 'answered-met'],
  'a question that cannot be told': [[], [spell('cannot-tell')], 'cannot-tell'],
  'a gap that can no longer be told': [[spell('gap')], [spell('gap', false), spell('cannot-tell')], 'cannot-tell'],
  'a history that came in late, with no present answer': [[], [spell('gap', false)], null],
};

describe('changes', () => {
  for (const [name, [before, after, kind]] of Object.entries(EVENTS)) {
    it(`${name}: ${kind ?? 'no event'}`, () => expect(changes(before, after).map((one) => one.kind)).toEqual(kind === null ? [] : [kind]));
  }

  it('name both answers and the reason, in the order of the ids', () => {
    const [before, after] = [
      reconcile(aCase({ uses: [aUse()], snapshots: [aSnapshot()] })).findings,
      reconcile(aCase({ uses: [aUse()], snapshots: [aSnapshot()], declarations: [aDeclaration({ uses: [aDeclaredUse()] })] })).findings,
    ];
    const found = changes(before, after);
    expect(found).toContainEqual({
      kind: 'closed',
      id: 'test-party/seen-not-declared/snapchat/interest/include',
      from: 'gap',
      to: 'met',
      reason: 'declared',
    });
    expect(found).toContainEqual({
      kind: 'opened',
      id: 'test-party/declared-not-disclosed/interest-targeting',
      from: null,
      to: 'gap',
      reason: 'absent',
    });
    expect(found.map((one) => one.id)).toEqual(found.map((one) => one.id).sort());
    expect(changes(after, after)).toEqual([]);
  });
});
