/** `npm run check`: types, lint and format, room boundaries, dead code, schema drift, and whether it would deploy. */
import { installIfNeeded, requireNode, run } from './tooling.mjs';

requireNode();
installIfNeeded();

const CHECKS = [
  ['types of the Worker', 'tsc', ['-p', 'tsconfig.json']],
  ['types of core, without the platform', 'tsc', ['-p', 'src/core/tsconfig.json']],
  ['types of the command line', 'tsc', ['-p', 'src/cli/tsconfig.json']],
  ['types of the tests', 'tsc', ['-p', 'test/tsconfig.json']],
  ['types of the tests in the Worker', 'tsc', ['-p', 'test/tsconfig.worker.json']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
  ['room boundaries', 'vitest', ['run', '--project', 'plain', 'test/architecture.test.ts']],
  ['dead code', 'knip', []],
  ['schema drift', 'vitest', ['run', '--project', 'worker', 'test/store/schema.test.ts']],
  ['deploy, dry', 'wrangler', ['deploy', '--dry-run', '--outdir', 'dist']],
];

let failed = 0;
for (const [name, command, args] of CHECKS) {
  const { code, output } = run(command, args, { env: { CI: '1', NO_COLOR: '1' } });
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name}\n`);
  if (code !== 0) {
    failed += 1;
    process.stdout.write(`${output.trim()}\n\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
