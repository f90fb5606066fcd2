#!/usr/bin/env node
/**
 * The `candour` command: finds a Node that can run our TypeScript and hands over to main.ts.
 * Plain JavaScript of a kind that old versions of Node can parse, so that they get a sentence and not a syntax error.
 */
import { spawn } from 'node:child_process';
import * as modules from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_MAJOR = 20;
/** What our files are written for: it runs TypeScript as it stands. */
const WANTED_MAJOR = 24;
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const require = modules.createRequire(import.meta.url);
const major = Number(process.versions.node.split('.')[0]);

if (major < OLDEST_MAJOR) {
  stop(`candour needs Node ${OLDEST_MAJOR} or newer; this is Node ${process.versions.node}.`);
} else if (find('zod') === null) {
  stop('The packages that candour uses are not installed. Run npm start or npm install first.');
} else if (major >= WANTED_MAJOR) {
  // Keeps what was compiled for the next time: a command starts in half the time.
  modules.enableCompileCache();
  import('./main.ts')
    .then(({ main }) => main(process.argv.slice(2)))
    .catch((error) => {
      if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('package')) throw error;
      stop(`The packages that candour uses are not all installed. Run npm start or npm install first. (${error.message})`);
    });
} else {
  handOver();
}

/** Runs the same command again on the Node that the project brings along. */
function handOver() {
  const manifest = find('node/package.json');
  if (manifest === null) {
    stop(`candour runs on Node ${WANTED_MAJOR}, which npm install brings along, and it is not there. Run npm start or npm install first.`);
    return;
  }
  const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const child = spawn(binary, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const passOn = PASSED_ON.map((signal) => {
    const listener = () => child.kill(signal);
    process.on(signal, listener);
    return { signal, listener };
  });
  child.on('error', (error) => {
    stop(`${binary} could not be started (${error.message}). Run npm install again.`);
  });
  child.on('close', (code, signal) => {
    for (const it of passOn) process.removeListener(it.signal, it.listener);
    if (signal !== null) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

/** Where a package of ours lies, or `null`. */
function find(name) {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
