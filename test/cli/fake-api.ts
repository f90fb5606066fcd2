/** A small API server on loopback for the tests of the command line: it records what it is sent and answers as it is told. */
import { createServer, type IncomingMessage } from 'node:http';

export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface FakeApi extends AsyncDisposable {
  readonly server: string;
  readonly received: readonly Received[];
}

/** Starts a server; `answer` gives the reply to each request, 404 where it gives none. */
export async function fakeApi(answer: (it: Received) => Reply | null): Promise<FakeApi> {
  const received: Received[] = [];
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const send = (reply: Reply): void => {
      response.writeHead(reply.status, { 'content-type': reply.status < 400 ? 'application/json' : 'application/problem+json' });
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    };
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://fake.test');
      const it = { method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks) };
      // Asked whether it has these bytes already: it has not, and the bytes follow.
      if (it.method === 'POST' && it.body.length === 0 && url.searchParams.has('sha256'))
        return send(problem(404, 'There is no such file.'));
      received.push(it);
      send(answer(it) ?? problem(404, `Nothing is at ${url.pathname}.`));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  http.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    server: `http://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      const closed = Promise.withResolvers<void>();
      http.close(() => closed.resolve());
      await closed.promise;
    },
  };
}

/** RFC 9457 problem details. */
export function problem(status: number, detail: string, errors?: readonly object[]): Reply {
  return { status, body: { type: 'about:blank', title: 'Not accepted', status, detail, ...(errors ? { errors } : {}) } };
}

/** A run as the API gives it. */
export function run(id: string, over: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    job: 'ingest',
    subject: 'a file',
    status: 'done',
    progress: 1,
    rows: 0,
    accepted: 0,
    refused: 0,
    observations: 0,
    ads: 0,
    problem_count: 0,
    problems: [],
    columns: null,
    error: null,
    unchanged: false,
    created_at: '2026-05-01T10:00:00Z',
    finished_at: null,
    ...over,
  };
}
