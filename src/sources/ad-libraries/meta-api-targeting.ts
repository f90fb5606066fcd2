/** Who was chosen for an ad, as Meta's Ad Library API gives it: ages, genders and places. Everything else it gives is delivery. */
import type { CriterionId } from '../../core/criteria.ts';
import type { Direction, Observation } from '../../core/observation.ts';
import { placeRank, postcodeGranularity } from '../../core/places.ts';
import { countryCode } from './countries.ts';
import type { FieldProblem } from './meta-api-facts.ts';
import { fieldOf, isObject, type JsonObject } from './meta-api-fields.ts';
import { shownValue } from './meta-api-record.ts';
import { placeCriterion } from './meta-places.ts';

export type Use = Omit<Observation, 'ad' | 'level'>;

export interface Targeting {
  readonly uses: readonly Use[];
  readonly problems: readonly FieldProblem[];
  /** ISO 3166 code of the one country chosen; `null` where it is not one. */
  readonly country: string | null;
  readonly places_shown: boolean;
}

const FIELDS = ['target_ages', 'target_gender', 'target_locations'];

export function readTargeting(record: JsonObject): Targeting {
  const problems: FieldProblem[] = [];
  const missing = FIELDS.filter((name) => fieldOf(record, name) === undefined);
  if (missing.length > 0) {
    const message = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not given, so it is not known what was chosen there. That is not “nothing was chosen”.`;
    problems.push({ field: missing.join(', '), code: 'targeting-not-given', message });
  }
  const ages = readAges(fieldOf(record, 'target_ages'), problems);
  const gender = readGender(fieldOf(record, 'target_gender'), problems);
  const places = readPlaces(fieldOf(record, 'target_locations'), problems);
  return { uses: [...places.uses, ...ages, ...gender], problems, country: places.country, places_shown: places.shown };
}

const AGE = /^\d{1,2}\+?$/;

/** Two texts, the youngest and the oldest age: `["18","65+"]` is every adult, and no restriction. */
function readAges(value: unknown, problems: FieldProblem[]): Use[] {
  if (value === undefined) return [];
  const [youngest, oldest] = (Array.isArray(value) ? value : []).map((age: unknown) =>
    typeof age === 'string' || typeof age === 'number' ? `${age}`.trim() : '',
  );
  const isPair = Array.isArray(value) && value.length === 2 && youngest !== undefined && oldest !== undefined;
  if (!isPair || !AGE.test(youngest) || !AGE.test(oldest) || Number.parseInt(youngest, 10) > Number.parseInt(oldest, 10)) {
    problems.push(unknownValue('target_ages', value, 'Two ages are known, such as "18" and "65+".'));
    return [];
  }
  if (youngest === '18' && oldest === '65+') return [];
  return [use('target_ages', 'demo.age', 'include', [`${youngest}-${oldest}`])];
}

/** `All` is no restriction. */
function readGender(value: unknown, problems: FieldProblem[]): Use[] {
  if (value === undefined) return [];
  const gender = typeof value === 'string' ? value.trim() : '';
  if (gender.toLowerCase() === 'all') return [];
  if (gender.toLowerCase() === 'women' || gender.toLowerCase() === 'men') return [use('target_gender', 'demo.gender', 'include', [gender])];
  problems.push(unknownValue('target_gender', value, 'All, Women and Men are known.'));
  return [];
}

interface Place {
  readonly criterion: CriterionId;
  readonly direction: Direction;
  readonly name: string;
  readonly hidden: number;
}

/** A record can hold many thousands of places. */
const MOST_PROBLEMS = 20;

/** One observation for each criterion and direction, with all its places. */
function readPlaces(
  value: unknown,
  problems: FieldProblem[],
): { readonly uses: Use[]; readonly country: string | null; readonly shown: boolean } {
  if (value === undefined) return { uses: [], country: null, shown: false };
  if (!Array.isArray(value)) {
    problems.push(unknownValue('target_locations', value, 'A list of places is known.'));
    return { uses: [], country: null, shown: false };
  }
  if (value.length === 0) {
    const message =
      'target_locations is an empty list: the library does not show where this ad ran, so no question about its places can be answered.';
    problems.push({ field: 'target_locations', code: 'places-not-shown', message });
    return { uses: [], country: null, shown: false };
  }
  const groups = new Map<string, Place[]>();
  const found: FieldProblem[] = [];
  for (const place of value.flatMap((entry: unknown, i) => readPlace(entry, i, found) ?? [])) {
    const key = `${place.criterion} ${place.direction}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  problems.push(...found.slice(0, MOST_PROBLEMS));
  if (found.length > MOST_PROBLEMS) {
    const message = `${found.length - MOST_PROBLEMS} more places of target_locations could not be read in full either.`;
    problems.push({ field: 'target_locations', code: 'more-of-the-same', message });
  }
  const uses = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => usePlaces(places));
  const countries = uses
    .filter(({ criterion, direction }) => criterion === 'geo.country' && direction === 'include')
    .flatMap(({ values }) => values);
  return { uses, country: countries.length === 1 ? countryCode(countries[0] ?? '') : null, shown: true };
}

function readPlace(entry: unknown, i: number, problems: FieldProblem[]): Place | null {
  const which = `Place ${i + 1} of target_locations`;
  const problem = (code: string, message: string): null => {
    problems.push({ field: 'target_locations', code, message });
    return null;
  };
  if (!isObject(entry)) return problem('unknown-value', `${which} is no record with a name and a type. No criterion is made of it.`);
  const criterion = typeof entry.type === 'string' ? placeCriterion(entry.type) : null;
  if (criterion === null) {
    return problem(
      'unknown-value',
      `${which} has the type ${shownValue(entry.type ?? '')}, which no table names. No criterion is made of it.`,
    );
  }
  const excluded = String(entry.excluded ?? '').toLowerCase();
  if (excluded !== 'true' && excluded !== 'false') {
    return problem('unknown-value', `${which} does not say whether its people were chosen or left out. No criterion is made of it.`);
  }
  const name = typeof entry.name === 'string' ? entry.name.trim() : '';
  const obfuscated = Number(entry.num_obfuscated ?? 0);
  const counted = Number.isSafeInteger(obfuscated) && obfuscated >= 0 && obfuscated < 1e9;
  if (!counted)
    problem(
      'not-a-number',
      `${which} has ${shownValue(entry.num_obfuscated)} for how many places are hidden in it, which is no whole number.`,
    );
  const hidden = counted ? obfuscated : 0;
  return { criterion, direction: excluded === 'true' ? 'exclude' : 'include', name, hidden: name === '' ? Math.max(hidden, 1) : hidden };
}

function usePlaces(places: readonly Place[]): Use {
  const [{ criterion, direction } = NO_PLACE] = places;
  const names = places.flatMap(({ name }) => (name === '' ? [] : [name])).sort();
  const hidden = places.reduce((sum, place) => sum + place.hidden, 0);
  return use('target_locations', criterion, direction, names, hidden, finest(criterion, names));
}

const NO_PLACE: Place = { criterion: 'geo.unspecified', direction: 'used', name: '', hidden: 0 };

function finest(criterion: CriterionId, names: readonly string[]): number | null {
  if (criterion !== 'geo.postcode') return placeRank(criterion);
  let best: number | null = null;
  for (const name of names) {
    // A postcode stands before its town and country.
    const rank = placeRank(criterion, { granularity: postcodeGranularity(name.split(',')[0] ?? '') });
    if (rank !== null && (best === null || rank > best)) best = rank;
  }
  return best;
}

function use(
  field: string,
  criterion: CriterionId,
  direction: Direction,
  values: readonly string[],
  hidden = 0,
  rank: number | null = null,
): Use {
  return { criterion, direction, field, values, hidden, rank };
}

function unknownValue(field: string, value: unknown, then: string): FieldProblem {
  return { field, code: 'unknown-value', message: `${field} has ${shownValue(value)}, which no table names. ${then}` };
}
