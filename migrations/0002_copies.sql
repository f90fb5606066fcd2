-- Copies of a library, what it changed between them, and roll-ups that are kept in step with every write.

-- ---- copies --------------------------------------------------------------------------------------------------------

-- A library publishes one record again and again: each file is a copy of a series. A copy that nothing else resembles opens its own.
ALTER TABLE source_file ADD COLUMN series TEXT;
ALTER TABLE source_file ADD COLUMN first_record TEXT;  -- JSON: how the file begins; a row of it can be read again by itself
ALTER TABLE source_file ADD COLUMN window_days INTEGER; -- of an audience file, which does not say itself
ALTER TABLE source_file ADD COLUMN currency TEXT;      -- for amounts without one, as the importer said
ALTER TABLE source_file ADD COLUMN archive TEXT;       -- the archive it came out of
ALTER TABLE source_file ADD COLUMN collected TEXT;     -- the address it was fetched from, without secrets; NULL: sent by a person
ALTER TABLE source_file ADD COLUMN applied_at TEXT;    -- when all its rows were stored; NULL: waiting, held or failed
ALTER TABLE source_file ADD COLUMN ads INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source_file ADD COLUMN first_day TEXT;     -- of its ads
ALTER TABLE source_file ADD COLUMN last_day TEXT;
CREATE INDEX source_file_series ON source_file (series, as_of, sha256);
CREATE INDEX source_file_library ON source_file (library, as_of);

ALTER TABLE run ADD COLUMN phase TEXT NOT NULL DEFAULT 'check'; -- check, store, gaps
ALTER TABLE run ADD COLUMN place TEXT NOT NULL DEFAULT 'top';   -- where in a JSON file the cursor stands
ALTER TABLE run ADD COLUMN held TEXT;                           -- why it waits for a person
ALTER TABLE run ADD COLUMN confirmed TEXT;                      -- who let it go on, and why
ALTER TABLE run ADD COLUMN revisions INTEGER NOT NULL DEFAULT 0;
CREATE INDEX run_open ON run (status, created_at);

-- The ads of a copy while it is compared with the copies before it. Emptied when its run is over.
CREATE TABLE run_ad (
  run_id TEXT NOT NULL REFERENCES run (id),
  ad_id TEXT NOT NULL,
  impressions INTEGER,
  PRIMARY KEY (run_id, ad_id)
) STRICT, WITHOUT ROWID;

-- A long key for each ad, for a question that is asked once an import.
DROP INDEX ad_source;

ALTER TABLE ad ADD COLUMN kind TEXT NOT NULL DEFAULT 'ad';      -- 'page-window': what all ads of a page used together
ALTER TABLE ad ADD COLUMN library TEXT NOT NULL DEFAULT 'snapchat';
ALTER TABLE ad ADD COLUMN page_id TEXT;
ALTER TABLE ad ADD COLUMN ads_min INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ad ADD COLUMN ads_max INTEGER DEFAULT 1;
ALTER TABLE ad ADD COLUMN series TEXT;
ALTER TABLE ad ADD COLUMN digest TEXT NOT NULL DEFAULT '';      -- of the row as printed, but for what changes while an ad runs
ALTER TABLE ad ADD COLUMN row_at INTEGER NOT NULL DEFAULT 0;    -- byte of the source file where its row begins
ALTER TABLE ad ADD COLUMN row_bytes INTEGER NOT NULL DEFAULT 0;
-- The copies from which on every copy showed the row as the newest shows it. NULL: the first copy of all.
ALTER TABLE ad ADD COLUMN since_as_of TEXT;
ALTER TABLE ad ADD COLUMN since_source TEXT;
ALTER TABLE ad ADD COLUMN since_row INTEGER;
ALTER TABLE ad ADD COLUMN first_row INTEGER NOT NULL DEFAULT 0;

-- A number of our own, in the order of arrival: what observations point by, so that they are written in order however the library's ids run.
ALTER TABLE ad ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE ad SET number = rowid;
CREATE UNIQUE INDEX ad_number ON ad (number);
CREATE INDEX ad_window ON ad (account_id, first_day, last_day) WHERE kind = 'page-window';

-- Earlier stretches of copies that showed an ad in one form; the newest stretch is in the ad itself. Between two stretches the row
-- changed, or copies did not show it.
CREATE TABLE sighting (
  ad_id TEXT NOT NULL REFERENCES ad (id),
  first_as_of TEXT NOT NULL,
  first_source TEXT NOT NULL,
  first_row INTEGER,                   -- NULL: the row in that copy is no longer known
  last_as_of TEXT NOT NULL,
  last_source TEXT NOT NULL,
  last_row INTEGER,
  digest TEXT NOT NULL,
  at_source TEXT NOT NULL,             -- a copy that shows the row in this form, and where
  row_at INTEGER NOT NULL,
  row_bytes INTEGER NOT NULL,
  PRIMARY KEY (ad_id, first_as_of, first_source)
) STRICT, WITHOUT ROWID;

-- What a library changed of its own record of an ad, between two copies that follow one another.
CREATE TABLE revision (
  ad_id TEXT NOT NULL REFERENCES ad (id),
  to_as_of TEXT NOT NULL,
  to_source TEXT NOT NULL,
  field TEXT NOT NULL,                 -- '' for an ad that is not seen, or seen again
  kind TEXT NOT NULL,                  -- emptied, changed, filled, moved, not-seen, seen-again
  of TEXT NOT NULL,                    -- targeting, name, date, money, delivery, link, text, presence
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  from_as_of TEXT NOT NULL,
  from_source TEXT NOT NULL,
  from_row INTEGER,
  to_row INTEGER,
  account_id TEXT NOT NULL REFERENCES account (id),
  currency TEXT NOT NULL,
  spend_min INTEGER NOT NULL,
  PRIMARY KEY (ad_id, to_as_of, to_source, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_copy ON revision (to_source, from_source, field, kind, spend_min DESC, ad_id);
CREATE INDEX revision_spend ON revision (of, spend_min DESC, ad_id, to_as_of, to_source, field);
CREATE INDEX revision_account ON revision (account_id, spend_min DESC);

-- ---- observations --------------------------------------------------------------------------------------------------

-- As before, but silent where an observation says nothing that its ad does not say: the copies that show it, from the first to
-- the newest. Observations can all be made again from the copies, and so can this table.
CREATE TABLE observation_new (
  ad INTEGER NOT NULL REFERENCES ad (number),
  criterion TEXT NOT NULL,
  direction TEXT NOT NULL,
  value_key TEXT NOT NULL,
  level TEXT NOT NULL,
  field TEXT NOT NULL,
  value_list TEXT NOT NULL,
  value_count INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  rank INTEGER,
  mapping_version INTEGER NOT NULL,
  part TEXT,                           -- JSON: what part of a page's window used it
  source TEXT REFERENCES source_file (sha256), -- NULL: the first copy of the ad
  source_row INTEGER,
  first_as_of TEXT,                    -- NULL: as long as the ad itself
  last_as_of TEXT,                     -- NULL: shown in the newest copy of the ad
  PRIMARY KEY (ad, criterion, direction, value_key)
) STRICT, WITHOUT ROWID;
INSERT INTO observation_new
SELECT a.number, o.criterion, o.direction, o.value_key, o.level, o.field, o.value_list, o.value_count, o.hidden, o.rank, o.mapping_version, NULL,
       CASE WHEN o.source <> a.first_source THEN o.source END, CASE WHEN o.source <> a.first_source THEN o.source_row END,
       CASE WHEN o.first_as_of <> a.first_as_of THEN o.first_as_of END, CASE WHEN o.last_as_of <> a.source_as_of THEN o.last_as_of END
FROM observation AS o JOIN ad AS a ON a.id = o.ad_id;
DROP TABLE observation;
ALTER TABLE observation_new RENAME TO observation;
CREATE INDEX observation_criterion ON observation (criterion, direction, ad);

-- ---- roll-ups ------------------------------------------------------------------------------------------------------

-- Ads of a party's accounts, by the day they began and the day they ended: how many ran in any stretch of days, and for how much,
-- follows exactly, and what a case costs hangs on days and not on ads. The empty criterion counts the ads themselves.
CREATE TABLE usage_day (
  account_id TEXT NOT NULL REFERENCES account (id),
  criterion TEXT NOT NULL,
  direction TEXT NOT NULL,
  library TEXT NOT NULL,
  rank INTEGER NOT NULL,               -- -1: none
  currency TEXT NOT NULL,              -- '' where the library names none
  day TEXT NOT NULL,                   -- '' where the library gives none
  started INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  min_started INTEGER NOT NULL,        -- spend, lower bounds and upper bounds apart
  max_started INTEGER NOT NULL,
  open_started INTEGER NOT NULL,       -- ads whose spend has no upper bound
  min_ended INTEGER NOT NULL,
  max_ended INTEGER NOT NULL,
  open_ended INTEGER NOT NULL,
  PRIMARY KEY (account_id, criterion, direction, library, rank, currency, day)
) STRICT, WITHOUT ROWID;

-- What pages used in windows. Windows overlap, so none is ever added to another.
CREATE TABLE usage_window (
  account_id TEXT NOT NULL REFERENCES account (id),
  criterion TEXT NOT NULL,
  direction TEXT NOT NULL,
  library TEXT NOT NULL,
  rank INTEGER NOT NULL,
  currency TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  ads INTEGER NOT NULL,
  spend_min INTEGER NOT NULL,
  spend_max INTEGER,
  PRIMARY KEY (account_id, criterion, direction, library, rank, currency, first_day, last_day)
) STRICT, WITHOUT ROWID;
DROP TABLE usage;

-- Rebuilt so that a total can be kept by adding and taking away: the number of ads without an upper bound stands beside the sum.
DROP TABLE account_total;
CREATE TABLE account_total (
  account_id TEXT NOT NULL REFERENCES account (id),
  currency TEXT NOT NULL,
  mapped INTEGER NOT NULL,
  ads INTEGER NOT NULL,
  spend_min INTEGER NOT NULL,
  spend_max INTEGER NOT NULL,          -- of the ads with an upper bound
  open INTEGER NOT NULL,               -- ads without one
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (account_id, currency)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_total_unmapped ON account_total (mapped, currency, spend_min DESC, account_id);

-- What was stored before: the same sums, made once.
UPDATE source_file SET series = sha256, applied_at = received_at,
  first_record = (SELECT json_object('form', 'csv', 'header', json(r.header)) FROM run AS r
                  WHERE r.subject = source_file.sha256 AND r.header IS NOT NULL ORDER BY r.created_at LIMIT 1);
UPDATE ad SET series = source, criteria = (
  SELECT json_group_array(json_array(criterion, direction, rank))
  FROM (SELECT criterion, direction, coalesce(max(rank), -1) AS rank FROM observation AS o WHERE o.ad = ad.number GROUP BY 1, 2 ORDER BY 1, 2));
INSERT INTO account_total (account_id, currency, mapped, ads, spend_min, spend_max, open, first_day, last_day)
SELECT a.account_id, coalesce(a.currency, ''), max(c.party_id IS NOT NULL), count(*), sum(coalesce(a.spend_min, 0)), sum(coalesce(a.spend_max, 0)),
       sum(a.spend_min IS NOT NULL AND a.spend_max IS NULL), coalesce(min(a.first_day), ''), coalesce(max(a.last_day), '')
FROM ad AS a JOIN account AS c ON c.id = a.account_id GROUP BY 1, 2;
WITH used AS (
  SELECT a.account_id, j.value->>0 AS criterion, j.value->>1 AS direction, a.library, j.value->>2 AS rank, coalesce(a.currency, '') AS currency,
         coalesce(a.first_day, '') AS first_day, coalesce(a.last_day, a.first_day, '') AS last_day, coalesce(a.spend_min, 0) AS lo,
         coalesce(a.spend_max, 0) AS hi, a.spend_min IS NOT NULL AND a.spend_max IS NULL AS open
  FROM ad AS a, json_each(json_insert(a.criteria, '$[#]', json_array('', '', -1))) AS j
  WHERE a.account_id IN (SELECT id FROM account WHERE party_id IS NOT NULL))
INSERT INTO usage_day
SELECT account_id, criterion, direction, library, rank, currency, day, sum(s), sum(e), sum(s * lo), sum(s * hi), sum(s * open),
       sum(e * lo), sum(e * hi), sum(e * open)
FROM (SELECT *, first_day AS day, 1 AS s, 0 AS e FROM used UNION ALL SELECT *, last_day, 0, 1 FROM used) GROUP BY 1, 2, 3, 4, 5, 6, 7;

-- ---- money ---------------------------------------------------------------------------------------------------------

-- Amounts that a library gives for a page or advertiser. Rows have no key of their own; nothing is added across tables or copies.
CREATE TABLE paid (
  source TEXT NOT NULL REFERENCES source_file (sha256),
  row INTEGER NOT NULL,
  platform TEXT NOT NULL,
  library TEXT NOT NULL,
  in_table TEXT NOT NULL,
  account_id TEXT,                     -- NULL where the row is about a place only
  page_id TEXT,
  name TEXT NOT NULL,
  payer TEXT,
  place TEXT,
  currency TEXT,
  spend_min INTEGER NOT NULL,
  spend_max INTEGER,
  ads INTEGER,
  first_day TEXT,
  last_day TEXT,
  PRIMARY KEY (source, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX paid_account ON paid (account_id, source);
CREATE INDEX paid_copy ON paid (source, in_table, spend_min DESC);

-- A library gave a thing a new id.
CREATE TABLE id_change (
  platform TEXT NOT NULL,
  of TEXT NOT NULL,                    -- ad, account
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source_file (sha256),
  PRIMARY KEY (platform, of, from_id, to_id)
) STRICT, WITHOUT ROWID;

-- ---- people --------------------------------------------------------------------------------------------------------

-- What a person decided: to let a held copy in, to map an advertiser or to reject a resemblance. Append-only.
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,                  -- held-copy, advertiser
  subject TEXT NOT NULL,               -- a run, an account
  decision TEXT NOT NULL,              -- confirm, reject, map
  party_id TEXT REFERENCES party (id),
  role TEXT,
  source TEXT,                         -- what it rests on
  checked_on TEXT,
  reviewer TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX review_subject ON review (kind, subject, at);

-- ---- collection ----------------------------------------------------------------------------------------------------

-- The last attempt to fetch each thing a collector fetches, with what the server said of it.
CREATE TABLE collection (
  collector TEXT NOT NULL,             -- google, meta-api, snapchat
  key TEXT NOT NULL,                   -- '2024', 'bundle'
  etag TEXT,
  last_modified TEXT,
  attempted_at TEXT NOT NULL,
  succeeded_at TEXT,
  outcome TEXT NOT NULL,               -- collected, unchanged, not-there, or why not (see jobs/collect/intake.ts)
  message TEXT NOT NULL,
  PRIMARY KEY (collector, key)
) STRICT, WITHOUT ROWID;
