/** Coverage: which copies of the ad libraries are stored, for which days, how old they are, and what is not there. */
import { countWords } from '../../core/words.ts';
import type { Site } from '../endpoint.ts';
import { day, dayRange } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { jsonTwin } from '../links.ts';
import { CoverageBar, scaleOf } from '../parts/coverage-bar.tsx';
import { LibraryFiles, sizeWords } from '../parts/coverage-files.tsx';
import { PartiesCovered } from '../parts/coverage-parties.tsx';
import { Attempts, FailedImports, HeldImports } from '../parts/coverage-stopped.tsx';
import type { CoverageView, LibraryCoverageView } from '../shapes/coverage.ts';
import { Cards, Cell, Day, Facts, Head, Row } from '../table.tsx';

export function CoveragePage({ data, site }: { readonly data: CoverageView; readonly site: Site }) {
  const scale = scaleOf(data.libraries, data.today);
  return (
    <Layout
      title="Coverage"
      description="Which copies of the ad libraries are stored, for which days, how old they are, and what is not there."
      path="/coverage"
      site={site}
      json={jsonTwin('/coverage')}
    >
      <header class="head">
        <h1>Coverage</h1>
        <p class="deck">
          Which copies of the ad libraries are stored here, and for which days. “Not seen” is only said of days that a copy covers; for all
          others nobody here has looked.
        </p>
      </header>
      {data.held.length > 0 ? (
        <section class="block" aria-labelledby="held">
          <h2 id="held">Waits for a person</h2>
          <HeldImports held={data.held} />
        </section>
      ) : null}
      <section class="block" aria-labelledby="libraries">
        <h2 id="libraries">The libraries</h2>
        <Cards
          caption={
            scale === null
              ? 'No copy of any library is stored yet.'
              : `Bars run from ${day(scale[0])} to ${day(scale[1])}. Filled: days covered. Hatched: days on which ads of a copy began, not covered. Upright strokes: days on which a copy was taken.`
          }
          heads={['Library', 'Newest copy', 'Days covered']}
        >
          {data.libraries.map((library) => (
            <Row>
              <Head>
                <a href={`#library-${library.id}`}>{library.name}</a>
                <span class="under">{library.file_count === 0 ? 'no file' : sizeWords(library)}</span>
              </Head>
              <Cell label="Newest copy">
                <Age library={library} />
              </Cell>
              <Cell label="Days covered">
                {scale === null || library.newest === null ? null : <CoverageBar library={library} scale={scale} />}
                <Covered library={library} />
              </Cell>
            </Row>
          ))}
        </Cards>
      </section>
      <section class="block" aria-labelledby="parties">
        <h2 id="parties">By party</h2>
        <PartiesCovered data={data} />
      </section>
      <section class="block" aria-labelledby="fetched">
        <h2 id="fetched">Fetched</h2>
        <Attempts collections={data.collections} />
      </section>
      {data.failed.length > 0 ? (
        <section class="block" aria-labelledby="stopped">
          <h2 id="stopped">Imports that stopped</h2>
          <FailedImports failed={data.failed} />
        </section>
      ) : null}
      {data.libraries.map((library) => (
        <section class="block" aria-labelledby={`library-${library.id}`}>
          <h2 id={`library-${library.id}`}>{library.name}</h2>
          <Facts
            facts={[
              ['Can show', library.can_show],
              ['Cannot show', library.cannot_show],
              ['Newest copy', <Age library={library} />],
            ]}
          />
          {library.files.length > 0 ? <LibraryFiles library={library} /> : null}
        </section>
      ))}
    </Layout>
  );
}

/** `22 July 2026: the newest copy is 125 days old`; a library of which nothing is stored has no copy. */
function Age({ library }: { readonly library: LibraryCoverageView }) {
  if (library.newest === null || library.days_old === null) return <span>no copy</span>;
  return (
    <>
      <Day on={library.newest} />
      <span class={library.stale ? 'under stale' : 'under'}>
        the newest copy is {library.days_old === 0 ? 'of today' : `${countWords(library.days_old, 'day', 'days')} old`}
        {library.stale ? ': stale' : ''}
      </span>
    </>
  );
}

const NOTHING: Readonly<Record<string, string>> = {
  'meta-api': 'none: its answers hold what was asked for, not everything there was',
  'meta-audience': 'the windows stored, of the pages they are about, and nothing else',
  'meta-report': 'none: it shows amounts only',
};

const SHOWN = 6;

function Covered({ library }: { readonly library: LibraryCoverageView }) {
  if (library.newest === null) return <span class="soft">none: no copy</span>;
  if (library.covered.length === 0) return <span class="soft">{NOTHING[library.id] ?? 'none: no ad of it with a day is stored'}</span>;
  const shown = library.covered.slice(-SHOWN);
  return (
    <span>
      {library.covered.length > SHOWN ? `${library.covered.length} stretches; the last: ` : ''}
      {shown.map(({ first, last }) => dayRange(first, last)).join('; ')}
    </span>
  );
}
