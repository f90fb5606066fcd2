/**
 * `npm start`: installs what is missing, migrates, loads the demo world the first time, serves, prints the address.
 * `--port N` (or PORT), `--register gb` (the real UK register, no demo), `--fresh` (start over).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installIfNeeded, ROOT, requireNode, start, stop } from './tooling.mjs';

const USAGE = 'Usage: npm start -- [--port N] [--register gb] [--fresh]';

requireNode();
const options = readOptions();
installIfNeeded();
const { portIsFree, serve } = await import('./site.mjs');

const port = Number(options.port ?? process.env.PORT ?? 8787);
if (!Number.isInteger(port) || port < 1 || port > 65_535) stop(`'${options.port ?? process.env.PORT}' is no port. ${USAGE}`);
if (!(await portIsFree(port))) {
  stop(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port ${port === 65_535 ? 8787 : port + 1}`, 1);
}
const world = options.register ? 'real' : 'demo';
process.stderr.write(options.register ? 'Starting with the UK register …\n' : 'Starting with the demo world …\n');
const site = await serve({ port, world, fresh: options.fresh ?? false });
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
site.child.once('exit', () => end(1));

const loaded = join(site.state, 'loaded');
if (!existsSync(loaded)) {
  const args = options.register
    ? ['register', 'apply', join('src', 'register', `${options.register}.json`)]
    : ['world', join('src', 'demo', 'world.json')];
  const code = await candour([...args, '--server', site.server]);
  if (stopping) await new Promise(() => {});
  if (code !== 0) {
    process.stderr.write('The site is up, and its first data could not be loaded. The message is above; start again to go on.\n');
  } else writeFileSync(loaded, `${new Date().toISOString()}\n`);
}
await resume();
process.stdout.write(`\nCandour is on ${site.server}  (Ctrl-C stops it)\n`);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, register: { type: 'string' }, fresh: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) stop(USAGE, 0);
    if (values.register !== undefined && !/^[a-z]+$/.test(values.register)) throw new Error(`'${values.register}' is no register`);
    if (values.register && !existsSync(join(ROOT, 'src', 'register', `${values.register}.json`))) {
      throw new Error(`There is no register '${values.register}'; there is 'gb'`);
    }
    return values;
  } catch (error) {
    return stop(`${error.message}. ${USAGE}`);
  }
}

/** Imports that were under way when the site was last stopped go on. */
async function resume() {
  const answer = await fetch(`${site.server}/api/v1/imports/resume`, {
    method: 'POST',
    headers: { authorization: `Bearer ${site.token}` },
  }).catch(() => null);
  const { resumed = [] } = (await answer?.json().catch(() => null)) ?? {};
  if (resumed.length > 0) process.stderr.write(`${resumed.length} import(s) that were under way go on.\n`);
}

/** Runs the command line as a user would. */
function candour(args) {
  return new Promise((done) => {
    const child = start('node', [join('src', 'cli', 'candour.mjs'), ...args], { stdio: ['ignore', 2, 2], detached: false });
    child.once('exit', (code) => done(code ?? 1));
  });
}

async function end(code) {
  if (stopping) return;
  stopping = true;
  if (code !== 0) process.stderr.write(`The site stopped by itself:\n${site.output.join('').trim()}\n`);
  await site.stop();
  process.exit(code);
}
