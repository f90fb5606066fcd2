/** Imports inside workerd: every row accounted for, exactly once, whatever fails and however often a message comes. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { doJob } from '../../src/jobs/queue.ts';
import sample from '../sources/ad-libraries/snapchat/sample-34.csv?raw';
import { dump, emptyDatabase, type TestSite, testSite } from '../support/site.ts';

const DERIVED = ['ad', 'observation', 'account', 'usage_day', 'account_total', 'problem', 'sighting', 'revision', 'tally'];

/** A file of many rows in the true format: the sample's rows with ids of their own. */
function manyRows(count: number): string {
  const [header = '', first = ''] = sample.split(/\r?\n/);
  const rest = first.slice(64);
  return `${header}\n${Array.from({ length: count }, (_, i) => `${i.toString(16).padStart(64, '0')}${rest}\n`).join('')}`;
}

async function importText(site: TestSite, text: string, query = 'as_of=2020-02-15&name=file.csv') {
  const response = await site.post(`/api/v1/imports?${query}`, text);
  return {
    status: response.status,
    run: (await response.json()) as { id: string; source_file: string; unchanged: boolean; [key: string]: unknown },
  };
}

async function everything(): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    DERIVED.map(async (name) => [name, (await dump(name)).map((row) => row.replace(/"run_id":"[^"]*"/, '"run_id":"…"'))]),
  );
  return Object.fromEntries(tables);
}

beforeEach(emptyDatabase);

describe('an import', () => {
  it('accounts for every row of the sample', async () => {
    const site = await testSite();
    const { status, run } = await importText(site, sample);
    expect(status).toBe(202);
    await site.drain();
    const done = await site.json<{ status: string; rows: number; accepted: number; refused: number }>(`/api/v1/runs/${run.id}`);
    expect(done.status).toBe('done');
    expect(done.rows).toBeGreaterThan(10);
    expect(done.rows).toBe(done.accepted + done.refused);
  });

  it('reads many rows in several slices and counts each once', async () => {
    const site = await testSite();
    const { run } = await importText(site, manyRows(1_500));
    await site.drain();
    const done = await site.json<{ rows: number; ads: number }>(`/api/v1/runs/${run.id}`);
    expect(done).toMatchObject({ rows: 1_500, ads: 1_500, status: 'done' });
    const { results } = await env.DB.prepare('SELECT count(*) AS n FROM run_slice').all<{ n: number }>();
    expect(results[0]?.n).toBeGreaterThan(1);
  });

  it('changes nothing when every message comes twice', async () => {
    const once = await testSite();
    await importText(once, manyRows(1_500));
    await once.drain();
    const expected = await everything();
    await emptyDatabase();
    const twice = await testSite();
    await importText(twice, manyRows(1_500));
    await twice.drain(2);
    expect(await everything()).toEqual(expected);
  });

  it('that can never be read gives up by itself, and keeps no other back', async () => {
    const site = await testSite();
    const broken = await importText(site, manyRows(20), 'as_of=2020-02-15&name=broken.csv');
    const whole = await importText(site, sample, 'as_of=2020-02-16&name=whole.csv');
    await env.BYTES.delete(`sha256/${broken.run.source_file}`);
    for (let message = site.messages.pop(); message; message = site.messages.pop()) await doJob(site.tools, message, 8);
    expect(await site.json(`/api/v1/runs/${broken.run.id}`)).toMatchObject({ status: 'failed', error: expect.stringMatching(/8 tries/) });
    expect(await site.json(`/api/v1/runs/${whole.run.id}`)).toMatchObject({ status: 'done' });
  });

  it('changes nothing when messages of several files come twice each and in any order', { timeout: 60_000 }, async () => {
    const files = [manyRows(300), manyRows(900).split('\n').toSpliced(1, 500).join('\n'), sample];
    const post = async (site: TestSite) => {
      for (const [i, text] of files.entries()) await importText(site, text, `as_of=2020-02-1${i}&name=${i}.csv`);
    };
    const inOrder = await testSite();
    await post(inOrder);
    await inOrder.drain();
    const expected = await everything();
    for (let seed = 1; seed <= 5; seed++) {
      await emptyDatabase();
      const site = await testSite();
      await post(site);
      let state = seed;
      while (site.messages.length > 0) {
        state = (state * 48_271) % 2_147_483_647;
        const [message] = site.messages.splice(state % site.messages.length, 1);
        if (message === undefined) continue;
        await doJob(site.tools, message, 1);
        await doJob(site.tools, message, 2);
      }
      expect(await everything(), `seed ${seed}`).toEqual(expected);
      const { results } = await env.DB.prepare('SELECT status, rows, accepted, refused FROM run ORDER BY created_at, rows').all();
      expect(results.map(({ status, rows, accepted, refused }) => [status, rows === Number(accepted) + Number(refused)])).toEqual([
        ['done', true],
        ['done', true],
        ['done', true],
      ]);
    }
  });

  it('ends the same when any one call to the database fails once', { timeout: 120_000 }, async () => {
    const text = manyRows(400);
    const undisturbed = await testSite();
    await importText(undisturbed, text);
    await undisturbed.drain();
    const expected = await everything();
    for (let failing = 1; failing <= 24; failing++) {
      await emptyDatabase();
      let calls = 0;
      let armed = false;
      const fault = () => {
        if (!armed) return;
        calls += 1;
        if (calls === failing) throw new Error('the isolate went away');
      };
      const site = await testSite({ db: { fault } });
      const { run } = await importText(site, text);
      armed = true;
      for (let tries = 0; tries < 5 && site.messages.length > 0; tries++) {
        const waiting = [...site.messages];
        try {
          await site.drain();
        } catch {
          // The queue brings the message again.
          site.messages.splice(0, site.messages.length, ...(waiting.length > 0 ? waiting.slice(0, 1) : []));
        }
      }
      armed = false;
      expect(await everything(), `call ${failing}`).toEqual(expected);
      expect(await site.json(`/api/v1/runs/${run.id}`), `call ${failing}`).toMatchObject({
        status: 'done',
        rows: 400,
        accepted: 400,
        refused: 0,
      });
    }
  });

  it('is one source file when the same bytes come twice, and a second run that says so', async () => {
    const site = await testSite();
    const first = await importText(site, sample);
    await site.drain();
    const before = await everything();
    const second = await importText(site, sample, 'as_of=2020-03-01&name=other-name.csv');
    await site.drain();
    expect(second.status).toBe(200);
    expect(second.run).toMatchObject({ unchanged: true, status: 'done', source_file: first.run.source_file });
    expect(second.run.id).not.toBe(first.run.id);
    expect(second.run.rows).toBe((await site.json<{ rows: number }>(`/api/v1/runs/${first.run.id}`)).rows);
    expect(await everything()).toEqual(before);
    expect(await dump('source_file')).toHaveLength(1);
  });

  it('keeps no billing address anywhere: not in R2, not in the database, not in an answer', async () => {
    const [header = '', row = ''] = sample.split(/\r?\n/);
    const at = header.split(',').indexOf('BillingAddress');
    const cells = row.split(',');
    cells.splice(at, 1, '"Flat 3, 12 Secret Street, Privatetown"');
    const site = await testSite();
    const { run } = await importText(site, `${header}\n${cells.join(',')}\n`);
    await site.drain();
    const stored = await env.BYTES.get(`sha256/${run.source_file}`);
    expect(await stored?.text()).not.toContain('Secret Street');
    for (const table of [...DERIVED, 'run', 'source_file', 'log']) expect((await dump(table)).join(), table).not.toContain('Secret Street');
  });
});

describe('bad input', () => {
  const header = sample.split(/\r?\n/)[0] ?? '';
  const cases: Record<string, { body: string | Uint8Array; status: number; says: RegExp }> = {
    'a file of no bytes': { body: '', status: 422, says: /empty|no bytes/i },
    'a blank file': { body: '\n', status: 422, says: /blank|empty/i },
    'a web page': { body: '<!doctype html><title>404</title>', status: 422, says: /HTML|web page/i },
    'JSON of another thing': { body: '{"weather": "fine"}', status: 422, says: /JSON/i },
    'a CSV of another library': {
      body: 'Party,Custom audiences,Share\nX,2,1\n',
      status: 422,
      says: /Party/,
    },
    'a CSV nobody knows': { body: 'a,b,c\n1,2,3\n', status: 422, says: /a, ?b, ?c|not an ad library/i },
    'a zip': { body: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), status: 422, says: /zip/i },
    'UTF-16': { body: Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x44, 0), status: 422, says: /UTF-16/i },
    'a file with an access token': {
      body: `${header}\n${'0'.repeat(64)},https://x.example/?access_token=abc${','.repeat(32)}\n`,
      status: 422,
      says: /access token/i,
    },
  };
  it.each(Object.entries(cases))('refuses %s with one clear sentence and stores nothing', async (_name, { body, status, says }) => {
    const site = await testSite();
    const response = await site.post('/api/v1/imports?as_of=2020-02-15&name=file.csv', body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as { title: string; detail: string };
    expect(`${problem.title}. ${problem.detail}`).toMatch(says);
    expect(await dump('source_file')).toEqual([]);
    expect(await dump('run')).toEqual([]);
    expect((await env.BYTES.list()).objects.filter((object) => object.key.startsWith('incoming/'))).toEqual([]);
  });

  it.each([
    ['no as-of day', '?name=x.csv', 400, /as_of/],
    ['an impossible day', '?as_of=2026-02-30', 400, /2026-02-30/],
    ['a day in the future', '?as_of=2027-01-01', 400, /future/],
    ['the wrong library named', '?as_of=2020-02-15&library=google', 422, /google/],
    ['a library that nobody knows', '?as_of=2020-02-15&library=myspace', 400, /myspace/],
    ['an impossible window', '?as_of=2020-02-15&window=14', 400, /14/],
  ])('refuses an import with %s', async (_name, query, status, says) => {
    const site = await testSite();
    const response = await site.post(`/api/v1/imports${query}`, sample);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(says);
  });

  it('counts a quote that is never closed as one refused row and keeps the rows before it', async () => {
    const rows = manyRows(3);
    const site = await testSite();
    const { run } = await importText(site, `${rows}${'f'.repeat(64)},"never closed,1,2\n3,4\n`);
    await site.drain();
    const done = await site.json<{ problems: { code: string; row: number; refused: boolean }[] }>(`/api/v1/runs/${run.id}`);
    expect(done).toMatchObject({ status: 'done', rows: 4, accepted: 3, refused: 1 });
    expect(done.problems.filter((problem) => problem.refused)).toMatchObject([{ code: 'unclosed-quote', row: 4 }]);
    expect(await dump('ad')).toHaveLength(3);
  });

  it('tells what is wrong with a file from what whole files of the library always hold', async () => {
    const ordinary = await testSite();
    const plain = await importText(ordinary, manyRows(2));
    await ordinary.drain();
    expect(await ordinary.json(`/api/v1/runs/${plain.run.id}`)).toMatchObject({ fault_count: 0 });
    const text = manyRows(1).replace(/\d{4}\/\d{2}\/\d{2} /, '2019/13/45 ');
    const { run } = await importText(ordinary, text, 'as_of=2020-02-15&name=dates.csv');
    await ordinary.drain();
    expect(await ordinary.json(`/api/v1/runs/${run.id}`)).toMatchObject({
      accepted: 1,
      fault_count: 1,
      problems: [{ code: 'bad-date', field: 'StartDate', row: 1 }],
    });
  });

  it('refuses to write without a token, with a wrong one, and where none is set', async () => {
    const site = await testSite();
    expect((await site.ask('/api/v1/imports?as_of=2020-02-15', { method: 'POST', body: sample })).status).toBe(401);
    expect((await site.post('/api/v1/imports?as_of=2020-02-15', sample, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect(await dump('source_file')).toEqual([]);
  });
});
