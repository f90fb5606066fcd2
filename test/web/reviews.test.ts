/** Reviews: a held copy let in or turned away, an advertiser linked or not; each at once, on record, and never twice. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { recount } from '../../src/store/rollup.ts';
import { dump, emptyDatabase, type TestSite, testSite } from '../support/site.ts';
import { adRow, sendCopy } from '../support/snapchat-copies.ts';

const NOW = '2026-11-01T12:00:00Z';
const WHO = { reviewer: 'A. Reader', reason: 'Seen on the library’s own page' };
const ACCOUNT = 'snapchat:lantern party|lantern party';
const MAP = {
  ...{ kind: 'advertiser', subject: ACCOUNT, decision: 'map', party: 'lantern-party', role: 'branch' },
  ...{ source: 'The imprint of its page', checked_on: '2026-10-01', ...WHO },
};

let site: TestSite;
const post = (body: unknown) => site.post('/api/v1/reviews', typeof body === 'string' ? body : JSON.stringify(body));
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => adRow(from + i));

beforeEach(async () => {
  await emptyDatabase();
  site = await testSite({ now: NOW });
  const parties = ['lantern-party', 'orchard-union'].map((id) => ({
    ...{ id, name: `Party ${id}`, short_name: id, nations: ['GB-ENG'], audited_by_ico_2020: false },
    ...{ registrations: [], colour: null, website: null, fictional: true, notices: [], accounts: [] },
  }));
  const applied = await site.post('/api/v1/register', JSON.stringify({ schema: 'candour-register/1', parties }));
  expect(applied.status).toBe(200);
  await site.drain();
});

describe('an advertiser', () => {
  beforeEach(async () => void (await sendCopy(site, '2026-01-01', rows(1, 8))));

  it('is linked with all it showed before, on record, and the party is asked about again', async () => {
    const answer = await post(MAP);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ party: 'lantern-party', role: 'branch', unchanged: false, run: expect.any(String) });
    await site.drain();
    const party = await site.json<{ accounts: { id: string; confidence: string; ads: number }[] }>('/api/v1/parties/lantern-party');
    expect(party.accounts).toMatchObject([{ id: ACCOUNT, confidence: 'confirmed', ads: 8 }]);
    expect((await dump('usage_day')).length).toBeGreaterThan(0);
    const entries = (await dump('log')).filter((entry) => entry.includes('advertiser-mapped'));
    expect(entries).toHaveLength(1);
    expect(entries[0]).not.toContain(WHO.reviewer);
  });

  it('leaves the roll-ups as a recount makes them, through linking, moving and taking back', async () => {
    const steps = [MAP, { ...MAP, party: 'orchard-union' }, { kind: 'advertiser', subject: ACCOUNT, decision: 'reject', ...WHO }];
    for (const step of steps) {
      expect((await post(step)).status).toBe(201);
      const tables = ['usage_day', 'usage_window', 'account_total'];
      const before = await Promise.all(tables.map(dump));
      await site.tools.db.batch(recount([ACCOUNT]), { idempotent: true });
      expect(await Promise.all(tables.map(dump))).toEqual(before);
    }
    expect(await env.DB.prepare('SELECT party_id FROM account').first()).toEqual({ party_id: null });
    const { items } = await site.json<{ items: { decision: string }[] }>('/api/v1/reviews');
    expect(items).toHaveLength(3);
  });

  it('asks both parties again when it moves from one to the other', async () => {
    await post(MAP);
    site.messages.length = 0;
    await post({ ...MAP, party: 'orchard-union' });
    expect(site.messages).toMatchObject([{ job: 'reconcile', parties: ['orchard-union', 'lantern-party'] }]);
  });

  it('keeps its link when the register is applied again', async () => {
    await post(MAP);
    const parties = [{ id: 'lantern-party', name: 'Lantern', short_name: 'Lantern', nations: ['GB-ENG'], audited_by_ico_2020: false }].map(
      (one) => ({
        ...one,
        ...{ registrations: [], colour: null, website: null, fictional: true, notices: [], accounts: [] },
      }),
    );
    await site.post('/api/v1/register', JSON.stringify({ schema: 'candour-register/1', parties }));
    expect(await env.DB.prepare('SELECT party_id FROM account').first()).toEqual({ party_id: 'lantern-party' });
  });

  it('that is sent twice is put down once', async () => {
    await post(MAP);
    const again = await post(MAP);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ unchanged: true });
    expect(await dump('review')).toHaveLength(1);
  });

  it.each([
    ['no reason', { ...MAP, reason: ' ' }, 422],
    ['no reviewer', { ...MAP, reviewer: undefined }, 422],
    ['a role there is not', { ...MAP, role: 'friend' }, 422],
    ['no role', { ...MAP, role: null }, 400],
    ['no source', { ...MAP, source: null }, 400],
    ['a day that is none', { ...MAP, checked_on: '2026-02-30' }, 400],
    ['a day in the future', { ...MAP, checked_on: '2027-01-01' }, 400],
    ['a party there is not', { ...MAP, party: 'no-such-party' }, 404],
    ['an account there is not', { ...MAP, subject: 'snapchat:nobody|nobody' }, 404],
    ['a kind there is not', { ...MAP, kind: 'guess' }, 422],
    ['a decision of another kind', { ...MAP, decision: 'confirm' }, 422],
    ['a word that belongs to no review', { ...MAP, colour: 'red' }, 422],
    ['no JSON', 'map it', 400],
    ['a list', [MAP], 422],
  ])('is refused with %s, and nothing changes', async (_name, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect((await answer.json<{ detail: string }>()).detail).toMatch(/\.$/);
    expect(await dump('review')).toEqual([]);
    expect(await env.DB.prepare('SELECT party_id FROM account').first()).toEqual({ party_id: null });
  });

  it('needs the owner’s token', async () => {
    expect((await site.ask('/api/v1/reviews', { method: 'POST', body: JSON.stringify(MAP) })).status).toBe(401);
  });
});

describe('a held copy', () => {
  let run: string;
  beforeEach(async () => {
    await sendCopy(site, '2026-01-01', rows(1, 40));
    const held = await sendCopy(site, '2026-02-01', rows(1, 10));
    expect(held.status).toBe('held');
    run = String(held.id);
  });
  const decide = (decision: string, more: object = {}) => post({ kind: 'held-copy', subject: run, decision, ...WHO, ...more });

  it('that a person confirms is imported, with the name and the reason', async () => {
    expect((await decide('confirm')).status).toBe(201);
    await site.drain();
    expect(await site.json(`/api/v1/runs/${run}`)).toMatchObject({
      status: 'done',
      confirmed: `${WHO.reviewer}: ${WHO.reason}`,
      revisions: 30,
    });
  });

  it('that a person rejects shows nothing, now or later', async () => {
    expect((await decide('reject')).status).toBe(201);
    await site.drain();
    expect(await site.json(`/api/v1/runs/${run}`)).toMatchObject({ status: 'failed', error: `Rejected by ${WHO.reviewer}: ${WHO.reason}` });
    expect(await dump('revision')).toEqual([]);
    expect(await dump('run_ad')).toEqual([]);
    expect((await decide('confirm')).status).toBe(409);
  });

  it('that is confirmed twice goes on once', async () => {
    await decide('confirm');
    expect(await (await decide('confirm')).json()).toMatchObject({ unchanged: true, run });
    await site.drain();
    expect(await dump('review')).toHaveLength(1);
    expect(await site.json(`/api/v1/runs/${run}`)).toMatchObject({ status: 'done', revisions: 30 });
  });

  it('is listed with its review', async () => {
    await decide('confirm');
    const { items } = await site.json<{ items: object[] }>(`/api/v1/reviews?kind=held-copy&subject=${run}`);
    expect(items).toMatchObject([{ kind: 'held-copy', subject: run, decision: 'confirm', ...WHO, at: NOW }]);
  });

  it.each([
    ['a run there is not', () => decide('confirm', { subject: 'no-such-run' }), 404],
    ['what belongs to an advertiser', () => decide('confirm', { party: 'lantern-party' }), 422],
  ])('is refused with %s', async (_name, ask, status) => {
    expect((await ask()).status).toBe(status);
    expect(await dump('review')).toEqual([]);
  });
});
