/** An ad in the copies of a library that came one after the other, in any order: what each copy shows of it, and what is kept. */
import fc from 'fast-check';
import { type Copy, compareCopies, notSeenIn, type Sighting, seenIn } from '../../src/core/sightings.ts';

/** A copy and the form in which it shows the ad; `null`: it does not show it. */
export interface Shown {
  readonly copy: Copy;
  readonly form: string | null;
}

/** The row and the place of an ad in a copy. Each copy has its own. */
export function rowIn({ as_of, source }: Copy): number {
  return Number(as_of.slice(-2)) * 1_000 + source.charCodeAt(0);
}

export const whereIn = (copy: Copy) => ({ source: copy.source, at: rowIn(copy) * 100, bytes: 80 });

/** Up to six copies, some of one day, of which one in three does not show the ad; in the order in which they come. */
export const someCopies: fc.Arbitrary<readonly Shown[]> = fc
  .array(fc.record({ day: fc.integer({ min: 1, max: 4 }), form: fc.constantFrom('old', 'new', null) }), { maxLength: 6 })
  .chain((list) => {
    const shown = list.map(({ day, form }, i): Shown => ({ copy: { as_of: `2026-05-0${day}`, source: 'fbdaec'.charAt(i) }, form }));
    return fc.shuffledSubarray(shown, { minLength: shown.length });
  });

/** The sightings that are kept once all of them have come in this order. */
export function sightingsOf(shown: readonly Shown[]): readonly Sighting[] {
  let sightings: readonly Sighting[] = [];
  const stored: Copy[] = [];
  for (const one of shown) {
    stored.push(one.copy);
    sightings = withOneMore(sightings, one, stored);
  }
  return sightings;
}

export function withOneMore(sightings: readonly Sighting[], { copy, form }: Shown, stored: readonly Copy[]): readonly Sighting[] {
  if (form === null) return notSeenIn(sightings, copy, stored);
  return seenIn(sightings, { copy: { ...copy, row: rowIn(copy) }, digest: form, where: whereIn(copy) }, stored);
}

/** The sightings worked out from the whole: neighbours with one form are one, and a copy without the ad parts them. */
export function plainly(shown: readonly Shown[]): readonly Sighting[] {
  const found: Sighting[] = [];
  let before: string | null = null;
  for (const { copy, form } of [...shown].sort((a, b) => compareCopies(a.copy, b.copy))) {
    const row = { ...copy, row: rowIn(copy) };
    const open = found.at(-1);
    if (form !== null && form === before && open !== undefined) found[found.length - 1] = { ...open, last: row, where: whereIn(copy) };
    else if (form !== null) found.push({ first: row, last: row, digest: form, where: whereIn(copy) });
    before = form;
  }
  return found;
}
