/** The site: API and pages over one set of loads. */
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Bytes } from '../store/bytes.ts';
import type { DbOptions, Meter } from '../store/db.ts';
import { Db } from '../store/db.ts';
import { siteState } from '../store/site.ts';
import { ENDPOINTS } from './api/index.ts';
import { toCsv } from './csv-out.ts';
import { type Endpoint, honoPath, loadOf, queryOf, refuseUnknown } from './endpoint.ts';
import type { AppEnv } from './env.ts';
import { POSTS } from './intake/index.ts';
import { openapiDocument } from './openapi.ts';
import { errorPage, mountPages } from './pages.tsx';
import { notFound, problemResponse, Refusal } from './problem.ts';

const API = '/api/v1';
const LIVE = [`${API}/runs`, `${API}/coverage`, '/coverage'];

export interface AppOptions {
  readonly now?: () => string;
  readonly db?: DbOptions;
  /** Told what each request cost the database: tests hold pages to a budget with it. */
  readonly metered?: (path: string, meter: Meter) => void;
}

export function createApp(options: AppOptions = {}): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'strict-origin-when-cross-origin',
    }),
  );
  app.use(async (c, next) => {
    c.set('db', new Db(c.env.DB, options.db));
    c.set('bytes', new Bytes(c.env.BYTES));
    c.set('now', options.now?.() ?? new Date().toISOString());
    await next();
    options.metered?.(c.req.path, c.var.db.meter);
  });
  app.get('*', async (c, next) => {
    const state = await siteState(c.var.db);
    c.set('revision', state.revision);
    c.set('changed_at', state.changed_at);
    // A run changes without changing public data, and a copy grows older by itself: their addresses are never kept.
    const live = LIVE.some((path) => c.req.path.startsWith(path));
    const etag = `"${c.env.VERSION?.id ?? 'dev'}-${state.revision}"`;
    if (!live && c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers: { etag } });
    await next();
    if (c.res.status !== 200) return;
    c.res.headers.set('cache-control', live ? 'no-store' : 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=86400');
    if (!live) c.res.headers.set('etag', etag);
  });

  app.get(`${API}/openapi.json`, (c) => c.json(openapiDocument(new URL(c.req.url).origin)));
  for (const endpoint of ENDPOINTS) mountEndpoint(app, endpoint);
  for (const post of POSTS) app.post(`${API}${honoPath(post.path)}`, post.handle);
  mountPages(app);

  app.notFound((c) => {
    const refusal = notFound(`page at ${new URL(c.req.url).pathname}`);
    return isApi(c.req.path) ? problemResponse(refusal.problem) : errorPage(c, refusal.problem);
  });
  app.onError((error, c) => {
    const problem =
      error instanceof Refusal
        ? error.problem
        : {
            type: 'about:blank',
            title: 'Something went wrong',
            status: 500,
            detail: 'The fault is ours. Try again; sending the same thing twice does no harm.',
          };
    // Never the request, a header or a body: they may hold what must not be kept.
    if (problem.status === 500) console.error(JSON.stringify({ fault: error.name, message: error.message, path: c.req.path }));
    return isApi(c.req.path) ? problemResponse(problem) : errorPage(c, problem);
  });
  return app;
}

function mountEndpoint(app: Hono<AppEnv>, endpoint: Endpoint): void {
  const forms = endpoint.list ? ['', '.csv', '.ndjson'] : [''];
  for (const form of forms) {
    app.get(`${API}${honoPath(endpoint.path, endpoint.wild)}${form}`, async (c) => {
      refuseUnknown(endpoint, c.req.url);
      const load = loadOf(c.env.WORLD, c.var, c.req.url, endpoint);
      const record = await endpoint.load(load, c.req.param() as Record<string, string>, queryOf(endpoint, load.asked));
      const wanted = form || formOf(c.req.header('accept') ?? '', endpoint);
      if (wanted === '') return c.json(record as object, 200, endpoint.list ? { vary: 'accept' } : {});
      const { items, next } = record as { items: Record<string, unknown>[]; next: string | null };
      const headers = { vary: 'accept', ...(next ? { link: `<${next}>; rel="next"` } : {}) };
      if (wanted === '.csv') return c.body(toCsv(items), 200, { ...headers, 'content-type': 'text/csv; charset=utf-8' });
      return c.body(items.map((item) => `${JSON.stringify(item)}\n`).join(''), 200, { ...headers, 'content-type': 'application/x-ndjson' });
    });
  }
}

function formOf(accept: string, endpoint: Endpoint): string {
  if (!endpoint.list) return '';
  if (accept.includes('text/csv')) return '.csv';
  return accept.includes('ndjson') ? '.ndjson' : '';
}

function isApi(path: string): boolean {
  return path.startsWith('/api/');
}
