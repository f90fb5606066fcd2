/** The Worker killed again and again in the middle of an import: the database ends as if nothing had happened, row for row. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript without types: it runs before anything is installed
import { serve } from '../../src/cli/site.mjs';
import { snapchatCsv } from '../cli/snapchat-rows.ts';
import { freePort } from '../support/running-site.ts';

const ROWS = 50_000;
const KILLS = 25;
const SLICE_BYTES = '98304';
/** Everything that an import decides; run and log hold instants and random ids. */
const TABLES = ['ad', 'observation', 'sighting', 'revision', 'account', 'account_total', 'usage_day', 'problem', 'tally', 'source_file'];

interface Site {
  readonly server: string;
  readonly token: string;
  readonly child: { readonly pid: number; readonly exitCode: number | null };
  readonly stop: () => Promise<void>;
}

const homes: string[] = [];
const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'candour-killed-'));
  homes.push(home);
  return home;
};
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

const start = async (home: string, migrate: boolean): Promise<Site> =>
  serve({ port: await freePort(), world: 'real', home, migrate, vars: { SLICE_BYTES } });

const post = async (site: Site, path: string, body: string): Promise<Record<string, unknown>> => {
  const headers = { authorization: `Bearer ${site.token}` };
  const response = await fetch(`${site.server}${path}`, { method: 'POST', body, headers });
  return (await response.json()) as Record<string, unknown>;
};

const stateOf = async (site: Site, run: string): Promise<Record<string, unknown>> =>
  (await (await fetch(`${site.server}/api/v1/runs/${run}`)).json()) as Record<string, unknown>;

async function untilDone(site: Site, run: string): Promise<Record<string, unknown>> {
  for (;;) {
    const state = await stateOf(site, run);
    if (state.status === 'done' || state.status === 'failed') return state;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Every row of every table that counts, without the moments at which things were done. */
function contents(home: string): Record<string, string[]> {
  const folder = join(home, 'real', 'v3', 'd1', 'miniflare-D1DatabaseObject');
  const name = readdirSync(folder).find((file) => file.endsWith('.sqlite') && file !== 'metadata.sqlite');
  // The last process of a site may hold the file for a moment after it was stopped.
  const db = new DatabaseSync(join(folder, name ?? ''), { timeout: 20_000 });
  const all = TABLES.map((table) => {
    const rows = db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    const kept = rows.map((row) => JSON.stringify({ ...row, run_id: undefined, received_at: undefined, applied_at: undefined }));
    return [table, kept.sort()] as const;
  });
  const integrity = db.prepare('PRAGMA integrity_check').all();
  db.close();
  expect(integrity).toEqual([{ integrity_check: 'ok' }]);
  return Object.fromEntries(all);
}

describe('a Worker that is killed', () => {
  it(`${KILLS} times during an import of ${ROWS} rows ends with the very same database`, { timeout: 420_000 }, async () => {
    const text = snapchatCsv(
      Array.from({ length: ROWS }, (_, i) => ({
        Spend: String(i % 900),
        'Postal Codes (Included)': i % 7 === 0 ? 'zz1,zz2 3' : '',
        PayingAdvertiserName: `Payer ${i % 41}`,
      })),
    );
    const path = '/api/v1/imports?as_of=2026-01-01&name=many.csv';
    const undisturbed = newHome();
    const quiet = await start(undisturbed, true);
    const expectedRun = await untilDone(quiet, String((await post(quiet, path, text)).id));
    await quiet.stop();

    const home = newHome();
    let site = await start(home, true);
    const run = String((await post(site, path, text)).id);
    let seed = 20_200_911;
    let kills = 0;
    while (kills < KILLS) {
      seed = (seed * 48_271) % 2_147_483_647;
      await new Promise((done) => setTimeout(done, 20 + (seed % 180)));
      if ((await stateOf(site, run).catch(() => ({ status: 'running' }))).status === 'done') break;
      process.kill(-site.child.pid, 'SIGKILL');
      kills += 1;
      site = await start(home, false);
      await post(site, '/api/v1/imports/resume', '{}');
    }
    const finished = await untilDone(site, run);
    await site.stop();
    expect(kills, 'the import was over before it had been killed often enough').toBe(KILLS);
    const counts = ({ status, rows, accepted, refused, ads, observations, problem_count }: Record<string, unknown>) => {
      return { status, rows, accepted, refused, ads, observations, problem_count };
    };
    expect(counts(finished)).toEqual(counts(expectedRun));
    expect(finished).toMatchObject({ status: 'done', rows: ROWS, refused: 0 });
    const [left, right] = [contents(home), contents(undisturbed)];
    for (const table of TABLES) expect(left[table] ?? [], table).toEqual(right[table]);
  });
});
