/** What a reader sees when an address cannot be answered. */
import type { Site } from '../endpoint.ts';
import { Layout } from '../layout.tsx';
import type { ProblemDetails } from '../problem.ts';

export function ProblemPage({ data, site }: { readonly data: ProblemDetails; readonly site: Site }) {
  return (
    <Layout title={data.title} description={data.title} path="" site={site} json={null}>
      <header class="head">
        <p class="kicker">{data.status}</p>
        <h1>{data.title}</h1>
        <p class="deck" dir="auto">
          {data.detail}
        </p>
      </header>
      <p>
        <a href="/">Every party</a>, <a href="/findings">every finding</a>, or <a href="/ads">every ad</a>.
      </p>
    </Layout>
  );
}
