/** What changed last, from the public log, and the advertisers nobody mapped to a party. */
import { moneyList, whole } from '../figures.ts';
import { declarationPath, findingPath, partyPath, withQuery } from '../links.ts';
import type { FrontView } from '../shapes/parties.ts';
import { At, Cards, Cell, Head, Name, Row } from '../table.tsx';
import { askedWords, criterionLabel, directionWord, eventWords, outcomeWord, platformName, practiceLabel } from '../words.ts';

type Event = FrontView['recent'][number];

export function Recent({ events, names }: { readonly events: readonly Event[]; readonly names: ReadonlyMap<string, string> }) {
  if (events.length === 0) return <p>Nothing has changed yet: the public log is empty.</p>;
  return (
    <ol class="events">
      {events.map((event) => (
        <li>
          <At instant={event.at} />
          <p>
            <b>{eventWords(event.kind)}</b>
            {turn(event)}
            {event.party ? (
              <>
                {' · '}
                <a href={partyPath(event.party)}>
                  <Name>{names.get(event.party) ?? event.party}</Name>
                </a>
              </>
            ) : null}
            <Subject event={event} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function turn(event: Event): string {
  if (event.from === null && event.to === null) return '';
  if (event.from === null) return `: ${outcomeWord(event.to ?? '')}`;
  return event.to === null ? `: was ${outcomeWord(event.from)}` : `: ${outcomeWord(event.from)} to ${outcomeWord(event.to)}`;
}

function Subject({ event }: { readonly event: Event }) {
  if (event.kind.startsWith('finding-')) {
    return (
      <span class="under">
        <a href={findingPath(event.subject)}>{subjectWords(event.subject, event.to)}</a>
      </span>
    );
  }
  if (event.kind === 'declaration') {
    return (
      <span class="under">
        <a href={declarationPath(event.subject)}>{event.subject}</a>
      </span>
    );
  }
  return null;
}

const DIRECTIONS: readonly string[] = ['include', 'exclude', 'used'];

/** `{party}/{rule}/{rest}` in words: what was asked, then of what. */
export function subjectWords(id: string, outcome: string | null): string {
  const [, rule = '', ...rest] = id.split('/');
  const about = rest.map((part) => (DIRECTIONS.includes(part) ? directionWord(part) : platformName(criterionLabel(part))));
  const words = about.map((part) => (part.includes('-') && !part.includes(' ') ? practiceLabel(part) : part));
  const question = askedWords(rule, outcome ?? 'gap');
  return words.length === 0 ? question : `${question} ${question.endsWith('?') ? '' : '· '}${words.join(', ')}`;
}

export function Unmapped({ accounts }: { readonly accounts: FrontView['unmapped'] }) {
  if (accounts.length === 0) return <p>Every advertiser seen so far is mapped, or none has been seen.</p>;
  return (
    <Cards
      caption="Advertisers of the libraries that are mapped to no party. Listed, never guessed."
      heads={['Advertiser', 'Platform', 'Ads', 'Spend']}
    >
      {accounts.map((account) => (
        <Row>
          <Head>
            <Name>{account.buyer}</Name>
            {account.payer !== account.buyer ? (
              <span class="under">
                paid by <Name>{account.payer}</Name>
              </span>
            ) : null}
          </Head>
          <Cell label="Platform">{platformName(account.platform)}</Cell>
          <Cell label="Ads" number>
            <a href={withQuery('/ads', { account: account.id })}>{whole(account.ads)}</a>
          </Cell>
          <Cell label="Spend" number>
            {moneyList(account.spend)}
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}
