/** Wiring only: pages and API, the queue's consumer, the daily round. */
import { askAgain } from './jobs/daily.ts';
import { doJob } from './jobs/queue.ts';
import type { Tools } from './jobs/tools.ts';
import { Bytes } from './store/bytes.ts';
import { Db } from './store/db.ts';
import type { Message } from './store/queue.ts';
import { createApp } from './web/app.ts';
import type { Bindings } from './web/env.ts';

const app = createApp();

const toolsOf = (env: Bindings): Tools => ({
  db: new Db(env.DB),
  bytes: new Bytes(env.BYTES),
  queue: env.JOBS,
  now: () => new Date().toISOString(),
});

export default {
  fetch: app.fetch,
  scheduled: (_event, env) => askAgain(toolsOf(env)),
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
