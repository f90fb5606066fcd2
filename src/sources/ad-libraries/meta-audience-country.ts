/** The country that a page's places lie in, read from their names. */
import { countryCode } from './countries.ts';
import type { Use } from './meta-audience-use.ts';

/** How names of each kind tell their country; those not listed end with it: `12345, United States`. */
const HOW: Readonly<Record<string, 'whole' | 'before-colon' | 'not' | 'several'>> = {
  'location countries': 'whole',
  // `United States: All cities`, `United States: 3,769 ZIP codes`
  'location multi_city': 'before-colon',
  'location location_cluster_ids': 'before-colon',
  'location electoral_districts': 'not',
  'location geo_markets': 'not',
  'location country_groups': 'several',
};

/** The ISO 3166 code of the one country in which all places that were chosen lie; `null` where it is more than one, or not known. */
export function countryOf(uses: readonly Use[]): string | null {
  const codes = new Set<string | null>();
  for (const { field, direction, value } of uses) {
    if (!field.startsWith('location ') || direction === 'exclude') continue;
    const how = HOW[field.toLowerCase()];
    if (how === 'several') return null;
    if (how === 'not') continue;
    codes.add(
      countryCode(
        how === 'whole' ? value : how === 'before-colon' ? (value.split(':', 1)[0] ?? '') : value.slice(value.lastIndexOf(', ') + 1),
      ),
    );
  }
  const [only = null] = codes;
  return codes.size === 1 ? only : null;
}
