/**
 * Asks the questions of one party: builds its case from roll-ups, runs the rules, and brings the stored findings, the party's
 * standing and the public log into step, all in one transaction.
 */

import { coveredPeriods, exceptDays } from '../core/coverage.ts';
import type { Case, Finding, Severity } from '../core/evidence.ts';
import { changes } from '../core/life-cycle.ts';
import { matrix } from '../core/matrix.ts';
import type { Money } from '../core/observation.ts';
import { reconcile } from '../core/reconcile.ts';
import { dayOf } from '../core/time.ts';
import { AD_LIBRARIES } from '../sources/ad-libraries/index.ts';
import { storedCopies, storedWindows } from '../store/coverage.ts';
import { declaredBy } from '../store/declarations.ts';
import { currentFindings, findingOf, replaceFindings } from '../store/findings.ts';
import { append } from '../store/log.ts';
import { toldBy } from '../store/notices.ts';
import { findParty, putStanding, standingOf } from '../store/parties.ts';
import { finishRun } from '../store/runs.ts';
import { raiseRevision } from '../store/site.ts';
import { type AccountTotal, accountTotals, unsureDays, usesOf } from '../store/usage.ts';
import type { Tools } from './tools.ts';

/** Libraries that show every advertiser. */
const WHOLE = AD_LIBRARIES.filter((library) => library.whole_copies).map(({ id }) => id);

/** Reconciles the parties of a run, one after the other, then says that the run is done. */
export async function reconcileRun(tools: Tools, runId: string, parties: readonly string[]): Promise<void> {
  for (const party of parties) await reconcileParty(tools, party);
  const now = tools.now();
  await tools.db.batch([raiseRevision(now), finishRun(runId, now)], { idempotent: true });
}

export async function reconcileParty(tools: Tools, partyId: string): Promise<void> {
  const { db } = tools;
  const party = await findParty(db, partyId);
  if (!party) return;
  const now = tools.now();
  const { uses, running } = await usesOf(db, partyId);
  const copies = [...(await storedCopies(db, WHOLE)), ...(await storedWindows(db, partyId))];
  const case_: Case = {
    party: { id: party.id, name: party.name },
    today: dayOf(now),
    regime: 'uk',
    uses,
    running,
    coverage: exceptDays(coveredPeriods(copies), await unsureDays(db, partyId)),
    declarations: await declaredBy(db, partyId),
    snapshots: await toldBy(db, partyId),
  };
  const { findings, state } = reconcile(case_);
  const before = await currentFindings(db, partyId);
  const statements = replaceFindings(before, findings, now);
  const standing = {
    party_id: party.id,
    state: state.state,
    because: state.because,
    matrix: JSON.stringify(matrix(case_, findings)),
    totals: JSON.stringify(totals(await accountTotals(db, partyId), findings)),
    reconciled_at: now,
    reconciled_day: dayOf(now),
  };
  const old = await standingOf(db, partyId);
  const same =
    old &&
    old.state === standing.state &&
    old.because === standing.because &&
    old.matrix === standing.matrix &&
    old.totals === standing.totals;
  if (statements.length === 0 && same) return;
  const entries = changes(before.map(findingOf), findings).map((change) => ({
    kind: `finding-${change.kind}`,
    party: party.id,
    subject: change.id,
    body: { from: change.from, to: change.to, reason: change.reason },
  }));
  if (old && old.state !== standing.state) {
    entries.push({
      kind: 'party-state',
      party: party.id,
      subject: party.id,
      body: { from: null, to: null, reason: `${old.state} to ${standing.state}` },
    });
  }
  await db.batch([...statements, putStanding(standing), ...(await append(db, entries, now)), raiseRevision(now)], { idempotent: false });
}

interface Totals {
  readonly ads: number;
  readonly spend: readonly Money[];
  readonly first: string | null;
  readonly last: string | null;
  readonly platforms: readonly string[];
  readonly gaps: Readonly<Record<Severity, number>>;
  readonly met: number;
  readonly cannot_tell: number;
}

/** What the lists say of a party: bounds per currency, never a sum across currencies; present answers only. */
function totals(accounts: readonly AccountTotal[], findings: readonly Finding[]): Totals {
  const spend = new Map<string, Money>();
  for (const row of accounts) {
    const before = spend.get(row.currency);
    const max = row.spend_max === null || before?.max === null ? null : (before?.max ?? 0) + row.spend_max;
    spend.set(row.currency, { min: (before?.min ?? 0) + row.spend_min, max, currency: row.currency || null });
  }
  const days = accounts.filter((row) => row.first_day !== '');
  const present = findings.filter((f) => f.valid_to === null);
  const gaps = { urgent: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const f of present) if (f.outcome === 'gap' && f.severity) gaps[f.severity] += 1;
  return {
    ads: accounts.reduce((sum, row) => sum + row.ads, 0),
    spend: [...spend.values()],
    first: days.map((row) => row.first_day).sort()[0] ?? null,
    last:
      days
        .map((row) => row.last_day)
        .sort()
        .at(-1) ?? null,
    platforms: [...new Set(accounts.map((row) => row.account_id.split(':')[0] ?? ''))].sort(),
    gaps,
    met: present.filter((f) => f.outcome === 'met').length,
    cannot_tell: present.filter((f) => f.outcome === 'cannot-tell').length,
  };
}
