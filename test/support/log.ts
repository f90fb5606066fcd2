import { env } from 'cloudflare:workers';
import { Db } from '../../src/store/db.ts';
import { append, type Entry, entriesAfter, type LogRow } from '../../src/store/log.ts';

/** Appends entries to an empty log and answers what stands in it. */
export async function appendAndRead(entries: readonly Entry[]): Promise<LogRow[]> {
  const db = new Db(env.DB);
  await env.DB.prepare('DELETE FROM log').run();
  await db.batch(await append(db, entries, '2026-06-01T12:00:00Z'), { idempotent: false });
  return entriesAfter(db, 0, 100);
}
