/** Runs: one execution of one job, its cursor and its counts. The cursor is what makes a message safe to deliver twice. */
import { desc, eq } from 'drizzle-orm';
import type { Problem } from '../core/observation.ts';
import { type Db, flush, type Statement, sql } from './db.ts';
import { type problem, run } from './schema-files.ts';

export type Run = typeof run.$inferSelect;
export type StoredProblem = typeof problem.$inferSelect;

export interface NewRun {
  readonly id: string;
  readonly job: 'import' | 'read' | 'reconcile';
  readonly subject: string;
  readonly total: number;
  readonly created_at: string;
}

/** Writes a run that waits for its first message. Running it twice changes nothing. */
export function newRun(r: NewRun): Statement {
  return sql(
    `INSERT INTO run (id, job, subject, status, total, created_at) VALUES (?, ?, ?, 'waiting', ?, ?) ON CONFLICT (id) DO NOTHING`,
    r.id,
    r.job,
    r.subject,
    r.total,
    r.created_at,
  );
}

export async function findRun(db: Db, id: string): Promise<Run | null> {
  const [row] = await db.orm.select().from(run).where(eq(run.id, id)).limit(1);
  return row ?? null;
}

/** The newest runs, newest first, after the run with id `before` when given. */
export async function listRuns(db: Db, limit: number): Promise<Run[]> {
  return db.orm.select().from(run).orderBy(desc(run.created_at)).limit(limit);
}

/** The newest finished run of a subject: what the same bytes gave before. */
export async function finishedRun(db: Db, subject: string): Promise<Run | null> {
  return db.first<Run>(sql(`SELECT * FROM run WHERE subject = ? AND status = 'done' ORDER BY unchanged, created_at DESC LIMIT 1`, subject));
}

/** A run of this subject that is not over yet. */
export async function openRun(db: Db, subject: string): Promise<Run | null> {
  return db.first<Run>(sql(`SELECT * FROM run WHERE subject = ? AND status IN ('waiting', 'running') LIMIT 1`, subject));
}

/** Problems of a run: refused rows first, those of the codes in `last` at the end, else in the order of the file. */
export async function problemsOf(db: Db, runId: string, last: readonly string[], limit: number): Promise<StoredProblem[]> {
  return db.all<StoredProblem>(
    sql(
      `SELECT * FROM problem WHERE run_id = ? ORDER BY refused DESC, code IN (SELECT value FROM json_each(?)), seq LIMIT ?`,
      runId,
      JSON.stringify(last),
      limit,
    ),
  );
}

/** How many problems of a run are of other codes than these. */
export async function problemsBut(db: Db, runId: string, codes: readonly string[]): Promise<number> {
  const row = await db.first<{ n: number }>(
    sql(
      'SELECT count(*) AS n FROM problem WHERE run_id = ? AND code NOT IN (SELECT value FROM json_each(?))',
      runId,
      JSON.stringify(codes),
    ),
  );
  return row?.n ?? 0;
}

/** Says that a run is under way, and what its columns are. */
export function startRun(id: string, columns: unknown): Statement {
  return sql(
    `UPDATE run SET status = 'running', columns = ? WHERE id = ? AND status IN ('waiting', 'running')`,
    JSON.stringify(columns),
    id,
  );
}

/** Moves the cursor while a copy is only looked at: an import that is not there any more is not moved. */
export function moveCursor(id: string, from: number, to: number, line: number, place: string): Statement {
  return sql(
    `UPDATE run SET status = 'running', cursor = ?, cursor_line = ?, place = ?
     WHERE id = ? AND phase = 'check' AND cursor = ? AND status IN ('waiting', 'running')`,
    ...[to, line, place, id, from],
  );
}

/** Begins a phase of an import at the beginning of the file. */
export function beginPhase(id: string, from: Run['phase'], to: Run['phase']): Statement {
  return sql(
    `UPDATE run SET phase = ?, cursor = CASE WHEN ? = 'store' THEN 0 ELSE cursor END,
            cursor_line = CASE WHEN ? = 'store' THEN 1 ELSE cursor_line END, place = 'top'
     WHERE id = ? AND phase = ? AND status IN ('waiting', 'running')`,
    ...[to, to, to, id, from],
  );
}

/** Holds an import for a person: nothing of it is stored, and nothing public changes. */
export function holdRun(id: string, why: string): Statement {
  return sql(
    `UPDATE run SET held = ? WHERE id = ? AND phase = 'check' AND confirmed IS NULL AND status IN ('waiting', 'running')`,
    why,
    id,
  );
}

/** A person lets a held import go on. */
export function confirmRun(id: string, by: string): Statement {
  return sql(`UPDATE run SET held = NULL, confirmed = ? WHERE id = ? AND held IS NOT NULL AND status IN ('waiting', 'running')`, by, id);
}

/** The import that is next: the oldest that is not over and not held. Imports are done one after the other. */
export async function nextImport(db: Db): Promise<Run | null> {
  return db.first<Run>(
    sql(`SELECT * FROM run WHERE status IN ('waiting', 'running') AND job = 'import' AND held IS NULL ORDER BY created_at, id LIMIT 1`),
  );
}

/** Imports that are neither over nor held, oldest first: each should have a message on the queue. */
export async function openImports(db: Db): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    sql(`SELECT id FROM run WHERE status IN ('waiting', 'running') AND job = 'import' AND held IS NULL ORDER BY created_at, id LIMIT 200`),
  );
  return rows.map((row) => row.id);
}

export function finishRun(id: string, now: string): Statement {
  return sql(`UPDATE run SET status = 'done', finished_at = ? WHERE id = ? AND status IN ('waiting', 'running')`, now, id);
}

export function failRun(id: string, error: string, now: string): Statement {
  return sql(
    `UPDATE run SET status = 'failed', error = ?, finished_at = ? WHERE id = ? AND status IN ('waiting', 'running')`,
    error,
    now,
    id,
  );
}

/** A second run over bytes that were read before: it repeats the counts of the first and reads nothing. */
export function unchangedRun(id: string, before: Run, now: string): Statement {
  return sql(
    `INSERT INTO run (id, job, subject, status, cursor, cursor_line, total, header, rows, accepted, refused, observations, ads, problems,
                      columns, unchanged, phase, revisions, created_at, finished_at)
     SELECT ?, job, subject, 'done', cursor, cursor_line, total, header, rows, accepted, refused, observations, ads, problems,
            columns, 1, phase, revisions, ?, ? FROM run WHERE id = ?`,
    id,
    now,
    now,
    before.id,
  );
}

/** Problems as rows of a batch. `seq` orders them within the run. */
export function insertProblems(runId: string, firstSeq: number, problems: readonly Problem[]): Statement[] {
  const rows = problems.map((p, i) => [firstSeq + i, p.row, p.line, p.field, p.code, p.message, p.refused ? 1 : 0]);
  return flush(rows).map((json) =>
    sql(
      `INSERT INTO problem (run_id, seq, row, line, field, code, message, refused)
       SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(?2)`,
      runId,
      json,
    ),
  );
}
