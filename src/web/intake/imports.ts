/**
 * Taking in a source file, or an archive of some: redacted and hashed as it streams into R2, answered at once with a run. The same bytes
 * twice are one source file.
 */
import type { Context } from 'hono';
import { AD_LIBRARIES, type LibraryId } from '../../core/platforms.ts';
import { isDay } from '../../core/time.ts';
import { gunzip } from '../../sources/gzip.ts';
import { takeIn } from '../../sources/take-in.ts';
import { unpackArchive } from '../../sources/unpack.ts';
import { BadArchive } from '../../sources/zip.ts';
import { findSourceFile } from '../../store/ads.ts';
import { BrokenPromise, hashed, peeked } from '../../store/bytes.ts';
import { openImports } from '../../store/runs.ts';
import { addSourceFile, repeatRun } from '../../store/source-files.ts';
import { runView, runWithProblems } from '../api/runs.ts';
import { requireOwner } from '../auth.ts';
import type { AppEnv } from '../env.ts';
import { badRequest, notFound, Refusal } from '../problem.ts';
import type { RunView } from '../shapes/runs.ts';

interface Sent {
  readonly as_of: string;
  readonly name: string;
  readonly library: LibraryId | null;
  readonly window: 7 | 30 | 90 | null;
  readonly currency: string | null;
  /** What the sender says the SHA-256 of the stored bytes will be. */
  readonly sha256: string | null;
}

type Taken = RunView & { readonly source_file: string; readonly library: string; readonly known: boolean };

const ZIP = [0x50, 0x4b];
const GZIP = [0x1f, 0x8b];

export async function postImport(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const sent = sentBy(c);
  const body = c.req.raw.body;
  if (!body && sent.sha256 !== null) return repeated(c, sent.sha256);
  if (!body) throw badRequest('The request has no body. Send the bytes of the file.');
  const received = hashed(body);
  const { first, chunks } = await peeked(received.chunks, 2);
  try {
    if (starts(first, ZIP)) return await archive(c, sent, chunks, received.sha256);
    const plain = starts(first, GZIP) ? gunzip(chunks, { name: sent.name }) : chunks;
    const name = starts(first, GZIP) ? sent.name.replace(/\.gz$/i, '') : sent.name;
    const taken = await take(c, { ...sent, name }, plain, received.sha256, null);
    return c.json(taken, taken.known ? 200 : 202);
  } catch (error) {
    if (error instanceof BrokenPromise) {
      const detail = `${error.message}: something was lost or changed on the way, or the file holds what is blanked at intake. Send it again, or leave 'sha256' out.`;
      throw new Refusal(422, 'Other bytes than announced', detail);
    }
    if (error instanceof BadArchive) throw new Refusal(422, 'The archive cannot be unpacked', error.message);
    throw error;
  }
}

/** A file that is stored need not be sent again: its SHA-256 alone asks for what it gave. */
async function repeated(c: Context<AppEnv>, sha256: string): Promise<Response> {
  const { db, now } = c.var;
  const run = await repeatRun(db, c.env.JOBS, sha256, runId('import', sha256), now);
  const file = run === null ? null : await findSourceFile(db, sha256);
  if (run === null || file === null) throw notFound(`file with the SHA-256 ${sha256}. Send its bytes`);
  const view = run.run.status === 'done' ? await runWithProblems(db, run.run, run.of) : runView(run.run, []);
  return c.json({ ...view, source_file: sha256, library: file.library, known: true } satisfies Taken, 200);
}

/**
 * Imports whose message was lost go on: each open one gets another, which does no harm twice. A site calls it when it starts, because a
 * local queue keeps nothing when it is killed.
 */
export async function resumeImports(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const resumed = await openImports(c.var.db);
  for (const run of resumed) await c.env.JOBS.send({ job: 'import', run });
  return c.json({ resumed }, 200);
}

/** A zip is kept only while its members are taken out of it: they are the source files. */
async function archive(
  c: Context<AppEnv>,
  sent: Sent,
  chunks: AsyncIterable<Uint8Array>,
  sha256: () => Promise<string>,
): Promise<Response> {
  const { bytes, now } = c.var;
  const held = await bytes.hold(chunks, `${now}-${crypto.randomUUID()}`);
  try {
    const runs: Taken[] = [];
    const { skipped } = await unpackArchive(
      held,
      async (member) => {
        const name = `${sent.name}/${member.name}`;
        runs.push(await take(c, { ...sent, name }, member.read(), sha256, sent.name));
      },
      sent.name,
    );
    if (runs.length === 0) {
      const names = skipped.map((it) => `${it.name}: ${it.reason}`).slice(0, 8);
      throw new Refusal(422, 'Nothing in the archive is an ad library file', `${sent.name} holds: ${names.join(' ') || 'no file.'}`);
    }
    return c.json({ archive: sent.name, received_sha256: await sha256(), runs, skipped }, runs.every((run) => run.known) ? 200 : 202);
  } finally {
    await held.discard();
  }
}

async function take(
  c: Context<AppEnv>,
  sent: Sent,
  chunks: AsyncIterable<Uint8Array>,
  sha256: () => Promise<string>,
  archiveName: string | null,
): Promise<Taken> {
  const { db, bytes, now } = c.var;
  const keeper = {
    put: (all: AsyncIterable<Uint8Array>) => bytes.put(all, `${now}-${crypto.randomUUID()}`, archiveName === null ? sent.sha256 : null),
    forget: (stored: string) => bytes.forget(stored),
  };
  const taken = await takeIn(keeper, chunks, sent, sent.library);
  if (!taken.ok) throw new Refusal(422, taken.title, taken.problem);
  const added = await addSourceFile(
    db,
    c.env.JOBS,
    {
      sha256: taken.sha256,
      received_sha256: await sha256(),
      name: sent.name,
      library: taken.library.id,
      bytes: taken.bytes,
      as_of: sent.as_of,
      redacted: taken.redacted,
      first_record: taken.first_record,
      window_days: sent.window,
      currency: sent.currency,
      archive: archiveName,
      collected: null,
    },
    runId('import', taken.sha256),
    now,
  );
  const view = added.run.status === 'done' ? await runWithProblems(db, added.run, added.of) : runView(added.run, []);
  return { ...view, source_file: taken.sha256, library: taken.library.id, known: added.known };
}

function sentBy(c: Context<AppEnv>): Sent {
  const asOf = c.req.query('as_of') ?? '';
  if (!isDay(asOf) || asOf > c.var.now.slice(0, 10)) {
    throw badRequest(`'as_of' is '${asOf}'. Give the day the copy was taken, as YYYY-MM-DD and not in the future.`);
  }
  const library = c.req.query('library') ?? null;
  if (library !== null && !AD_LIBRARIES.some((one) => one.id === library)) {
    throw badRequest(`'library' is '${library}'. It can be ${AD_LIBRARIES.map((one) => one.id).join(', ')}; or leave it out.`);
  }
  const window = c.req.query('window') ?? null;
  if (window !== null && !['7', '30', '90'].includes(window)) throw badRequest(`'window' is '${window}'. It can be 7, 30 or 90 days.`);
  const currency = c.req.query('currency') ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency))
    throw badRequest(`'currency' is '${currency}'. Give an ISO 4217 code, such as GBP.`);
  const sha256 = c.req.query('sha256') ?? null;
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) throw badRequest(`'sha256' is no SHA-256: 64 digits 0-9 and a-f.`);
  return {
    sha256,
    as_of: asOf,
    name: (c.req.query('name') ?? 'upload').replace(/^.*[/\\]/, '').slice(0, 200) || 'upload',
    library: library as LibraryId | null,
    window: window === null ? null : (Number(window) as 7 | 30 | 90),
    currency,
  };
}

/** A legible id for a run: what it does, to what, and a random end. */
export function runId(job: string, subject: string): string {
  return `${job}-${subject.slice(0, 12).replace(/[^a-z0-9]+/gi, '-')}-${crypto.randomUUID().slice(0, 8)}`;
}

function starts(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, i) => bytes[i] === byte);
}
