/** What the Worker gives the pages: bindings, and what the middleware adds for one request. */
import type { Bytes } from '../store/bytes.ts';
import type { Db } from '../store/db.ts';
import type { Message } from '../store/queue.ts';

export interface Bindings {
  readonly DB: D1Database;
  readonly BYTES: R2Bucket;
  readonly JOBS: Queue<Message>;
  readonly ASSETS: Fetcher;
  /** SHA-256 of the owner's token, hex; empty: nothing can be written. */
  readonly OWNER_TOKEN_SHA256: string;
  /** `demo`: every page says that its parties do not exist. */
  readonly WORLD: string;
  readonly VERSION: WorkerVersionMetadata;
}

export interface AppEnv {
  Bindings: Bindings;
  Variables: { db: Db; bytes: Bytes; now: string; revision: number; changed_at: string };
}
