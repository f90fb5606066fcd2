/** Runs and their problems. What the API answers and the pages render. */
import * as z from 'zod';
import { Instant } from './common.ts';

export const ProblemShape = z
  .object({
    row: z.number().int().nullable(),
    line: z.number().int().nullable(),
    field: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    refused: z.boolean(),
  })
  .meta({ id: 'Problem' });

export const RunShape = z
  .object({
    id: z.string(),
    job: z.string(),
    subject: z.string(),
    status: z.enum(['waiting', 'running', 'held', 'done', 'failed']),
    phase: z.string().describe('check: the copy is compared as a whole; store; gaps: what follows from ads it lacks'),
    progress: z.number().describe('0 to 1'),
    held: z.string().nullable().describe('Why a person should look before anything of the copy is shown'),
    confirmed: z.string().nullable().describe('Who let a held copy in, and why'),
    rows: z.number().int(),
    accepted: z.number().int(),
    refused: z.number().int(),
    observations: z.number().int(),
    ads: z.number().int(),
    revisions: z.number().int().describe('What the library changed between this copy and those beside it'),
    problem_count: z.number().int(),
    fault_count: z
      .number()
      .int()
      .describe('Refused rows and cells that could not be read, once the run is over; without what whole files of the library always hold'),
    problems: z.array(ProblemShape).describe('100 at most: refused rows first, what whole files of the library always hold last'),
    columns: z
      .object({
        used: z.array(z.string()),
        ignored: z.array(z.object({ name: z.string(), reason: z.string() })),
        unknown: z.array(z.string()),
      })
      .nullable(),
    error: z.string().nullable(),
    unchanged: z.boolean().describe('These bytes had been read before; nothing was read again'),
    created_at: Instant,
    finished_at: Instant.nullable(),
  })
  .meta({ id: 'Run' });
export type RunView = z.infer<typeof RunShape>;
