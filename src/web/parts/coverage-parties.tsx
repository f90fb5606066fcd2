/** Which libraries show ads of which parties, and over which days. */
import { dayRange } from '../figures.ts';
import { partyPath } from '../links.ts';
import type { CoverageView, PartyCoverageView } from '../shapes/coverage.ts';
import { Cards, Cell, Head, Name, Row } from '../table.tsx';
import { platformName } from '../words.ts';

type State = PartyCoverageView['libraries'][number]['state'];

const STATES: Readonly<Record<Exclude<State, 'seen'>, string>> = {
  money: 'amounts only',
  'none-seen': 'none in a stored copy',
  'no-account': 'no confirmed account known',
  'no-copy': 'no copy stored',
};

const NOTHING = { state: 'no-copy', first: null, last: null } as const;

export function PartiesCovered({ data }: { readonly data: CoverageView }) {
  if (data.parties.length === 0) return <p>No party is on the register yet.</p>;
  return (
    <Cards
      caption="Days on which ads of a party’s confirmed accounts ran, by library. “None in a stored copy” is not “none ran”."
      heads={['Party', ...data.libraries.map((library) => shortName(library.id, library.platform))]}
    >
      {data.parties.map((party) => (
        <Row>
          <Head>
            <a href={partyPath(party.party)}>
              <Name>{party.name}</Name>
            </a>
          </Head>
          {data.libraries.map((library) => {
            const { state, first, last } = party.libraries.find((one) => one.library === library.id) ?? NOTHING;
            return (
              <Cell label={shortName(library.id, library.platform)}>
                {state === 'seen' ? dayRange(first, last) : <span class="soft">{STATES[state]}</span>}
              </Cell>
            );
          })}
        </Row>
      ))}
    </Cards>
  );
}

/** A platform with one library is named by itself; Meta's three are told apart. */
const SHORT: Readonly<Record<string, string>> = {
  'meta-api': 'Meta, single ads',
  'meta-audience': 'Meta, windows of pages',
  'meta-report': 'Meta, amounts',
};

function shortName(library: string, on: string): string {
  return SHORT[library] ?? platformName(on);
}
