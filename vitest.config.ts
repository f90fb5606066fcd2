import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Jobs that need no Worker: they are tested against a real server. */
const PLAIN_JOBS = ['test/jobs/collect/**/*.test.ts'];

const KILLED = 'test/browser/killed.test.ts';

/**
 * Four kinds of test: `plain` (pure rooms, in Node), `worker` (store, jobs and web inside workerd with a real D1, R2 and
 * queue) and `browser` (the journeys, in a real Chromium against a running site), `killed` (a Worker killed in the middle of its work).
 */
export default defineConfig({
  test: {
    // Much of the suite waits for a site to start: two files at a time, also on a machine of two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'plain',
          include: ['test/architecture.test.ts', 'test/{core,sources,cli,demo}/**/*.test.ts', ...PLAIN_JOBS],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { MIGRATIONS: await readD1Migrations('./migrations') },
              outboundService: () => new Response('no network in tests', { status: 599 }),
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/{store,jobs,web}/**/*.test.{ts,tsx}'],
          exclude: PLAIN_JOBS,
          setupFiles: ['./test/support/worker.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: [KILLED],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      // Mostly waiting for a Worker to start again: it runs beside the others.
      { test: { name: 'killed', include: [KILLED], environment: 'node' } },
    ],
  },
});
