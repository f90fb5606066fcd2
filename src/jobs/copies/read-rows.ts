/** Reads one bounded piece of a source file from R2: records, then what its library makes of them. */
import type { Ad, IdChange, Observation, Paid, Problem } from '../../core/observation.ts';
import type { AdLibrary, FileFacts, FirstRecord, GroupReadings, Row, RowReader, RowReadings } from '../../sources/ad-libraries/contract.ts';
import { adLibrary } from '../../sources/ad-libraries/index.ts';
import { type Place, type RecordEvent, recordsOf } from '../../sources/records.ts';
import type { SourceFileRow } from '../../store/ads.ts';
import type { Bytes } from '../../store/bytes.ts';
import type { Run } from '../../store/runs.ts';

/** A group of rows longer than this is cut: none of a real file comes near it. */
const LONGEST_GROUP = 50_000;

/** An ad with the row that shows it. */
export interface ReadAd {
  readonly row: number;
  /** Where the row's bytes lie. */
  readonly at: number;
  readonly bytes: number;
  readonly cells: readonly string[];
  readonly ad: Ad;
  readonly observations: readonly Observation[];
}

export interface ReadPiece {
  /** Where the next piece begins. */
  readonly to: number;
  readonly line: number;
  readonly place: Place;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly ads: readonly ReadAd[];
  readonly paid: readonly { readonly row: number; readonly paid: Paid }[];
  readonly same: readonly IdChange[];
  readonly problems: readonly Problem[];
}

/** A file that cannot be read at all: why, in a sentence. */
export class Unreadable extends Error {}

/** What the importer said of a file. */
export function factsOf(file: SourceFileRow): FileFacts {
  const window = file.window_days === 7 || file.window_days === 30 || file.window_days === 90 ? file.window_days : null;
  return { name: file.name, as_of: file.as_of, window, currency: file.currency };
}

/** A file of a library, ready to be read. */
export interface Opened {
  readonly library: AdLibrary;
  readonly reader: RowReader;
  readonly first: FirstRecord;
}

/** The reader of a file's rows. Throws `Unreadable`. */
export function readerOf(file: SourceFileRow): Opened {
  const library = adLibrary(file.library as Parameters<typeof adLibrary>[0]);
  if (library === null) throw new Unreadable(`This version has no reader for ${file.library}.`);
  if (file.first_record === null) throw new Unreadable(`${file.name} has no first record that can be read.`);
  const first = JSON.parse(file.first_record) as FirstRecord;
  const reader = library.open(first, factsOf(file));
  if (!('read' in reader)) throw new Unreadable(reader.message);
  return { library, reader, first };
}

/**
 * Reads the records that begin in one range of bytes after the run's cursor and end in it; one longer than the range is read on to its
 * end. `rowsBefore`: rows of the file before the cursor.
 */
export async function readPiece(
  bytes: Bytes,
  run: Run,
  file: SourceFileRow,
  reader: RowReader,
  first: FirstRecord,
  range: number,
  rowsBefore: number,
): Promise<ReadPiece> {
  const records = recordsOf(first.form, { offset: run.cursor, line: run.cursor_line, place: run.place });
  const events: RecordEvent[] = [];
  let ended = false;
  let whole: Whole | null = null;
  for (let offset = run.cursor; !ended; offset += range) {
    if (offset < run.total) for await (const chunk of await bytes.stream(file.sha256, offset, range)) events.push(...records.push(chunk));
    ended = offset + range >= run.total;
    if (ended) events.push(...records.end());
    whole = wholeUnits(events, reader, ended, first.form === 'csv' && run.cursor === 0);
    if (whole.units.length > 0) break;
  }
  const units = whole?.units ?? [];
  const lastEvent = units.at(-1)?.events.at(-1);
  const done = ended && (whole?.all ?? true);
  return {
    to: done || lastEvent === undefined ? run.total : lastEvent.end,
    line: lastEvent === undefined ? run.cursor_line : lastEvent.line + lastEvent.lines,
    place: lastEvent?.place ?? run.place,
    ...readUnits(units, reader, rowsBefore),
  };
}

/** Records that are read together: one, or rows of one group. */
interface Unit {
  readonly events: readonly RecordEvent[];
  readonly key: string | null;
}

interface Whole {
  readonly units: readonly Unit[];
  /** False when events at the end belong to a group that may go on. */
  readonly all: boolean;
}

function wholeUnits(events: readonly RecordEvent[], reader: RowReader, ended: boolean, hasHeader: boolean): Whole {
  const units: { events: RecordEvent[]; key: string | null }[] = [];
  for (const event of hasHeader ? events.slice(1) : events) {
    const key = reader.group !== undefined && event.kind === 'record' ? reader.group.keyOf(event.cells) : null;
    const last = units.at(-1);
    if (key !== null && last?.key === key && last.events.length < LONGEST_GROUP) last.events.push(event);
    else units.push({ events: [event], key });
  }
  const open = units.at(-1);
  if (ended || open === undefined || open.key === null || open.events.length >= LONGEST_GROUP) return { units, all: true };
  return { units: units.slice(0, -1), all: false };
}

function readUnits(units: readonly Unit[], reader: RowReader, rowsBefore: number): Omit<ReadPiece, 'to' | 'line' | 'place'> {
  const ads: ReadAd[] = [];
  const paid: { row: number; paid: Paid }[] = [];
  const same: IdChange[] = [];
  const problems: Problem[] = [];
  let [accepted, refused, row] = [0, 0, rowsBefore];
  for (const { events, key } of units) {
    const [event] = events;
    if (event === undefined) continue;
    const firstRow = row + 1;
    if (event.kind === 'fault') {
      row += 1;
      refused += 1;
      problems.push({ row, line: event.line, field: null, code: event.code, message: event.message, refused: true });
      continue;
    }
    const rows: Row[] = events.flatMap((one) => (one.kind === 'record' ? [{ cells: one.cells, row: ++row, line: one.line }] : []));
    const read =
      key !== null && reader.group !== undefined
        ? groupOf(reader.group.read(rows))
        : singleOf(reader.read(event.cells, firstRow, event.line));
    accepted += read.accepted;
    refused += read.refused;
    problems.push(...read.problems);
    const bytes = (events.at(-1)?.end ?? event.end) - event.start;
    if (read.ad !== null)
      ads.push({ row: firstRow, at: event.start, bytes, cells: event.cells, ad: read.ad, observations: read.observations });
    if (read.paid !== undefined) paid.push({ row: firstRow, paid: read.paid });
    if (read.same !== undefined) same.push(read.same);
  }
  return { rows: row - rowsBefore, accepted, refused, ads, paid, same, problems };
}

type UnitReadings = GroupReadings & { readonly paid?: Paid; readonly same?: IdChange };

function groupOf(read: GroupReadings): UnitReadings {
  return read;
}

function singleOf(read: RowReadings): UnitReadings {
  if (!read.accepted) return { accepted: 0, refused: 1, ad: null, observations: [], problems: read.problems };
  return { ...read, accepted: 1, refused: 0 };
}
