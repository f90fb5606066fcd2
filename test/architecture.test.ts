/** Who may import whom, and what the tree may not hold. Plain reading of files: no tool to trust. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript without types: it runs before anything is installed
import { complete } from '../src/cli/lockfile.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SRC = join(ROOT, 'src');

/** A room may import itself, the rooms named, and the packages named. A new folder fails here until it is given a row. */
const ROOMS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  core: { rooms: [], packages: ['zod'] },
  sources: { rooms: ['core'], packages: ['cheerio', 'domhandler', 'htmlparser2', 'zod'] },
  store: { rooms: ['core'], packages: ['drizzle-orm'] },
  jobs: { rooms: ['sources', 'store', 'core'], packages: [] },
  web: { rooms: ['sources', 'store', 'core'], packages: ['hono', 'zod'] },
  cli: { rooms: ['sources', 'core'], packages: ['node', 'zod'] },
  // Data, with the script that makes it.
  demo: { rooms: [], packages: ['node'] },
  register: { rooms: [], packages: [] },
};
const WORKER = { rooms: ['jobs', 'web', 'store'], packages: [] };
const VAGUE = ['utils', 'helpers', 'services', 'lib', 'common'];

function files(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' ? [] : files(path, pattern);
    return pattern.test(name) ? [path] : [];
  });
}

const code = files(SRC, /\.(ts|tsx|mjs)$/);
const importOf =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g;

function imports(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(importOf)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function roomOf(path: string): string {
  return relative(SRC, path).split(/[/\\]/)[0] ?? '';
}

describe('the house', () => {
  it('has a row for every folder of src', () => {
    const folders = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());
    expect(folders.sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(code.map((path) => [relative(ROOT, path), path]))('%s imports only what its room may', (name, path) => {
    const room = roomOf(path);
    const allowed = name === join('src', 'worker.ts') ? WORKER : ROOMS[room];
    expect(allowed, `the room ${room} has a row`).toBeDefined();
    for (const target of imports(path)) {
      if (target.startsWith('.')) {
        const other = roomOf(resolve(dirname(path), target));
        const fine = other === room || allowed?.rooms.includes(other);
        expect(fine, `${name} imports ${target}: ${room} may import ${allowed?.rooms.join(', ') || 'nothing'}`).toBe(true);
      } else {
        const name_ = target.startsWith('node:')
          ? 'node'
          : target
              .split('/')
              .slice(0, target.startsWith('@') ? 2 : 1)
              .join('/');
        expect(allowed?.packages.includes(name_), `${name} imports the package ${target}`).toBe(true);
      }
    }
  });

  it.each(code.map((path) => [relative(ROOT, path), path]))('%s is one idea, and no longer than 300 lines', (_name, path) => {
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThanOrEqual(301);
    expect(VAGUE.some((word) => relative(SRC, path).split(/[/\\]/).slice(0, -1).includes(word))).toBe(false);
  });

  it.each(files(join(SRC, 'core'), /\.ts$/).map((path) => [relative(ROOT, path), path]))(
    '%s reads no clock and rolls no dice',
    (_name, path) => {
      expect(readFileSync(path, 'utf8')).not.toMatch(/Date\.now|new Date\(\)|Math\.random|console\.|fetch\(/);
    },
  );

  it.each(code.map((path) => [relative(ROOT, path), path]))('%s describes and does not judge', (_name, path) => {
    expect(readFileSync(path, 'utf8')).not.toMatch(/\b(breach(es|ed)?|illegal(ly)?|unlawful(ly)?|guilty)\b/i);
  });

  it.each(files(join(SRC, 'web'), /\.tsx$/).map((path) => [relative(ROOT, path), path]))(
    '%s puts no markup of its own through unescaped',
    (_name, path) => {
      expect(readFileSync(path, 'utf8')).not.toMatch(/dangerouslySetInnerHTML|\braw\(|\bstyle=/);
    },
  );

  it('reaches out only from jobs and the command line', () => {
    const reaching = code.filter((path) => /[^.\w]fetch\(/.test(readFileSync(path, 'utf8').replace(/app\.fetch|\bfetch\(request/g, '')));
    expect(reaching.map(roomOf).filter((room) => !['jobs', 'cli'].includes(room))).toEqual([]);
  });
});

describe('the families', () => {
  const RULES = join(SRC, 'core', 'rules');

  it('lists every rule, and nothing else, in alphabetical order', () => {
    const inFolder = readdirSync(RULES)
      .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
      .map((name) => name.replace('.ts', ''));
    const listed = imports(join(RULES, 'index.ts'))
      .filter((target) => target.startsWith('./'))
      .map((target) => target.slice(2).replace('.ts', ''));
    expect(listed.sort()).toEqual(inFolder.sort());
  });
});

describe('the tree', () => {
  const lockfile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

  it('has a lockfile that names no address and no checksum-less surprise', () => {
    expect(JSON.stringify(lockfile)).not.toMatch(/"resolved":"https?:/);
  });

  it('has a lockfile that is complete for every platform', () => {
    expect(complete(structuredClone(lockfile))).toEqual([]);
  });

  it('pins every dependency exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('never cascades in a migration, and never drops a table that another points at', () => {
    const all = files(join(ROOT, 'migrations'), /\.sql$/).map((path) => readFileSync(path, 'utf8'));
    const pointedAt = new Set(all.flatMap((text) => [...text.matchAll(/REFERENCES\s+(\w+)/gi)].map(([, table]) => table)));
    for (const text of all) {
      expect(text).not.toMatch(/ON\s+DELETE\s+CASCADE/i);
      const dropped = [...text.matchAll(/DROP\s+TABLE\s+(\w+)/gi)].map(([, table]) => table);
      expect(dropped.filter((table) => pointedAt.has(table))).toEqual([]);
    }
  });
});
