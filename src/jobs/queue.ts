/** The queue's consumer: one message, one job. The only place that catches: a failed job is tried again, and at last recorded. */

import type { Message } from '../store/queue.ts';
import { failRun } from '../store/runs.ts';
import { type CollectState, collect, giveUp } from './collect/index.ts';
import { importSlice, StepFailed } from './import.ts';
import { readSnapshot } from './read.ts';
import { reconcileRun } from './reconcile.ts';
import type { Collecting, Tools } from './tools.ts';

/** Tries before a run is given up. Fewer than the queue's own, so that the run says why before the message is put aside. */
const MAX_ATTEMPTS = 8;

function collecting(tools: Tools): Collecting {
  if (tools.collecting === undefined) throw new Error('This site collects nothing: it was given no network');
  return tools.collecting;
}

/** Does what a message asks. Answers when the message is done with; throws when it should come again. */
export async function doJob(tools: Tools, message: Message, attempts: number): Promise<void> {
  try {
    if (message.job === 'import') {
      if ((await importSlice(tools, message.run)) === 'more') await tools.queue.send(message);
    } else if (message.job === 'read') {
      await readSnapshot(tools, message.run);
    } else if (message.job === 'collect') {
      const { collector, settings } = collecting(tools);
      const { next, delay_seconds } = await collect(collector, settings, message.state as CollectState);
      if (next) await tools.queue.send({ job: 'collect', state: next }, { delaySeconds: delay_seconds });
    } else {
      await reconcileRun(tools, message.run, message.parties);
    }
  } catch (error) {
    if (attempts < MAX_ATTEMPTS) throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (message.job === 'collect') {
      await giveUp(collecting(tools).collector, message.state as CollectState, 'refused', `Given up after ${attempts} tries: ${why}`);
      return;
    }
    // Imports are done one after the other: what failed may be another than the one the message named, which then goes on.
    const failed = error instanceof StepFailed ? error.run : message.run;
    if (failed !== message.run) await tools.queue.send(message);
    await tools.db.run(failRun(failed, `Given up after ${attempts} tries: ${why}`, tools.now()));
  }
}
