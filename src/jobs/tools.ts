/** What every job is given: the stores, the queue and the time. */
import type { Bytes } from '../store/bytes.ts';
import type { Db } from '../store/db.ts';
import type { JobQueue } from '../store/queue.ts';

export interface Tools {
  readonly db: Db;
  readonly bytes: Bytes;
  readonly queue: JobQueue;
  /** The instant, UTC, ISO 8601 with Z. */
  readonly now: () => string;
  /** Bytes of a source file that one message reads; tests make it small. */
  readonly slice_bytes?: number;
}
