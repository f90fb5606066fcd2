/**
 * Library files on this machine, made ready to send: plain, gzipped, or members of a zip archive. Everything is streamed, so memory stays
 * flat however large the file. A file is gone through once before it is sent: nothing of a file with an access token leaves the machine.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { AdLibrary } from '../sources/ad-libraries/contract.ts';
import { recognise } from '../sources/ad-libraries/index.ts';
import { describeUnknown } from '../sources/ad-libraries/sniff.ts';
import { CsvReader } from '../sources/csv.ts';
import { Redactor } from '../sources/redact.ts';
import type { Upload } from './client.ts';
import { reasonOf, Stop } from './terminal.ts';
import { zipMembers } from './zip.ts';

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
  readonly billing_addresses: number;
}

const ZIP = Buffer.from('PK');
const GZIP = Buffer.from([0x1f, 0x8b]);
/** Enough of a file to say what it seems to be. */
const SNIFFED = 16 * 1024;
const DATA = /\.(csv|json|ndjson)$/i;

/** The library files at a path: one, or those in an archive that this version recognises. `skipped` names the other members. */
export async function libraryFiles(path: string): Promise<{ readonly files: readonly LibraryFile[]; readonly skipped: readonly string[] }> {
  const start = await firstBytes(path);
  if (start.equals(GZIP)) return { files: [{ name: basename(path).replace(/\.gz$/i, ''), read: () => gunzipped(path) }], skipped: [] };
  if (!start.equals(ZIP)) return { files: [{ name: basename(path), read: () => plain(path) }], skipped: [] };
  const members = (await zipMembers(path)).map((member) => ({ name: `${basename(path)}/${member.name}`, read: member.read }));
  const known: LibraryFile[] = [];
  for (const member of members) if (DATA.test(member.name) && (await libraryOf(member)) !== null) known.push(member);
  if (known.length === 0) {
    const names = members.map((it) => it.name.slice(basename(path).length + 1)).slice(0, 8);
    throw new Stop(`Nothing in ${path} is an ad library file that this version reads. It holds: ${names.join(', ') || 'no file'}.`);
  }
  return { files: known, skipped: members.filter((it) => !known.includes(it)).map((it) => it.name) };
}

/** The library whose header the file has, or `null`. */
export async function libraryOf(file: LibraryFile): Promise<AdLibrary | null> {
  const reader = new CsvReader();
  for await (const chunk of file.read()) {
    const [first] = reader.push(chunk);
    if (first) return first.kind === 'record' ? recognise(first.cells) : null;
  }
  const [last] = reader.end();
  return last?.kind === 'record' ? recognise(last.cells) : null;
}

/** Why the file is none that this version reads, in a sentence or two: from its first bytes. */
export async function describeFile(file: LibraryFile): Promise<string> {
  for await (const chunk of file.read()) return `${file.name}: ${describeUnknown(chunk.subarray(0, SNIFFED))}`;
  return `${file.name}: ${describeUnknown(new Uint8Array(0))}`;
}

/** Goes through the file once, and gives it ready to send. Throws `Stop` where it holds an access token or nothing. */
export async function prepare(file: LibraryFile): Promise<Prepared> {
  const first = new Redactor();
  let length = 0;
  for await (const chunk of redacted(file, first)) length += chunk.length;
  if (first.token_found) {
    throw new Stop(
      `${file.name} holds an access token (access_token=...). It was not sent. Cut the token out, and have it withdrawn if others saw it.`,
    );
  }
  if (length === 0) throw new Stop(`${file.name} is empty. Download it again.`);
  const bytes = streamOf(redacted(file, new Redactor()));
  return {
    upload: { bytes, length, content_type: 'application/octet-stream', label: `Sending ${file.name}` },
    billing_addresses: first.removed.billing_addresses,
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

async function* plain(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk;
  } catch (error) {
    throw new Stop(`${path} cannot be read (${reasonOf(error)}).`);
  }
}

async function* gunzipped(path: string): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(path);
  const bytes = packed.pipe(createGunzip());
  packed.on('error', (error) => bytes.destroy(error));
  try {
    for await (const chunk of bytes) yield chunk;
  } catch (error) {
    throw new Stop(`${path} cannot be unpacked (${reasonOf(error)}). Download it again.`);
  } finally {
    packed.destroy();
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw new Stop(`${path} cannot be read (${reasonOf(error)}).`);
  });
  try {
    if ((await file.stat()).isDirectory()) throw new Stop(`${path} is a folder. Give the files in it.`);
    const buffer = Buffer.alloc(2);
    const { bytesRead } = await file.read(buffer, 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
