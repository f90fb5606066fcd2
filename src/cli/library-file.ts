/**
 * Library files on this machine, made ready to send: plain, gzipped, or members of a zip archive. Everything is streamed, so memory stays
 * flat however large the file. A file is gone through once before it is sent; private addresses and access tokens never leave the machine.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { AdLibrary } from '../sources/ad-libraries/contract.ts';
import { describeUnknown } from '../sources/ad-libraries/sniff.ts';
import { gunzip } from '../sources/gzip.ts';
import { isArchive, libraryOf as libraryIn } from '../sources/library-of.ts';
import { Redactor, type Removed } from '../sources/redact.ts';
import { BadArchive, type RandomAccess, zipMembers } from '../sources/zip.ts';
import type { Upload } from './client.ts';
import { fileAccess } from './file-access.ts';
import { Stop } from './terminal.ts';

/** One library file, unpacked where it was packed. */
export interface LibraryFile {
  /** `2019.csv`, or `PoliticalAds.zip/PoliticalAds.csv` for a member of an archive. */
  readonly name: string;
  /** Its unpacked bytes from the start, each time. */
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** A file that may be sent, with what was cut out of it. */
export interface Prepared {
  readonly upload: Upload;
  /** SHA-256 of the bytes that are sent, in hex. */
  readonly sha256: string;
  readonly removed: Removed;
}

const GZIP = 0x1f;
/** Enough of a file to say what it seems to be. */
const SNIFFED = 16 * 1024;

/** The library files at a path: one, or those in an archive that this version recognises. `skipped` names the other members. */
export async function libraryFiles(path: string): Promise<{ readonly files: readonly LibraryFile[]; readonly skipped: readonly string[] }> {
  const access = await fileAccess(path);
  const start = access.size === 0 ? new Uint8Array(0) : await access.read(0, Math.min(access.size, 4));
  const name = basename(path);
  const whole = () => (access.size === 0 ? nothing() : access.stream(0, access.size));
  if (!isArchive(start)) return { files: [{ name, read: whole }], skipped: [] };
  if (start[0] === GZIP) {
    const unpacked = () => stopping(gunzip(whole(), { name: path }));
    return { files: [{ name: name.replace(/\.gz$/i, ''), read: unpacked }], skipped: [] };
  }
  return await membersOf(path, access);
}

async function membersOf(path: string, access: RandomAccess) {
  const directory = await zipMembers(access, path);
  if (!directory.ok) throw new Stop(directory.problem);
  const files: LibraryFile[] = [];
  // A reason is given where a person may want to do something about it; that a note is no library file is none.
  const skipped = directory.skipped.map((it) => ({ name: it.name, why: ` (${it.reason.replace(/\.$/, '')})` }));
  for (const { name, read } of directory.members) {
    const file = { name: `${basename(path)}/${name}`, read: () => stopping(read()) };
    if ((await libraryOf(file)) !== null) files.push(file);
    else skipped.push({ name, why: isArchive(await headOf(file)) ? ' (an archive inside the archive: unpack it first)' : '' });
  }
  if (files.length === 0) {
    const held = skipped.slice(0, 8).map((it) => `${it.name}${it.why}`);
    throw new Stop(`Nothing in ${path} is an ad library file that this version reads. It holds: ${held.join(', ') || 'no file'}.`);
  }
  return { files, skipped: skipped.map((it) => `${basename(path)}/${it.name}${it.why}`) };
}

/** The library that the file is recognised as, by its first record, or `null`. */
export async function libraryOf(file: LibraryFile): Promise<AdLibrary | null> {
  const found = await libraryIn(file.read());
  return found.known ? found.library : null;
}

/** Why the file is none that this version reads, in a sentence or two: from its first bytes. */
export async function describeFile(file: LibraryFile): Promise<string> {
  return `${file.name}: ${describeUnknown((await headOf(file)).subarray(0, SNIFFED))}`;
}

async function headOf(file: LibraryFile): Promise<Uint8Array> {
  for await (const chunk of file.read()) return chunk;
  return new Uint8Array(0);
}

/** Goes through the file once, and gives it ready to send. Throws `Stop` where it holds nothing. */
export async function prepare(file: LibraryFile): Promise<Prepared> {
  const first = new Redactor({ cut_tokens: true });
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of redacted(file, first)) {
    hash.update(chunk);
    length += chunk.length;
  }
  if (length === 0) throw new Stop(`${file.name} is empty. Download it again.`);
  const bytes = streamOf(redacted(file, new Redactor({ cut_tokens: true })));
  return {
    upload: { bytes, length, content_type: 'application/octet-stream', label: `Sending ${file.name}` },
    sha256: hash.digest('hex'),
    removed: first.removed,
  };
}

/** A stream that asks for the next piece only when the last one has been sent. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}

async function* redacted(file: LibraryFile, redactor: Redactor): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.read()) {
    const kept = redactor.push(chunk);
    if (kept.length > 0) yield kept;
  }
  const rest = redactor.end();
  if (rest.length > 0) yield rest;
}

/** What is wrong with an archive stops the command. */
async function* stopping(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof BadArchive ? new Stop(error.message) : error;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
