/** Checks on criteria: their values, how small an area is, why people were left out, where the data came from. */
import { criterion } from '../../../core/criteria.ts';
import { disagreement, type Fault } from '../errors.ts';
import { type Path, pathText } from '../paths.ts';
import { excludesWithoutWords } from '../reasons.ts';
import { isSilence } from '../silences.ts';
import { audiencesOf, entriesOf, usesOf } from '../uses.ts';
import type { Checked } from '../view.ts';

const AGE_BAND = /^(\d{1,3})(?:\+|-(\d{1,3})\+?)$/;

/** The entries under `criteria` whose criterion is known. */
function known({ file }: Checked) {
  return audiencesOf(file).flatMap((placed) =>
    entriesOf(placed).flatMap(({ path, entry }) =>
      entry.criterion ? [{ path, entry, id: entry.criterion, label: criterion(entry.criterion).label }] : [],
    ),
  );
}

export function valuesOrPolicy(checked: Checked): readonly Fault[] {
  return known(checked).flatMap(({ path, entry, label }) => {
    const values = [...path, 'values'];
    const policy = [...path, 'value_policy'];
    if (checked.spoiled(values) || checked.spoiled(policy)) return [];
    const given = entry.values !== undefined && entry.values.length > 0;
    if (given !== (entry.value_policy !== undefined)) return [];
    return [disagreement('values-or-policy', values, `${label}: give the values, or say 'all', not both.`)];
  });
}

export function ageValuesShape(checked: Checked): readonly Fault[] {
  return known(checked).flatMap(({ path, entry, id }) => {
    if (id !== 'demo.age') return [];
    return (entry.values ?? []).flatMap((value, index) => {
      if (value === undefined || isAgeBand(value.trim())) return [];
      const words = `'${value}' is not an age band. Write for example 25-34, or 50-65+.`;
      return [{ ...disagreement('age-values-shape', [...path, 'values', index], words), found: value, allowed: '18-34, 25-65+ or 18+' }];
    });
  });
}

function isAgeBand(value: string): boolean {
  const [, youngest, oldest] = AGE_BAND.exec(value) ?? [];
  return youngest !== undefined && Number(youngest) <= Number(oldest ?? 120) && Number(oldest ?? youngest) <= 120;
}

/** A postcode needs its kind, a circle its size: without it nobody can tell how fine the choice was. */
export function postcodeNeedsGranularity(checked: Checked): readonly Fault[] {
  return known(checked).flatMap(({ path, entry, id, label }): readonly Fault[] => {
    const at = [...path, 'granularity'];
    const found = entry.granularity === undefined ? null : String(entry.granularity);
    if (id === 'geo.postcode' && typeof entry.granularity !== 'string') {
      const words = 'Say whether these are postcode districts, sectors or full postcodes.';
      return [{ ...disagreement('postcode-needs-granularity', at, words), found, allowed: 'district, sector or unit' }];
    }
    if (id !== 'geo.radius' || typeof entry.granularity === 'number') return [];
    const words =
      found === null
        ? `${pathText(at)} is missing. It is needed in every declaration that uses ${label}: give the kilometres as a number.`
        : `${pathText(at)} cannot be '${found}'. It needs kilometres as a number.`;
    return [{ ...disagreement(found === null ? 'missing-field' : 'not-allowed', at, words), found, allowed: 'kilometres as a number' }];
  });
}

/** Reasons of criteria and blocks alike. */
export function excludeNeedsReason({ file }: Checked): readonly Fault[] {
  return usesOf(file).flatMap(({ path, entry }) => {
    const at = [...path, 'reason'];
    const words = excludesWithoutWords(file, at);
    if (words === null || entry.reason === undefined || !isSilence(entry.reason)) return [];
    return [{ ...disagreement('exclude-needs-reason', at, words), found: entry.reason, allowed: 'text of 1 to 500 characters' }];
  });
}

export function sourceNeedsName(checked: Checked): readonly Fault[] {
  return known(checked).flatMap(({ path, entry, label }) => {
    const source = entry.data_source;
    if (typeof source !== 'object' || source.name !== undefined) return [];
    if (source.kind !== 'supplier' && source.kind !== 'public') return [];
    const words = `Name the ${source.kind === 'public' ? 'public source' : source.kind} that ${label} came from.`;
    return [disagreement('source-needs-name', [...path, 'data_source', 'name'], words)];
  });
}

/** Of criteria, lists and lookalikes. */
export function specialNeedsCondition({ file }: Checked): readonly Fault[] {
  return usesOf(file).flatMap(({ path, entry, label }) => {
    if (!('special_category' in entry) || typeof entry.special_category !== 'object') return [];
    const { level, category, condition } = entry.special_category;
    if (level === undefined || level === 'none' || (category !== undefined && condition !== undefined)) return [];
    const at: Path = [...path, 'special_category'];
    return [
      disagreement('special-needs-condition', at, `${label} is marked as ${level}. Name the category and the condition you rely on.`),
    ];
  });
}
