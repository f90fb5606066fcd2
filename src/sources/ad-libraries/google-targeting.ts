/** Google's targeting cells, read. An empty cell gives nothing: whether that means "not used" the file does not say. */
import type { CriterionId } from '../../core/criteria.ts';
import { shown } from './cells.ts';
import { boundedMemo, type CellReading } from './google-memo.ts';
import { readPlaces } from './google-places.ts';

/** Reads the text of one column's cell. */
export type CellReader = (text: string) => CellReading;

const NOTHING: CellReading = { uses: [], problems: [] };
/** Google's own words for "everybody". */
const NOT_TARGETED = /^(?:not targeted|all)$/i;
const ADULT_AGES = ['18-24', '25-34', '35-44', '45-54', '55-64', '≥65'];
const UNKNOWN_AGE = /^(?:unknown(?: age)?|undetermined)$/i;
const GENDERS = ['male', 'female'];
const UNKNOWN_GENDER = /^(?:unknown(?: gender)?|undetermined)$/i;

/** `18-24, 25-34`: `demo.age`. All adult ages are no restriction, with or without the people whose age Google does not know. */
export function readAges(field: string, text: string): CellReading {
  return readList({
    field,
    text,
    criterion: 'demo.age',
    everybody: ADULT_AGES,
    fold: (value) =>
      value
        .replace(/^(?:>=|≥) ?/, '≥')
        .replace(/^65\+$/, '≥65')
        .replaceAll('–', '-'),
    isKnown: (value) => /^(?:\d{1,2}-\d{1,3}|≥\d{1,3}|\d{1,3}\+)$/.test(value) || UNKNOWN_AGE.test(value),
    forms: 'Known forms are 18-24, ≥65 and Unknown age.',
  });
}

/** `Female, Unknown gender`: `demo.gender`. Both genders are no restriction, with or without the people whose gender Google does not know. */
export function readGenders(field: string, text: string): CellReading {
  return readList({
    field,
    text,
    criterion: 'demo.gender',
    everybody: GENDERS,
    fold: (value) => value.toLowerCase(),
    isKnown: (value) => GENDERS.includes(value) || UNKNOWN_GENDER.test(value),
    forms: 'Known forms are Male, Female and Unknown gender.',
  });
}

/** Readers for the four columns, which keep what they have read. A file has about a hundred lists of ages and fifty thousand of places. */
export function targetingReaders(): Readonly<Record<'ages' | 'genders' | 'places', (field: string) => CellReader>> {
  const trimmed = (read: CellReader): CellReader => {
    const held = boundedMemo(4096, 2000, (text) => (text.trim() === '' || NOT_TARGETED.test(text.trim()) ? NOTHING : read(text)));
    return (text) => (text === '' ? NOTHING : held(text));
  };
  return {
    ages: (field) => trimmed((text) => readAges(field, text)),
    genders: (field) => trimmed((text) => readGenders(field, text)),
    places: (field) => trimmed((text) => readPlaces(field, text)),
  };
}

interface List {
  readonly field: string;
  readonly text: string;
  readonly criterion: CriterionId;
  /** The folded values that together leave nobody out. */
  readonly everybody: readonly string[];
  readonly fold: (value: string) => string;
  /** Of a folded value. */
  readonly isKnown: (value: string) => boolean;
  readonly forms: string;
}

function readList({ field, text, criterion, everybody, fold, isKnown, forms }: List): CellReading {
  const values = text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const problems = values
    .filter((value) => !isKnown(fold(value)))
    .map((value) => ({ code: 'unknown-value', message: `${field} has ${shown(value)}, which no table names. ${forms}` }));
  const known = values.filter((value) => isKnown(fold(value)));
  const found = new Set(known.map(fold));
  if (known.length === 0 || everybody.every((value) => found.has(value))) return { uses: [], problems };
  return { uses: [{ criterion, values: known, rank: null }], problems };
}
