/** Single cells of Meta's Ad Library Report: amounts, page ids and disclaimers. */
import type { Money } from '../../core/observation.ts';
import { redactText } from '../redact-text.ts';
import { type CellProblem, shown, wholeNumber } from './cells.ts';

/** `Amount spent (EUR)`: the column of the amounts, with its currency where it names one. */
const AMOUNT = /^amount spent(?:\s*\(([^()]*)\))?$/;
/** What stands in the place of a disclaimer where there is none. */
const NO_DISCLAIMER = /^these ads ran without a disclaimer\.?$/i;
/** How an account without a page is named: one person's. */
const PERSON = /^instagram user \d+$/i;

/** True for the key of the column of amounts. */
export function isAmount(key: string): boolean {
  return AMOUNT.test(key);
}

/** The text in the brackets of the column's key, in capitals; `null` where it has none, as in 2019. */
export function currencyOf(key: string): string | null {
  return AMOUNT.exec(key)?.[1]?.trim().toUpperCase() ?? null;
}

/**
 * An amount in whole units, or `≤100`: bounds in hundredths. Every currency is counted in hundredths, those that have no smaller coin too.
 * `null` for anything else.
 */
export function amount(text: string, currency: string | null): Money | null {
  const atMost = /^≤\s?(\d+)$/.exec(text.trim());
  const units = wholeNumber(atMost?.[1] ?? text);
  return units === null ? null : { min: atMost === null ? units * 100 : 0, max: units * 100, currency };
}

export interface PageCell {
  /** `null`: no page, or an id that cannot be told any more. */
  readonly id: string | null;
  /** True for the id 0: an account of one person, which is no page. */
  readonly none: boolean;
  readonly problem: CellProblem | null;
}

/** A page id: digits as text, or 0. */
export function pageId(text: string, field: string): PageCell {
  const id = text.trim();
  if (/^0+$/.test(id)) return { id: null, none: true, problem: null };
  if (/^\d{1,20}$/.test(id)) return { id, none: false, problem: null };
  const spoiled = /^\d+(?:[.,]\d+)?e\+?\d+$/i.test(id);
  const message = spoiled
    ? `${field} has ${shown(id)}: a program that took the id for a number has lost its last digits, so the page cannot be told. Send the file as published, without opening it in a spreadsheet.`
    : `${field} has ${shown(id)}, which is no id of digits, so the page cannot be told. Check the line against the published file.`;
  return { id: null, none: false, problem: { code: spoiled ? 'spoiled-id' : 'bad-page-id', message } };
}

/** Who paid, as printed but for addresses, which an imprint can hold; `null` where the library says that no one was named. */
export function payer(text: string): string | null {
  return NO_DISCLAIMER.test(text.trim()) ? null : redactText(text);
}

/** The name of a page, as printed but for addresses; empty where it is a private person's account. */
export function pageName(text: string, isPerson: boolean): string {
  return isPerson || PERSON.test(text.trim()) ? '' : redactText(text);
}
