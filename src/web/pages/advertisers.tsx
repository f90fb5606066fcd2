/** Advertisers nobody mapped: names that resemble a party's first, with the reason; then what a person rejected; then the others. */
import type { Site } from '../endpoint.ts';
import { whole } from '../figures.ts';
import { Layout } from '../layout.tsx';
import { jsonTwin, withQuery } from '../links.ts';
import { Others, Rejected, Resembling } from '../parts/advertisers-table.tsx';
import { asked, Choice, FilterForm, type Filters, PartyField, type PartyName, PLATFORM_OPTIONS } from '../parts/filters.tsx';
import type { AdvertiserView } from '../shapes/advertisers.ts';

const NAMES = ['party', 'platform', 'currency'] as const;

export interface AdvertisersData {
  readonly items: readonly AdvertiserView[];
  readonly currencies: readonly string[];
  readonly filters: Filters;
  readonly parties?: readonly PartyName[];
}

export function AdvertisersPage({ data, site }: { readonly data: AdvertisersData; readonly site: Site }) {
  const { items, filters, parties } = data;
  const names = new Map((parties ?? []).map((party) => [party.id, party.name]));
  const query = asked(filters, NAMES);
  const rejected = items.filter((item) => item.rejected !== null);
  const open = items.filter((item) => item.rejected === null);
  const close = open.filter((item) => item.resembles[0]?.strength === 'strong');
  const distant = open.filter((item) => item.resembles[0]?.strength === 'weak');
  const others = open.filter((item) => item.resembles.length === 0);
  return (
    <Layout
      title="Advertisers nobody mapped"
      description="Advertisers of the ad libraries that are linked to no party, names that resemble a party’s first, with the reason."
      path="/advertisers"
      site={site}
      json={withQuery(jsonTwin('/advertisers'), query)}
    >
      <header class="head">
        <h1>Advertisers nobody mapped</h1>
        <p class="deck">
          They are linked to no party, and nothing of theirs counts for one. A name that resembles a party’s is a question and never an
          answer: a person maps an advertiser, or rejects the resemblance, with a reason that is public.
        </p>
      </header>
      <FilterForm action="/advertisers">
        <PartyField filters={filters} parties={parties} />
        <Choice name="platform" label="Platform" filters={filters} options={PLATFORM_OPTIONS} />
        <Choice
          name="currency"
          label="Currency"
          filters={filters}
          options={data.currencies.map((one) => [one || 'none', one || 'not named'])}
        />
      </FilterForm>
      {items.length === 0 ? (
        <p class="empty">
          {Object.keys(query).length > 0
            ? 'No advertiser without a party answers to this.'
            : 'Every advertiser seen so far is mapped, or none has been seen.'}
        </p>
      ) : null}
      {close.length > 0 ? (
        <section class="block" aria-labelledby="close">
          <h2 id="close">Names that resemble a party’s</h2>
          <Resembling caption={`${whole(close.length)} to be looked at, largest spend of a currency first`} items={close} names={names} />
        </section>
      ) : null}
      {distant.length > 0 ? (
        <section class="block" aria-labelledby="distant">
          <h2 id="distant">Distant resemblances</h2>
          <Resembling
            caption={`${whole(distant.length)} that share a word or some letters: others bear such names too, or the rest of the name points elsewhere`}
            items={distant}
            names={names}
          />
        </section>
      ) : null}
      {rejected.length > 0 ? (
        <section class="block" aria-labelledby="rejected">
          <h2 id="rejected">Looked at, and not a party’s</h2>
          <Rejected caption="With who decided, and why" items={rejected} names={names} />
        </section>
      ) : null}
      {others.length > 0 ? <OthersByCurrency items={others} /> : null}
    </Layout>
  );
}

const OPEN = 50;

/** The largest of each currency; those after the first fifty open on demand. */
function OthersByCurrency({ items }: { readonly items: readonly AdvertiserView[] }) {
  const currencies = [...new Set(items.map((item) => item.spend.currency))];
  return (
    <section class="block" aria-labelledby="others">
      <h2 id="others">The others, by spend</h2>
      {currencies.map((currency) => {
        const mine = items.filter((item) => item.spend.currency === currency);
        const unit = currency ?? 'a currency that the library does not name';
        return (
          <>
            <Others caption={`Spend in ${unit}, largest first`} items={mine.slice(0, OPEN)} />
            {mine.length > OPEN ? (
              <details>
                <summary>
                  {whole(mine.length - OPEN)} more in {unit}
                </summary>
                <Others caption={`Spend in ${unit}, after the first ${OPEN}`} items={mine.slice(OPEN)} />
              </details>
            ) : null}
          </>
        );
      })}
    </section>
  );
}
