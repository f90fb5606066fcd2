/** What a Snapchat row says of the ad itself: who, when, how much, where it leads. A cell that cannot be read is a problem; the row stays. */
import type { Ad, CountRange, Money } from '../../core/observation.ts';
import type { Instant } from '../../core/time.ts';
import { type CellProblem, shown, wholeNumber } from './cells.ts';
import type { FactId } from './snapchat-columns.ts';
import { instant, landing, webAddress } from './snapchat-values.ts';

/** The text of a fact's cell, or `null` where the file has no such column. */
export type FactCells = (fact: FactId) => string | null;

export type FactProblem = CellProblem & { readonly field: string };

export interface Facts {
  readonly ad: Pick<Ad, 'buyer' | 'payer' | 'spend' | 'impressions' | 'start' | 'end' | 'about' | 'media' | 'landing'>;
  readonly problems: readonly FactProblem[];
}

export function readFacts(cells: FactCells): Facts {
  const problems: FactProblem[] = [];
  const problem = (field: string, code: string, message: string): null => {
    problems.push({ field, code, message });
    return null;
  };

  const number = (fact: FactId, field: string): number | null => {
    const text = cells(fact);
    if (text === null) return null;
    return wholeNumber(text) ?? problem(field, 'not-a-number', `${field} has ${shown(text)}, which is not a whole number. It is left out.`);
  };

  const date = (fact: FactId, field: string, mayBeEmpty: boolean): Instant | null => {
    const text = cells(fact);
    if (text === null || (mayBeEmpty && text.trim() === '')) return null;
    return (
      instant(text) ??
      problem(field, 'bad-date', `${field} has ${shown(text)}, which is no moment in the form 2019/12/12 00:01:00Z. It is left out.`)
    );
  };

  const currency = (): string | null => {
    const text = cells('currency');
    if (text === null) return null;
    const code = text.trim().toUpperCase();
    if (/^[A-Z]{3}$/.test(code)) return code;
    return problem(
      'Currency Code',
      'unknown-currency',
      `Currency Code has ${shown(text)}, which is no ISO 4217 code. The money is kept without a currency.`,
    );
  };

  const money = (): Money | null => {
    const units = number('spend', 'Spend');
    const code = currency();
    // Whole units in the file, minor units in the record.
    return units === null ? null : { min: units * 100, max: units * 100, currency: code };
  };

  const count = (): CountRange | null => {
    const impressions = number('impressions', 'Impressions');
    return impressions === null ? null : { min: impressions, max: impressions };
  };

  const media = (): string[] => {
    const links = (cells('media') ?? '').split(';').filter((link) => link.trim() !== '');
    const addresses = links.map(webAddress).filter((link) => link !== null);
    const lost = links.length - addresses.length;
    if (lost > 0)
      problem('CreativeUrl', 'bad-link', `CreativeUrl has ${lost} of ${links.length} links that are no web address. They are left out.`);
    return addresses;
  };

  const leadsTo = (): string | null => {
    const text = cells('links') ?? '';
    if (text.trim() === '') return null;
    const { known, address } = landing(text);
    if (!known)
      problem('CreativeProperties', 'unknown-link', 'CreativeProperties does not begin with a kind of link that this version knows.');
    else if (address === null)
      problem(
        'CreativeProperties',
        'link-not-web',
        'CreativeProperties has no http or https address, so the page does not say where the ad leads.',
      );
    return address;
  };

  const spend = money();
  const impressions = count();
  const start = date('start', 'StartDate', false);
  const end = date('end', 'EndDate', true);
  if (start !== null && end !== null && end < start) {
    problem('EndDate', 'end-before-start', `EndDate ${end} is before StartDate ${start}. Both are kept as printed.`);
  }
  const about = cells('about') ?? '';
  return {
    ad: {
      buyer: cells('buyer') ?? '',
      payer: cells('payer') ?? '',
      spend,
      impressions,
      start,
      end,
      about: about.trim() === '' ? null : about,
      media: media(),
      landing: leadsTo(),
    },
    problems,
  };
}
