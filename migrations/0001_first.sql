-- Everything Candour keeps, but for the bytes themselves, which lie in R2 under their SHA-256.
-- Plain SQL, written by hand, never edited once landed. No cascades: nothing disappears because something else did.

-- One row. Every change of public data raises the revision; pages and the API use it as their ETag.
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
INSERT INTO site (id, revision, changed_at) VALUES (1, 0, '1970-01-01T00:00:00Z');

-- ---- who -----------------------------------------------------------------------------------------------------------

CREATE TABLE party (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  nations TEXT NOT NULL,               -- JSON array
  audited INTEGER NOT NULL,            -- 1: one of the seven the ICO audited in 2020
  fictional INTEGER NOT NULL,          -- 1: a party of the demo world
  website TEXT,
  registrations TEXT NOT NULL,         -- JSON array of {scheme, number, source, checked_on, confidence}
  position INTEGER NOT NULL            -- order of the register
) STRICT;

-- Every advertiser an ad library showed. `party_id` is set only by the register or by a review, never by a resemblance.
CREATE TABLE account (
  id TEXT PRIMARY KEY,                 -- accountKey(): 'snapchat:the labour party|the labour party'
  platform TEXT NOT NULL,
  buyer TEXT NOT NULL,                 -- as first printed
  payer TEXT NOT NULL,
  page_id TEXT,
  party_id TEXT REFERENCES party (id),
  role TEXT,
  confidence TEXT,                     -- 'confirmed' or 'weak' (gate DQ-05: weak gives no finding)
  source TEXT,
  checked_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX account_party ON account (party_id, platform);

-- What the register says of accounts, kept apart from what was seen: an account can be known before its first ad.
CREATE TABLE registered_account (
  id TEXT PRIMARY KEY,
  party_id TEXT NOT NULL REFERENCES party (id),
  platform TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  confidence TEXT NOT NULL,
  source TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX registered_account_party ON registered_account (party_id);

-- ---- seen ----------------------------------------------------------------------------------------------------------

CREATE TABLE source_file (
  sha256 TEXT PRIMARY KEY,             -- of the bytes as stored (redacted)
  received_sha256 TEXT NOT NULL,       -- of the bytes as received
  name TEXT NOT NULL,
  library TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  as_of TEXT NOT NULL,                 -- day the copy was taken, as the importer said
  received_at TEXT NOT NULL,
  redacted INTEGER NOT NULL            -- cells blanked at intake
) STRICT;

-- One execution of one job, with its counts.
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  job TEXT NOT NULL,                   -- import, read, reconcile
  subject TEXT NOT NULL,               -- source file, snapshot or party
  status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed')),
  cursor INTEGER NOT NULL DEFAULT 0,   -- byte of the source file up to which everything is stored
  cursor_line INTEGER NOT NULL DEFAULT 1,
  total INTEGER NOT NULL DEFAULT 0,    -- bytes to read
  header TEXT,                         -- JSON array, once read
  rows INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  observations INTEGER NOT NULL DEFAULT 0,
  ads INTEGER NOT NULL DEFAULT 0,
  problems INTEGER NOT NULL DEFAULT 0,
  columns TEXT,                        -- JSON {used, ignored, unknown}
  error TEXT,                          -- one sentence, when failed
  unchanged INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE INDEX run_subject ON run (subject, created_at);
CREATE INDEX run_created ON run (created_at DESC, id);

-- One row per slice that was stored: a slice delivered twice breaks this key, and its whole transaction with it.
CREATE TABLE run_slice (
  run_id TEXT NOT NULL REFERENCES run (id),
  cursor INTEGER NOT NULL,
  PRIMARY KEY (run_id, cursor)
) STRICT, WITHOUT ROWID;

-- Advertisers that a run's rows name or used to name: whose roll-ups are counted again when it ends.
CREATE TABLE touched (
  run_id TEXT NOT NULL REFERENCES run (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (run_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
  run_id TEXT NOT NULL REFERENCES run (id),
  seq INTEGER NOT NULL,                -- order in the file
  row INTEGER,
  line INTEGER,
  field TEXT,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  refused INTEGER NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ad (
  id TEXT PRIMARY KEY,                 -- '{platform}:{library id}'
  platform TEXT NOT NULL,
  library_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  buyer TEXT NOT NULL,
  payer TEXT NOT NULL,
  currency TEXT,
  spend_min INTEGER,
  spend_max INTEGER,
  impressions_min INTEGER,
  impressions_max INTEGER,
  start_at TEXT,
  end_at TEXT,
  first_day TEXT,                      -- day the ad first ran
  last_day TEXT,                       -- last day it is known to have run: its end, or the day of the copy while open
  country TEXT,
  places_shown INTEGER NOT NULL,
  about TEXT,
  media TEXT NOT NULL,                 -- JSON array
  landing TEXT,
  criteria TEXT NOT NULL,              -- short summary: JSON array of [criterion, direction]
  source TEXT NOT NULL REFERENCES source_file (sha256),
  source_row INTEGER NOT NULL,
  source_as_of TEXT NOT NULL,
  first_source TEXT NOT NULL REFERENCES source_file (sha256),
  first_as_of TEXT NOT NULL
) STRICT;
CREATE INDEX ad_first_day ON ad (first_day DESC, id DESC);
CREATE INDEX ad_account ON ad (account_id, first_day DESC, id DESC);
CREATE INDEX ad_source ON ad (source);

-- The library showed this ad using this criterion with these values. What was seen once stays, with the copies that showed it.
CREATE TABLE observation (
  ad_id TEXT NOT NULL REFERENCES ad (id),
  criterion TEXT NOT NULL,
  direction TEXT NOT NULL,
  value_key TEXT NOT NULL,             -- short digest of the values, so that other values are another observation
  level TEXT NOT NULL,
  field TEXT NOT NULL,
  value_list TEXT NOT NULL,            -- JSON array, as printed
  value_count INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  rank INTEGER,
  mapping_version INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source_file (sha256),
  source_row INTEGER NOT NULL,
  first_as_of TEXT NOT NULL,           -- earliest copy that showed it
  last_as_of TEXT NOT NULL,            -- latest copy that confirmed it
  PRIMARY KEY (ad_id, criterion, direction, value_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_criterion ON observation (criterion, direction, ad_id);

-- Roll-up for cases and totals: all ads of an account and criterion with the same first and last day and currency.
-- The empty criterion is "any": the ads themselves.
CREATE TABLE usage (
  account_id TEXT NOT NULL REFERENCES account (id),
  platform TEXT NOT NULL,
  criterion TEXT NOT NULL,
  direction TEXT NOT NULL,
  level TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  currency TEXT NOT NULL,              -- '' where the library names none
  ads INTEGER NOT NULL,
  spend_min INTEGER NOT NULL,
  spend_max INTEGER,                   -- NULL: an open top bucket among them
  rank INTEGER,
  PRIMARY KEY (account_id, criterion, direction, first_day, last_day, currency, level)
) STRICT, WITHOUT ROWID;

-- Ads, spend and days of each advertiser, one row a currency: what lists of accounts and of unmapped advertisers read.
CREATE TABLE account_total (
  account_id TEXT NOT NULL REFERENCES account (id),
  currency TEXT NOT NULL,
  mapped INTEGER NOT NULL,             -- 1: the account belongs to a party
  ads INTEGER NOT NULL,
  spend_min INTEGER NOT NULL,
  spend_max INTEGER,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (account_id, currency)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_total_unmapped ON account_total (mapped, currency, spend_min DESC, account_id);

-- How many there are of each thing, kept in step with the writes: a page never counts ads.
CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT;
INSERT INTO tally (name, n) VALUES ('ads', 0), ('observations', 0);

-- ---- told ----------------------------------------------------------------------------------------------------------

CREATE TABLE notice (
  id TEXT PRIMARY KEY,                 -- '{party}/{name}'
  party_id TEXT NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  scope TEXT NOT NULL,                 -- 'national'; 'branch' is another controller and never answers for the party
  source TEXT NOT NULL,
  checked_on TEXT
) STRICT;
CREATE INDEX notice_party ON notice (party_id);

CREATE TABLE snapshot (
  id TEXT PRIMARY KEY,                 -- '{notice}@{captured_at}'
  notice_id TEXT NOT NULL REFERENCES notice (id),
  captured_at TEXT NOT NULL,
  url TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  provenance TEXT NOT NULL,            -- how it came to us, in words
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX snapshot_notice ON snapshot (notice_id, captured_at);

-- What one version of our reader made of one snapshot. The newest reading is the one that answers.
CREATE TABLE reading (
  snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
  reader_version TEXT NOT NULL,
  read_at TEXT NOT NULL,
  language TEXT,
  words INTEGER NOT NULL,
  readable INTEGER NOT NULL,
  title TEXT,
  text TEXT NOT NULL,                  -- the text that every quote and offset points into
  passages TEXT NOT NULL,              -- JSON
  practices TEXT NOT NULL,             -- JSON: PracticeReading[]
  problems TEXT NOT NULL,              -- JSON: NoticeProblem[]
  PRIMARY KEY (snapshot_id, reader_version)
) STRICT;

-- ---- declared ------------------------------------------------------------------------------------------------------

CREATE TABLE declaration (
  id TEXT NOT NULL,                    -- '{party}/{id in the file}'
  version INTEGER NOT NULL,
  party_id TEXT NOT NULL REFERENCES party (id),
  status TEXT NOT NULL,                -- published, withdrawn
  published_at TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  correction_reason TEXT,
  sha256 TEXT NOT NULL,
  received_at TEXT NOT NULL,
  signature TEXT NOT NULL,             -- 'not checked'
  statements TEXT NOT NULL,            -- JSON: the record that the rules compare
  PRIMARY KEY (id, version)
) STRICT;
CREATE INDEX declaration_party ON declaration (party_id, published_at);

-- ---- found ---------------------------------------------------------------------------------------------------------

-- One answer for one stretch of days, as Candour knew it from recorded_at until recorded_to. Never updated but to close it.
CREATE TABLE finding (
  id TEXT NOT NULL,                    -- '{party}/{rule}/{subject}'
  valid_from TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_to TEXT,                    -- NULL: what Candour says now
  valid_to TEXT,                       -- NULL: it still stands
  is_last INTEGER NOT NULL,            -- 1: the present answer of its subject
  party_id TEXT NOT NULL REFERENCES party (id),
  rule TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  platform TEXT,
  criterion TEXT,
  practice TEXT,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  severity TEXT,
  severity_rank INTEGER NOT NULL,      -- 0 urgent .. 4 info, 5 none: order of lists
  basis TEXT NOT NULL,
  regime TEXT NOT NULL,
  level TEXT,
  evidence TEXT NOT NULL,              -- JSON
  reader_text TEXT NOT NULL,
  party_text TEXT NOT NULL,
  suggested TEXT,
  PRIMARY KEY (id, valid_from, recorded_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_now ON finding (recorded_to, is_last, severity_rank, id);
CREATE INDEX finding_party ON finding (party_id, recorded_to, severity_rank, id);
CREATE INDEX finding_rule ON finding (rule, recorded_to, severity_rank, id);

-- What the front page shows of a party, kept by reconcile so that the page reads one row a party.
CREATE TABLE standing (
  party_id TEXT PRIMARY KEY REFERENCES party (id),
  state TEXT NOT NULL,
  because TEXT NOT NULL,
  matrix TEXT NOT NULL,                -- JSON: one row a practice
  totals TEXT NOT NULL,                -- JSON: ads, spend, dates, findings by outcome and severity
  reconciled_at TEXT NOT NULL,
  reconciled_day TEXT NOT NULL
) STRICT;

-- The public log: append-only, each entry holding the SHA-256 of the one before.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  party_id TEXT,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,                  -- JSON, canonical
  prev TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX log_subject ON log (subject, seq);
CREATE INDEX log_party ON log (party_id, seq);
