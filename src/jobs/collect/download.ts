/**
 * Fetches a library's published file by conditional GET, a part a step, so that a file of any size fits messages of bounded time and memory.
 * Where the server does not give parts, one step takes the whole stream, part by part.
 */
import { type Day, dayOf, type Instant } from '../../core/time.ts';
import type { Allowed } from './address.ts';
import { endsLikeZip, notAZip, rangeMark, sameVersion, tailOf, type Version, ZIP_END_BYTES } from './file-answer.ts';
import { type Fetcher, fetchBounded, type Reply } from './http.ts';
import type { CollectOutcome, Marks } from './intake.ts';
import { patiently, type Wait } from './patience.ts';
import { busyProblem, FetchProblem } from './problem.ts';
import { type Ask, Transfer } from './transfer.ts';

/** Equal parts but for the last, as R2 wants them; one of them is what a step holds in memory. */
export const PART_BYTES = 32 * 1024 * 1024;

export interface DownloadOptions extends Allowed {
  readonly fetcher: Fetcher;
  readonly address: string;
  readonly wait: Wait;
  readonly now: Instant;
  /** Marks of the copy that we have. */
  readonly since: Marks | null;
  /** Takes part `n`, counted from 1. The bytes are reused once it has answered. */
  readonly part: (n: number, bytes: Uint8Array) => Promise<void>;
  readonly part_bytes?: number;
  readonly timeout_ms?: number;
  readonly max_bytes?: number;
}

/** How far a file has come: plain JSON. */
export interface DownloadState {
  readonly version: Version;
  /** Bytes that were handed over: the whole parts. */
  readonly stored: number;
  /** The last of them, as many as the end of a zip has: it may lie across two parts. */
  readonly tail: readonly number[];
}

export type DownloadStep =
  | { readonly outcome: 'more'; readonly state: DownloadState }
  /** All parts were handed over. */
  | { readonly outcome: 'whole'; readonly version: Version; readonly as_of: Day; readonly bytes: number }
  | { readonly outcome: Exclude<CollectOutcome, 'collected' | 'stopped'>; readonly message: string };

const TIMEOUT_MS = 12 * 60_000;
/** The largest library is a tenth of this today. */
const MAX_BYTES = 4 * 1024 ** 3;

/** Takes the next part of the file, beginning at `state`; `null`: from the beginning, if it is another than the one we have. */
export async function downloadStep(state: DownloadState | null, options: DownloadOptions): Promise<DownloadStep> {
  const ask: Ask = (headers) =>
    fetchBounded(options.fetcher, options.address, {
      hosts: options.hosts,
      loopback: options.loopback,
      // A body that is packed for the way has another length than the file, and parts of it are of no use.
      headers: { ...headers, 'accept-encoding': 'identity' },
      timeout_ms: options.timeout_ms ?? TIMEOUT_MS,
      max_bytes: options.max_bytes ?? MAX_BYTES,
    });
  try {
    const reply = await begin(state, options, ask);
    try {
      return refusalOf(reply, state) ?? (await take(reply, state, options, ask));
    } finally {
      await reply.body.cancel();
    }
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    return { outcome: outcomeOf(error), message: error.message };
  }
}

/** The first answer of a step. Asks for the whole where parts could not be told to be of one version. */
async function begin(state: DownloadState | null, options: DownloadOptions, ask: Ask): Promise<Reply> {
  const size = partBytes(options);
  const from = state?.stored ?? 0;
  const range = { range: `bytes=${from}-${from + size - 1}` };
  if (state) return ready(() => ask({ ...range, 'if-range': rangeMark(state.version) ?? '' }), options.wait);
  const since = {
    ...(options.since?.etag ? { 'if-none-match': options.since.etag } : {}),
    ...(options.since?.last_modified ? { 'if-modified-since': options.since.last_modified } : {}),
  };
  const reply = await ready(() => ask({ ...since, ...range }), options.wait);
  const marks = { etag: reply.headers.get('etag'), last_modified: reply.headers.get('last-modified') };
  if (reply.status !== 206 || rangeMark(marks) !== null) return reply;
  await reply.body.cancel();
  return ready(() => ask(since), options.wait);
}

/** An answer that is not "busy", with patience for those that are. */
function ready(ask: () => Promise<Reply>, wait: Wait): Promise<Reply> {
  return patiently(async () => {
    const reply = await ask();
    const busy = busyProblem(reply.status, reply.headers);
    if (!busy) return reply;
    await reply.body.cancel();
    throw busy;
  }, wait);
}

function refusalOf(reply: Reply, state: DownloadState | null): DownloadStep | null {
  const { status } = reply;
  if (status === 200 || status === 206) return null;
  if (state) return { outcome: 'changed', message: `The server answers ${status} to the rest of a file that it had begun to give.` };
  if (status === 304) return { outcome: 'unchanged', message: 'The server has the copy that was taken before.' };
  if (status === 404 || status === 410) return { outcome: 'not-there', message: `The server has no such file (${status}).` };
  if (status === 416) return { outcome: 'half-written', message: 'The file on the server is empty.' };
  if (status === 403) {
    return {
      outcome: 'refused',
      message: 'The server does not give the file (403). Google’s storage answers so for a file that is not there, too.',
    };
  }
  return { outcome: 'refused', message: `The server does not give the file (${status}).` };
}

async function take(reply: Reply, state: DownloadState | null, options: DownloadOptions, ask: Ask): Promise<DownloadStep> {
  const size = partBytes(options);
  let stored = state?.stored ?? 0;
  const transfer = new Transfer(reply, stored, stored + size, ask, options.wait);
  const { version } = transfer;
  try {
    if (state && !sameVersion(version, state.version))
      return { outcome: 'changed', message: 'The file became another one while it was read.' };
    const most = options.max_bytes ?? MAX_BYTES;
    if (version.size !== null && version.size > most) {
      return { outcome: 'too-large', message: `The file has ${version.size} bytes; at most ${most} are taken.` };
    }
    const buffer = new Uint8Array(Math.min(size, version.size ?? size));
    let tail = Uint8Array.from(state?.tail ?? []);
    for (let n = stored / size + 1; ; n++) {
      const wanted = version.size === null ? size : Math.min(size, version.size - stored);
      const bytes = buffer.subarray(0, await transfer.fill(buffer.subarray(0, wanted)));
      const other = n === 1 ? notAZip(bytes, reply.headers.get('content-type')) : null;
      if (other !== null) return { outcome: bytes.length === 0 ? 'half-written' : 'not-a-zip', message: other };
      stored += bytes.length;
      const last = version.size === null ? bytes.length < wanted : stored >= version.size;
      tail = tailOf(tail, bytes);
      if (last && !endsLikeZip(tail)) {
        return { outcome: 'half-written', message: `The zip on the server has ${stored} bytes and no end: it is half-written.` };
      }
      if (bytes.length > 0) await options.part(n, bytes);
      if (last)
        return { outcome: 'whole', version: { ...version, size: stored }, as_of: asOf(version.last_modified, options.now), bytes: stored };
      if (reply.status === 206) return { outcome: 'more', state: { version, stored, tail: [...tail.subarray(-ZIP_END_BYTES)] } };
    }
  } finally {
    await transfer.close();
  }
}

/** The day on which the server's copy was written; today where it does not say, or names a day to come. */
function asOf(lastModified: string | null, now: Instant): Day {
  const at = Date.parse(lastModified ?? '');
  const day = Number.isNaN(at) ? null : dayOf(new Date(at).toISOString());
  return day === null || day > dayOf(now) ? dayOf(now) : day;
}

function outcomeOf(problem: FetchProblem): Exclude<CollectOutcome, 'collected' | 'stopped'> {
  if (problem.fault === 'too-large' || problem.fault === 'changed') return problem.fault;
  if (problem.fault === 'cut') return 'half-written';
  return problem.passing ? 'unreachable' : 'refused';
}

function partBytes(options: DownloadOptions): number {
  return options.part_bytes ?? PART_BYTES;
}
