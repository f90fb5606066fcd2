/** Ads: what the ad libraries show, newest first, with filters. */
import type { Site } from '../endpoint.ts';
import { countRange, dayRange, moneyWords } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { adPath, jsonTwin, partyPath, withQuery } from '../links.ts';
import {
  asked,
  Choice,
  CriterionField,
  FilterForm,
  type Filters,
  Kept,
  PartyField,
  type PartyName,
  PLATFORM_OPTIONS,
  Text,
} from '../parts/filters.tsx';
import { Pager } from '../parts/pager.tsx';
import type { AdView } from '../shapes/ads.ts';
import { Cards, Cell, Head, Name, Row } from '../table.tsx';
import { criterionLabel, directionWord, platformName, roleWord } from '../words.ts';

const NAMES = ['party', 'platform', 'role', 'account', 'criterion', 'direction', 'from', 'to'] as const;

export interface AdsData {
  readonly items: readonly AdView[];
  readonly next: string | null;
  /** The query as it was asked. */
  readonly filters: Filters;
  /** For names in the list and in the form; without it ids are shown. */
  readonly parties?: readonly PartyName[];
}

export function AdsPage({ data, site }: { readonly data: AdsData; readonly site: Site }) {
  const { items, filters, parties } = data;
  const names = new Map((parties ?? []).map((party) => [party.id, party.name]));
  const query = asked(filters, NAMES);
  return (
    <Layout
      title="Ads"
      description="Political ads as the ad libraries show them, with who paid, for how much, on which days and how people were chosen."
      path="/ads"
      site={site}
      json={withQuery(jsonTwin('/ads'), query)}
    >
      <header class="head">
        <h1>Ads</h1>
        <p class="deck">
          As the ad libraries show them, newest first. With a party chosen, only ads of accounts whose link to it is confirmed.
        </p>
      </header>
      <FilterForm action="/ads">
        <PartyField filters={filters} parties={parties} />
        <Choice name="platform" label="Platform" filters={filters} options={PLATFORM_OPTIONS} />
        <CriterionField filters={filters} />
        <Choice
          name="direction"
          label="Used"
          filters={filters}
          options={(['include', 'exclude', 'used'] as const).map((id) => [id, directionWord(id)])}
        />
        <Text name="from" label="First ran from" filters={filters} type="date" />
        <Text name="to" label="First ran up to" filters={filters} type="date" />
        <Kept names={['role', 'account']} filters={filters} />
      </FilterForm>
      {filters.account || filters.role ? (
        <p class="note">
          Only ads{' '}
          {filters.account ? (
            <>
              of the account “<Name>{filters.account}</Name>”
            </>
          ) : null}
          {filters.role ? ` of the role “${roleWord(filters.role)}”` : null}.
        </p>
      ) : null}
      {items.length === 0 ? (
        <p class="empty">
          {Object.keys(query).length > 0
            ? 'No ad that has been read answers to this. That is not the same as “there was none”.'
            : 'No ad library has been read yet.'}
        </p>
      ) : (
        <>
          <Cards caption="Ads, newest first" heads={['Advertiser', 'Platform', 'Days', 'Spend', 'Shown', 'How people were chosen']}>
            {items.map((ad) => (
              <AdRow ad={ad} names={names} />
            ))}
          </Cards>
          <Pager next={data.next} first={withQuery('/ads', query)} />
        </>
      )}
    </Layout>
  );
}

function AdRow({ ad, names }: { readonly ad: AdView; readonly names: ReadonlyMap<string, string> }) {
  return (
    <Row>
      <Head>
        <a href={adPath(ad.id)}>
          <Name>{ad.buyer}</Name>
        </a>
        {ad.payer !== ad.buyer ? (
          <span class="under">
            paid by <Name>{ad.payer}</Name>
          </span>
        ) : null}
        <span class="under">
          {ad.party ? (
            <>
              <a href={partyPath(ad.party)}>
                <Name>{names.get(ad.party) ?? ad.party}</Name>
              </a>
              {ad.role ? `, ${roleWord(ad.role).toLowerCase()}` : ''}
            </>
          ) : (
            'mapped to no party'
          )}
        </span>
      </Head>
      <Cell label="Platform">{platformName(ad.platform)}</Cell>
      <Cell label="Days">
        {dayRange(ad.first_day, ad.last_day)}
        {ad.open ? <span class="under">no end given</span> : null}
      </Cell>
      <Cell label="Spend" number>
        {ad.spend ? moneyWords(ad.spend) : 'not given'}
      </Cell>
      <Cell label="Shown" number>
        {ad.impressions ? `${countRange(ad.impressions)} times` : 'not given'}
      </Cell>
      <Cell label="How people were chosen">
        <CriteriaWords ad={ad} />
      </Cell>
    </Row>
  );
}

const SHOWN = 6;

function CriteriaWords({ ad }: { readonly ad: AdView }) {
  if (ad.criteria.length === 0)
    return <span class="soft">{ad.places_shown ? 'no choice shown' : 'places not shown; no other choice shown'}</span>;
  return (
    <ul class="plain">
      {ad.criteria.slice(0, SHOWN).map((use) => (
        <li>
          {criterionLabel(use.criterion)}
          {use.direction === 'exclude' ? ', left out' : ''}
          {use.direction === 'used' ? ', in or out not shown' : ''}
        </li>
      ))}
      {ad.criteria.length > SHOWN ? <li class="soft">and {ad.criteria.length - SHOWN} more</li> : null}
      {ad.places_shown ? null : <li class="soft">places not shown</li>}
    </ul>
  );
}
