/** What a copy changes: its ads beside what is stored of them, sorted into new, confirmed and changed. */
import type { Observation } from '../../core/observation.ts';
import { revisionsOf } from '../../core/revisions.ts';
import { type Copy, compareCopies, copyAfter, notSeenIn, type Seen, type Sighting, seenIn } from '../../core/sightings.ts';
import type { AdLibrary, RowReader } from '../../sources/ad-libraries/contract.ts';
import { accountOf } from '../../sources/register.ts';
import { type AdRow, type ObservationRow, usedOf, valueKey } from '../../store/ad-rows.ts';
import type { Db } from '../../store/db.ts';
import type { NewAd, Slice } from '../../store/ingest.ts';
import { type KnownAd, knownAds, nextNumber, sightingsOf } from '../../store/known.ts';
import type { Rewritten } from '../../store/rewrites.ts';
import { type AdForm, type Forms, formDigest, formOf } from './forms.ts';
import type { ReadAd } from './read-rows.ts';

/** The copy that is being stored. */
export interface Incoming {
  readonly copy: Copy;
  readonly library: AdLibrary;
  /** `null`: the file is no whole record, so nothing follows from what it lacks. */
  readonly series: string | null;
  /** The stored copies of the series and this one, oldest first; empty without a series. */
  readonly copies: readonly Copy[];
  readonly reader: RowReader;
}

export type Compared = Pick<Slice, 'fresh' | 'confirmed' | 'rewritten'>;

/** Sorts the ads of a slice. When a file holds one ad twice, its later row stands. */
export async function compare(db: Db, forms: Forms, incoming: Incoming, read: readonly ReadAd[]): Promise<Compared> {
  // In the order of their keys: each page of an index is then written once a slice, and not once a row.
  const ads = [...new Map(read.map((one) => [one.ad.id, one])).values()].sort((a, b) => (a.ad.id < b.ad.id ? -1 : 1));
  const known = await knownAds(
    db,
    ads.map(({ ad }) => ad.id),
  );
  let number = await nextNumber(db);
  const later = copyAfter(incoming.copies, incoming.copy) !== null;
  const rewritten: Slice['rewritten'][number][] = [];
  const fresh: NewAd[] = [];
  const confirmed: Slice['confirmed'][number][] = [];
  const changed: { one: ReadAd; seen: Seen; known: KnownAd }[] = [];
  for (const one of ads) {
    const before = known.get(one.ad.id);
    const seen: Seen = {
      copy: { ...incoming.copy, row: one.row },
      digest: formDigest(incoming.reader, one, incoming.copy.as_of),
      where: { source: incoming.copy.source, at: one.at, bytes: one.bytes },
    };
    if (before === undefined && later) rewritten.push(lateAd(incoming, one, seen, number++));
    else if (before === undefined) fresh.push(newAd(incoming, one, seen, number++));
    else if (before.digest === seen.digest && follows(before, incoming) && before.account_id === accountOf(one.ad))
      confirmed.push({ ad: one.ad, newest: seen.copy, row_at: one.at, row_bytes: one.bytes, known: before });
    else changed.push({ one, seen, known: before });
  }
  const sightings = await sightingsOf(
    db,
    changed.map((it) => it.known),
  );
  for (const { one, seen, known: before } of changed) {
    const all = seenIn(sightings.get(before.id) ?? [], seen, incoming.copies);
    const own = formOf(incoming, one.cells, one.ad, one.observations);
    rewritten.push({ ...(await rewrite(forms, incoming, before, all, { where: seen.where, form: own })), known: before });
  }
  return { fresh, confirmed, rewritten };
}

/** Ads whose stretch of copies went over a copy that does not show them, made again. */
export async function cutAt(
  db: Db,
  forms: Forms,
  incoming: Incoming,
  ids: readonly string[],
): Promise<(Rewritten & { readonly known: KnownAd })[]> {
  const known = [...(await knownAds(db, ids)).values()];
  const sightings = await sightingsOf(db, known);
  const rewritten: (Rewritten & { known: KnownAd })[] = [];
  for (const before of known) {
    const all = notSeenIn(sightings.get(before.id) ?? [], incoming.copy, incoming.copies);
    rewritten.push({ ...(await rewrite(forms, incoming, before, all, null)), known: before });
  }
  return rewritten;
}

/** True when no copy of the series lies between the newest that showed the ad and this one, and this one is not older. */
function follows(known: KnownAd, { copy, copies, series }: Incoming): boolean {
  const newest: Copy = { as_of: known.source_as_of, source: known.source };
  if (compareCopies(newest, copy) > 0) return false;
  if (series === null || newest.source === copy.source) return true;
  return copyAfter(copies, newest)?.source === copy.source;
}

function newAd(incoming: Incoming, { ad, observations }: ReadAd, seen: Seen, number: number): NewAd {
  return {
    row: {
      ad,
      number,
      account: accountOf(ad),
      library: incoming.library.id,
      series: incoming.series,
      criteria: usedOf(observations),
      digest: seen.digest,
      row_at: seen.where.at,
      row_bytes: seen.where.bytes,
      newest: seen.copy,
      oldest: seen.copy,
      since: null,
    },
    observations: observations.map((observation) => ({
      ...{ ad: number, observation, mapping_version: incoming.library.mapping_version },
      ...{ source: null, source_row: null, first_as_of: null, last_as_of: null },
    })),
  };
}

/** An ad that only an older copy shows: every newer one lacks it. */
function lateAd(incoming: Incoming, one: ReadAd, seen: Seen, number: number): Slice['rewritten'][number] {
  const { row, observations } = newAd(incoming, one, seen, number);
  const sighting: Sighting = { first: seen.copy, last: seen.copy, digest: seen.digest, where: seen.where };
  const { fields } = formOf(incoming, one.cells, one.ad, one.observations);
  const revisions = revisionsOf([{ sighting, fields }], incoming.copies, one.ad.start?.slice(0, 10) ?? null);
  return { row, observations, earlier: [], revisions, known: null };
}

/** All there is to know of an ad, from its sightings: the newest says what it is; what was seen once stays seen. */
async function rewrite(
  forms: Forms,
  incoming: Incoming,
  known: KnownAd,
  sightings: readonly Sighting[],
  own: { readonly where: Sighting['where']; readonly form: AdForm } | null,
): Promise<Rewritten> {
  const read: { sighting: Sighting; form: AdForm }[] = [];
  for (const sighting of sightings) {
    const { where } = sighting;
    const isOwn = own !== null && own.where.source === where.source && own.where.at === where.at;
    const form = isOwn ? own.form : await forms.at(where);
    if (form !== null) read.push({ sighting, form });
  }
  const newest = read.at(-1);
  const oldest = sightings[0];
  if (newest === undefined || oldest === undefined) throw new Error(`No copy that showed ${known.id} can be read any more`);
  const { ad } = newest.form;
  const observations = observationsOf(read, oldest, known.number);
  const row: AdRow = {
    ad: {
      ...ad,
      country: ad.country ?? read.map(({ form }) => form.ad.country).findLast((country) => country !== null) ?? null,
      places_shown: read.some(({ form }) => form.ad.places_shown),
    },
    number: known.number,
    account: accountOf(ad),
    library: known.library,
    series: known.series ?? incoming.series,
    criteria: usedOf(observations.map(({ observation }) => observation)),
    digest: newest.sighting.digest,
    row_at: newest.sighting.where.at,
    row_bytes: newest.sighting.where.bytes,
    newest: newest.sighting.last,
    oldest: oldest.first,
    since: sightings.length > 1 ? newest.sighting.first : null,
  };
  const start = ad.start?.slice(0, 10) ?? null;
  const printed = read.map(({ sighting, form }) => ({ sighting, fields: form.fields }));
  return { row, earlier: sightings.slice(0, -1), observations, revisions: revisionsOf(printed, incoming.copies, start) };
}

/** Everything that any copy showed, each with the copies that did; silent where that is what the ad itself says. */
function observationsOf(
  read: readonly { readonly sighting: Sighting; readonly form: AdForm }[],
  oldest: Sighting,
  number: number,
): ObservationRow[] {
  const found = new Map<string, { observation: Observation; version: number; first: Sighting; last: Sighting }>();
  for (const { sighting, form } of read) {
    for (const observation of form.observations) {
      const key = `${observation.criterion} ${observation.direction} ${valueKey(observation)}`;
      const before = found.get(key);
      const own = { observation, version: form.mapping_version };
      found.set(key, before === undefined ? { ...own, first: sighting, last: sighting } : { ...own, first: before.first, last: sighting });
    }
  }
  const newest = read.at(-1)?.sighting;
  return [...found.values()].map(({ observation, version, first, last }) => ({
    ad: number,
    observation,
    mapping_version: version,
    source: first === oldest ? null : first.first.source,
    source_row: first === oldest ? null : first.first.row,
    first_as_of: first === oldest ? null : first.first.as_of,
    last_as_of: last === newest ? null : last.last.as_of,
  }));
}
