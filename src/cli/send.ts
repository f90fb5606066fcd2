/** The four things that can be sent, each as one step that ends when the server has dealt with it. Commands and worlds share them. */
import { readFile } from 'node:fs/promises';
import type { ZodType } from 'zod';
import type { Removed } from '../sources/redact.ts';
import { type Answer, declaredSchema, importSchema, type Run, registerAppliedSchema, snapshotSchema, wordsOf } from './answers.ts';
import type { Client } from './client.ts';
import { describeFile, type LibraryFile, libraryOf, prepare } from './library-file.ts';
import { typeOfFile } from './page.ts';
import { reasonOf, Stop } from './terminal.ts';

export interface Imported {
  readonly source_file: string;
  readonly library: string | null;
  /** What was cut out before it was sent. */
  readonly removed: Removed;
  readonly run: Run;
}

/** Sends a library file without its private addresses and access tokens, and waits until it is read. */
export async function sendLibraryFile(
  client: Client,
  file: LibraryFile,
  about: { readonly library: string | null; readonly as_of: string; readonly window: string | null },
): Promise<Imported> {
  // Looked at here first: what no library recognises stays on this machine.
  const known = await libraryOf(file);
  const { library, as_of, window } = about;
  if (known === null) throw new Stop(await describeFile(file));
  if (library !== null && library !== known.id)
    throw new Stop(`${file.name} is a file of ${known.id}, by its header, and not of ${library}.`);
  const { upload, removed, sha256 } = await prepare(file);
  const query = { name: file.name, library, as_of, window, sha256 };
  // What the server has already is not sent again.
  const asked = await client.post('/imports', query, null, importSchema);
  const answer = asked.ok ? asked : await client.post('/imports', query, upload, importSchema);
  if (!answer.ok) throw new Stop(...wordsOf(answer.problem).map((line, i) => (i === 0 ? `${file.name}: ${line}` : `  ${line}`)));
  const run = await client.wait(answer.value, `Reading ${file.name}`);
  // A file that was sent before is answered from what it gave then; only this first answer says so.
  return {
    source_file: answer.value.source_file,
    library: answer.value.library,
    removed,
    run: { ...run, unchanged: answer.value.unchanged },
  };
}

export interface NoticeToSend {
  /** Id of the notice, such as `green-party-privacy`. */
  readonly notice: string;
  readonly party: string;
  readonly url: string;
  readonly captured_at: string;
  readonly provenance: string | null;
  readonly kind: string;
}

/** Stores one capture of a notice, and waits until it is read. */
export async function sendNotice(client: Client, path: string, about: NoticeToSend) {
  const bytes = await readFile(path).catch(cannotRead(path));
  const { notice, ...query } = about;
  const address = `/notices/${encodeURIComponent(notice)}/snapshots`;
  const content_type = typeOfFile(path) ?? 'application/octet-stream';
  return await finished(client, await client.post(address, query, { bytes, length: bytes.length, content_type }, snapshotSchema), path);
}

/** Sends a declaration file, and waits until its party is compared again. */
export async function sendDeclaration(client: Client, path: string, party: string) {
  return await sendJson(client, path, '/declarations', { party }, declaredSchema);
}

/** Sends a register file, and waits until every party is compared again. */
export async function sendRegister(client: Client, path: string) {
  return await sendJson(client, path, '/register', {}, registerAppliedSchema);
}

/** The text of a file of this machine. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(cannotRead(path));
}

async function sendJson<T extends { readonly run: Run | string | null }>(
  client: Client,
  path: string,
  address: string,
  query: Readonly<Record<string, string>>,
  shape: ZodType<T>,
) {
  const bytes = await readFile(path).catch(cannotRead(path));
  return await finished(
    client,
    await client.post(address, query, { bytes, length: bytes.length, content_type: 'application/json' }, shape),
    path,
  );
}

/** Waits for what an answer set going. A refusal, and a run that failed, stop the command. */
async function finished<T extends { readonly run: Run | string | null }>(client: Client, answer: Answer<T>, path: string): Promise<T> {
  if (!answer.ok) throw new Stop(...wordsOf(answer.problem).map((line, i) => (i === 0 ? `${path}: ${line}` : `  ${line}`)));
  const { value } = answer;
  if (value.run === null) return value;
  const run = await client.wait(value.run, path);
  if (run.status === 'failed') throw new Stop(`${path} was stored, and reading it failed: ${run.error ?? 'no reason given'}`);
  return { ...value, run: run.id };
}

function cannotRead(path: string): (error: unknown) => never {
  return (error) => {
    throw new Stop(`${path} cannot be read (${reasonOf(error)}).`);
  };
}
