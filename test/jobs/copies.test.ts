/** Copies of one library, inside workerd: what changes between them is on record, what was seen stays seen, and no order changes anything. */
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { recount } from '../../src/store/rollup.ts';
import { demoFile } from '../support/demo.ts';
import { dump, emptyDatabase, type TestSite, testSite } from '../support/site.ts';
import { adId, adRow, type Cells, sendCopy } from '../support/snapchat-copies.ts';

const NOW = '2026-11-01T12:00:00Z';
/** Everything that copies decide. */
const DECIDED = ['ad', 'sighting', 'revision', 'account', 'usage_day', 'usage_window', 'account_total', 'tally'];

async function everything(): Promise<Record<string, string[]>> {
  // Observations point by a number in the order of arrival: the ad's own id stands for it.
  const { results } = await env.DB.prepare('SELECT ad.id AS of_ad, o.* FROM observation AS o JOIN ad ON ad.number = o.ad').all();
  const observation = results.map((row) => JSON.stringify(row)).sort();
  return { ...Object.fromEntries(await Promise.all(DECIDED.map(async (name) => [name, await dump(name)] as const))), observation };
}

const others = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => adRow(from + i));

async function revisions(): Promise<
  { ad_id: string; field: string; kind: string; before: string; after: string; from_row: number; to_row: number }[]
> {
  return (await dump('revision')).map((text) => JSON.parse(text));
}

beforeEach(emptyDatabase);

describe('a newer copy', () => {
  it('that says the same gives no revision, and says until when each ad was confirmed', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', others(1, 5));
    await sendCopy(site, '2026-02-01', others(1, 5).reverse());
    expect(await dump('revision')).toEqual([]);
    expect(await dump('sighting')).toEqual([]);
    const ad = await env.DB.prepare('SELECT source_as_of, first_as_of, source_row FROM ad WHERE library_id = ?').bind(adId(1)).first();
    expect(ad).toEqual({ source_as_of: '2026-02-01', first_as_of: '2026-01-01', source_row: 5 });
  });

  it('that blanks a country and its postcodes gives two revisions, and the ad keeps its places', async () => {
    const site = await testSite({ now: NOW });
    const before = adRow(1, { 'Postal Codes (Included)': 'zz1 1,zz1 2', Segments: 'Provided by Advertiser' });
    const after = adRow(1, { CountryCode: '', Segments: 'Provided by Advertiser' });
    await sendCopy(site, '2026-01-01', [before, ...others(2, 6)]);
    const run = await sendCopy(site, '2026-02-01', [...others(2, 6), after]);
    expect(run).toMatchObject({ status: 'done', revisions: 2 });
    expect(
      (await revisions()).map(({ field, kind, before, after, from_row, to_row }) => ({ field, kind, before, after, from_row, to_row })),
    ).toEqual([
      { field: 'CountryCode', kind: 'emptied', before: 'united kingdom', after: '', from_row: 1, to_row: 6 },
      { field: 'Postal Codes (Included)', kind: 'emptied', before: 'zz1 1,zz1 2', after: '', from_row: 1, to_row: 6 },
    ]);
    const ad = await site.json<{
      country: string;
      places_shown: boolean;
      observations: { criterion: string; first_as_of: string; last_as_of: string; row: number }[];
    }>(`/api/v1/ads/snapchat:${adId(1)}`);
    expect(ad).toMatchObject({ country: 'GB', places_shown: true });
    expect(ad.observations.map((one) => [one.criterion, one.first_as_of, one.last_as_of])).toEqual([
      ['geo.country', '2026-01-01', '2026-01-01'],
      ['geo.postcode', '2026-01-01', '2026-01-01'],
      ['own-audience.unspecified', '2026-01-01', '2026-02-01'],
    ]);
  });

  it('keeps the old age bracket beside the new one', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', [adRow(1, { AgeBracket: '16-25' }), ...others(2, 6)]);
    await sendCopy(site, '2026-02-01', [adRow(1, { AgeBracket: '18-25' }), ...others(2, 6)]);
    expect(await revisions()).toMatchObject([{ field: 'AgeBracket', kind: 'changed', before: '16-25', after: '18-25' }]);
    const ages = (await dump('observation')).map((text) => JSON.parse(text)).filter((one) => one.criterion === 'demo.age');
    expect(ages.map((one) => [one.value_list, one.last_as_of]).sort()).toEqual([
      ['["16-25"]', '2026-01-01'],
      ['["18-25"]', null],
    ]);
  });

  it.each<[string, Cells, Cells, string[]]>([
    ['money and audience that grow in the year of the ad', {}, { Spend: '300', Impressions: '9000' }, []],
    ['an end that moves later in the year of the ad', {}, { EndDate: '2025/05/20 20:00:00Z' }, []],
    ['an end that moves earlier', {}, { EndDate: '2025/05/05 20:00:00Z' }, ['EndDate moved']],
    ['a start that moves', {}, { StartDate: '2025/05/02 09:00:00Z' }, ['StartDate moved']],
    ['a buyer renamed', {}, { OrganizationName: 'L+P' }, ['OrganizationName changed']],
    [
      'tags of an address',
      { CreativeProperties: 'web_view_url:https://lantern.example/?a=1' },
      { CreativeProperties: 'web_view_url:https://lantern.example/?a=2' },
      ['CreativeProperties changed'],
    ],
  ])('within the year: %s', async (_name, before, after, expected) => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2025-06-01', [adRow(1, before), ...others(2, 6)]);
    await sendCopy(site, '2025-06-05', [adRow(1, { ...before, ...after }), ...others(2, 6)]);
    expect((await revisions()).map(({ field, kind }) => `${field} ${kind}`)).toEqual(expected);
  });

  it('counts money that grows once the year was over when the older copy was taken', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-05', [adRow(1), ...others(2, 6)]);
    await sendCopy(site, '2026-02-05', [adRow(1, { Spend: '101' }), ...others(2, 6)]);
    expect(await revisions()).toMatchObject([{ field: 'Spend', kind: 'changed', before: '100', after: '101' }]);
  });

  it('without an ad says that it is not seen; a later one with it, that it is seen again; and keeps no word of removal', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', others(1, 6));
    await sendCopy(site, '2026-01-02', others(2, 6));
    expect(await revisions()).toMatchObject([{ kind: 'not-seen', from_row: 1, to_row: null }]);
    await sendCopy(site, '2026-01-03', others(1, 6).reverse());
    expect((await revisions()).map(({ kind, to_row }) => [kind, to_row])).toEqual([
      ['not-seen', null],
      ['seen-again', 6],
    ]);
    expect(JSON.stringify(await everything())).not.toMatch(/removed|deleted/i);
  });
});

describe('a copy that lost far too much', () => {
  it('is held, and nothing public changes until a person lets it in', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', others(1, 40));
    const before = await everything();
    const run = await sendCopy(site, '2026-01-02', others(1, 10));
    expect(run).toMatchObject({ status: 'held', rows: 0 });
    expect(run.held).toMatch(/30 of the 40 ads/);
    expect(await everything()).toEqual(before);
    await sendCopy(site, '2026-01-03', others(1, 40));
    expect((await dump('revision')).length).toBe(0);
  });

  it('is held when impressions fall across the board', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', others(1, 40));
    const fallen = Array.from({ length: 40 }, (_, i) => adRow(i + 1, { Impressions: '40' }));
    expect(await sendCopy(site, '2026-01-02', fallen)).toMatchObject({
      status: 'held',
      held: expect.stringMatching(/40 of 40 ads have fewer/),
    });
  });

  it('is not held for the few rows that whole copies lose', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', others(1, 300));
    expect(await sendCopy(site, '2026-01-02', others(9, 300))).toMatchObject({ status: 'done', revisions: 8 });
  });

  it('opens a series of its own when it shares nothing', async () => {
    const site = await testSite({ now: NOW });
    await sendCopy(site, '2026-01-01', others(1, 40));
    expect(await sendCopy(site, '2026-01-02', others(101, 120))).toMatchObject({ status: 'done', revisions: 0 });
    const { results } = await env.DB.prepare('SELECT count(DISTINCT series) AS n FROM source_file').all();
    expect(results).toEqual([{ n: 2 }]);
  });
});

/** An ad in a copy: the cells that change from copy to copy, or `null` where the copy lacks it. */
const shown = fc.option(
  fc.record({
    AgeBracket: fc.constantFrom('', '16-25', '18-25'),
    'Postal Codes (Included)': fc.constantFrom('', 'zz1', 'zz1,zz2 3'),
    Spend: fc.constantFrom('0', '100', '250'),
    EndDate: fc.constantFrom('', '2025/05/07 20:00:00Z', '2025/06/01 20:00:00Z'),
    OrganizationName: fc.constantFrom('Lantern Party', 'Kettle Party'),
    CountryCode: fc.constantFrom('united kingdom', ''),
  }),
  { freq: 4 },
);
const DAYS = ['2025-05-20', '2025-08-01', '2026-01-10', '2026-03-01'];
/** Ads that never change, so that every copy is a copy of the same series. */
const STEADY = others(100, 119);

const world = fc.record({
  copies: fc.array(fc.array(shown, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: DAYS.length }),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
});

async function sendAll(site: TestSite, copies: readonly (readonly (Cells | null)[])[], order: readonly number[]): Promise<void> {
  for (const at of order) {
    const ads = copies[at];
    const day = DAYS[at];
    if (ads === undefined || day === undefined) continue;
    // The same bytes would be the same source file: no two copies hold the steady ads in one order.
    const steady = [...STEADY.slice(at), ...STEADY.slice(0, at)];
    const rows = [...ads.flatMap((cells, i) => (cells === null ? [] : [adRow(i + 1, cells)])), ...steady];
    expect(await sendCopy(site, day, rows)).toMatchObject({ status: 'done' });
  }
}

/** A series is named after the copy that came first, an ad is numbered as it came, and rows of middle copies that came late are no longer known: all else must be the same. */
function withoutRows(all: Record<string, string[]>): Record<string, string[]> {
  const known =
    /"(?:series|number|ad|from_row|to_row|first_row|last_row|since_row|row_at|row_bytes|at_source|source_row)":(?:null|\d+|"[^"]*"),?/g;
  return Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, rows.map((row) => row.replace(known, '')).sort()]));
}

describe('whatever the copies and their order', () => {
  it('the database ends the same, and the roll-ups equal a recount', { timeout: 120_000 }, async () => {
    const register = demoFile('register.json');
    await fc.assert(
      fc.asyncProperty(world, async ({ copies, order }) => {
        await emptyDatabase();
        const inOrder = await testSite({ now: NOW, slice_bytes: 4096 });
        await inOrder.post('/api/v1/register', register);
        await sendAll(inOrder, copies, [0, 1, 2, 3]);
        const expected = await everything();
        await env.DB.batch(
          recount((await env.DB.prepare('SELECT id FROM account').all<{ id: string }>()).results.map(({ id }) => id)).map((it) =>
            env.DB.prepare(it.sql).bind(...it.values),
          ),
        );
        expect(await everything()).toEqual(expected);
        await emptyDatabase();
        const shuffled = await testSite({ now: NOW, slice_bytes: 4096 });
        await shuffled.post('/api/v1/register', register);
        await sendAll(shuffled, copies, order);
        expect(withoutRows(await everything())).toEqual(withoutRows(expected));
      }),
      { numRuns: 25, seed: 20191 },
    );
  });
});
