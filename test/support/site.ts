/** A site inside workerd for tests: the real app, the real jobs, the real D1 and R2, and a queue that a test drains by hand. */
import { env } from 'cloudflare:workers';
import { doJob } from '../../src/jobs/queue.ts';
import type { Tools } from '../../src/jobs/tools.ts';
import { Bytes } from '../../src/store/bytes.ts';
import { Db, type DbOptions, type Meter } from '../../src/store/db.ts';
import type { Message } from '../../src/store/queue.ts';
import { createApp } from '../../src/web/app.ts';

export const TOKEN = 'a-token-for-tests';

export interface TestSite {
  readonly messages: Message[];
  readonly tools: Tools;
  /** Asks the app, as a browser or a client would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Posts with the owner's token. */
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** Does every waiting message, in order, each `times` times. */
  drain(times?: number): Promise<void>;
  /** The JSON at an address of the API. */
  json<T = Record<string, unknown>>(path: string): Promise<T>;
}

export async function testSite(
  options: { now?: string; world?: string; db?: DbOptions; slice_bytes?: number; metered?: (path: string, meter: Meter) => void } = {},
): Promise<TestSite> {
  const messages: Message[] = [];
  const now = () => options.now ?? '2026-06-01T12:00:00Z';
  const queue = { send: async (message: Message) => void messages.push(message) };
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(TOKEN));
  const bindings = {
    ...env,
    JOBS: queue,
    WORLD: options.world ?? 'real',
    OWNER_TOKEN_SHA256: [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
  const app = createApp({ now, ...(options.db ? { db: options.db } : {}), ...(options.metered ? { metered: options.metered } : {}) });
  const tools: Tools = {
    db: new Db(env.DB, options.db),
    bytes: new Bytes(env.BYTES),
    queue,
    now,
    slice_bytes: options.slice_bytes ?? 64 * 1024,
  };
  const ask = async (path: string, init?: RequestInit) => app.request(path, init, bindings);
  return {
    messages,
    tools,
    ask,
    post: (path, body, headers = {}) => ask(path, { method: 'POST', body, headers: { authorization: `Bearer ${TOKEN}`, ...headers } }),
    async drain(times = 1) {
      for (let message = messages.shift(); message; message = messages.shift()) {
        for (let i = 0; i < times; i++) await doJob({ ...tools, db: new Db(env.DB, options.db) }, message, 1);
      }
    },
    async json<T>(path: string) {
      const response = await ask(path);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

/** Empties every table but the ones the migrations fill. */
export async function emptyDatabase(): Promise<void> {
  const tables = [
    ...['log', 'standing', 'finding', 'declaration', 'reading', 'snapshot', 'notice', 'account_total', 'usage_day', 'usage_window'],
    ...['revision', 'sighting', 'observation', 'ad', 'paid', 'id_change', 'review', 'run_ad', 'collection'],
    ...['problem', 'touched', 'run_slice', 'run', 'source_file', 'registered_account', 'account', 'party'],
  ];
  await env.DB.batch([
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    env.DB.prepare(`UPDATE tally SET n = 0`),
    env.DB.prepare(`UPDATE site SET revision = 0`),
  ]);
}

/** Everything of a table, in the order of its columns: what two databases are compared by. */
export async function dump(table: string): Promise<string[]> {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
  return results.map((row) => JSON.stringify(row)).sort();
}
