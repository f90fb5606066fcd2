/** What only the file's name says of a Meta Ad Library Report: the country, the days its amounts are for, and which table it is. */
import { addDays, type Day, isDay } from '../../core/time.ts';

export interface ReportName {
  /** ISO 3166 code, as the name gives it. */
  readonly country: string;
  /** First day the amounts are for; `null` where they begin with the library itself. */
  readonly first: Day | null;
  readonly last: Day;
  /** `advertisers`, `locations`, or the name of a region; `null` where the name stops before it. */
  readonly part: string | null;
}

/** `FacebookAdLibraryReport_2025-07-12_BE_last_30_days_Wallonia` */
const DATED =
  /FacebookAdLibraryReport_(\d{4}-\d{2}-\d{2})_([A-Z]{2})_(yesterday|last_7_days|last_30_days|last_90_days|lifelong)(?:_(.+))?$/;
/** The reports of spring 2019: `FacebookAdLibraryReportGB2019-05-11SpendingToDate` */
const FIRST_FORM = /FacebookAdLibraryReport([A-Z]{2})(\d{4}-\d{2}-\d{2})(SpendingToDate|ThisWeekSpending)/;

/** How many days end with the report's own; `null`: all since the library began, a day that no report gives. */
const DAYS: Readonly<Record<string, number | null>> = {
  yesterday: 1,
  last_7_days: 7,
  last_30_days: 30,
  last_90_days: 90,
  lifelong: null,
  ThisWeekSpending: 7,
  SpendingToDate: null,
};

/**
 * Reads the name of a report, or of a member of its zip: `bundle.zip/regions/FacebookAdLibraryReport_...csv`. The member's own name comes
 * first, because people keep the zip under names and days of their own. `null` for a name in neither form.
 */
export function reportName(name: string): ReportName | null {
  for (const part of name.split('/').reverse()) {
    const read = readName(part);
    if (read !== null) return read;
  }
  return null;
}

function readName(file: string): ReportName | null {
  // A browser that downloads a file twice numbers the second: “... (1).csv”.
  const stem = file
    .replace(/\.(?:gz|zip)$/i, '')
    .replace(/\.csv$/i, '')
    .replace(/ \(\d{1,3}\)$/, '');
  const dated = DATED.exec(stem);
  if (dated !== null) return named(dated[2], dated[1], dated[3], dated[4] ?? null);
  const old = FIRST_FORM.exec(stem);
  return old === null ? null : named(old[1], old[2], old[3], 'advertisers');
}

function named(country = '', last = '', preset = '', part: string | null): ReportName | null {
  if (!isDay(last)) return null;
  const days = DAYS[preset] ?? null;
  return { country, first: days === null ? null : addDays(last, 1 - days), last, part };
}
