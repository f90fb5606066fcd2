/** The tables of what notices tell, as drizzle knows them. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const notice = sqliteTable('notice', {
  id: text('id').primaryKey(),
  party_id: text('party_id').notNull(),
  kind: text('kind').notNull(),
  url: text('url').notNull(),
  scope: text('scope').notNull(),
  source: text('source').notNull(),
  checked_on: text('checked_on'),
});

export const snapshot = sqliteTable('snapshot', {
  id: text('id').primaryKey(),
  notice_id: text('notice_id').notNull(),
  captured_at: text('captured_at').notNull(),
  url: text('url').notNull(),
  sha256: text('sha256').notNull(),
  bytes: integer('bytes').notNull(),
  content_type: text('content_type').notNull(),
  provenance: text('provenance').notNull(),
  received_at: text('received_at').notNull(),
});

export const reading = sqliteTable(
  'reading',
  {
    snapshot_id: text('snapshot_id').notNull(),
    reader_version: text('reader_version').notNull(),
    read_at: text('read_at').notNull(),
    language: text('language'),
    words: integer('words').notNull(),
    readable: integer('readable').notNull(),
    title: text('title'),
    text: text('text').notNull(),
    passages: text('passages').notNull(),
    practices: text('practices').notNull(),
    problems: text('problems').notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshot_id, table.reader_version] })],
);
