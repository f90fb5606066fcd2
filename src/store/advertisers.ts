/** Advertisers that no party is mapped to, with what is needed to ask whose they are: names of parties and what people decided. */
import { type Db, sql } from './db.ts';

/** An advertiser and its spend in one currency. */
export interface UnmappedRow {
  /** `null`: the table gives a name and no id, so that no account stands for it. */
  readonly id: string | null;
  readonly platform: string;
  readonly buyer: string;
  readonly payer: string;
  /** Empty where the library names none. */
  readonly currency: string;
  /** `null`: the library does not say. */
  readonly ads: number | null;
  readonly spend_min: number;
  readonly spend_max: number | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
  /** The file and the row the amount stands in; `null`: it is a sum over ads. */
  readonly source: string | null;
  readonly source_name: string | null;
  readonly source_row: number | null;
}

/** Currencies looked through at once: GBP, then the others by their letters. */
const CURRENCIES = 8;

/** The currencies in which advertisers without a party spent, GBP first. Reads one row for each. */
export async function unmappedCurrencies(db: Db): Promise<string[]> {
  const rows = await db.all<{ currency: string }>(
    sql(
      `WITH RECURSIVE found (currency) AS (
         SELECT min(currency) FROM account_total WHERE mapped = 0
         UNION ALL
         SELECT (SELECT min(t.currency) FROM account_total AS t WHERE t.mapped = 0 AND t.currency > found.currency)
         FROM found WHERE found.currency IS NOT NULL)
       SELECT currency FROM found WHERE currency IS NOT NULL LIMIT 100`,
    ),
  );
  const all = rows.map((row) => row.currency);
  return [...all.filter((one) => one === 'GBP'), ...all.filter((one) => one !== 'GBP')];
}

/** Advertisers without a party whose ads are stored: the largest of each currency, largest first. */
export async function unmappedByAds(db: Db, currencies: readonly string[], most: number): Promise<UnmappedRow[]> {
  const lists = await Promise.all(
    currencies.slice(0, CURRENCIES).map((currency) =>
      db.all<UnmappedRow>(
        sql(
          `SELECT a.id, a.platform, a.buyer, a.payer, t.currency, t.ads, t.spend_min, CASE WHEN t.open = 0 THEN t.spend_max END AS spend_max,
                  nullif(t.first_day, '') AS first_day, nullif(t.last_day, '') AS last_day,
                  NULL AS source, NULL AS source_name, NULL AS source_row
           FROM account_total AS t JOIN account AS a ON a.id = t.account_id
           WHERE t.mapped = 0 AND t.currency = ? AND t.ads > 0 ORDER BY t.spend_min DESC, t.account_id LIMIT ?`,
          currency,
          most,
        ),
      ),
    ),
  );
  return lists.flat();
}

/** Tables that say what an advertiser spent as a whole, not where or in which week. */
const WHOLE = ['advertisers', 'advertiser-stats'];
/** Libraries with such tables, and how many of their newest files are looked into: an archive brings several. */
const PAYING = ['meta-report', 'google'];
const NEWEST = 4;

/**
 * Advertisers without a party that only tables of money know: no ad of theirs is stored. Taken from the newest files, the newest amount
 * of each, since amounts of two copies are never added. Rows about other countries alone are left out.
 */
export async function unmappedByMoney(db: Db, most: number): Promise<UnmappedRow[]> {
  const files = await Promise.all(
    PAYING.map((library) =>
      db.all<{ sha256: string; name: string; as_of: string }>(
        sql(
          `SELECT sha256, name, as_of FROM source_file WHERE library = ? AND applied_at IS NOT NULL ORDER BY as_of DESC LIMIT ?`,
          library,
          NEWEST,
        ),
      ),
    ),
  );
  const newest = files.flat().sort((a, b) => (a.as_of < b.as_of ? 1 : -1));
  const found = await Promise.all(
    newest.flatMap((file) =>
      WHOLE.map((table) =>
        db.all<UnmappedRow>(
          sql(
            `SELECT a.id, p.platform, p.name AS buyer, coalesce(p.payer, '') AS payer, coalesce(p.currency, '') AS currency, p.ads, p.spend_min,
                    p.spend_max, p.first_day, p.last_day, p.source, ? AS source_name, p.row AS source_row
             FROM paid AS p LEFT JOIN account AS a ON a.id = p.account_id
             WHERE p.source = ? AND p.in_table = ? AND a.party_id IS NULL
               AND (p.place IS NULL OR ', ' || p.place || ',' LIKE '%, GB,%')
               AND NOT EXISTS (SELECT 1 FROM account_total AS t WHERE t.account_id = a.id AND t.ads > 0)
             ORDER BY p.spend_min DESC, p.row LIMIT ?`,
            ...[file.name, file.sha256, table, most],
          ),
        ),
      ),
    ),
  );
  const first = new Map<string, string>();
  return found.flat().filter((row) => {
    const key = row.id ?? `${row.platform}\n${row.buyer}\n${row.payer}`;
    const source = first.get(key) ?? row.source ?? '';
    first.set(key, source);
    return source === row.source;
  });
}

export interface NameRow {
  readonly party: string;
  readonly name: string;
  /** `null`: the party's own name. */
  readonly platform: string | null;
}

/** Every name that belongs to a party: its own, its short one and those of its accounts, mapped by the register or by a person. */
export async function namesOfParties(db: Db): Promise<NameRow[]> {
  return db.all<NameRow>(
    sql(
      `SELECT id AS party, name, NULL AS platform FROM party
       UNION SELECT id, short_name, NULL FROM party
       UNION SELECT party_id, name, platform FROM registered_account
       UNION SELECT party_id, buyer, platform FROM account WHERE party_id IS NOT NULL AND confidence = 'confirmed'
       ORDER BY 1, 3, 2 LIMIT 2000`,
    ),
  );
}

export interface DecisionRow {
  readonly subject: string;
  readonly decision: string;
  readonly party_id: string | null;
  readonly reviewer: string;
  readonly reason: string;
  readonly source: string | null;
  readonly at: string;
}

/** The newest decision on each of these advertisers. */
export async function decisionsOn(db: Db, accounts: readonly string[]): Promise<DecisionRow[]> {
  return db.all<DecisionRow>(
    sql(
      `SELECT r.subject, r.decision, r.party_id, r.reviewer, r.reason, r.source, r.at FROM review AS r
       WHERE r.kind = 'advertiser' AND r.subject IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.kind = 'advertiser' AND later.subject = r.subject
                           AND (later.at, later.id) > (r.at, r.id))`,
      JSON.stringify(accounts),
    ),
  );
}
