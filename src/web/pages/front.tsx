/** The front page: what this is, the largest gap now, and every party beside every other. */
import { PRACTICES } from '../../core/practices.ts';
import type { Site } from '../endpoint.ts';
import { whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { findingPath, jsonTwin, partyPath } from '../links.ts';
import { Legend, MachineReading, Outcome } from '../marks.tsx';
import { Matrix, type PartyGroup } from '../parts/matrix.tsx';
import { Recent, Unmapped } from '../parts/recent.tsx';
import { States } from '../parts/states.tsx';
import { Totals } from '../parts/totals.tsx';
import type { FindingView } from '../shapes/findings.ts';
import type { FrontView, PartySummaryView } from '../shapes/parties.ts';
import { Day, Name, Scroll } from '../table.tsx';
import { adLibraryName, ruleTitle } from '../words.ts';

const TARGETING = PRACTICES.filter((entry) => entry.group === 'targeting' && entry.id !== 'untargeted-advertising').map(
  (entry) => entry.id,
);
const OTHERS = PRACTICES.filter((entry) => entry.group !== 'targeting').map((entry) => entry.id);

export function FrontPage({ data, site }: { readonly data: FrontView; readonly site: Site }) {
  const names = new Map(data.parties.map((party) => [party.id, party.short_name]));
  const groups = grouped(data.parties, data.world);
  const started = data.parties.some((party) => party.matrix.length > 0 || party.totals.ads > 0);
  const behind = OTHERS.filter((id) =>
    data.parties.some((party) => party.matrix.some((row) => row.practice === id && row.outcome !== null)),
  );
  return (
    <Layout
      title="How parties target voters, and what they say about it"
      description="What ad libraries show of political targeting, what parties declare, and what their privacy notices tell the public, side by side."
      path="/"
      site={site}
      json={jsonTwin('/front')}
    >
      <section class="opening">
        <h1>The gap between how parties target voters and what they tell them</h1>
        <p class="deck">
          Ad libraries show how parties choose who sees their adverts. Parties declare some of it, and their privacy notices tell the public
          some of it. Candour puts the three side by side, and shows the evidence for every answer.
        </p>
      </section>
      <div class="lead">
        <LargestGap gap={data.largest_gap} names={names} started={started} />
        <Tallies data={data} />
      </div>
      {started ? (
        <section class="block" aria-labelledby="matrix">
          <h2 id="matrix">Every party, every practice</h2>
          <Legend />
          <Scroll label="Parties by practices of targeting">
            <Matrix caption="Choosing who sees adverts: seen, declared and told" groups={groups} practices={TARGETING} />
          </Scroll>
          {behind.length > 0 ? (
            <Scroll label="Parties by practices behind the adverts">
              <Matrix caption="Behind the adverts: uses of data, and information owed" groups={groups} practices={behind} />
            </Scroll>
          ) : null}
        </section>
      ) : (
        <NothingYet groups={groups} />
      )}
      <section class="block" aria-labelledby="states">
        <h2 id="states">Where each party stands</h2>
        <p class="note">From lowest to highest. A party that declares nothing is never ranked above one that declares and has gaps.</p>
        <States parties={data.parties} />
      </section>
      {started ? (
        <section class="block" aria-labelledby="totals">
          <h2 id="totals">Ads, money and answers</h2>
          <Totals parties={data.parties} />
        </section>
      ) : null}
      <div class="pair">
        <section class="block" aria-labelledby="recent">
          <h2 id="recent">What changed last</h2>
          <Recent events={data.recent} names={names} />
        </section>
        <section class="block" aria-labelledby="unmapped">
          <h2 id="unmapped">Advertisers on no party’s list</h2>
          <Unmapped accounts={data.unmapped} />
          <p>
            <a href="/advertisers">All advertisers nobody mapped, names that resemble a party’s first</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

/** In the real world the seven parties that the ICO audited come first. */
function grouped(parties: readonly PartySummaryView[], world: FrontView['world']): readonly PartyGroup[] {
  const audited = parties.filter((party) => party.audited);
  const others = parties.filter((party) => !party.audited);
  if (world === 'demo' || audited.length === 0 || others.length === 0) return [{ heading: null, parties }];
  return [
    { heading: 'Audited by the ICO in 2020', parties: audited },
    { heading: 'Other parties', parties: others },
  ];
}

/** A sentence of more than this many letters is set smaller. */
const LONG = 220;

interface LargestProps {
  readonly gap: FindingView | null;
  readonly names: ReadonlyMap<string, string>;
  readonly started: boolean;
}

function LargestGap({ gap, names, started }: LargestProps) {
  if (gap === null) {
    return (
      <section class="story" aria-labelledby="largest">
        <h2 id="largest" class="kicker">
          The largest gap now
        </h2>
        <p class="story-text">{started ? 'No gap is open.' : 'No gap is known yet, because nothing has been read yet.'}</p>
        <p class="note">
          {started
            ? 'Every question that arises is met, or cannot be told from the evidence there is.'
            : 'An empty record is not a clean one.'}
        </p>
      </section>
    );
  }
  return (
    <section class="story" aria-labelledby="largest">
      <h2 id="largest" class="kicker">
        The largest gap now concerns{' '}
        <a href={partyPath(gap.party)}>
          <Name>{names.get(gap.party) ?? gap.party}</Name>
        </a>
      </h2>
      <p class={`story-text${gap.reader_text.length > LONG ? ' long' : ''}`} dir="auto">
        <a href={findingPath(gap.id)}>{gap.reader_text}</a>
      </p>
      <p class="story-facts">
        <Outcome outcome={gap.outcome} severity={gap.severity} /> · {ruleTitle(gap.rule)} · since <Day on={gap.valid_from} />
        {gap.reviewed ? null : (
          <>
            {' · '}
            <MachineReading />
          </>
        )}
      </p>
    </section>
  );
}

function Tallies({ data }: { readonly data: FrontView }) {
  const { totals, fresh } = data;
  return (
    <section class="tallies" aria-labelledby="read">
      <h2 id="read" class="kicker">
        What this rests on
      </h2>
      <dl>
        <div>
          <dd>{whole(totals.ads)}</dd>
          <dt>{totals.ads === 1 ? 'ad' : 'ads'} in ad libraries</dt>
        </div>
        <div>
          <dd>{whole(totals.declarations)}</dd>
          <dt>{totals.declarations === 1 ? 'version of a declaration' : 'versions of declarations'}</dt>
        </div>
        <div>
          <dd>{whole(totals.snapshots)}</dd>
          <dt>{totals.snapshots === 1 ? 'capture of a notice' : 'captures of notices'}</dt>
        </div>
      </dl>
      <p class="note">
        {fresh ? (
          <>
            Newest of {whole(totals.source_files)} library {totals.source_files === 1 ? 'file' : 'files'}: {adLibraryName(fresh.library)},
            as of <Day on={fresh.as_of} />.
          </>
        ) : (
          'No library file has been read yet.'
        )}
      </p>
    </section>
  );
}

function NothingYet({ groups }: { readonly groups: readonly PartyGroup[] }) {
  return (
    <section class="block" aria-labelledby="matrix">
      <h2 id="matrix">The register</h2>
      <p class="measure">
        These parties and their known accounts are on the register. No ad library, declaration or notice has been read for them yet, so
        nothing is said about any of them. <a href="/method#sources">Where the evidence comes from</a>.
      </p>
      <div class="register">
        {groups.map((group) => (
          <section>
            {group.heading ? <h3>{group.heading}</h3> : null}
            <ul>
              {group.parties.map((party) => (
                <li>
                  <a href={partyPath(party.id)}>
                    <Name>{party.name}</Name>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Legend />
    </section>
  );
}
