/** Finds the token that a write needs: from the environment, or for a server on this machine from the file that the start script made. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './terminal.ts';

const TOKEN_FILE = join('.candour', 'owner-token');

/** The token for `server`, or `null`. An owner token of this machine is never sent to another machine. */
export async function findToken(server: URL, terminal: Pick<Terminal, 'cwd' | 'env'>): Promise<string | null> {
  const given = terminal.env.CANDOUR_TOKEN?.trim();
  if (given) return given;
  if (!isLoopback(server)) return null;
  const own = dirname(fileURLToPath(import.meta.url));
  for (const folder of [...upwards(terminal.cwd), ...upwards(own)]) {
    const token = await readFile(join(folder, TOKEN_FILE), 'utf8').catch(() => '');
    if (token.trim() !== '') return token.trim();
  }
  return null;
}

/** True where the address is this machine's own. */
export function isLoopback(server: URL): boolean {
  return server.hostname === 'localhost' || server.hostname === '[::1]' || /^127(\.\d+){3}$/.test(server.hostname);
}

function upwards(from: string): readonly string[] {
  const folders = [from];
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}
