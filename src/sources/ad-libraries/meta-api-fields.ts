/**
 * The fields of an ad in Meta's Ad Library API: which are read, what each is compared as, and which are left, with the reason. Names that
 * the API gave up are known beside those it has now.
 * https://developers.facebook.com/docs/graph-api/reference/archived-ad/
 */
import type { FieldKind } from './contract.ts';

/** Texts of a record: by its present name, or by the one it had before. */
export interface UsedField {
  readonly name: string;
  readonly before?: string;
  /** `null`: not compared from copy to copy, since copies are compared by it. */
  readonly kind: FieldKind | null;
  /** True for a list whose order says nothing. */
  readonly unordered?: true;
}

export const USED_FIELDS: readonly UsedField[] = [
  { name: 'id', before: '_id', kind: null },
  { name: 'target_ages', kind: 'targeting' },
  { name: 'target_gender', kind: 'targeting' },
  { name: 'target_locations', kind: 'targeting', unordered: true },
  { name: 'page_id', kind: 'name' },
  { name: 'page_name', kind: 'name' },
  { name: 'bylines', before: 'funding_entity', kind: 'name' },
  { name: 'beneficiary_payers', kind: 'name', unordered: true },
  { name: 'ad_delivery_start_time', kind: 'date' },
  { name: 'ad_delivery_stop_time', kind: 'date' },
  { name: 'currency', kind: 'money' },
  { name: 'spend', kind: 'money' },
  { name: 'impressions', kind: 'delivery' },
];

const CREATIVE = 'What the ad says and shows is not published again: Meta’s terms for the API. The ad stands in the library under its id.';
const DELIVERY = 'Who saw the ad, which is not who was chosen.';
const SIZE = 'How many people the platform reckoned the ad could reach; it does not say which.';
const LINK = 'An address that holds the token of the person who asked. It is cut out; the link for readers is made from the id.';

export const IGNORED_FIELDS: readonly { readonly name: string; readonly reason: string }[] = [
  { name: 'ad_snapshot_url', reason: LINK },
  ...['ad_creative_bodies', 'ad_creative_link_titles', 'ad_creative_link_captions', 'ad_creative_link_descriptions'].map((name) => ({
    name,
    reason: CREATIVE,
  })),
  ...['ad_creative_body', 'ad_creative_link_title', 'ad_creative_link_caption', 'ad_creative_link_description'].map((name) => ({
    name,
    reason: CREATIVE,
  })),
  ...[
    'demographic_distribution',
    'delivery_by_region',
    'region_distribution',
    'age_country_gender_reach_breakdown',
    'eu_total_reach',
    'br_total_reach',
    'total_reach_by_location',
  ].map((name) => ({ name, reason: DELIVERY })),
  { name: 'estimated_audience_size', reason: SIZE },
  { name: 'potential_reach', reason: SIZE },
  { name: 'ad_creation_time', reason: 'When the ad was made; when it ran is read.' },
  { name: 'languages', reason: 'The language of the ad, not of the people it was for.' },
  { name: 'publisher_platforms', reason: 'On which of Meta’s services the ad ran; all are one platform here.' },
];

/** Fields that only an ad of this library has: a record with an id and one of them is an ad. */
export const SIGNS: readonly string[] = [
  'page_id',
  'ad_creation_time',
  'ad_delivery_start_time',
  'ad_creative_bodies',
  'ad_creative_body',
  'ad_snapshot_url',
];

const NAMES: ReadonlySet<string> = new Set([
  ...USED_FIELDS.flatMap(({ name, before }) => (before === undefined ? [name] : [name, before])),
  ...IGNORED_FIELDS.map(({ name }) => name),
]);

export function isKnown(name: string): boolean {
  return NAMES.has(name);
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field by either of its names; `undefined` where it is missing or null. */
export function fieldOf(ad: JsonObject, name: string): unknown {
  const before = USED_FIELDS.find((field) => field.name === name)?.before;
  const value = Object.hasOwn(ad, name) ? ad[name] : undefined;
  if (value !== undefined && value !== null) return value;
  return before !== undefined && Object.hasOwn(ad, before) ? (ad[before] ?? undefined) : undefined;
}
