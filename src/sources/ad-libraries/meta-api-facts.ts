/** What a record of Meta's Ad Library API says of the ad itself: who, when, how much. A value that cannot be read is a problem; the ad stays. */
import type { Ad, CountRange, Money } from '../../core/observation.ts';
import { type Instant, isDay } from '../../core/time.ts';
import { redactText } from '../redact-text.ts';
import { type CellProblem, wholeNumber } from './cells.ts';
import { fieldOf, isObject, type JsonObject } from './meta-api-fields.ts';
import { isLink, isNoPage, shownValue } from './meta-api-record.ts';
import { pageId, pageName } from './meta-report-cells.ts';

export type FieldProblem = CellProblem & { readonly field: string };

export interface Facts {
  readonly ad: Pick<Ad, 'page_id' | 'buyer' | 'payer' | 'spend' | 'impressions' | 'start' | 'end'>;
  readonly problems: readonly FieldProblem[];
}

/** `currency`: for amounts that come without one. */
export function readFacts(record: JsonObject, currency: string | null): Facts {
  const problems: FieldProblem[] = [];
  const problem = (field: string, code: string, message: string): null => {
    problems.push({ field, code, message });
    return null;
  };

  const text = (field: string): string => {
    const value = fieldOf(record, field);
    if (value === undefined || typeof value === 'string') return value ?? '';
    problem(field, 'not-text', `${field} has ${shownValue(value)}, which is no text. It is left out.`);
    return '';
  };

  const page = (): string | null => {
    const value = fieldOf(record, 'page_id');
    if (value === undefined)
      return problem('page_id', 'no-page', 'page_id is missing, so nobody’s page is named: ask for the field, or look for another copy.');
    if (typeof value !== 'string' || isLink(value))
      return problem('page_id', 'bad-page-id', `page_id has ${shownValue(value)}, which is no id of digits, so the page cannot be told.`);
    const read = pageId(value, 'page_id');
    if (read.problem !== null) problems.push({ field: 'page_id', ...read.problem });
    return read.id;
  };

  const date = (field: string): Instant | null => {
    const printed = text(field);
    if (printed.trim() === '') return null;
    return (
      instant(printed) ??
      problem(field, 'bad-date', `${field} has ${shownValue(printed)}, which is no day in the form 2024-06-30. It is left out.`)
    );
  };

  const range = (field: string): CountRange | null => {
    const value = fieldOf(record, field);
    if (value === undefined) return null;
    const low = isObject(value) ? bound(value.lower_bound) : null;
    const open = isObject(value) && (value.upper_bound === undefined || value.upper_bound === null);
    const high = isObject(value) && !open ? bound(value.upper_bound) : null;
    if (low === null || (high === null && !open) || (high !== null && high < low)) {
      return problem(field, 'not-a-range', `${field} has ${shownValue(value)}, which is no range of whole numbers. It is left out.`);
    }
    return { min: low, max: high };
  };

  const money = (): Money | null => {
    const units = range('spend');
    const printed = text('currency').trim().toUpperCase();
    const known = /^[A-Z]{3}$/.test(printed);
    if (!known && printed !== '') {
      problem(
        'currency',
        'unknown-currency',
        `currency has ${shownValue(printed)}, which is no ISO 4217 code. The money is kept without a currency.`,
      );
    }
    if (units === null) return null;
    // Whole units in the file, minor units in the record.
    return {
      min: units.min * 100,
      max: units.max === null ? null : units.max * 100,
      currency: known ? printed : printed === '' ? currency : null,
    };
  };

  const start = date('ad_delivery_start_time');
  const end = date('ad_delivery_stop_time');
  if (start !== null && end !== null && end < start) {
    problem(
      'ad_delivery_stop_time',
      'end-before-start',
      `ad_delivery_stop_time ${end} is before ad_delivery_start_time ${start}. Both are kept as printed.`,
    );
  }
  const payer = text('bylines');
  return {
    ad: {
      page_id: page(),
      buyer: pageName(text('page_name'), isNoPage(record)),
      payer: redactText(payer === '' ? presentPayer(fieldOf(record, 'beneficiary_payers')) : payer),
      spend: money(),
      impressions: range('impressions'),
      start,
      end,
    },
    problems,
  };
}

/** The payer of the day among those of an ad in the EU, the newest last; empty where none is named. */
function presentPayer(value: unknown): string {
  const payers = (Array.isArray(value) ? value : []).filter(isObject).filter(({ payer }) => typeof payer === 'string');
  const chosen = payers.find(({ current }) => current === true) ?? payers.at(-1);
  return typeof chosen?.payer === 'string' ? chosen.payer : '';
}

/** A bound as the API gives it, as text, or as a number where somebody's program made it one. */
function bound(value: unknown): number | null {
  return typeof value === 'string' || typeof value === 'number' ? wholeNumber(String(value)) : null;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/;

/** `2024-06-30`, taken as its first moment, or `2019-05-13T15:30:04+0000` as the API gave it in 2019. */
function instant(text: string): Instant | null {
  const printed = text.trim();
  if (isDay(printed)) return `${printed}T00:00:00Z`;
  const [, day, hour, minute, second, sign, hours, minutes] = MOMENT.exec(printed) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const at = new Date(Date.parse(`${day}T${hour}:${minute}:${second}Z`) - offset * 60_000).toISOString();
  // The first hours of the year 0 in a zone east of Greenwich have no such form.
  return at.length === 24 ? `${at.slice(0, 19)}Z` : null;
}
