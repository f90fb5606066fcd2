/** Snapchat's targeting cells, read: which criteria a cell shows, with which values, and what in it could not be placed. */
import type { CriterionId } from '../../core/criteria.ts';
import { placeRank, postcodeGranularity } from '../../core/places.ts';
import { type CellProblem, shown } from './cells.ts';
import { countryCode } from './countries.ts';
import type { TargetingKind } from './snapchat-columns.ts';
import { ageBracket, circle, demographicCriterion, isCode, splitList } from './snapchat-values.ts';

/** One criterion that a cell shows. `values` are as printed; `hidden` counts those given only as codes. */
export interface CellUse {
  readonly criterion: CriterionId;
  readonly values: readonly string[];
  readonly hidden: number;
  readonly rank: number | null;
}

export interface CellReading {
  readonly uses: readonly CellUse[];
  readonly problems: readonly CellProblem[];
}

export interface TargetingCell {
  /** The column's own name. */
  readonly field: string;
  readonly kind: TargetingKind;
  /** The criterion of the column; `null` where the values decide. */
  readonly criterion: CriterionId | null;
  readonly text: string;
  /** ISO 3166 code of the ad's country, where it is known. */
  readonly country: string | null;
}

const NOTHING: CellReading = { uses: [], problems: [] };
const NEARLY_EVERY_LANGUAGE = 16;
/** Countries whose postcodes have the British form. */
const BRITISH_POSTCODES: ReadonlySet<string> = new Set(['GB', 'GG', 'IM', 'JE']);
const POLITICAL_INTERESTS: ReadonlySet<string> = new Set(['political news watchers', 'advocates & activists']);
/** The words a column can hold, in lower case. */
const CLOSED: Partial<Record<TargetingKind, readonly string[]>> = {
  gender: ['female', 'male'],
  os: ['android', 'ios', 'web'],
  connection: ['cell', 'wifi'],
  segments: ['provided by advertiser'],
};

/** Reads one targeting cell. An empty one shows nothing: whether that means "not used" is for the row to say. */
export function readTargeting(cell: TargetingCell): CellReading {
  if (cell.text.trim() === '') return NOTHING;
  switch (cell.kind) {
    case 'country':
      return readCountry(cell);
    case 'age':
      return readAge(cell);
    case 'interests':
      return readInterests(cell);
    case 'third-party':
      return readThirdParty(cell);
    default:
      return readList(cell);
  }
}

function readCountry(cell: TargetingCell): CellReading {
  const name = cell.text.trim();
  const problems = countryCode(name) === null ? [unknownValue(cell, name, 'Add the country’s name to the table of countries.')] : [];
  return { uses: [use('geo.country', [name], 0, placeRank('geo.country'))], problems };
}

function readAge(cell: TargetingCell): CellReading {
  const ages = ageBracket(cell.text);
  if (ages === null) return { uses: [], problems: [unknownValue(cell, cell.text, 'Known forms are 18+, 18-34, 17- and 35++.')] };
  if (ages.min === 18 && ages.max === null) return NOTHING;
  return { uses: [use('demo.age', [cell.text.trim()])], problems: [] };
}

function readInterests(cell: TargetingCell): CellReading {
  const { values, problems } = listOf(cell);
  const labels = values.filter((value) => !isCode(value));
  const codes = values.filter(isCode);
  const political = labels.filter((label) => POLITICAL_INTERESTS.has(label.toLowerCase()));
  const interests = labels.filter((label) => !POLITICAL_INTERESTS.has(label.toLowerCase()));
  const uses: CellUse[] = [];
  if (interests.length + codes.length > 0) uses.push(use('interest', interests, codes.length));
  if (political.length > 0) uses.push(use('political.affinity', political));
  return { uses, problems: [...problems, ...codes.map((code) => codeProblem(cell, code))] };
}

/** The library's own readme calls these labels data from other companies: one use of them for the ad, and what each label names beside it. */
function readThirdParty(cell: TargetingCell): CellReading {
  const { values, problems } = listOf(cell);
  const found = [...problems];
  const labels: string[] = [];
  const byCriterion = new Map<CriterionId, string[]>();
  for (const value of values) {
    if (isCode(value)) {
      found.push(codeProblem(cell, value));
      continue;
    }
    labels.push(value);
    const criterion = demographicCriterion(value);
    if (criterion === null) found.push(unknownValue(cell, value, 'It counts as third-party data only, until somebody reviews the label.'));
    else byCriterion.set(criterion, [...(byCriterion.get(criterion) ?? []), value]);
  }
  const named = [...byCriterion].sort(([a], [b]) => (a < b ? -1 : 1)).map(([criterion, list]) => use(criterion, list));
  return { uses: [use('segment.third-party', labels, values.length - labels.length), ...named], problems: found };
}

/** Every column whose values all have the column's one criterion. */
function readList(cell: TargetingCell): CellReading {
  if (cell.criterion === null) throw new Error(`The column ${cell.field} has no criterion.`);
  if (cell.kind === 'radius') return readCircles(cell, cell.criterion);
  const { values, problems } = listOf(cell);
  if (cell.kind === 'postcodes') return readPostcodes(cell, cell.criterion, { values, problems });
  if (leavesNobodyOut(cell.kind, values)) {
    const message = `${cell.field} lists ${values.length} values, which leave hardly anybody out: read as no restriction, so no observation is made.`;
    return { uses: [], problems: [...problems, { code: 'no-restriction', message }] };
  }
  const known = values.filter((value) => isKnown(cell.kind, value));
  const unknown = values.filter((value) => !isKnown(cell.kind, value));
  return {
    uses: known.length > 0 ? [use(cell.criterion, known, 0, placeRank(cell.criterion))] : [],
    problems: [...problems, ...unknown.map((value) => unknownValue(cell, value, 'No criterion is made of it.'))],
  };
}

/** A list that covers everybody, or nearly, is no restriction (criteria.md, part c). */
function leavesNobodyOut(kind: TargetingKind, values: readonly string[]): boolean {
  const different = new Set(values.map((value) => value.toLowerCase()));
  if (kind === 'gender') return different.has('female') && different.has('male');
  return kind === 'language' && different.size >= NEARLY_EVERY_LANGUAGE;
}

function isKnown(kind: TargetingKind, value: string): boolean {
  if (kind === 'language') return /^[a-z]{2,3}$/i.test(value);
  return CLOSED[kind]?.includes(value.toLowerCase()) ?? true;
}

function readCircles(cell: TargetingCell, criterion: CriterionId): CellReading {
  const { values } = splitList(cell.text);
  const problems: CellProblem[] = [];
  const circles = values.flatMap((value, i) => {
    const read = circle(value);
    // Not repeated: a point can be somebody's home.
    if (read === null)
      problems.push({
        code: 'unreadable-radius',
        message: `Value ${i + 1} of ${cell.field} is not in the form “latitude …;longitude …;radius …” and was left out.`,
      });
    return read ?? [];
  });
  if (values.length > 0 && circles.length === 0) return { uses: [use(criterion, [], values.length)], problems };
  const rank = finest(circles.map(({ radius_km }) => placeRank(criterion, { radius_km })));
  const printed = circles.map((read) => read.shown);
  return { uses: [use(criterion, printed, values.length - circles.length, rank)], problems };
}

function readPostcodes(
  cell: TargetingCell,
  criterion: CriterionId,
  list: { values: readonly string[]; problems: readonly CellProblem[] },
): CellReading {
  // Other countries' postcodes are kept as printed and have no rank.
  const british = cell.country === null || BRITISH_POSTCODES.has(cell.country);
  const sizes = list.values.map((value) => (british ? postcodeGranularity(value) : null));
  const unknown = cell.country === 'GB' ? list.values.filter((_, i) => sizes[i] === null) : [];
  const problems = unknown.map((value) => ({
    code: 'unknown-postcode',
    message: `${cell.field} has ${shown(value)}, which is no UK postcode district, sector or unit. It is kept as printed and has no rank.`,
  }));
  const rank = finest(sizes.map((granularity) => placeRank(criterion, { granularity })));
  return { uses: [use(criterion, list.values, 0, rank)], problems: [...list.problems, ...problems] };
}

function listOf(cell: TargetingCell): { readonly values: readonly string[]; readonly problems: readonly CellProblem[] } {
  const { values, balanced } = splitList(cell.text);
  const message = `The brackets of ${cell.field} do not pair, so its values may be cut in the wrong places. Compare them with the file.`;
  return { values, problems: balanced ? [] : [{ code: 'unpaired-brackets', message }] };
}

function finest(ranks: readonly (number | null)[]): number | null {
  let best: number | null = null;
  for (const rank of ranks) if (rank !== null && (best === null || rank > best)) best = rank;
  return best;
}

function use(criterion: CriterionId, values: readonly string[], hidden = 0, rank: number | null = null): CellUse {
  return { criterion, values, hidden, rank };
}

function unknownValue(cell: TargetingCell, value: string, then: string): CellProblem {
  return { code: 'unknown-value', message: `${cell.field} has ${shown(value)}, which no table names. ${then}` };
}

/** The sentence is the same in every row, so that a run can count each code. */
function codeProblem(cell: TargetingCell, code: string): CellProblem {
  return {
    code: 'code-without-name',
    message: `${cell.field} gives the code ${shown(code)} and no name: what kind of targeting it is, is known; the value is not.`,
  };
}
