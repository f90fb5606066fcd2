/** @jsxImportSource hono/jsx */
/** Every page with every fixture, by name: what the tests render, and what can be looked at. */
import { AdPage } from '../../src/web/pages/ad.tsx';
import { AdsPage } from '../../src/web/pages/ads.tsx';
import { AdvertisersPage } from '../../src/web/pages/advertisers.tsx';
import { ApiPage } from '../../src/web/pages/api.tsx';
import { CoveragePage } from '../../src/web/pages/coverage.tsx';
import { DeclarationPage } from '../../src/web/pages/declaration.tsx';
import { FindingPage } from '../../src/web/pages/finding.tsx';
import { FindingsPage } from '../../src/web/pages/findings.tsx';
import { FrontPage } from '../../src/web/pages/front.tsx';
import { MethodPage } from '../../src/web/pages/method.tsx';
import { NoticePage } from '../../src/web/pages/notice.tsx';
import { PartyPage } from '../../src/web/pages/party.tsx';
import { ProblemPage } from '../../src/web/pages/problem.tsx';
import { RevisionsPage } from '../../src/web/pages/revisions.tsx';
import { RulePage } from '../../src/web/pages/rule.tsx';
import { RulesPage } from '../../src/web/pages/rules.tsx';
import * as stored from './coverage.fixture.ts';
import * as given from './pages.fixture.ts';

const { DEMO, REAL } = given;
const parties = given.FRONT.parties.map(({ id, name }) => ({ id, name }));
const findings = [
  given.FINDING,
  given.finding({ id: 'a/b/c', outcome: 'cannot-tell', severity: null, reason: 'notice-unreadable' }),
  given.finding({ id: 'a/b/d', outcome: 'met', severity: null, reason: 'declared', reviewed: true, valid_to: '2026-05-01' }),
  given.finding({ id: 'a/b/e?x#y', party: given.LONG, reader_text: given.SCRIPT + given.LONG, rule: 'not-a-rule' }),
];

/** Each gives the whole document. */
export const PAGES = {
  front: () => <FrontPage data={given.FRONT} site={DEMO} />,
  'front-empty': () => <FrontPage data={given.EMPTY_FRONT} site={REAL} />,
  'front-extreme': () => <FrontPage data={given.EXTREME_FRONT} site={REAL} />,
  party: () => <PartyPage data={given.PARTY} site={DEMO} />,
  'party-empty': () => <PartyPage data={given.EMPTY_PARTY} site={REAL} />,
  'party-extreme': () => <PartyPage data={given.EXTREME_PARTY} site={DEMO} />,
  findings: () => (
    <FindingsPage
      data={{ items: findings, next: '/findings?after=3~a', filters: { outcome: 'gap', party: 'unknown' }, parties }}
      site={DEMO}
    />
  ),
  'findings-empty': () => <FindingsPage data={{ items: [], next: null, filters: {} }} site={REAL} />,
  finding: () => <FindingPage data={given.FINDING_DETAIL} site={DEMO} />,
  ads: () => (
    <AdsPage
      data={{ items: given.ADS, next: 'https://elsewhere.example/', filters: { criterion: 'geo.radius', account: given.SCRIPT }, parties }}
      site={DEMO}
    />
  ),
  'ads-empty': () => <AdsPage data={{ items: [], next: null, filters: {} }} site={REAL} />,
  ad: () => <AdPage data={given.AD_DETAIL} site={DEMO} />,
  'ad-bare': () => (
    <AdPage
      data={{ ...given.AD_DETAIL, observations: [], revisions: [], account: null, party: null, party_name: null, media: [], about: null }}
      site={REAL}
    />
  ),
  revisions: () => (
    <RevisionsPage
      data={{
        items: given.AD_DETAIL.revisions,
        next: '/revisions?after=x',
        summary: [given.PAIR],
        more_pairs: 2,
        filters: { source: given.PAIR.to.source_file },
        parties,
      }}
      site={DEMO}
    />
  ),
  'revisions-empty': () => <RevisionsPage data={{ items: [], next: null, summary: [], more_pairs: 0, filters: {} }} site={REAL} />,
  'revisions-extreme': () => (
    <RevisionsPage
      data={{
        items: [
          given.revision({
            buyer: given.LONG,
            payer: given.SCRIPT,
            party: given.LONG,
            field: given.LONG,
            before: given.LONG.repeat(9),
            spend: null,
          }),
          given.revision({ kind: 'not-a-kind', of: 'text', before: given.RTL, after: given.SCRIPT }),
          given.revision({ before: `${given.SCRIPT},${given.ASTRAL},${given.RTL}`, after: `${given.LONG},${given.RTL}`, kind: 'changed' }),
        ],
        next: null,
        summary: [{ ...given.PAIR, whole: false, parties: [], library: given.SCRIPT, from: { ...given.PAIR.from, name: given.LONG } }],
        more_pairs: 0,
        filters: { field: given.SCRIPT, ad: 'snapchat:a/b' },
      }}
      site={REAL}
    />
  ),
  advertisers: () => (
    <AdvertisersPage
      data={{ items: stored.ADVERTISERS, currencies: ['GBP', 'EUR', ''], filters: { currency: 'none' }, parties }}
      site={DEMO}
    />
  ),
  'advertisers-empty': () => <AdvertisersPage data={{ items: [], currencies: [], filters: {} }} site={REAL} />,
  'advertisers-extreme': () => (
    <AdvertisersPage
      data={{ items: stored.EXTREME_ADVERTISERS, currencies: [given.SCRIPT], filters: { party: given.SCRIPT, platform: 'none' } }}
      site={REAL}
    />
  ),
  coverage: () => <CoveragePage data={stored.COVERAGE} site={DEMO} />,
  'coverage-empty': () => <CoveragePage data={stored.EMPTY_COVERAGE} site={REAL} />,
  'coverage-extreme': () => <CoveragePage data={stored.EXTREME_COVERAGE} site={REAL} />,
  notice: () => <NoticePage data={given.NOTICE} site={DEMO} />,
  'notice-unreadable': () => <NoticePage data={given.UNREADABLE_NOTICE} site={DEMO} />,
  'notice-uncaptured': () => <NoticePage data={given.UNCAPTURED_NOTICE} site={REAL} />,
  declaration: () => <DeclarationPage data={given.DECLARATION} site={DEMO} />,
  rules: () => <RulesPage data={[given.RULE, { ...given.RULE, id: 'seen-not-disclosed', compares: ['seen', 'told'] }]} site={DEMO} />,
  rule: () => <RulePage data={given.RULE} site={DEMO} />,
  method: () => <MethodPage site={REAL} />,
  api: () => <ApiPage data={{ document: given.OPENAPI, base: 'https://candour.example/api/v1' }} site={DEMO} />,
  problem: () => (
    <ProblemPage data={{ type: 'about:blank', title: 'Not found', status: 404, detail: `There is no ${given.SCRIPT}.` }} site={DEMO} />
  ),
} as const;
