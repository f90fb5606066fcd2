/**
 * A generated Google creative-stats file goes through a running Worker end to end, command line included, against sqlite3 importing it and
 * normalising it into the same indexed tables, against sqlite-utils, and against the same file once more. All in one run.
 * `--rows N`: how many rows; a million without.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { serve } from '../../src/cli/site.mjs';
import { ROOT, start } from '../../src/cli/tooling.mjs';
import { creativeRows } from './google-creatives.mjs';

const SEED = 7;

const at = process.argv.indexOf('--rows');
const asked = at === -1 ? 1_000_000 : Number(process.argv[at + 1]);
const folder = mkdtempSync(join(tmpdir(), 'candour-bench-'));
try {
  await googleAgainstSqlite(asked > 0 ? asked : 1_000_000);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function ms(time) {
  return `${(time / 1000).toFixed(time < 10_000 ? 2 : 1)} s`;
}

async function googleAgainstSqlite(rows) {
  const file = join(folder, 'google-political-ads-creative-stats.csv');
  await pipeline(Readable.from(creativeRows({ rows, seed: SEED })), createWriteStream(file));
  say(`google: ${rows} generated rows (seed ${SEED}), ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const inspector = await freePort();
  const site = await serve({ port: await freePort(), world: 'real', home: join(folder, 'google'), inspector });
  const heap = await watchHeap(inspector);
  try {
    const ours = await importOnce(site, file);
    const record = JSON.parse(ours.output);
    if (record.rows !== rows || record.refused !== 0) throw new Error(`Not every row was accepted: ${ours.output.slice(0, 300)}`);
    const again = await importOnce(site, file);
    say(
      `google through the Worker, command line included: ${ms(ours.time)}; ${record.observations} observations; the same file again: ${ms(again.time)}`,
    );
    say(`peak heap of the Worker: ${heap.peak() === 0 ? 'not measured' : `${(heap.peak() / 1048576).toFixed(0)} MB`}`);
    const tenth = Math.max(1, Math.floor(rows / 10));
    const [first, last] = [ours.rate(0, tenth), ours.rate(rows - tenth, rows)];
    say(`rows a second: first tenth ${first.toFixed(0)}, last tenth ${last.toFixed(0)}; RATIO last / first = ${(last / first).toFixed(2)}`);
    const sqlite = normalised(file);
    if (sqlite === null) return say('sqlite3 is not here, so there is nothing to compare with.');
    say(`sqlite3, import and normalise into the same indexed tables: ${ms(sqlite)}`);
    say(`RATIO google / sqlite3 = ${(ours.time / sqlite).toFixed(1)}`);
    say(`RATIO same file again / sqlite3 = ${(again.time / sqlite).toFixed(2)}`);
    const utils = withSqliteUtils(file, Math.min(rows, 100_000));
    if (utils === null) return say('sqlite-utils is not here (Debian: apt-get install sqlite-utils).');
    const scaled = utils.time * (rows / utils.rows);
    say(`sqlite-utils insert --csv of ${utils.rows} rows: ${ms(utils.time)}, so ${ms(scaled)} for all, without normalising`);
    say(`RATIO google / sqlite-utils = ${(ours.time / scaled).toFixed(2)}`);
  } finally {
    heap.stop();
    await site.stop();
    rmSync(file, { force: true });
  }
}

/** Runs the command line to its end, and asks meanwhile how many rows are stored. */
async function importOnce(site, file) {
  const from = performance.now();
  const seen = [[0, 0]];
  let done = false;
  const watching = (async () => {
    while (!done) {
      const answer = await fetch(`${site.server}/api/v1/runs?limit=1`).catch(() => null);
      const rows = (await answer?.json().catch(() => null))?.items?.[0]?.rows ?? 0;
      if (rows > (seen.at(-1)?.[1] ?? 0)) seen.push([performance.now() - from, rows]);
      await new Promise((wake) => setTimeout(wake, 250));
    }
  })();
  const output = await new Promise((resolve, reject) => {
    const args = ['src/cli/candour.mjs', 'import', file, '--as-of', '2026-07-01', '--json', '--fail-on', 'none', '--server', site.server];
    const child = start('node', args, { stdio: ['ignore', 'pipe', 'inherit'], env: { CANDOUR_TOKEN: site.token } });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.once('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(`candour import ended with ${code}: ${text}`))));
  });
  const time = performance.now() - from;
  done = true;
  await watching;
  const at = (rows) => (seen.find(([, stored]) => stored >= rows) ?? seen.at(-1) ?? [time])[0];
  // The time before the first row is the sending; it belongs to no tenth.
  const begin = seen[1]?.[0] ?? 0;
  return { output, time, rate: (a, b) => (b - a) / ((at(b) - (a === 0 ? begin : at(a))) / 1000 || Number.NaN) };
}

function normalised(file) {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const database = join(folder, 'normalised.db');
  const from = performance.now();
  spawnSync('sqlite3', [database, '-cmd', '.mode csv', `.import "${file}" raw`]);
  const done = spawnSync('sqlite3', [database], { input: readFileSync(join(ROOT, 'test', 'bench', 'normalise.sql')) });
  const time = performance.now() - from;
  if (done.status !== 0) throw new Error(`sqlite3 could not normalise: ${done.stderr}`);
  rmSync(database, { force: true });
  return time;
}

/** sqlite-utils takes minutes for a million rows: it is timed on the first of them. */
function withSqliteUtils(file, rows) {
  if (spawnSync('sqlite-utils', ['--version']).status !== 0) return null;
  const part = join(folder, 'part.csv');
  spawnSync('sh', ['-c', `head -n ${rows + 1} "${file}" > "${part}"`]);
  const from = performance.now();
  const done = spawnSync('sqlite-utils', ['insert', join(folder, 'utils.db'), 'raw', part, '--csv']);
  const time = performance.now() - from;
  return done.status === 0 ? { time, rows } : null;
}

/** Asks the Worker's inspector for its heap, four times a second, over a web socket of a few lines: the runtime's own refuses this server. */
async function watchHeap(port) {
  let peak = 0;
  const socket = await new Promise((open) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    const asking = request({ host: '127.0.0.1', port, path: '/ws', headers });
    asking.on('upgrade', (_answer, connection) => open(connection));
    asking.on('response', () => open(null));
    asking.on('error', () => open(null));
    asking.end();
  });
  if (socket === null) return { peak: () => 0, stop: () => undefined };
  let id = 0;
  const ask = () => {
    const text = Buffer.from(JSON.stringify({ id: ++id, method: 'Runtime.getHeapUsage' }));
    // A text frame under 126 bytes, masked with zeros.
    socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]));
  };
  socket.on('data', (bytes) => {
    for (const [, used] of bytes.toString('latin1').matchAll(/"usedSize":(\d+)/g)) peak = Math.max(peak, Number(used));
  });
  socket.on('error', () => undefined);
  const timer = setInterval(ask, 250);
  return {
    peak: () => peak,
    stop: () => {
      clearInterval(timer);
      socket.destroy();
    },
  };
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
