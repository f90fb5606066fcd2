/**
 * Regions and money of an ad. The file gives an ad's spend in about twenty currencies and does not say which is the account's own. In the others
 * it prints the lowest step, whatever was spent: an ad with EUR 450 to 500 had USD 0 to 100, and a public count of the whole file of August 2026
 * has EUR 0 to 50 in each of 1.56 million rows. So the currency whose lower bound is above zero is the account's own. Where several are, or none is
 * (the ad cost less than one step), the regions decide: pounds where the ad ran in the United Kingdom, else euros where it ran in the EU only,
 * else dollars.
 */
import type { Money } from '../../core/observation.ts';
import { type CellProblem, shown } from './cells.ts';
import { minorUnits } from './google-values.ts';

/** The places of one currency's two columns. */
export interface SpendColumns {
  /** ISO 4217. */
  readonly currency: string;
  readonly min: number;
  readonly max: number;
}

/** Where an ad ran. */
export interface Regions {
  /** ISO 3166: the one country, or the United Kingdom where it is among several; `null` where that says nothing. */
  readonly country: string | null;
  /** The currencies to take where the amounts do not decide, best first. */
  readonly currencies: readonly string[];
  /** Values that are no country. */
  readonly unknown: readonly string[];
}

const EU: ReadonlySet<string> = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** `EU, GB, IE`. `EU` is no country: it says that the ad stood in the report of the European Union. */
export function regionsOf(text: string): Regions {
  const values = text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const countries = values.filter((value) => /^[A-Z]{2}$/.test(value) && value !== 'EU');
  const [first] = countries;
  const only = countries.length === 1 && first !== undefined ? first : null;
  const inUk = countries.includes('GB');
  const inEuOnly = values.length > 0 && values.every((value) => value === 'EU' || EU.has(value));
  return {
    country: inUk ? 'GB' : only,
    currencies: [...(inUk ? ['GBP'] : []), ...(inUk || inEuOnly ? ['EUR'] : []), 'USD'],
    unknown: values.filter((value) => !/^[A-Z]{2}$/.test(value)),
  };
}

/** The amount in the account's own currency, as far as the row tells it; `null` where the row gives none that can be read. */
export function spendOf(
  cells: readonly string[],
  columns: readonly SpendColumns[],
  regions: Regions,
): { readonly spend: Money | null; readonly problem: (CellProblem & { readonly currency: string }) | null } {
  const chosen = choose(cells, columns, regions);
  if (chosen === null) return { spend: null, problem: null };
  const { currency } = chosen;
  const [low, high] = [cells[chosen.min] ?? '', cells[chosen.max] ?? ''];
  const min = minorUnits(low);
  // The top step has no upper bound.
  const max = high.trim() === '' ? null : minorUnits(high);
  if (min !== null && (max === null ? high.trim() === '' : max >= min)) return { spend: { min, max, currency }, problem: null };
  const message = `The range of ${currency} goes from ${shown(low)} to ${shown(high)}, which is no range of amounts. It is left out.`;
  return { spend: null, problem: { code: 'not-a-number', message, currency } };
}

function choose(cells: readonly string[], columns: readonly SpendColumns[], regions: Regions): SpendColumns | null {
  let own: SpendColumns | null = null;
  let more: SpendColumns[] | null = null;
  for (const column of columns) {
    const low = cells[column.min];
    if (low === '0' || low === '' || !(Number(low) > 0)) continue;
    if (own === null) own = column;
    else more = [...(more ?? [own]), column];
  }
  if (more !== null) return preferred(more, regions) ?? own;
  if (own !== null) return own;
  const given = columns.filter(({ min, max }) => (cells[min] ?? '').trim() !== '' || (cells[max] ?? '').trim() !== '');
  return preferred(given, regions) ?? given[0] ?? null;
}

function preferred(columns: readonly SpendColumns[], regions: Regions): SpendColumns | null {
  for (const currency of regions.currencies) {
    const found = columns.find((column) => column.currency === currency);
    if (found !== undefined) return found;
  }
  return null;
}
