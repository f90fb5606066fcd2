/** Snapchat's political ad library: one row of PoliticalAds.csv is one ad, with what was chosen for it. Columns are found by name. */
import type { Ad, Direction, Observation, Problem } from '../../core/observation.ts';
import type { AdLibrary, RowReader, RowReadings } from './contract.ts';
import { countryCode } from './countries.ts';
import { columnKey, FACT_COLUMNS, type FactId, IGNORED_COLUMNS, TARGETING_COLUMNS, type TargetingColumn } from './snapchat-columns.ts';
import { type FactCells, readFacts } from './snapchat-facts.ts';
import { type CellProblem, readTargeting } from './snapchat-targeting.ts';

export const snapchat: AdLibrary = {
  id: 'snapchat',
  platform: 'snapchat',
  mapping_version: 1,
  recognises: (header) => {
    const names = new Set(header.map(columnKey));
    return names.has('adid') && names.has('creativeurl');
  },
  open,
};

interface Header {
  readonly width: number;
  /** Places of the fact columns that the file has. */
  readonly facts: ReadonlyMap<FactId, number>;
  readonly targeting: readonly { readonly column: TargetingColumn; readonly at: number }[];
  /** Places of columns that nobody knows, or `null` where a targeting column is missing: then nothing says "only a country". */
  readonly unseen: readonly number[] | null;
}

function open(header: readonly string[]): RowReader | Problem {
  const at = new Map<string, number>();
  for (const [i, name] of header.entries()) {
    const key = columnKey(name);
    if (key !== '' && at.has(key))
      return fileProblem(
        'duplicate-column',
        name.trim(),
        'is in the header twice, so it cannot be told which to read. Send the file as published.',
      );
    at.set(key, i);
  }
  if (!at.has('adid'))
    return fileProblem('missing-column', 'ADID', 'is missing: without the ad’s id no row can be read. Send the file as published.');

  const isOld = TARGETING_COLUMNS.every(({ name, headers }) => headers !== 'new' || !at.has(columnKey(name)));
  const expected = [...FACT_COLUMNS, ...TARGETING_COLUMNS].filter(
    ({ headers }) => headers === 'both' || headers === (isOld ? 'old' : 'new'),
  );
  const missing = expected.filter(({ name }) => !at.has(columnKey(name)));
  const known = new Set([...FACT_COLUMNS, ...TARGETING_COLUMNS, ...IGNORED_COLUMNS].map(({ name }) => columnKey(name)));
  const unknown = header.flatMap((name, i) => (known.has(columnKey(name)) ? [] : [{ at: i, name: name.trim() || `column ${i + 1}` }]));
  const targeting = TARGETING_COLUMNS.flatMap((column) => {
    const place = at.get(columnKey(column.name));
    const direction: Direction = isOld ? 'used' : column.direction;
    return place === undefined ? [] : [{ column: { ...column, direction }, at: place }];
  });
  const shape: Header = {
    width: header.length,
    facts: new Map(
      FACT_COLUMNS.flatMap(({ name, fact }) => (at.has(columnKey(name)) ? [[fact, at.get(columnKey(name)) ?? 0] as const] : [])),
    ),
    targeting,
    unseen: missing.some((column) => 'targeting' in column) ? null : unknown.map((column) => column.at),
  };
  return {
    columns: {
      used: [...FACT_COLUMNS, ...TARGETING_COLUMNS].flatMap(({ name }) => (at.has(columnKey(name)) ? [name] : [])),
      ignored: IGNORED_COLUMNS.flatMap(({ name, ignored }) => (at.has(columnKey(name)) ? [{ name, reason: ignored }] : [])),
      unknown: unknown.map(({ name }) => name),
    },
    problems: [
      ...missing.map(({ name }) => fileProblem('missing-column', name, 'is missing, so nothing is known of what it would show.', false)),
      ...unknown.map(({ name }) =>
        fileProblem('unknown-column', name, 'is a column that this version does not know; it was not read.', false),
      ),
    ],
    read: (cells, row, line) => readRow(shape, cells, row, line),
  };
}

function readRow(header: Header, cells: readonly string[], row: number, line: number): RowReadings {
  const problem = (field: string | null, { code, message }: CellProblem, refused = false): Problem => ({
    row,
    line,
    field,
    code,
    message,
    refused,
  });
  if (cells.length !== header.width) {
    const message = `The row has ${cells.length} cells and the header ${header.width}, so it cannot be told which cell is which. Check the line’s commas and quotes.`;
    return { accepted: false, problems: [problem(null, { code: 'wrong-width', message }, true)] };
  }
  const id = (cells[header.facts.get('ad_id') ?? -1] ?? '').trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(id)) {
    const message = `ADID has ${id.length} signs and is not 64 hexadecimal digits, so the ad cannot be told from others. Check the line against the published file.`;
    return { accepted: false, problems: [problem('ADID', { code: 'bad-ad-id', message }, true)] };
  }

  const fact: FactCells = (name) => {
    const at = header.facts.get(name);
    return at === undefined ? null : (cells[at] ?? '');
  };
  const facts = readFacts(fact);
  const countryCell = header.targeting.find(({ column }) => column.targeting === 'country');
  const countryName = (countryCell === undefined ? '' : (cells[countryCell.at] ?? '')).trim();
  const country = countryCode(countryName);
  const problems = facts.problems.map((found) => problem(found.field, found));
  const observations: Observation[] = [];
  let whole = header.unseen?.every((at) => cells[at]?.trim() === '') ?? false;
  for (const { column, at } of header.targeting) {
    const { name, targeting: kind, criterion, direction } = column;
    const read = readTargeting({ field: name, kind, criterion, text: cells[at] ?? '', country });
    for (const found of read.uses) observations.push({ ad: `snapchat:${id}`, ...found, direction, level: 'ad', field: name });
    for (const found of read.problems) problems.push(problem(name, found));
    if (read.problems.some(({ code }) => code !== 'no-restriction')) whole = false;
  }
  const placesShown = countryName !== '' || observations.some(({ criterion }) => criterion.startsWith('geo.'));
  if (countryName === '') problems.push(problem('CountryCode', placesShown ? NO_COUNTRY : PLACES_NOT_SHOWN));
  const [only] = observations;
  if (whole && observations.length === 1 && only?.criterion === 'geo.country') {
    observations.push({ ...only, criterion: 'none.broad', values: [], rank: null });
  }
  const ad: Ad = {
    id: `snapchat:${id}`,
    platform: 'snapchat',
    library_id: id,
    ...facts.ad,
    country,
    places_shown: placesShown,
  };
  return { accepted: true, ad, observations, problems };
}

const PLACES_NOT_SHOWN: CellProblem = {
  code: 'places-not-shown',
  message:
    'No country is given and no other place: the library does not show where this ad ran, so no question about its places can be answered. Look for an older copy of the file.',
};

/** In every file seen, a row without a country has no other place. Should one have, the place counts. */
const NO_COUNTRY: CellProblem = {
  code: 'no-country',
  message: 'No country is given, though other places are. They are read as they stand.',
};

function fileProblem(code: string, field: string, what: string, refused = true): Problem {
  const name = field.length > 60 ? `${field.slice(0, 60)}…` : field;
  return { row: null, line: 1, field: name, code, message: `The column “${name}” ${what}`, refused };
}
