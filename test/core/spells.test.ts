import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, firstDay, lastCovered, overlap, type Period, spells, turnsOf, union, within } from '../../src/core/spells.ts';
import { addDays } from '../../src/core/time.ts';
import { DAYS, EVERY_DAY, START } from '../support/arbitrary-case.ts';

const day = fc.integer({ min: 0, max: DAYS - 1 }).map((offset) => addDays(START, offset));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, day, fc.boolean())
  .map(([a, b, open]) => (a < b ? { first: a, last: open ? null : b } : { first: b, last: open ? null : a }));
const periods = fc.array(period, { maxLength: 6 });
const runs = { seed: 20_261_124 };

/** An answer for each day, `null` where the question does not arise. */
const answers = fc.array(fc.constantFrom('a', 'b', null), { minLength: DAYS, maxLength: DAYS });

describe('spells', () => {
  const course = (
    turns: Iterable<string>,
    answer: (day: string, before: string | null) => string | null,
    today = addDays(START, DAYS - 1),
  ) => spells({ from: START, today, turns, answer, key: (one: string) => one });

  it('of one answer that never changes are one, and it still stands', () => {
    expect(course([], () => 'a')).toEqual([{ from: START, to: null, answer: 'a' }]);
  });

  it('of a question that does not arise are none', () => {
    expect(course(['2026-05-04'], () => null)).toEqual([]);
  });

  it('end the day before the answer changes', () => {
    expect(course(['2026-05-04'], (on) => (on < '2026-05-04' ? 'a' : 'b'))).toEqual([
      { from: START, to: '2026-05-03', answer: 'a' },
      { from: '2026-05-04', to: null, answer: 'b' },
    ]);
  });

  it('leave a hole where the question does not arise', () => {
    expect(course(['2026-05-04', '2026-05-06'], (on) => (on >= '2026-05-04' && on < '2026-05-06' ? null : 'a'))).toEqual([
      { from: START, to: '2026-05-03', answer: 'a' },
      { from: '2026-05-06', to: null, answer: 'a' },
    ]);
  });

  it('never reach past today', () => {
    expect(course(['2026-05-04'], (on) => (on < '2026-05-04' ? 'a' : 'b'), '2026-05-03')).toEqual([{ from: START, to: null, answer: 'a' }]);
  });

  it('keep the answer of the earlier neighbour', () => {
    const found = spells({ from: START, today: '2026-05-09', turns: ['2026-05-04'], answer: (on) => ({ on }), key: () => 'same' });
    expect(found).toEqual([{ from: START, to: null, answer: { on: START } }]);
  });

  it('give on every day the answer of that day', () => {
    fc.assert(
      fc.property(answers, (each) => {
        const found = course(EVERY_DAY, (on) => each[EVERY_DAY.indexOf(on)] ?? null);
        const again = EVERY_DAY.map((on) => found.find((spell) => covers([{ first: spell.from, last: spell.to }], on))?.answer ?? null);
        expect(again).toEqual(each);
      }),
      runs,
    );
  });

  it('follow one another without overlap, and equal neighbours are one', () => {
    fc.assert(
      fc.property(answers, (each) => {
        const found = course(EVERY_DAY, (on) => each[EVERY_DAY.indexOf(on)] ?? null);
        found.forEach((spell, index) => {
          const next = found[index + 1];
          if (next === undefined) return;
          expect(spell.to).not.toBeNull();
          expect((spell.to ?? '') < next.from).toBe(true);
          expect(addDays(spell.to ?? '', 1) === next.from && spell.answer === next.answer).toBe(false);
        });
      }),
      runs,
    );
  });
});

describe('periods', () => {
  it('joined cover the same days, without overlap and without neighbours', () => {
    fc.assert(
      fc.property(periods, (some) => {
        const joined = union(some);
        for (const on of EVERY_DAY) expect(covers(joined, on)).toBe(covers(some, on));
        joined.forEach((one, index) => {
          const next = joined[index + 1];
          if (next !== undefined) expect(addDays(one.last ?? '9999-01-01', 1) < next.first).toBe(true);
        });
      }),
      runs,
    );
  });

  it('are the same joined in any order', () => {
    fc.assert(
      fc.property(periods, (some) => {
        expect(union([...some].reverse())).toEqual(union(some));
      }),
      runs,
    );
  });

  it('turn only on the days on which they begin, or the day after they end', () => {
    fc.assert(
      fc.property(periods, (some) => {
        const turns = new Set(turnsOf(union(some)));
        EVERY_DAY.slice(1).forEach((on) => {
          if (covers(some, on) !== covers(some, addDays(on, -1))) expect(turns.has(on)).toBe(true);
        });
      }),
      runs,
    );
  });

  it('know their last day up to a day', () => {
    fc.assert(
      fc.property(periods, day, (some, on) => {
        const expected = EVERY_DAY.filter((one) => one <= on && covers(some, one)).at(-1) ?? null;
        expect(lastCovered(some, on)).toBe(expected);
      }),
      runs,
    );
  });

  it('begin on their first day', () => {
    fc.assert(
      fc.property(periods, (some) => {
        expect(firstDay(some)).toBe(EVERY_DAY.find((on) => covers(some, on)) ?? null);
      }),
      runs,
    );
  });

  it('overlap when they share a day', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const last = addDays(START, DAYS);
        const shared = [...EVERY_DAY, last].some((on) => covers([a], on) && covers([b], on));
        expect(overlap(a, b)).toBe(shared);
      }),
      runs,
    );
  });

  it('are cut to a stretch of days, and dropped outside it', () => {
    const spell = { from: '2026-05-03', to: null, note: 'kept' };
    expect(within([spell], '2026-05-05', '2026-05-07')).toEqual([{ from: '2026-05-05', to: '2026-05-07', note: 'kept' }]);
    expect(within([{ ...spell, to: '2026-05-04' }], '2026-05-05', null)).toEqual([]);
  });

  it('that end before they begin have no days', () => {
    expect(union([{ first: '2026-05-09', last: '2026-05-03' }])).toEqual([]);
    expect(firstDay([{ first: '2026-05-09', last: '2026-05-03' }])).toBeNull();
  });
});
