/** How fine a choice of place is, as an order of ranks (our proposal), and how much of a postcode a text names. */
import type { CriterionId } from './criteria.ts';

/** How much of a postcode is named: `IP14`, `BS10 6`, `BS10 6QR`. */
export type PostcodeGranularity = 'district' | 'sector' | 'unit';

/** What a place criterion needs beside its id. A postcode needs its granularity, a circle its radius in kilometres. */
export interface PlaceDetail {
  readonly granularity?: PostcodeGranularity | null;
  readonly radius_km?: number | null;
}

/** The criteria that have one rank whatever the detail. A higher rank is a finer place. */
export const PLACE_RANKS = {
  'geo.country': 0,
  'geo.region': 1,
  'geo.constituency': 2,
  'geo.borough': 2,
  'geo.city': 2,
  'geo.neighbourhood': 3,
} as const satisfies Partial<Record<CriterionId, number>>;

/** Ranks of postcodes, by how much of one is named. */
export const POSTCODE_RANKS = { district: 3, sector: 4, unit: 5 } as const satisfies Record<PostcodeGranularity, number>;

/** Ranks of circles, widest first: a circle of at least `from_km` has the rank. */
export const RADIUS_RANKS = [
  { from_km: 10, rank: 2 },
  { from_km: 2, rank: 3 },
  { from_km: 0, rank: 5 },
] as const;

/**
 * The rank of a place, 0 (a country) to 5 (a full postcode, or a circle under 2 km).
 * `null` where the criterion is no place, has no rank (kind of place, relation to a place, kind not shown), or lacks the detail that decides.
 */
export function placeRank(criterion: CriterionId, detail: PlaceDetail = {}): number | null {
  if (criterion === 'geo.postcode') return detail.granularity ? POSTCODE_RANKS[detail.granularity] : null;
  if (criterion === 'geo.radius') return radiusRank(detail.radius_km ?? null);
  return isRankedAlone(criterion) ? PLACE_RANKS[criterion] : null;
}

/** True for a criterion whose rank, once its detail is known, is above 0: any place with a rank that is narrower than a country. */
export function isNarrowerThanCountry(criterion: CriterionId): boolean {
  if (criterion === 'geo.postcode' || criterion === 'geo.radius') return true;
  return isRankedAlone(criterion) && PLACE_RANKS[criterion] > 0;
}

function isRankedAlone(criterion: CriterionId): criterion is keyof typeof PLACE_RANKS {
  return Object.hasOwn(PLACE_RANKS, criterion);
}

function radiusRank(km: number | null): number | null {
  if (km === null) return null;
  return RADIUS_RANKS.find((row) => km >= row.from_km)?.rank ?? null;
}

/**
 * Every postcode area, the letters a postcode begins with. The list keeps other countries' codes out: `K1A` and `M5V` are Canadian.
 * https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom
 */
const AREAS: ReadonlySet<string> = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG ' +
    'HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S ' +
    'SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

/** Only central London splits a district by a letter (`W1A`, `EC1V`, `SW1E`). */
const AREAS_WITH_LETTERED_DISTRICTS: ReadonlySet<string> = new Set(['E', 'EC', 'N', 'NW', 'SE', 'SW', 'W', 'WC']);

/** Area, district, then nothing, or a space and a sector digit, or a sector digit and two unit letters (never C, I, K, M, O or V). */
const POSTCODE = /^([A-Z]{1,2})(\d{1,2}|\d[A-Z])(?: (\d)| ?(\d[ABD-HJLNP-UW-Z]{2}))?$/;

/** Longer than any postcode with its spaces. */
const LONGEST = 16;

/**
 * How much of a UK postcode `text` names, in either case: `ip14` a district, `bs10 6` a sector, `BS10 6QR` a unit.
 * `null` where it is none of them. A sector without its space is not read: `BS16` is a district, and would be sector 6 of `BS1`.
 */
export function postcodeGranularity(text: string): PostcodeGranularity | null {
  if (text.length > LONGEST) return null;
  const [, area, district, sector, unit] = POSTCODE.exec(text.trim().replace(/\s+/g, ' ').toUpperCase()) ?? [];
  if (area === undefined || district === undefined || !AREAS.has(area)) return null;
  if (/[A-Z]$/.test(district) && !AREAS_WITH_LETTERED_DISTRICTS.has(area)) return null;
  if (unit !== undefined) return 'unit';
  return sector === undefined ? 'district' : 'sector';
}
