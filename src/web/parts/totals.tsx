/** Ads, money and answers of every party, in one table. Money is bounds, one line a currency, and never added across them. */
import { RangeBar, topOf } from '../bars.tsx';
import { type Amount, dayRange, moneyWords, whole } from '../figures.ts';
import { partyPath, withQuery } from '../links.ts';
import type { PartySummaryView } from '../shapes/parties.ts';
import { Cards, Cell, Head, Name, Row } from '../table.tsx';
import { platformName, severityWord } from '../words.ts';

export function Totals({ parties }: { readonly parties: readonly PartySummaryView[] }) {
  const all = parties.flatMap((party) => party.totals.spend);
  return (
    <Cards
      caption="Ads, spend and answers by party. Spend is the sum of the bounds that the libraries give, for confirmed accounts only."
      heads={['Party', 'Ads', 'Spend', 'Seen from and to', 'Open gaps', 'Met', 'Cannot tell']}
    >
      {parties.map((party) => (
        <Row>
          <Head>
            <a href={partyPath(party.id)}>
              <Name>{party.name}</Name>
            </a>
          </Head>
          <Cell label="Ads" number>
            {party.totals.ads > 0 ? <a href={withQuery('/ads', { party: party.id })}>{whole(party.totals.ads)}</a> : 'none seen'}
          </Cell>
          <Cell label="Spend">
            <Spend amounts={party.totals.spend} all={all} />
          </Cell>
          <Cell label="Seen from and to">
            {party.totals.first === null ? 'nothing seen' : dayRange(party.totals.first, party.totals.last)}
            {party.totals.platforms.length > 0 ? <span class="under">{party.totals.platforms.map(platformName).join(', ')}</span> : null}
          </Cell>
          <Cell label="Open gaps">
            <Gaps gaps={party.totals.gaps} />
          </Cell>
          <Cell label="Met" number>
            {whole(party.totals.met)}
          </Cell>
          <Cell label="Cannot tell" number>
            {whole(party.totals.cannot_tell)}
          </Cell>
        </Row>
      ))}
    </Cards>
  );
}

/** Each currency with its bar on the common scale of that currency. */
export function Spend({ amounts, all }: { readonly amounts: readonly Amount[]; readonly all: readonly Amount[] }) {
  if (amounts.length === 0) return <span>none given</span>;
  return (
    <ul class="spend">
      {amounts.map((amount) => (
        <li>
          <span class="figure">{moneyWords(amount)}</span> <RangeBar amount={amount} top={topOf(all, amount.currency)} />
        </li>
      ))}
    </ul>
  );
}

const SEVERITIES = ['urgent', 'high', 'medium', 'low', 'info'] as const;

export function gapCount(gaps: PartySummaryView['totals']['gaps']): number {
  return SEVERITIES.reduce((sum, severity) => sum + gaps[severity], 0);
}

/** `5: 2 high, 3 medium` */
export function gapWords(gaps: PartySummaryView['totals']['gaps']): string {
  return SEVERITIES.filter((severity) => gaps[severity] > 0)
    .map((severity) => `${whole(gaps[severity])} ${severityWord(severity)}`)
    .join(', ');
}

function Gaps({ gaps }: { readonly gaps: PartySummaryView['totals']['gaps'] }) {
  const count = gapCount(gaps);
  if (count === 0) return <span>none</span>;
  return (
    <>
      <b class="figure">{whole(count)}</b>
      <span class="under">{gapWords(gaps)}</span>
    </>
  );
}
