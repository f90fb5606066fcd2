/** One version of a declaration: what the party states, its versions, and the file as it was sent. */
import { capitalised, fromToWords } from '../../core/words.ts';
import type { Site } from '../endpoint.ts';
import { Layout } from '../layout.tsx';
import { declarationPath, jsonTwin, partyPath, withQuery } from '../links.ts';
import { Negatives, OtherUses, Uses } from '../parts/declared.tsx';
import type { DeclarationView } from '../shapes/declarations.ts';
import { At, Cards, Cell, Day, Facts, Hash, Head, Name, Row, Scroll } from '../table.tsx';
import { opened } from '../words.ts';

/** Of a very long file the page shows the beginning; the JSON of the page has the whole. */
const LONGEST = 100_000;

export function DeclarationPage({ data, site }: { readonly data: DeclarationView; readonly site: Site }) {
  const path = declarationPath(data.id);
  return (
    <Layout
      title={`Declaration of ${data.party_name}, version ${data.version}`}
      description={`What ${data.party_name} declares about its targeting, version ${data.version}.`}
      path={path}
      site={site}
      json={withQuery(jsonTwin(path), { version: String(data.version) })}
    >
      <header class="head">
        <p class="kicker">
          <a href={partyPath(data.party)}>
            <Name>{data.party_name}</Name>
          </a>
        </p>
        <h1>Declaration, version {data.version}</h1>
        <p class="deck">
          {data.status === 'published' ? 'Published' : `${capitalised(opened(data.status))}, dated`} <At instant={data.published_at} />; it
          stands {fromToWords(data.valid_from, data.valid_to)}.
          {data.superseded_on ? (
            <>
              {' '}
              A later version replaced it on <Day on={data.superseded_on} />.
            </>
          ) : null}
        </p>
        {data.correction_reason ? (
          <p class="note" dir="auto">
            Why this version: {data.correction_reason}
          </p>
        ) : null}
      </header>
      <section class="block" aria-labelledby="uses">
        <h2 id="uses">What it says is used</h2>
        <Uses uses={data.uses} />
      </section>
      <div class="pair">
        <section class="block" aria-labelledby="negatives">
          <h2 id="negatives">What it says is not used</h2>
          <Negatives negatives={data.negatives} />
        </section>
        <section class="block" aria-labelledby="behind">
          <h2 id="behind">Uses behind the adverts</h2>
          <OtherUses practices={data.practices} />
        </section>
      </div>
      <section class="block" aria-labelledby="file">
        <h2 id="file">The file</h2>
        <Facts
          facts={[
            ['Id', <bdi>{data.id}</bdi>],
            ['Received', <At instant={data.received_at} />],
            ['Signature', opened(data.signature)],
            ['SHA-256', <Hash of={data.sha256} />],
          ]}
        />
        <Versions data={data} />
        <h3 id="as-sent">As it was sent</h3>
        <File file={data.file} />
      </section>
    </Layout>
  );
}

function File({ file }: { readonly file: DeclarationView['file'] }) {
  const text = JSON.stringify(file, null, 2);
  return (
    <>
      <Scroll label="The declaration file">
        <pre>{text.slice(0, LONGEST)}</pre>
      </Scroll>
      {text.length > LONGEST ? <p class="note">The file is longer than is shown here. It is whole in the JSON of this page.</p> : null}
    </>
  );
}

function Versions({ data }: { readonly data: DeclarationView }) {
  return (
    <Cards caption="Every version. A correction keeps the old one in reach." heads={['Version', 'Published', 'Status', 'Reason for it']}>
      {data.versions.map((one) => (
        <Row>
          <Head>
            <a href={declarationPath(data.id, one.version)} aria-current={one.version === data.version ? 'true' : undefined}>
              Version {one.version}
            </a>
            {one.version === data.version ? <span class="under">shown above</span> : null}
          </Head>
          <Cell label="Published">
            <At instant={one.published_at} />
          </Cell>
          <Cell label="Status">{opened(one.status)}</Cell>
          <Cell label="Reason for it">
            {one.correction_reason ? <Name>{one.correction_reason}</Name> : <span class="soft">none given</span>}
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}
