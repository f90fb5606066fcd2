/** Applying a register file: parties, accounts and addresses of notices; advertisers already seen are mapped by whole names. */
import type { Context } from 'hono';
import { keyOf, readRegister } from '../../sources/register.ts';
import { sql } from '../../store/db.ts';
import { mappedAccounts } from '../../store/ingest.ts';
import { append } from '../../store/log.ts';
import { registerNotice } from '../../store/notices.ts';
import { applyRegister, listParties } from '../../store/parties.ts';
import { recount } from '../../store/rollup.ts';
import { newRun } from '../../store/runs.ts';
import { raiseRevision } from '../../store/site.ts';
import { requireOwner } from '../auth.ts';
import type { AppEnv } from '../env.ts';
import { Refusal } from '../problem.ts';
import { wholeBody } from './body.ts';
import { runId } from './imports.ts';

const FILE_BYTES = 1_500_000;

export async function postRegister(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const { db, now } = c.var;
  const sent = await wholeBody(c.req.raw, FILE_BYTES, 'A register');
  const read = readRegister(new TextDecoder().decode(sent));
  if (!read.ok) {
    throw new Refusal(
      422,
      'The register does not fit',
      `${read.errors.length} of its entries do not fit. Nothing was changed.`,
      read.errors,
    );
  }
  const { parties } = read.register;
  const partyRows = parties.map((party, position) => ({
    id: party.id,
    name: party.name,
    short_name: party.short_name,
    nations: JSON.stringify(party.nations),
    audited: party.audited_by_ico_2020 ? 1 : 0,
    fictional: party.fictional ? 1 : 0,
    website: party.website,
    registrations: JSON.stringify(party.registrations),
    position,
  }));
  const accountRows = parties.flatMap((party) =>
    party.accounts.map((account) => ({
      id: keyOf(account),
      party_id: party.id,
      platform: account.platform,
      name: account.name,
      role: account.role,
      confidence: account.confidence,
      source: account.source,
      checked_on: account.checked_on,
      note: account.note ?? null,
    })),
  );
  const notices = parties.flatMap((party) =>
    party.notices.map((notice) =>
      registerNotice({
        id: notice.id,
        party_id: party.id,
        kind: notice.kind,
        url: notice.url,
        scope: notice.scope,
        source: notice.source,
        checked_on: notice.checked_on,
      }),
    ),
  );
  const run = runId('reconcile', 'register');
  const before = await mappedAccounts(db);
  const changed = [...new Set([...before, ...accountRows.map((account) => account.id)])];
  const entry = { kind: 'register', party: null, subject: 'register', body: { parties: partyRows.length, accounts: accountRows.length } };
  await db.batch(
    [
      ...applyRegister(partyRows, accountRows),
      ...recount(changed),
      ...notices,
      newRun({ id: run, job: 'reconcile', subject: 'register', total: 0, created_at: now }),
      ...(await append(db, [entry], now)),
      raiseRevision(now),
    ],
    { idempotent: false },
  );
  // Parties that this file no longer names may have lost an account to it.
  await c.env.JOBS.send({ job: 'reconcile', run, parties: (await listParties(db)).map((party) => party.id) });
  const mapped = await db.first<{ n: number }>(sql('SELECT count(*) AS n FROM account WHERE party_id IS NOT NULL'));
  return c.json({ mapped: mapped?.n ?? 0, parties: partyRows.length, accounts: accountRows.length, notices: notices.length, run }, 200);
}
