/** The files of one library, newest copy first: what each says, what may be read from it, and where it came from. */
import { countWords } from '../../core/words.ts';
import { adsWords, bytesWords, dayRange, whole } from '../figures.ts';
import { revisionsPath } from '../links.ts';
import type { LibraryCoverageView, LibraryFileView } from '../shapes/coverage.ts';
import { At, Cards, Cell, Day, Hash, Head, Name, Row } from '../table.tsx';

const STATES: Readonly<Record<LibraryFileView['state'], string>> = {
  stored: 'stored',
  held: 'waits for a person',
  waiting: 'being read',
  failed: 'stopped',
};

export function LibraryFiles({ library }: { readonly library: LibraryCoverageView }) {
  const more = library.file_count - library.files.length;
  return (
    <>
      <Cards
        caption={`Files of the ${library.name}, newest copy first`}
        heads={['File', 'Taken', 'Rows', 'Ads', 'Its ads began', 'Covers', 'State']}
      >
        {library.files.map((file) => (
          <FileRow file={file} />
        ))}
      </Cards>
      {more > 0 ? (
        <p class="note">
          {library.file_count > MOST_COUNTED
            ? `More than ${whole(MOST_COUNTED)} files in all`
            : `${whole(library.file_count)} files in all`}
          ; the {whole(library.files.length)} newest are listed.
        </p>
      ) : null}
    </>
  );
}

const MOST_COUNTED = 1000;

function FileRow({ file }: { readonly file: LibraryFileView }) {
  return (
    <Row id={`file-${file.sha256.slice(0, 12)}`}>
      <Head>
        <Name>{file.name}</Name>
        <details class="under">
          <summary>{file.got === 'collected' ? 'Fetched from the library' : 'Sent by a person'}</summary>
          <p>
            Received <At instant={file.received_at} />, {bytesWords(file.bytes)}
            {file.archive === null ? null : (
              <>
                , out of <Name>{file.archive}</Name>
              </>
            )}
            .
          </p>
          {file.window_days === null ? null : <p>A window of {countWords(file.window_days, 'day', 'days')}.</p>}
          <p>
            SHA-256 <Hash of={file.sha256} />
          </p>
        </details>
      </Head>
      <Cell label="Taken">
        <Day on={file.as_of} />
      </Cell>
      <Cell label="Rows" number>
        {whole(file.accepted)}
        {file.refused > 0 ? <span class="under">{whole(file.refused)} refused</span> : null}
      </Cell>
      <Cell label="Ads" number>
        {file.ads > 0 || file.state !== 'stored' ? whole(file.ads) : 'none'}
      </Cell>
      <Cell label="Its ads began">{file.claims === null ? 'no day given' : dayRange(file.claims.first, file.claims.last)}</Cell>
      <Cell label="Covers">{file.covers === null ? 'no days' : dayRange(file.covers.first, file.covers.last)}</Cell>
      <Cell label="State">
        {STATES[file.state]}
        {file.state === 'stored' && file.ads > 0 ? (
          <span class="under">
            <a href={revisionsPath({ source: file.sha256 })}>what it shows otherwise</a>
          </span>
        ) : null}
        {file.reason === null ? null : (
          <span class="under">
            <Name>{file.reason}</Name>
          </span>
        )}
        {file.confirmed === null ? null : (
          <span class="under">
            let in by <Name>{file.confirmed}</Name>
          </span>
        )}
      </Cell>
    </Row>
  );
}

/** `3,610 ads in 2 files` */
export function sizeWords(library: LibraryCoverageView): string {
  const files =
    library.file_count > MOST_COUNTED ? `more than ${whole(MOST_COUNTED)} files` : countWords(library.file_count, 'file', 'files');
  const [newest] = library.files.filter((file) => file.state === 'stored');
  return newest === undefined || newest.ads === 0 ? files : `${files}; the newest has ${adsWords(newest.ads)}`;
}
