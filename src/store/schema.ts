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

export const source_file = sqliteTable('source_file', {
  sha256: text('sha256').primaryKey(),
  received_sha256: text('received_sha256').notNull(),
  name: text('name').notNull(),
  library: text('library').notNull(),
  bytes: integer('bytes').notNull(),
  as_of: text('as_of').notNull(),
  received_at: text('received_at').notNull(),
  redacted: integer('redacted').notNull(),
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
});

export const run_slice = sqliteTable('run_slice', { run_id: text('run_id').notNull(), cursor: integer('cursor').notNull() }, (table) => [
  primaryKey({ columns: [table.run_id, table.cursor] }),
]);

export const touched = sqliteTable('touched', { run_id: text('run_id').notNull(), account_id: text('account_id').notNull() }, (table) => [
  primaryKey({ columns: [table.run_id, table.account_id] }),
]);

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

export const ad = sqliteTable('ad', {
  id: text('id').primaryKey(),
  platform: text('platform').notNull(),
  library_id: text('library_id').notNull(),
  account_id: text('account_id').notNull(),
  buyer: text('buyer').notNull(),
  payer: text('payer').notNull(),
  currency: text('currency'),
  spend_min: integer('spend_min'),
  spend_max: integer('spend_max'),
  impressions_min: integer('impressions_min'),
  impressions_max: integer('impressions_max'),
  start_at: text('start_at'),
  end_at: text('end_at'),
  first_day: text('first_day'),
  last_day: text('last_day'),
  country: text('country'),
  places_shown: integer('places_shown').notNull(),
  about: text('about'),
  media: text('media').notNull(),
  landing: text('landing'),
  criteria: text('criteria').notNull(),
  source: text('source').notNull(),
  source_row: integer('source_row').notNull(),
  source_as_of: text('source_as_of').notNull(),
  first_source: text('first_source').notNull(),
  first_as_of: text('first_as_of').notNull(),
});

export const observation = sqliteTable(
  'observation',
  {
    ad_id: text('ad_id').notNull(),
    criterion: text('criterion').notNull(),
    direction: text('direction').notNull(),
    value_key: text('value_key').notNull(),
    level: text('level').notNull(),
    field: text('field').notNull(),
    value_list: text('value_list').notNull(),
    value_count: integer('value_count').notNull(),
    hidden: integer('hidden').notNull(),
    rank: integer('rank'),
    mapping_version: integer('mapping_version').notNull(),
    source: text('source').notNull(),
    source_row: integer('source_row').notNull(),
    first_as_of: text('first_as_of').notNull(),
    last_as_of: text('last_as_of').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ad_id, table.criterion, table.direction, table.value_key] })],
);

export const usage = sqliteTable(
  'usage',
  {
    account_id: text('account_id').notNull(),
    platform: text('platform').notNull(),
    criterion: text('criterion').notNull(),
    direction: text('direction').notNull(),
    level: text('level').notNull(),
    first_day: text('first_day').notNull(),
    last_day: text('last_day').notNull(),
    currency: text('currency').notNull(),
    ads: integer('ads').notNull(),
    spend_min: integer('spend_min').notNull(),
    spend_max: integer('spend_max'),
    rank: integer('rank'),
  },
  (table) => [
    primaryKey({
      columns: [table.account_id, table.criterion, table.direction, table.first_day, table.last_day, table.currency, table.level],
    }),
  ],
);

export const account_total = sqliteTable(
  'account_total',
  {
    account_id: text('account_id').notNull(),
    currency: text('currency').notNull(),
    mapped: integer('mapped').notNull(),
    ads: integer('ads').notNull(),
    spend_min: integer('spend_min').notNull(),
    spend_max: integer('spend_max'),
    first_day: text('first_day').notNull(),
    last_day: text('last_day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account_id, table.currency] })],
);

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
