/** Writing ads whose record a library changed: their sightings, revisions and observations are put in place of the old ones as a whole. */
import type { Revision } from '../core/revisions.ts';
import type { Sighting } from '../core/sightings.ts';
import { type AdRow, type ObservationRow, putAgain, putObservations } from './ad-rows.ts';
import { flush, type Statement, sql } from './db.ts';

/** All there is to know of an ad, made again from the copies that showed it. */
export interface Rewritten {
  readonly row: AdRow;
  /** Sightings before the newest, oldest first. */
  readonly earlier: readonly Sighting[];
  readonly observations: readonly ObservationRow[];
  readonly revisions: readonly Revision[];
}

/** Longest text of a revision that is kept: enough for every list seen, and bounded. */
const KEPT = 60_000;

export function putRewritten(all: readonly Rewritten[]): Statement[] {
  if (all.length === 0) return [];
  const ids = flush(all.map(({ row }) => row.ad.id));
  const sightings = all.flatMap(({ row, earlier }) => earlier.map((it) => sightingCells(row.ad.id, it)));
  const revisions = all.flatMap(({ row, revisions }) => revisions.map((it) => revisionCells(row, it)));
  return [
    ...putAgain(all.map(({ row }) => row)),
    ...ids.map((json) => countObservations('-', json)),
    ...ids.flatMap((json) =>
      ['sighting', 'revision'].map((table) => sql(`DELETE FROM ${table} WHERE ad_id IN (SELECT value FROM json_each(?))`, json)),
    ),
    ...ids.map((json) =>
      sql('DELETE FROM observation WHERE ad IN (SELECT number FROM ad WHERE id IN (SELECT value FROM json_each(?)))', json),
    ),
    ...flush(sightings).map((json) =>
      sql(
        `INSERT INTO sighting (ad_id, first_as_of, first_source, first_row, last_as_of, last_source, last_row, digest, at_source, row_at, row_bytes)
         SELECT ${Array.from({ length: 11 }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?)`,
        json,
      ),
    ),
    ...flush(revisions).map((json) =>
      sql(
        `INSERT INTO revision (ad_id, to_as_of, to_source, field, kind, of, before, after, from_as_of, from_source, from_row, to_row,
                               account_id, currency, spend_min)
         SELECT ${Array.from({ length: 15 }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
        json,
      ),
    ),
    ...putObservations(all.flatMap(({ observations }) => observations)),
    ...ids.map((json) => countObservations('+', json)),
  ];
}

function countObservations(sign: '+' | '-', json: string): Statement {
  return sql(
    `UPDATE tally SET n = n ${sign} (SELECT count(*) FROM observation WHERE ad IN (SELECT number FROM ad WHERE id IN (SELECT value FROM json_each(?))))
     WHERE name = 'observations'`,
    json,
  );
}

function sightingCells(ad: string, it: Sighting): unknown[] {
  return [
    ...[ad, it.first.as_of, it.first.source, it.first.row, it.last.as_of, it.last.source, it.last.row, it.digest],
    ...[it.where.source, it.where.at, it.where.bytes],
  ];
}

function revisionCells(row: AdRow, it: Revision): unknown[] {
  return [
    ...[row.ad.id, it.to.as_of, it.to.source, it.field, it.kind, it.of, cut(it.before), cut(it.after)],
    ...[it.from.as_of, it.from.source, it.from.row, it.to.row, row.account, row.ad.spend?.currency ?? '', row.ad.spend?.min ?? 0],
  ];
}

function cut(text: string): string {
  return text.length > KEPT ? `${text.slice(0, KEPT)}… (${text.length - KEPT} more signs)` : text;
}
