/** The whole site over the demo world: pages and JSON from the same load, every answer in its shape, every page within its budget. */
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/core/rules/index.ts';
import type { Meter } from '../../src/store/db.ts';
import { entryHash, type LogRow } from '../../src/store/log.ts';
import { ENDPOINTS } from '../../src/web/api/index.ts';
import { loadDemo, world } from '../support/demo.ts';
import { emptyDatabase, type TestSite, TOKEN, testSite } from '../support/site.ts';

let site: TestSite;
const costs = new Map<string, Meter>();
let importRuns: string[] = [];
let ids: { party: string; finding: string; ad: string; notice: string; declaration: string; run: string };

interface Listed {
  items: { id: string; outcome: string; rule: string; party: string; [key: string]: unknown }[];
  next: string | null;
  revision: number;
}

beforeAll(async () => {
  await emptyDatabase();
  site = await testSite({ world: 'demo', now: '2026-07-01T12:00:00Z', metered: (path, meter) => costs.set(path, { ...meter }) });
  importRuns = await loadDemo(site);
  const [findings, ads, notices, declarations] = await Promise.all(
    ['findings', 'ads', 'notices', 'declarations'].map((name) => site.json<Listed>(`/api/v1/${name}`)),
  );
  ids = {
    party: world.parties[0]?.id ?? '',
    finding: findings?.items[0]?.id ?? '',
    ad: ads?.items[0]?.id ?? '',
    notice: notices?.items[0]?.id ?? '',
    declaration: declarations?.items[0]?.id ?? '',
    run: importRuns[0] ?? '',
  };
}, 120_000);

/** An address of every kind, with a record behind it. */
function addressOf(path: string): string {
  const id = path.startsWith('/findings')
    ? ids.finding
    : path.startsWith('/ads')
      ? ids.ad
      : path.startsWith('/notices')
        ? ids.notice
        : path.startsWith('/declarations')
          ? ids.declaration
          : path.startsWith('/runs')
            ? ids.run
            : (RULES[0]?.id ?? '');
  return path.replace('{party}', ids.party).replace('{id}', id);
}

describe('the API', () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s answers in the shape that OpenAPI gives',
    async (path, endpoint) => {
      const record = await site.json(`/api/v1${addressOf(path)}`);
      const strict = endpoint.shape.safeParse(record);
      expect(strict.error?.issues ?? []).toEqual([]);
    },
  );

  it('describes every address it answers, in OpenAPI 3.1, with every reference resolved', async () => {
    const document = await site.json<{ openapi: string; paths: Record<string, object>; components: { schemas: Record<string, object> } }>(
      '/api/v1/openapi.json',
    );
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(ENDPOINTS.map((endpoint) => endpoint.path)));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
    for (const name of references) expect(document.components.schemas, name).toHaveProperty(name);
    expect(JSON.stringify(document)).not.toContain('#/$defs/');
  });

  it.each(ENDPOINTS.filter((endpoint) => endpoint.list).map((endpoint) => endpoint.path))(
    '%s comes as CSV and as NDJSON with the same items',
    async (path) => {
      const { items } = await site.json<Listed>(`/api/v1${addressOf(path)}`);
      const answer = await site.ask(`/api/v1${addressOf(path)}.ndjson`);
      const lines = new TextDecoder()
        .decode(await answer.arrayBuffer())
        .trim()
        .split('\n')
        .filter(Boolean);
      expect(lines.map((line) => JSON.parse(line))).toEqual(items);
      const csv = await site.ask(`/api/v1${addressOf(path)}`, { headers: { accept: 'text/csv' } });
      expect(csv.headers.get('content-type')).toContain('text/csv');
      if (items[0]) expect((await csv.text()).split('\r\n')[0]).toBe(Object.keys(items[0]).join(','));
    },
  );

  it.each(['findings', 'ads', 'observations'])('%s can be paged to the end, each item once', async (name) => {
    const seen: string[] = [];
    let next: string | null = `/api/v1/${name}?limit=7`;
    for (let pages = 0; next !== null && pages < 400; pages++) {
      const page: Listed = await site.json<Listed>(next);
      seen.push(...page.items.map((item) => JSON.stringify(item)));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const whole = await env.DB.prepare(
      name === 'findings'
        ? 'SELECT count(*) AS n FROM finding WHERE recorded_to IS NULL AND is_last = 1'
        : name === 'ads'
          ? 'SELECT count(*) AS n FROM ad'
          : 'SELECT count(*) AS n FROM observation',
    ).first<{ n: number }>();
    expect(seen.length).toBe(whole?.n);
  });

  it.each([
    ['/api/v1/findings?outcome=gap', (item: Listed['items'][number]) => item.outcome === 'gap'],
    ['/api/v1/findings?rule=seen-not-disclosed', (item: Listed['items'][number]) => item.rule === 'seen-not-disclosed'],
    [
      '/api/v1/ads?direction=exclude&criterion=geo.postcode',
      (item: Listed['items'][number]) => JSON.stringify(item.criteria).includes('{"criterion":"geo.postcode","direction":"exclude"}'),
    ],
  ])('%s filters', async (address, fits) => {
    const { items } = await site.json<Listed>(address);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(fits)).toBe(true);
  });

  it.each([
    ['/api/v1/findings?outcome=perhaps', 400],
    ['/api/v1/findings?after=nonsense', 400],
    ['/api/v1/findings?partty=lantern-party', 400],
    ['/api/v1/parties/lantern-party?party=snp', 400],
    ['/api/v1/findings?as-of=yesterday', 400],
    ['/api/v1/parties/no-such-party', 404],
    ['/api/v1/findings/no/such/finding', 404],
    ['/api/v1/nowhere', 404],
  ])('%s is answered with problem details', async (address, status) => {
    const response = await site.ask(address);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/./) });
  });

  it('says nothing was changed when the data was not, and changes its ETag when it was', async () => {
    const first = await site.ask('/api/v1/findings');
    const etag = first.headers.get('etag') ?? '';
    await first.body?.cancel();
    expect(etag).toMatch(/^".+"$/);
    expect((await site.ask('/api/v1/findings', { headers: { 'if-none-match': etag } })).status).toBe(304);
    await env.DB.prepare('UPDATE site SET revision = revision + 1').run();
    expect((await site.ask('/api/v1/findings', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('knows what it said before it was told: as-of an instant before the first import there are no findings', async () => {
    expect((await site.json<Listed>('/api/v1/findings?as-of=2026-06-30')).items).toEqual([]);
    expect((await site.json<Listed>('/api/v1/findings?as-of=2026-07-01')).items.length).toBeGreaterThan(0);
  });

  it('keeps a log that anyone can verify, entry by entry', async () => {
    let next: string | null = '/api/v1/log?limit=200';
    let prev = '0'.repeat(64);
    let seq = 0;
    while (next) {
      const page: { items: LogRow[]; next: string | null } = await site.json(next);
      for (const row of page.items) {
        expect(row.seq).toBe(seq + 1);
        expect(row.prev).toBe(prev);
        expect(await entryHash(row)).toBe(row.hash);
        ({ seq, hash: prev } = row);
      }
      next = page.next;
    }
    expect(seq).toBeGreaterThan(20);
  });
});

describe('the demo world', () => {
  it('accounts for every row of its files, and shows what a refused row looks like', async () => {
    let refused = 0;
    for (const id of importRuns) {
      const run = await site.json<{ rows: number; accepted: number; refused: number; status: string }>(`/api/v1/runs/${id}`);
      expect(run.status).toBe('done');
      expect(run.rows).toBe(run.accepted + run.refused);
      refused += run.refused;
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('shows every outcome, and every rule at work', async () => {
    const { items } = await site.json<Listed>('/api/v1/findings?limit=200');
    expect(new Set(items.map((item) => item.outcome))).toEqual(new Set(['met', 'gap', 'cannot-tell']));
    expect(new Set(items.map((item) => item.rule))).toEqual(new Set(RULES.map((rule) => rule.id)));
    expect(items.every((item) => (item.evidence as unknown[]).length > 0)).toBe(true);
  });

  it('shows the honest party without a gap, and the silent one as having no declaration', async () => {
    const { items } = await site.json<{ items: { id: string; state: string; totals: { gaps: Record<string, number> } }[] }>(
      '/api/v1/parties',
    );
    const states = new Map(items.map((item) => [item.id, item.state]));
    expect(states.get('lantern-party')).toBe('closed');
    expect(states.get('orchard-and-loom')).toBe('no-declaration');
    expect(Object.values(items.find((item) => item.id === 'lantern-party')?.totals.gaps ?? { none: 1 })).toEqual([0, 0, 0, 0, 0]);
  });

  it('shows gaps that a later notice closed, with the days before still on record', async () => {
    const { items } = await site.json<Listed>('/api/v1/findings?party=quillfold-commoners&rule=seen-not-disclosed&outcome=met');
    const details = await Promise.all(
      items.map((item) =>
        site.json<{ valid_from: string; history: { outcome: string; valid_to: string | null }[] }>(`/api/v1/findings/${item.id}`),
      ),
    );
    const mended = details.filter((detail) => detail.history.some((spell) => spell.outcome === 'gap'));
    expect(mended.length).toBeGreaterThan(0);
    for (const detail of mended) {
      expect(detail.valid_from).toBe('2026-04-24');
      expect(detail.history.at(-1)).toMatchObject({ outcome: 'gap', valid_to: '2026-04-23' });
    }
  });

  it('rests a finding on what its own practice rests on, not on every source of its rule', async () => {
    const { items } = await site.json<Listed>('/api/v1/findings?rule=seen-not-disclosed&practice=interest-targeting');
    const detail = await site.json<{ citations: { pinpoint: string }[] }>(`/api/v1/findings/${items[0]?.id}`);
    const whole = await site.json<{ citations: object[] }>('/api/v1/rules/seen-not-disclosed');
    expect(detail.citations.map((citation) => citation.pinpoint)).toContain('paragraph 84');
    expect(detail.citations.length).toBeLessThan(whole.citations.length / 2);
  });

  it('never maps an advertiser by a resemblance: those nobody mapped are listed', async () => {
    const front = await site.json<{ unmapped: { buyer: string }[] }>('/api/v1/front');
    expect(front.unmapped.length).toBeGreaterThan(0);
  });
});

const PAGES: [string, () => string, RegExp][] = [
  ['the front page', () => '/', /These parties do not exist|invented/i],
  ['a party', () => `/parties/${ids.party}`, /Seen/],
  ['findings', () => '/findings', /gap/i],
  ['a finding', () => `/findings/${ids.finding}`, /Candour/],
  ['ads', () => '/ads', /Snapchat/],
  ['advertisers', () => '/advertisers', /never an answer/],
  ['coverage', () => '/coverage', /Days covered/],
  ['revisions', () => '/revisions', /two copies/],
  ['an ad', () => `/ads/${ids.ad}`, /SHA-256|sha-256/i],
  ['a notice', () => `/notices/${ids.notice}`, /captured/i],
  ['a declaration', () => `/declarations/${ids.declaration}`, /signature/i],
  ['rules', () => '/rules', /Is each kind of targeting/],
  ['a rule', () => '/rules/seen-not-disclosed', /UK GDPR/],
  ['the method', () => '/method', /cannot/i],
  ['the API reference', () => '/api', /openapi\.json/],
];

describe('the pages', () => {
  it.each(PAGES)('%s has one h1, a title, a banner, the words that matter and no script', async (_name, address, says) => {
    const response = await site.ask(address());
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/do not exist/);
    expect(html).toMatch(says);
    expect(html).not.toMatch(/<script|\sstyle=|javascript:/i);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it.each(PAGES)('%s reads at most 200 rows of the database', async (_name, address) => {
    const path = address();
    await (await site.ask(path)).text();
    const cost = costs.get(path.split('?')[0] ?? '') ?? costs.get(decodeURIComponent(path));
    expect(cost?.rows_read, JSON.stringify(cost)).toBeLessThanOrEqual(200);
  });

  it('answers a page that is not there with a page', async () => {
    const response = await site.ask('/nowhere');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toMatch(/<h1/);
  });

  it('never answers with a token, an address or a stack', async () => {
    for (const [, address] of PAGES) {
      const html = await (await site.ask(address())).text();
      expect(html).not.toContain(TOKEN);
      expect(html).not.toMatch(/\bat \w+ \(|node_modules/);
    }
  });
});

describe('links', () => {
  it('lead somewhere: every link of every page of one kind is answered', { timeout: 60_000 }, async () => {
    const seen = new Set<string>();
    const queue = ['/'];
    const patterns = new Map<string, number>();
    while (queue.length > 0) {
      const path = queue.shift() ?? '';
      const kind = path.split('?')[0]?.split('/').slice(0, 3).join('/') ?? '';
      if (seen.has(path) || (patterns.get(kind) ?? 0) > 6 || seen.size > 150) continue;
      patterns.set(kind, (patterns.get(kind) ?? 0) + 1);
      seen.add(path);
      const response = await site.ask(path);
      expect(response.status, path).toBe(200);
      const text = await response.text();
      if (!response.headers.get('content-type')?.includes('html')) continue;
      for (const match of text.matchAll(/href="([^"]+)"/g)) {
        const href = (match[1] ?? '').replaceAll('&amp;', '&').split('#')[0] ?? '';
        if (href.startsWith('/') && !/\.(css|svg)$/.test(href)) queue.push(href);
      }
    }
    expect(seen.size).toBeGreaterThan(40);
  });
});
