/**
 * What `npm start`, `npm test` and `npm run check` share. Plain JavaScript without dependencies: it runs before anything is
 * installed, on any Node from 20 on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const WINDOWS = process.platform === 'win32';

/** Ends with one clear sentence. */
export function stop(sentence, code = 2) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Refuses a Node that cannot run this. */
export function requireNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) stop(`Candour needs Node 20 or newer; this is Node ${process.versions.node}.`);
}

/** Installs from the lockfile when nothing is installed, or when the lockfile is newer than what is. */
export function installIfNeeded() {
  const marker = join(ROOT, 'node_modules', '.package-lock.json');
  const lockfile = join(ROOT, 'package-lock.json');
  if (existsSync(marker) && existsSync(tool('wrangler')) && statSync(marker).mtimeMs >= statSync(lockfile).mtimeMs) return;
  process.stderr.write('Installing what is missing (npm ci) …\n');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: WINDOWS,
  });
  if (done.status !== 0) stop('npm ci did not succeed, so nothing was started. Its message is above.', 1);
}

/** Path of an installed command. */
export function tool(name) {
  return join(BIN, WINDOWS ? `${name}.cmd` : name);
}

/** The Node that came with the dependencies: the newest tools need it, whatever the machine has. */
export function environment(more = {}) {
  const path = process.env.PATH ?? '';
  return {
    ...process.env,
    PATH: `${BIN}${WINDOWS ? ';' : ':'}${path}`,
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    NODE_NO_WARNINGS: '1',
    ...more,
  };
}

/** Runs a command to its end and answers its exit code and output. */
export function run(name, args, options = {}) {
  const done = spawnSync(tool(name), args, { cwd: ROOT, encoding: 'utf8', shell: WINDOWS, ...options, env: environment(options.env) });
  return { code: done.status ?? 1, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

/** Starts a command in a process group of its own, so that everything it starts can be stopped with it. */
export function start(name, args, options = {}) {
  return spawn(tool(name), args, { cwd: ROOT, shell: WINDOWS, detached: !WINDOWS, ...options, env: environment(options.env) });
}

/** Stops a process started by `start`, its children included; answers when it is gone. */
export async function stopGroup(child, { patience = 5000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
  // workerd may outlive its parent by a moment: end what is left of the group.
  signal(child, 'SIGKILL');
}

function signal(child, name) {
  try {
    if (WINDOWS) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // Already gone.
  }
}
