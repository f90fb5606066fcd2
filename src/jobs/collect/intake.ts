/** What a collector needs of the house: the network, the time, what it fetched last, and somewhere to put bytes. */
import type { LibraryId } from '../../core/platforms.ts';
import type { Day, Instant } from '../../core/time.ts';
import type { Fetcher } from './http.ts';
import type { Wait } from './patience.ts';

/** Collectors, in the order of their ids. */
export type CollectorId = 'google' | 'meta-api' | 'snapchat';

/** Marks of the copy that was taken last, as the server gave them. */
export interface Marks {
  readonly etag: string | null;
  /** As in the header: `Tue, 10 Nov 2026 08:00:00 GMT`. For `meta-api`, the day up to which was asked. */
  readonly last_modified: string | null;
}

/**
 * - `collected`: a copy was taken in. `unchanged`: the server has the copy that we have.
 * - `not-there`: the server has no such file (yet).
 * - `half-written`, `changed`, `unreachable`: not this time; it is tried again.
 * - `not-a-zip`, `too-large`, `refused`, `stopped`: somebody should look.
 */
export type CollectOutcome =
  | 'collected'
  | 'unchanged'
  | 'not-there'
  | 'half-written'
  | 'changed'
  | 'unreachable'
  | 'not-a-zip'
  | 'too-large'
  | 'refused'
  | 'stopped';

/** One attempt, as `/coverage` shows it. */
export interface Attempt extends Marks {
  readonly at: Instant;
  readonly outcome: CollectOutcome;
  /** A sentence for readers, without addresses or tokens. */
  readonly message: string;
}

/** An upload in parts that goes on across queue messages: what R2 wants to know again, as plain JSON. */
export interface Upload {
  readonly name: string;
  readonly key: string;
  readonly id: string;
  readonly parts: readonly { readonly n: number; readonly etag: string }[];
}

/** What is known of a file beside its bytes. */
export interface CollectedFacts {
  readonly name: string;
  readonly library: LibraryId;
  readonly as_of: Day;
  /** The country that was asked for, where the file does not say. */
  readonly country: string | null;
  readonly bytes: number;
}

/** Takes in a file, part by part. */
export interface Intake {
  begin(name: string): Promise<Upload>;
  /**
   * Stores part `n`, counted from 1, and answers the upload with it. All parts of one upload but its last have `PART_BYTES`. The bytes are
   * the collector's again once the answer has come. A part may come twice; the later stands.
   */
  part(upload: Upload, n: number, bytes: Uint8Array): Promise<Upload>;
  /** The file is whole: redacts, unpacks and queues its import. Answers the runs, or a sentence why nothing of it is imported. */
  complete(upload: Upload, facts: CollectedFacts): Promise<{ readonly runs: readonly string[] } | { readonly refused: string }>;
  /** Takes back what was stored. Doing so twice, or after `complete`, does no harm. */
  abort(upload: Upload): Promise<void>;
}

export interface CollectTools {
  readonly fetcher: Fetcher;
  /** The instant, UTC, ISO 8601 with Z. */
  readonly now: () => Instant;
  readonly wait: Wait;
  /** The marks of the newest attempt that was kept, whatever its outcome. `key`: a year, a country, or `bundle`. */
  readonly lastOf: (kind: CollectorId, key: string) => Promise<Marks | null>;
  readonly keep: (kind: CollectorId, key: string, attempt: Attempt) => Promise<void>;
  readonly intake: Intake;
  /** Bytes of a part, and calls of the Meta API in one step; tests make them small. */
  readonly part_bytes?: number;
  readonly meta_calls?: number;
}
