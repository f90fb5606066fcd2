/**
 * `npm test`: installs what is missing, runs every test, ends with the plain count. Arguments go to the test runner:
 * `npm test -- --project plain`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, installIfNeeded, ROOT, requireNode, tool } from './tooling.mjs';

requireNode();
installIfNeeded();
const browser = findBrowser();
const folder = mkdtempSync(join(tmpdir(), 'candour-test-'));
const results = join(folder, 'results.json');
const done = spawnSync(
  tool('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment(browser ? { CANDOUR_BROWSER: browser } : {}),
    shell: process.platform === 'win32',
  },
);
let code = done.status ?? 1;
if (existsSync(results)) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that cannot even be loaded fails no test of its own: it counts as one.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  if (broken > 0 && code === 0) code = 1;
  if (!browser)
    process.stdout.write('No Chromium was found, so the tests in a browser were skipped: install it (apt-get install chromium).\n');
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests + broken} failed, ${numPendingTests + numTodoTests} skipped\n`);
} else {
  process.stdout.write('The test runner gave no result.\n0 passed, 1 failed\n');
  code ||= 1;
}
rmSync(folder, { recursive: true, force: true });
process.exit(code);

/** A Chromium to test with: named, installed, or installed now where that is allowed. */
function findBrowser() {
  const known = [process.env.CANDOUR_BROWSER, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = known.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  process.stderr.write('Installing Chromium for the tests in a browser (apt-get install chromium) …\n');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}
