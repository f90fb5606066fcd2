/** Every day asks the questions again of every party: declarations begin and end, and rules come into force, on days when nothing is sent. */
import { listParties } from '../store/parties.ts';
import { newRun } from '../store/runs.ts';
import type { Tools } from './tools.ts';

/** Queues one run over all parties. Coming twice on one day does no harm. */
export async function askAgain(tools: Tools): Promise<void> {
  const now = tools.now();
  const run = `reconcile-daily-${now.slice(0, 10)}`;
  await tools.db.batch([newRun({ id: run, job: 'reconcile', subject: 'daily', total: 0, created_at: now })], { idempotent: true });
  await tools.queue.send({ job: 'reconcile', run, parties: (await listParties(tools.db)).map((party) => party.id) });
}
