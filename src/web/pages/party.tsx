/** One party: what is seen, declared and told, side by side, and everything that the comparison rests on. */
import type { Site } from '../endpoint.ts';
import { whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { findingPath, jsonTwin, partyPath, withQuery } from '../links.ts';
import { Legend, Outcome } from '../marks.tsx';
import { Accounts, Declarations, Notices, Registrations, summary } from '../parts/party-records.tsx';
import { ThreeColumns } from '../parts/three-columns.tsx';
import { gapCount, gapWords, Spend } from '../parts/totals.tsx';
import type { FindingView } from '../shapes/findings.ts';
import type { MatrixRowView, PartyView } from '../shapes/parties.ts';
import { At, Facts, Name, Outside } from '../table.tsx';
import { askedWords, platformName, stateWords } from '../words.ts';

const RANK: Readonly<Record<string, number>> = { urgent: 0, high: 1, medium: 2, low: 3, info: 4 };

export function PartyPage({ data, site }: { readonly data: PartyView; readonly site: Site }) {
  const path = partyPath(data.id);
  const findings = new Map(data.findings.map((finding) => [finding.id, finding]));
  const notices = new Map(data.notices.flatMap((notice) => notice.snapshots.map((snapshot) => [snapshot.id, notice.id] as const)));
  const asked = [...data.matrix].filter((row) => row.outcome !== null).sort((a, b) => weight(a) - weight(b));
  const rest = data.matrix.filter((row) => row.outcome === null);
  const others = data.findings.filter((finding) => !data.matrix.some((row) => row.findings.includes(finding.id)));
  const state = stateWords(data.state);
  return (
    <Layout
      title={data.name}
      description={`What ad libraries show of ${data.name}, what it declares and what its notice tells the public.`}
      path={path}
      site={site}
      json={jsonTwin(path)}
    >
      <header class="head">
        <p class="kicker">
          {data.fictional ? 'An invented party' : data.audited ? 'One of the seven parties the ICO audited in 2020' : 'Party'}
        </p>
        <h1 dir="auto">{data.name}</h1>
        <p class="deck">{summary(data) || 'Nothing has been seen, declared or captured for this party yet.'}</p>
      </header>
      <div class="standing">
        <div class={`standing-state state-${data.state}`}>
          <p class="kicker">Where it stands</p>
          <p class="standing-word">{state.label}</p>
          <p dir="auto">{data.because}</p>
        </div>
        <dl class="standing-numbers">
          <div>
            <dt>
              <Outcome outcome="gap" />
            </dt>
            <dd>{whole(gapCount(data.totals.gaps))}</dd>
            <dd class="under">{gapWords(data.totals.gaps) || 'none open'}</dd>
          </div>
          <div>
            <dt>
              <Outcome outcome="cannot-tell" />
            </dt>
            <dd>{whole(data.totals.cannot_tell)}</dd>
          </div>
          <div>
            <dt>
              <Outcome outcome="met" />
            </dt>
            <dd>{whole(data.totals.met)}</dd>
          </div>
        </dl>
      </div>
      {data.problems.length > 0 ? (
        <section class="missing" aria-labelledby="missing">
          <h2 id="missing">What is missing</h2>
          <ul>
            {data.problems.map((problem) => (
              <li dir="auto">{problem}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.matrix.length > 0 ? (
        <section class="block" aria-labelledby="columns">
          <h2 id="columns">Seen, declared, told</h2>
          <Legend />
          {asked.length > 0 ? (
            <ThreeColumns
              party={data.id}
              caption="Practices with an answer, gaps first"
              rows={asked}
              findings={findings}
              notices={notices}
            />
          ) : null}
          {rest.length > 0 ? (
            <ThreeColumns party={data.id} caption="Practices with nothing to compare" rows={rest} findings={findings} notices={notices} />
          ) : null}
        </section>
      ) : null}
      {others.length > 0 ? <Others findings={others} /> : null}
      <section class="block" aria-labelledby="money">
        <h2 id="money">Ads and money</h2>
        <Facts
          facts={[
            ['Ads', data.totals.ads > 0 ? <a href={withQuery('/ads', { party: data.id })}>{whole(data.totals.ads)}</a> : 'none seen'],
            ['Spend, lower to upper bound', <Spend amounts={data.totals.spend} all={data.totals.spend} />],
            ['Libraries', data.totals.platforms.map(platformName).join(', ') || 'none with an ad of this party'],
          ]}
        />
        <Accounts party={data} />
      </section>
      <div class="pair">
        <section class="block" aria-labelledby="notices">
          <h2 id="notices">Notices</h2>
          <Notices party={data} />
        </section>
        <section class="block" aria-labelledby="declarations">
          <h2 id="declarations">Declarations</h2>
          <Declarations party={data} />
        </section>
      </div>
      <section class="block" aria-labelledby="register">
        <h2 id="register">From the register</h2>
        <Facts
          facts={[
            ['Name', <Name>{data.name}</Name>],
            ['Website', data.website ? <Outside href={data.website}>{data.website}</Outside> : null],
            ['Nations', data.nations.join(', ')],
            ['Registrations', data.registrations.length > 0 ? <Registrations party={data} /> : null],
            ['Questions last asked', data.reconciled_at ? <At instant={data.reconciled_at} /> : 'not yet'],
          ]}
        />
        <p>
          <a href={withQuery('/findings', { party: data.id })}>All findings on this party</a>
        </p>
      </section>
    </Layout>
  );
}

/** Gaps first, by severity; then what cannot be told; then what is met. */
function weight(row: MatrixRowView): number {
  if (row.outcome === 'gap') return RANK[row.severity ?? 'info'] ?? 5;
  return row.outcome === 'cannot-tell' ? 10 : 20;
}

function Others({ findings }: { readonly findings: readonly FindingView[] }) {
  return (
    <section class="block" aria-labelledby="others">
      <h2 id="others">Answers about no single practice</h2>
      <ul class="findings-short">
        {findings.map((finding) => (
          <li>
            <Outcome outcome={finding.outcome} severity={finding.severity} />
            <a href={findingPath(finding.id)}>{askedWords(finding.rule, finding.outcome)}</a>
            <p dir="auto">{finding.reader_text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
