/** Forms that filter a list: plain GET forms whose names are the names of the query. */
import type { Child } from 'hono/jsx';
import { CRITERIA } from '../../core/criteria.ts';
import { PLATFORMS } from '../../core/platforms.ts';
import { opened } from '../words.ts';

export type Filters = Readonly<Record<string, string | undefined>>;

/** A party as a filter knows it. */
export interface PartyName {
  readonly id: string;
  readonly name: string;
}

export type Option = readonly [value: string, words: string];

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly filters: Filters;
}

export function FilterForm({ action, children }: { readonly action: string; readonly children: Child }) {
  return (
    <form class="filters" method="get" action={action} aria-label="Filter the list">
      {children}
      <div class="filter-do">
        <button type="submit">Show</button>
        <a href={action}>Clear</a>
      </div>
    </form>
  );
}

/** One of a few values; a value asked for that is none of them stays chosen and visible. */
export function Choice({ name, label, filters, options }: FieldProps & { readonly options: readonly Option[] }) {
  const asked = filters[name] ?? '';
  const known = asked === '' || options.some(([value]) => value === asked);
  return (
    <div class="filter">
      <label for={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name}>
        <option value="">any</option>
        {known ? null : (
          <option value={asked} selected>
            {asked}
          </option>
        )}
        {options.map(([value, words]) => (
          <option value={value} selected={value === asked}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Text({ name, label, filters, type = 'text' }: FieldProps & { readonly type?: 'text' | 'date' }) {
  return (
    <div class="filter">
      <label for={`f-${name}`}>{label}</label>
      <input id={`f-${name}`} name={name} type={type} value={filters[name] ?? ''} autocomplete="off" />
    </div>
  );
}

/** A list of parties where one is given, or else a field for the id. */
export function PartyField({ filters, parties }: { readonly filters: Filters; readonly parties: readonly PartyName[] | undefined }) {
  if (parties === undefined || parties.length === 0) return <Text name="party" label="Party" filters={filters} />;
  return <Choice name="party" label="Party" filters={filters} options={parties.map((party) => [party.id, party.name])} />;
}

export const PLATFORM_OPTIONS: readonly Option[] = PLATFORMS.map((entry) => [entry.id, entry.name]);

/** The criteria under the names of their families. */
export function CriterionField({ filters }: { readonly filters: Filters }) {
  const asked = filters.criterion ?? '';
  const families = [...new Set(CRITERIA.map((entry) => entry.family))];
  return (
    <div class="filter">
      <label for="f-criterion">Kind of targeting</label>
      <select id="f-criterion" name="criterion">
        <option value="">any</option>
        {families.map((family) => (
          <optgroup label={opened(family)}>
            {CRITERIA.filter((entry) => entry.family === family).map((entry) => (
              <option value={entry.id} selected={entry.id === asked}>
                {entry.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** Fields of the query that have no control of their own are kept when the form is sent. */
export function Kept({ names, filters }: { readonly names: readonly string[]; readonly filters: Filters }) {
  return (
    <>
      {names.map((name) => {
        const value = filters[name];
        return value ? <input type="hidden" name={name} value={value} /> : null;
      })}
    </>
  );
}

/** What is asked for, as an address that the same list answers as JSON. */
export function asked(filters: Filters, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
}
