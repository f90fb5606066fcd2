/**
 * Taking in a source file: recognised from its first record, redacted and hashed as it streams into R2, answered at once with a
 * run. The same bytes twice are one source file.
 */
import type { Context } from 'hono';
import { isDay } from '../../core/time.ts';
import { recognise } from '../../sources/ad-libraries/index.ts';
import { describeUnknown } from '../../sources/ad-libraries/sniff.ts';
import { CsvReader } from '../../sources/csv.ts';
import { Redactor } from '../../sources/redact.ts';
import { findSourceFile } from '../../store/ads.ts';
import { sql } from '../../store/db.ts';
import { findRun, finishedRun, newRun, openRun, unchangedRun } from '../../store/runs.ts';
import { runView, runWithProblems } from '../api/runs.ts';
import { requireOwner } from '../auth.ts';
import type { AppEnv } from '../env.ts';
import { badRequest, Refusal } from '../problem.ts';

/** How much of a file is looked at before anything of it is stored. A header of a library fits many times over. */
const HEAD_BYTES = 256 * 1024;

export async function postImport(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const { db, bytes, now } = c.var;
  const asOf = c.req.query('as_of') ?? '';
  if (!isDay(asOf) || asOf > now.slice(0, 10)) {
    throw badRequest(`'as_of' is '${asOf}'. Give the day the copy was taken, as YYYY-MM-DD and not in the future.`);
  }
  const name = (c.req.query('name') ?? 'upload').replace(/^.*[/\\]/, '').slice(0, 200) || 'upload';
  const body = c.req.raw.body;
  if (!body) throw badRequest('The request has no body. Send the bytes of the file.');
  const intake = new Intake(body);
  const library = await recogniseLibrary(intake, name, c.req.query('library'));
  const stored = await bytes.put(intake.rest(), `${now}-${crypto.randomUUID()}`);
  if (intake.redactor.token_found) {
    if (stored.fresh) await bytes.forget(stored.sha256);
    throw new Refusal(
      422,
      'The file holds an access token',
      `${name} holds 'access_token='. Take the token out of every address and send the file again; nothing of it was read.`,
    );
  }
  const known = await findSourceFile(db, stored.sha256);
  if (known) {
    const open = await openRun(db, stored.sha256);
    if (open) {
      // The message may have been lost between the two: it does no harm twice.
      await c.env.JOBS.send({ job: 'import', run: open.id });
      return c.json({ ...runView(open, []), source_file: stored.sha256, library }, 200);
    }
    const before = await finishedRun(db, stored.sha256);
    if (before) {
      const id = runId('import', stored.sha256);
      await db.batch([unchangedRun(id, before, now)], { idempotent: false });
      const run = await findRun(db, id);
      if (!run) throw new Error(`Run ${id} is not there`);
      return c.json({ ...(await runWithProblems(db, run, before.id)), source_file: stored.sha256, library }, 200);
    }
  }
  const id = runId('import', stored.sha256);
  await db.batch(
    [
      sql(
        `INSERT INTO source_file (sha256, received_sha256, name, library, bytes, as_of, received_at, redacted)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`,
        stored.sha256,
        await intake.received(),
        name,
        library,
        stored.bytes,
        asOf,
        now,
        intake.redactor.removed.billing_addresses,
      ),
      newRun({ id, job: 'import', subject: stored.sha256, total: stored.bytes, created_at: now }),
    ],
    { idempotent: true },
  );
  await c.env.JOBS.send({ job: 'import', run: id });
  const run = await findRun(db, id);
  if (!run) throw new Error(`Run ${id} is not there`);
  return c.json({ ...runView(run, []), source_file: stored.sha256, library }, 202);
}

/** A legible id for a run: what it does, to what, and a random end. */
export function runId(job: string, subject: string): string {
  return `${job}-${subject.slice(0, 12).replace(/[^a-z0-9]+/gi, '-')}-${crypto.randomUUID().slice(0, 8)}`;
}

async function recogniseLibrary(intake: Intake, name: string, wanted: string | undefined): Promise<string> {
  const head = await intake.head(HEAD_BYTES);
  const reader = new CsvReader();
  const events = [...reader.push(head)];
  if (intake.ended) events.push(...reader.end());
  const first = events[0];
  const library = first?.kind === 'record' ? recognise(first.cells) : null;
  if (!library) {
    await intake.cancel();
    throw new Refusal(422, 'Not an ad library file we know', `${name}: ${describeUnknown(head)}`);
  }
  const opened = library.open(first?.kind === 'record' ? first.cells : []);
  if (!('read' in opened)) {
    await intake.cancel();
    throw new Refusal(422, 'The file cannot be read', `${name}: ${opened.message}`);
  }
  if (wanted !== undefined && wanted !== library.id) {
    await intake.cancel();
    throw badRequest(
      `${name} was sent as '${wanted}', and its header is that of '${library.id}'. Leave the library out, or name the right one.`,
    );
  }
  return library.id;
}

/** The body as it arrives: hashed as received, redacted, its head looked at first. */
class Intake {
  readonly redactor = new Redactor();
  ended = false;
  readonly #source: ReadableStreamDefaultReader<Uint8Array>;
  readonly #digest = new crypto.DigestStream('SHA-256');
  readonly #hashing = this.#digest.getWriter();
  #head = new Uint8Array(0);

  constructor(body: ReadableStream<Uint8Array>) {
    this.#source = body.getReader();
  }

  /** Redacted bytes from the beginning: at least `limit` of them, or the whole file. */
  async head(limit: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    while (size < limit && !this.ended) {
      const chunk = await this.#next();
      if (chunk.length === 0) continue;
      chunks.push(chunk);
      size += chunk.length;
    }
    this.#head = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      this.#head.set(chunk, at);
      at += chunk.length;
    }
    return this.#head;
  }

  /** All redacted bytes, the head first. */
  async *rest(): AsyncGenerator<Uint8Array> {
    yield this.#head;
    while (!this.ended) yield await this.#next();
  }

  /** SHA-256 of the bytes as received, once all have come. */
  async received(): Promise<string> {
    return [...new Uint8Array(await this.#digest.digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async cancel(): Promise<void> {
    await this.#source.cancel();
    await this.#hashing.abort().catch(() => undefined);
    this.#digest.digest.catch(() => undefined);
  }

  async #next(): Promise<Uint8Array> {
    const { done, value } = await this.#source.read();
    if (done) {
      this.ended = true;
      await this.#hashing.close();
      return this.redactor.end();
    }
    await this.#hashing.write(value);
    return this.redactor.push(value);
  }
}
