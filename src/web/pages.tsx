/** The pages: each shows the record that its JSON twin under /api/v1 answers, from the same load. */
import type { Context, Hono } from 'hono';
import type { PartyRow } from '../store/parties.ts';
import { listParties } from '../store/parties.ts';
import { ad, ads } from './api/ads.ts';
import { advertisers } from './api/advertisers.ts';
import { coverage } from './api/coverage.ts';
import { declaration } from './api/declarations.ts';
import { finding, findings } from './api/findings.ts';
import { front } from './api/front.ts';
import { notice } from './api/notices.ts';
import { party } from './api/party.ts';
import { revisions } from './api/revisions.ts';
import { type RuleDetailView, rule, rules } from './api/vocabulary.ts';
import { type Endpoint, honoPath, loadOf, queryOf, type Site } from './endpoint.ts';
import type { AppEnv } from './env.ts';
import { openapiDocument } from './openapi.ts';
import { AdPage } from './pages/ad.tsx';
import { type AdsData, AdsPage } from './pages/ads.tsx';
import { type AdvertisersData, AdvertisersPage } from './pages/advertisers.tsx';
import { ApiPage } from './pages/api.tsx';
import { CoveragePage } from './pages/coverage.tsx';
import { DeclarationPage } from './pages/declaration.tsx';
import { FindingPage } from './pages/finding.tsx';
import { type FindingsData, FindingsPage } from './pages/findings.tsx';
import { FrontPage } from './pages/front.tsx';
import { MethodPage } from './pages/method.tsx';
import { NoticePage } from './pages/notice.tsx';
import { PartyPage } from './pages/party.tsx';
import { ProblemPage } from './pages/problem.tsx';
import { type RevisionsData, RevisionsPage } from './pages/revisions.tsx';
import { RulePage } from './pages/rule.tsx';
import { RulesPage } from './pages/rules.tsx';
import type { ProblemDetails } from './problem.ts';
import type { AdDetailView } from './shapes/ads.ts';
import type { CoverageView } from './shapes/coverage.ts';
import type { DeclarationView } from './shapes/declarations.ts';
import type { FindingDetailView } from './shapes/findings.ts';
import type { NoticeView } from './shapes/notices.ts';
import type { FrontView, PartyView } from './shapes/parties.ts';
import type { RuleView } from './shapes/rules.ts';

type Node = ReturnType<typeof FrontPage>;

interface Page {
  readonly path: string;
  readonly endpoint: Endpoint;
  /** Lists name the parties in their rows and in their filters. */
  readonly names?: boolean;
  readonly render: (record: unknown, site: Site, more: { filters: Record<string, string>; parties: readonly PartyRow[] }) => Node;
}

/** One page: the address, where its record comes from, and the component that shows it. */
function page<T>(path: string, endpoint: Endpoint, render: (data: T, site: Site) => Node): Page {
  return { path, endpoint, render: (record, site) => render(record as T, site) };
}

/** A list page: the record's items with the query asked and the names of parties. */
function list<T extends { filters: unknown }>(path: string, endpoint: Endpoint, render: (data: T, site: Site) => Node): Page {
  return {
    path,
    endpoint,
    names: true,
    render: (record, site, { filters, parties }) => render({ ...(record as object), filters, parties } as unknown as T, site),
  };
}

const PAGES: readonly Page[] = [
  page<FrontView>('/', front, (data, site) => <FrontPage data={data} site={site} />),
  page<PartyView>('/parties/{party}', party, (data, site) => <PartyPage data={data} site={site} />),
  list<FindingsData>('/findings', findings, (data, site) => <FindingsPage data={data} site={site} />),
  page<FindingDetailView>('/findings/{id}', finding, (data, site) => <FindingPage data={data} site={site} />),
  list<AdsData>('/ads', ads, (data, site) => <AdsPage data={data} site={site} />),
  page<AdDetailView>('/ads/{id}', ad, (data, site) => <AdPage data={data} site={site} />),
  list<AdvertisersData>('/advertisers', advertisers, (data, site) => <AdvertisersPage data={data} site={site} />),
  list<RevisionsData>('/revisions', revisions, (data, site) => <RevisionsPage data={data} site={site} />),
  page<CoverageView>('/coverage', coverage, (data, site) => <CoveragePage data={data} site={site} />),
  page<NoticeView>('/notices/{id}', notice, (data, site) => <NoticePage data={data} site={site} />),
  page<DeclarationView>('/declarations/{id}', declaration, (data, site) => <DeclarationPage data={data} site={site} />),
  page<{ items: readonly RuleView[] }>('/rules', rules, (data, site) => <RulesPage data={data.items} site={site} />),
  page<RuleDetailView>('/rules/{id}', rule, (data, site) => <RulePage data={data} site={site} />),
];

export function mountPages(app: Hono<AppEnv>): void {
  app.get('/method', (c) => c.html(<MethodPage site={siteOf(c)} />));
  app.get('/api', (c) =>
    c.html(
      <ApiPage
        data={{ document: openapiDocument(new URL(c.req.url).origin), base: `${new URL(c.req.url).origin}/api/v1` }}
        site={siteOf(c)}
      />,
    ),
  );
  for (const { path, endpoint, names, render } of PAGES) {
    app.get(honoPath(path, endpoint.wild), async (c) => {
      const load = loadOf(c.env.WORLD, c.var, c.req.url, endpoint);
      const record = await endpoint.load(load, c.req.param() as Record<string, string>, queryOf(endpoint, load.asked));
      const parties = names ? await listParties(c.var.db) : [];
      return c.html(render(record, siteOf(c), { filters: Object.fromEntries(load.asked), parties }));
    });
  }
}

/** An error, shown as a page. */
export function errorPage(c: Context<AppEnv>, problem: ProblemDetails): Response | Promise<Response> {
  c.status(problem.status as 404);
  c.header('cache-control', 'no-store');
  return c.html(<ProblemPage data={problem} site={siteOf(c)} />);
}

function siteOf(c: Context<AppEnv>): Site {
  return { world: c.env.WORLD === 'demo' ? 'demo' : 'real', revision: c.var.revision ?? 0, as_of: c.var.changed_at ?? c.var.now };
}
