/** Runs the real `candour` command: as a child process, as a person would, or in this process where starting one would only cost time. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../src/cli/main.ts';

const BIN = fileURLToPath(new URL('../../src/cli/candour.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command. Nothing of the surroundings reaches it but the path and `env`. */
export async function candour(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: { PATH: process.env.PATH ?? '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject);
  child.on('close', resolve);
  const code = await promise;
  return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
}

/** Runs the command in this process. `now` is its clock. */
export async function inProcess(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly now?: string } = {},
): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    print: (line) => out.push(`${line}\n`),
    note: (line) => err.push(`${line}\n`),
    progress: () => {},
    env: options.env ?? {},
    cwd: options.cwd ?? tmpdir(),
    now: () => new Date(options.now ?? '2026-06-01T12:00:00Z'),
  });
  return { code, out: out.join(''), err: err.join('') };
}

export interface Folder extends AsyncDisposable {
  readonly path: string;
  /** Writes a file and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
}

/** A folder of its own, gone at the end of the test. */
export async function folder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'candour-test-'));
  return {
    path,
    write: async (name, content) => {
      const file = join(path, name);
      await writeFile(file, content);
      return file;
    },
    [Symbol.asyncDispose]: async () => {
      await rm(path, { recursive: true, force: true });
    },
  };
}
