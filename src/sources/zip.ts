/** Reads a zip archive member by member, in flat memory, from wherever its bytes lie. Stored and deflated members; nothing is unpacked to disk. */
import { crc32 } from './crc32.ts';
import { BadArchive, inflated } from './inflate.ts';
import type { RandomAccess } from './random-access.ts';
import { LOCAL_LENGTH, readDirectory, type ZipEntry } from './zip-directory.ts';

export { BadArchive } from './inflate.ts';
export type { RandomAccess } from './random-access.ts';

/** A file inside an archive. */
export interface ZipMember {
  readonly name: string;
  /** Bytes once unpacked, as the directory says; `read` never gives more. */
  readonly size: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** The unpacked bytes from the start. Throws `BadArchive` where they are not what the archive promises. */
  read(): AsyncIterable<Uint8Array>;
}

/** A member that is not read, and why: whole sentences. */
export interface SkippedMember {
  readonly name: string;
  readonly reason: string;
}

/** `problem` is whole sentences: what was found and what to do. */
export type ZipDirectory =
  | { readonly ok: true; readonly members: readonly ZipMember[]; readonly skipped: readonly SkippedMember[] }
  | { readonly ok: false; readonly problem: string };

const LOCAL = 0x04034b50;

/**
 * The members of an archive in the order of its directory, folders left out; `skipped` are those whose sizes cannot be true or are more than
 * is read. `name` is what messages call the archive. Throws only what `file` throws.
 */
export async function zipMembers(file: RandomAccess, name = 'The archive'): Promise<ZipDirectory> {
  const directory = await readDirectory(file);
  if (!directory.ok) return { ok: false, problem: `${name} ${directory.problem}` };
  const members: ZipMember[] = [];
  const skipped: SkippedMember[] = [];
  for (const entry of directory.entries) {
    if (entry.refused !== null) skipped.push({ name: entry.name, reason: entry.refused });
    else
      members.push({
        name: entry.name,
        size: entry.size,
        packed: entry.packed,
        read: () => unpack(file, entry, `${entry.name} in ${name}`),
      });
  }
  return { ok: true, members, skipped };
}

async function* unpack(file: RandomAccess, entry: ZipEntry, where: string): AsyncGenerator<Uint8Array> {
  const promised = () => new BadArchive(`${where} does not unpack to what the archive promises. Download it again.`);
  let [size, crc] = [0, 0];
  for await (const chunk of bytesOf(file, entry, where)) {
    size += chunk.length;
    if (size > entry.size) throw promised();
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw promised();
}

async function* bytesOf(file: RandomAccess, { deflated, offset, packed, limit }: ZipEntry, where: string): AsyncGenerator<Uint8Array> {
  const header = await file.read(offset, LOCAL_LENGTH);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_LENGTH || view.getUint32(0, true) !== LOCAL) {
    throw new BadArchive(`${where} cannot be found. Download the archive again.`);
  }
  // Its name and extra fields are as long as this header says: the directory's own may be of another length.
  const start = offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + packed > limit) throw new BadArchive(`${where} runs into what follows it. Download the archive again.`);
  if (packed === 0) return;
  const bytes = exactly(file.stream(start, packed), packed, where);
  if (!deflated) yield* bytes;
  else
    yield* inflated(
      'deflate-raw',
      bytes,
      () => new BadArchive(`${where} cannot be unpacked: its bytes are damaged. Download the archive again.`),
    );
}

async function* exactly(chunks: AsyncIterable<Uint8Array>, length: number, where: string): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const chunk of chunks) {
    left -= chunk.length;
    if (left < 0) break;
    yield chunk;
  }
  if (left !== 0) throw new BadArchive(`${where} is cut off: the archive has changed while it was read. Send it again.`);
}
