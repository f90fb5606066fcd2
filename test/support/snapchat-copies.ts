/** Copies of an invented library year in Snapchat's form: rows by their cells, and a site that they are sent to. */
import sample from '../sources/ad-libraries/snapchat/sample-34.csv?raw';
import type { TestSite } from './site.ts';

export const HEADER = sample.split(/\r?\n/)[0] ?? '';

export type Cells = Readonly<Record<string, string>>;

/** One row in the sample's form, with the cells given by the name of their column. */
export function adRow(id: number, more: Cells = {}): string {
  const given: Cells = {
    ADID: adId(id),
    OrganizationName: 'Lantern Party',
    PayingAdvertiserName: 'Lantern Party',
    'Currency Code': 'GBP',
    Spend: '100',
    Impressions: '5000',
    StartDate: '2025/05/01 09:00:00Z',
    EndDate: '2025/05/07 20:00:00Z',
    CountryCode: 'united kingdom',
    ...more,
  };
  return HEADER.split(',')
    .map((column) => quoted(given[column] ?? ''))
    .join(',');
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The library's id of an ad. */
export function adId(id: number): string {
  return id.toString(16).padStart(64, '0');
}

/** A file of these rows. */
export function copyOf(rows: readonly string[]): string {
  return [HEADER, ...rows, ''].join('\n');
}

/** Sends a copy and answers its run once everything that waited is done. */
export async function sendCopy(site: TestSite, asOf: string, rows: readonly string[]): Promise<Record<string, unknown>> {
  const response = await site.post(`/api/v1/imports?as_of=${asOf}&name=${asOf}.csv`, copyOf(rows));
  const run = (await response.json()) as { id: string };
  await site.drain();
  return site.json(`/api/v1/runs/${run.id}`);
}
