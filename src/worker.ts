/** Wiring only: pages and API, the queue's consumer, the daily round. */
import { collectTools } from './jobs/collect-files.ts';
import { askAgain, collectRound, resume } from './jobs/daily.ts';
import { doJob } from './jobs/queue.ts';
import type { Tools } from './jobs/tools.ts';
import { Bytes } from './store/bytes.ts';
import { Db } from './store/db.ts';
import type { Message } from './store/queue.ts';
import { Uploads } from './store/uploads.ts';
import { createApp } from './web/app.ts';
import type { Bindings } from './web/env.ts';

const app = createApp();

const toolsOf = (env: Bindings): Tools => {
  const tools: Tools = {
    db: new Db(env.DB),
    bytes: new Bytes(env.BYTES),
    queue: env.JOBS,
    now: () => new Date().toISOString(),
    ...(env.SLICE_BYTES ? { slice_bytes: Number(env.SLICE_BYTES) } : {}),
  };
  const collector = collectTools(tools, new Uploads(env.BYTES));
  return { ...tools, collecting: { collector, settings: env } };
};

export default {
  fetch: app.fetch,
  async scheduled(_event, env) {
    await resume(toolsOf(env));
    await askAgain(toolsOf(env));
    await collectRound(toolsOf(env));
  },
  async queue(batch, env) {
    for (const message of batch.messages) {
      try {
        await doJob(toolsOf(env), message.body, message.attempts);
        message.ack();
      } catch (error) {
        console.error(
          JSON.stringify({
            fault: error instanceof Error ? error.message : String(error),
            job: message.body.job,
            attempt: message.attempts,
          }),
        );
        message.retry({ delaySeconds: Math.min(2 ** message.attempts, 60) });
      }
    }
  },
} satisfies ExportedHandler<Bindings, Message>;
