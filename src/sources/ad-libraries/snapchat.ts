/** Snapchat's political ad library: one row of PoliticalAds.csv is one ad, with what was chosen for it. Columns are found by name. */
import type { Ad, Direction, Observation, Problem } from '../../core/observation.ts';
import type { CellProblem } from './cells.ts';
import type { AdLibrary, Field, FieldKind, RowReader, RowReadings } from './contract.ts';
import { countryCode } from './countries.ts';
import { columnKey, columnProblem, readHeader, wrongWidth } from './csv-header.ts';
import { FACT_COLUMNS, type FactId, IGNORED_COLUMNS, TARGETING_COLUMNS, type TargetingColumn } from './snapchat-columns.ts';
import { type FactCells, readFacts } from './snapchat-facts.ts';
import { readTargeting } from './snapchat-targeting.ts';
import { landing } from './snapchat-values.ts';

export const snapchat: AdLibrary = {
  id: 'snapchat',
  platform: 'snapchat',
  mapping_version: 1,
  whole_copies: true,
  recognises: (first) => {
    const names = new Set(first.form === 'csv' ? first.header.map(columnKey) : []);
    return names.has('adid') && names.has('creativeurl');
  },
  open: (first) => open(first.form === 'csv' ? first.header : []),
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
  const names = new Set(header.map(columnKey));
  const isOld = TARGETING_COLUMNS.every(({ name, headers }) => headers !== 'new' || !names.has(columnKey(name)));
  const all = [...FACT_COLUMNS, ...TARGETING_COLUMNS];
  const read = readHeader(header, {
    used: all.map(({ name }) => name),
    ignored: IGNORED_COLUMNS,
    expected: all.filter(({ headers }) => headers === 'both' || headers === (isOld ? 'old' : 'new')).map(({ name }) => name),
  });
  if (!('at' in read)) return read;
  if (!read.at.has('ADID'))
    return columnProblem('missing-column', 'ADID', 'is missing: without the ad’s id no row can be read. Send the file as published.', true);

  const targeting = TARGETING_COLUMNS.flatMap((column) => {
    const place = read.at.get(column.name);
    const direction: Direction = isOld ? 'used' : column.direction;
    return place === undefined ? [] : [{ column: { ...column, direction }, at: place }];
  });
  const shape: Header = {
    width: read.width,
    facts: new Map(
      FACT_COLUMNS.flatMap(({ name, fact }) => {
        const place = read.at.get(name);
        return place === undefined ? [] : [[fact, place] as const];
      }),
    ),
    targeting,
    unseen: TARGETING_COLUMNS.some(({ name }) => read.missing.includes(name)) ? null : read.unknown,
  };
  const compared = comparedColumns(read.at);
  return {
    columns: read.columns,
    problems: read.problems,
    fields: compared.map(({ field }) => field),
    printed: (cells) => compared.map((column) => cells[column.at] ?? ''),
    read: (cells, row, line) => readRow(shape, cells, row, line),
  };
}

/** What each fact says, for the comparison of copies. The ad's id is what copies are compared by. */
const FACT_KINDS: Readonly<Record<Exclude<FactId, 'ad_id'>, FieldKind>> = {
  media: 'link',
  currency: 'money',
  spend: 'money',
  impressions: 'delivery',
  start: 'date',
  end: 'date',
  buyer: 'name',
  about: 'text',
  payer: 'name',
  links: 'link',
};

/** The columns whose texts are compared from copy to copy, in the order of our own tables, which never changes. */
function comparedColumns(at: ReadonlyMap<string, number>): readonly { readonly at: number; readonly field: Field }[] {
  const facts = FACT_COLUMNS.flatMap(({ name, fact }): { name: string; field: Field }[] => {
    if (fact === 'ad_id') return [];
    const field = { name, kind: FACT_KINDS[fact] };
    // An address is kept without its tags, which can hold what a person typed.
    return [{ name, field: fact === 'links' ? { ...field, shown: (text: string) => landing(text).address ?? '' } : field }];
  });
  const targeting = TARGETING_COLUMNS.map(({ name }) => ({ name, field: { name, kind: 'targeting' } satisfies Field }));
  return [...targeting, ...facts].flatMap(({ name, field }) => {
    const place = at.get(name);
    return place === undefined ? [] : [{ at: place, field }];
  });
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
  const width = wrongWidth(cells, header.width, row, line);
  if (width !== null) return { accepted: false, problems: [width] };
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
    kind: 'ad',
    platform: 'snapchat',
    library_id: id,
    page_id: null,
    ads: { min: 1, max: 1 },
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
