import { describe, expect, it } from 'vitest';
import { checkedAddress, isLoopback } from '../../../src/jobs/collect/address.ts';
import { allOf, type Bounds, type Fetcher, fetchBounded } from '../../../src/jobs/collect/http.ts';
import { patiently } from '../../../src/jobs/collect/patience.ts';
import { busyProblem, FetchProblem } from '../../../src/jobs/collect/problem.ts';
import { aClock, aServer, fetcher, type LibraryServer, textOf } from './server.ts';

const FILE = '/invented/file.zip';
const SECRET = 'access_token=EAASecretOfTheTest';

function boundsFor(server: LibraryServer, more: Partial<Bounds> = {}): Bounds {
  return { hosts: [server.host], loopback: true, timeout_ms: 5000, max_bytes: 1_000_000, ...more };
}

async function problemOf(work: Promise<unknown>): Promise<FetchProblem> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FetchProblem)) throw new Error(`Expected a FetchProblem, got ${String(error)}`);
  return error;
}

describe('an address', () => {
  const allowed = { hosts: ['storage.googleapis.com'], loopback: false };
  const local = { hosts: ['127.0.0.1:4000', 'localhost:4000', 'files.invented.test'], loopback: true };
  const refused: Record<string, { address: string; allowed: typeof allowed }> = {
    'of another host is not asked': { address: 'https://example.com/x', allowed },
    'of a host that ends like ours is not asked': { address: 'https://evil-storage.googleapis.com/x', allowed },
    'of a host that begins like ours is not asked': { address: 'https://storage.googleapis.com.example.com/x', allowed },
    'without encryption is not asked': { address: 'http://storage.googleapis.com/x', allowed },
    'with another port is not asked': { address: 'https://storage.googleapis.com:8443/x', allowed },
    'with a user name is not asked': { address: 'https://someone:word@storage.googleapis.com/x', allowed },
    'of this machine is not asked outside tests': {
      address: 'http://127.0.0.1:4000/x',
      allowed: { ...allowed, hosts: ['127.0.0.1:4000'] },
    },
    'of a cloud’s own metadata is not asked': { address: 'http://169.254.169.254/latest', allowed: local },
    'without encryption is not asked of a far host, in tests either': { address: 'http://files.invented.test/x', allowed: local },
    'of another port of this machine is not asked': { address: 'http://127.0.0.1:4001/x', allowed: local },
    'of a file is not asked': { address: 'file:///etc/hosts', allowed: local },
    'that is none is not asked': { address: 'not an address', allowed },
  };
  it.each(Object.entries(refused))('%s', (_name, row) => {
    expect(() => checkedAddress(row.address, row.allowed)).toThrow(FetchProblem);
  });

  const taken: Record<string, { address: string; allowed: typeof allowed; href: string }> = {
    'of a listed host is asked': {
      address: 'https://storage.googleapis.com/a/b.zip',
      allowed,
      href: 'https://storage.googleapis.com/a/b.zip',
    },
    'with the scheme’s own port is asked': {
      address: 'https://storage.googleapis.com:443/a',
      allowed,
      href: 'https://storage.googleapis.com/a',
    },
    'of this machine is asked in tests': { address: 'http://127.0.0.1:4000/a', allowed: local, href: 'http://127.0.0.1:4000/a' },
    'of this machine in other clothes is asked as what it is': {
      address: 'http://0x7f.1:4000/a',
      allowed: local,
      href: 'http://127.0.0.1:4000/a',
    },
  };
  it.each(Object.entries(taken))('%s', (_name, row) => {
    expect(checkedAddress(row.address, row.allowed).href).toBe(row.href);
  });

  it.each(['https://graph.facebook.com', 'http://10.0.0.1:80', 'http://localhost.example.com', 'ftp://127.0.0.1', ''])(
    '%s cannot stand in for a library',
    (address) => {
      expect(isLoopback(address)).toBe(false);
    },
  );
});

describe('one request', () => {
  it('gives status, headers and body', async () => {
    const server = await aServer();
    server.putFile(FILE, new TextEncoder().encode('PK invented'), { etag: '"a"' });
    const reply = await fetchBounded(fetcher, `${server.origin}${FILE}`, boundsFor(server));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('etag')).toBe('"a"');
    expect(textOf(await allOf(reply.body))).toBe('PK invented');
  });

  it('sends nothing to a host that is not on the list', async () => {
    const asked: string[] = [];
    const spy: Fetcher = async (address) => {
      asked.push(address);
      return new Response('');
    };
    const problem = await problemOf(
      fetchBounded(spy, `https://example.com/?${SECRET}`, {
        hosts: ['graph.facebook.com'],
        loopback: false,
        timeout_ms: 1000,
        max_bytes: 10,
      }),
    );
    expect(problem.fault).toBe('address');
    expect(asked).toEqual([]);
  });

  it('follows a redirect on its own host', async () => {
    const server = await aServer();
    server.putFile(FILE, new TextEncoder().encode('there'));
    server.next({ redirect: FILE });
    const reply = await fetchBounded(fetcher, `${server.origin}/old`, boundsFor(server));
    expect(textOf(await allOf(reply.body))).toBe('there');
    expect(server.requests.map((request) => request.path)).toEqual(['/old', FILE]);
  });

  it.each([
    ['another host', 'https://example.com/file.zip'],
    ['another name of this machine', 'http://localhost/file.zip'],
    ['the machine that holds a cloud’s secrets', 'http://169.254.169.254/latest'],
    ['a file', 'file:///etc/hosts'],
  ])('does not follow a redirect to %s', async (_name, target) => {
    const server = await aServer();
    server.next({ redirect: target });
    const problem = await problemOf(fetchBounded(fetcher, `${server.origin}/old`, boundsFor(server)));
    expect(problem.fault).toBe('address');
    expect(server.requests).toHaveLength(1);
  });

  it('follows five redirects and not a sixth', async () => {
    const server = await aServer();
    server.putFile(FILE, new TextEncoder().encode('there'));
    server.next(...Array.from({ length: 5 }, () => ({ redirect: FILE })));
    expect((await fetchBounded(fetcher, `${server.origin}${FILE}`, boundsFor(server))).status).toBe(200);
    server.always({ redirect: FILE });
    const problem = await problemOf(fetchBounded(fetcher, `${server.origin}${FILE}`, boundsFor(server)));
    expect(problem.fault).toBe('redirect');
    expect(server.requests).toHaveLength(6 + 6);
  });

  it('takes a body up to the cap and not a byte more', async () => {
    const server = await aServer();
    server.putFile(FILE, new Uint8Array(1000));
    const exact = await fetchBounded(fetcher, `${server.origin}${FILE}`, boundsFor(server, { max_bytes: 1000 }));
    expect(await allOf(exact.body)).toHaveLength(1000);
    const over = await fetchBounded(fetcher, `${server.origin}${FILE}`, boundsFor(server, { max_bytes: 999 }));
    expect((await problemOf(allOf(over.body))).fault).toBe('too-large');
  });

  it.each([
    ['a body cut in its middle', { cut: 100 }, 'cut'],
    ['a connection closed before any answer', { drop: true }, 'unreachable'],
  ] as const)('says that %s is no answer', async (_name, fault, expected) => {
    const server = await aServer();
    server.putFile(FILE, new Uint8Array(1000));
    server.next(fault);
    const work = fetchBounded(fetcher, `${server.origin}${FILE}`, boundsFor(server)).then((reply) => allOf(reply.body));
    expect((await problemOf(work)).fault).toBe(expected);
  });

  it('notices a body that is shorter than it was said to be, also where the platform does not', async () => {
    const short: Fetcher = async () => new Response('PK invented', { headers: { 'content-length': '500' } });
    const bounds = { hosts: ['files.invented.test'], loopback: false, timeout_ms: 1000, max_bytes: 1000 };
    const reply = await fetchBounded(short, 'https://files.invented.test/x', bounds);
    expect(await problemOf(allOf(reply.body))).toMatchObject({ fault: 'cut', message: expect.stringContaining('11 of 500') });
  });

  it('ends a body that hangs, also where the platform does not heed the abort', async () => {
    const hanging: Fetcher = async () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const reply = await fetchBounded(hanging, 'https://files.invented.test/x', {
      hosts: ['files.invented.test'],
      loopback: false,
      timeout_ms: 20,
      max_bytes: 10,
    });
    expect((await problemOf(allOf(reply.body))).fault).toBe('timeout');
  });

  it('ends a server that never answers', async () => {
    const silent: Fetcher = () => new Promise(() => undefined);
    const bounds = { hosts: ['files.invented.test'], loopback: false, timeout_ms: 20, max_bytes: 10 };
    expect((await problemOf(fetchBounded(silent, 'https://files.invented.test/x', bounds))).fault).toBe('timeout');
  });

  it('passes on no address that the platform names in its error', async () => {
    const failing: Fetcher = (address) => Promise.reject(new TypeError(`fetch failed: ${address}`));
    const bounds = { hosts: ['graph.facebook.com'], loopback: false, timeout_ms: 1000, max_bytes: 10 };
    const problem = await problemOf(fetchBounded(failing, `https://graph.facebook.com/?${SECRET}`, bounds));
    expect(`${problem.message} ${problem.stack} ${String(problem.cause)}`).not.toMatch(/EAASecret|https:\/\/graph/);
  });
});

describe('patience', () => {
  const busy = (after: number | null = null): FetchProblem => new FetchProblem('busy', 'busy', after);
  const table: Record<string, { problems: FetchProblem[]; waits: number[]; ends: 'fine' | string }> = {
    'asks once where all is well': { problems: [], waits: [], ends: 'fine' },
    'asks again after each passing fault, waiting twice as long': { problems: [busy(), busy(), busy()], waits: [1, 2, 4], ends: 'fine' },
    'gives up at the fifth': { problems: [busy(), busy(), busy(), busy(), busy()], waits: [1, 2, 4, 8], ends: 'busy' },
    'waits as long as the server asks': { problems: [busy(7)], waits: [7], ends: 'fine' },
    'leaves a long pause to the queue': { problems: [busy(600)], waits: [], ends: 'busy' },
    'never asks again where it cannot help': { problems: [new FetchProblem('address', 'no')], waits: [], ends: 'address' },
  };
  it.each(Object.entries(table))('%s', async (_name, row) => {
    const clock = aClock();
    const problems = [...row.problems];
    const work = patiently(async () => {
      const problem = problems.shift();
      if (problem) throw problem;
      return 'fine';
    }, clock.wait);
    expect(await work.catch((problem: FetchProblem) => problem.fault)).toBe(row.ends);
    expect(clock.waits).toEqual(row.waits);
  });

  it.each([
    ['429 with a pause', 429, { 'retry-after': '12' }, 12],
    ['503 with a date for a pause', 503, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, null],
    ['500', 500, {}, null],
  ] as const)('%s is busy', (_name, status, headers, after) => {
    expect(busyProblem(status, new Headers(headers))).toMatchObject({ fault: 'busy', retry_after: after });
  });

  it.each([200, 304, 400, 404])('%i is an answer', (status) => {
    expect(busyProblem(status, new Headers())).toBeNull();
  });
});
