/**
 * What the Ad Library API's errors and its usage headers ask of us.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling and .../overview/rate-limiting
 */

/** An error as the API words it. `code` is `null` where the answer is no error of the API's own form. */
export interface ApiError {
  readonly code: number | null;
  readonly subcode: number | null;
  readonly message: string;
  readonly transient: boolean;
}

/** What to do: wait for minutes, ask for fewer ads a page, or stop and tell the operator. */
export type Verdict = { readonly do: 'wait' | 'ask-less' } | { readonly do: 'stop'; readonly message: string };

/** Limits of the app, the user, the page, the token and the ad account. */
const WAIT = [4, 17, 32, 613, 80004];
const ASK_LESS = [1, 2];

const STOP: Readonly<Record<number, string>> = {
  10: 'Meta does not let the owner of META_TOKEN read the Ad Library API: the person must confirm their identity at facebook.com/ID and take the API’s terms.',
  100: 'Meta does not take one of the parameters that were sent; that is a fault of this collector or of its settings.',
  190: 'META_TOKEN is spent or not valid: make a new one and store it with `wrangler secret put META_TOKEN`.',
};

export function verdictOf(error: ApiError): Verdict {
  if (error.code !== null && WAIT.includes(error.code)) return { do: 'wait' };
  if (error.code !== null && ASK_LESS.includes(error.code)) return { do: 'ask-less' };
  if (error.transient) return { do: 'wait' };
  if (error.code === null) return { do: 'stop', message: `The Ad Library API gave no list of ads. ${error.message}` };
  const known = STOP[error.code] ?? 'The Ad Library API refused the question.';
  const which = `error ${error.code}${error.subcode === null ? '' : `, subcode ${error.subcode}`}`;
  return { do: 'stop', message: `${known} It says: “${error.message}” (${which})` };
}

/** The error in an answer, its message without addresses; `null` where the answer is none. */
export function errorIn(answer: unknown): ApiError | null {
  const error = isRecord(answer) ? answer.error : undefined;
  if (!isRecord(error)) return null;
  return {
    code: typeof error.code === 'number' ? error.code : null,
    subcode: typeof error.error_subcode === 'number' ? error.error_subcode : null,
    message: spoken(typeof error.message === 'string' ? error.message : 'no message'),
    transient: error.is_transient === true,
  };
}

/** Seconds to leave the API alone, from its two usage headers; 0 while no limit is near. */
export function restAfter(headers: Headers): number {
  const app = parsed(headers.get('x-app-usage'));
  const business = parsed(headers.get('x-business-use-case-usage'));
  const usages = [app, ...(isRecord(business) ? Object.values(business).flat() : [])].filter(isRecord);
  const most = Math.max(0, ...usages.flatMap((one) => ['call_count', 'total_time', 'total_cputime'].map((name) => numberOf(one[name]))));
  // Minutes, by the documentation.
  const regain = Math.max(0, ...usages.map((one) => numberOf(one.estimated_time_to_regain_access))) * 60;
  if (regain > 0) return Math.min(regain, LONGEST_REST);
  return most > NEAR_LIMIT ? REST : 0;
}

/** Per cent of an allowance. */
const NEAR_LIMIT = 90;
/** The allowances are counted over an hour that moves along, so a quarter of an hour gives back a good share of one. */
const REST = 900;
const LONGEST_REST = 3600;
const LONGEST_MESSAGE = 300;

/** A sentence of the API's as it may be shown and logged. */
function spoken(message: string): string {
  return message
    .replace(/\bhttps?:\S+/gi, '[address]')
    .replace(/access_token(=|%3D)?\S*/gi, 'access token')
    .replace(/\bEAA[A-Za-z0-9_-]{8,}/g, '[token]')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_MESSAGE);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
