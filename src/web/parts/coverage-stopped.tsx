/** What does not go on by itself: imports that wait for a person or stopped, and the last attempts to fetch. */
import type { CoverageView, StoppedImportView } from '../shapes/coverage.ts';
import { At, Cards, Cell, Day, Hash, Head, Name, Row, Scroll } from '../table.tsx';
import { opened, platformName } from '../words.ts';

export function HeldImports({ held }: { readonly held: readonly StoppedImportView[] }) {
  return (
    <>
      <p>
        These copies differ from the ones before them by so much that a person should look first. Nothing of them is stored or shown until
        somebody lets them in, by the API (<a href="/api">POST /reviews</a>) or on a command line. The reviewer’s name and reason are
        public.
      </p>
      <ul class="records">
        {held.map((one) => (
          <li>
            <StoppedHead one={one} />
            <p dir="auto">{one.reason}</p>
            <Scroll label={`Commands for ${one.run}`}>
              <pre>
                <code>{`candour review copy ${one.run} --confirm --reviewer NAME --reason TEXT\ncandour review copy ${one.run} --reject --reviewer NAME --reason TEXT`}</code>
              </pre>
            </Scroll>
          </li>
        ))}
      </ul>
    </>
  );
}

export function FailedImports({ failed }: { readonly failed: readonly StoppedImportView[] }) {
  return (
    <ul class="records">
      {failed.map((one) => (
        <li>
          <StoppedHead one={one} />
          <p dir="auto">{one.reason === '' ? 'No reason was noted.' : one.reason}</p>
        </li>
      ))}
    </ul>
  );
}

function StoppedHead({ one }: { readonly one: StoppedImportView }) {
  return (
    <>
      <h3>
        <Name>{one.name}</Name>
      </h3>
      <p class="under">
        Copy of <Day on={one.as_of} />, received <At instant={one.at} />. SHA-256 <Hash of={one.sha256} />
      </p>
    </>
  );
}

/** As the collectors name them; one that is not here is shown by its own name. */
const OUTCOMES: Readonly<Record<string, string>> = {
  collected: 'fetched',
  unchanged: 'nothing new',
  'not-there': 'not published',
  'half-written': 'came in part; it is tried again',
  changed: 'changed while it came; it is tried again',
  unreachable: 'not reached; it is tried again',
  'not-a-zip': 'not an archive; somebody should look',
  'too-large': 'too large; somebody should look',
  refused: 'refused; somebody should look',
  stopped: 'stopped; somebody should look',
};

const COLLECTORS: Readonly<Record<string, string>> = { 'meta-api': 'Meta Ad Library API' };

export function Attempts({ collections }: { readonly collections: CoverageView['collections'] }) {
  if (collections.length === 0)
    return <p>This site fetches nothing by itself: its files are sent by people. Fetching is off until whoever runs it sets it up.</p>;
  return (
    <Cards
      caption="The last attempt to fetch each thing, newest first"
      heads={['What', 'Outcome', 'Tried', 'Last fetched or found unchanged', 'In words']}
    >
      {collections.map((one) => (
        <Row>
          <Head>
            {COLLECTORS[one.collector] ?? platformName(one.collector)}, <Name>{opened(one.key)}</Name>
          </Head>
          <Cell label="Outcome">{OUTCOMES[one.outcome] ?? opened(one.outcome)}</Cell>
          <Cell label="Tried">
            <At instant={one.attempted_at} />
          </Cell>
          <Cell label="Last fetched or found unchanged">{one.succeeded_at === null ? 'never' : <At instant={one.succeeded_at} />}</Cell>
          <Cell label="In words">
            <Name>{one.message}</Name>
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}
