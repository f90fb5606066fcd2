/**
 * Reads a zip archive from its file, member by member, in flat memory. Stored and deflated members, zip64 too; nothing is unpacked to disk.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { reasonOf, Stop } from './terminal.ts';

/** A file inside an archive. */
export interface ZipMember {
  readonly name: string;
  /** Bytes once unpacked. */
  readonly size: number;
  /** The unpacked bytes from the start; throws `Stop` where they are not what the archive promises. */
  readonly read: () => AsyncGenerator<Uint8Array>;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** A library's bundle has a dozen members; a directory longer than this is not one. */
const LONGEST_DIRECTORY = 4 * 1024 * 1024;
/** Fields that hold this say "look in the zip64 field". */
const IN_ZIP64 = 0xffffffff;

/** The members of an archive in the order of its directory, folders left out. Throws `Stop` where it cannot be read. */
export async function zipMembers(path: string): Promise<readonly ZipMember[]> {
  const file = await open(path);
  try {
    const directory = await readDirectory(path, file);
    return entriesOf(path, directory)
      .filter((entry) => !entry.name.endsWith('/'))
      .map((entry) => ({ name: entry.name, size: entry.size, read: () => unpack(path, entry) }));
  } finally {
    await file.close();
  }
}

async function readDirectory(path: string, file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), Math.min(size, END_LENGTH + LONGEST_COMMENT));
  let at = tail.length - END_LENGTH;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0) throw new Stop(`${path} is not a whole zip archive: its directory is missing. Download it again.`);
  let length = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  if ((offset === IN_ZIP64 || length === IN_ZIP64) && at >= 20 && tail.readUInt32LE(at - 20) === ZIP64_LOCATOR) {
    const end = await readAt(file, Number(tail.readBigUInt64LE(at - 12)), 56);
    if (end.length < 56 || end.readUInt32LE(0) !== ZIP64_END) throw new Stop(`${path} is not a whole zip archive. Download it again.`);
    length = Number(end.readBigUInt64LE(40));
    offset = Number(end.readBigUInt64LE(48));
  }
  if (length > LONGEST_DIRECTORY) throw new Stop(`${path} has a directory of ${length} bytes; at most ${LONGEST_DIRECTORY} are read.`);
  const directory = await readAt(file, offset, length);
  if (directory.length < length) throw new Stop(`${path} is not a whole zip archive: its directory is cut off. Download it again.`);
  return directory;
}

function entriesOf(path: string, directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packed, offset] = longFields(extra, [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]);
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    if ((flags & 1) === 1) throw new Stop(`${name} in ${path} is locked with a password. Unpack it first.`);
    if (method !== 0 && method !== 8)
      throw new Stop(`${name} in ${path} is packed in a way that is not read (method ${method}). Unpack it first.`);
    entries.push({ name, flags, method, crc: directory.readUInt32LE(at + 16), packed, size, offset });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Fills in the sizes and the offset that the zip64 field (id 1) holds, in its fixed order. */
function longFields(extra: Buffer, fields: readonly [number, number, number]): [number, number, number] {
  const filled: [number, number, number] = [...fields];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    for (const index of [0, 1, 2] as const) {
      if (filled[index] !== IN_ZIP64 || from + 8 > extra.length) continue;
      filled[index] = Number(extra.readBigUInt64LE(from));
      from += 8;
    }
  }
  return filled;
}

async function* unpack(path: string, entry: Entry): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  const where = `${entry.name} in ${path}`;
  try {
    const header = await readAt(file, entry.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new Stop(`${where} cannot be found. Download the archive again.`);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed =
      entry.packed === 0 ? Readable.from([]) : file.createReadStream({ start, end: start + entry.packed - 1, autoClose: false });
    const bytes = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
    if (bytes !== packed) packed.on('error', (error: Error) => bytes.destroy(error));
    let [size, crc] = [0, 0];
    for await (const chunk of bytes) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      if (size > entry.size) break;
      yield chunk;
    }
    if (size !== entry.size || crc !== entry.crc)
      throw new Stop(`${where} does not unpack to what the archive promises. Download it again.`);
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(`${where} cannot be unpacked (${reasonOf(error)}). Download the archive again.`);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
