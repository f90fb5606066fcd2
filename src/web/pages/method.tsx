/** How answers are made, what they mean and what cannot be told. The words are ours and static; the tables come from the vocabulary. */
import type { Site } from '../endpoint.ts';
import { Layout } from '../layout.tsx';
import { Legend, Outcome, Shape } from '../marks.tsx';
import { CriteriaTable, LibrariesTable, PracticesTable, RecommendationsTable } from '../parts/vocabulary.tsx';
import { levelWords, PARTY_STATES } from '../words.ts';

const CONTENTS = [
  ['sources', 'Three sources'],
  ['answers', 'Three answers'],
  ['states', 'Where a party stands'],
  ['levels', 'How near the evidence is'],
  ['ranges', 'Money and counts'],
  ['time', 'Days and versions'],
  ['machine-readings', 'Machine readings'],
  ['cannot-tell', 'What cannot be told'],
  ['independence', 'Independence'],
  ['recommendations', 'The ICO’s recommendations'],
  ['libraries', 'The ad libraries'],
  ['practices', 'Practices'],
  ['criteria', 'Kinds of targeting'],
] as const;

export function MethodPage({ site }: { readonly site: Site }) {
  return (
    <Layout
      title="Method"
      description="How Candour compares what ad libraries show, what parties declare and what they tell the public, and what it cannot tell."
      path="/method"
      site={site}
      json="/api/v1/criteria"
    >
      <header class="head">
        <h1>How answers are made</h1>
        <p class="deck">
          Three sources speak about the same thing: how a party chooses who sees its adverts. Candour asks the same questions of every party
          and shows what each answer rests on.
        </p>
      </header>
      <nav class="contents" aria-label="On this page">
        <ul>
          {CONTENTS.map(([id, name]) => (
            <li>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="prose">
        <Sources />
        <Answers />
        <States />
        <Evidence />
        <Limits />
      </div>
      <section class="block" aria-labelledby="recommendations">
        <h2 id="recommendations">The ICO’s recommendations</h2>
        <RecommendationsTable />
      </section>
      <section class="block" aria-labelledby="libraries">
        <h2 id="libraries">The ad libraries</h2>
        <LibrariesTable />
      </section>
      <section class="block" aria-labelledby="practices">
        <h2 id="practices">Practices</h2>
        <PracticesTable />
      </section>
      <section class="block" aria-labelledby="criteria">
        <h2 id="criteria">Kinds of targeting</h2>
        <CriteriaTable />
      </section>
    </Layout>
  );
}

function Sources() {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Three sources</h2>
      <dl class="terms">
        <div>
          <dt>
            <Shape source="seen" state="seen" /> Seen
          </dt>
          <dd>
            The platforms speak. Their political ad libraries show adverts, who paid, for how much, and some of the ways in which people
            were chosen. Every row of a library file becomes evidence or a named problem; none is dropped in silence.
          </dd>
        </div>
        <div>
          <dt>
            <Shape source="declared" state="declared" /> Declared
          </dt>
          <dd>
            The party speaks to us, in a structured declaration with versions and dates. A correction keeps the old version in reach. A
            declaration may also say what the party does not do; that is tested like everything else.
          </dd>
        </div>
        <div>
          <dt>
            <Shape source="told" state="stated" /> Told
          </dt>
          <dd>
            The party speaks to the public, in its privacy notice and its cookie notice. Each captured page is kept as it was and read
            sentence by sentence. A notice states a practice, speaks of it in general words, says that it is not done, or does not mention
            it.
          </dd>
        </div>
      </dl>
      <Legend />
    </section>
  );
}

function Answers() {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Three answers</h2>
      <dl class="terms">
        <div>
          <dt>
            <Outcome outcome="met" />
          </dt>
          <dd>The sources agree: what one shows, the other says. It always points at a quote or at a line of a declaration.</dd>
        </div>
        <div>
          <dt>
            <Outcome outcome="gap" />
          </dt>
          <dd>
            The sources differ. A gap is a difference between two records, on the days named. It says nothing of intent, and it is no
            judgement in law: that is for others. Its severity is urgent, high, medium, low or for information.
          </dd>
        </div>
        <div>
          <dt>
            <Outcome outcome="cannot-tell" />
          </dt>
          <dd>
            The evidence is not enough, and the reason is named: a library that does not cover the days, a value that is not shown, a notice
            that could not be read whole, no capture from that time. Silence in an incomplete record is never called a silence of the party.
          </dd>
        </div>
      </dl>
    </section>
  );
}

function States() {
  return (
    <section aria-labelledby="states">
      <h2 id="states">Where a party stands</h2>
      <p>From lowest to highest; the last stands apart. Taking a declaration back never raises a party.</p>
      <dl class="terms">
        {PARTY_STATES.map((state) => (
          <div>
            <dt>{state.label}</dt>
            <dd>{state.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Evidence() {
  return (
    <>
      <section aria-labelledby="levels">
        <h2 id="levels">How near the evidence is</h2>
        <ul>
          {['ad', 'page-window', 'delivery', 'declaration'].map((level) => (
            <li>{levelWords(level)}.</li>
          ))}
        </ul>
        <p>
          The level is carried with every piece of evidence. What a page used over some days is never said of one advert. Who saw an advert
          is never turned into who was chosen.
        </p>
      </section>
      <section aria-labelledby="ranges">
        <h2 id="ranges">Money and counts</h2>
        <p>
          Libraries often give bounds. Bounds stay bounds: no middle is ever taken. “Up to GBP 100” means anything from nothing to 100; “at
          least” means that the library gives no upper bound. Currencies are never added together. In charts, the full bar is the lower
          bound and the hatched part runs to the upper.
        </p>
        <p>Where a library gives the radius of a circle without its unit, kilometres are assumed, and the page says so.</p>
      </section>
      <section aria-labelledby="time">
        <h2 id="time">Days and versions</h2>
        <p>
          An advert is judged by the notice and the declaration that stood when it ran. A notice mended later closes a gap from its own day,
          and the days before stay in the history. Every finding says from when to when it holds and when it was recorded.
        </p>
        <p>
          Files and pages are kept as they came, each under its SHA-256, but for private addresses, which are blanked first. Everything else
          can be made again from them. Every change of what is public goes into a log that can only grow, each entry holding the hash of the
          one before.
        </p>
      </section>
      <section aria-labelledby="machine-readings">
        <h2 id="machine-readings">Machine readings</h2>
        <p>
          Notices are read by fixed patterns, and answers are given by fixed rules. The same bytes give the same answer. No language model
          takes part. Whatever no person has confirmed is marked as a machine reading. A correction holds for as long as the words of the
          passage stay the same.
        </p>
      </section>
    </>
  );
}

function Limits() {
  return (
    <>
      <section aria-labelledby="cannot-tell">
        <h2 id="cannot-tell">What cannot be told</h2>
        <ul>
          <li>That a party does not use something: an empty library shows only that it was not seen there, in the days covered.</li>
          <li>Anything about a person who saw an advert. No data of voters is kept.</li>
          <li>Which kind of audience a party uploaded, where the library says only that it provided one.</li>
          <li>
            Adverts that no library lists, that were listed and taken out before they were read, or that were not marked as political.
          </li>
          <li>What an account does that nobody has joined to a party. Such advertisers are listed, never guessed.</li>
          <li>The results of the ICO’s audits of 2020, party by party: they were not published so.</li>
        </ul>
      </section>
      <section aria-labelledby="independence">
        <h2 id="independence">Independence</h2>
        <p>
          Candour belongs to no party, platform or public body. Every party is asked the same questions in the same words; exchange the
          names of two parties and their answers change places, and nothing else. The rules, the vocabulary and the code are open, and
          anybody can run them again.
        </p>
      </section>
    </>
  );
}
