/** The rows of one page and window, read together: one record of the page, and what its ads used. */
import type { Ad, Problem } from '../../core/observation.ts';
import type { GroupReadings } from './contract.ts';
import type { Cells } from './meta-audience-columns.ts';
import { countryOf } from './meta-audience-country.ts';
import { type DetailReading, readDetail } from './meta-audience-detail.ts';
import { observe } from './meta-audience-observe.ts';
import {
  type AudienceFile,
  type ColumnProblem,
  isWithoutData,
  type PageReading,
  pageKey,
  readPage,
  readWithoutData,
} from './meta-audience-page.ts';

/** A row of the table, from a CSV or from a list of the website's answer. */
export interface AudienceRow {
  readonly cells: Cells;
  readonly row: number;
  readonly line: number;
}

/** Reads rows that `pageKey` or the importer holds for one page and window. A row with a fault is refused alone. */
export function readWindow(rows: readonly AudienceRow[], file: AudienceFile): GroupReadings {
  const problems: Problem[] = [];
  const details: NonNullable<DetailReading['detail']>[] = [];
  let refused = 0;
  let page: KnownPage | null = null;
  let without: Ad | null = null;
  for (const row of rows) {
    const add = (found: ColumnProblem, refuses = false): void => {
      problems.push({ row: row.row, line: row.line, ...found, refused: refuses });
      if (refuses) refused += 1;
    };
    if (isWithoutData(row.cells)) {
      const ad = readWithoutData(row.cells, file);
      add('library_id' in ad ? NO_DATA : ad, !('library_id' in ad));
      without ??= 'library_id' in ad ? ad : null;
      continue;
    }
    const here = samePage(page, row.cells, file);
    if (!('page' in here)) {
      add(here, true);
      continue;
    }
    if (page === null) for (const found of here.problems) add(found);
    page = here;
    const read = readDetail(row.cells, here.page);
    if (!('problems' in read)) {
      add(read, true);
      continue;
    }
    for (const found of read.problems) add(found);
    if (read.detail !== null) details.push(read.detail);
  }
  const accepted = rows.length - refused;
  if (page === null) return { accepted, refused, ad: without, observations: [], problems };
  if (accepted === 0) return { accepted, refused, ad: null, observations: [], problems };
  return {
    accepted,
    refused,
    ad: { ...page.ad, country: countryOf(details.filter((detail) => detail.kind === 'use')) },
    observations: observe(page.ad.id, page.page, details),
    problems,
  };
}

type KnownPage = PageReading & { readonly key: string };

/** The page and window of a row; a problem where the rows before it are of another. */
function samePage(known: KnownPage | null, cells: Cells, file: AudienceFile): KnownPage | ColumnProblem {
  const key = pageKey(cells);
  if (known?.key === key) return known;
  const read = readPage(cells, file);
  if (!('page' in read)) return read;
  return known === null ? { ...read, key } : OTHER_TOTALS;
}

/** Asked and nothing came, which is not "used nothing". */
const NO_DATA: ColumnProblem = {
  field: 'no_data',
  code: 'no-data',
  message:
    'The library was asked about this page and gave nothing, so it cannot be told what the page used, or whether it used anything. Ask it again, or look for another window.',
};

const OTHER_TOTALS: ColumnProblem = {
  field: 'total_num_ads',
  code: 'other-totals',
  message:
    'The row gives the page other totals or another currency than the rows before it, so it is of another window or collection. Send the rows of each window as a file of their own.',
};
