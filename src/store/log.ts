/**
 * The public log: append-only, each entry holding the SHA-256 of the one before, so that anyone can check that nothing was
 * taken out, changed or put in between.
 */
import { type Db, type Statement, sql } from './db.ts';

export interface Entry {
  readonly kind: string;
  readonly party: string | null;
  readonly subject: string;
  /** Plain data; stored as canonical JSON (keys sorted). */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface LogRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly party_id: string | null;
  readonly subject: string;
  readonly body: string;
  readonly prev: string;
  readonly hash: string;
}

const GENESIS = '0'.repeat(64);

/**
 * Statements that append entries after the present end of the log. They fail as a whole, with their batch, when somebody
 * else appended meanwhile: the number of an entry is its key.
 */
export async function append(db: Db, entries: readonly Entry[], at: string): Promise<Statement[]> {
  if (entries.length === 0) return [];
  const last = await db.first<{ seq: number; hash: string }>(sql('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1'));
  let seq = last?.seq ?? 0;
  let prev = last?.hash ?? GENESIS;
  const rows: unknown[][] = [];
  for (const entry of entries) {
    seq += 1;
    const body = canonical(entry.body);
    const hash = await entryHash({ seq, at, kind: entry.kind, party_id: entry.party, subject: entry.subject, body, prev });
    rows.push([seq, at, entry.kind, entry.party, entry.subject, body, prev, hash]);
    prev = hash;
  }
  return [
    sql(
      `INSERT INTO log (seq, at, kind, party_id, subject, body, prev, hash)
       SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7 FROM json_each(?)`,
      JSON.stringify(rows),
    ),
  ];
}

/** Entries after `after`, oldest first. */
export async function entriesAfter(db: Db, after: number, limit: number): Promise<LogRow[]> {
  return db.all<LogRow>(sql('SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT ?', after, limit));
}

/** The newest entries, newest first. */
export async function newestEntries(db: Db, limit: number): Promise<LogRow[]> {
  return db.all<LogRow>(sql('SELECT * FROM log ORDER BY seq DESC LIMIT ?', limit));
}

/** Entries about one subject, oldest first. */
export async function entriesAbout(db: Db, subject: string, limit: number): Promise<LogRow[]> {
  return db.all<LogRow>(sql('SELECT * FROM log WHERE subject = ? ORDER BY seq LIMIT ?', subject, limit));
}

/** SHA-256 over the entry and the hash before it, joined by line feeds; no field can hold one unescaped but by JSON. */
export async function entryHash(row: Omit<LogRow, 'hash'>): Promise<string> {
  const text = JSON.stringify([row.prev, row.seq, row.at, row.kind, row.party_id, row.subject, row.body]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON with keys in order, so that equal data is equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
