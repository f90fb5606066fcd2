/** Runs: what was imported and read, with every problem counted; and the public log. */
import * as z from 'zod';
import { ORDINARY_PROBLEMS } from '../../sources/ad-libraries/ordinary.ts';
import type { Db } from '../../store/db.ts';
import { entriesAfter } from '../../store/log.ts';
import { findRun, finishedRun, listRuns, problemsBut, problemsOf, type Run, type StoredProblem } from '../../store/runs.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { listOf } from '../shapes/common.ts';
import { RunShape, type RunView } from '../shapes/runs.ts';

/** A run with its problems. `of` is the run whose problems they are: a run over bytes read before repeats those of the first. */
export async function runWithProblems(db: Db, run: Run, of: string = run.id): Promise<RunView> {
  const over = run.status === 'done' || run.status === 'failed';
  if (!over || run.problems === 0) return runView(run, []);
  const [problems, faults] = await Promise.all([problemsOf(db, of, ORDINARY_PROBLEMS, 100), problemsBut(db, of, ORDINARY_PROBLEMS)]);
  return { ...runView(run, problems), fault_count: faults };
}

export function runView(run: Run, problems: readonly StoredProblem[]): RunView {
  const held = run.held !== null && run.status !== 'done' && run.status !== 'failed';
  return {
    id: run.id,
    job: run.job,
    subject: run.subject,
    status: held ? 'held' : run.status,
    phase: run.phase,
    progress: progressOf(run),
    held: held ? run.held : null,
    confirmed: run.confirmed,
    rows: run.rows,
    accepted: run.accepted,
    refused: run.refused,
    observations: run.observations,
    ads: run.ads,
    revisions: run.revisions,
    problem_count: run.problems,
    fault_count: run.refused,
    problems: problems.map((p) => ({
      row: p.row,
      line: p.line,
      field: p.field,
      code: p.code,
      message: p.message,
      refused: p.refused === 1,
    })),
    columns: run.columns ? (JSON.parse(run.columns) as RunView['columns']) : null,
    error: run.error,
    unchanged: run.unchanged === 1,
    created_at: run.created_at,
    finished_at: run.finished_at,
  };
}

/** A copy is gone through twice where it is compared: the first time counts for less. */
function progressOf(run: Run): number {
  if (run.status === 'done') return 1;
  if (run.total === 0) return 0;
  const part = run.cursor / run.total;
  return run.phase === 'check' ? part * 0.3 : 0.3 + part * 0.7;
}

export const run: Endpoint = {
  path: '/runs/{id}',
  params: { id: 'Id of the run, from the answer to a POST' },
  summary: 'One run: progress, counts, columns and 100 problems, refused rows first',
  shape: RunShape,
  load: async (load, params) => {
    const found = await findRun(load.db, params.id ?? '');
    if (!found) throw notFound(`run '${params.id}'`);
    // A run over bytes that were read before shows the problems of the run that read them.
    const first = found.unchanged === 1 ? await finishedRun(load.db, found.subject) : found;
    return runWithProblems(load.db, found, first?.id);
  },
};

export const runs: Endpoint = {
  path: '/runs',
  summary: 'The newest runs, newest first',
  shape: listOf(RunShape),
  list: true,
  query: z.object({ limit: z.string().optional() }),
  load: async (load, _params, query) => ({
    items: (await listRuns(load.db, pageSize(query))).map((row) => runView(row, [])),
    next: null,
    as_of: load.now,
    revision: load.revision,
  }),
};

const EntryShape = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    kind: z.string(),
    party_id: z.string().nullable(),
    subject: z.string(),
    body: z.string().describe('Canonical JSON'),
    prev: z.string().describe('SHA-256 of the entry before'),
    hash: z.string().describe('SHA-256 over JSON [prev, seq, at, kind, party_id, subject, body]'),
  })
  .meta({ id: 'LogEntry' });

export const log: Endpoint = {
  path: '/log',
  summary: 'The public log, oldest first: append-only, each entry holding the hash of the one before',
  shape: listOf(EntryShape),
  list: true,
  query: z.object({ limit: z.string().optional(), after: z.string().optional().describe('Number of an entry') }),
  load: async (load, _params, query) => {
    const limit = pageSize(query, 100);
    const rows = await entriesAfter(load.db, Number(query.after ?? 0) || 0, limit + 1);
    const shown = rows.slice(0, limit);
    return {
      items: shown,
      next: nextAddress(load, rows.length > limit ? String(shown.at(-1)?.seq ?? 0) : null),
      as_of: load.now,
      revision: load.revision,
    };
  },
};
