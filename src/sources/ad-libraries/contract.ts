/** What every ad library's reader gives: the form of a file becomes readings, and whatever does not fit becomes problems. */
import type { Ad, Observation, Platform, Problem } from '../../core/observation.ts';
import type { LibraryId } from '../../core/platforms.ts';

/** The format of one platform's file. */
export interface AdLibrary {
  readonly id: LibraryId;
  readonly platform: Platform;
  /** Goes up whenever the same row gives other readings than before. */
  readonly mapping_version: number;
  /** True when the header of a file (BOM taken off) is this library's. */
  recognises(header: readonly string[]): boolean;
  /** A reader for the rows under this header, or the problem why none of them can be read. */
  open(header: readonly string[]): RowReader | Problem;
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
  /** `row`: the first row of data is 1. `line`: the physical line it begins on, the header is 1. */
  read(cells: readonly string[], row: number, line: number): RowReadings;
}

/** A row is accepted, whatever its cells hold, or refused as one; never dropped. */
export type RowReadings =
  | {
      readonly accepted: true;
      readonly ad: Ad;
      readonly observations: readonly Observation[];
      readonly problems: readonly Problem[];
    }
  | { readonly accepted: false; readonly problems: readonly [Problem, ...Problem[]] };
