/**
 * `npm run bench`: figures as ratios, each measured in one run against what a user would otherwise pick. Absolute times are of
 * this machine at this moment; the ratios are what to quote. `--rows N` makes the big Google file smaller than a million rows.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './site.mjs';
import { installIfNeeded, ROOT, requireNode, run, start, stopGroup } from './tooling.mjs';

requireNode();
installIfNeeded();

const folder = mkdtempSync(join(tmpdir(), 'candour-bench-'));
const real = join(ROOT, '..', 'shared', 'data', 'adlibrary', 'snapchat', '2024_asof_2024-08-05.csv');
const file = existsSync(real) ? real : join(ROOT, 'src', 'demo', 'snapchat-2026.csv');
if (file !== real) say('The real file of 2024 is not here: the demo file stands in for it.');

const site = await serve({ port: await freePort(), world: 'real', home: folder });
const hello = await serveHello();
try {
  await candour('register', 'apply', join('src', 'register', 'gb.json'));
  await importAgainstSqlite();
  await pagesAgainstHello();
} finally {
  await stopGroup(hello.child);
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
}
// The big file has a site of its own.
run('node', [join('test', 'bench', 'google-import.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });

/** The whole path through the running Worker, against the sqlite3 command loading the same file as text. */
async function importAgainstSqlite() {
  const before = performance.now();
  const result = JSON.parse(await candour('import', file, '--as-of', '2024-08-05', '--json', '--fail-on', 'none'));
  const ours = performance.now() - before;
  const again = performance.now();
  await candour('import', file, '--as-of', '2024-08-05', '--json', '--fail-on', 'none');
  const unchanged = performance.now() - again;
  say(`import: ${result.rows} rows, ${result.accepted} accepted, ${result.refused} refused, ${result.observations} observations`);
  say(`import through the Worker, command line included: ${ms(ours)}; the same bytes again: ${ms(unchanged)}`);
  if (spawnSync('sqlite3', ['--version']).status !== 0) return say('sqlite3 is not here, so there is nothing to compare with.');
  const times = [];
  for (let i = 0; i < 5; i++) {
    const database = join(folder, `plain-${i}.db`);
    const from = performance.now();
    spawnSync('sqlite3', [database, '-cmd', '.mode csv', `.import "${file}" ads`]);
    times.push(performance.now() - from);
  }
  say(`sqlite3 .import of the same file (median of 5): ${ms(median(times))}`);
  say(`RATIO import / sqlite3 .import = ${(ours / median(times)).toFixed(1)}`);
}

/** The middle answer time of pages, against a bare Hono hello on the same runtime, request by request in turn. */
async function pagesAgainstHello() {
  const pages = { front: `${site.server}/`, party: `${site.server}/parties/labour`, ads: `${site.server}/ads?party=labour` };
  const times = { hello: [] };
  for (const name of Object.keys(pages)) times[name] = [];
  for (let i = 0; i < 220; i++) {
    times.hello.push(await once(hello.server));
    for (const [name, address] of Object.entries(pages)) times[name].push(await once(address));
  }
  const middle = (list) => median(list.slice(20));
  say(`p50 of hello: ${ms(middle(times.hello))}`);
  for (const name of Object.keys(pages)) {
    say(`p50 of ${name}: ${ms(middle(times[name]))}; RATIO ${name} / hello = ${(middle(times[name]) / middle(times.hello)).toFixed(2)}`);
  }
}

async function once(address) {
  const from = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return performance.now() - from;
}

/** Runs the command line against the site of this bench and answers its standard output. */
function candour(...args) {
  return new Promise((done, fail) => {
    const child = start('node', ['src/cli/candour.mjs', ...args, '--server', site.server], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { CANDOUR_TOKEN: site.token },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.once('exit', (code) => (code === 0 ? done(output) : fail(new Error(`candour ${args[0]} ended with ${code}: ${output}`))));
  });
}

async function serveHello() {
  const port = await freePort();
  const child = start(
    'wrangler',
    [
      'dev',
      '--config',
      join('test', 'bench', 'hello.toml'),
      '--port',
      String(port),
      '--ip',
      '127.0.0.1',
      '--log-level',
      'error',
      '--inspector-port',
      '0',
      '--show-interactive-dev-session=false',
    ],
    {
      stdio: 'ignore',
      env: { CI: '1' },
    },
  );
  const server = `http://localhost:${port}`;
  for (let i = 0; i < 300; i++) {
    if (
      await fetch(server).then(
        (r) => r.ok,
        () => false,
      )
    )
      return { child, server };
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The hello did not start');
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}

function ms(time) {
  return time < 100 ? `${time.toFixed(1)} ms` : `${(time / 1000).toFixed(2)} s`;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
