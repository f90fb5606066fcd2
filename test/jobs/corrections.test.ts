/** What happens when somebody was wrong: a library corrects a payer, a register takes an account back, a declaration reaches back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { askAgain } from '../../src/jobs/daily.ts';
import sample from '../sources/ad-libraries/snapchat/sample-34.csv?raw';
import { demoFile } from '../support/demo.ts';
import { dump, emptyDatabase, type TestSite, testSite } from '../support/site.ts';

const NOW = '2026-07-01T12:00:00Z';
const [header = ''] = sample.split(/\r?\n/);

/** One row in the sample's form, with the cells given by the name of their column. */
function row(id: number, name: string, more: Readonly<Record<string, string>> = {}): string {
  const columns = header.split(',');
  const given: Record<string, string> = {
    ADID: id.toString(16).padStart(64, '0'),
    OrganizationName: name,
    PayingAdvertiserName: name,
    'Currency Code': 'GBP',
    Spend: '100',
    Impressions: '5000',
    StartDate: '2026/05/01 09:00:00Z',
    EndDate: '2026/05/07 20:00:00Z',
    CountryCode: 'united kingdom',
    ...more,
  };
  return columns.map((column) => given[column] ?? '').join(',');
}

async function send(site: TestSite, asOf: string, ...rows: string[]): Promise<void> {
  const response = await site.post(`/api/v1/imports?as_of=${asOf}&name=${asOf}.csv`, `${header}\n${rows.join('\n')}\n`);
  expect(response.status).toBe(202);
  await site.drain();
}

const totals = async () =>
  (await dump('account_total')).map((text) => JSON.parse(text) as { account_id: string; ads: number; mapped: number });

beforeEach(emptyDatabase);

describe('an ad whose payer a newer copy corrects', () => {
  it('counts for the new advertiser only', async () => {
    const site = await testSite({ now: NOW });
    await send(site, '2026-01-01', row(1, 'First Name'));
    await send(site, '2026-02-01', row(1, 'Second Name'));
    expect((await totals()).map(({ account_id, ads }) => [account_id, ads])).toEqual([['snapchat:second name|second name', 1]]);
    expect((await dump('usage_day')).every((text) => text.includes('second name'))).toBe(true);
  });

  it('gives the same whichever copy came first', async () => {
    const rows: [string, string][] = [
      ['2026-01-01', row(1, 'First Name', { Gender: 'FEMALE' })],
      ['2026-02-01', row(1, 'Second Name')],
    ];
    const ends: string[][] = [];
    for (const order of [rows, rows.toReversed()]) {
      await emptyDatabase();
      const site = await testSite({ now: NOW });
      for (const [day, text] of order) await send(site, day, text);
      ends.push([...(await dump('usage_day')), ...(await dump('account_total')), ...(await dump('observation'))]);
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[0]?.some((text) => text.includes('demo.gender'))).toBe(true);
  });
});

describe('a register that takes something back', () => {
  const register = JSON.parse(demoFile('register.json'));

  it('leaves an account that it no longer names with nobody, and lists it', async () => {
    const site = await testSite({ now: NOW });
    const party = register.parties[0];
    const account = party.accounts[0];
    await site.post('/api/v1/register', JSON.stringify(register));
    await site.drain();
    await send(site, '2026-06-01', row(1, account.organisation, { PayingAdvertiserName: account.payer }));
    expect((await site.json<{ items: object[] }>(`/api/v1/ads?party=${party.id}`)).items).toHaveLength(1);
    const without = { ...register, parties: register.parties.map((p: { id: string }) => (p.id === party.id ? { ...p, accounts: [] } : p)) };
    expect((await site.post('/api/v1/register', JSON.stringify(without))).status).toBe(200);
    await site.drain();
    expect((await site.json<{ items: object[] }>(`/api/v1/ads?party=${party.id}`)).items).toEqual([]);
    expect((await totals()).map(({ mapped }) => mapped)).toEqual([0]);
    expect((await site.json<{ totals: { ads: number } }>(`/api/v1/parties/${party.id}`)).totals.ads).toBe(0);
  });

  it('can say that a notice is a branch’s, and then it no longer answers for the party', async () => {
    const site = await testSite({ now: NOW });
    await site.post('/api/v1/register', JSON.stringify(register));
    const branch = {
      ...register,
      parties: register.parties.map((p: { notices: object[] }) => ({ ...p, notices: p.notices.map((n) => ({ ...n, scope: 'branch' })) })),
    };
    await site.post('/api/v1/register', JSON.stringify(branch));
    const { items } = await site.json<{ items: { scope: string }[] }>('/api/v1/notices');
    expect(new Set(items.map((notice) => notice.scope))).toEqual(new Set(['branch']));
  });

  it('never names a party for an ad of an account that nobody confirmed', async () => {
    const site = await testSite({ now: NOW });
    const party = register.parties[0];
    const weak = {
      ...register,
      parties: register.parties.map((p: { accounts: object[] }) => ({
        ...p,
        accounts: p.accounts.map((a) => ({ ...a, confidence: 'weak' })),
      })),
    };
    await site.post('/api/v1/register', JSON.stringify(weak));
    const { organisation, payer } = party.accounts[0];
    await send(site, '2026-06-01', row(1, organisation, { PayingAdvertiserName: payer }));
    const { items } = await site.json<{ items: { party: string | null }[] }>('/api/v1/ads');
    expect(items.map((ad) => ad.party)).toEqual([null]);
  });
});

describe('a declaration', () => {
  const file = JSON.parse(demoFile('declarations/lantern-party-v1.json'));

  async function declared(): Promise<TestSite> {
    const site = await testSite({ now: NOW });
    await site.post('/api/v1/register', demoFile('register.json'));
    expect((await site.post('/api/v1/declarations?party=lantern-party', JSON.stringify(file))).status).toBe(201);
    await site.drain();
    return site;
  }
  const next = (more: object) => JSON.stringify({ ...file, version: 2, supersedes: 1, correction_reason: 'A correction', ...more });

  it.each([
    ['published in the future', { published_at: '2026-12-01T09:00:00Z' }, /future/],
    ['published before the version that it replaces', { published_at: '2020-01-01T09:00:00Z' }, /never reaches back/],
  ])('%s is refused, and the filed version stands', async (_name, more, says) => {
    const site = await declared();
    const response = await site.post('/api/v1/declarations?party=lantern-party', next(more));
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(says);
    expect(await dump('declaration')).toHaveLength(1);
  });

  it('that is withdrawn must say when, so that it cannot wipe out the time before', async () => {
    const site = await declared();
    const { published_at: _, ...withdrawn } = JSON.parse(next({ status: 'withdrawn' }));
    const response = await site.post('/api/v1/declarations?party=lantern-party', JSON.stringify(withdrawn));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toMatch(/published_at/);
    expect(await dump('declaration')).toHaveLength(1);
  });

  it('sent again is compared again, in case the first message was lost', async () => {
    const site = await declared();
    const again = await site.post('/api/v1/declarations?party=lantern-party', JSON.stringify(file));
    expect(again.status).toBe(200);
    expect(site.messages).toMatchObject([{ job: 'reconcile', parties: ['lantern-party'] }]);
  });
});

describe('every day', () => {
  it('asks again of every party, once a day however often it is told to', async () => {
    const site = await testSite({ now: NOW });
    await site.post('/api/v1/register', demoFile('register.json'));
    await site.drain();
    await askAgain(site.tools);
    await askAgain(site.tools);
    await site.drain();
    const runs = (await dump('run')).filter((text) => text.includes('reconcile-daily-2026-07-01'));
    expect(runs).toHaveLength(1);
    expect(runs[0]).toContain('"status":"done"');
  });
});

describe('a file with more problems than one parameter holds', () => {
  it('is imported all the same', async () => {
    const site = await testSite({ now: NOW, slice_bytes: 4 * 1024 * 1024 });
    const broken = Array.from({ length: 14_000 }, (_, i) => `${i.toString(16).padStart(64, '0')},short`);
    const response = await site.post('/api/v1/imports?as_of=2026-06-01', `${header}\n${broken.join('\n')}\n`);
    const { id } = (await response.json()) as { id: string };
    await site.drain();
    expect(await site.json(`/api/v1/runs/${id}`)).toMatchObject({ status: 'done', rows: 14_000, refused: 14_000, problem_count: 14_000 });
  });
});
