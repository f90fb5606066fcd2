/** The tables of source files, runs and money, as drizzle knows them. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const source_file = sqliteTable('source_file', {
  sha256: text('sha256').primaryKey(),
  received_sha256: text('received_sha256').notNull(),
  name: text('name').notNull(),
  library: text('library').notNull(),
  bytes: integer('bytes').notNull(),
  as_of: text('as_of').notNull(),
  received_at: text('received_at').notNull(),
  redacted: integer('redacted').notNull(),
  series: text('series'),
  first_record: text('first_record'),
  window_days: integer('window_days'),
  currency: text('currency'),
  archive: text('archive'),
  collected: text('collected'),
  applied_at: text('applied_at'),
  ads: integer('ads').notNull(),
  first_day: text('first_day'),
  last_day: text('last_day'),
});

export const run = sqliteTable('run', {
  id: text('id').primaryKey(),
  job: text('job').notNull(),
  subject: text('subject').notNull(),
  status: text('status', { enum: ['waiting', 'running', 'done', 'failed'] }).notNull(),
  cursor: integer('cursor').notNull(),
  cursor_line: integer('cursor_line').notNull(),
  total: integer('total').notNull(),
  header: text('header'),
  rows: integer('rows').notNull(),
  accepted: integer('accepted').notNull(),
  refused: integer('refused').notNull(),
  observations: integer('observations').notNull(),
  ads: integer('ads').notNull(),
  problems: integer('problems').notNull(),
  columns: text('columns'),
  error: text('error'),
  unchanged: integer('unchanged').notNull(),
  created_at: text('created_at').notNull(),
  finished_at: text('finished_at'),
  phase: text('phase', { enum: ['check', 'store', 'gaps'] }).notNull(),
  place: text('place', { enum: ['top', 'list', 'data'] }).notNull(),
  held: text('held'),
  confirmed: text('confirmed'),
  revisions: integer('revisions').notNull(),
});

export const run_slice = sqliteTable(
  'run_slice',
  {
    run_id: text('run_id').notNull(),
    cursor: integer('cursor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.run_id, table.cursor] })],
);

export const touched = sqliteTable(
  'touched',
  {
    run_id: text('run_id').notNull(),
    account_id: text('account_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.run_id, table.account_id] })],
);

export const problem = sqliteTable(
  'problem',
  {
    run_id: text('run_id').notNull(),
    seq: integer('seq').notNull(),
    row: integer('row'),
    line: integer('line'),
    field: text('field'),
    code: text('code').notNull(),
    message: text('message').notNull(),
    refused: integer('refused').notNull(),
  },
  (table) => [primaryKey({ columns: [table.run_id, table.seq] })],
);

export const run_ad = sqliteTable(
  'run_ad',
  {
    run_id: text('run_id').notNull(),
    ad_id: text('ad_id').notNull(),
    impressions: integer('impressions'),
  },
  (table) => [primaryKey({ columns: [table.run_id, table.ad_id] })],
);

export const collection = sqliteTable(
  'collection',
  {
    collector: text('collector').notNull(),
    key: text('key').notNull(),
    etag: text('etag'),
    last_modified: text('last_modified'),
    attempted_at: text('attempted_at').notNull(),
    succeeded_at: text('succeeded_at'),
    outcome: text('outcome').notNull(),
    message: text('message').notNull(),
  },
  (table) => [primaryKey({ columns: [table.collector, table.key] })],
);

export const paid = sqliteTable(
  'paid',
  {
    source: text('source').notNull(),
    row: integer('row').notNull(),
    platform: text('platform').notNull(),
    library: text('library').notNull(),
    in_table: text('in_table').notNull(),
    account_id: text('account_id'),
    page_id: text('page_id'),
    name: text('name').notNull(),
    payer: text('payer'),
    place: text('place'),
    currency: text('currency'),
    spend_min: integer('spend_min').notNull(),
    spend_max: integer('spend_max'),
    ads: integer('ads'),
    first_day: text('first_day'),
    last_day: text('last_day'),
  },
  (table) => [primaryKey({ columns: [table.source, table.row] })],
);

export const id_change = sqliteTable(
  'id_change',
  {
    platform: text('platform').notNull(),
    of: text('of').notNull(),
    from_id: text('from_id').notNull(),
    to_id: text('to_id').notNull(),
    source: text('source').notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.of, table.from_id, table.to_id] })],
);
