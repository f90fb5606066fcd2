/** Coverage: which copies of the ad libraries are stored, for which days, and what is not. What the API answers and the pages render. */
import * as z from 'zod';
import { Day, Instant, Sha256 } from './common.ts';

export const PeriodShape = z.object({ first: Day, last: Day });

export const LibraryFileShape = z
  .object({
    sha256: Sha256,
    name: z.string(),
    series: z.string().nullable().describe('Files of one series are copies of one record; null until it is known'),
    as_of: Day.describe('The day the copy was taken'),
    received_at: Instant,
    archive: z.string().nullable().describe('The archive it came out of'),
    got: z.enum(['sent', 'collected']).describe('By a person, or fetched from the library'),
    window_days: z.number().int().nullable(),
    state: z.enum(['stored', 'held', 'waiting', 'failed']),
    run: z.string().nullable(),
    reason: z.string().nullable().describe('Why it is held, or why it stopped'),
    confirmed: z.string().nullable().describe('Who let a held copy in, and why'),
    bytes: z.number().int(),
    rows: z.number().int(),
    accepted: z.number().int(),
    refused: z.number().int(),
    ads: z.number().int(),
    claims: PeriodShape.nullable().describe('First and last day on which its ads began, as the file says'),
    covers: PeriodShape.nullable().describe('Days for which an absence may be read from this file; null: none'),
  })
  .meta({ id: 'LibraryFile' });
export type LibraryFileView = z.infer<typeof LibraryFileShape>;

export const LibraryCoverageShape = z
  .object({
    id: z.string(),
    platform: z.string(),
    name: z.string(),
    can_show: z.string(),
    cannot_show: z.string(),
    criteria: z.array(z.string()),
    shows: z.enum(['ads', 'page-windows', 'money']),
    newest: Day.nullable().describe('Day of the newest stored copy; null: no copy'),
    days_old: z.number().int().nullable().describe('Days from the newest stored copy to today'),
    stale: z.boolean().describe('The newest stored copy is more than 14 days old'),
    covered: z.array(PeriodShape).describe('Days for which an absence may be read from what is stored'),
    claims: PeriodShape.nullable().describe('First and last day on which ads of the files listed began'),
    file_count: z.number().int().describe('1,001 stands for more than 1,000'),
    files: z.array(LibraryFileShape).describe('Newest copy first, 60 at most'),
  })
  .meta({ id: 'LibraryCoverage' });
export type LibraryCoverageView = z.infer<typeof LibraryCoverageShape>;

export const PartyCoverageShape = z
  .object({
    party: z.string(),
    name: z.string(),
    libraries: z.array(
      z.object({
        library: z.string(),
        state: z
          .enum(['seen', 'money', 'none-seen', 'no-account', 'no-copy'])
          .describe(
            'seen: ads or windows of its confirmed accounts; money: amounts only; none-seen: in no stored copy; no-account: no confirmed account on this platform is known; no-copy: nothing of the library is stored',
          ),
        first: Day.nullable(),
        last: Day.nullable(),
      }),
    ),
  })
  .meta({ id: 'PartyCoverage' });
export type PartyCoverageView = z.infer<typeof PartyCoverageShape>;

export const StoppedImportShape = z
  .object({
    run: z.string(),
    library: z.string(),
    name: z.string(),
    sha256: Sha256,
    as_of: Day,
    at: Instant,
    reason: z.string(),
  })
  .meta({ id: 'StoppedImport' });
export type StoppedImportView = z.infer<typeof StoppedImportShape>;

export const CoverageShape = z
  .object({
    today: Day,
    libraries: z.array(LibraryCoverageShape),
    parties: z.array(PartyCoverageShape),
    collections: z
      .array(
        z.object({
          collector: z.string(),
          key: z.string().describe('A year, a country or the bundle'),
          outcome: z.string(),
          message: z.string(),
          attempted_at: Instant,
          succeeded_at: Instant.nullable(),
        }),
      )
      .describe('The last attempt to fetch each thing, newest first'),
    held: z.array(StoppedImportShape).describe('Imports that wait for a person, oldest first'),
    failed: z.array(StoppedImportShape).describe('Imports that stopped, newest first, 10 at most'),
  })
  .meta({ id: 'Coverage' });
export type CoverageView = z.infer<typeof CoverageShape>;
