/**
 * In which copies of a library an ad was seen, and in which form. A sighting is a stretch of copies that follow one another and all
 * show the ad in one form; between two sightings it changed, or copies did not show it. Copies may come in any order.
 */
import type { Day } from './time.ts';

/** A copy of a library: its day, then its source file. Copies of one day stand in the order of their SHA-256. */
export interface Copy {
  readonly as_of: Day;
  readonly source: string;
}

/** A row in a copy. `row: null`: the ad was in the copy, but its row there is no longer known. */
export interface CopyRow extends Copy {
  readonly row: number | null;
}

/** Where the bytes of a row lie. */
export interface RowBytes {
  readonly source: string;
  readonly at: number;
  readonly bytes: number;
}

/** Every copy from `first` to `last` shows the ad in the form that `digest` stands for. */
export interface Sighting {
  readonly first: CopyRow;
  readonly last: CopyRow;
  readonly digest: string;
  /** A row that shows the form. */
  readonly where: RowBytes;
}

/** An ad in one copy. */
export interface Seen {
  readonly copy: CopyRow;
  readonly digest: string;
  readonly where: RowBytes;
}

/** Less than 0 when `a` is the older copy. */
export function compareCopies(a: Copy, b: Copy): number {
  if (a.as_of !== b.as_of) return a.as_of < b.as_of ? -1 : 1;
  return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
}

/**
 * The sightings once the ad has been seen in one more copy, oldest first. `copies`: all copies of the same series that are stored,
 * this one among them or not, in any order. Seen again in a copy already counted, the later row of that copy stands.
 */
export function seenIn(sightings: readonly Sighting[], seen: Seen, copies: readonly Copy[]): readonly Sighting[] {
  const covering = sightings.find((it) => compareCopies(it.first, seen.copy) <= 0 && compareCopies(seen.copy, it.last) <= 0);
  if (covering?.digest === seen.digest) return sightings.map((it) => (it === covering ? pointedAt(it, seen) : it));
  const rest = notSeenIn(sightings, seen.copy, copies);
  const fresh: Sighting = { first: seen.copy, last: seen.copy, digest: seen.digest, where: seen.where };
  const all = [...rest, fresh].sort((a, b) => compareCopies(a.first, b.first));
  const joined: Sighting[] = [];
  for (const it of all) {
    const before = joined.at(-1);
    if (before !== undefined && before.digest === it.digest && !anyBetween(copies, before.last, it.first))
      joined[joined.length - 1] = { first: before.first, last: it.last, digest: it.digest, where: it.where };
    else joined.push(it);
  }
  return joined;
}

/** The sightings once it is known that a copy does not show the ad: a stretch that went over it is cut in two. */
export function notSeenIn(sightings: readonly Sighting[], copy: Copy, copies: readonly Copy[]): readonly Sighting[] {
  return sightings.flatMap((it) => {
    if (compareCopies(it.first, copy) > 0 || compareCopies(copy, it.last) > 0) return [it];
    const before = copies
      .filter((one) => compareCopies(it.first, one) <= 0 && compareCopies(one, copy) < 0)
      .sort(compareCopies)
      .at(-1);
    const after = copies.filter((one) => compareCopies(copy, one) < 0 && compareCopies(one, it.last) <= 0).sort(compareCopies)[0];
    return [
      ...(before === undefined ? [] : [{ ...it, last: rowOf(before, it) }]),
      ...(after === undefined ? [] : [{ ...it, first: rowOf(after, it) }]),
    ];
  });
}

/** The oldest copy after this one, or `null`. */
export function copyAfter(copies: readonly Copy[], copy: Copy): Copy | null {
  return copies.filter((one) => compareCopies(copy, one) < 0).sort(compareCopies)[0] ?? null;
}

function anyBetween(copies: readonly Copy[], a: Copy, b: Copy): boolean {
  return copies.some((one) => compareCopies(a, one) < 0 && compareCopies(one, b) < 0);
}

function rowOf(copy: Copy, it: Sighting): CopyRow {
  const known = [it.first, it.last].find((end) => end.source === copy.source && end.as_of === copy.as_of);
  return known ?? { as_of: copy.as_of, source: copy.source, row: null };
}

/** The same copy once more: its later row stands. */
function pointedAt(it: Sighting, { copy, where }: Seen): Sighting {
  const same = (end: CopyRow): boolean => end.source === copy.source && end.as_of === copy.as_of;
  return {
    ...it,
    first: same(it.first) ? copy : it.first,
    last: same(it.last) ? copy : it.last,
    where: it.where.source === where.source ? where : it.where,
  };
}
