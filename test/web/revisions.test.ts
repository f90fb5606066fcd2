/** What libraries rewrote, over copies of an invented library: sums, lists, the page of an ad. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Meter } from '../../src/store/db.ts';
import type { RevisionsView } from '../../src/web/shapes/revisions.ts';
import { emptyDatabase, type TestSite, testSite } from '../support/site.ts';
import { adId, adRow, sendCopy } from '../support/snapchat-copies.ts';

const NOW = '2026-11-01T12:00:00Z';
const PLACES = { 'Postal Codes (Included)': Array.from({ length: 60 }, (_, i) => `zz${i} 1`).join(',') };

let site: TestSite;
const costs = new Map<string, Meter>();

/** Nine ads: 1 to 3 lose country and postcodes, 4 and 5 get another age, 6 is in one copy only, 7 to 9 stay as they are. */
const OLDER = [
  ...[1, 2, 3].map((id) => adRow(id, { ...PLACES, Spend: `${id}000` })),
  ...[4, 5].map((id) => adRow(id, { AgeBracket: '13-34', 'Currency Code': 'EUR', PayingAdvertiserName: 'Tar and Feather Agency' })),
  adRow(6),
  ...[7, 8, 9].map((id) => adRow(id)),
  ...Array.from({ length: 100 }, (_, i) => adRow(100 + i)),
];
const NEWER = [
  ...[1, 2, 3].map((id) => adRow(id, { CountryCode: '', Spend: `${id}000` })),
  ...[4, 5].map((id) => adRow(id, { AgeBracket: '18-34', 'Currency Code': 'EUR', PayingAdvertiserName: 'Tar and Feather Agency' })),
  ...[7, 8, 9].map((id) => adRow(id)),
  ...Array.from({ length: 100 }, (_, i) => adRow(100 + i)),
];

beforeAll(async () => {
  await emptyDatabase();
  site = await testSite({ now: NOW, metered: (path, meter) => costs.set(path, { ...meter }) });
  expect((await site.post('/api/v1/register', JSON.stringify(REGISTER))).status).toBe(200);
  await site.drain();
  await sendCopy(site, '2026-01-01', OLDER);
  await sendCopy(site, '2026-02-01', NEWER);
}, 60_000);

const REGISTER = {
  schema: 'candour-register/1',
  parties: [
    {
      ...{ id: 'lantern-party', name: 'Lantern Party', short_name: 'Lantern', nations: ['GB-ENG'], audited_by_ico_2020: false },
      ...{ registrations: [], colour: null, website: null, fictional: true, notices: [] },
      accounts: [
        {
          ...{ platform: 'snapchat', name: 'Lantern Party', role: 'national', confidence: 'confirmed' },
          ...{ organisation: 'Lantern Party', payer: 'Lantern Party', source: 'Invented', checked_on: '2026-01-01' },
        },
      ],
    },
  ],
};

const get = (query = '') => site.json<RevisionsView>(`/api/v1/revisions${query}`);

describe('the sums of a pair of copies', () => {
  it('count every changed ad once, for each currency apart', async () => {
    const { summary } = await get();
    expect(summary).toHaveLength(1);
    const [pair] = summary;
    expect(pair).toMatchObject({ library: 'snapchat', from: { as_of: '2026-01-01' }, to: { as_of: '2026-02-01' }, ads: 6, whole: true });
    expect(pair?.spend).toEqual([
      { min: 610_000, max: 610_000, currency: 'GBP' },
      { min: 20_000, max: 20_000, currency: 'EUR' },
    ]);
  });

  it('put targeting first, what is no longer shown before what reads otherwise, and say which fields went together', async () => {
    const { summary } = await get();
    expect(summary[0]?.changes.map(({ field, kind, ads, same_ads_as }) => [field, kind, ads, same_ads_as])).toEqual([
      ['CountryCode', 'emptied', 3, ['Postal Codes (Included)']],
      ['Postal Codes (Included)', 'emptied', 3, ['CountryCode']],
      ['AgeBracket', 'changed', 2, []],
      ['', 'not-seen', 1, []],
    ]);
  });

  it('name the parties of confirmed accounts', async () => {
    const { summary } = await get();
    expect(summary[0]?.parties).toEqual([{ party: 'lantern-party', ads: 4, spend: [{ min: 610_000, max: 610_000, currency: 'GBP' }] }]);
  });

  it.each(['?party=lantern-party', '?kind=emptied', `?ad=snapchat:${adId(1)}`])(
    'are left out where a part is asked for: %s',
    async (query) => {
      expect((await get(query)).summary).toEqual([]);
    },
  );
});

describe('the list', () => {
  it('has the largest spend first, with both rows and both values', async () => {
    const { items } = await get();
    expect(items.map((one) => one.spend?.min)).toEqual([300_000, 300_000, 200_000, 200_000, 100_000, 100_000, 10_000, 10_000, 10_000]);
    const postcodes = items.find((one) => one.field.startsWith('Postal'));
    expect(postcodes).toMatchObject({ kind: 'emptied', before_count: 60, after: '', after_count: null, from: { row: 3 }, to: { row: 3 } });
  });

  it.each([
    ['?kind=not-seen', 1],
    ['?of=targeting', 8],
    ['?of=presence', 1],
    ['?field=AgeBracket', 2],
    ['?field=AgeBracket&party=lantern-party', 0],
    ['?party=lantern-party', 7],
    ['?platform=snapchat', 9],
    ['?platform=meta', 0],
    ['?library=google', 0],
    [`?ad=snapchat:${adId(1)}`, 2],
    [`?source=${'0'.repeat(64)}`, 0],
  ])('%s gives %i', async (query, count) => {
    expect((await get(query)).items).toHaveLength(count);
  });

  it('can be asked for one copy, on either side', async () => {
    const { summary } = await get();
    for (const copy of [summary[0]?.from, summary[0]?.to]) expect((await get(`?source=${copy?.source_file}`)).items).toHaveLength(9);
  });

  it.each(['', '&party=lantern-party', '&kind=emptied', '&of=targeting'])('can be paged to the end, each once: %s', async (more) => {
    const whole = (await get(`?limit=200${more}`)).items;
    const seen: unknown[] = [];
    for (let next: string | null = `/api/v1/revisions?limit=2${more}`; next !== null; ) {
      const page: RevisionsView = await site.json<RevisionsView>(next);
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(whole);
  });

  it.each(['?after=nonsense', '?after=[1]', '?kind=removed', '?partty=x'])('%s is refused', async (query) => {
    expect((await site.ask(`/api/v1/revisions${query}`)).status).toBe(400);
  });

  it('reads rows by the number of revisions, not of ads', async () => {
    await (await site.ask('/revisions')).text();
    expect(costs.get('/revisions')?.rows_read).toBeLessThan(300);
  });
});

describe('the page of an ad', () => {
  it('keeps what the newest copy no longer shows, and says until when it was shown', async () => {
    const ad = await site.json<{ observations: { criterion: string; shown_until: string | null }[]; revisions: unknown[] }>(
      `/api/v1/ads/snapchat:${adId(1)}`,
    );
    expect(Object.fromEntries(ad.observations.map((one) => [one.criterion, one.shown_until]))).toMatchObject({
      'geo.country': '2026-01-01',
      'geo.postcode': '2026-01-01',
    });
    expect(ad.revisions).toHaveLength(2);
    const html = await (await site.ask(`/ads/snapchat:${adId(1)}`)).text();
    expect(html).toContain('the newest copy of this ad no longer shows it');
    expect(html).toContain('60 postcodes');
  });

  it('marks nothing of an ad that reads as before', async () => {
    const html = await (await site.ask(`/ads/snapchat:${adId(7)}`)).text();
    expect(html).not.toMatch(/Shown until|What the library changed/);
  });
});

it('the page describes, and never says why', async () => {
  const html = await (await site.ask('/revisions')).text();
  expect(html).toContain('what a copy showed once stays on this site with the copies that showed it');
  expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(removed|deleted|hid|hidden|censored)\b/i);
});
