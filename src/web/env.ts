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
  /** What is collected on a schedule; without these nothing is. See wrangler.toml. */
  readonly COLLECT_GOOGLE?: string;
  readonly COLLECT_SNAPCHAT_YEARS?: string;
  readonly COLLECT_META_COUNTRY?: string;
  readonly META_TOKEN?: string;
  readonly COLLECT_ORIGIN_META?: string;
  readonly COLLECT_ORIGIN_STORAGE?: string;
  /** Bytes of a file that one message reads; tests make it small. */
  readonly SLICE_BYTES?: string;
}

export interface AppEnv {
  Bindings: Bindings;
  Variables: { db: Db; bytes: Bytes; now: string; revision: number; changed_at: string };
}
