/** Fills a server from a world file: a list of steps, each a file to send, in the order in which they happened. */
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import type { Client } from './client.ts';
import { libraryFiles } from './library-file.ts';
import { readText, sendDeclaration, sendLibraryFile, sendNotice, sendRegister } from './send.ts';
import { counted, reasonOf, Stop } from './terminal.ts';

const step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('register'), file: z.string() }),
  z.strictObject({ do: z.literal('import'), library: z.string(), file: z.string(), as_of: z.string() }),
  z.strictObject({
    do: z.literal('notice'),
    party: z.string(),
    notice: z.string(),
    url: z.string(),
    kind: z.string(),
    file: z.string(),
    captured_at: z.string(),
    provenance: z.string(),
  }),
  z.strictObject({ do: z.literal('declare'), party: z.string(), file: z.string() }),
]);
type Step = z.infer<typeof step>;

const worldSchema = z.looseObject({ steps: z.array(step) });

/**
 * Sends every step of the world file at `path`; files are named from its folder. `report` gets one line for each step. Stops at the first
 * step that the server refuses: a world that is not whole would mislead.
 */
export async function loadWorld(path: string, client: Client, report: (line: string) => void): Promise<void> {
  const { steps } = await readWorld(path);
  for (const [index, it] of steps.entries()) {
    const done = await send(it, resolve(dirname(path), it.file), client);
    report(`[${index + 1}/${steps.length}] ${it.file}: ${done}`);
  }
}

async function readWorld(path: string): Promise<z.infer<typeof worldSchema>> {
  const text = await readText(path);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Stop(`${path} is not JSON (${reasonOf(error)}).`);
  }
  const read = worldSchema.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Stop(`${path} is not a world file: ${issue?.path.join('.') || 'the file'}: ${issue?.message}.`);
}

async function send(it: Step, file: string, client: Client): Promise<string> {
  switch (it.do) {
    case 'register': {
      const applied = await sendRegister(client, file);
      return `${counted(applied.parties, 'party', 'parties')}, ${counted(applied.accounts, 'account')}`;
    }
    case 'import':
      return await importAll(it, file, client);
    case 'notice': {
      const { party, notice, url, kind, captured_at, provenance } = it;
      await sendNotice(client, file, { notice, party, url, kind, captured_at, provenance });
      return `notice of ${party} as captured on ${captured_at.slice(0, 10)}`;
    }
    case 'declare': {
      const stored = await sendDeclaration(client, file, it.party);
      return `version ${stored.version} of ${stored.id}`;
    }
  }
}

async function importAll(it: Extract<Step, { readonly do: 'import' }>, path: string, client: Client): Promise<string> {
  let [rows, refused, ads] = [0, 0, 0];
  const { files } = await libraryFiles(path);
  for (const file of files) {
    const { run } = await sendLibraryFile(client, file, { library: it.library, as_of: it.as_of, window: null });
    if (run.status === 'failed') throw new Stop(`${file.name} could not be read: ${run.error ?? 'no reason given'}`);
    [rows, refused, ads] = [rows + run.rows, refused + run.refused, ads + run.ads];
  }
  return `${counted(rows, 'row')}${refused > 0 ? ` (${refused} refused)` : ''}, ${counted(ads, 'ad')}`;
}
