/** Advertisers nobody mapped: resemblances as questions with their reasons, money without ads, what a person rejected; nothing mapped by a name. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Meter } from '../../src/store/db.ts';
import type { AdvertiserView } from '../../src/web/shapes/advertisers.ts';
import { demoFile } from '../support/demo.ts';
import { emptyDatabase, type TestSite, testSite } from '../support/site.ts';
import { adRow, sendCopy } from '../support/snapchat-copies.ts';

interface Answer {
  readonly items: readonly AdvertiserView[];
  readonly currencies: readonly string[];
}

let site: TestSite;
const costs = new Map<string, Meter>();
const ask = (query = '') => site.json<Answer>(`/api/v1/advertisers${query}`);
const names = (answer: Answer) => answer.items.map((item) => item.buyer);

const paidBy = (id: number, name: string, spend: number, currency = 'GBP') =>
  adRow(id, { OrganizationName: name, PayingAdvertiserName: name, Spend: String(spend), 'Currency Code': currency });

beforeEach(async () => {
  await emptyDatabase();
  site = await testSite({ now: '2026-11-01T12:00:00Z', metered: (path, meter) => costs.set(path, { ...meter }) });
  expect((await site.post('/api/v1/register', demoFile('register.json'))).status).toBe(200);
  await site.drain();
});

describe('advertisers nobody mapped', () => {
  it('those whose names resemble a party’s come first, then the others by spend, and currencies stay apart', async () => {
    await sendCopy(site, '2026-01-01', [
      paidBy(1, 'Rowan & Pike Bakery', 90_000),
      paidBy(2, 'Friends of Old Canals', 700, 'EUR'),
      paidBy(3, 'Lantern Club', 20),
      paidBy(4, 'Saltmarsh Asembly', 10),
      paidBy(5, 'The Lantern Party', 5000),
      paidBy(6, 'Friends of Old Canals', 300),
    ]);
    const answer = await ask();
    expect(answer.items.map((item) => [item.buyer, item.spend.currency, item.spend.min, item.resembles[0]?.party ?? null])).toEqual([
      ['Lantern Club', 'GBP', 2000, 'lantern-party'],
      ['Saltmarsh Asembly', 'GBP', 1000, 'saltmarsh-assembly'],
      ['Rowan & Pike Bakery', 'GBP', 9_000_000, null],
      ['Friends of Old Canals', 'GBP', 30_000, null],
      ['Friends of Old Canals', 'EUR', 70_000, null],
    ]);
    expect(answer.items[1]?.resembles[0]).toEqual({
      party: 'saltmarsh-assembly',
      because: 'the name differs from “The Saltmarsh Assembly” by one letter',
      strength: 'strong',
    });
    expect(answer.currencies).toEqual(['GBP', 'EUR']);
    expect(names(await ask('?currency=EUR'))).toEqual(['Friends of Old Canals']);
    expect(names(await ask('?party=saltmarsh-assembly'))).toEqual(['Saltmarsh Asembly']);
    expect(names(await ask('?platform=google'))).toEqual([]);
  });

  it('a name that is like a party’s is not mapped by it', async () => {
    await sendCopy(site, '2026-01-01', [paidBy(1, 'The Saltmarsh Asembly', 10)]);
    const party = await site.json<{ accounts: { id: string; ads: number }[] }>('/api/v1/parties/saltmarsh-assembly');
    expect(party.accounts.filter((account) => account.ads > 0)).toEqual([]);
  });

  it('a page that only a table of money names is listed with its file and row, the newest amount alone', async () => {
    const table = (rows: readonly string[]) =>
      ['Page ID,Page name,Disclaimer,Amount spent (GBP),Number of ads in Library', ...rows, ''].join('\n');
    const send = async (day: string, rows: readonly string[]) => {
      const name = `FacebookAdLibraryReport_${day}_GB_last_30_days_advertisers.csv`;
      expect((await site.post(`/api/v1/imports?library=meta-report&name=${name}&as_of=${day}`, table(rows))).status).toBeLessThan(300);
      await site.drain();
    };
    await send('2026-01-01', ['100000000000012,Lantern Club,Lantern Club,900,4']);
    await send('2026-02-01', ['100000000000077,Rowan Bakery,,101,2', '100000000000012,Lantern Club,Lantern Club,≤100,3']);
    const { items } = await ask();
    expect(items).toMatchObject([
      { buyer: 'Lantern Club', id: 'meta:100000000000012', ads: 3, known_from: 'money', spend: { min: 0, max: 10_000, currency: 'GBP' } },
      { buyer: 'Rowan Bakery', ads: 2, known_from: 'money', resembles: [], source_file: { row: 1 } },
    ]);
    expect(await (await site.ask('/advertisers')).text()).toContain('no ad of it is stored here');
  });

  it('a resemblance that a person rejected is listed apart with the reason; one that was mapped is gone', async () => {
    await sendCopy(site, '2026-01-01', [paidBy(1, 'Lantern Club', 20), paidBy(2, 'Saltmarsh Asembly', 10)]);
    const review = { kind: 'advertiser', reviewer: 'A. Reader', reason: 'It sells lamps' };
    const club = 'snapchat:lantern club|lantern club';
    expect((await site.post('/api/v1/reviews', JSON.stringify({ ...review, subject: club, decision: 'reject' }))).status).toBe(201);
    const map = { decision: 'map', party: 'saltmarsh-assembly', role: 'branch', source: 'Its imprint', checked_on: '2026-10-01' };
    const subject = 'snapchat:saltmarsh asembly|saltmarsh asembly';
    expect((await site.post('/api/v1/reviews', JSON.stringify({ ...review, ...map, subject }))).status).toBe(201);
    const { items } = await ask();
    expect(items).toMatchObject([{ id: club, rejected: { reviewer: 'A. Reader', reason: 'It sells lamps' } }]);
    const html = await (await site.ask('/advertisers')).text();
    expect(html).toContain('It sells lamps');
    expect(html).not.toContain('Names that resemble');
  });

  it('costs the same however many ads the advertisers have', async () => {
    const cost = async () => {
      await ask();
      return costs.get('/api/v1/advertisers')?.rows_read;
    };
    await sendCopy(site, '2026-01-01', [paidBy(1, 'Lantern Club', 20), paidBy(2, 'Rowan Bakery', 10)]);
    const few = await cost();
    await sendCopy(site, '2026-02-01', [
      ...Array.from({ length: 300 }, (_, i) => paidBy(i + 1, i % 2 ? 'Rowan Bakery' : 'Lantern Club', 20)),
    ]);
    expect(await cost()).toBe(few);
  });
});
