import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers } from '../../src/core/answers.ts';
import type { Case, Finding } from '../../src/core/evidence.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import type { PartyState } from '../../src/core/rule.ts';
import { rule } from '../../src/core/rules/index.ts';
import { dayOf } from '../../src/core/time.ts';
import { EVERY_DAY, someCase, someDay, someSnapshot } from '../support/arbitrary-case.ts';
import { aCase, aDeclaration, aDeclaredUse, aSnapshot, aUse } from '../support/evidence.ts';

const runs = { seed: 20_261_124, numRuns: 60 };
const RANK: Readonly<Record<PartyState, number>> = {
  'no-declaration': 0,
  'declared-with-gaps': 1,
  answered: 2,
  closed: 3,
  'not-enough-evidence': -1,
};

/** The answer of a subject on a day. That a notice was captured later at all is known only later: both reasons say "none by then". */
function on(findings: readonly Finding[], id: string, day: string): string {
  const found = findings.filter((one) => one.id === id && one.valid_from <= day && (one.valid_to === null || day <= one.valid_to));
  return found
    .map((one) => `${one.outcome} ${one.reason.replace('no-notice-captured', 'no-snapshot-at-the-time')} ${one.severity}`)
    .join(' and ');
}

function ids(...lists: readonly (readonly Finding[])[]): readonly string[] {
  return [...new Set(lists.flat().map((one) => one.id))];
}

/** The same case with declarations that speak only of days on which they stand: what is filed later may speak of earlier days. */
function filedAtOnce(c: Case): Case {
  const declarations = c.declarations.map((one) => ({
    ...one,
    published_at: `${one.valid_from}T08:00:00Z`,
    uses: one.uses.map((use) => ({ ...use, from: use.from < one.valid_from ? one.valid_from : use.from })),
  }));
  return { ...c, declarations };
}

const declarationGaps = (findings: readonly Finding[]) =>
  findings.filter(
    (one) => one.valid_to === null && one.outcome === 'gap' && ['seen-not-declared', 'platform-not-declared'].includes(one.rule),
  ).length;

describe('reconcile', () => {
  it('gives the same bytes twice', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        expect(JSON.stringify(reconcile(c))).toBe(JSON.stringify(reconcile(structuredClone(c))));
      }),
      runs,
    );
  });

  it('does not depend on the order of its input', () => {
    const shuffled = someCase.chain((c) =>
      fc
        .tuple(
          fc.shuffledSubarray([...c.uses], { minLength: c.uses.length }),
          fc.shuffledSubarray([...c.running], { minLength: c.running.length }),
          fc.shuffledSubarray([...c.declarations], { minLength: c.declarations.length }),
          fc.shuffledSubarray([...c.snapshots], { minLength: c.snapshots.length }),
        )
        .map(([uses, running, declarations, snapshots]) => ({ c, mixed: { ...c, uses, running, declarations, snapshots } })),
    );
    fc.assert(
      fc.property(shuffled, ({ c, mixed }) => {
        expect(reconcile(mixed)).toEqual(reconcile(c));
      }),
      runs,
    );
  });

  it('leaves its input alone', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const before = JSON.stringify(c);
        reconcile(c);
        expect(JSON.stringify(c)).toBe(before);
      }),
      runs,
    );
  });

  it('gives every finding evidence, and every cannot-tell the name of what was missing', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        for (const finding of reconcile(c).findings) {
          const kinds = finding.evidence.map((one) => one.kind);
          expect(kinds.length).toBeGreaterThan(0);
          if (finding.outcome === 'cannot-tell') expect(kinds).toContain('missing');
          if (finding.outcome === 'met') expect(kinds.some((kind) => kind === 'disclosure' || kind === 'declaration')).toBe(true);
          expect(finding.severity !== null).toBe(finding.outcome === 'gap');
        }
      }),
      runs,
    );
  });

  it('gives the spells of a subject in order, without overlap, and only the last may stand', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const { findings } = reconcile(c);
        findings.forEach((finding, index) => {
          expect(finding.valid_to === null || finding.valid_from <= finding.valid_to).toBe(true);
          expect(finding.valid_from <= c.today).toBe(true);
          const next = findings[index + 1];
          if (next === undefined) return;
          expect(finding.id <= next.id).toBe(true);
          if (finding.id === next.id) expect(finding.valid_to !== null && finding.valid_to < next.valid_from).toBe(true);
        });
      }),
      runs,
    );
  });

  it('swaps with the names of parties, and changes nothing else', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const other = reconcile({ ...c, party: { id: 'other-party', name: 'Other Party' } });
        const renamed = JSON.stringify(other)
          .replaceAll('other-party/', 'test-party/')
          .replaceAll('"other-party"', '"test-party"')
          .replaceAll('Other Party', 'Test Party');
        expect(renamed).toBe(JSON.stringify(reconcile(c)));
      }),
      runs,
    );
  });

  it('never lets a later snapshot change the answer of earlier days', () => {
    fc.assert(
      fc.property(someCase, someSnapshot, (c, snapshot) => {
        const captured = dayOf(snapshot.captured_at);
        const [before, after] = [
          reconcile(c).findings,
          reconcile({ ...c, snapshots: [...c.snapshots, { ...snapshot, id: `${snapshot.id}-b` }] }).findings,
        ];
        for (const id of ids(before, after)) {
          for (const day of EVERY_DAY.filter((one) => one < captured)) expect(on(after, id, day)).toBe(on(before, id, day));
        }
      }),
      runs,
    );
  });

  it('says on a day what it would have said on that day', () => {
    fc.assert(
      fc.property(someCase.map(filedAtOnce), someDay, (c, today) => {
        const [then, now] = [reconcile({ ...c, today }).findings, reconcile(c).findings];
        for (const id of ids(then, now)) expect(on(now, id, today)).toBe(on(then, id, today));
      }),
      runs,
    );
  });

  it('never gives fewer gaps of declaring when a declaration is taken away', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const before = declarationGaps(reconcile(c).findings);
        c.declarations.forEach((_, index) => {
          const without = { ...c, declarations: c.declarations.filter((__, other) => other !== index) };
          expect(declarationGaps(reconcile(without).findings)).toBeGreaterThanOrEqual(before);
        });
      }),
      runs,
    );
  });

  it('never ranks a party higher for having no declaration', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const silent = reconcile({ ...c, declarations: [] }).state.state;
        expect(RANK[silent]).toBeLessThanOrEqual(RANK['no-declaration']);
        expect(RANK[silent]).toBeLessThanOrEqual(Math.max(RANK[reconcile(c).state.state], 0));
      }),
      runs,
    );
  });

  it('never opens a gap of declaring when one more true statement is declared', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const gaps = (one: Case) =>
          new Set(
            reconcile(one)
              .findings.filter((f) => f.rule === 'seen-not-declared' && f.outcome === 'gap' && f.valid_to === null)
              .map((f) => f.id),
          );
        const before = gaps(c);
        for (const use of c.uses) {
          if (use.criterion === 'own-audience.unspecified') continue;
          const stated = aDeclaredUse({
            path: 'audiences[9]',
            platform: use.platform,
            criterion: use.criterion,
            direction: use.direction === 'exclude' ? 'exclude' : 'include',
            from: use.first,
            to: use.last,
          });
          const declarations = c.declarations.map((one) => ({ ...one, uses: [...one.uses, stated] }));
          for (const id of gaps({ ...c, declarations })) expect(before.has(id)).toBe(true);
          expect(answers(use, stated)).toBe(true);
        }
      }),
      { ...runs, numRuns: 30 },
    );
  });

  it('never answers met or gap from a notice that could not be read', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const unread = {
          ...c,
          snapshots: c.snapshots.map((one) => ({ ...one, reading: { ...one.reading, readable: false, practices: [] } })),
        };
        for (const finding of reconcile(unread).findings) {
          if (['seen-not-disclosed', 'declared-not-disclosed', 'platform-not-named'].includes(finding.rule))
            expect(finding.outcome).toBe('cannot-tell');
        }
      }),
      runs,
    );
  });
});

describe('rules in force', () => {
  const asked = (over: object) => {
    const found = rule('seen-not-declared');
    return found === undefined ? [] : [{ ...found, ...over }];
  };

  it('a question of another regime is not put', () => {
    const { findings, state } = reconcile(aCase({ uses: [aUse()], regime: 'eu' }));
    expect(findings).toEqual([]);
    expect(state.state).toBe('not-enough-evidence');
  });

  it('a question is not put before it is in force', () => {
    expect(reconcile(aCase({ uses: [aUse()] }), asked({ in_force_from: '2026-07-01' })).findings).toEqual([]);
  });

  it('what ended before the question was in force is not asked about', () => {
    expect(reconcile(aCase({ uses: [aUse()] }), asked({ in_force_from: '2026-05-10' })).findings).toEqual([]);
  });

  it('what was going on when the question came into force is asked about from that day', () => {
    const [finding, ...others] = reconcile(aCase({ uses: [aUse()] }), asked({ in_force_from: '2026-05-06' })).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ valid_from: '2026-05-06', valid_to: null });
    expect(finding?.evidence[0]).toMatchObject({ first: '2026-05-03' });
  });

  it('no answer reaches past the last day of a question', () => {
    const [finding] = reconcile(aCase({ uses: [aUse()] }), asked({ in_force_to: '2026-05-20' })).findings;
    expect(finding).toMatchObject({ valid_from: '2026-05-03', valid_to: '2026-05-20' });
  });
});

describe('seen and declared', () => {
  it('both stand where both lead to a gap on one practice', () => {
    const { findings } = reconcile(
      aCase({ uses: [aUse()], declarations: [aDeclaration({ uses: [aDeclaredUse()] })], snapshots: [aSnapshot()] }),
    );
    const gaps = findings.filter((one) => one.practice === 'interest-targeting' && one.outcome === 'gap').map((one) => one.rule);
    expect(gaps).toEqual(['declared-not-disclosed', 'seen-not-disclosed']);
  });
});
