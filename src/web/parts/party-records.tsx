/** What stands behind a party's page: its accounts, notices, declarations and registrations, each with its source. */
import { capitalised, fromToWords } from '../../core/words.ts';
import { adsWords, day, dayRange, moneyList, whole } from '../figures.ts';
import { declarationPath, noticePath, withQuery } from '../links.ts';
import type { PartyView } from '../shapes/parties.ts';
import { At, Cards, Cell, Head, Name, Outside, Row } from '../table.tsx';
import { linkWord, noticeKind, opened, platformName, roleWord } from '../words.ts';

export function Accounts({ party }: { readonly party: PartyView }) {
  if (party.accounts.length === 0) return <p>No account of this party is known.</p>;
  return (
    <Cards
      caption="Accounts and branches. Only accounts whose link to the party is confirmed lead to findings."
      heads={['Account', 'Platform', 'Role', 'Ads', 'Spend', 'Link to the party']}
    >
      {party.accounts.map((account) => (
        <Row>
          <Head>
            <Name>{account.buyer}</Name>
            {account.payer !== '' && account.payer !== account.buyer ? (
              <span class="under">
                paid by <Name>{account.payer}</Name>
              </span>
            ) : null}
          </Head>
          <Cell label="Platform">{platformName(account.platform)}</Cell>
          <Cell label="Role">{roleWord(account.role)}</Cell>
          <Cell label="Ads" number>
            {account.ads > 0 ? <a href={withQuery('/ads', { account: account.id })}>{whole(account.ads)}</a> : 'none seen'}
          </Cell>
          <Cell label="Spend" number>
            {account.spend.length === 0 ? 'none given' : moneyList(account.spend)}
          </Cell>
          <Cell label="Link to the party">
            {linkWord(account.confidence)}
            <Source account={account} />
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}

function Source({ account }: { readonly account: PartyView['accounts'][number] }) {
  if (account.source === null && account.note === null) return null;
  return (
    <details class="under">
      <summary>Source{account.checked_on ? `, checked ${day(account.checked_on)}` : ''}</summary>
      {account.source ? <p dir="auto">{account.source}</p> : null}
      {account.note ? <p dir="auto">{account.note}</p> : null}
    </details>
  );
}

export function Notices({ party }: { readonly party: PartyView }) {
  if (party.notices.length === 0) return <p>No notice of this party is on the register.</p>;
  return (
    <ul class="records">
      {party.notices.map((notice) => (
        <li>
          <a href={noticePath(notice.id)}>{noticeKind(notice.kind)}</a> at <Outside href={notice.url}>{notice.url}</Outside>
          {notice.snapshots.length === 0 ? (
            <span class="under">Not captured yet</span>
          ) : (
            <details class="under" open={notice.snapshots.length < 4}>
              <summary>
                {whole(notice.snapshots.length)} {notice.snapshots.length === 1 ? 'capture' : 'captures'}
              </summary>
              <ul>
                {notice.snapshots.map((snapshot) => (
                  <li>
                    <a href={noticePath(notice.id, snapshot.captured_at)}>
                      <At instant={snapshot.captured_at} />
                    </a>
                    {snapshot.readable ? `, ${whole(snapshot.words)} words read` : ', could not be read whole'}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Declarations({ party }: { readonly party: PartyView }) {
  if (party.declarations.length === 0) return <p>None has been filed.</p>;
  return (
    <ul class="records">
      {party.declarations.map((declaration) => (
        <li>
          <a href={declarationPath(declaration.id, declaration.version)}>
            <bdi>{declaration.id}</bdi>, version {declaration.version}
          </a>
          <span class="under">
            {declaration.status === 'published' ? 'Published' : `${capitalised(opened(declaration.status))}, dated`}{' '}
            <At instant={declaration.published_at} />; stands {fromToWords(declaration.valid_from, declaration.valid_to)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const SCHEMES: Readonly<Record<string, string>> = {
  'uk-electoral-commission': 'Electoral Commission',
  'ico-data-protection-register': 'ICO register of fee payers',
};

export function Registrations({ party }: { readonly party: PartyView }) {
  if (party.registrations.length === 0) return null;
  return (
    <ul class="plain">
      {party.registrations.map((entry) => (
        <li>
          {SCHEMES[entry.scheme] ?? opened(entry.scheme)}: {entry.number}
          {entry.confidence === 'confirmed' ? '' : ' (not confirmed)'}
          <span class="under" dir="auto">
            {entry.source}, checked {day(entry.checked_on)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the record says of a party, in a few sentences made from its numbers. */
export function summary(party: PartyView): string {
  const { totals } = party;
  const said: string[] = [];
  if (totals.ads > 0) {
    const where = totals.platforms.map(platformName).join(' and ');
    const money = totals.spend.length > 0 ? `, for ${moneyList(totals.spend)}` : '';
    said.push(
      `Ad libraries show ${adsWords(totals.ads)} of its confirmed accounts (${where}), ${dayRange(totals.first, totals.last)}${money}.`,
    );
  }
  const count = (test: (row: PartyView['matrix'][number]) => boolean) => whole(party.matrix.filter(test).length);
  if (party.matrix.length > 0) {
    const seen = count((row) => row.seen === 'seen');
    const declared = count((row) => row.declared === 'declared');
    const told = count((row) => row.told === 'stated');
    said.push(
      `Of the ${whole(party.matrix.length)} practices listed here, ${seen} are seen, ${declared} declared and ${told} stated in its notice.`,
    );
  }
  return said.join(' ');
}
