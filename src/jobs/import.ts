/**
 * Imports a source file, one bounded slice a message: reads from the cursor, stores rows and cursor in one transaction, sends
 * the next message. A message delivered twice, or a crash anywhere, changes nothing: the cursor decides.
 */
import type { Problem } from '../core/observation.ts';
import type { RowReader } from '../sources/ad-libraries/contract.ts';
import { AD_LIBRARIES } from '../sources/ad-libraries/index.ts';
import { type CsvEvent, CsvReader } from '../sources/csv.ts';
import { accountKey } from '../sources/register.ts';
import { findSourceFile, type SourceFileRow } from '../store/ads.ts';
import { sql } from '../store/db.ts';
import { type SliceRow, storeSlice } from '../store/ingest.ts';
import { append } from '../store/log.ts';
import { partiesTouchedBy } from '../store/parties.ts';
import { failRun, findRun, finishRun, type Run, startRun } from '../store/runs.ts';
import { raiseRevision } from '../store/site.ts';
import { recount } from '../store/usage.ts';
import { reconcileParty } from './reconcile.ts';
import type { Tools } from './tools.ts';

/** How much of a file one message reads: some thousands of rows, well inside an isolate's memory. */
const SLICE_BYTES = 2 * 1024 * 1024;

/** Does the next piece of an import. Answers whether more is to come. */
export async function importSlice(tools: Tools, runId: string): Promise<'more' | 'done'> {
  const run = await findRun(tools.db, runId);
  if (!run || run.status === 'failed' || run.status === 'done') return 'done';
  const file = await findSourceFile(tools.db, run.subject);
  if (!file) throw new Error(`Run ${runId} points at a source file that is not there`);
  if (run.cursor < run.total) {
    const stored = await readSlice(tools, run, file);
    if (stored === 'failed') return 'done';
    if (stored === 'more') return 'more';
  }
  await finish(tools, run, file);
  return 'done';
}

async function readSlice(tools: Tools, run: Run, file: SourceFileRow): Promise<'more' | 'read' | 'failed'> {
  const { db } = tools;
  const library = AD_LIBRARIES.find((one) => one.id === file.library) ?? null;
  const events = await readEvents(tools, run, file.sha256);
  // The header is the first record of the file: it is read again whenever nothing of the file is stored yet.
  let header = run.cursor === 0 || run.header === null ? null : (JSON.parse(run.header) as string[]);
  let records = events.records;
  const problems: Problem[] = [];
  let reader: RowReader;
  if (header === null) {
    const first = records[0];
    if (first?.kind !== 'record' || !library) {
      await db.run(failRun(run.id, `${file.name} has no header that can be read`, tools.now()));
      return 'failed';
    }
    header = first.cells;
    records = records.slice(1);
    const opened = library.open(header);
    if (!('read' in opened)) {
      await db.run(failRun(run.id, opened.message, tools.now()));
      return 'failed';
    }
    reader = opened;
    problems.push(...opened.problems);
    await db.run(startRun(run.id, header, opened.columns));
  } else {
    const opened = library?.open(header);
    if (!opened || !('read' in opened)) throw new Error(`The header of run ${run.id} cannot be opened again`);
    reader = opened;
  }
  const rows: SliceRow[] = [];
  let refused = 0;
  records.forEach((event, i) => {
    const row = run.rows + i + 1;
    if (event.kind === 'fault') {
      refused += 1;
      problems.push({ row, line: event.line, field: null, code: event.code, message: event.message, refused: true });
      return;
    }
    const read = reader.read(event.cells, row, event.line);
    problems.push(...read.problems);
    if (!read.accepted) {
      refused += 1;
      return;
    }
    const account = accountKey(read.ad.platform, { organisation: read.ad.buyer, payer: read.ad.payer });
    rows.push({ row, account, ad: read.ad, observations: read.observations });
  });
  await storeSlice(db, {
    run: run.id,
    source: file.sha256,
    as_of: file.as_of,
    mapping_version: library?.mapping_version ?? 1,
    from: run.cursor,
    to: events.to,
    line: events.line,
    rows: lastOfEach(rows),
    refused,
    problems,
    problems_before: run.problems,
    row_count: rows.length + refused,
    accepted: rows.length,
  });
  return events.to < run.total ? 'more' : 'read';
}

/** When a file holds one ad twice, its later row stands; both are counted. */
function lastOfEach(rows: readonly SliceRow[]): SliceRow[] {
  return [...new Map(rows.map((row) => [row.ad.id, row])).values()];
}

interface Events {
  readonly records: readonly CsvEvent[];
  /** Byte and line at which the next slice begins. */
  readonly to: number;
  readonly line: number;
}

/**
 * Reads the records that begin in one range of bytes and end in it. A record longer than the range is read on to its end, or
 * until the reader gives it up as too long.
 */
async function readEvents(tools: Tools, run: Run, sha256: string): Promise<Events> {
  const range = tools.slice_bytes ?? SLICE_BYTES;
  const reader = new CsvReader({ offset: run.cursor, line: run.cursor_line });
  const records: CsvEvent[] = [];
  for (let offset = run.cursor; offset < run.total; offset += range) {
    for await (const chunk of await tools.bytes.stream(sha256, offset, range)) records.push(...reader.push(chunk));
    const last = records.at(-1);
    if (last && offset + range < run.total) return { records, to: last.end, line: last.line + last.lines };
  }
  return { records: [...records, ...reader.end()], to: run.total, line: run.cursor_line };
}

/** The whole file is stored: count again what it touched, ask the questions again, then say that the run is done. */
async function finish(tools: Tools, run: Run, file: SourceFileRow): Promise<void> {
  const { db } = tools;
  await db.batch(recount(run.id), { idempotent: true });
  for (const party of await partiesTouchedBy(db, run.id)) await reconcileParty(tools, party);
  const now = tools.now();
  const counts = await findRun(db, run.id);
  const entry = {
    kind: 'import',
    party: null,
    subject: file.sha256,
    body: { library: file.library, name: file.name, as_of: file.as_of, rows: counts?.rows ?? 0, refused: counts?.refused ?? 0 },
  };
  const logged = await db.first(sql('SELECT 1 FROM log WHERE kind = ? AND subject = ?', 'import', file.sha256));
  const entries = logged ? [] : await append(db, [entry], now);
  await db.batch([...entries, raiseRevision(now), finishRun(run.id, now)], { idempotent: false });
}
