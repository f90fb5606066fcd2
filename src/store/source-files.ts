/** Source files: each set of bytes once, with what the importer said of it, and the run that reads it. */
import { type Db, sql } from './db.ts';
import type { JobQueue } from './queue.ts';
import { findRun, finishedRun, newRun, openRun, type Run, unchangedRun } from './runs.ts';

export interface NewSourceFile {
  readonly sha256: string;
  /** Of the bytes as they came, before anything was blanked or unpacked. */
  readonly received_sha256: string;
  readonly name: string;
  readonly library: string;
  readonly bytes: number;
  readonly as_of: string;
  /** Cells blanked at intake. */
  readonly redacted: number;
  /** JSON of the first record. */
  readonly first_record: string;
  readonly window_days: number | null;
  readonly currency: string | null;
  readonly archive: string | null;
  readonly collected: string | null;
}

/**
 * Takes a source file in and sees to it that a run reads it. The same bytes again are the same source file: a run that is under way is
 * nudged, and one that is over is repeated without reading anything. `of` is the run whose problems they are.
 */
export async function addSourceFile(
  db: Db,
  queue: JobQueue,
  file: NewSourceFile,
  runId: string,
  now: string,
): Promise<{ readonly run: Run; readonly of: string; readonly known: boolean }> {
  const again = await repeatRun(db, queue, file.sha256, runId, now);
  if (again) return again;
  await db.batch(
    [
      sql(
        `INSERT INTO source_file (sha256, received_sha256, name, library, bytes, as_of, received_at, redacted, first_record, window_days,
                                  currency, archive, collected)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, as_of = excluded.as_of, window_days = excluded.window_days,
           currency = excluded.currency, first_record = excluded.first_record WHERE source_file.applied_at IS NULL`,
        ...[file.sha256, file.received_sha256, file.name, file.library, file.bytes, file.as_of, now, file.redacted, file.first_record],
        ...[file.window_days, file.currency, file.archive, file.collected],
      ),
      newRun({ id: runId, job: 'import', subject: file.sha256, total: file.bytes, created_at: now }),
    ],
    { idempotent: true },
  );
  await queue.send({ job: 'import', run: runId });
  return { run: await theRun(db, runId), of: runId, known: false };
}

/** What bytes that were sent before gave: a run under way is nudged, one that is over is repeated. `null`: they were not. */
export async function repeatRun(
  db: Db,
  queue: JobQueue,
  sha256: string,
  runId: string,
  now: string,
): Promise<{ readonly run: Run; readonly of: string; readonly known: true } | null> {
  const open = await openRun(db, sha256);
  if (open) {
    // The message may have been lost between the two: it does no harm twice.
    await queue.send({ job: 'import', run: open.id });
    return { run: open, of: open.id, known: true };
  }
  const before = await finishedRun(db, sha256);
  if (!before) return null;
  await db.batch([unchangedRun(runId, before, now)], { idempotent: false });
  return { run: await theRun(db, runId), of: before.id, known: true };
}

async function theRun(db: Db, id: string): Promise<Run> {
  const run = await findRun(db, id);
  if (!run) throw new Error(`Run ${id} is not there`);
  return run;
}
