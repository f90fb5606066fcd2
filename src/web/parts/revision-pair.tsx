/** What a library changed between two copies, summed up: each field with its ads, what they cost, and whose they were. */
import { adsWords, day, moneyList, whole } from '../figures.ts';
import { partyPath, revisionsPath } from '../links.ts';
import type { ChangeView, PairView, SumView } from '../shapes/revisions.ts';
import { Cards, Cell, Facts, Hash, Head, Name, Row } from '../table.tsx';
import { adLibraryName, revisedWord, revisionWord } from '../words.ts';

type Names = ReadonlyMap<string, string>;

export function PairSummary({ pair, names, id }: { readonly pair: PairView; readonly names: Names; readonly id: string }) {
  const source = pair.to.source_file;
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>
        {adLibraryName(pair.library)}: the copies of {day(pair.from.as_of)} and {day(pair.to.as_of)}
      </h2>
      <p class="measure">
        Between these two copies <strong>{adsWords(pair.ads)}</strong> changed in the library’s own record. They carried{' '}
        <Spends sum={pair} />
        {pair.parties.length === 0 ? '. None of them is of a confirmed account of a party.' : '.'}
      </p>
      {pair.parties.length > 0 ? (
        <>
          <p class="measure">Of parties’ confirmed accounts:</p>
          <Parties parties={pair.parties} names={names} source={source} change={null} />
        </>
      ) : null}
      {pair.whole ? null : (
        <p class="note">There are more revisions between these copies than were added up here: every number is a lower bound.</p>
      )}
      <Cards caption="What the newer copy prints otherwise" heads={['Field', 'In the newer copy', 'Ads', 'Spend', 'Of parties’ accounts']}>
        {pair.changes
          .filter((change) => !toldBefore(change, pair.changes))
          .map((change) => (
            <ChangeRow change={change} names={names} source={source} />
          ))}
      </Cards>
      <details>
        <summary>The two files</summary>
        {[pair.from, pair.to].map((copy, at) => (
          <Facts
            facts={[
              [at === 0 ? 'Older copy' : 'Newer copy', <Name>{copy.name}</Name>],
              ['As of', day(copy.as_of)],
              ['SHA-256', <Hash of={copy.source_file} />],
            ]}
          />
        ))}
      </details>
    </section>
  );
}

/** Fields that changed for the very same ads share one row. */
function toldBefore(change: ChangeView, all: readonly ChangeView[]): boolean {
  const first = all.find((one) => one.kind === change.kind && (one === change || one.same_ads_as.includes(change.field)));
  return first !== change;
}

function ChangeRow({ change, names, source }: { readonly change: ChangeView; readonly names: Names; readonly source: string }) {
  const fields = [change.field, ...change.same_ads_as];
  return (
    <Row>
      <Head>
        {change.of === 'presence' ? (
          <a href={revisionsPath({ source, of: 'presence', kind: change.kind })}>{revisedWord('presence')}</a>
        ) : (
          fields.map((field, at) => (
            <>
              {at === 0 ? '' : ' and '}
              <a href={revisionsPath({ source, field, kind: change.kind })}>
                <bdi>{field}</bdi>
              </a>
            </>
          ))
        )}
        {change.of === 'presence' ? null : <span class="under">{revisedWord(change.of)}</span>}
      </Head>
      <Cell label="In the newer copy">{revisionWord(change.kind)}</Cell>
      <Cell label="Ads" number>
        {whole(change.ads)}
        {change.field_ads > change.ads && change.of !== 'presence' ? (
          <span class="under">
            of {whole(change.field_ads)} whose {change.field} differs
          </span>
        ) : null}
      </Cell>
      <Cell label="Spend" number>
        <Spends sum={change} />
      </Cell>
      <Cell label="Of parties’ accounts">
        {change.parties.length === 0 ? (
          <span class="soft">none confirmed</span>
        ) : (
          <Parties parties={change.parties} names={names} source={source} change={change} />
        )}
      </Cell>
    </Row>
  );
}

function Parties({
  parties,
  names,
  source,
  change,
}: {
  readonly parties: PairView['parties'];
  readonly names: Names;
  readonly source: string;
  readonly change: ChangeView | null;
}) {
  return (
    <ul class="plain of-parties">
      {parties.map((one) => (
        <li>
          <a href={partyPath(one.party)}>
            <Name>{names.get(one.party) ?? one.party}</Name>
          </a>
          {': '}
          <a href={revisionsPath({ party: one.party, source, field: change?.field, kind: change?.kind })}>{adsWords(one.ads)}</a>,{' '}
          <Spends sum={one} />
        </li>
      ))}
    </ul>
  );
}

function Spends({ sum }: { readonly sum: SumView }) {
  const known = sum.spend.filter((amount) => amount.min > 0 || amount.max !== 0);
  return <>{known.length === 0 ? 'no spend given' : moneyList(known)}</>;
}
