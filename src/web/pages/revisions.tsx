/** Revisions: what libraries rewrote of their own record, summed up by pairs of copies, and one by one. */
import type { Site } from '../endpoint.ts';
import { whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { adPath, jsonTwin, withQuery } from '../links.ts';
import { asked, Choice, FilterForm, type Filters, Kept, PartyField, type PartyName, PLATFORM_OPTIONS, Text } from '../parts/filters.tsx';
import { Pager } from '../parts/pager.tsx';
import { PairSummary } from '../parts/revision-pair.tsx';
import { RevisionList } from '../parts/revisions.tsx';
import type { RevisionsView } from '../shapes/revisions.ts';
import { Hash } from '../table.tsx';
import { revisedWord, revisionWord } from '../words.ts';

const NAMES = ['party', 'platform', 'library', 'of', 'field', 'kind', 'source', 'ad'] as const;
const KINDS = ['emptied', 'changed', 'filled', 'moved', 'not-seen', 'seen-again'] as const;
const OF = ['targeting', 'name', 'date', 'money', 'delivery', 'link', 'text', 'presence'] as const;

export interface RevisionsData extends Pick<RevisionsView, 'items' | 'next' | 'summary' | 'more_pairs'> {
  /** The query as it was asked. */
  readonly filters: Filters;
  readonly parties?: readonly PartyName[];
}

export function RevisionsPage({ data, site }: { readonly data: RevisionsData; readonly site: Site }) {
  const { items, filters, parties, summary } = data;
  const names = new Map((parties ?? []).map((party) => [party.id, party.name]));
  const query = asked(filters, NAMES);
  const some = Object.keys(query).length > 0;
  return (
    <Layout
      title="What the libraries rewrote"
      description="Where two copies of an ad library print the same ad otherwise: before and after side by side, with the files and rows."
      path="/revisions"
      site={site}
      json={withQuery(jsonTwin('/revisions'), query)}
    >
      <header class="head">
        <h1>What the libraries rewrote</h1>
        <p class="deck">A library changes its own record; what a copy showed once stays on this site with the copies that showed it.</p>
        <p class="note">
          This page describes where two copies differ, and never says why. While an ad runs, its money, its audience and its end grow: that
          is not counted.
        </p>
      </header>
      {summary.map((pair, at) => (
        <PairSummary pair={pair} names={names} id={`pair-${at + 1}`} />
      ))}
      {data.more_pairs > 0 ? (
        <p class="note">{whole(data.more_pairs)} older pairs of copies are not summed up here. The list below has their revisions too.</p>
      ) : null}
      <section class="block" aria-labelledby="one-by-one">
        <h2 id="one-by-one">One by one, largest spend first</h2>
        <FilterForm action="/revisions">
          <PartyField filters={filters} parties={parties} />
          <Choice name="of" label="What the field says" filters={filters} options={OF.map((id) => [id, revisedWord(id)])} />
          <Choice name="kind" label="In the newer copy" filters={filters} options={KINDS.map((id) => [id, revisionWord(id)])} />
          <Choice name="platform" label="Platform" filters={filters} options={PLATFORM_OPTIONS} />
          <Text name="field" label="Field, by its name in the file" filters={filters} />
          <Kept names={['library', 'source', 'ad']} filters={filters} />
        </FilterForm>
        {filters.source ? (
          <p class="note">
            Only with the copy <Hash of={filters.source} />.
          </p>
        ) : null}
        {filters.ad ? (
          <p class="note">
            Only of <a href={adPath(filters.ad)}>one ad</a>.
          </p>
        ) : null}
        {items.length === 0 ? (
          <p class="empty">
            {some
              ? 'No revision that is known answers to this. That is not the same as “nothing was changed”: it needs two copies to see one.'
              : 'No revision is known yet. It needs two copies of one record to see what changed between them.'}
          </p>
        ) : (
          <>
            <RevisionList items={items} names={names} />
            <Pager next={data.next} first={withQuery('/revisions', query)} />
          </>
        )}
      </section>
    </Layout>
  );
}
