/** Notices, their snapshots and what our reader made of them. */
import type { NoticeText, Reading, Snapshot } from '../core/notice.ts';
import { type Db, type Statement, sql } from './db.ts';
import type { notice, reading, snapshot } from './schema-told.ts';

export type NoticeRow = typeof notice.$inferSelect;
export type SnapshotRow = typeof snapshot.$inferSelect;
export type ReadingRow = typeof reading.$inferSelect;

export async function findNotice(db: Db, id: string): Promise<NoticeRow | null> {
  return db.first<NoticeRow>(sql('SELECT * FROM notice WHERE id = ?', id));
}

export async function noticesOf(db: Db, party: string): Promise<NoticeRow[]> {
  return db.all<NoticeRow>(sql('SELECT * FROM notice WHERE party_id = ? ORDER BY id', party));
}

export interface ListedNotice extends NoticeRow {
  readonly snapshots: number;
  readonly newest: string | null;
}

export async function listNotices(db: Db, after: string, limit: number, party?: string): Promise<ListedNotice[]> {
  return db.all<ListedNotice>(
    sql(
      `SELECT n.*, (SELECT count(*) FROM snapshot AS s WHERE s.notice_id = n.id) AS snapshots,
              (SELECT max(captured_at) FROM snapshot AS s WHERE s.notice_id = n.id) AS newest
       FROM notice AS n WHERE n.id > ? AND (?2 IS NULL OR n.party_id = ?2) ORDER BY n.id LIMIT ?3`,
      after,
      party ?? null,
      limit,
    ),
  );
}

export type ListedSnapshot = SnapshotRow & { readonly readable: number | null; readonly words: number | null };

/** The snapshots of a notice with the newest reading's verdict, newest first. */
export async function snapshotsOf(db: Db, noticeId: string, limit: number): Promise<ListedSnapshot[]> {
  return db.all<ListedSnapshot>(
    sql(
      `SELECT s.*, r.readable, r.words FROM snapshot AS s
       LEFT JOIN reading AS r ON r.snapshot_id = s.id
         AND r.read_at = (SELECT max(read_at) FROM reading WHERE snapshot_id = s.id)
       WHERE s.notice_id = ? GROUP BY s.id ORDER BY s.captured_at DESC LIMIT ?`,
      noticeId,
      limit,
    ),
  );
}

export async function findSnapshot(db: Db, id: string): Promise<SnapshotRow | null> {
  return db.first<SnapshotRow>(sql('SELECT * FROM snapshot WHERE id = ?', id));
}

/** The newest reading of a snapshot. */
export async function newestReading(db: Db, snapshotId: string): Promise<ReadingRow | null> {
  return db.first<ReadingRow>(
    sql('SELECT * FROM reading WHERE snapshot_id = ? ORDER BY read_at DESC, reader_version DESC LIMIT 1', snapshotId),
  );
}

export function insertNotice(row: NoticeRow): Statement {
  return sql(
    `INSERT INTO notice (id, party_id, kind, url, scope, source, checked_on) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    row.id,
    row.party_id,
    row.kind,
    row.url,
    row.scope,
    row.source,
    row.checked_on,
  );
}

/** What the register says of a notice stands, whatever was known before: whose it is, and whether it is a branch's. */
export function registerNotice(row: NoticeRow): Statement {
  return sql(
    `INSERT INTO notice (id, party_id, kind, url, scope, source, checked_on) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET party_id = excluded.party_id, kind = excluded.kind, url = excluded.url, scope = excluded.scope,
       source = excluded.source, checked_on = excluded.checked_on`,
    row.id,
    row.party_id,
    row.kind,
    row.url,
    row.scope,
    row.source,
    row.checked_on,
  );
}

export function insertSnapshot(row: SnapshotRow): Statement {
  return sql(
    `INSERT INTO snapshot (id, notice_id, captured_at, url, sha256, bytes, content_type, provenance, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    row.id,
    row.notice_id,
    row.captured_at,
    row.url,
    row.sha256,
    row.bytes,
    row.content_type,
    row.provenance,
    row.received_at,
  );
}

export function insertReading(snapshotId: string, text: NoticeText, read: Reading, now: string): Statement {
  return sql(
    `INSERT INTO reading (snapshot_id, reader_version, read_at, language, words, readable, title, text, passages, practices, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (snapshot_id, reader_version) DO NOTHING`,
    snapshotId,
    read.reader_version,
    now,
    read.language,
    read.words,
    read.readable ? 1 : 0,
    text.title,
    text.text,
    JSON.stringify(text.passages),
    JSON.stringify(read.practices),
    JSON.stringify(read.problems),
  );
}

/** Every snapshot of a party's notices that has been read, with its newest reading, oldest first: the told part of a case. */
export async function toldBy(db: Db, party: string): Promise<Snapshot[]> {
  const rows = await db.all<
    SnapshotRow & {
      kind: string;
      reader_version: string;
      language: string | null;
      words: number;
      readable: number;
      practices: string;
      problems: string;
    }
  >(
    sql(
      `SELECT s.*, n.kind AS kind, r.reader_version, r.language, r.words, r.readable, r.practices, r.problems
       FROM notice AS n JOIN snapshot AS s ON s.notice_id = n.id JOIN reading AS r ON r.snapshot_id = s.id
       WHERE n.party_id = ? AND n.scope = 'national' AND r.reader_version = (
         SELECT reader_version FROM reading WHERE snapshot_id = s.id ORDER BY read_at DESC, reader_version DESC LIMIT 1)
       ORDER BY s.captured_at, s.id`,
      party,
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    notice: row.notice_id,
    kind: row.kind as Snapshot['kind'],
    url: row.url,
    captured_at: row.captured_at,
    sha256: row.sha256,
    reading: {
      reader_version: row.reader_version,
      language: row.language,
      words: row.words,
      readable: row.readable === 1,
      practices: JSON.parse(row.practices) as Reading['practices'],
      problems: JSON.parse(row.problems) as Reading['problems'],
    },
  }));
}
