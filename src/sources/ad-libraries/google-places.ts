/** Google's lists of places, read: where one place ends and the next begins, and what kind of place each is. */
import type { CriterionId } from '../../core/criteria.ts';
import { placeRank, postcodeGranularity } from '../../core/places.ts';
import { shown } from './cells.ts';
import { countryCode } from './countries.ts';
import { isCity, NATIONS } from './google-cities.ts';
import { boundedMemo, type CellReading, type CellUse } from './google-memo.ts';

type PlaceCriterion = 'geo.country' | 'geo.region' | 'geo.city' | 'geo.postcode' | 'geo.unspecified';

/** In this order a cell's observations are given. */
const KINDS = ['geo.country', 'geo.region', 'geo.city', 'geo.postcode', 'geo.unspecified'] as const satisfies readonly (PlaceCriterion &
  CriterionId)[];

interface Place {
  readonly criterion: PlaceCriterion;
  readonly rank: number | null;
}

/** A place as printed, and the ISO code of its country; `null` where the text names none that is known. */
interface PrintedPlace {
  readonly text: string;
  readonly country: string | null;
}

const COUNTRIES = boundedMemo<string | null>(4096, 80, (name) =>
  /^french southern and antarctic lands$/i.test(name) ? 'TF' : countryCode(name),
);

/** The one country whose English name holds the mark that parts places. */
const [COMMA_NAME, COMMA_REST] = ['Saint Helena', 'Ascension and Tristan da Cunha'];

/**
 * The places of a list. They are joined by `, `; inside a place the commas have no space: `Alba Iulia,Alba County,Romania, Cluj County,Romania`.
 * Names of media areas hold `, ` themselves (`Portland, OR,United States`), so a place ends only at a country's name. Linear in the text.
 */
export function placesIn(text: string): PrintedPlace[] {
  const chunks = text.split(', ');
  const places: PrintedPlace[] = [];
  let pending: string[] = [];
  const close = (country: string): void => {
    places.push({ text: pending.join(', ').trim(), country });
    pending = [];
  };
  const giveUp = (): void => {
    for (const chunk of pending) if (chunk.trim() !== '') places.push({ text: chunk.trim(), country: null });
    pending = [];
  };
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] ?? '';
    if (chunk === COMMA_NAME && chunks[i + 1] === COMMA_REST) {
      giveUp();
      pending = [COMMA_NAME, COMMA_REST];
      close('SH');
      i += 1;
      continue;
    }
    const comma = chunk.lastIndexOf(',');
    const country = COUNTRIES(chunk.slice(comma + 1).trim());
    // A country by itself is a place of its own: what came before it had no country, and is not part of its name.
    if (comma === -1 && country !== null) giveUp();
    pending.push(chunk);
    if (country !== null) close(country);
  }
  giveUp();
  return places;
}

/** `HA1,England,United Kingdom` is a postcode, `Scotland,United Kingdom` a region, `Romania` a country. */
function kindOf({ text, country }: PrintedPlace): Place {
  const parts = text.split(',').map((part) => part.trim());
  const [first = ''] = parts;
  if (country !== null && (parts.length === 1 || country === 'SH')) return { criterion: 'geo.country', rank: placeRank('geo.country') };
  if (country === 'GB') return inUk(parts);
  return isForeignPostcode(first, country) ? { criterion: 'geo.postcode', rank: null } : { criterion: 'geo.unspecified', rank: null };
}

function inUk(parts: readonly string[]): Place {
  const [first = '', second = ''] = parts;
  const granularity = postcodeGranularity(first);
  if (granularity !== null) return { criterion: 'geo.postcode', rank: placeRank('geo.postcode', { granularity }) };
  if (parts.length === 2 && NATIONS.has(first.toLowerCase())) return { criterion: 'geo.region', rank: placeRank('geo.region') };
  if (parts.length === 3 && isCity(first, second)) return { criterion: 'geo.city', rank: placeRank('geo.city') };
  return { criterion: 'geo.unspecified', rank: null };
}

/** `32011`, `01310-100`, `101 23`, and Canada's `K1A`. They have no rank: how large they are differs from country to country. */
function isForeignPostcode(text: string, country: string | null): boolean {
  if (country === 'CA' && /^[A-Z]\d[A-Z](?: ?\d[A-Z]\d)?$/i.test(text)) return true;
  return country !== null && /^\d{3,7}(?:[- ]\d{2,4})?$/.test(text);
}

/** Reads a cell of places: one use of each kind that it holds, with the places as printed and the finest rank among them. */
export function readPlaces(field: string, text: string): CellReading {
  const kinds = new Map<PlaceCriterion, { values: string[]; rank: number | null }>();
  const strangers: string[] = [];
  for (const place of placesIn(text)) {
    const { criterion, rank } = kindOf(place);
    const kind = kinds.get(criterion) ?? { values: [], rank: null };
    kind.values.push(place.text);
    if (rank !== null && (kind.rank === null || rank > kind.rank)) kind.rank = rank;
    kinds.set(criterion, kind);
    if (place.country === null) strangers.push(place.text);
  }
  const uses = KINDS.flatMap((criterion): CellUse[] => {
    const kind = kinds.get(criterion);
    return kind === undefined ? [] : [{ criterion, ...kind }];
  });
  const [stranger] = strangers;
  if (stranger === undefined) return { uses, problems: [] };
  const count = strangers.length === 1 ? '' : ` and ${strangers.length - 1} more`;
  const message = `${field} has ${shown(stranger)}${count}, where no country’s name ends the place. It is kept as printed, as a place of a kind that is not shown.`;
  return { uses, problems: [{ code: 'unknown-value', message }] };
}
