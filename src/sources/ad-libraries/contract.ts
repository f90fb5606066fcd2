/** What every ad library's reader gives: the form of a file becomes readings, and whatever does not fit becomes problems. */
import type { Ad, IdChange, Observation, Paid, Platform, Problem } from '../../core/observation.ts';
import type { LibraryId } from '../../core/platforms.ts';
import type { FieldKind } from '../../core/revisions.ts';
import type { Day } from '../../core/time.ts';

/** What the importer knows of a file beside its bytes. */
export interface FileFacts {
  /** Its name, with the member's name where it came out of an archive: `bundle.zip/regions/x.csv`. */
  readonly name: string;
  /** The day the copy was taken. */
  readonly as_of: Day;
  /** Days of the window of an audience file, which does not say itself. */
  readonly window: 7 | 30 | 90 | null;
  /** ISO 4217, for amounts without a currency of their own. */
  readonly currency: string | null;
}

/** The first record of a file: the header of a CSV (BOM taken off), or a record of JSON. */
export type FirstRecord =
  | { readonly form: 'csv'; readonly header: readonly string[] }
  | { readonly form: 'json'; readonly record: unknown };

/** The format of one platform's file. */
export interface AdLibrary {
  readonly id: LibraryId;
  readonly platform: Platform;
  /** Goes up whenever the same row gives other readings than before. */
  readonly mapping_version: number;
  /**
   * True when a file is the library's whole record of a period, so that an ad which a newer copy lacks is "not seen" in it. False
   * where a file holds what somebody asked for.
   */
  readonly whole_copies: boolean;
  /** True when the file that begins with this is this library's. */
  recognises(first: FirstRecord): boolean;
  /** A reader for the rows of the file, or the problem why none of them can be read. */
  open(first: FirstRecord, file: FileFacts): RowReader | Problem;
}

/** One row: the cells of a CSV record, or one JSON record as its one cell. `row`: the first row of data is 1. `line`: the header is 1. */
export interface Row {
  readonly cells: readonly string[];
  readonly row: number;
  readonly line: number;
}

export type { FieldKind };

/** A field whose value is compared from copy to copy. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** What may be kept and shown of its text; left out where all of it may. */
  readonly shown?: (text: string) => string;
}

/** Reads the rows of one file. It keeps nothing from row to row: any slice of a file gives the readings that the whole gives. */
export interface RowReader {
  readonly columns: {
    readonly used: readonly string[];
    readonly ignored: readonly { readonly name: string; readonly reason: string }[];
    /** Reported in `problems`, once each. */
    readonly unknown: readonly string[];
  };
  /** What is wrong with the file as a whole. */
  readonly problems: readonly Problem[];
  /** The fields that are compared from copy to copy: none where rows are no ads. */
  readonly fields: readonly Field[];
  /** The texts of `fields` in one row, in their order, as printed. */
  printed(cells: readonly string[]): readonly string[];
  read(cells: readonly string[], row: number, line: number): RowReadings;
  /**
   * Where rows that follow one another make one record together: its key in a row, and the readings of all of them. `read` then
   * gives what a row would give alone.
   */
  readonly group?: {
    keyOf(cells: readonly string[]): string;
    read(rows: readonly Row[]): GroupReadings;
  };
}

/** A row is accepted, whatever its cells hold, or refused as one; never dropped. */
export type RowReadings =
  | {
      readonly accepted: true;
      /** `null` where the row is about no ad. */
      readonly ad: Ad | null;
      readonly observations: readonly Observation[];
      readonly paid?: Paid;
      readonly same?: IdChange;
      readonly problems: readonly Problem[];
    }
  | { readonly accepted: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Readings of rows that belong together. `accepted` + `refused` is how many there were. */
export interface GroupReadings {
  readonly accepted: number;
  readonly refused: number;
  readonly ad: Ad | null;
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}
