/** What every job is given: the stores, the queue and the time. */
import type { Bytes } from '../store/bytes.ts';
import type { Db } from '../store/db.ts';
import type { JobQueue } from '../store/queue.ts';
import type { CollectTools } from './collect/intake.ts';
import type { CollectEnv } from './collect/settings.ts';

/** What scheduled collection needs beside. */
export interface Collecting {
  readonly collector: CollectTools;
  readonly settings: CollectEnv;
}

export interface Tools {
  readonly db: Db;
  readonly bytes: Bytes;
  readonly queue: JobQueue;
  /** The instant, UTC, ISO 8601 with Z. */
  readonly now: () => string;
  /** Bytes of a source file that one message reads; tests make it small. */
  readonly slice_bytes?: number;
  /** Absent where nothing is collected. */
  readonly collecting?: Collecting;
}
