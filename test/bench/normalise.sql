-- What somebody with nothing but sqlite3 would do with a creative-stats file: the same tables, the same indexes, the same facts as far
-- as SQL can read them. The raw table is called raw. No redaction, no matching of advertisers, no problems, no comparison of copies.
CREATE TABLE ad (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL, source_row INTEGER, currency TEXT, spend_min INTEGER, spend_max INTEGER,
  impressions_min INTEGER, impressions_max INTEGER, start_at TEXT, end_at TEXT, first_day TEXT, last_day TEXT, country TEXT,
  places_shown INTEGER, page_id TEXT, criteria TEXT, buyer TEXT, payer TEXT, media TEXT, library TEXT, platform TEXT, source TEXT,
  source_as_of TEXT, first_source TEXT, first_as_of TEXT, library_id TEXT, kind TEXT, digest TEXT
);
CREATE INDEX ad_first_day ON ad (first_day DESC, id DESC);
CREATE INDEX ad_account ON ad (account_id, first_day DESC, id DESC);
CREATE TABLE observation (
  ad_id TEXT NOT NULL, criterion TEXT NOT NULL, direction TEXT NOT NULL, value_key TEXT NOT NULL, level TEXT, field TEXT, value_list TEXT,
  value_count INTEGER, hidden INTEGER, rank INTEGER, mapping_version INTEGER,
  PRIMARY KEY (ad_id, criterion, direction, value_key)
) WITHOUT ROWID;
CREATE INDEX observation_criterion ON observation (criterion, direction, ad_id);
CREATE TABLE account_total (account_id TEXT, currency TEXT, ads INTEGER, spend_min INTEGER, spend_max INTEGER, first_day TEXT, last_day TEXT,
  PRIMARY KEY (account_id, currency)) WITHOUT ROWID;
BEGIN;
INSERT INTO ad
SELECT 'google:' || Ad_ID, 'google:' || Advertiser_ID, rowid, CASE WHEN Spend_Range_Min_GBP > 0 THEN 'GBP' WHEN Spend_Range_Min_EUR > 0 THEN 'EUR' ELSE 'USD' END,
  100 * CASE WHEN Spend_Range_Min_GBP > 0 THEN Spend_Range_Min_GBP WHEN Spend_Range_Min_EUR > 0 THEN Spend_Range_Min_EUR ELSE Spend_Range_Min_USD END,
  100 * CASE WHEN Spend_Range_Min_GBP > 0 THEN Spend_Range_Max_GBP WHEN Spend_Range_Min_EUR > 0 THEN Spend_Range_Max_EUR ELSE Spend_Range_Max_USD END,
  CASE WHEN Impressions LIKE '%10k' THEN 0 WHEN Impressions LIKE '10k%' THEN 10000 WHEN Impressions LIKE '100k%' THEN 100000 ELSE 1000000 END,
  CASE WHEN Impressions LIKE '%10k' THEN 10000 WHEN Impressions LIKE '%100k' THEN 100000 WHEN Impressions LIKE '%1M' THEN 1000000 END,
  Date_Range_Start || 'T00:00:00Z', Date_Range_End || 'T23:59:59Z', Date_Range_Start, Date_Range_End,
  CASE WHEN Regions LIKE '%GB%' THEN 'GB' END, Geo_Targeting_Included <> '' OR Geo_Targeting_Excluded <> '', Advertiser_ID,
  json_array(Age_Targeting <> '', Gender_Targeting <> '', Geo_Targeting_Included <> '', Geo_Targeting_Excluded <> ''),
  Advertiser_Name, Advertiser_Name, '[]', 'google', 'google', hex(zeroblob(32)), '2026-07-01', hex(zeroblob(32)), '2026-07-01', Ad_ID, 'ad', hex(zeroblob(5))
FROM raw;
INSERT INTO observation
SELECT 'google:' || Ad_ID, 'demo.age', 'include', length(Age_Targeting), 'ad', 'Age_Targeting', json_array(Age_Targeting), 1, 0, NULL, 1
FROM raw WHERE Age_Targeting NOT IN ('', 'Not targeted')
UNION ALL
SELECT 'google:' || Ad_ID, 'demo.gender', 'include', length(Gender_Targeting), 'ad', 'Gender_Targeting', json_array(Gender_Targeting), 1, 0, NULL, 1
FROM raw WHERE Gender_Targeting NOT IN ('', 'Not targeted')
UNION ALL
SELECT 'google:' || Ad_ID, 'geo.unspecified', 'include', length(Geo_Targeting_Included), 'ad', 'Geo_Targeting_Included',
  '["' || replace(Geo_Targeting_Included, ', ', '","') || '"]', 1, 0, NULL, 1
FROM raw WHERE Geo_Targeting_Included <> ''
UNION ALL
SELECT 'google:' || Ad_ID, 'geo.unspecified', 'exclude', length(Geo_Targeting_Excluded), 'ad', 'Geo_Targeting_Excluded',
  '["' || replace(Geo_Targeting_Excluded, ', ', '","') || '"]', 1, 0, NULL, 1
FROM raw WHERE Geo_Targeting_Excluded <> '';
INSERT INTO account_total
SELECT account_id, currency, count(*), sum(spend_min), sum(spend_max), min(first_day), max(last_day) FROM ad GROUP BY 1, 2;
COMMIT;
