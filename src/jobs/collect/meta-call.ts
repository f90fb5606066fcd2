/** One call of the Ad Library API: what is sent, and what comes back as a page of ads or an error. */
import type { Allowed } from './address.ts';
import { allOf, type Fetcher, fetchBounded } from './http.ts';
import { type ApiError, errorIn, restAfter } from './meta-errors.ts';
import { type MetaPage, pageOf, parseExactly } from './meta-page.ts';
import { batchOf, type MetaState } from './meta-state.ts';
import { patiently, type Wait } from './patience.ts';
import { busyProblem, FetchProblem } from './problem.ts';

export interface MetaOptions extends Allowed {
  readonly fetcher: Fetcher;
  /** Origin and version: `https://graph.facebook.com/v21.0`. */
  readonly base: string;
  readonly token: string;
  readonly wait: Wait;
  /** Ads a page at first. */
  readonly limit?: number;
  /** Calls in one step. */
  readonly calls_a_step?: number;
  readonly timeout_ms?: number;
}

/** All fields that are of use for ads in the United Kingdom. Not `ad_snapshot_url`, which carries the token. */
export const FIELDS = [
  'id',
  'page_id',
  'page_name',
  'bylines',
  'ad_creation_time',
  'ad_delivery_start_time',
  'ad_delivery_stop_time',
  'ad_creative_bodies',
  'ad_creative_link_titles',
  'ad_creative_link_captions',
  'ad_creative_link_descriptions',
  'currency',
  'spend',
  'impressions',
  'estimated_audience_size',
  'target_ages',
  'target_gender',
  'target_locations',
  'demographic_distribution',
  'delivery_by_region',
  'age_country_gender_reach_breakdown',
  'total_reach_by_location',
  'languages',
  'publisher_platforms',
] as const;

/** A larger page is asked for again with fewer ads. */
const PAGE_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 90_000;

/** `rest`: seconds for which the API should be left alone. */
export type MetaAnswer =
  | { readonly page: MetaPage; readonly rest: number }
  /** `again`: the line or the server, not the question. */
  | { readonly error: ApiError; readonly again: boolean; readonly rest: number };

/** Asks for the page that the state points at; what passes is asked again a few times. */
export async function askForPage(state: MetaState, options: MetaOptions): Promise<MetaAnswer> {
  try {
    return await patiently(() => askOnce(state, options), options.wait);
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    // What does not fit is asked for in smaller pages, as the API itself wants it.
    const code = error.fault === 'too-large' ? 1 : null;
    return { error: { code, subcode: null, message: error.message, transient: false }, again: error.passing, rest: error.retry_after ?? 0 };
  }
}

async function askOnce(state: MetaState, options: MetaOptions): Promise<MetaAnswer> {
  const reply = await fetchBounded(options.fetcher, addressOf(state, options), {
    hosts: options.hosts,
    loopback: options.loopback,
    headers: { accept: 'application/json' },
    timeout_ms: options.timeout_ms ?? TIMEOUT_MS,
    max_bytes: PAGE_BYTES,
  });
  const answer = answerIn(await allOf(reply.body));
  const rest = restAfter(reply.headers);
  const error = errorIn(answer);
  if (error) return { error, again: false, rest };
  const busy = busyProblem(reply.status, reply.headers);
  if (busy) throw busy;
  const page = reply.status === 200 ? pageOf(answer, options.token) : null;
  if (page) return { page, rest };
  if (reply.status === 200 && answer === undefined)
    throw new FetchProblem('cut', 'The answer is not the JSON of an ad library: it is cut, or it is another page.');
  const message = `Its answer has status ${reply.status} and none in it.`;
  return { error: { code: null, subcode: null, message, transient: false }, again: false, rest };
}

/** By cursor, never by the `next` of an answer, which is an address with the token in it. */
function addressOf(state: MetaState, options: MetaOptions): string {
  const { country, from, to } = state.question;
  const query = new URLSearchParams({
    ad_type: 'POLITICAL_AND_ISSUE_ADS',
    // The default gives only those that run now.
    ad_active_status: 'ALL',
    ad_reached_countries: JSON.stringify([country]),
    search_page_ids: JSON.stringify(batchOf(state)),
    fields: FIELDS.join(','),
    limit: String(state.limit),
    access_token: options.token,
  });
  if (from !== null) query.set('ad_delivery_date_min', from);
  if (to !== null) query.set('ad_delivery_date_max', to);
  if (state.after !== null) query.set('after', state.after);
  return `${options.base}/ads_archive?${query}`;
}

function answerIn(bytes: Uint8Array): unknown {
  try {
    return parseExactly(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
