/**
 * The roll-ups, kept in step with every write: each change of an ad takes away what the ad counted before and adds what it counts now,
 * in the same transaction. A recount from the ads themselves gives the same, row for row.
 */
import { flush, type Statement, sql } from './db.ts';
import type { Used } from './known.ts';

/** What an ad counts for. */
export interface Counted {
  readonly kind: string;
  readonly library: string;
  readonly account_id: string;
  readonly currency: string | null;
  readonly spend_min: number | null;
  readonly spend_max: number | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly criteria: readonly Used[];
}

const DAY_SUMS = ['started', 'ended', 'min_started', 'max_started', 'open_started', 'min_ended', 'max_ended', 'open_ended'] as const;

/** Gathers the changes of one slice, so that each row of a roll-up is written once. */
export class Deltas {
  readonly #mapped: ReadonlySet<string>;
  readonly #days = new Map<string, { key: readonly (string | number)[]; sums: number[] }>();
  readonly #windows = new Map<string, readonly (string | number | null)[] | { gone: readonly (string | number)[] }>();
  readonly #totals = new Map<
    string,
    { account: string; currency: string; ads: number; min: number; max: number; open: number; first: string; last: string }
  >();
  readonly #shrunk = new Set<string>();
  #ads = 0;

  /** `mapped`: the accounts of parties. Others have totals only: no question is put to them. */
  constructor(mapped: ReadonlySet<string>) {
    this.#mapped = mapped;
  }

  /** An ad counts now what `after` says; before, it counted what `before` says (`null`: it was not there). */
  change(before: Counted | null, after: Counted): void {
    if (before === null && after.kind === 'ad') this.#ads += 1;
    if (before !== null) this.#count(before, -1);
    this.#count(after, 1);
    // A first day can only be put back, a last day only moved on, by what is added: anything else is counted again.
    if (before !== null && before.kind === 'ad' && shrinks(before, after)) this.#shrunk.add(before.account_id).add(after.account_id);
  }

  statements(): Statement[] {
    return [...this.#dayStatements(), ...this.#windowStatements(), ...this.#totalStatements()];
  }

  #count(ad: Counted, sign: 1 | -1): void {
    const currency = ad.currency ?? '';
    const first = ad.first_day ?? '';
    const last = ad.last_day ?? first;
    if (ad.kind === 'ad') {
      const key = `${ad.account_id}\n${currency}`;
      const total = this.#totals.get(key) ?? { account: ad.account_id, currency, ads: 0, min: 0, max: 0, open: 0, first: '', last: '' };
      const { min, max, open } = amounts(ad.spend_min, ad.spend_max);
      total.ads += sign;
      total.min += sign * min;
      total.max += sign * max;
      total.open += sign * open;
      if (sign === 1) {
        if (first !== '' && (total.first === '' || first < total.first)) total.first = first;
        if (last > total.last) total.last = last;
      }
      this.#totals.set(key, total);
    }
    if (!this.#mapped.has(ad.account_id)) return;
    for (const used of ad.kind === 'ad' ? [...ad.criteria, NONE] : ad.criteria) {
      const [criterion, direction, rank, part] = used;
      const key = [ad.account_id, criterion, direction, ad.library, rank, currency];
      if (part !== undefined) this.#window(key, first, last, part, sign);
      else if (ad.kind === 'ad') {
        this.#day([...key, first], sign, 'started', ad);
        this.#day([...key, last], sign, 'ended', ad);
      }
    }
  }

  #day(key: readonly (string | number)[], sign: 1 | -1, which: 'started' | 'ended', ad: Counted): void {
    const id = key.join('\n');
    const entry = this.#days.get(id) ?? { key, sums: DAY_SUMS.map(() => 0) };
    const { min, max, open } = amounts(ad.spend_min, ad.spend_max);
    const values = { [which]: 1, [`min_${which}`]: min, [`max_${which}`]: max, [`open_${which}`]: open };
    for (const [i, name] of DAY_SUMS.entries()) entry.sums[i] = (entry.sums[i] ?? 0) + sign * (values[name] ?? 0);
    this.#days.set(id, entry);
  }

  #window(key: readonly (string | number)[], first: string, last: string, part: NonNullable<Used[3]>, sign: 1 | -1): void {
    const whole = [...key, first, last];
    this.#windows.set(whole.join('\n'), sign === 1 ? [...whole, ...part] : { gone: whole });
  }

  #dayStatements(): Statement[] {
    const changed = [...this.#days.values()].filter((it) => it.sums.some((sum) => sum !== 0)).map((it) => [...it.key, ...it.sums]);
    const upserts = flush(changed).map((json) =>
      sql(
        `INSERT INTO usage_day (account_id, criterion, direction, library, rank, currency, day, ${DAY_SUMS.join(', ')})
         SELECT ${Array.from({ length: 7 + DAY_SUMS.length }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?1) WHERE true
         ON CONFLICT DO UPDATE SET ${DAY_SUMS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
        json,
      ),
    );
    const lost = changed.filter((row) => row.slice(7).some((sum) => typeof sum === 'number' && sum < 0)).map((row) => row[0]);
    const emptied = flush([...new Set(lost)]).map((json) =>
      sql('DELETE FROM usage_day WHERE account_id IN (SELECT value FROM json_each(?)) AND started = 0 AND ended = 0', json),
    );
    return [...upserts, ...emptied];
  }

  #windowStatements(): Statement[] {
    const all = [...this.#windows.values()];
    const gone = all.flatMap((it) => ('gone' in it ? [it.gone] : []));
    const put = all.flatMap((it) => ('gone' in it ? [] : [it]));
    return [
      ...flush(gone).map((json) =>
        sql(
          `DELETE FROM usage_window WHERE (account_id, criterion, direction, library, rank, currency, first_day, last_day) IN
             (SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7 FROM json_each(?))`,
          json,
        ),
      ),
      ...flush(put).map((json) =>
        sql(
          `INSERT OR REPLACE INTO usage_window (account_id, criterion, direction, library, rank, currency, first_day, last_day, ads, spend_min, spend_max)
           SELECT ${Array.from({ length: 11 }, (_, i) => `value->>${i}`).join(', ')} FROM json_each(?1)`,
          json,
        ),
      ),
    ];
  }

  #totalStatements(): Statement[] {
    const rows = [...this.#totals.values()].map((it) => [it.account, it.currency, it.ads, it.min, it.max, it.open, it.first, it.last]);
    return [
      ...flush(rows).map((json) =>
        sql(
          `INSERT INTO account_total (account_id, currency, mapped, ads, spend_min, spend_max, open, first_day, last_day)
           SELECT j.value->>0, j.value->>1, a.party_id IS NOT NULL, j.value->>2, j.value->>3, j.value->>4, j.value->>5, j.value->>6, j.value->>7
           FROM json_each(?1) AS j JOIN account AS a ON a.id = j.value->>0 WHERE true
           ON CONFLICT DO UPDATE SET ads = ads + excluded.ads, spend_min = spend_min + excluded.spend_min,
             spend_max = spend_max + excluded.spend_max, open = open + excluded.open,
             first_day = CASE WHEN excluded.first_day = '' THEN first_day WHEN first_day = '' THEN excluded.first_day
                              ELSE min(first_day, excluded.first_day) END,
             last_day = max(last_day, excluded.last_day)`,
          json,
        ),
      ),
      ...flush([...this.#shrunk]).flatMap((json) => recountTotals(json)),
      sql(`UPDATE tally SET n = n + ? WHERE name = 'ads'`, this.#ads),
    ];
  }
}

const NONE: Used = ['', '', -1];

function amounts(min: number | null, max: number | null): { min: number; max: number; open: number } {
  return { min: min ?? 0, max: max ?? 0, open: min !== null && max === null ? 1 : 0 };
}

function shrinks(before: Counted, after: Counted): boolean {
  return (
    before.account_id !== after.account_id ||
    before.currency !== after.currency ||
    (after.first_day ?? '') > (before.first_day ?? '') ||
    (after.last_day ?? '') < (before.last_day ?? '')
  );
}

/** Counts the totals of accounts again, from their ads. `json`: a JSON list of account ids. */
function recountTotals(json: string): Statement[] {
  return [
    sql('DELETE FROM account_total WHERE account_id IN (SELECT value FROM json_each(?))', json),
    sql(
      `INSERT INTO account_total (account_id, currency, mapped, ads, spend_min, spend_max, open, first_day, last_day)
       SELECT a.account_id, coalesce(a.currency, ''), c.party_id IS NOT NULL, count(*), sum(coalesce(a.spend_min, 0)),
              sum(coalesce(a.spend_max, 0)), sum(a.spend_min IS NOT NULL AND a.spend_max IS NULL), coalesce(min(a.first_day), ''),
              coalesce(max(coalesce(a.last_day, a.first_day)), '')
       FROM ad AS a JOIN account AS c ON c.id = a.account_id
       WHERE a.kind = 'ad' AND a.account_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2`,
      json,
    ),
  ];
}

/**
 * Counts everything of these accounts again, from their ads: for accounts that a party was found for, and for the proof that the roll-ups
 * are in step. Accounts of no party keep their totals and nothing else. Running it twice changes nothing.
 */
export function recount(accounts: readonly string[]): Statement[] {
  const json = JSON.stringify(accounts);
  const mapped = '(SELECT id FROM account WHERE party_id IS NOT NULL AND id IN (SELECT value FROM json_each(?1)))';
  return [
    ...recountTotals(json),
    sql('DELETE FROM usage_day WHERE account_id IN (SELECT value FROM json_each(?))', json),
    sql(
      `WITH used AS (
         SELECT a.account_id, j.value->>0 AS criterion, j.value->>1 AS direction, a.library, j.value->>2 AS rank,
                coalesce(a.currency, '') AS currency, coalesce(a.first_day, '') AS first_day,
                coalesce(a.last_day, a.first_day, '') AS last_day, coalesce(a.spend_min, 0) AS lo, coalesce(a.spend_max, 0) AS hi,
                a.spend_min IS NOT NULL AND a.spend_max IS NULL AS open
         FROM ad AS a, json_each(json_insert(a.criteria, '$[#]', json_array('', '', -1))) AS j
         WHERE a.kind = 'ad' AND a.account_id IN ${mapped})
       INSERT INTO usage_day (account_id, criterion, direction, library, rank, currency, day, ${DAY_SUMS.join(', ')})
       SELECT account_id, criterion, direction, library, rank, currency, day, sum(s), sum(e), sum(s * lo), sum(s * hi), sum(s * open),
              sum(e * lo), sum(e * hi), sum(e * open)
       FROM (SELECT *, first_day AS day, 1 AS s, 0 AS e FROM used UNION ALL SELECT *, last_day, 0, 1 FROM used) GROUP BY 1, 2, 3, 4, 5, 6, 7`,
      json,
    ),
    sql('DELETE FROM usage_window WHERE account_id IN (SELECT value FROM json_each(?))', json),
    sql(
      `INSERT OR REPLACE INTO usage_window (account_id, criterion, direction, library, rank, currency, first_day, last_day, ads, spend_min, spend_max)
       SELECT a.account_id, j.value->>0, j.value->>1, a.library, j.value->>2, coalesce(a.currency, ''), coalesce(a.first_day, ''),
              coalesce(a.last_day, a.first_day, ''), j.value->>'$[3][0]', j.value->>'$[3][1]', j.value->>'$[3][2]'
       FROM ad AS a, json_each(a.criteria) AS j
       WHERE a.kind = 'page-window' AND a.account_id IN ${mapped}`,
      json,
    ),
  ];
}
