/** The API for people: every address with its parameters, its answer and a line that can be pasted into a terminal. */
import type { Site } from '../endpoint.ts';
import { Layout } from '../layout.tsx';
import { Fields, type Listed, type OpenApiDocument, operations, TypeWords } from '../parts/openapi.tsx';
import { Cards, Cell, Head, Row, Scroll } from '../table.tsx';

export interface ApiData {
  readonly document: OpenApiDocument;
  /** Where the API answers, without a slash at the end: `https://candour.example/api/v1`. */
  readonly base: string;
}

export function ApiPage({ data, site }: { readonly data: ApiData; readonly site: Site }) {
  const all = operations(data.document);
  const schemas = Object.entries(data.document.components?.schemas ?? {});
  return (
    <Layout
      title="API"
      description="Everything on these pages as JSON, NDJSON and CSV, without an account."
      path="/api"
      site={site}
      json="/api/v1/openapi.json"
    >
      <header class="head">
        <h1>The API</h1>
        <p class="deck">
          Everything on these pages is data, and needs no account to read. Every page names its JSON in the foot. The whole description is{' '}
          <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
        </p>
      </header>
      <section class="block prose" aria-labelledby="shape">
        <h2 id="shape">What every answer has in common</h2>
        <ul>
          <li>
            Lists answer <code>items</code>, <code>next</code>, <code>as_of</code> and <code>revision</code>. <code>next</code> is a ready
            address, or null at the end.
          </li>
          <li>
            Lists come as JSON, NDJSON or CSV: by <code>Accept</code>, or by <code>.ndjson</code> and <code>.csv</code> after the address.
          </li>
          <li>Days are 2026-05-03; instants are in UTC and end in Z; money is minor units with a lower and an upper bound.</li>
          <li>Errors are problem details (RFC 9457): what was found, and what to do.</li>
          <li>Answers carry an ETag. Ids never change.</li>
        </ul>
      </section>
      <nav class="contents" aria-label="Addresses">
        <ul>
          {all.map((one) => (
            <li>
              <a href={`#${one.id}`}>
                <span class="method">{one.method}</span> {one.path}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {all.map((one) => (
        <Described one={one} base={data.base} />
      ))}
      {schemas.length > 0 ? (
        <section class="block" aria-labelledby="records">
          <h2 id="records">Records</h2>
          {schemas.map(([name, schema]) => (
            <section id={`schema-${name}`} class="record">
              <h3>{name}</h3>
              {schema.description ? <p>{schema.description}</p> : null}
              <Fields caption={`Fields of ${name}`} schema={schema} />
            </section>
          ))}
        </section>
      ) : null}
    </Layout>
  );
}

function Described({ one, base }: { readonly one: Listed; readonly base: string }) {
  const { operation } = one;
  const parameters = operation.parameters ?? [];
  const [answer] = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
  const schema = answer?.[1].content?.['application/json']?.schema;
  return (
    <section class="block operation" id={one.id} aria-labelledby={`${one.id}-h`}>
      <h2 id={`${one.id}-h`}>
        <span class="method">{one.method}</span> <code>{one.path}</code>
      </h2>
      <p>{operation.summary}</p>
      {operation.description ? <p class="note">{operation.description}</p> : null}
      {parameters.length > 0 ? (
        <Cards caption="Parameters" heads={['Name', 'Where', 'Type', 'What it is']}>
          {parameters.map((parameter) => (
            <Row>
              <Head>
                <code>{parameter.name}</code>
              </Head>
              <Cell label="Where">{parameter.required ? `${parameter.in}, needed` : parameter.in}</Cell>
              <Cell label="Type">
                <TypeWords schema={parameter.schema} />
              </Cell>
              <Cell label="What it is">{parameter.description ?? parameter.schema?.description ?? ''}</Cell>
            </Row>
          ))}
        </Cards>
      ) : null}
      {schema?.$ref ? (
        <p>
          Answers a <TypeWords schema={schema} />.
        </p>
      ) : null}
      {schema && !schema.$ref ? <Fields caption="Answers" schema={schema} /> : null}
      <Scroll label={`Example of ${one.method} ${one.path}`}>
        <pre>{example(one, base)}</pre>
      </Scroll>
    </section>
  );
}

const EXAMPLES: Readonly<Record<string, string>> = { outcome: 'gap', limit: '10', from: '2026-03-01', criterion: 'geo.postcode' };

/** A line for a terminal. Parts in braces are for the reader to fill in. */
function example(one: Listed, base: string): string {
  const query = (one.operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query' && EXAMPLES[parameter.name] !== undefined)
    .slice(0, 2)
    .map((parameter) => `${parameter.name}=${EXAMPLES[parameter.name]}`)
    .join('&');
  const address = `'${base}${one.path}${query === '' ? '' : `?${query}`}'`;
  if (one.method === 'GET') return `curl ${address}`;
  return `curl -X ${one.method} -H "authorization: Bearer $CANDOUR_TOKEN" --data-binary @FILE ${address}`;
}
