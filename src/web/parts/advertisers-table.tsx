/** Advertisers without a party in a table: what they spent, whose name theirs resembles, and what a person may do about it. */
import { adsWords, dayRange, moneyWords } from '../figures.ts';
import { partyPath, withQuery } from '../links.ts';
import type { AdvertiserView } from '../shapes/advertisers.ts';
import { At, Cards, Cell, Hash, Head, Name, Row, Scroll } from '../table.tsx';
import { platformName } from '../words.ts';

interface TableProps {
  readonly caption: string;
  readonly items: readonly AdvertiserView[];
  readonly names: ReadonlyMap<string, string>;
}

/** With the parties whose names theirs resemble, and how to decide. */
export function Resembling({ caption, items, names }: TableProps) {
  return (
    <Cards caption={caption} heads={['Advertiser', 'Resembles', 'Platform', 'Ads', 'Spend']}>
      {items.map((item) => (
        <Row>
          <Head>
            <Who item={item} />
            <Decide item={item} />
          </Head>
          <Cell label="Resembles">
            <Reasons item={item} names={names} />
          </Cell>
          <Figures item={item} />
        </Row>
      ))}
    </Cards>
  );
}

/** What a person looked at and found to be nobody's. */
export function Rejected({ caption, items, names }: TableProps) {
  return (
    <Cards caption={caption} heads={['Advertiser', 'Decision', 'Platform', 'Ads', 'Spend']}>
      {items.map((item) => (
        <Row>
          <Head>
            <Who item={item} />
          </Head>
          <Cell label="Decision">
            {item.rejected === null ? null : (
              <>
                <Name>{item.rejected.reason}</Name>
                <span class="under">
                  {item.rejected.party === null ? (
                    'no party’s'
                  ) : (
                    <Name>{`not of ${names.get(item.rejected.party) ?? item.rejected.party}`}</Name>
                  )}
                  , by <Name>{item.rejected.reviewer}</Name>, <At instant={item.rejected.at} />
                </span>
                {item.rejected.source === null ? null : (
                  <span class="under">
                    <Name>{item.rejected.source}</Name>
                  </span>
                )}
              </>
            )}
          </Cell>
          <Figures item={item} />
        </Row>
      ))}
    </Cards>
  );
}

/** Names that resemble no party's. */
export function Others({ caption, items }: Omit<TableProps, 'names'>) {
  return (
    <Cards caption={caption} heads={['Advertiser', 'Platform', 'Ads', 'Spend']}>
      {items.map((item) => (
        <Row>
          <Head>
            <Who item={item} />
          </Head>
          <Figures item={item} />
        </Row>
      ))}
    </Cards>
  );
}

function Who({ item }: { readonly item: AdvertiserView }) {
  return (
    <>
      <Name>{item.buyer}</Name>
      {item.payer !== '' && item.payer !== item.buyer ? (
        <span class="under">
          paid by <Name>{item.payer}</Name>
        </span>
      ) : null}
    </>
  );
}

/** The three columns that every table ends with. */
function Figures({ item }: { readonly item: AdvertiserView }) {
  return (
    <>
      <Cell label="Platform">{platformName(item.platform)}</Cell>
      <Cell label="Ads">
        {item.known_from === 'ads' && item.id !== null ? (
          <a href={withQuery('/ads', { account: item.id })}>{adsWords(item.ads ?? 0)}</a>
        ) : (
          <span>{item.ads === null ? 'number not given' : adsWords(item.ads)}</span>
        )}
        {item.first_day === null ? null : <span class="under">{dayRange(item.first_day, item.last_day)}</span>}
        {item.source_file === null ? null : (
          <details class="under">
            <summary>no ad of it is stored here</summary>
            <p>
              From <Name>{item.source_file.name}</Name>, row {item.source_file.row}, SHA-256 <Hash of={item.source_file.sha256} />
            </p>
          </details>
        )}
      </Cell>
      <Cell label="Spend" number>
        {moneyWords(item.spend)}
      </Cell>
    </>
  );
}

function Reasons({ item, names }: { readonly item: AdvertiserView; readonly names: ReadonlyMap<string, string> }) {
  // Beside a close name a distant one is no news.
  const close = item.resembles.filter((it) => it.strength === 'strong');
  return (
    <ul class="plain">
      {(close.length > 0 ? close : item.resembles).map((it) => (
        <li>
          <a href={partyPath(it.party)}>
            <Name>{names.get(it.party) ?? it.party}</Name>
          </a>
          <span class="under">
            <Name>{it.because}</Name>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The commands, ready to be filled in. */
function Decide({ item }: { readonly item: AdvertiserView }) {
  if (item.id === null) return <span class="under">The library gives no id: it cannot be mapped.</span>;
  const account = quoted(item.id);
  const party = item.resembles[0]?.party ?? 'PARTY';
  return (
    <details class="under">
      <summary>Map or reject it</summary>
      <Scroll label={`Commands for ${item.id}`}>
        <pre>
          <code>
            {`candour review advertiser ${account} \\\n  --party ${party} --role ROLE --source TEXT \\\n  --checked-on DAY --reviewer NAME --reason TEXT\n\ncandour review advertiser ${account} \\\n  --reject --reviewer NAME --reason TEXT`}
          </code>
        </pre>
      </Scroll>
    </details>
  );
}

/** A word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w:./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
