/** What the API answers, as far as the command line reads it. More fields are let through unread. */
import * as z from 'zod';
import type { Problem } from '../core/observation.ts';

const problem = z.object({
  row: z.number().nullable(),
  line: z.number().nullable(),
  field: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  refused: z.boolean(),
}) satisfies z.ZodType<Problem>;

export const runSchema = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'running', 'held', 'done', 'failed']),
  progress: z.number(),
  rows: z.number(),
  accepted: z.number(),
  refused: z.number(),
  observations: z.number(),
  ads: z.number(),
  revisions: z.number().default(0),
  problem_count: z.number().default(0),
  fault_count: z.number().default(0),
  problems: z.array(problem),
  error: z.string().nullable().default(null),
  held: z.string().nullable().default(null),
  unchanged: z.boolean().default(false),
});
/** How a job goes: its counts grow until it is done or failed, or held for a person. */
export type Run = z.infer<typeof runSchema>;

export const importSchema = runSchema.extend({ source_file: z.string(), library: z.string().nullable() });

/** A run, or only its id; `null` where nothing had to be done. */
const runOrId = z.union([z.string(), runSchema]).nullable().default(null);
export const snapshotSchema = z.object({ snapshot: z.string(), notice: z.string(), run: runOrId });
export const declaredSchema = z.object({ id: z.string(), version: z.number(), party: z.string(), run: runOrId });
export const registerAppliedSchema = z.object({ parties: z.number(), accounts: z.number(), mapped: z.number(), run: runOrId });
export const reviewedSchema = z.looseObject({ id: z.string(), unchanged: z.boolean().default(false), run: z.string().nullable() });
export const partiesSchema = z.object({ items: z.array(z.object({ id: z.string() })) });

const detailsSchema = z.object({
  title: z.string().catch(''),
  detail: z.string().catch(''),
  errors: z.array(z.looseObject({ path: z.string().catch(''), message: z.string(), line: z.number().nullish() })).catch([]),
});

/** What the server said when it would not: RFC 9457 problem details. */
export interface Details {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string; readonly line?: number | null | undefined }[];
}

export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly value: T }
  | { readonly ok: false; readonly problem: Details };

/** Reads problem details; a page that is none of ours still gives a sentence. */
export function problemDetails(status: number, body: unknown): Details {
  const read = detailsSchema.safeParse(body);
  const details = read.success ? read.data : { title: '', detail: '', errors: [] };
  const detail = details.detail || details.title || `The server answered with status ${status} and no words.`;
  return { status, title: details.title, detail, errors: details.errors };
}

/** The details as lines for a person: the sentence, then each error with its place. */
export function wordsOf(details: Details): string[] {
  return [details.detail, ...details.errors.map(errorLine)];
}

/** `line 12, audiences[0].list: the sentence`. The place is left out where the sentence begins with it. */
export function errorLine(error: { readonly path: string; readonly message: string; readonly line?: number | null | undefined }): string {
  const path = error.path === '' || error.message.startsWith(error.path) ? '' : error.path;
  const place = [error.line ? `line ${error.line}` : '', path].filter((it) => it !== '').join(', ');
  return place === '' ? error.message : `${place}: ${error.message}`;
}
