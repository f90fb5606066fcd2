/** Writes a small zip archive, for tests of reading one: whole ones in every form that programs write, and ones that say what is not so. */
import { crc32 } from 'node:zlib';

export interface ZipOfMember {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the directory says instead of what is so. */
  readonly says?: Partial<Record<'size' | 'packed' | 'crc' | 'method' | 'flags' | 'disk' | 'offset', number>>;
  /** Extra fields in its own header, which the directory need not repeat. */
  readonly extra?: Buffer;
}

export interface ZipOfOptions {
  /** Sizes and offsets in the long fields of zip64, as programs write that do not know how much comes. */
  readonly zip64?: boolean;
  /** Sizes and check sum behind the data, none in front of it. */
  readonly descriptors?: boolean;
  readonly comment?: string;
  /** What the end says instead of what is so. */
  readonly says?: Partial<Record<'count' | 'length' | 'offset' | 'disk', number>>;
}

const LONG = 0xffffffff;

/** An archive of the members, each packed by `deflate`; `null` stores them as they are. */
export function zipOf(members: readonly ZipOfMember[], deflate: ((bytes: Buffer) => Buffer) | null, options: ZipOfOptions = {}): Buffer {
  const { zip64 = false, descriptors = false, comment = '' } = options;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, says = {}, extra = Buffer.alloc(0) } of members) {
    const data = deflate === null || name.endsWith('/') ? bytes : deflate(bytes);
    const flags = says.flags ?? (descriptors ? 8 : 0);
    const method = says.method ?? (data === bytes ? 0 : 8);
    const crc = says.crc ?? crc32(bytes);
    const [size, packed, offset] = [says.size ?? bytes.length, says.packed ?? data.length, says.offset ?? at];
    const short = [crc, zip64 ? LONG : packed, zip64 ? LONG : size];
    const title = Buffer.from(name);
    const long = zip64 ? Buffer.concat([u16(1, 24), u64(size, packed, offset)]) : Buffer.alloc(0);
    const inFront = descriptors ? [0, 0, 0] : [crc, packed, size];
    const behind = descriptors
      ? Buffer.concat([Buffer.from('PK\u0007\u0008'), u32(crc), zip64 ? u64(packed, size) : u32(packed, size)])
      : Buffer.alloc(0);
    const header = Buffer.concat([
      u16(20, flags, method, 0, 0),
      u32(...inFront.map((it) => Math.min(it, LONG))),
      u16(title.length, extra.length),
    ]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), header, title, extra, data, behind]);
    directory.push(
      Buffer.from('PK\u0001\u0002'),
      u16(20, 20, flags, method, 0, 0),
      u32(...short.map((it) => Math.min(it, LONG))),
      u16(title.length, long.length, 0, says.disk ?? 0, 0),
      u32(0, zip64 ? LONG : offset),
      title,
      long,
    );
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const { count = members.length, length = central.length, offset = at, disk = 0 } = options.says ?? {};
  const end64 = Buffer.concat([Buffer.from('PK\u0006\u0006'), u64(44), u16(45, 45), u32(disk, disk), u64(count, count, length, offset)]);
  const locator = Buffer.concat([Buffer.from('PK\u0006\u0007'), u32(0), u64(at + central.length), u32(1)]);
  const end = zip64
    ? Buffer.concat([u16(0, 0, 0xffff, 0xffff), u32(LONG, LONG)])
    : Buffer.concat([u16(disk, disk, count, count), u32(length, offset)]);
  const last = [Buffer.from('PK\u0005\u0006'), end, u16(comment.length), Buffer.from(comment)];
  return Buffer.concat([...parts, central, ...(zip64 ? [end64, locator] : []), ...last]);
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

function u64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), i * 8);
  return bytes;
}
