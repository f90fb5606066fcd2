/**
 * The only way out to the libraries' servers: one GET with a list of hosts, redirects followed by hand, a time limit that holds for every
 * read, a cap on bytes, and no body left unread. Nothing here names an address in a message or a log.
 */
import { type Allowed, checkedAddress } from './address.ts';
import { FetchProblem } from './problem.ts';

/** The platform's `fetch`, injected. */
export type Fetcher = (address: string, init: RequestInit) => Promise<Response>;

export interface Bounds extends Allowed {
  readonly headers?: Readonly<Record<string, string>>;
  /** For the whole of one answer, its body included, in milliseconds. */
  readonly timeout_ms: number;
  /** Of the body, after the transport has unpacked it. */
  readonly max_bytes: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A body that comes chunk by chunk. Read it to its end or cancel it. */
export interface Body {
  /** The next bytes; `null` at the end. Throws `FetchProblem`: `cut`, `timeout` or `too-large`. */
  read(): Promise<Uint8Array | null>;
  cancel(): Promise<void>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Asks once. Any status but a redirect is an answer; what gives no answer throws `FetchProblem`. */
export async function fetchBounded(fetcher: Fetcher, address: string, bounds: Bounds): Promise<Reply> {
  const deadline = new Deadline(bounds.timeout_ms);
  try {
    let url = checkedAddress(address, bounds);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await deadline.race(ask(fetcher, url, bounds, deadline.signal));
      if (!REDIRECTS.includes(response.status)) {
        return { status: response.status, headers: response.headers, body: boundedBody(response, bounds.max_bytes, deadline) };
      }
      await response.body?.cancel().catch(() => undefined);
      const target = response.headers.get('location');
      if (target === null) throw new FetchProblem('redirect', 'The server redirects without saying where to.');
      url = checkedAddress(target, bounds, url);
    }
    throw new FetchProblem('redirect', `The server redirects more than ${MAX_REDIRECTS} times.`);
  } catch (error) {
    deadline.end();
    throw error;
  }
}

/** The whole body, for answers that are small by nature. */
export async function allOf(body: Body): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let chunk = await body.read(); chunk !== null; chunk = await body.read()) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Bytes that the server says will come; `null` where it does not say, or packs them for the way. */
export function announced(headers: Headers): number | null {
  const encoding = headers.get('content-encoding');
  const text = headers.get('content-length');
  if (text === null || !/^\d+$/.test(text) || (encoding !== null && encoding !== 'identity')) return null;
  return Number(text);
}

async function ask(fetcher: Fetcher, url: URL, bounds: Bounds, signal: AbortSignal): Promise<Response> {
  try {
    return await fetcher(url.href, { method: 'GET', headers: { ...bounds.headers }, redirect: 'manual', signal });
  } catch {
    // What the platform throws may name the address, and so it is not passed on.
    throw new FetchProblem('unreachable', 'The server cannot be reached, or closed the connection before it answered.');
  }
}

function boundedBody(response: Response, maxBytes: number, deadline: Deadline): Body {
  const reader = response.body?.getReader();
  const expected = announced(response.headers);
  let received = 0;
  const stop = async (): Promise<void> => {
    deadline.end();
    // A body that hangs may also hang in its cancelling: nobody waits for it.
    reader?.cancel().catch(() => undefined);
  };
  const next = async (): Promise<Uint8Array | null> => {
    const { done, value } = await deadline.race(reader ? readOf(reader) : Promise.resolve({ done: true as const, value: undefined }));
    if (!done) {
      received += value.length;
      if (received > maxBytes)
        throw new FetchProblem('too-large', `The answer is larger than ${maxBytes} bytes, which is the most that is taken.`);
      return value;
    }
    if (reader && expected !== null && received < expected && response.status !== 304) {
      throw new FetchProblem('cut', `The answer ended after ${received} of ${expected} bytes.`);
    }
    deadline.end();
    return null;
  };
  return {
    cancel: stop,
    read: async () => {
      try {
        return await next();
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}

type Read = { readonly done: true; readonly value?: undefined } | { readonly done: false; readonly value: Uint8Array };

async function readOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Read> {
  try {
    const { done, value } = await reader.read();
    return done ? { done: true } : { done: false, value };
  } catch {
    throw new FetchProblem('cut', 'The connection was cut in the middle of the answer.');
  }
}

/** One time limit for the request and every read of its body. Aborting alone is not enough: some bodies do not heed it. */
class Deadline {
  readonly signal: AbortSignal;
  readonly #passed: Promise<never>;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(ms: number) {
    const controller = new AbortController();
    this.signal = controller.signal;
    let pass: (problem: FetchProblem) => void = () => undefined;
    this.#passed = new Promise((_, reject) => {
      pass = reject;
    });
    this.#passed.catch(() => undefined);
    this.#timer = setTimeout(() => {
      pass(new FetchProblem('timeout', `The server did not finish its answer within ${ms / 1000} seconds.`));
      controller.abort();
    }, ms);
  }

  race<T>(work: Promise<T>): Promise<T> {
    work.catch(() => undefined);
    return Promise.race([work, this.#passed]);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
