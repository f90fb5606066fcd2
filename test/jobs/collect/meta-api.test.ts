import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectMetaPages, type MetaStep, metaStep } from '../../../src/jobs/collect/meta-api.ts';
import { FIELDS, type MetaOptions } from '../../../src/jobs/collect/meta-call.ts';
import { pageOf, parseExactly } from '../../../src/jobs/collect/meta-page.ts';
import { afterPage, firstMetaState, type MetaQuestion, type MetaState } from '../../../src/jobs/collect/meta-state.ts';
import { aClock, aServer, type Fault, fetcher, idsOf, inventedAds, joined, type LibraryServer, textOf } from './server.ts';

const QUESTION: MetaQuestion = { page_ids: ['7001'], country: 'GB', from: null, to: '2026-11-20' };

function optionsFor(server: LibraryServer, more: Partial<MetaOptions> = {}): MetaOptions {
  const wait = aClock().wait;
  return { fetcher, base: `${server.origin}/v21.0`, hosts: [server.host], loopback: true, token: server.token, wait, limit: 100, ...more };
}

interface Collected {
  readonly ids: string[];
  readonly text: string;
  readonly problem: string | null;
  readonly steps: readonly MetaStep[];
  readonly waits: readonly number[];
}

async function collectAll(server: LibraryServer, question = QUESTION, more: Partial<MetaOptions> = {}): Promise<Collected> {
  const clock = aClock();
  const steps: MetaStep[] = [];
  for await (const step of collectMetaPages(question, optionsFor(server, { wait: clock.wait, ...more }))) steps.push(step);
  const lines = joined(steps.map((step) => step.lines));
  return { ids: idsOf(lines), text: textOf(lines), problem: steps.at(-1)?.problem ?? null, steps, waits: clock.waits };
}

const idsOfAds = (ads: readonly object[]): string[] => ads.map((ad) => (ad as { id: string }).id);

describe('what is asked', () => {
  it('all fixed parameters go with the question', async () => {
    const server = await aServer();
    server.putAds('7001', inventedAds('7001', 3));
    await collectAll(server, { ...QUESTION, from: '2026-08-22' });
    expect(server.requests[0]?.path).toBe('/v21.0/ads_archive');
    expect(server.requests[0]?.query).toEqual({
      ad_type: 'POLITICAL_AND_ISSUE_ADS',
      ad_active_status: 'ALL',
      ad_reached_countries: '["GB"]',
      search_page_ids: '["7001"]',
      fields: FIELDS.join(','),
      limit: '100',
      access_token: server.token,
      ad_delivery_date_min: '2026-08-22',
      ad_delivery_date_max: '2026-11-20',
    });
  });

  it('the link that carries a token is not asked for', () => {
    expect(FIELDS).not.toContain('ad_snapshot_url');
  });

  it('pages are read by cursor, and at most ten page ids go in one call', async () => {
    const server = await aServer();
    const pages = Array.from({ length: 23 }, (_, i) => String(7001 + i));
    const all = pages.flatMap((page) => {
      const ads = inventedAds(page, 15);
      server.putAds(page, ads);
      return idsOfAds(ads);
    });
    const collected = await collectAll(server, { ...QUESTION, page_ids: pages });
    expect(collected.ids).toEqual(all);
    expect(collected.problem).toBeNull();
    expect(server.requests.map((one) => [JSON.parse(one.query.search_page_ids ?? '').length, one.query.after ?? null])).toEqual([
      [10, null],
      [10, btoa('100')],
      [10, null],
      [10, btoa('100')],
      [3, null],
    ]);
  });

  it('no page is no question', async () => {
    const server = await aServer();
    expect(await collectAll(server, { ...QUESTION, page_ids: [] })).toMatchObject({ ids: [], steps: [] });
    expect(server.requests).toEqual([]);
  });
});

describe('faults of the API', () => {
  const error = (code: number, more: object = {}): Fault => ({ error: { code, message: 'An invented message', ...more } });
  const table: Record<string, { faults: Fault[]; waits: number[]; limits?: number[]; calls: number }> = {
    'a limit of the token is waited out, a minute at first': { faults: [error(613)], waits: [60], calls: 4 },
    'each further limit in a row doubles the wait': {
      faults: [error(4), error(17), error(32), error(80004)],
      waits: [60, 120, 240, 480],
      calls: 7,
    },
    'after a page the wait begins at a minute again': { faults: [error(613), {}, error(613)], waits: [60, 60], calls: 5 },
    'six waits in a row are borne': {
      faults: Array.from({ length: 6 }, () => error(613)),
      waits: [60, 120, 240, 480, 960, 1920],
      calls: 9,
    },
    'a passing error of any code is waited out': { faults: [error(9999, { is_transient: true })], waits: [60], calls: 4 },
    '429 without an error of the API is asked again soon': { faults: [{ status: 429 }], waits: [1], calls: 4 },
    '429 with a pause is asked again after it': { faults: [{ status: 429, headers: { 'retry-after': '20' } }], waits: [20], calls: 4 },
    '500 thrice is asked again three times': { faults: [{ status: 500 }, { status: 500 }, { status: 500 }], waits: [1, 2, 4], calls: 6 },
    'a page cut in the middle is asked for again': { faults: [{ cut: 500 }], waits: [1], calls: 4 },
    'a connection closed at once is opened again': { faults: [{ drop: true }, { drop: true }], waits: [1, 2], calls: 5 },
    'a web page in place of JSON is asked again': { faults: [{ status: 200, body: '<html>Sorry</html>' }], waits: [1], calls: 4 },
    'five faults of the line in a row become a pause of the queue': {
      faults: Array.from({ length: 5 }, () => ({ status: 502 })),
      waits: [1, 2, 4, 8, 60],
      calls: 8,
    },
    'error 1 halves the page': { faults: [error(1)], waits: [2], limits: [100, 50, 50, 50, 50, 50, 50], calls: 7 },
    'error 2 with status 500 halves the page': {
      faults: [{ ...error(2), status: 500 }],
      waits: [2],
      limits: [100, 50, 50, 50, 50, 50, 50],
      calls: 7,
    },
    'a usage of 91 per cent is rested on': { faults: [{ usage: 91 }], waits: [900], calls: 3 },
    'a usage of 90 per cent is not': { faults: [{ usage: 90 }], waits: [], calls: 3 },
    'a page given again by its own cursor is kept once': { faults: [{}, { repeat: true }], waits: [], calls: 4 },
    'ads that come again with the next page are kept once': { faults: [{}, { overlap: 30 }], waits: [], calls: 3 },
    'three times as many ads as were asked for are taken': { faults: [{ most: 300 }], waits: [], calls: 1 },
  };
  it.each(Object.entries(table))('%s', async (_name, row) => {
    const server = await aServer();
    const ads = inventedAds('7001', 300);
    server.putAds('7001', ads);
    server.next(...row.faults);
    const collected = await collectAll(server);
    expect(collected.problem).toBeNull();
    expect(collected.ids).toEqual(idsOfAds(ads));
    expect(collected.waits).toEqual(row.waits);
    expect(server.requests).toHaveLength(row.calls);
    if (row.limits) expect(server.requests.map((request) => Number(request.query.limit))).toEqual(row.limits);
  });

  it('the same ads come again where pages overlap across messages, and are kept once', async () => {
    const server = await aServer();
    const ads = inventedAds('7001', 300);
    server.putAds('7001', ads);
    server.next({}, { overlap: 30 }, { overlap: 50 });
    const collected = await collectAll(server, QUESTION, { calls_a_step: 1 });
    expect(collected.ids).toEqual(idsOfAds(ads));
    expect(collected.steps.map((step) => step.ads)).toEqual([100, 100, 100]);
  });

  const stops: Record<string, { faults: Fault[]; says: RegExp; ads: number }> = {
    'a token that is spent': {
      faults: [{}, error(190, { error_subcode: 463 })],
      says: /META_TOKEN is spent .* \(error 190, subcode 463\)/,
      ads: 100,
    },
    'a person who is not confirmed': {
      faults: [error(10, { error_subcode: 2332002 })],
      says: /confirm their identity .* \(error 10/,
      ads: 0,
    },
    'a parameter that is wrong': { faults: [error(100)], says: /one of the parameters/, ads: 0 },
    'an error that nobody foresaw': {
      faults: [error(200)],
      says: /refused the question\. It says: “An invented message” \(error 200\)/,
      ads: 0,
    },
    'pages that fail at ten ads still': {
      faults: Array.from({ length: 9 }, () => error(1)),
      says: /failed even for 10 ads a page/,
      ads: 0,
    },
    'a seventh limit in a row': { faults: Array.from({ length: 7 }, () => error(4)), says: /refused 7 times in a row/, ads: 0 },
    'a page that points at itself for ever': {
      faults: [{}, ...Array.from({ length: 9 }, () => ({ repeat: true }))],
      says: /same page 4 times/,
      ads: 100,
    },
    'a redirect to another host': {
      faults: [{ redirect: 'https://example.com/' }],
      says: /example\.com is not one that this collector asks/,
      ads: 0,
    },
    'an answer without a list': { faults: [{ status: 200, body: '{"hello":1}' }], says: /status 200 and none in it/, ads: 0 },
    'an answer of 403 without an error': { faults: [{ status: 403, body: 'no' }], says: /status 403/, ads: 0 },
  };
  it.each(Object.entries(stops))('%s stops the collection with a sentence, and what came before stays', async (_name, row) => {
    const server = await aServer();
    server.putAds('7001', inventedAds('7001', 300));
    server.next(...row.faults);
    const collected = await collectAll(server);
    expect(collected.problem).toMatch(row.says);
    expect(collected.ids).toHaveLength(row.ads);
    expect(collected.steps.at(-1)?.state).toBeNull();
  });

  it('halving goes down to ten, and no further', async () => {
    const server = await aServer();
    server.next(...Array.from({ length: 9 }, () => error(1)));
    await collectAll(server);
    expect(server.requests.map((request) => Number(request.query.limit))).toEqual([100, 50, 25, 12, 10]);
  });

  it('the next ten pages are asked in full pages again', async () => {
    const server = await aServer();
    const pages = Array.from({ length: 11 }, (_, i) => String(7001 + i));
    server.next(error(1));
    await collectAll(server, { ...QUESTION, page_ids: pages });
    expect(server.requests.map((request) => Number(request.query.limit))).toEqual([100, 50, 100]);
  });

  it('a page over the cap is asked for in smaller ones', async () => {
    const server = await aServer();
    const ads = inventedAds('7001', 100).map((ad) => ({ ...ad, ad_creative_bodies: ['x'.repeat(100_000)] }));
    server.putAds('7001', ads);
    const collected = await collectAll(server);
    expect(collected.ids).toEqual(idsOfAds(ads));
    expect(server.requests.map((request) => Number(request.query.limit))).toEqual([100, 50, 50]);
  });
});

describe('the end of a list', () => {
  it.each([
    ['an answer without paging', { bare: true }, 100],
    [
      'an empty list',
      { status: 200, body: '{"data":[],"paging":{"cursors":{"after":"x"},"next":"https://graph.facebook.com/?after=x"}}' },
      0,
    ],
    ['paging without next', { status: 200, body: '{"data":[{"id":"1"}],"paging":{"cursors":{"after":"x"}}}' }, 1],
  ] as const)('%s', async (_name, fault, ads) => {
    const server = await aServer();
    server.putAds('7001', inventedAds('7001', 300));
    server.next(fault);
    const collected = await collectAll(server);
    expect(collected).toMatchObject({ problem: null });
    expect(collected.ids).toHaveLength(ads);
    expect(server.requests).toHaveLength(1);
  });

  it('a cursor that stands only in next is taken from there', () => {
    const page = pageOf({ data: [{ id: '1' }], paging: { next: 'https://graph.facebook.com/?access_token=EAAx&after=abc' } }, 'EAAx');
    expect(page?.after).toBe('abc');
  });

  it('cursors that go in a circle of any size are noticed, and a straight list is followed to its end', () => {
    const circle = fc.record({ lead: fc.nat(20), size: fc.integer({ min: 2, max: 40 }) });
    fc.assert(
      fc.property(circle, ({ lead, size }) => {
        const cursor = (n: number): string => `c${n < lead ? n : lead + ((n - lead) % size)}`;
        let state: MetaState | null | string = firstMetaState(QUESTION);
        let steps = 0;
        while (typeof state === 'object' && state !== null && steps < 1000)
          state = afterPage(state, { ads: [], after: cursor(steps++) }, 100);
        expect(state).toMatch(/circle/);
        expect(steps).toBeLessThan(4 * (lead + size) + 4);
        let straight: MetaState | null | string = firstMetaState(QUESTION);
        for (let n = 0; n < 200 && typeof straight === 'object' && straight !== null; n++)
          straight = afterPage(straight, { ads: [], after: `s${n}` }, 100);
        expect(straight).toMatchObject({ after: 's199' });
      }),
      { seed: 20261120, numRuns: 50 },
    );
  });
});

describe('what is kept', () => {
  it('holds no token, wherever one stood, and says so in its place', async () => {
    const server = await aServer();
    const [ad] = inventedAds('7001', 1);
    const told = [
      `See https://invented.test/?a=1&access_token=EAAOther&b=2`,
      `https://invented.test/?u=https%3A%2F%2Fx%3Faccess_token%3DEAAThird`,
      `mine is ${server.token}`,
    ];
    server.putAds('7001', [{ ...ad, ad_creative_bodies: told }]);
    const { text } = await collectAll(server);
    expect(text).not.toMatch(/EAA|access_token=|access_token%3D|ad_snapshot_url/);
    expect((JSON.parse(text) as { ad_creative_bodies: string[] }).ad_creative_bodies).toEqual([
      'See https://invented.test/?a=1&access_token_removed&b=2',
      'https://invented.test/?u=https%3A%2F%2Fx%3Faccess_token_removed',
      'mine is access_token_removed',
    ]);
  });

  it('is the ad as it came but for tokens: order, fields of tomorrow, line breaks and all', () => {
    const ad = { id: '1', tomorrow: { deep: [1, null, true, 'é\n😀'] }, spend: { lower_bound: '0' } };
    expect(pageOf({ data: [ad] }, 'EAAx')?.ads).toEqual([{ id: '1', line: JSON.stringify(ad) }]);
  });

  it('loses no digit of an id that comes as a number', () => {
    const page = pageOf(parseExactly('{"data":[{"id":90000000000000017,"n":12,"x":0.25}]}'), 'EAAx');
    expect(page?.ads).toEqual([{ id: '90000000000000017', line: '{"id":"90000000000000017","n":12,"x":0.25}' }]);
  });

  it('holds a record without an id too, for the import to refuse by name', () => {
    expect(pageOf({ data: [{ page_id: '7001' }, 'odd', null] }, 'EAAx')?.ads).toEqual([
      { id: null, line: '{"page_id":"7001"}' },
      { id: null, line: '"odd"' },
      { id: null, line: 'null' },
    ]);
  });

  it('no message and no state names the token or an address, even where the API’s own message does', async () => {
    const server = await aServer();
    server.putAds('7001', inventedAds('7001', 300));
    const collected = await collectAll(server, QUESTION, { token: 'EAAWrongTokenOfTheTest', calls_a_step: 1 });
    expect(collected.problem).toMatch(/META_TOKEN is spent/);
    const other = await aServer();
    other.putAds('7001', inventedAds('7001', 300));
    other.next({}, { error: { code: 200, message: `Bad https://graph.facebook.com/?access_token=${other.token} and ${other.token}` } });
    const stopped = await collectAll(other, QUESTION, { calls_a_step: 1 });
    expect(JSON.stringify([collected.steps, collected.problem, stopped.problem, stopped.steps.map((step) => step.state)])).not.toMatch(
      /EAA|https?:/,
    );
  });
});

describe('steps', () => {
  it('a state goes through JSON between any two steps, and the ads are those of one go', async () => {
    const server = await aServer();
    const pages = ['7001', '7002', '7003'];
    for (const page of pages) server.putAds(page, inventedAds(page, 130));
    const whole = await collectAll(server, { ...QUESTION, page_ids: pages });
    for (const calls of [1, 2, 3]) {
      let state: MetaState | null = firstMetaState({ ...QUESTION, page_ids: pages }, 100);
      const ids: string[] = [];
      while (state !== null) {
        const step: MetaStep = await metaStep(JSON.parse(JSON.stringify(state)) as MetaState, optionsFor(server, { calls_a_step: calls }));
        ids.push(...idsOf(step.lines));
        state = step.state;
      }
      expect(ids).toEqual(whole.ids);
    }
  });

  it('a step done twice gives the same bytes', async () => {
    const server = await aServer();
    server.putAds('7001', inventedAds('7001', 300));
    const first = firstMetaState(QUESTION, 100);
    if (!first) throw new Error('no state');
    const [once, twice] = [await metaStep(first, optionsFor(server)), await metaStep(first, optionsFor(server))];
    expect(twice).toEqual(once);
  });

  it('a state of a thousand pages with long cursors fits a queue message', async () => {
    const server = await aServer();
    const pages = Array.from({ length: 1000 }, (_, i) => String(100_000_000_000_000 + i));
    server.putAds('100000000000000', inventedAds('7001', 3000));
    const first = firstMetaState({ ...QUESTION, page_ids: pages });
    if (!first) throw new Error('no state');
    const step = await metaStep(first, optionsFor(server, { calls_a_step: 10 }));
    expect(step.state?.recent).toHaveLength(1000);
    expect(JSON.stringify(step.state).length).toBeLessThan(100_000);
  });
});
