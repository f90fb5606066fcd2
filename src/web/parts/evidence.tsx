/** The evidence of a finding, piece by piece: whatever a finding rests on can be opened, dated and checked from here. */
import type { Evidence } from '../../core/evidence.ts';
import { adsWords, dayRange, moneyList, whole } from '../figures.ts';
import { declarationPath, noticePath, withQuery } from '../links.ts';
import { Mark } from '../marks.tsx';
import type { FindingView } from '../shapes/findings.ts';
import { At, Facts, Hash, Name } from '../table.tsx';
import { criterionLabel, directionWord, levelWords, missingWord, platformName, practiceLabel } from '../words.ts';

export function EvidenceList({ party, evidence }: { readonly party: string; readonly evidence: FindingView['evidence'] }) {
  return (
    <ol class="drawer">
      {evidence.map((one) => (
        <li>
          {/* The shape is loose on purpose in the API's description; what is stored was built as evidence. */}
          <Piece party={party} one={one as unknown as Evidence} />
        </li>
      ))}
    </ol>
  );
}

function Piece({ party, one }: { readonly party: string; readonly one: Evidence }) {
  switch (one.kind) {
    case 'observation':
      return <Observed party={party} one={one} />;
    case 'disclosure':
      return <Disclosed one={one} />;
    case 'silence':
      return <Silent one={one} />;
    case 'declaration':
      return <Declared one={one} />;
    case 'missing':
      return (
        <>
          <h3>Not there: {missingWord(one.what).toLowerCase()}</h3>
          <p dir="auto">{one.words}</p>
        </>
      );
    default:
      return <p>A kind of evidence that this page does not know. It is whole in the JSON.</p>;
  }
}

type Of<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

function Observed({ party, one }: { readonly party: string; readonly one: Of<'observation'> }) {
  const library = `${platformName(one.platform)} ad library`;
  const what = one.criterion ? criterionLabel(one.criterion) : 'ads';
  const query = { party, platform: one.platform, criterion: one.criterion, direction: one.direction };
  return (
    <>
      <h3>
        <Mark source="seen" state="seen" /> in the {library}: {what}
        {one.direction ? `, ${directionWord(one.direction)}` : ''}
      </h3>
      <Facts
        facts={[
          [
            'Ads',
            <>
              {one.level === 'page-window' ? 'not tied to single ads' : adsWords(one.ads)}.{' '}
              <a href={withQuery('/ads', query)}>{one.level === 'page-window' ? 'Ads of this party' : 'See them'}</a>
            </>,
          ],
          ['Days', dayRange(one.first, one.last)],
          ['Spend', moneyList(one.spend)],
          ['Level', levelWords(one.level)],
          ['Accounts', one.accounts.length === 0 ? null : <Accounts ids={one.accounts} />],
        ]}
      />
    </>
  );
}

function Accounts({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul class="plain">
      {ids.map((id) => (
        <li>
          <a href={withQuery('/ads', { account: id })}>
            <Name>{accountWords(id)}</Name>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** `snapchat:buyer|payer` as `buyer, paid by payer`; any other id as it is. */
function accountWords(id: string): string {
  const [buyer = '', payer = ''] = id.slice(id.indexOf(':') + 1).split('|');
  if (buyer === '') return id;
  return payer === '' || payer === buyer ? buyer : `${buyer}, paid by ${payer}`;
}

function Disclosed({ one }: { readonly one: Of<'disclosure'> }) {
  return (
    <>
      <h3>
        Told: <Mark source="told" state={one.stance} />
      </h3>
      <blockquote class="quote" dir="auto" cite={noticePath(one.notice, one.captured_at, one.start)}>
        {one.quote}
      </blockquote>
      <Facts
        facts={[
          ['Under the heading', one.heading === null ? null : <Name>{one.heading}</Name>],
          ['About', practiceLabel(one.practice)],
          ['Read so because of', one.reason === null ? null : <Name>{one.reason}</Name>],
          [
            'In the notice',
            <a href={noticePath(one.notice, one.captured_at, one.start)}>
              captured <At instant={one.captured_at} />, shown in its place
            </a>,
          ],
          ['Page as captured, SHA-256', <Hash of={one.sha256} />],
          ['Read by', `pattern ${one.pattern}, reader ${one.reader_version}`],
        ]}
      />
    </>
  );
}

function Silent({ one }: { readonly one: Of<'silence'> }) {
  return (
    <>
      <h3>
        Told: <Mark source="told" state="absent" />
      </h3>
      <p>
        The notice was read whole, {whole(one.words)} words, and no passage was found on this: {practiceLabel(one.practice)}.
      </p>
      <Facts
        facts={[
          [
            'The notice',
            <a href={noticePath(one.notice, one.captured_at)}>
              captured <At instant={one.captured_at} />
            </a>,
          ],
          ['Page as captured, SHA-256', <Hash of={one.sha256} />],
          ['Read by', `reader ${one.reader_version}`],
        ]}
      />
    </>
  );
}

function Declared({ one }: { readonly one: Of<'declaration'> }) {
  return (
    <>
      <h3>In the declaration</h3>
      <p dir="auto">{one.words}</p>
      <Facts
        facts={[
          [
            'Declaration',
            <a href={declarationPath(one.declaration, one.version)}>
              <bdi>{one.declaration}</bdi>, version {one.version}
            </a>,
          ],
          ['Place in the file', <code>{one.path}</code>],
          ['Published', <At instant={one.published_at} />],
          ['File, SHA-256', <Hash of={one.sha256} />],
        ]}
      />
    </>
  );
}
