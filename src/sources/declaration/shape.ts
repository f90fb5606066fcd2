/** Turns what zod says of a file's shape into faults in our words: one for each place. */
import type * as z from 'zod';
import { criterion, isCriterionId } from '../../core/criteria.ts';
import { nearest } from '../../core/nearest.ts';
import { PRACTICES } from '../../core/practices.ts';
import type { Fault } from './errors.ts';
import { DECLARATION_FIELDS, namesUnder } from './fields.ts';
import { type Path, pathPattern, pathText, valueAt } from './paths.ts';
import { PLATFORM_IDS, platformOfService } from './platforms.ts';
import { excludesWithoutWords } from './reasons.ts';
import { isSilence } from './silences.ts';
import { DECLARABLE_CRITERIA, lawfulBasis } from './types.ts';
import { allowedAt, type Expected, expectedAt, kindInWords, kindOf, kindsOf, needs, shortly } from './words.ts';

type Issue = z.core.$ZodIssue;

/** A suggestion costs a comparison with every name; a file with more unknown fields than this is no declaration. */
const MOST_SUGGESTIONS = 200;

/** The faults of single places: empty, silent, unknown, missing, of the wrong type, or not among what is allowed. */
export function shapeFaults(file: unknown, issues: readonly Issue[]): readonly Fault[] {
  const flat = issues.flatMap((issue) => flatten(issue, []));
  const unknown = unknownFields(file, flat);
  const explained = new Set(unknown.flatMap((fault) => (fault.explains ? [pathText(fault.explains)] : [])));
  const places = new Map<string, Path>();
  for (const issue of flat) if (issue.code !== 'unrecognized_keys') places.set(pathText(issue.path), issue.path);
  const single = [...places].filter(([text]) => !explained.has(text)).map(([, path]) => placeFault(file, path));
  return [...unknown, ...single];
}

interface FlatIssue {
  readonly code: Issue['code'];
  readonly path: Path;
  readonly keys: readonly string[];
}

/** Where a value may have several shapes, zod reports all of them. The one whose outside fits is the one that was meant. */
function flatten(issue: Issue, above: Path): readonly FlatIssue[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'));
    if (meant && meant.length > 0) return meant.flatMap((inner) => flatten(inner, path));
  }
  return [{ code: issue.code, path, keys: issue.code === 'unrecognized_keys' ? issue.keys : [] }];
}

function unknownFields(file: unknown, issues: readonly FlatIssue[]): readonly Fault[] {
  const fields = issues.flatMap((issue) => issue.keys.map((key) => ({ parent: issue.path, key })));
  fields.sort((a, b) => (a.key < b.key ? -1 : 1));
  return fields.map(({ parent, key }, index): Fault => {
    const path = [...parent, key];
    const names = index < MOST_SUGGESTIONS ? namesUnder(pathPattern(parent)) : [];
    const near = nearest(key, names);
    const elsewhere = near === null && names.length > 0 ? DECLARATION_FIELDS.find((field) => field.path.split('.').at(-1) === key) : null;
    const meant = near ?? elsewhere?.path ?? null;
    const explains = near !== null && valueAt(file, [...parent, near]) === undefined ? { explains: [...parent, near] } : {};
    return {
      path,
      check: 'unknown-field',
      message: `${pathText(path)} is not a field of the declaration.${meant === null ? '' : ` Did you mean ${meant}?`}`,
      found: key.length > 60 ? `${key.slice(0, 57)}...` : key,
      allowed: names.length === 0 ? null : `one of: ${names.join(', ')}`,
      of: 'name',
      ...explains,
    };
  });
}

function placeFault(file: unknown, path: Path): Fault {
  const value = valueAt(file, path);
  const expected: Expected = expectedAt(path) ?? { type: 'object', silences: [] };
  const allowed = path.length === 0 ? 'one JSON object' : allowedAt(expected, path);
  const say = (check: Fault['check'], message: string): Fault => ({
    path,
    check,
    message,
    found: value === undefined ? null : shortly(value),
    allowed,
  });
  const field = path.length === 0 ? 'The file' : pathText(path);

  if (value === undefined) return say('missing-field', `${field} is missing. It is needed in every declaration.`);
  if (typeof value === 'string') {
    if (value.trim() === '') return say('empty-value', emptyWords(file, path, field, expected));
    const exclusion = isSilence(value) ? excludesWithoutWords(file, path) : null;
    if (exclusion !== null) return say('exclude-needs-reason', exclusion);
    const silence = value.trim();
    if (isSilence(silence)) return say('silence-not-allowed', `${field} cannot be '${silence}'. It needs ${allowed}.`);
  }
  if (typeof value === 'number' && expected.type === 'platform-id') {
    return say('id-not-text', `${field} is written as a number. Put it in quotation marks, or its last digits may be lost.`);
  }
  const mayBeSilence = typeof value === 'string' && expected.silences.length > 0;
  if (!mayBeSilence && !kindsOf(expected.type).includes(kindOf(value))) {
    return say('wrong-type', `${field} is ${kindInWords(value)}. It needs ${allowed}.`);
  }
  if (typeof value === 'string' && /^(any )?criterion$/.test(expected.type)) {
    const refused = criterionFault(value);
    if (refused) return say(refused.check, refused.message);
  }
  return say('not-allowed', notAllowedWords(value, field, expected, path, allowed));
}

function emptyWords(file: unknown, path: Path, field: string, expected: Expected): string {
  const silences = excludesWithoutWords(file, path) !== null ? [] : expected.silences;
  const words = expected.type === 'answer' ? ['unknown'] : silences;
  return `${field} is empty. Give a value.${words.length === 0 ? '' : ` Or one of: ${words.join(', ')}.`}`;
}

function criterionFault(id: string): Pick<Fault, 'check' | 'message'> | null {
  if (!isCriterionId(id)) {
    const near = nearest(id, DECLARABLE_CRITERIA);
    const words = `'${shortly(id)}' is not in our list of criteria.${near === null ? '' : ` Nearest: ${near}.`}`;
    return { check: 'criterion-not-known', message: words };
  }
  const { label, declarable, declared_in } = criterion(id);
  if (!declarable) {
    return { check: 'criterion-only-observed', message: `'${id}' is only for what libraries leave unclear. Say which kind it was.` };
  }
  const answer = id === 'delivery.optimised' ? 'ad_delivery_used' : 'targeting_used';
  const block = declared_in === 'answer' ? answer : declared_in;
  return { check: 'criterion-has-own-block', message: `Write ${label} under '${block}', not under criteria.` };
}

function notAllowedWords(value: unknown, field: string, expected: Expected, path: Path, allowed: string): string {
  if (Array.isArray(value)) return `${field} is ${shortly(value)}. It needs ${needs(expected.type, path)}.`;
  if (typeof value !== 'string') return `${field} cannot be ${shortly(value)}. It needs ${allowed}.`;
  const longest = Number(/^text\((\d+)\)/.exec(expected.type)?.[1] ?? Number.POSITIVE_INFINITY);
  if (value.trim().length > longest) return `${field} has ${value.trim().length} characters. It needs ${allowed}.`;
  const near = suggestion(value, expected);
  return `${field} cannot be '${shortly(value)}'. It needs ${allowed}.${near === null ? '' : ` Did you mean ${near}?`}`;
}

function suggestion(value: string, { type, silences }: Expected): string | null {
  if (type === 'platform') return platformOfService(value) ?? nearest(value, PLATFORM_IDS);
  if (type === 'lawful basis') return nearest(value, lawfulBasis().options);
  if (type === 'practice')
    return nearest(
      value,
      PRACTICES.map((entry) => entry.id),
    );
  if (/^(?:place-code|regime)$/.test(type)) return value === 'UK' ? (type === 'regime' ? 'uk' : 'GB') : null;
  if (type === 'answer') return nearest(value, ['true', 'false', 'unknown']);
  return nearest(value, [...(type.startsWith('one of: ') ? type.slice(8).split(', ') : []), ...silences]);
}
