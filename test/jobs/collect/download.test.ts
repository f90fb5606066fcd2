import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DownloadOptions, type DownloadState, type DownloadStep, downloadStep } from '../../../src/jobs/collect/download.ts';
import { endsLikeZip, fileAnswer, notAZip, rangeMark } from '../../../src/jobs/collect/file-answer.ts';
import { aClock, aServer, type Fault, fetcher, joined, type LibraryServer, zipOf } from './server.ts';

const FILE = '/invented/PoliticalAds.zip';
const MARKS = { etag: '"v1"', last_modified: 'Tue, 10 Nov 2026 08:00:00 GMT' };
const PART = 1000;

/** A zip of about `size` bytes that packing cannot make smaller. */
function aZip(size: number, seed = 1): Uint8Array {
  let state = seed;
  const noise = Uint8Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
  return zipOf({ name: 'readme.txt', bytes: 'Invented.' }, { name: 'PoliticalAds.csv', bytes: noise });
}

interface Downloaded {
  readonly bytes: Uint8Array;
  readonly sizes: readonly number[];
  readonly last: DownloadStep;
  readonly steps: number;
  readonly waits: readonly number[];
}

/** Steps until there is no more; between steps the state goes through JSON and `between` may change the world. */
async function download(
  server: LibraryServer,
  more: Partial<DownloadOptions> = {},
  between: (step: number) => void = () => undefined,
): Promise<Downloaded> {
  const clock = aClock();
  const parts = new Map<number, Uint8Array>();
  let state: DownloadState | null = null;
  for (let steps = 1; ; steps++) {
    const last: DownloadStep = await downloadStep(state, {
      fetcher,
      address: `${server.origin}${FILE}`,
      hosts: [server.host],
      loopback: true,
      wait: clock.wait,
      now: '2026-11-20T03:15:00.000Z',
      since: null,
      part_bytes: PART,
      part: async (n, bytes) => {
        parts.set(n, bytes.slice());
      },
      ...more,
    });
    if (last.outcome !== 'more') {
      const chunks = [...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
      return { bytes: joined(chunks), sizes: chunks.map((chunk) => chunk.length), last, steps, waits: clock.waits };
    }
    state = JSON.parse(JSON.stringify(last.state)) as DownloadState;
    between(steps);
  }
}

describe('a file in parts', () => {
  it('comes part by part, a part a step, all equal but the last', async () => {
    const server = await aServer();
    const zip = aZip(4200);
    server.putFile(FILE, zip, MARKS);
    const { bytes, sizes, last, steps } = await download(server);
    expect(bytes).toEqual(zip);
    expect(sizes).toEqual([1000, 1000, 1000, 1000, zip.length - 4000]);
    expect(steps).toBe(5);
    expect(last).toEqual({ outcome: 'whole', version: { ...MARKS, size: zip.length }, as_of: '2026-11-10', bytes: zip.length });
    expect(server.requests.map((request) => [request.headers.range, request.headers['if-range']])).toEqual([
      ['bytes=0-999', undefined],
      ['bytes=1000-1999', '"v1"'],
      ['bytes=2000-2999', '"v1"'],
      ['bytes=3000-3999', '"v1"'],
      ['bytes=4000-4999', '"v1"'],
    ]);
  });

  it('comes whole in the same parts from a server that gives no ranges, in one step', async () => {
    const server = await aServer();
    const zip = aZip(4200);
    server.putFile(FILE, zip, MARKS);
    server.always({ ignore_range: true });
    const { bytes, sizes, steps } = await download(server);
    expect(bytes).toEqual(zip);
    expect(sizes).toEqual([1000, 1000, 1000, 1000, zip.length - 4000]);
    expect(steps).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  const whatever: Record<string, { marks: { etag?: string; last_modified?: string }; always?: Fault; requests: number }> = {
    'a date alone is mark enough for parts': { marks: { last_modified: MARKS.last_modified }, requests: 5 },
    'a weak tag with a date goes by the date': { marks: { etag: 'W/"v1"', last_modified: MARKS.last_modified }, requests: 5 },
    'without any mark the file is taken whole': { marks: {}, requests: 2 },
    'a weak tag alone is no mark': { marks: { etag: 'W/"v1"' }, requests: 2 },
    'a server that does not say the length is read to its end': {
      marks: MARKS,
      always: { ignore_range: true, no_length: true },
      requests: 1,
    },
  };
  it.each(Object.entries(whatever))('%s', async (_name, row) => {
    const server = await aServer();
    const zip = aZip(4200);
    server.putFile(FILE, zip, row.marks);
    if (row.always) server.always(row.always);
    const { bytes, sizes, last } = await download(server);
    expect(last.outcome).toBe('whole');
    expect(bytes).toEqual(zip);
    expect(sizes.slice(0, -1)).toEqual([1000, 1000, 1000, 1000]);
    expect(server.requests).toHaveLength(row.requests);
  });

  it('any size, and a connection cut at any byte, give the bytes of the server in equal parts', async () => {
    const server = await aServer();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3500 }),
        fc.array(fc.oneof(fc.record({ cut: fc.nat(1200) }), fc.constant({ drop: true }), fc.constant({ status: 503 }), fc.constant({})), {
          maxLength: 4,
        }),
        fc.boolean(),
        async (size, faults, whole) => {
          const zip = aZip(size, size);
          server.putFile(FILE, zip, { etag: `"${size}"` });
          server.always(whole ? { ignore_range: true } : {});
          server.next(...faults);
          const { bytes, sizes, last } = await download(server);
          server.requests.length = 0;
          expect(last.outcome).toBe('whole');
          expect(bytes).toEqual(zip);
          expect(sizes.slice(0, -1).every((part) => part === PART)).toBe(true);
          // Faults that no request met belong to this run only.
          for (let left = 0; left < faults.length; left++) await fetch(`${server.origin}/none`).catch(() => undefined);
        },
      ),
      { seed: 20261120, numRuns: 60 },
    );
  });
});

describe('asking only for what is new', () => {
  it('sends the marks of the copy that we have, and an unchanged file is not sent again', async () => {
    const server = await aServer();
    server.putFile(FILE, aZip(500), MARKS);
    const { last, bytes } = await download(server, { since: MARKS });
    expect(last.outcome).toBe('unchanged');
    expect(bytes).toHaveLength(0);
    expect(server.requests[0]?.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': MARKS.last_modified });
  });

  it('takes a file that changed', async () => {
    const server = await aServer();
    server.putFile(FILE, aZip(500), { ...MARKS, etag: '"v2"' });
    expect((await download(server, { since: MARKS })).last).toMatchObject({ outcome: 'whole', version: { etag: '"v2"' } });
  });

  it.each([
    ['the day of Last-Modified', 'Tue, 10 Nov 2026 23:59:59 GMT', '2026-11-10'],
    ['today where there is no Last-Modified', undefined, '2026-11-20'],
    ['today where Last-Modified is no date', 'yesterday or so', '2026-11-20'],
    ['today where Last-Modified is still to come', 'Tue, 10 Nov 2099 08:00:00 GMT', '2026-11-20'],
  ])('the copy is of %s', async (_name, lastModified, day) => {
    const server = await aServer();
    server.putFile(FILE, aZip(500), { etag: '"v1"', ...(lastModified === undefined ? {} : { last_modified: lastModified }) });
    expect((await download(server)).last).toMatchObject({ as_of: day });
  });
});

describe('what is not a file to take', () => {
  const html = new TextEncoder().encode('<!doctype html><title>Sorry</title>');
  const half = aZip(4200).slice(0, 3300);
  const table: Record<
    string,
    { bytes?: Uint8Array; content_type?: string; faults?: Fault[]; more?: Partial<DownloadOptions>; outcome: string; says: RegExp }
  > = {
    'a web page in place of the zip': { bytes: html, content_type: 'text/html; charset=utf-8', outcome: 'not-a-zip', says: /web page/ },
    'a web page that says it is a zip': { bytes: html, outcome: 'not-a-zip', says: /web page/ },
    'a text': { bytes: new TextEncoder().encode('moved elsewhere'), outcome: 'not-a-zip', says: /not a zip/ },
    'a file that is not there': { outcome: 'not-there', says: /no such file/ },
    'an empty file': { bytes: new Uint8Array(0), outcome: 'half-written', says: /empty/ },
    'an empty file that is given whole': {
      bytes: new Uint8Array(0),
      faults: [{ ignore_range: true }],
      outcome: 'half-written',
      says: /not a zip/,
    },
    'a zip of which the server has only the first part': { bytes: half, outcome: 'half-written', says: /3300 bytes and no end/ },
    'a file over the cap': { bytes: aZip(4200), more: { max_bytes: 4000 }, outcome: 'too-large', says: /at most 4000/ },
    'a server without permission': { faults: [{ status: 403 }], outcome: 'refused', says: /403/ },
    'a server that fails for long': {
      bytes: aZip(500),
      faults: Array.from({ length: 5 }, () => ({ status: 500 })),
      outcome: 'unreachable',
      says: /error of its own/,
    },
    'a server that wants an hour of rest': {
      bytes: aZip(500),
      faults: [{ status: 429, headers: { 'retry-after': '3600' } }],
      outcome: 'unreachable',
      says: /too often/,
    },
    'a line that is cut again and again': {
      bytes: aZip(500),
      faults: Array.from({ length: 6 }, () => ({ cut: 0 })),
      outcome: 'half-written',
      says: /cut|ended after/,
    },
    'a redirect to another host': {
      faults: [{ redirect: 'https://example.com/x.zip' }],
      outcome: 'refused',
      says: /not one that this collector asks/,
    },
    'a part that does not say which': {
      faults: [{ status: 206, headers: { etag: '"v1"' }, body: 'PK' }],
      outcome: 'half-written',
      says: /without saying which/,
    },
    'a cut where nothing marks the version': { bytes: aZip(500), faults: [{}, { cut: 100 }], outcome: 'changed', says: /no mark/ },
  };
  it.each(Object.entries(table))('%s', async (name, row) => {
    const server = await aServer();
    const marks = name.includes('nothing marks') ? {} : MARKS;
    if (row.bytes)
      server.putFile(FILE, row.bytes, { ...marks, ...(row.content_type === undefined ? {} : { content_type: row.content_type }) });
    server.next(...(row.faults ?? []));
    const { last } = await download(server, row.more);
    expect(last.outcome).toBe(row.outcome);
    expect('message' in last ? last.message : '').toMatch(row.says);
    expect(JSON.stringify(last)).not.toMatch(/https?:\/\//);
  });

  it('a file that is replaced between two steps is not mixed with its successor', async () => {
    const server = await aServer();
    server.putFile(FILE, aZip(4200), MARKS);
    const { last, steps } = await download(server, {}, (step) => {
      if (step === 2) server.putFile(FILE, aZip(4200, 7), { ...MARKS, etag: '"v2"' });
    });
    expect(last.outcome).toBe('changed');
    expect(steps).toBe(3);
  });

  it('a file that is replaced while its only part is on its way is not mixed with its successor', async () => {
    const server = await aServer();
    const zip = aZip(600);
    server.putFile(FILE, zip, MARKS);
    server.next({ cut: 300 });
    const replace = async (): Promise<void> => server.putFile(FILE, aZip(600, 7), { ...MARKS, etag: '"v2"' });
    const { last, bytes } = await download(server, { wait: replace });
    expect(last.outcome).toBe('changed');
    expect(bytes).toHaveLength(0);
  });

  it('a file that is taken away between two steps has changed', async () => {
    const server = await aServer();
    server.putFile(FILE, aZip(4200), MARKS);
    const { last } = await download(server, {}, () => server.next({ status: 404 }));
    expect(last).toMatchObject({ outcome: 'changed', message: expect.stringContaining('404') });
  });

  it('a server that forgets ranges half way gives the rest all the same', async () => {
    const server = await aServer();
    const zip = aZip(4200);
    server.putFile(FILE, zip, MARKS);
    const { bytes, steps, last } = await download(server, {}, (step) => step === 2 && server.always({ ignore_range: true }));
    expect(last.outcome).toBe('whole');
    expect(steps).toBe(3);
    expect(bytes).toEqual(zip);
  });

  it('a server that goes silent ends at the time limit', async () => {
    const server = await aServer();
    server.putFile(FILE, aZip(500), MARKS);
    server.always({ stall: true });
    expect((await download(server, { timeout_ms: 50 })).last.outcome).toBe('unreachable');
  });

  it('what the house’s own store throws is not taken for the server’s', async () => {
    const server = await aServer();
    server.putFile(FILE, aZip(500), MARKS);
    const work = download(server, { part: () => Promise.reject(new Error('the bucket is away')) });
    await expect(work).rejects.toThrow('the bucket is away');
  });
});

describe('what an answer says of its file', () => {
  it.each([
    ['bytes 0-9/100', { size: 100, from: 0 }],
    ['bytes 90-99/100', { size: 100, from: 90 }],
  ])('content-range %s', (range, expected) => {
    const answer = fileAnswer(206, new Headers({ 'content-range': range }));
    expect({ size: answer.version.size, from: answer.from }).toEqual(expected);
  });

  it.each(['bytes 0-9/*', 'items 0-9/100', ''])('content-range “%s” is refused', (range) => {
    expect(() => fileAnswer(206, new Headers({ 'content-range': range }))).toThrow('without saying which');
  });

  it('a length that counts packed bytes is no length of the file', () => {
    expect(fileAnswer(200, new Headers({ 'content-length': '10', 'content-encoding': 'gzip' })).version.size).toBeNull();
  });

  it.each([
    [{ etag: '"a"', last_modified: 'x' }, '"a"'],
    [{ etag: 'W/"a"', last_modified: 'x' }, 'x'],
    [{ etag: null, last_modified: null }, null],
  ])('%o is marked by %s', (version, mark) => {
    expect(rangeMark(version)).toBe(mark);
  });

  it('a zip ends like one, with a comment too, and no shorter beginning of it does', () => {
    const zip = aZip(40);
    expect(endsLikeZip(zip)).toBe(true);
    const commented = joined([zip.slice(0, -2), Uint8Array.of(5, 0), new TextEncoder().encode('hello')]);
    expect(endsLikeZip(commented)).toBe(true);
    for (let end = 0; end < zip.length; end++) expect(endsLikeZip(zip.slice(0, end))).toBe(false);
    expect(notAZip(zip, null)).toBeNull();
  });
});
