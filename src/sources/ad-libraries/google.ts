/**
 * Google's political ads bundle: a zip of tables, each known by its header. One of them is about ads; the others are about money, or give nothing.
 * https://storage.googleapis.com/political-csv/google-political-ads-transparency-bundle.zip
 */
import type { AdLibrary, FirstRecord } from './contract.ts';
import { columnKey, columnProblem } from './csv-header.ts';
import { creatives } from './google-creatives.ts';
import type { Member } from './google-member.ts';
import { moneyTables } from './google-money.ts';
import { otherTables } from './google-tables.ts';

/** Order decides where a header fits two. */
const MEMBERS: readonly Member[] = [creatives, ...otherTables, ...moneyTables];

export const google: AdLibrary = {
  id: 'google',
  platform: 'google',
  mapping_version: 1,
  whole_copies: true,
  recognises: (first) => memberOf(first) !== null,
  open: (first, file) => {
    const member = memberOf(first);
    if (member !== null && first.form === 'csv') return member.open(first.header, file);
    return columnProblem('unknown-table', 'header', 'is that of no table of Google’s political ads bundle.', true);
  },
};

function memberOf(first: FirstRecord): Member | null {
  if (first.form !== 'csv') return null;
  const names = new Set(first.header.map(columnKey));
  return MEMBERS.find((member) => member.fits(names)) ?? null;
}
