import { describe, expect, it } from 'vitest';
import { beginRound, COLLECTORS, type CollectState, collect, giveUp, settingsProblems } from '../../../src/jobs/collect/index.ts';
import type { CollectEnv } from '../../../src/jobs/collect/settings.ts';
import {
  aHouse,
  aServer,
  type Fault,
  fetcher,
  type House,
  idsOf,
  inventedAds,
  joined,
  type LibraryServer,
  textOf,
  zipOf,
} from './server.ts';

const GOOGLE = '/political-csv/google-political-ads-transparency-bundle.zip';
const snapchat = (year: string): string => `/ad-manager-political-ads-dump/political/${year}/PoliticalAds.zip`;
const MARKS = { etag: '"v1"', last_modified: 'Tue, 10 Nov 2026 08:00:00 GMT' };
const CSV = 'ADID,CreativeUrl,Spend\nad-1,https://www.snap.com/invented,12\n';

function envFor(server: LibraryServer, env: CollectEnv): CollectEnv {
  return { COLLECT_ORIGIN_META: server.origin, COLLECT_ORIGIN_STORAGE: server.origin, META_TOKEN: server.token, ...env };
}

/** Runs every message of a round to its end, each state through JSON as the queue does; answers the pauses. */
async function round(house: House, env: CollectEnv, pages: readonly string[] = [], most = 100): Promise<number[]> {
  const pauses: number[] = [];
  const queue: CollectState[] = [...beginRound(env, pages)];
  for (let done = 0; done < most; done++) {
    const state = queue.shift();
    if (!state) return pauses;
    const { next, delay_seconds } = await collect(house.tools, env, JSON.parse(JSON.stringify(state)) as CollectState);
    if (delay_seconds > 0) pauses.push(delay_seconds);
    if (next) queue.unshift(next);
  }
  throw new Error('The round has no end');
}

const outcomes = (house: House): string[] => house.attempts.map(({ kind, key, attempt }) => `${kind} ${key}: ${attempt.outcome}`);

describe('settings', () => {
  it('nothing is collected until something is configured', () => {
    expect(beginRound({}, ['7001'])).toEqual([]);
    expect(settingsProblems({})).toEqual([]);
    expect(COLLECTORS.map((collector) => collector.id)).toEqual(['google', 'meta-api', 'snapchat']);
  });

  const table: Record<string, { env: CollectEnv; begins: string[]; says?: RegExp }> = {
    'the bundle is collected when it is on': { env: { COLLECT_GOOGLE: 'on' }, begins: ['google bundle'] },
    'off is off': { env: { COLLECT_GOOGLE: 'off' }, begins: [] },
    'any other word is asked about': { env: { COLLECT_GOOGLE: 'yes' }, begins: [], says: /COLLECT_GOOGLE is “yes”/ },
    'each year of Snapchat is a file, once': {
      env: { COLLECT_SNAPCHAT_YEARS: '2025, 2026,2025,' },
      begins: ['snapchat 2025', 'snapchat 2026'],
    },
    'a year before the library is asked about': { env: { COLLECT_SNAPCHAT_YEARS: '2026,1997' }, begins: [], says: /“1997”/ },
    'a year that climbs out of its folder is asked about': { env: { COLLECT_SNAPCHAT_YEARS: '../2026' }, begins: [], says: /“\.\.\/2026”/ },
    'Meta needs a country and a token': { env: { COLLECT_META_COUNTRY: 'GB', META_TOKEN: 'EAAInvented' }, begins: ['meta-api GB'] },
    'a country without a token is asked about': { env: { COLLECT_META_COUNTRY: 'GB' }, begins: [], says: /wrangler secret put META_TOKEN/ },
    'a token without a country is asked about': { env: { META_TOKEN: 'EAAInvented' }, begins: [], says: /COLLECT_META_COUNTRY is not/ },
    'a country in words is asked about': {
      env: { COLLECT_META_COUNTRY: 'Britain', META_TOKEN: 'EAAInvented' },
      begins: [],
      says: /“Britain”/,
    },
    'no far server stands in for a library': {
      env: { COLLECT_GOOGLE: 'on', COLLECT_ORIGIN_STORAGE: 'https://mirror.example.com' },
      begins: [],
      says: /for tests only/,
    },
  };
  it.each(Object.entries(table))('%s', (_name, row) => {
    expect(beginRound(row.env, ['7001']).map((state) => `${state.kind} ${state.key}`)).toEqual(row.begins);
    const problems = settingsProblems(row.env).map((problem) => problem.message);
    if (row.says) expect(problems.join(' ')).toMatch(row.says);
    else expect(problems).toEqual([]);
    expect(problems.join(' ')).not.toContain('EAAInvented');
  });

  it('the real servers are asked over https, and only they', () => {
    const env = { COLLECT_GOOGLE: 'on', COLLECT_META_COUNTRY: 'GB', META_TOKEN: 'EAAInvented', COLLECT_SNAPCHAT_YEARS: '2026' };
    const servers = COLLECTORS.map((collector) => collector.configured(env)).map((one) => (one.on ? one.server : null));
    expect(servers).toEqual([
      { origin: 'https://storage.googleapis.com', hosts: ['storage.googleapis.com'], loopback: false },
      { origin: 'https://graph.facebook.com', hosts: ['graph.facebook.com'], loopback: false },
      { origin: 'https://storage.googleapis.com', hosts: ['storage.googleapis.com'], loopback: false },
    ]);
  });
});

describe('published files', () => {
  it('the bundle and the years are taken in whole, a part a message, and on record', async () => {
    const server = await aServer();
    const house = aHouse({ part_bytes: 100 });
    const bundle = zipOf({ name: 'google-political-ads-updated.csv', bytes: 'Report_Data_Updated_Date\n2026-11-19\n' });
    const year = zipOf({ name: 'readme.txt', bytes: 'Invented.' }, { name: 'PoliticalAds.csv', bytes: CSV });
    server.putFile(GOOGLE, bundle, { ...MARKS, etag: '"g1"' });
    server.putFile(snapchat('2026'), year, MARKS);
    await round(house, envFor(server, { META_TOKEN: '', COLLECT_GOOGLE: 'on', COLLECT_SNAPCHAT_YEARS: '2026' }));
    expect(house.files.map((file) => file.facts)).toEqual([
      { name: 'google-political-ads-transparency-bundle.zip', library: 'google', as_of: '2026-11-10', country: null, bytes: bundle.length },
      { name: 'snapchat-2026-PoliticalAds.zip', library: 'snapchat', as_of: '2026-11-10', country: null, bytes: year.length },
    ]);
    expect(house.files.map((file) => file.bytes)).toEqual([bundle, year]);
    expect(house.files[1]?.sizes.slice(0, -1).every((size) => size === 100)).toBe(true);
    expect(house.attempts.map((one) => one.attempt)).toEqual([
      {
        etag: '"g1"',
        last_modified: MARKS.last_modified,
        at: '2026-11-20T03:15:00.000Z',
        outcome: 'collected',
        message: expect.stringContaining('2026-11-10'),
      },
      { ...MARKS, at: '2026-11-20T03:15:00.000Z', outcome: 'collected', message: expect.stringContaining('2026-11-10') },
    ]);
    expect(house.open()).toBe(0);
  });

  it('a second round takes nothing of what has not changed, and keeps the marks', async () => {
    const server = await aServer();
    const house = aHouse();
    const env = envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' });
    server.putFile(snapchat('2026'), zipOf({ name: 'PoliticalAds.csv', bytes: CSV }), MARKS);
    await round(house, env);
    await round(house, env);
    await round(house, env);
    expect(outcomes(house)).toEqual(['snapchat 2026: collected', 'snapchat 2026: unchanged', 'snapchat 2026: unchanged']);
    expect(house.files).toHaveLength(1);
    expect(house.attempts.at(-1)?.attempt).toMatchObject(MARKS);
    server.putFile(snapchat('2026'), zipOf({ name: 'PoliticalAds.csv', bytes: `${CSV}ad-2,,1\n` }), { ...MARKS, etag: '"v2"' });
    await round(house, env);
    expect(outcomes(house).at(-1)).toBe('snapchat 2026: collected');
    expect(house.files).toHaveLength(2);
  });

  it('a header that changed inside the zip is handed on as it is: the library’s reader tells', async () => {
    const server = await aServer();
    const house = aHouse();
    const zip = zipOf({ name: 'PoliticalAds.csv', bytes: CSV.replace('Spend', 'Outlay') });
    server.putFile(snapchat('2026'), zip, MARKS);
    await round(house, envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' }));
    expect(house.files[0]?.bytes).toEqual(zip);
  });

  it('what the intake refuses is on record with its sentence, and is fetched again at the next round', async () => {
    const server = await aServer();
    const house = aHouse({ refuse: 'PoliticalAds.csv has no header of a library.' });
    const env = envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' });
    server.putFile(snapchat('2026'), zipOf({ name: 'PoliticalAds.csv', bytes: 'a,b\n' }), MARKS);
    await round(house, env);
    await round(house, env);
    expect(outcomes(house)).toEqual(['snapchat 2026: refused', 'snapchat 2026: refused']);
    expect(house.attempts[0]?.attempt).toMatchObject({ etag: null, message: 'PoliticalAds.csv has no header of a library.' });
    expect(house.open()).toBe(0);
  });

  const half = zipOf({ name: 'PoliticalAds.csv', bytes: CSV }).slice(0, 90);
  const failing: Record<string, { bytes?: Uint8Array; faults?: Fault[]; outcomes: string[]; pauses: number[]; says: RegExp }> = {
    'a year without a file yet': { outcomes: ['not-there'], pauses: [], says: /^Snapchat has no file for 2026 yet\.$/ },
    'a web page': { bytes: new TextEncoder().encode('<html>'), outcomes: ['not-a-zip'], pauses: [], says: /web page/ },
    'a zip that stays half-written': {
      bytes: half,
      outcomes: ['half-written', 'half-written', 'half-written', 'half-written'],
      pauses: [900, 900, 900],
      says: /half-written\. It is tried again at the next round\.$/,
    },
    'a server that fails all day': {
      faults: Array.from({ length: 20 }, () => ({ status: 500 })),
      outcomes: ['unreachable', 'unreachable', 'unreachable', 'unreachable'],
      pauses: [900, 900, 900],
      says: /error of its own \(500\)\. It is tried again at the next round\.$/,
    },
    'a redirect to another host': {
      faults: [{ redirect: 'https://example.com/' }],
      outcomes: ['refused'],
      pauses: [],
      says: /example\.com/,
    },
  };
  it.each(Object.entries(failing))('%s is on record, each time it was tried, and nothing is kept of it', async (_name, row) => {
    const server = await aServer();
    const house = aHouse({ part_bytes: 40 });
    if (row.bytes) server.putFile(snapchat('2026'), row.bytes, MARKS);
    server.next(...(row.faults ?? []));
    const pauses = await round(house, envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' }));
    expect(house.attempts.map((one) => one.attempt.outcome)).toEqual(row.outcomes);
    expect(house.attempts.at(-1)?.attempt.message).toMatch(row.says);
    expect(house.attempts.every((one) => one.attempt.etag === null)).toBe(true);
    expect(pauses).toEqual(row.pauses);
    expect(house.files).toEqual([]);
    expect(house.open()).toBe(0);
  });

  it('a half-written zip that is whole a quarter of an hour later is taken in', async () => {
    const server = await aServer();
    const house = aHouse({ part_bytes: 40 });
    const env = envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' });
    const zip = zipOf({ name: 'PoliticalAds.csv', bytes: CSV });
    server.putFile(snapchat('2026'), zip.slice(0, 90), MARKS);
    let state: CollectState | null = beginRound(env, [])[0] ?? null;
    while (state) {
      const { next, delay_seconds } = await collect(house.tools, env, state);
      if (delay_seconds > 0) server.putFile(snapchat('2026'), zip, { ...MARKS, etag: '"v2"' });
      state = next;
    }
    expect(outcomes(house)).toEqual(['snapchat 2026: half-written', 'snapchat 2026: collected']);
    expect(house.attempts[0]?.attempt.message).toMatch(/tried again in 15 minutes\.$/);
    expect(house.files[0]?.bytes).toEqual(zip);
  });

  it('every message may come twice: one file, one record', async () => {
    const server = await aServer();
    const house = aHouse({ part_bytes: 40 });
    const env = envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' });
    const zip = zipOf({ name: 'PoliticalAds.csv', bytes: CSV });
    server.putFile(snapchat('2026'), zip, MARKS);
    let state: CollectState | null = beginRound(env, [])[0] ?? null;
    while (state) {
      const { next } = await collect(house.tools, env, state);
      const twice = await collect(house.tools, env, state);
      state = next ?? twice.next;
    }
    expect(house.files.map((file) => file.bytes)).toEqual([zip]);
    expect(outcomes(house)).toEqual(['snapchat 2026: collected']);
  });
});

describe('the Meta API', () => {
  const all = { COLLECT_META_COUNTRY: 'GB' };

  it('ads of all pages come as source files of NDJSON, a file a message, without the token', async () => {
    const server = await aServer();
    const house = aHouse({ meta_calls: 2 });
    server.putAds('7001', inventedAds('7001', 700));
    server.putAds('7002', inventedAds('7002', 100));
    await round(house, envFor(server, all), ['7002', '7001', '7002']);
    expect(house.files.map((file) => file.facts)).toEqual(
      [1, 2].map((n) => ({
        name: `meta-api-GB-2026-11-20-000${n}.ndjson`,
        library: 'meta-api',
        as_of: '2026-11-20',
        country: 'GB',
        bytes: house.files[n - 1]?.bytes.length,
      })),
    );
    expect(idsOf(joined(house.files.map((file) => file.bytes)))).toHaveLength(800);
    expect(house.attempts.map((one) => one.attempt.message)).toEqual(['800 ads of 2 pages were taken in, in 4 calls.']);
    expect(JSON.stringify([house.attempts, house.files.map((file) => textOf(file.bytes))])).not.toMatch(/EAA|access_token/);
  });

  it('no message carries the token', async () => {
    const server = await aServer();
    const env = envFor(server, all);
    const house = aHouse({ meta_calls: 1 });
    server.putAds('7001', inventedAds('7001', 700));
    const first = beginRound(env, ['7001'])[0];
    if (!first) throw new Error('nothing begins');
    const { next } = await collect(house.tools, env, first);
    expect(next).not.toBeNull();
    expect(JSON.stringify([first, next])).not.toContain('EAA');
  });

  it('the first round asks for everything, the next for the last quarter, and other pages for everything again', async () => {
    const server = await aServer();
    server.putAds('7001', inventedAds('7001', 10));
    const house = aHouse();
    const env = envFor(server, all);
    await round(house, env, ['7001']);
    await round(house, env, ['7001']);
    await round(house, env, ['7001', '7002']);
    expect(server.requests.map((request) => [request.query.ad_delivery_date_min, request.query.ad_delivery_date_max])).toEqual([
      [undefined, '2026-11-20'],
      ['2026-08-22', '2026-11-20'],
      [undefined, '2026-11-20'],
    ]);
  });

  it('a pause is handed to the queue, and the rest comes after it', async () => {
    const server = await aServer();
    const house = aHouse();
    server.putAds('7001', inventedAds('7001', 500));
    server.next({}, { error: { code: 613, message: 'Calls to this api have exceeded the rate limit.' } }, { usage: 95 });
    expect(await round(house, envFor(server, all), ['7001'])).toEqual([60, 900]);
    expect(house.files.map((file) => idsOf(file.bytes).length)).toEqual([200, 200, 100]);
    expect(outcomes(house)).toEqual(['meta-api GB: collected']);
  });

  it('a token that is spent half way: what came is kept, the sentence is on record, and the next round asks for everything', async () => {
    const server = await aServer();
    const house = aHouse();
    const env = envFor(server, all);
    server.putAds('7001', inventedAds('7001', 500));
    server.next({}, { error: { code: 190, error_subcode: 463, message: 'Session has expired.' } });
    await round(house, env, ['7001']);
    expect(house.files.map((file) => idsOf(file.bytes).length)).toEqual([200]);
    expect(house.attempts[0]?.attempt).toMatchObject({ etag: null, last_modified: null, outcome: 'stopped' });
    expect(house.attempts[0]?.attempt.message).toMatch(/^META_TOKEN is spent .*200 ads of 1 page had come by then\.$/);
    await round(house, env, ['7001']);
    expect(server.requests.at(-1)?.query.ad_delivery_date_min).toBeUndefined();
  });

  it('a register without Meta pages asks for nothing and says so', async () => {
    const server = await aServer();
    const house = aHouse();
    await round(house, envFor(server, all), []);
    expect(server.requests).toEqual([]);
    expect(house.attempts[0]?.attempt.message).toMatch(/names no Meta page/);
  });
});

describe('the end of an attempt', () => {
  it('a collector that is switched off at work takes back what it had, and says so', async () => {
    const server = await aServer();
    const house = aHouse({ part_bytes: 40 });
    const env = envFor(server, { META_TOKEN: '', COLLECT_SNAPCHAT_YEARS: '2026' });
    server.putFile(snapchat('2026'), zipOf({ name: 'PoliticalAds.csv', bytes: CSV }), MARKS);
    const first = beginRound(env, [])[0];
    const { next } = first ? await collect(house.tools, env, first) : { next: null };
    if (!next) throw new Error('one part was the whole');
    expect(house.open()).toBe(1);
    expect(await collect(house.tools, {}, next)).toEqual({ next: null, delay_seconds: 0 });
    expect(house.open()).toBe(0);
    expect(outcomes(house)).toEqual(['snapchat 2026: stopped']);
  });

  it('a message that failed too often is given up on record, with the marks of before', async () => {
    const house = aHouse();
    await house.tools.keep('google', 'bundle', { ...MARKS, at: '2026-11-19T03:15:00.000Z', outcome: 'collected', message: 'x' });
    const state: CollectState = { kind: 'google', key: 'bundle', download: null, upload: null, restarts: 0 };
    await giveUp(house.tools, state, 'refused', 'Given up after 8 tries.');
    expect(house.attempts.at(-1)?.attempt).toMatchObject({ ...MARKS, outcome: 'refused', message: 'Given up after 8 tries.' });
  });

  it('the tests’ own server is a real one', async () => {
    const server = await aServer();
    expect((await fetcher(`${server.origin}/none`, {})).status).toBe(404);
  });
});
