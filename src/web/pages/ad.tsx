/** One ad: how people were chosen, who paid, and the very row it was read from. */
import type { Site } from '../endpoint.ts';
import { countRange, dayRange, moneyList, moneyWords, whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { adPath, jsonTwin, libraryUrl, partyPath, revisionsPath, withQuery } from '../links.ts';
import { RevisionList } from '../parts/revisions.tsx';
import { Observations } from '../parts/targeting.tsx';
import type { AdDetailView } from '../shapes/ads.ts';
import { At, Day, Facts, Hash, Name, Outside } from '../table.tsx';
import { adLibraryName, linkWord, platformName, roleWord } from '../words.ts';

export function AdPage({ data, site }: { readonly data: AdDetailView; readonly site: Site }) {
  const path = adPath(data.id);
  const chosen = data.observations.filter((one) => one.level !== 'delivery');
  const delivered = data.observations.filter((one) => one.level === 'delivery');
  return (
    <Layout
      title={`Ad of ${data.buyer}, ${platformName(data.platform)}`}
      description={`How people were chosen for an ad of ${data.buyer} on ${platformName(data.platform)}, as its ad library shows it.`}
      path={path}
      site={site}
      json={jsonTwin(path)}
    >
      <header class="head">
        <p class="kicker">An ad in the {platformName(data.platform)} ad library</p>
        <h1 dir="auto">
          <Name>{data.buyer}</Name>
        </h1>
        <p class="deck">
          {dayRange(data.first_day, data.last_day)}
          {data.open ? ' (no end given)' : ''}
          {data.spend ? `, for ${moneyWords(data.spend)}` : ''}
          {data.impressions ? `, shown ${countRange(data.impressions)} times` : ''}.
        </p>
      </header>
      <div class="with-side">
        <div>
          <section class="block" aria-labelledby="chosen">
            <h2 id="chosen">How people were chosen</h2>
            {chosen.length > 0 ? <Observations observations={chosen} /> : <p>The library shows no choice of people for this ad.</p>}
            {data.places_shown ? null : (
              <p class="note">The library prints no place at all for this ad, so nothing can be told of where it was aimed.</p>
            )}
          </section>
          {delivered.length > 0 ? (
            <section class="block" aria-labelledby="delivered">
              <h2 id="delivered">Who saw it</h2>
              <p class="note">This is delivery: who saw the ad, which is not who was chosen. It never counts as targeting.</p>
              <Observations observations={delivered} />
            </section>
          ) : null}
          {data.revisions.length > 0 ? <Rewritten data={data} /> : null}
        </div>
        <div class="side">
          <Who data={data} />
          <WhatItShows data={data} />
          <Provenance data={data} />
        </div>
      </div>
    </Layout>
  );
}

/** What two copies print otherwise. It describes, and never says why. */
function Rewritten({ data }: { readonly data: AdDetailView }) {
  return (
    <section class="block" aria-labelledby="rewritten">
      <h2 id="rewritten">What the library changed of this ad</h2>
      <p class="note">
        A library changes its own record; what a copy showed once stays on this site with the copies that showed it. See also{' '}
        <a href={revisionsPath({})}>what the libraries rewrote</a>.
      </p>
      <RevisionList items={data.revisions} names={new Map()} own />
    </section>
  );
}

function Who({ data }: { readonly data: AdDetailView }) {
  const { account } = data;
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who</h2>
      <Facts
        facts={[
          ['Placed by', <Name>{data.buyer}</Name>],
          ['Paid for by', <Name>{data.payer}</Name>],
          [
            'Party',
            data.party ? (
              <a href={partyPath(data.party)}>
                <Name>{data.party_name ?? data.party}</Name>
              </a>
            ) : (
              'mapped to no party'
            ),
          ],
          ['Role', data.role ? roleWord(data.role) : null],
          ['Link to the party', account ? linkWord(account.confidence) : null],
          ['Source of the link', account?.source ? <Name>{account.source}</Name> : null],
          [
            'All ads of this account',
            account ? (
              <>
                <a href={withQuery('/ads', { account: account.id })}>{whole(account.ads)}</a>, {moneyList(account.spend)}
              </>
            ) : null,
          ],
        ]}
      />
    </section>
  );
}

function WhatItShows({ data }: { readonly data: AdDetailView }) {
  const library = libraryUrl(data.platform, data.library_id);
  return (
    <section aria-labelledby="library">
      <h2 id="library">In the library</h2>
      <Facts
        facts={[
          ['Began', data.start_at ? <At instant={data.start_at} /> : 'not given'],
          ['Ended', data.end_at ? <At instant={data.end_at} /> : 'no end given'],
          ['Spend', data.spend ? moneyWords(data.spend) : 'not given'],
          ['Shown', data.impressions ? `${countRange(data.impressions)} times` : 'not given'],
          ['Country', countryOf(data)],
          ['About', data.about ? <Name>{data.about}</Name> : null],
          ['Leads to', data.landing ? <Outside href={data.landing}>{data.landing}</Outside> : null],
          ['Pictures or films', data.media.length > 0 ? <Media media={data.media} /> : null],
          ['The library', library ? <Outside href={library}>{platformName(data.platform)}’s own page</Outside> : null],
          ['Its id there', <code>{data.library_id}</code>],
        ]}
      />
    </section>
  );
}

/** A country that only an older copy shows stays, with the day until which it was shown. */
function countryOf(data: AdDetailView) {
  if (data.country === null) return 'not shown';
  const countries = data.observations.filter((one) => one.criterion === 'geo.country' && one.direction === 'include');
  const until = countries.length > 0 && countries.every((one) => one.shown_until !== null) ? countries.at(-1)?.shown_until : null;
  return until ? (
    <>
      {data.country}, shown until <Day on={until} />
    </>
  ) : (
    data.country
  );
}

function Media({ media }: { readonly media: readonly string[] }) {
  return (
    <ul class="plain">
      {media.slice(0, 20).map((address, at) => (
        <li>
          <Outside href={address}>File {at + 1}, at the library</Outside>
        </li>
      ))}
      {media.length > 20 ? <li>and {media.length - 20} more</li> : null}
    </ul>
  );
}

function Provenance({ data }: { readonly data: AdDetailView }) {
  const file = data.source_file;
  return (
    <section aria-labelledby="file">
      <h2 id="file">Where it was read</h2>
      <Facts
        facts={[
          ['File', <Name>{file.name}</Name>],
          ['Library', adLibraryName(file.library)],
          ['Row', whole(file.row)],
          ['Copy as of', <Day on={file.as_of} />],
          ['Received', <At instant={file.received_at} />],
          ['SHA-256 of the file as kept', <Hash of={file.sha256} />],
          ['SHA-256 as received', file.received_sha256 === file.sha256 ? 'the same' : <Hash of={file.received_sha256} />],
        ]}
      />
      {file.received_sha256 === file.sha256 ? null : (
        <p class="note">Private addresses and access tokens were blanked before the file was kept.</p>
      )}
    </section>
  );
}
