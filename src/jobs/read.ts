/** Reads a snapshot of a notice: bytes to passages, passages to disclosures; then asks the questions again of its party. */
import { READER_VERSION, readNotice } from '../core/read-notice.ts';
import { noticeText } from '../sources/notice-page.ts';
import { sql } from '../store/db.ts';
import { append } from '../store/log.ts';
import { findNotice, findSnapshot, insertReading } from '../store/notices.ts';
import { failRun, findRun, finishRun } from '../store/runs.ts';
import { raiseRevision } from '../store/site.ts';
import { reconcileParty } from './reconcile.ts';
import type { Tools } from './tools.ts';

/** Largest page that is read; capture and upload refuse larger ones. */
const PAGE_BYTES = 5 * 1024 * 1024;

export async function readSnapshot(tools: Tools, runId: string): Promise<void> {
  const { db } = tools;
  const run = await findRun(db, runId);
  if (!run || run.status === 'done' || run.status === 'failed') return;
  const snapshot = await findSnapshot(db, run.subject);
  const notice = snapshot && (await findNotice(db, snapshot.notice_id));
  if (!snapshot || !notice) {
    await db.run(failRun(runId, `There is no snapshot ${run.subject}`, tools.now()));
    return;
  }
  const bytes = await tools.bytes.read(snapshot.sha256, PAGE_BYTES);
  const text = noticeText(bytes, { content_type: snapshot.content_type });
  const reading = readNotice(text);
  const now = tools.now();
  await db.run(insertReading(snapshot.id, text, reading, now));
  await reconcileParty(tools, notice.party_id);
  const subject = `${snapshot.id} ${READER_VERSION}`;
  const logged = await db.first(sql('SELECT 1 FROM log WHERE kind = ? AND subject = ?', 'notice-read', subject));
  const entry = {
    kind: 'notice-read',
    party: notice.party_id,
    subject,
    body: { snapshot: snapshot.id, sha256: snapshot.sha256, readable: reading.readable, words: reading.words },
  };
  const entries = logged ? [] : await append(db, [entry], now);
  await db.batch([...entries, raiseRevision(now), finishRun(runId, now)], { idempotent: false });
}
