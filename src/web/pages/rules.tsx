/** The questions put to every party alike. */
import type { Site } from '../endpoint.ts';
import { Layout } from '../layout.tsx';
import { jsonTwin, rulePath } from '../links.ts';
import { Shape, type Source } from '../marks.tsx';
import type { RuleView } from '../shapes/rules.ts';
import { basisWord, regimeWord } from '../words.ts';

export function RulesPage({ data, site }: { readonly data: readonly RuleView[]; readonly site: Site }) {
  return (
    <Layout
      title="Rules"
      description="The questions that Candour puts to every party alike, what each rests on, and what each answer means."
      path="/rules"
      site={site}
      json={jsonTwin('/rules')}
    >
      <header class="head">
        <h1>The questions</h1>
        <p class="deck">
          Every party is asked the same. Each rule names what it compares, what it rests on, how severe a gap is and what closes it. The
          same evidence always gives the same answer.
        </p>
      </header>
      <ol class="rules">
        {data.map((rule) => (
          <li>
            <h2>
              <a href={rulePath(rule.id)}>{rule.title}</a>
            </h2>
            <p class="rule-question">{rule.question}</p>
            <p class="rule-facts">
              <Compares sources={rule.compares} /> · {basisWord(rule.basis)}, {regimeWord(rule.regime)}
              {rule.serves.length > 0 ? ` · serves ${rule.serves.join(', ')}` : ''} · version {rule.version}
            </p>
          </li>
        ))}
      </ol>
      {data.length === 0 ? <p class="empty">No rule is in force.</p> : null}
      <p class="note">
        K1 to K6 are our numbers for the six key recommendations that the ICO made in November 2020.{' '}
        <a href="/method#recommendations">What they say</a>.
      </p>
    </Layout>
  );
}

/** `seen and told`, each with its shape. */
export function Compares({ sources }: { readonly sources: readonly string[] }) {
  return (
    <span class="compares">
      {sources.map((source, at) => (
        <>
          {at > 0 ? ' with ' : 'compares '}
          <Shape source={source as Source} state={source === 'told' ? 'stated' : source} /> {source}
        </>
      ))}
    </span>
  );
}
