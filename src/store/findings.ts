/**
 * Findings, with two times: the days the evidence holds, and when Candour knew it. A row is never changed but to say until
 * when Candour said so.
 */
import type { Finding, Severity } from '../core/evidence.ts';
import { type Db, type Statement, sql } from './db.ts';
import { canonical } from './log.ts';
import type { finding } from './schema.ts';

export type FindingRow = typeof finding.$inferSelect;

const RANKS: Readonly<Record<Severity, number>> = { urgent: 0, high: 1, medium: 2, low: 3, info: 4 };

/** What Candour says now of a party: every stretch of days of every subject. */
export async function currentFindings(db: Db, party: string): Promise<FindingRow[]> {
  return db.all<FindingRow>(sql('SELECT * FROM finding WHERE party_id = ? AND recorded_to IS NULL ORDER BY id, valid_from', party));
}

/**
 * Statements that bring the stored findings of a party to `next`: equal rows stay as they were recorded, others are closed
 * and written again. Returns no statement when nothing changed.
 */
export function replaceFindings(before: readonly FindingRow[], next: readonly Finding[], now: string): Statement[] {
  const lastOf = new Map(next.map((f) => [f.id, f.valid_from]));
  for (const f of next) if (f.valid_from > (lastOf.get(f.id) ?? '')) lastOf.set(f.id, f.valid_from);
  const wanted = new Map(
    next.map((f) => [`${f.id}\n${f.valid_from}`, toRow(f, lastOf.get(f.id) === f.valid_from && f.valid_to === null, now)]),
  );
  const gone: [string, string][] = [];
  for (const row of before) {
    const key = `${row.id}\n${row.valid_from}`;
    const same = wanted.get(key);
    if (same && content(same) === content(row)) wanted.delete(key);
    else gone.push([row.id, row.valid_from]);
  }
  const statements: Statement[] = [];
  if (gone.length > 0) {
    statements.push(
      sql(
        `UPDATE finding SET recorded_to = ?1
         WHERE recorded_to IS NULL AND (id, valid_from) IN (SELECT value->>0, value->>1 FROM json_each(?2))`,
        now,
        JSON.stringify(gone),
      ),
    );
  }
  const rows = [...wanted.values()];
  for (let i = 0; i < rows.length; i += 200) {
    const json = JSON.stringify(rows.slice(i, i + 200).map((row) => COLUMNS.map((name) => row[name])));
    statements.push(
      sql(
        `INSERT INTO finding (${COLUMNS.join(', ')})
         SELECT ${COLUMNS.map((_, n) => `value->>${n}`).join(', ')} FROM json_each(?1)
         WHERE true ON CONFLICT (id, valid_from, recorded_at) DO UPDATE SET
           ${COLUMNS.slice(3)
             .map((name) => `${name} = excluded.${name}`)
             .join(', ')}`,
        json,
      ),
    );
  }
  return statements;
}

export interface FindingFilter {
  readonly party?: string | undefined;
  readonly rule?: string | undefined;
  readonly outcome?: string | undefined;
  readonly practice?: string | undefined;
  readonly criterion?: string | undefined;
  readonly platform?: string | undefined;
  readonly severity?: string | undefined;
  /** Instant of knowledge: what Candour said then. */
  readonly as_of?: string | undefined;
}

/** The answer of each subject that matches, gaps first by severity, after `(rank, id)` when given. */
export async function listFindings(
  db: Db,
  filter: FindingFilter,
  after: { rank: number; id: string } | null,
  limit: number,
): Promise<FindingRow[]> {
  const where = ['is_last = 1'];
  const values: (string | number)[] = [];
  if (filter.as_of) {
    where.push('recorded_at <= ? AND (recorded_to IS NULL OR recorded_to > ?)');
    values.push(filter.as_of, filter.as_of);
  } else {
    where.push('recorded_to IS NULL');
  }
  for (const [column, value] of [
    ['party_id', filter.party],
    ['rule', filter.rule],
    ['outcome', filter.outcome],
    ['practice', filter.practice],
    ['criterion', filter.criterion],
    ['platform', filter.platform],
    ['severity', filter.severity],
  ] as const) {
    if (value === undefined) continue;
    where.push(`${column} = ?`);
    values.push(value);
  }
  if (after) {
    where.push('(severity_rank, id) > (?, ?)');
    values.push(after.rank, after.id);
  }
  return db.all<FindingRow>(sql(`SELECT * FROM finding WHERE ${where.join(' AND ')} ORDER BY severity_rank, id LIMIT ?`, ...values, limit));
}

/** Every stretch of one subject, as Candour knows it now or knew it at `asOf`, oldest first. */
export async function findingHistory(db: Db, id: string, asOf?: string): Promise<FindingRow[]> {
  return asOf
    ? db.all<FindingRow>(
        sql(
          `SELECT * FROM finding WHERE id = ? AND recorded_at <= ? AND (recorded_to IS NULL OR recorded_to > ?) ORDER BY valid_from`,
          id,
          asOf,
          asOf,
        ),
      )
    : db.all<FindingRow>(sql('SELECT * FROM finding WHERE id = ? AND recorded_to IS NULL ORDER BY valid_from', id));
}

/** A stored row as the record that the questions give. */
export function findingOf(row: FindingRow): Finding {
  return {
    id: row.id,
    party: row.party_id,
    rule: row.rule,
    rule_version: row.rule_version,
    subject: row.subject,
    outcome: row.outcome as Finding['outcome'],
    reason: row.reason,
    severity: row.severity as Finding['severity'],
    basis: row.basis as Finding['basis'],
    regime: row.regime as Finding['regime'],
    practice: row.practice as Finding['practice'],
    criterion: row.criterion as Finding['criterion'],
    platform: row.platform,
    level: row.level as Finding['level'],
    valid_from: row.valid_from,
    valid_to: row.valid_to,
    evidence: JSON.parse(row.evidence) as Finding['evidence'],
    reader_text: row.reader_text,
    party_text: row.party_text,
    suggested: row.suggested,
  };
}

/** How many present answers of a rule are met, gap and cannot-tell. */
export async function outcomesOfRule(db: Db, rule: string): Promise<{ outcome: string; n: number }[]> {
  return db.all(
    sql(`SELECT outcome, count(*) AS n FROM finding WHERE rule = ? AND recorded_to IS NULL AND is_last = 1 GROUP BY outcome`, rule),
  );
}

const COLUMNS = [
  'id',
  'valid_from',
  'recorded_at',
  'recorded_to',
  'valid_to',
  'is_last',
  'party_id',
  'rule',
  'rule_version',
  'subject',
  'platform',
  'criterion',
  'practice',
  'outcome',
  'reason',
  'severity',
  'severity_rank',
  'basis',
  'regime',
  'level',
  'evidence',
  'reader_text',
  'party_text',
  'suggested',
] as const;

function toRow(f: Finding, isLast: boolean, now: string): FindingRow {
  return {
    id: f.id,
    valid_from: f.valid_from,
    recorded_at: now,
    recorded_to: null,
    valid_to: f.valid_to,
    is_last: isLast ? 1 : 0,
    party_id: f.party,
    rule: f.rule,
    rule_version: f.rule_version,
    subject: f.subject,
    platform: f.platform,
    criterion: f.criterion,
    practice: f.practice,
    outcome: f.outcome,
    reason: f.reason,
    severity: f.severity,
    severity_rank: f.severity ? RANKS[f.severity] : f.outcome === 'cannot-tell' ? 5 : 6,
    basis: f.basis,
    regime: f.regime,
    level: f.level,
    evidence: canonical(f.evidence),
    reader_text: f.reader_text,
    party_text: f.party_text,
    suggested: f.suggested,
  };
}

function content(row: FindingRow): string {
  const { recorded_at: _at, recorded_to: _to, ...rest } = row;
  return canonical(rest);
}
