/**
 * Meta's Ad Library API: answers of `ads_archive` as JSON, one record an ad. What an ad says and shows is not kept, and no link of an answer
 * is: links hold the token of the person who asked.
 * https://www.facebook.com/ads/library/api/
 */
import type { Ad, Problem } from '../../core/observation.ts';
import type { CellProblem } from './cells.ts';
import type { AdLibrary, FileFacts, RowReader, RowReadings } from './contract.ts';
import { errorAnswer } from './meta-api-errors.ts';
import { readFacts } from './meta-api-facts.ts';
import { fieldOf, IGNORED_FIELDS, isKnown, isObject, type JsonObject, SIGNS, USED_FIELDS } from './meta-api-fields.ts';
import { FIELDS, isLink, printedOf, recordOf, shownValue } from './meta-api-record.ts';
import { readTargeting } from './meta-api-targeting.ts';

export const metaApi: AdLibrary = {
  id: 'meta-api',
  platform: 'meta',
  mapping_version: 1,
  whole_copies: false,
  recognises: (first) => first.form === 'json' && (isAd(first.record) || errorAnswer(first.record) !== null || isEmptyAnswer(first.record)),
  open: (first, file) => open(first.form === 'json' ? first.record : null, file),
};

function isAd(record: unknown): boolean {
  return isObject(record) && ['id', '_id'].some((name) => Object.hasOwn(record, name)) && SIGNS.some((name) => Object.hasOwn(record, name));
}

/** `{"data":[],"paging":{}}`: nothing was found. */
function isEmptyAnswer(record: unknown): boolean {
  return (
    isObject(record) && Array.isArray(record.data) && record.data.length === 0 && Object.keys(record).every((name) => ANSWER.has(name))
  );
}

const ANSWER: ReadonlySet<string> = new Set(['data', 'paging']);

function open(record: unknown, file: FileFacts): RowReader | Problem {
  const error = errorAnswer(record);
  if (error !== null) return { row: null, line: 1, field: 'error', ...error, refused: true };
  const has = (name: string): boolean => isAd(record) && isObject(record) && Object.hasOwn(record, name);
  return {
    columns: {
      used: USED_FIELDS.flatMap(({ name, before }) => [name, ...(before === undefined ? [] : [before])].filter(has)),
      ignored: IGNORED_FIELDS.filter(({ name }) => has(name)),
      // Each record may have others: a problem of its row names them.
      unknown: [],
    },
    problems: [],
    fields: FIELDS,
    printed: (cells) => printedOf(recordOf(cells[0] ?? '')),
    read: (cells, row, line) => readRow(cells[0] ?? '', file, row, line),
  };
}

function readRow(text: string, file: FileFacts, row: number, line: number): RowReadings {
  const problem = (field: string | null, { code, message }: CellProblem, refused = false): Problem => {
    return { row, line, field, code, message, refused };
  };
  const record = recordOf(text);
  if (!isObject(record)) return { accepted: false, problems: [problem(null, NOT_AN_AD, true)] };
  const error = errorAnswer(record);
  if (error !== null) return { accepted: false, problems: [problem('error', error, true)] };
  const id = idOf(record);
  if (typeof id !== 'string') return { accepted: false, problems: [problem('id', id, true)] };

  const facts = readFacts(record, file.currency);
  const targeting = readTargeting(record);
  const ad: Ad = {
    id: `meta:${id}`,
    kind: 'ad',
    platform: 'meta',
    library_id: id,
    ads: { min: 1, max: 1 },
    ...facts.ad,
    country: targeting.country,
    places_shown: targeting.places_shown,
    about: null,
    media: [],
    landing: null,
  };
  const unknown = Object.keys(record).filter((name) => !isKnown(name));
  return {
    accepted: true,
    ad,
    observations: targeting.uses.map((use) => ({ ad: ad.id, ...use, level: 'ad' })),
    problems: [
      ...unknown.map((name) => problem(isLink(name) ? null : name.slice(0, 60), unknownField(name))),
      ...[...facts.problems, ...targeting.problems].map((found) => problem(found.field, found)),
    ],
  };
}

const NOT_AN_AD: CellProblem = {
  code: 'not-an-ad',
  message: 'The record is no object with an id, so it is no ad. Send the answers of the API, or a list of ads out of them.',
};

/** The ad's id, or why there is none. */
function idOf(record: JsonObject): string | CellProblem {
  const value = fieldOf(record, 'id');
  const id = typeof value === 'string' ? value.trim() : '';
  if (/^\d{1,20}$/.test(id)) return id;
  if (value === undefined)
    return {
      code: 'bad-ad-id',
      message: 'The record has no id, so it is no ad that could be told from others. Check it against the answer.',
    };
  const message = `id has ${shownValue(value)}, which is not digits, so the ad cannot be told from others. A spreadsheet may have spoiled it: send the answer as it came.`;
  return { code: 'bad-ad-id', message };
}

function unknownField(name: string): CellProblem {
  return { code: 'unknown-field', message: `${shownValue(name)} is a field that this version does not know; it was not read.` };
}
