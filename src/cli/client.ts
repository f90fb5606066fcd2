/** The thin client of the API: sends bytes, waits for runs, and turns every refusal into a sentence. It knows addresses and nothing else. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as z from 'zod';
import { type Answer, problemDetails, type Run, runSchema, wordsOf } from './answers.ts';
import { reasonOf, Stop, type Terminal } from './terminal.ts';
import { findToken, isLoopback } from './token.ts';

export const DEFAULT_SERVER = 'http://localhost:8787';

/** Bytes to send. `length` lets the server know how much is coming. */
export interface Upload {
  readonly bytes: ReadableStream<Uint8Array> | Uint8Array;
  readonly length: number;
  readonly content_type: string;
  /** What the progress bar says while a stream is sent. */
  readonly label?: string;
}

export interface Client {
  /** Ends in no slash. */
  readonly server: string;
  readonly get: <T>(path: string, shape: z.ZodType<T>) => Promise<T>;
  readonly post: <T>(
    path: string,
    query: Readonly<Record<string, string | null>>,
    upload: Upload | null,
    shape: z.ZodType<T>,
  ) => Promise<Answer<T>>;
  /** Asks until the run is done, failed or held. */
  readonly wait: (run: Run | string, label: string) => Promise<Run>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1000;
/** A run that has shown no change for so long is not waited for any longer. */
const PATIENCE_MS = 10 * 60_000;
/** One that has shown none for so long may have lost its message. */
const STALLED_MS = 20_000;
/** Asking may fail this often in a row: a local server restarts when its files change. */
const TRIES = 5;

/** A client for the server of `--server`, of `CANDOUR_SERVER`, or of this machine. */
export async function openClient(terminal: Terminal, wanted: string | null): Promise<Client> {
  const server = serverUrl(wanted ?? terminal.env.CANDOUR_SERVER?.trim() ?? '');
  const token = await findToken(server, terminal);
  if (token !== null && server.protocol === 'http:' && !isLoopback(server)) {
    terminal.note(`The token goes to ${server.origin} unencrypted. Use an https address.`);
  }
  const base = `${server.origin}${server.pathname.replace(/\/+$/, '')}`;

  async function call(path: string, init: RequestInit): Promise<{ readonly status: number; readonly body: unknown }> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'application/json');
    if (token !== null && init.method === 'POST') headers.set('authorization', `Bearer ${token}`);
    const answer = await fetch(`${base}/api/v1${path}`, { ...init, headers, redirect: 'manual' }).catch((error: unknown) => {
      throw new Unreachable(base, reasonOf(error));
    });
    const text = await answer.text().catch((error: unknown) => {
      throw new Unreachable(base, reasonOf(error));
    });
    if (answer.status >= 300 && answer.status < 400) {
      throw new Stop(`${base} sends us on to ${answer.headers.get('location') ?? 'another address'}. Give that server with --server.`);
    }
    return { status: answer.status, body: parseJson(text) };
  }

  async function get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    const { status, body } = await call(path, { method: 'GET' });
    if (status !== 200) throw new Stop(...wordsOf(problemDetails(status, body)));
    return read(shape, body, path);
  }

  return {
    server: base,
    get,
    post: async (path, query, upload, shape) => {
      const words = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
      const { status, body } = await call(
        `${path}${words.length > 0 ? `?${words.join('&')}` : ''}`,
        upload === null ? { method: 'POST' } : bodyOf(upload, terminal),
      );
      if (status === 401 || status === 403) throw new Stop(...wordsOf(problemDetails(status, body)), HOW_TO_WRITE);
      if (status < 200 || status > 299) return { ok: false, problem: problemDetails(status, body) };
      return { ok: true, status, value: read(shape, body, path) };
    },
    wait: async (run, label) => {
      let last = typeof run === 'string' ? null : run;
      const id = typeof run === 'string' ? run : run.id;
      let failures = 0;
      let nudges = 0;
      let pause = FIRST_PAUSE_MS;
      let changedAt = terminal.now().getTime();
      while (last === null || last.status === 'waiting' || last.status === 'running') {
        terminal.progress(label, last?.progress ?? 0);
        await sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5);
        const next = await get(`/runs/${encodeURIComponent(id)}`, runSchema).catch((error: unknown) => {
          failures += 1;
          if (!(error instanceof Unreachable) || failures >= TRIES) throw error;
          return null;
        });
        if (next === null) continue;
        failures = 0;
        if (last === null || next.status !== last.status || next.progress !== last.progress || next.rows !== last.rows) {
          changedAt = terminal.now().getTime();
          nudges = 0;
        } else if (terminal.now().getTime() - changedAt > STALLED_MS * (1 + nudges)) {
          // A local queue keeps nothing when its server restarts: ask for the message again, which does no harm twice.
          nudges += 1;
          await call('/imports/resume', { method: 'POST' }).catch(() => null);
        }
        if (terminal.now().getTime() - changedAt > PATIENCE_MS) {
          throw new Stop(`The run has not moved for ten minutes (${base}/api/v1/runs/${id}). It goes on by itself if the server recovers.`);
        }
        last = next;
      }
      terminal.progress(label, null);
      return last;
    },
  };
}

const HOW_TO_WRITE =
  'Writing needs a token: set CANDOUR_TOKEN. For a server on this machine npm start makes one in .candour/owner-token, found from the folder you are in.';

/** Nobody answers at the address. */
export class Unreachable extends Stop {
  constructor(base: string, why: string) {
    super(`${base} cannot be reached (${why}). Is it running? Start it with npm start, or name another with --server.`);
  }
}

function serverUrl(text: string): URL {
  const url = URL.parse(text === '' ? DEFAULT_SERVER : text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Stop(`The server '${text}' is not a web address. Write it like ${DEFAULT_SERVER}.`);
  }
  return url;
}

function bodyOf(upload: Upload, terminal: Terminal): RequestInit {
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    headers: { 'content-type': upload.content_type, 'content-length': String(upload.length) },
    body: upload.bytes instanceof Uint8Array ? new Uint8Array(upload.bytes) : upload.bytes.pipeThrough(watched(upload, terminal)),
    // A stream can only be sent this way: https://fetch.spec.whatwg.org/#dom-requestinit-duplex
    duplex: 'half',
  };
  return init;
}

/** Passes bytes on and shows how many have gone. */
function watched({ label, length }: Upload, terminal: Terminal): TransformStream<Uint8Array, Uint8Array> {
  let sent = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      sent += chunk.length;
      terminal.progress(label ?? 'Sending', length === 0 ? 1 : sent / length);
      controller.enqueue(chunk);
    },
  });
}

function read<T>(shape: z.ZodType<T>, body: unknown, path: string): T {
  const answer = shape.safeParse(body);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  throw new Stop(`The server's answer to ${path} is not what this version expects (${issue?.path.join('.')}: ${issue?.message}).`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
