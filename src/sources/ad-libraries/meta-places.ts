/** Meta's kinds of place, and the criterion of each: the audience tab and the API use the same words (criteria.md, part a.5). */
import type { CriterionId } from '../../core/criteria.ts';

/** Keys in lower case. A geo market is a US television area; a country group is a list of countries. */
const CRITERIA: ReadonlyMap<string, CriterionId> = new Map([
  ['countries', 'geo.country'],
  ['country_groups', 'geo.country'],
  ['regions', 'geo.region'],
  ['geo_markets', 'geo.region'],
  ['electoral_districts', 'geo.constituency'],
  ['county', 'geo.borough'],
  ['borough', 'geo.borough'],
  ['city', 'geo.city'],
  ['town', 'geo.city'],
  ['village', 'geo.city'],
  ['hamlet', 'geo.city'],
  ['multi_city', 'geo.city'],
  ['unincorporated_area', 'geo.city'],
  ['census_designated_place', 'geo.city'],
  ['neighborhood', 'geo.neighbourhood'],
  ['zips', 'geo.postcode'],
  // The text gives a count, never the places.
  ['location_cluster_ids', 'geo.unspecified'],
]);

/** The criterion of a kind of place, in any case: `CITY` is `geo.city`. `null` for a kind nobody listed, `Unknown` and an empty one. */
export function placeCriterion(locationType: string): CriterionId | null {
  return CRITERIA.get(locationType.trim().toLowerCase()) ?? null;
}
