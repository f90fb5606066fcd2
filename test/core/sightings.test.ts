import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Copy, compareCopies, copyAfter, notSeenIn, type Sighting, seenIn } from '../../src/core/sightings.ts';
import { plainly, rowIn, type Shown, sightingsOf, someCopies, whereIn, withOneMore } from '../support/copies-of-an-ad.ts';

const runs = { seed: 20_261_124, numRuns: 500 };

/** Copies of the days of May, one of each day: `3 old` shows the old form on the 3rd, `3 -` does not show the ad. */
const shown = (text: string): readonly Shown[] =>
  text
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => {
      const [day = '', form = ''] = one.split(' ');
      return { copy: { as_of: `2026-05-0${day}`, source: 's' }, form: form === '-' ? null : form };
    });
/** `1-3 old`: from the copy of the 1st to that of the 3rd; `?`: the row at that end is no longer known. */
const said = (all: readonly Sighting[]) =>
  all.map(({ first, last, digest }) => {
    const end = ({ as_of, row }: Sighting['first']) => `${Number(as_of.slice(-2))}${row === null ? '?' : ''}`;
    return `${first.as_of === last.as_of ? end(first) : `${end(first)}-${end(last)}`} ${digest}`;
  });

describe('an ad', () => {
  const rows: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'that no copy shows is never seen': ['1 -, 2 -', []],
    'in one copy is seen there': ['1 old', ['1 old']],
    'in copies that follow one another is seen from the first to the last': ['1 old, 2 old, 3 old', ['1-3 old']],
    'that changes is seen in two forms': ['1 old, 2 new, 3 new', ['1 old', '2-3 new']],
    'that changes back is seen in three stretches': ['1 old, 2 new, 3 old', ['1 old', '2 new', '3 old']],
    'that a copy lacks is seen before it and after it': ['1 old, 2 -, 3 old', ['1 old', '3 old']],
    'that the newest copy lacks is seen up to the one before': ['1 old, 2 old, 3 -', ['1-2 old']],
    'whose older copy comes later is seen from that': ['3 old, 1 old', ['1-3 old']],
    'whose copy in the middle comes last, in the same form, is one stretch': ['1 old, 3 old, 2 old', ['1-3 old']],
    'whose copy in the middle comes last, in another form, is cut': ['1 old, 3 old, 2 new', ['1 old', '2 new', '3 old']],
    'whose copy in the middle comes last, without it, is cut': ['1 old, 3 old, 2 -', ['1 old', '3 old']],
    'cut inside a long stretch no longer knows the rows next to the cut': [
      '1 old, 2 old, 4 old, 5 old, 3 new',
      ['1-2? old', '3 new', '4?-5 old'],
    ],
    'cut next to its ends keeps their rows': ['1 old, 2 old, 4 old, 3 -', ['1-2? old', '4 old']],
    'seen only after a copy that lacked it came first is not seen before': ['2 -, 1 old, 3 old', ['1 old', '3 old']],
    'that is shown one copy earlier in its newest form is seen from there': ['1 old, 4 old, 2 new, 3 old', ['1 old', '2 new', '3-4 old']],
  };
  for (const [name, [copies, expected]] of Object.entries(rows)) it(name, () => expect(said(sightingsOf(shown(copies)))).toEqual(expected));

  it('seen twice in one copy is what the later row shows', () => {
    const copy = { as_of: '2026-05-02', source: 's' };
    const again = { source: 's', at: 7_000, bytes: 90 };
    const before = sightingsOf(shown('1 old, 2 old, 3 old'));
    const same = seenIn(before, { copy: { ...copy, row: 70 }, digest: 'old', where: again }, []);
    expect(said(same)).toEqual(['1-3 old']);
    const other = seenIn(
      before,
      { copy: { ...copy, row: 70 }, digest: 'new', where: again },
      shown('1 x, 2 x, 3 x').map((it) => it.copy),
    );
    expect(said(other)).toEqual(['1 old', '2 new', '3 old']);
    expect(other[1]).toMatchObject({ first: { row: 70 }, last: { row: 70 }, where: again });
  });

  it('seen again in the newest copy points at the later row', () => {
    const [newest] = seenIn(
      sightingsOf(shown('1 old, 2 old')),
      { copy: { as_of: '2026-05-02', source: 's', row: 70 }, digest: 'old', where: { source: 's', at: 7_000, bytes: 90 } },
      [],
    );
    expect(newest).toMatchObject({ first: { row: 1_115 }, last: { row: 70 }, where: { at: 7_000 } });
  });
});

describe('sightings', () => {
  const forms = (all: readonly Sighting[]) =>
    all.map(({ first, last, digest }) => [first.as_of, first.source, last.as_of, last.source, digest]);

  it('are those of the whole, in whatever order its copies came', () => {
    fc.assert(
      fc.property(someCopies, (copies) => {
        expect(forms(sightingsOf(copies))).toEqual(forms(plainly(copies)));
      }),
      runs,
    );
  });

  it('name the right row at each end, or none', () => {
    fc.assert(
      fc.property(someCopies, (copies) => {
        for (const it of sightingsOf(copies)) for (const end of [it.first, it.last]) expect([rowIn(end), null]).toContain(end.row);
      }),
      runs,
    );
  });

  it('know every row, and point at their newest one, where copies came in their order', () => {
    fc.assert(
      fc.property(someCopies, (copies) => {
        const inOrder = [...copies].sort((a, b) => compareCopies(a.copy, b.copy));
        expect(sightingsOf(inOrder)).toEqual(plainly(copies));
      }),
      runs,
    );
  });

  it('point at a row that shows their form', () => {
    fc.assert(
      fc.property(someCopies, (copies) => {
        for (const { where, digest } of sightingsOf(copies)) {
          const found = copies.find(({ copy }) => copy.source === where.source);
          expect(found).toMatchObject({ form: digest });
          expect(where).toEqual(found === undefined ? null : whereIn(found.copy));
        }
      }),
      runs,
    );
  });

  it('are the same when a copy comes again', () => {
    fc.assert(
      fc.property(someCopies, fc.nat(), (copies, pick) => {
        const again = copies[pick % Math.max(copies.length, 1)];
        if (again === undefined) return;
        const before = sightingsOf(copies);
        const stored = copies.map(({ copy }) => copy);
        expect(forms(withOneMore(before, again, stored))).toEqual(forms(before));
      }),
      runs,
    );
  });

  it('do not need the copy that comes to be among those stored', () => {
    fc.assert(
      fc.property(someCopies, (copies) => {
        const [last, ...rest] = [...copies].reverse();
        if (last === undefined || last.form === null) return;
        const before = sightingsOf(rest.reverse());
        const stored = rest.map(({ copy }) => copy);
        expect(withOneMore(before, last, stored)).toEqual(withOneMore(before, last, [...stored, last.copy]));
      }),
      runs,
    );
  });
});

describe('copies', () => {
  const a: Copy = { as_of: '2026-05-01', source: 'b' };
  const b: Copy = { as_of: '2026-05-02', source: 'a' };
  const c: Copy = { as_of: '2026-05-02', source: 'b' };

  it('stand in the order of their days, and of one day in the order of their files', () => {
    expect([c, a, b].sort(compareCopies)).toEqual([a, b, c]);
    expect(compareCopies(b, { ...b })).toBe(0);
  });

  it('have one that follows, but the newest', () => {
    expect(copyAfter([c, a, b], a)).toEqual(b);
    expect(copyAfter([c, a, b], c)).toBeNull();
  });

  it('that lie outside a stretch leave it alone', () => {
    const sightings = sightingsOf([{ copy: b, form: 'old' }]);
    expect(notSeenIn(sightings, a, [a, b])).toEqual(sightings);
    expect(notSeenIn(sightings, c, [b, c])).toEqual(sightings);
  });
});
