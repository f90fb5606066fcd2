/** Runs the site locally: its state in a folder of its own, migrated, served by the Worker's own runtime. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT, run, start, stop, stopGroup } from './tooling.mjs';

const HOME = join(ROOT, '.candour');
const PATIENCE_MS = 90_000;

/** True when nobody listens on the port. */
export function portIsFree(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.once('listening', () => server.close(() => done(true)));
    server.listen(port, '127.0.0.1');
  });
}

/** The owner's token of this checkout: made once, kept in a git-ignored file that only its owner can read. */
export function ownerToken(home = HOME) {
  const path = join(home, 'owner-token');
  if (!existsSync(path)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
}

/**
 * Migrates and serves. `world` is 'demo' or 'real' and has its own state, so that invented and real parties never meet.
 * `vars` are more settings of the Worker, `inspector` the port of its inspector. Answers once the site answers, with `stop` to end it.
 */
export async function serve({ port, world, home = HOME, fresh = false, log = 'warn', migrate = true, vars = {}, inspector = 0 }) {
  const state = join(home, world);
  if (fresh) rmSync(state, { recursive: true, force: true });
  mkdirSync(state, { recursive: true });
  const token = ownerToken(home);
  const migrated = migrate
    ? run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state], { env: { CI: '1' } })
    : { code: 0 };
  if (migrated.code !== 0) stop(`The local database could not be migrated:\n${migrated.output}`, 1);
  const hash = createHash('sha256').update(token).digest('hex');
  const child = start(
    'wrangler',
    [
      'dev',
      ...['--port', String(port), '--ip', '127.0.0.1', '--persist-to', state, '--log-level', log],
      ...['--var', `OWNER_TOKEN_SHA256:${hash}`, '--var', `WORLD:${world}`],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
      ...['--show-interactive-dev-session=false', '--inspector-port', String(inspector)],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { CI: '1' } },
  );
  const output = [];
  const keep = (chunk) => {
    output.push(String(chunk));
    if (output.length > 200) output.shift();
    if (log !== 'warn') process.stderr.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const server = `http://localhost:${port}`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await answers(server))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stopGroup(child);
      stop(`The site did not start:\n${output.join('').trim()}`, 1);
    }
    await new Promise((done) => setTimeout(done, 150));
  }
  return { server, token, state, child, output, stop: () => stopGroup(child) };
}

async function answers(server) {
  try {
    const response = await fetch(`${server}/api/v1/parties`, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
