/** What can go wrong between us and a library's server, in sentences that hold no address: an address may carry a token. */

/**
 * - `address`: an address that is not on the collector's list; nothing was sent.
 * - `redirect`: too many redirects, or one without a target.
 * - `timeout`, `unreachable`, `cut`, `busy`: the server or the line; asking again may help.
 * - `too-large`: more bytes than the collector takes.
 * - `changed`: the file became another one while it was read.
 */
export type FetchFault = 'address' | 'redirect' | 'timeout' | 'unreachable' | 'cut' | 'busy' | 'too-large' | 'changed';

const PASSING: readonly FetchFault[] = ['timeout', 'unreachable', 'cut', 'busy'];

export class FetchProblem extends Error {
  readonly fault: FetchFault;
  /** Seconds after which the server wants to be asked again, where it said so. */
  readonly retry_after: number | null;

  constructor(fault: FetchFault, message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'FetchProblem';
    this.fault = fault;
    this.retry_after = retryAfter;
  }

  /** True where asking again may help. */
  get passing(): boolean {
    return PASSING.includes(this.fault);
  }
}

/** For an answer of 429 or 5xx; `null` for any other. */
export function busyProblem(status: number, headers: Headers): FetchProblem | null {
  if (status !== 429 && status < 500) return null;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const message =
    status === 429 ? 'The server answers that it is asked too often (429).' : `The server answers with an error of its own (${status}).`;
  return new FetchProblem('busy', message, Number.isFinite(seconds) && seconds >= 0 ? seconds : null);
}
