/** One question: what each answer means, what it rests on, how severe a gap is, what closes it, and how it has changed. */
import { RECOMMENDATIONS } from '../../core/recommendations.ts';
import type { RuleDetailView } from '../api/vocabulary.ts';
import type { Site } from '../endpoint.ts';
import { dayRange, whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { jsonTwin, rulePath, withQuery } from '../links.ts';
import { Outcome } from '../marks.tsx';
import { Citations } from '../parts/citations.tsx';
import { Day, Facts } from '../table.tsx';
import { basisWord, regimeWord } from '../words.ts';
import { Compares } from './rules.tsx';

export function RulePage({ data, site }: { readonly data: RuleDetailView; readonly site: Site }) {
  const path = rulePath(data.id);
  const served = RECOMMENDATIONS.filter((one) => data.serves.includes(one.code));
  return (
    <Layout title={data.title} description={data.question} path={path} site={site} json={jsonTwin(path)}>
      <header class="head">
        <p class="kicker">
          <a href="/rules">A question put to every party</a>
        </p>
        <h1>{data.title}</h1>
        <p class="deck">{data.question}</p>
        <p class="rule-facts">
          <Compares sources={data.compares} />
        </p>
      </header>
      <div class="with-side">
        <div>
          <section class="block" aria-labelledby="answers">
            <h2 id="answers">What each answer means</h2>
            <dl class="answers">
              {(
                [
                  ['gap', data.outcomes.gap, data.present.gap],
                  ['met', data.outcomes.met, data.present.met],
                  ['cannot-tell', data.outcomes.cannot_tell, data.present.cannot_tell],
                ] as const
              ).map(([outcome, meaning, count]) => (
                <div>
                  <dt>
                    <Outcome outcome={outcome} />
                  </dt>
                  <dd>{meaning}</dd>
                  <dd class="answers-count">
                    <a href={withQuery('/findings', { rule: data.id, outcome })}>
                      {whole(count)} {count === 1 ? 'answer' : 'answers'} now
                    </a>
                  </dd>
                </div>
              ))}
              <div>
                <dt>No answer</dt>
                <dd>{data.outcomes.none}</dd>
              </div>
            </dl>
          </section>
          <section class="block" aria-labelledby="severity">
            <h2 id="severity">How severe a gap is</h2>
            <p>{data.severity}</p>
          </section>
          <section class="block" aria-labelledby="closes">
            <h2 id="closes">What closes a gap</h2>
            <p>{data.closes}</p>
          </section>
          {served.length > 0 ? (
            <section class="block" aria-labelledby="serves">
              <h2 id="serves">Which recommendations it serves</h2>
              <dl class="terms">
                {served.map((one) => (
                  <div>
                    <dt>
                      {one.code}. {one.title}
                    </dt>
                    <dd>{one.says}</dd>
                  </div>
                ))}
              </dl>
              <p class="note">The six key recommendations of the ICO’s audits of seven parties, November 2020. The numbers are ours.</p>
            </section>
          ) : null}
        </div>
        <div class="side">
          <section aria-labelledby="rests">
            <h2 id="rests">What it rests on</h2>
            <Facts
              facts={[
                ['Strongest basis', `${basisWord(data.basis)}, ${regimeWord(data.regime)}`],
                ['Asked of days', dayRange(data.in_force_from, data.in_force_to)],
              ]}
            />
            <Citations citations={data.citations} />
          </section>
          <section aria-labelledby="changes">
            <h2 id="changes">Versions</h2>
            <ul class="records">
              {data.changes.map((change) => (
                <li>
                  Version {change.version}, <Day on={change.on} />
                  <span class="under">{change.what}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Layout>
  );
}
