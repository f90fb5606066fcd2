/** Every day asks the questions again of every party: declarations begin and end, and rules come into force, on days when nothing is sent. */
import { registeredPages } from '../store/collections.ts';
import { listParties } from '../store/parties.ts';
import { newRun, openImports } from '../store/runs.ts';
import { beginRound, settingsProblems } from './collect/index.ts';
import type { Tools } from './tools.ts';

/** Imports whose message was lost go on. A message too many does no harm. */
export async function resume(tools: Tools): Promise<void> {
  for (const run of await openImports(tools.db)) await tools.queue.send({ job: 'import', run });
}

/** Queues one run over all parties. Coming twice on one day does no harm. */
export async function askAgain(tools: Tools): Promise<void> {
  const now = tools.now();
  const run = `reconcile-daily-${now.slice(0, 10)}`;
  await tools.db.batch([newRun({ id: run, job: 'reconcile', subject: 'daily', total: 0, created_at: now })], { idempotent: true });
  await tools.queue.send({ job: 'reconcile', run, parties: (await listParties(tools.db)).map((party) => party.id) });
}

/** Begins a round of collection, as far as it is configured: nothing is, until somebody does. */
export async function collectRound(tools: Tools): Promise<void> {
  if (tools.collecting === undefined) return;
  const { settings, collector } = tools.collecting;
  for (const { collector: kind, message } of settingsProblems(settings)) {
    await collector.keep(kind, 'settings', { etag: null, last_modified: null, at: tools.now(), outcome: 'stopped', message });
  }
  for (const state of beginRound(settings, await registeredPages(tools.db, 'meta'))) await tools.queue.send({ job: 'collect', state });
}
