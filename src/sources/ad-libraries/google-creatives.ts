/** Google's `creative-stats`: one row is one ad, with the ages, genders and places chosen for it, and ranges of money and impressions. */
import type { Ad, CountRange, Direction, Observation, Problem } from '../../core/observation.ts';
import type { Instant } from '../../core/time.ts';
import { isDay } from '../../core/time.ts';
import { type CellProblem, shown } from './cells.ts';
import type { RowReader, RowReadings } from './contract.ts';
import { columnProblem, wrongWidth } from './csv-header.ts';
import { type CreativeHeader, creativeHeader, TARGETING } from './google-creative-columns.ts';
import { cellProblem, type Member } from './google-member.ts';
import { boundedMemo, type CellReading } from './google-memo.ts';
import { type Regions, regionsOf, spendOf } from './google-spend.ts';
import { targetingReaders } from './google-targeting.ts';
import { adId, advertiserId, countRange, moment } from './google-values.ts';

export const creatives: Member = {
  table: 'creative-stats',
  // Also where the ad's id is missing: then the file is this table and cannot be read, and the problem says so.
  fits: (names) => names.has('advertiser_id') && (names.has('date_range_start') || (names.has('ad_id') && names.has('regions'))),
  open,
};

/** The columns of one file, and the readers that keep what they have read of it. A place of -1: the file has no such column. */
interface Shape {
  readonly header: CreativeHeader;
  readonly id: number;
  readonly advertiser: number;
  readonly name: number;
  readonly regions: number;
  readonly impressions: number;
  readonly start: Dates;
  readonly end: Dates;
  readonly targeting: readonly Targeting[];
  readonly regionsOf: (text: string) => Regions;
  readonly countRange: (text: string) => CountRange | null;
}

interface Targeting {
  readonly field: string;
  readonly at: number;
  readonly direction: Direction;
  readonly isPlace: boolean;
  readonly read: (text: string) => CellReading;
}

/** Two columns that give one date: the moment, where it is printed, and the day. */
interface Dates {
  readonly moment: { readonly at: number; readonly field: string };
  readonly day: { readonly at: number; readonly field: string };
  /** What a day alone is read as. */
  readonly time: string;
}

function open(names: readonly string[]): RowReader | Problem {
  const header = creativeHeader(names);
  if (!('header' in header)) return header;
  const at = (name: string): number => header.header.at.get(name) ?? -1;
  if (at('Ad_ID') < 0)
    return columnProblem(
      'missing-column',
      'Ad_ID',
      'is missing: without the ad’s id no row can be read. Send the file as published.',
      true,
    );
  const column = (field: string): { at: number; field: string } => ({ at: at(field), field });
  const readers = targetingReaders();
  const shape: Shape = {
    header,
    id: at('Ad_ID'),
    advertiser: at('Advertiser_ID'),
    name: at('Advertiser_Name'),
    regions: at('Regions'),
    impressions: at('Impressions'),
    start: { moment: column('First_Served_Timestamp'), day: column('Date_Range_Start'), time: 'T00:00:00Z' },
    end: { moment: column('Last_Served_Timestamp'), day: column('Date_Range_End'), time: 'T23:59:59Z' },
    targeting: TARGETING.flatMap((field): Targeting[] => {
      if (at(field) < 0) return [];
      const kind = field === 'Age_Targeting' ? 'ages' : field === 'Gender_Targeting' ? 'genders' : 'places';
      const direction = field === 'Geo_Targeting_Excluded' ? 'exclude' : 'include';
      return [{ field, at: at(field), direction, isPlace: kind === 'places', read: readers[kind](field) }];
    }),
    regionsOf: boundedMemo(4096, 400, regionsOf),
    countRange: boundedMemo(4096, 60, countRange),
  };
  const { compared } = header;
  return {
    columns: header.header.columns,
    problems: header.problems,
    fields: compared.map(({ field }) => field),
    printed: (cells) => compared.map((field) => cells[field.at] ?? ''),
    read: (cells, row, line) => readRow(shape, cells, row, line),
  };
}

function readRow(shape: Shape, cells: readonly string[], row: number, line: number): RowReadings {
  const width = wrongWidth(cells, shape.header.header.width, row, line);
  if (width !== null) return { accepted: false, problems: [width] };
  const printedId = cells[shape.id] ?? '';
  const libraryId = adId(printedId);
  if (libraryId === null) {
    const message = `Ad_ID has ${shown(printedId)}, which is not CR and digits, so the ad cannot be told from others. A spreadsheet may have spoiled it: send the file as published.`;
    return { accepted: false, problems: [cellProblem(row, line, 'Ad_ID', { code: 'bad-ad-id', message }, true)] };
  }
  const problems: Problem[] = [];
  const report: Report = (field, problem) => {
    problems.push(cellProblem(row, line, field, problem));
  };
  const id = `google:${libraryId}`;
  const observations: Observation[] = [];
  let placesShown = false;
  for (const { field, at, direction, isPlace, read } of shape.targeting) {
    const text = cells[at] ?? '';
    if (text === '') continue;
    if (isPlace && text.trim() !== '') placesShown = true;
    const reading = read(text);
    for (const { criterion, values, rank } of reading.uses) {
      observations.push({ ad: id, criterion, direction, level: 'ad', field, values, hidden: 0, rank });
    }
    for (const problem of reading.problems) report(field, problem);
  }
  if (!placesShown) report('Geo_Targeting_Included', PLACES_NOT_SHOWN);
  else if (observations.length === 0 && problems.length === 0) report('Geo_Targeting_Included', NO_RESTRICTION);
  const regions = shape.regionsOf(shape.regions < 0 ? '' : (cells[shape.regions] ?? ''));
  for (const value of regions.unknown) {
    report('Regions', { code: 'unknown-value', message: `Regions has ${shown(value)}, which is no ISO 3166 code of two letters.` });
  }
  const { spend, problem } = spendOf(cells, shape.header.spend, regions);
  if (problem !== null) report(`Spend_Range_Min_${problem.currency}`, problem);
  for (const at of shape.header.unnamed) if ((cells[at] ?? '').trim() !== '') report(null, IN_NO_COLUMN);
  const start = readDate(cells, shape.start, report);
  const end = readDate(cells, shape.end, report);
  if (start !== null && end !== null && end < start) {
    report(shape.end.day.field, {
      code: 'end-before-start',
      message: `The ad’s end ${end} is before its start ${start}. Both are kept as printed.`,
    });
  }
  const name = shape.name < 0 ? '' : (cells[shape.name] ?? '');
  const ad: Ad = {
    id,
    kind: 'ad',
    platform: 'google',
    library_id: libraryId,
    page_id: readAdvertiser(cells, shape.advertiser, report),
    ads: { min: 1, max: 1 },
    // The library gives one name, of "the advertiser who purchased the ad": who placed it and who paid.
    buyer: name,
    payer: name,
    spend,
    impressions: readImpressions(cells, shape, report),
    start,
    end,
    country: regions.country,
    places_shown: placesShown,
    about: null,
    media: [],
    landing: null,
  };
  return { accepted: true, ad, observations, problems };
}

type Report = (field: string | null, problem: CellProblem) => void;

function readAdvertiser(cells: readonly string[], at: number, report: Report): string | null {
  if (at < 0) return null;
  const text = cells[at] ?? '';
  const found = advertiserId(text);
  if (found === null) report('Advertiser_ID', badAdvertiserId('Advertiser_ID', text));
  return found;
}

/** The problem of an advertiser's id that cannot be read; the row stays. */
export function badAdvertiserId(field: string, text: string): CellProblem {
  const message = `${field} has ${shown(text)}, which is not AR and digits, so nobody’s account is named. A spreadsheet may have spoiled it: send the file as published.`;
  return { code: 'bad-advertiser-id', message };
}

function readImpressions(cells: readonly string[], shape: Shape, report: Report): CountRange | null {
  if (shape.impressions < 0) return null;
  const text = cells[shape.impressions] ?? '';
  const range = shape.countRange(text);
  if (range === null) {
    const message = `Impressions has ${shown(text)}, which is no range of numbers. Known forms are ≤ 10k, 10k–100k, > 10M and 1750000-2000000. It is left out.`;
    report('Impressions', { code: 'not-a-number', message });
  }
  return range;
}

/** The moment where it is printed, in UTC; else the day. The library does not say which zone its days are of. */
function readDate(cells: readonly string[], dates: Dates, report: Report): Instant | null {
  const exact = dates.moment.at < 0 ? '' : (cells[dates.moment.at] ?? '').trim();
  if (exact !== '') {
    const instant = moment(exact);
    if (instant !== null) return instant;
    report(dates.moment.field, badDate(dates.moment.field, exact, 'no moment in the form 2024-05-10 18:30:00 UTC'));
  }
  if (dates.day.at < 0) return null;
  const day = (cells[dates.day.at] ?? '').trim();
  if (isDay(day)) return `${day}${dates.time}`;
  report(dates.day.field, badDate(dates.day.field, day, 'no day in the form 2024-05-10'));
  return null;
}

function badDate(field: string, text: string, what: string): CellProblem {
  return { code: 'bad-date', message: `${field} has ${shown(text)}, which is ${what}. It is left out.` };
}

const PLACES_NOT_SHOWN: CellProblem = {
  code: 'places-not-shown',
  message:
    'No place is given, to reach or to leave out: the library does not show which places were chosen for this ad, so no question about them can be answered.',
};

const NO_RESTRICTION: CellProblem = {
  code: 'no-restriction',
  message: 'The row leaves nobody out by age, gender or place: read as no restriction, so no observation is made.',
};

const IN_NO_COLUMN: CellProblem = {
  code: 'value-without-column',
  message: 'A value stands in a column that has no name; it was not read. Compare the line with the published file.',
};
