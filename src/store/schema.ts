/** The tables, as drizzle knows them. `migrations/` is what counts: a test compares the two and fails when they differ. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const site = sqliteTable('site', {
  id: integer('id').primaryKey(),
  revision: integer('revision').notNull(),
  changed_at: text('changed_at').notNull(),
});

export const party = sqliteTable('party', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  short_name: text('short_name').notNull(),
  nations: text('nations').notNull(),
  audited: integer('audited').notNull(),
  fictional: integer('fictional').notNull(),
  website: text('website'),
  registrations: text('registrations').notNull(),
  position: integer('position').notNull(),
});

export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  platform: text('platform').notNull(),
  buyer: text('buyer').notNull(),
  payer: text('payer').notNull(),
  page_id: text('page_id'),
  party_id: text('party_id'),
  role: text('role'),
  confidence: text('confidence'),
  source: text('source'),
  checked_on: text('checked_on'),
  note: text('note'),
});

export const registered_account = sqliteTable('registered_account', {
  id: text('id').primaryKey(),
  party_id: text('party_id').notNull(),
  platform: text('platform').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  confidence: text('confidence').notNull(),
  source: text('source').notNull(),
  checked_on: text('checked_on').notNull(),
  note: text('note'),
});

export const tally = sqliteTable('tally', { name: text('name').primaryKey(), n: integer('n').notNull() });

export const declaration = sqliteTable(
  'declaration',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    party_id: text('party_id').notNull(),
    status: text('status').notNull(),
    published_at: text('published_at').notNull(),
    valid_from: text('valid_from').notNull(),
    valid_to: text('valid_to'),
    correction_reason: text('correction_reason'),
    sha256: text('sha256').notNull(),
    received_at: text('received_at').notNull(),
    signature: text('signature').notNull(),
    statements: text('statements').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

export const finding = sqliteTable(
  'finding',
  {
    id: text('id').notNull(),
    valid_from: text('valid_from').notNull(),
    recorded_at: text('recorded_at').notNull(),
    recorded_to: text('recorded_to'),
    valid_to: text('valid_to'),
    is_last: integer('is_last').notNull(),
    party_id: text('party_id').notNull(),
    rule: text('rule').notNull(),
    rule_version: integer('rule_version').notNull(),
    subject: text('subject').notNull(),
    platform: text('platform'),
    criterion: text('criterion'),
    practice: text('practice'),
    outcome: text('outcome').notNull(),
    reason: text('reason').notNull(),
    severity: text('severity'),
    severity_rank: integer('severity_rank').notNull(),
    basis: text('basis').notNull(),
    regime: text('regime').notNull(),
    level: text('level'),
    evidence: text('evidence').notNull(),
    reader_text: text('reader_text').notNull(),
    party_text: text('party_text').notNull(),
    suggested: text('suggested'),
  },
  (table) => [primaryKey({ columns: [table.id, table.valid_from, table.recorded_at] })],
);

export const standing = sqliteTable('standing', {
  party_id: text('party_id').primaryKey(),
  state: text('state').notNull(),
  because: text('because').notNull(),
  matrix: text('matrix').notNull(),
  totals: text('totals').notNull(),
  reconciled_at: text('reconciled_at').notNull(),
  reconciled_day: text('reconciled_day').notNull(),
});

export const log = sqliteTable('log', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  kind: text('kind').notNull(),
  party_id: text('party_id'),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  prev: text('prev').notNull(),
  hash: text('hash').notNull().unique(),
});

export const review = sqliteTable('review', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  subject: text('subject').notNull(),
  decision: text('decision').notNull(),
  party_id: text('party_id'),
  role: text('role'),
  source: text('source'),
  checked_on: text('checked_on'),
  reviewer: text('reviewer').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
});
