/** A site that runs as a newcomer's would: migrated, served by the Worker's own runtime, its state in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error plain JavaScript without types: it runs before anything is installed
import { serve } from '../../src/cli/site.mjs';

export interface RunningSite {
  readonly server: string;
  /** Runs the command line against the site and answers its standard output; throws when it fails. */
  readonly candour: (...args: string[]) => string;
  readonly json: <T>(path: string) => Promise<T>;
  readonly stop: () => Promise<void>;
}

export async function runSite(world: 'demo' | 'real'): Promise<RunningSite> {
  const home = mkdtempSync(join(tmpdir(), 'candour-site-'));
  const site = (await serve({ port: await freePort(), world, home })) as { server: string; token: string; stop: () => Promise<void> };
  return {
    server: site.server,
    candour: (...args) => {
      const done = spawnSync(process.execPath, ['src/cli/candour.mjs', ...args, '--server', site.server], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, CANDOUR_TOKEN: site.token },
      });
      if (done.status !== 0) throw new Error(`candour ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
      return done.stdout;
    },
    json: async <T>(path: string) => {
      const response = await fetch(`${site.server}${path}`);
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return (await response.json()) as T;
    },
    stop: async () => {
      await site.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
