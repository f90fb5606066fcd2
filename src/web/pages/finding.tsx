/** One finding: a sentence to quote, everything it rests on, what would close it, and how it came about. */
import type { Site } from '../endpoint.ts';
import { dayRange, moneyWords } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { adPath, findingPath, jsonTwin, partyPath, practicePath, rulePath, withQuery } from '../links.ts';
import { MachineReading, Outcome } from '../marks.tsx';
import { Citations } from '../parts/citations.tsx';
import { Course, Log } from '../parts/course.tsx';
import { EvidenceList } from '../parts/evidence.tsx';
import type { FindingDetailView } from '../shapes/findings.ts';
import { At, Cards, Cell, Day, Facts, Head, Name, Row } from '../table.tsx';
import {
  askedWords,
  basisWord,
  criterionLabel,
  levelWords,
  outcomeWord,
  platformName,
  practiceLabel,
  reasonWords,
  regimeWord,
  subjectLabel,
} from '../words.ts';

/** A statement of more than this many letters is set smaller. */
const LONG = 220;

export function FindingPage({ data, site }: { readonly data: FindingDetailView; readonly site: Site }) {
  const path = findingPath(data.id);
  return (
    <Layout
      title={`${outcomeWord(data.outcome)}: ${subjectLabel(data)}, ${data.party_name}`}
      description={data.reader_text}
      path={path}
      site={site}
      json={jsonTwin(path)}
    >
      <article>
        <header class="head">
          <p class="kicker">
            <a href={partyPath(data.party)}>
              <Name>{data.party_name}</Name>
            </a>
          </p>
          <h1>{subjectLabel(data)}</h1>
          <p class="head-question">{askedWords(data.rule, data.outcome)}</p>
          <p class="head-outcome">
            <Outcome outcome={data.outcome} severity={data.severity} />{' '}
            <span class="soft">
              {data.valid_to ? dayRange(data.valid_from, data.valid_to) : 'since '}
              {data.valid_to ? null : <Day on={data.valid_from} />}
            </span>
            {data.reviewed ? <span class="soft">confirmed by a person</span> : <MachineReading />}
          </p>
          <blockquote class={`statement${data.reader_text.length > LONG ? ' long' : ''}`} dir="auto">
            {data.reader_text}
          </blockquote>
        </header>
        <div class="with-side">
          <div>
            <section class="block" aria-labelledby="evidence">
              <h2 id="evidence">The evidence</h2>
              <EvidenceList party={data.party} evidence={data.evidence} />
            </section>
            {data.ads.length > 0 ? <AdsBehind data={data} /> : null}
            <section class="block" aria-labelledby="closes">
              <h2 id="closes">{data.outcome === 'gap' ? 'What would close it' : 'What the party can do'}</h2>
              <p dir="auto">{data.party_text}</p>
              {data.suggested ? (
                <figure class="suggested">
                  <figcaption>A sentence that the notice or the declaration could use. Offered, never required:</figcaption>
                  <blockquote class="quote" dir="auto">
                    {data.suggested}
                  </blockquote>
                </figure>
              ) : null}
              {data.outcome === 'gap' && data.closes ? <p class="note">In general: {data.closes}</p> : null}
            </section>
            <section class="block" aria-labelledby="course">
              <h2 id="course">Over time</h2>
              <Course finding={data} today={site.as_of} />
            </section>
          </div>
          <Side data={data} />
        </div>
      </article>
    </Layout>
  );
}

function Side({ data }: { readonly data: FindingDetailView }) {
  return (
    <div class="side">
      <section aria-labelledby="question">
        <h2 id="question">The question</h2>
        <p>{data.question}</p>
        <p class="note">
          <a href={rulePath(data.rule)}>The rule, version {data.rule_version}</a>. It is put to every party alike.
        </p>
        <Facts
          facts={[
            ['Why this answer', reasonWords(data.reason)],
            ['Rests on', `${basisWord(data.basis)}, ${regimeWord(data.regime)}`],
            ['Practice', data.practice ? <a href={practicePath(data.party, data.practice)}>{practiceLabel(data.practice)}</a> : null],
            ['Kind of targeting', data.criterion ? criterionLabel(data.criterion) : null],
            ['Platform', data.platform ? platformName(data.platform) : null],
            ['Level of evidence', data.level ? levelWords(data.level) : null],
            ['Holds', dayRange(data.valid_from, data.valid_to)],
            ['Recorded', <At instant={data.recorded_at} />],
          ]}
        />
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">What the question rests on</h2>
        <Citations citations={data.citations} />
      </section>
      <section aria-labelledby="cite">
        <h2 id="cite">To cite this</h2>
        <p class="citation" dir="auto">
          {data.citation}
        </p>
        <Facts
          facts={[
            ['Permanent address', <a href={findingPath(data.id)}>{data.permalink}</a>],
            ['Id', <code>{data.id}</code>],
          ]}
        />
      </section>
      <section aria-labelledby="log">
        <h2 id="log">In the public log</h2>
        <Log entries={data.log} />
      </section>
    </div>
  );
}

const LONGEST_ID = 28;

/** Ids of some libraries are 64 digits long: the beginning is enough to tell ten ads apart. */
function shortId(id: string): string {
  return id.length <= LONGEST_ID ? id : `${id.slice(0, LONGEST_ID)}…`;
}

function AdsBehind({ data }: { readonly data: FindingDetailView }) {
  const query = { party: data.party, platform: data.platform, criterion: data.criterion };
  return (
    <section class="block" aria-labelledby="ads">
      <h2 id="ads">Ads behind it</h2>
      <Cards
        caption={`The ${data.ads.length === 1 ? 'ad' : `${data.ads.length} ads`} with the largest spend`}
        heads={['Ad', 'Days', 'Spend']}
      >
        {data.ads.map((ad) => (
          <Row>
            <Head>
              <a href={adPath(ad.id)}>{shortId(ad.id)}</a>
            </Head>
            <Cell label="Days">{dayRange(ad.first_day, ad.last_day)}</Cell>
            <Cell label="Spend" number>
              {ad.spend ? moneyWords(ad.spend) : 'not given'}
            </Cell>
          </Row>
        ))}
      </Cards>
      <p>
        <a href={withQuery('/ads', query)}>All of them</a>
      </p>
    </section>
  );
}
