/**
 * One row of an audience table: which criterion it shows, whether to reach people or to leave them out, and how many ads used it.
 * A row is not a use: every page has its 53 ages and 3 genders. Only `num_ads` above 0 is one.
 */
import type { CriterionId } from '../../core/criteria.ts';
import { placeRank, postcodeGranularity } from '../../core/places.ts';
import { shown } from './cells.ts';
import { count, exclusion, given, share } from './meta-audience-cells.ts';
import type { Cells } from './meta-audience-columns.ts';
import type { ColumnProblem, Page } from './meta-audience-page.ts';
import { type Age, directionOf, fault, type OwnAudience, type Part, type Use, unknown, use } from './meta-audience-use.ts';
import { placeCriterion } from './meta-places.ts';

export interface DetailReading {
  /** `null`: no value, or none that was used. */
  readonly detail: Use | Age | OwnAudience | null;
  readonly problems: readonly ColumnProblem[];
}

/** The rows of what was used, or why the row cannot be read. A row with no value at all is only about its page. */
export function readDetail(cells: Cells, page: Page): DetailReading | ColumnProblem {
  const type = given(cells('type')).toLowerCase();
  const printed = given(cells('num_ads'));
  if (type === '' && printed === '' && given(cells('value')) === '') return { detail: null, problems: [] };
  const num_ads = count(printed);
  if (num_ads === null) return fault('num_ads', 'not-a-number', `num_ads has ${shown(printed)}, which is not a whole number.`);
  if (num_ads > page.ads) {
    const message = `num_ads is ${num_ads} and total_num_ads ${page.ads}: more ads cannot have used a value than there were. Compare the row with the library.`;
    return fault('num_ads', 'more-than-total', message);
  }
  const problems: ColumnProblem[] = [];
  const part: Part = { num_ads, share: shareOf(cells, problems) };
  return { detail: typed(type, cells, part, problems), problems };
}

function typed(type: string, cells: Cells, part: Part, problems: ColumnProblem[]): DetailReading['detail'] {
  switch (type) {
    case 'age':
      return ageOf(cells, part, problems);
    case 'gender':
      return genderOf(cells, part, problems);
    case 'location':
      return placeOf(cells, part, problems);
    case 'detailed':
      return detailedOf(cells, part, problems);
    case 'custom_audience':
      return ownAudienceOf(cells, part, problems);
    case 'language':
      return use(cells, part, problems, { criterion: 'demo.language', field: 'language' });
    case 'lookalike_audience':
      return use(cells, part, problems, { criterion: 'lookalike', field: 'lookalike_audience' });
    default:
      return unknown('type', type, problems);
  }
}

function ageOf(cells: Cells, part: Part, problems: ColumnProblem[]): Age | null {
  const value = cells('value').trim();
  // Ages are only ever chosen.
  const direction = exclusion(cells('is_exclusion'));
  if (direction !== '' && direction !== 'include') return unknown('is_exclusion', cells('is_exclusion'), problems);
  return /^(?:1[3-9]|[2-5]\d|6[0-4]|65\+)$/.test(value) ? { kind: 'age', value, ...part } : unknown('value', value, problems);
}

function genderOf(cells: Cells, part: Part, problems: ColumnProblem[]): Use | null {
  const value = cells('value').trim();
  const word = value.toLowerCase();
  // `All` is no restriction.
  if (word === 'all') return null;
  if (word !== 'women' && word !== 'men') return unknown('value', value, problems);
  return use(cells, part, problems, { criterion: 'demo.gender', field: 'gender' });
}

function placeOf(cells: Cells, part: Part, problems: ColumnProblem[]): Use | null {
  const kind = given(cells('location_type'));
  const criterion = placeCriterion(kind);
  if (criterion === null && /^(?:unknown)?$/i.test(kind)) {
    problems.push({ field: 'location_type', ...KIND_NOT_SHOWN });
    return null;
  }
  if (criterion === null) return unknown('location_type', kind, problems);
  const granularity = criterion === 'geo.postcode' ? postcodeGranularity(cells('value').split(',', 1)[0] ?? '') : null;
  return use(cells, part, problems, { criterion, field: `location ${kind}`, rank: placeRank(criterion, { granularity }) });
}

/** `DEMOGRAPHICS` holds employers, schools, incomes and more, and does not say which. */
const DETAILED: ReadonlyMap<string, CriterionId> = new Map([
  ['INTERESTS', 'interest'],
  ['DEMOGRAPHICS', 'demo.unspecified'],
  ['BEHAVIORS', 'behaviour'],
]);

function detailedOf(cells: Cells, part: Part, problems: ColumnProblem[]): Use | null {
  const kind = given(cells('detailed_type')).toUpperCase();
  const criterion = DETAILED.get(kind);
  if (criterion === undefined) return unknown('detailed_type', kind, problems);
  return use(cells, part, problems, { criterion, field: `detailed ${kind}` });
}

/** Kinds that public dashboards describe; no file shows them yet. */
const NAMED_AUDIENCES: readonly (readonly [word: RegExp, criterion: CriterionId])[] = [
  [/WEBSITE/, 'retargeting.web'],
  [/(?:^|_)APP(?:_|$)/, 'retargeting.app'],
  [/ENGAGEMENT/, 'engagement'],
];

function ownAudienceOf(cells: Cells, part: Part, problems: ColumnProblem[]): Use | OwnAudience | null {
  const kind = given(cells('custom_audience_type')).toUpperCase();
  const value = cells('value').trim();
  const direction = kind.endsWith('_INCLUSION')
    ? 'include'
    : kind.endsWith('_EXCLUSION')
      ? 'exclude'
      : directionOf(cells, 'used', problems);
  if (/^HAS_DFCA_(?:IN|EX)CLUSION$/.test(kind)) return { kind: 'list', direction, value, ...part };
  if (/^HAS_CA_(?:IN|EX)CLUSION$/.test(kind)) return { kind: 'any', direction, value, ...part };
  const named = NAMED_AUDIENCES.find(([word]) => word.test(kind));
  if (named !== undefined) return use(cells, part, problems, { criterion: named[1], field: 'custom_audience', direction });
  if (kind !== '') return unknown('custom_audience_type', kind, problems);
  const word = value.toLowerCase();
  if (word === 'customer list custom audience') return { kind: 'list', direction, value, ...part };
  return word === 'custom audience' ? { kind: 'any', direction, value, ...part } : unknown('value', value, problems);
}

function shareOf(cells: Cells, problems: ColumnProblem[]): number | null {
  const text = given(cells('total_spend_pct'));
  if (text === '') return null;
  const part = share(text);
  if (part === null)
    problems.push(
      fault('total_spend_pct', 'bad-share', `total_spend_pct has ${shown(text)}, which is no share from 0 to 1. It is left out.`),
    );
  return part;
}

const KIND_NOT_SHOWN = {
  code: 'kind-not-shown',
  message: 'The library does not say what kind of place this is, which may be a whole country. It is kept as a row and gives no criterion.',
};
