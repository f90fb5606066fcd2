/**
 * Imports a source file, one bounded piece a message: looks at a copy as a whole where there is one to compare it with, stores rows and
 * cursor in one transaction, then what follows from ads that the copy lacks. A message delivered twice, or a crash anywhere, changes
 * nothing: the cursor decides. Imports are done one after the other, the oldest first, whichever message comes.
 */
import { compareCopies } from '../core/sightings.ts';
import { accountKey } from '../sources/register.ts';
import { findSourceFile, type SourceFileRow } from '../store/ads.ts';
import { copiesOf, forgetAds, lackingEarlier, notSeenAnyMore, wronglyCovered } from '../store/copies.ts';
import { sql } from '../store/db.ts';
import { mappedAccounts, storeRewritten, storeSlice } from '../store/ingest.ts';
import { append } from '../store/log.ts';
import { partiesTouchedBy } from '../store/parties.ts';
import { beginPhase, failRun, findRun, finishRun, nextImport, type Run, startRun } from '../store/runs.ts';
import { raiseRevision } from '../store/site.ts';
import { checkPiece, decide, needsCheck } from './copies/check.ts';
import { compare, cutAt, type Incoming } from './copies/compare.ts';
import { Forms } from './copies/forms.ts';
import { type Opened, readerOf, readPiece, Unreadable } from './copies/read-rows.ts';
import { reconcileParty } from './reconcile.ts';
import type { Tools } from './tools.ts';

/** How much of a file one message reads: some thousands of rows, well inside an isolate's memory. */
const SLICE_BYTES = 3 * 1024 * 1024;
/** Ads that one message makes again because a late copy does not show them. */
const CUT_AT_ONCE = 500;

/** Does the next piece of the import that is next. Answers whether this run needs another message. */
export async function importSlice(tools: Tools, runId: string): Promise<'more' | 'done'> {
  const run = await nextImport(tools.db);
  if (run !== null) await step(tools, run).catch((error: unknown) => Promise.reject(new StepFailed(run.id, error)));
  const own = await findRun(tools.db, runId);
  const open = own !== null && (own.status === 'waiting' || own.status === 'running') && own.held === null;
  return open ? 'more' : 'done';
}

/** A step of an import failed, which need not be the import that the message named. */
export class StepFailed extends Error {
  readonly run: string;

  constructor(run: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'StepFailed';
    this.run = run;
  }
}

async function step(tools: Tools, run: Run): Promise<void> {
  const file = await findSourceFile(tools.db, run.subject);
  if (!file) throw new Error(`Run ${run.id} points at a source file that is not there`);
  try {
    if (run.phase === 'check') await check(tools, run, file);
    else if (run.phase === 'store' && run.cursor < run.total) await store(tools, run, file);
    else await gaps(tools, run, file);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await tools.db.run(failRun(run.id, error.message, tools.now()));
  }
}

async function check(tools: Tools, run: Run, file: SourceFileRow): Promise<void> {
  const { library, reader, first } = readerOf(file);
  const wholeCopies = library.whole_copies;
  const needed = await needsCheck(tools, file, wholeCopies);
  if (needed && run.cursor < run.total) {
    await checkPiece(tools, run, await readPiece(tools.bytes, run, file, reader, first, tools.slice_bytes ?? SLICE_BYTES, 0));
    return;
  }
  await decide(tools, run, file, wholeCopies, needed);
}

async function incomingOf(tools: Tools, file: SourceFileRow): Promise<Incoming & Opened> {
  const opened = readerOf(file);
  const copy = { as_of: file.as_of, source: file.sha256 };
  const stored = file.series === null ? [] : await copiesOf(tools.db, file.series);
  const copies = file.series === null ? [] : [...stored.filter((one) => one.source !== copy.source), copy].sort(compareCopies);
  return { ...opened, copy, series: file.series, copies };
}

async function store(tools: Tools, run: Run, file: SourceFileRow): Promise<void> {
  const { db } = tools;
  const incoming = await incomingOf(tools, file);
  const { library, reader, first } = incoming;
  const piece = await readPiece(tools.bytes, run, file, reader, first, tools.slice_bytes ?? SLICE_BYTES, run.rows);
  const { platform } = library;
  const compared = await compare(db, new Forms(db, tools.bytes), incoming, piece.ads);
  if (run.cursor === 0) await db.run(startRun(run.id, reader.columns));
  const problems = run.cursor === 0 ? [...reader.problems, ...piece.problems] : piece.problems;
  const slice = {
    ...compared,
    run: run.id,
    source: file.sha256,
    platform,
    library: library.id,
    from: run.cursor,
    to: piece.to,
    line: piece.line,
    place: piece.place,
    paid: piece.paid.map((it) => ({
      ...it,
      account: it.paid.page_id === null ? null : accountKey(platform, { page_id: it.paid.page_id }),
    })),
    same: piece.same,
    row_count: piece.rows,
    accepted: piece.accepted,
    refused: piece.refused,
    observations: piece.ads.reduce((sum, { observations }) => sum + observations.length, 0),
    ads: piece.ads.length,
    days: piece.ads.flatMap(({ ad }) => (ad.start === null ? [] : [ad.start.slice(0, 10)])),
    problems,
    problems_before: run.problems,
  };
  await storeSlice(db, slice, await mappedAccounts(db));
}

/** What follows from the ads that a whole copy lacks; then the end of the import. */
async function gaps(tools: Tools, run: Run, file: SourceFileRow): Promise<void> {
  const { db } = tools;
  const incoming = await incomingOf(tools, file);
  const { series, copy, copies } = incoming;
  if (series !== null && copies.length > 1) {
    const before = copies.filter((one) => compareCopies(one, copy) < 0).at(-1);
    const next = copies.find((one) => compareCopies(copy, one) < 0);
    if (next === undefined) {
      if (before !== undefined) await db.run(notSeenAnyMore(series, copy, before));
    } else {
      const wrong = await wronglyCovered(db, run.id, series, copy, CUT_AT_ONCE);
      if (wrong.length > 0) {
        if (run.phase === 'store') await db.run(beginPhase(run.id, 'store', 'gaps'));
        const cut = await cutAt(db, new Forms(db, tools.bytes), incoming, wrong);
        await storeRewritten(db, cut, await mappedAccounts(db));
        return;
      }
      await db.run(lackingEarlier(run.id, series, copy, next));
    }
  }
  await finish(tools, run, file);
}

/** Everything is stored: ask the questions again, then say that the run is done. */
async function finish(tools: Tools, run: Run, file: SourceFileRow): Promise<void> {
  const { db } = tools;
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
  await db.batch(
    [
      ...entries,
      sql(
        'UPDATE source_file SET applied_at = ?1, ads = (SELECT ads FROM run WHERE id = ?2) WHERE sha256 = ?3',
        ...[now, run.id, file.sha256],
      ),
      sql(
        'UPDATE run SET revisions = (SELECT count(*) FROM revision WHERE to_source = ? OR from_source = ?) WHERE id = ?',
        file.sha256,
        file.sha256,
        run.id,
      ),
      forgetAds(run.id),
      raiseRevision(now),
      finishRun(run.id, now),
    ],
    { idempotent: false },
  );
}
