/** Parties and their accounts, as the register gives them, and the advertisers that nobody mapped. */
import { type Db, type Statement, sql } from './db.ts';
import type { account, party, registered_account, standing } from './schema.ts';

export type PartyRow = typeof party.$inferSelect;
export type AccountRow = typeof account.$inferSelect;
export type RegisteredAccountRow = typeof registered_account.$inferSelect;
export type StandingRow = typeof standing.$inferSelect;

export async function listParties(db: Db): Promise<PartyRow[]> {
  return db.all<PartyRow>(sql('SELECT * FROM party ORDER BY position, id'));
}

export async function findParty(db: Db, id: string): Promise<PartyRow | null> {
  return db.first<PartyRow>(sql('SELECT * FROM party WHERE id = ?', id));
}

export async function accountsOf(db: Db, partyId: string, limit: number): Promise<AccountRow[]> {
  return db.all<AccountRow>(sql('SELECT * FROM account WHERE party_id = ? ORDER BY platform, id LIMIT ?', partyId, limit));
}

export async function registeredAccountsOf(db: Db, partyId: string, limit: number): Promise<RegisteredAccountRow[]> {
  return db.all<RegisteredAccountRow>(
    sql('SELECT * FROM registered_account WHERE party_id = ? ORDER BY platform, role, id LIMIT ?', partyId, limit),
  );
}

export async function findAccount(db: Db, id: string): Promise<AccountRow | null> {
  return db.first<AccountRow>(sql('SELECT * FROM account WHERE id = ?', id));
}

export async function standings(db: Db): Promise<StandingRow[]> {
  return db.all<StandingRow>(sql('SELECT * FROM standing'));
}

export async function standingOf(db: Db, partyId: string): Promise<StandingRow | null> {
  return db.first<StandingRow>(sql('SELECT * FROM standing WHERE party_id = ?', partyId));
}

export function putStanding(row: StandingRow): Statement {
  return sql(
    `INSERT INTO standing (party_id, state, because, matrix, totals, reconciled_at, reconciled_day) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (party_id) DO UPDATE SET state = excluded.state, because = excluded.because, matrix = excluded.matrix,
       totals = excluded.totals, reconciled_at = excluded.reconciled_at, reconciled_day = excluded.reconciled_day`,
    row.party_id,
    row.state,
    row.because,
    row.matrix,
    row.totals,
    row.reconciled_at,
    row.reconciled_day,
  );
}

/** Parties whose accounts an import touched. */
export async function partiesTouchedBy(db: Db, run: string): Promise<string[]> {
  const rows = await db.all<{ party_id: string }>(
    sql(
      `SELECT DISTINCT a.party_id FROM account AS a
       WHERE a.party_id IS NOT NULL AND a.id IN (SELECT account_id FROM touched WHERE run_id = ?) ORDER BY 1`,
      run,
    ),
  );
  return rows.map((row) => row.party_id);
}

/** Advertisers that a person mapped by a review, and did not take back since. */
const MAPPED_BY_REVIEW = `SELECT r.subject FROM review AS r WHERE r.kind = 'advertiser' AND r.decision = 'map'
  AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.kind = 'advertiser' AND later.subject = r.subject AND (later.at, later.id) > (r.at, r.id))`;

/**
 * Statements that bring the register into the database: parties, known accounts, notices' addresses; and that map every
 * advertiser already seen by its whole key. An account that the register no
 * longer names is nobody's, unless a person mapped it by a review; a party that it no longer names stays, with what is known of it.
 * The roll-ups of the accounts it maps, or no longer maps, are the caller's to count again.
 */
export function applyRegister(parties: readonly PartyRow[], accounts: readonly RegisteredAccountRow[]): Statement[] {
  const partyRows = JSON.stringify(
    parties.map((p) => [p.id, p.name, p.short_name, p.nations, p.audited, p.fictional, p.website, p.registrations, p.position]),
  );
  const accountRows = JSON.stringify(
    accounts.map((a) => [a.id, a.party_id, a.platform, a.name, a.role, a.confidence, a.source, a.checked_on, a.note]),
  );
  return [
    sql(
      `INSERT INTO party (id, name, short_name, nations, audited, fictional, website, registrations, position)
       SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8 FROM json_each(?1)
       WHERE true ON CONFLICT (id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, nations = excluded.nations,
         audited = excluded.audited, fictional = excluded.fictional, website = excluded.website,
         registrations = excluded.registrations, position = excluded.position`,
      partyRows,
    ),
    sql(
      `INSERT INTO registered_account (id, party_id, platform, name, role, confidence, source, checked_on, note)
       SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8 FROM json_each(?1)
       WHERE true ON CONFLICT (id) DO UPDATE SET party_id = excluded.party_id, platform = excluded.platform, name = excluded.name,
         role = excluded.role, confidence = excluded.confidence, source = excluded.source, checked_on = excluded.checked_on,
         note = excluded.note`,
      accountRows,
    ),
    sql('DELETE FROM registered_account WHERE id NOT IN (SELECT value->>0 FROM json_each(?1))', accountRows),
    sql(
      `UPDATE account SET party_id = NULL, role = NULL, confidence = NULL, source = NULL, checked_on = NULL, note = NULL
       WHERE party_id IS NOT NULL AND id NOT IN (SELECT id FROM registered_account) AND id NOT IN (${MAPPED_BY_REVIEW})`,
    ),
    sql(
      `UPDATE account SET party_id = r.party_id, role = r.role, confidence = r.confidence, source = r.source,
              checked_on = r.checked_on, note = r.note
       FROM registered_account AS r WHERE r.id = account.id`,
    ),
  ];
}
