/** Coverage: what is stored of each library, how old it is, whose ads are in it, what was tried and what waits for a person. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Meter } from '../../src/store/db.ts';
import type { CoverageView } from '../../src/web/shapes/coverage.ts';
import { demoFile } from '../support/demo.ts';
import { emptyDatabase, type TestSite, testSite } from '../support/site.ts';
import { adRow, sendCopy } from '../support/snapchat-copies.ts';

let site: TestSite;
const clock = { now: '2025-06-12T12:00:00Z' };
const costs = new Map<string, Meter>();
const ask = () => site.json<CoverageView>('/api/v1/coverage');
const page = async () => (await site.ask('/coverage')).text();

const LANTERN = { OrganizationName: 'The Lantern Party', PayingAdvertiserName: 'The Lantern Party' };
const ads = (count: number, more = {}) =>
  Array.from({ length: count }, (_, i) =>
    adRow(i + 1, { StartDate: `2025/0${1 + (i % 5)}/01 09:00:00Z`, EndDate: `2025/0${1 + (i % 5)}/09 09:00:00Z`, ...more }),
  );

beforeEach(async () => {
  await emptyDatabase();
  clock.now = '2025-06-12T12:00:00Z';
  site = await testSite({ now: clock.now, metered: (path, meter) => costs.set(path, { ...meter }) });
});

async function register(): Promise<void> {
  expect((await site.post('/api/v1/register', demoFile('register.json'))).status).toBe(200);
  await site.drain();
}

describe('coverage', () => {
  it('a library with nothing has no copy, and a site with nothing says so', async () => {
    const { libraries, parties, collections, held, failed } = await ask();
    expect(libraries.map(({ id, newest, stale, covered, file_count }) => ({ id, newest, stale, covered, file_count }))).toEqual(
      ['google', 'meta-api', 'meta-audience', 'meta-report', 'snapchat'].map((id) => ({
        ...{ id, newest: null, stale: false, covered: [], file_count: 0 },
      })),
    );
    expect([parties, collections, held, failed]).toEqual([[], [], [], []]);
    expect(await page()).toContain('No copy of any library is stored yet.');
  });

  it('a copy says its days, what it covers, its rows and how old it is', async () => {
    await sendCopy(site, '2025-05-10', ads(10));
    const [snapchat] = (await ask()).libraries.filter((one) => one.id === 'snapchat');
    expect(snapchat).toMatchObject({
      ...{ newest: '2025-05-10', days_old: 33, stale: true, file_count: 1 },
      claims: { first: '2025-01-01', last: '2025-05-01' },
      covered: [{ first: '2025-01-01', last: '2025-05-10' }],
      files: [
        {
          ...{ as_of: '2025-05-10', state: 'stored', got: 'sent', rows: 10, accepted: 10, refused: 0, ads: 10 },
          covers: { first: '2025-01-01', last: '2025-05-10' },
        },
      ],
    });
    expect(await page()).toContain('the newest copy is 33 days old: stale');
  });

  it.each([
    ['2025-05-29', 14, false],
    ['2025-05-28', 15, true],
  ])('a copy of %s is %i days old, stale: %s', async (day, days_old, stale) => {
    await sendCopy(site, day, ads(5));
    expect((await ask()).libraries.at(-1)).toMatchObject({ days_old, stale });
  });

  it('a party has the days of its confirmed accounts; where none is seen, why is said', async () => {
    await register();
    await sendCopy(site, '2025-05-10', [...ads(5, LANTERN), adRow(90)]);
    const { parties } = await ask();
    const of = (id: string) => Object.fromEntries(parties.find((one) => one.party === id)?.libraries.map((it) => [it.library, it]) ?? []);
    expect(of('lantern-party')).toMatchObject({
      snapchat: { state: 'seen', first: '2025-01-01', last: '2025-05-09' },
      google: { state: 'no-copy' },
    });
    expect(of('orchard-and-loom')).toMatchObject({ snapchat: { state: 'none-seen', first: null, last: null } });
    expect(await page()).toContain('is not “none ran”');
  });

  it('a copy that lost most of what it had waits for a person, with the reason and the way to decide', async () => {
    await sendCopy(site, '2025-05-10', ads(40));
    await sendCopy(site, '2025-06-10', ads(3));
    const { held, libraries } = await ask();
    expect(held).toMatchObject([{ library: 'snapchat', as_of: '2025-06-10', reason: expect.stringMatching(/not in it/) }]);
    expect(libraries.at(-1)).toMatchObject({ newest: '2025-05-10', files: [{ state: 'held', covers: null }, { state: 'stored' }] });
    expect(await page()).toContain(`candour review copy ${held[0]?.run} --confirm --reviewer NAME --reason TEXT`);
  });

  it('shows the last attempts to fetch, newest first', async () => {
    const insert = `INSERT INTO collection (collector, key, attempted_at, succeeded_at, outcome, message) VALUES (?, ?, ?, ?, ?, ?)`;
    await env.DB.batch([
      env.DB.prepare(insert).bind('snapchat', '2025', '2025-06-10T03:00:00Z', '2025-06-10T03:00:00Z', 'unchanged', 'Nothing new.'),
      env.DB.prepare(insert).bind('google', 'bundle', '2025-06-11T03:00:00Z', null, 'unreachable', 'The server did not answer.'),
    ]);
    expect((await ask()).collections.map(({ collector, outcome }) => [collector, outcome])).toEqual([
      ['google', 'unreachable'],
      ['snapchat', 'unchanged'],
    ]);
    expect(await page()).toMatch(/not reached; it is tried again.*The server did not answer\./s);
  });

  it('is never answered from what was kept: a copy grows older while nothing changes', async () => {
    for (const path of ['/coverage', '/api/v1/coverage']) {
      const response = await site.ask(path);
      await response.text();
      expect(response.headers.get('etag'), path).toBeNull();
      expect(response.headers.get('cache-control'), path).toBe('no-store');
    }
  });

  it('costs the same however many ads the copies have', async () => {
    await register();
    const cost = async () => {
      await ask();
      return costs.get('/api/v1/coverage')?.rows_read;
    };
    await sendCopy(site, '2025-05-10', ads(10, LANTERN));
    const few = await cost();
    await emptyDatabase();
    await register();
    await sendCopy(site, '2025-05-10', ads(300, LANTERN));
    expect(await cost()).toBe(few);
  });
});
