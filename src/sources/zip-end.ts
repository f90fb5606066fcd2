/** The end of a zip archive, which says where its directory lies; zip64 too. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.14 to 4.3.16) */
import type { RandomAccess } from './random-access.ts';

/** Where the directory lies, and how many entries it has. */
export interface ZipEnd {
  readonly count: number;
  readonly offset: number;
  readonly length: number;
}

export const HALF = 'is not a whole zip archive';
export const AGAIN = 'Download it again.';

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_LENGTH = 56;
/** A library's bundle has a dozen members, and a report one for each region of a country. */
const MOST_ENTRIES = 2000;
const LONGEST_DIRECTORY = 4 * 1024 * 1024;

/** Where the directory lies, or what is wrong with the archive. */
export async function findEnd(file: RandomAccess): Promise<ZipEnd | string> {
  if (file.size < END_LENGTH) return `${HALF}: its end is missing. ${AGAIN}`;
  const length = Math.min(file.size, END_LENGTH + LONGEST_COMMENT + ZIP64_LOCATOR_LENGTH);
  const from = file.size - length;
  const tail = viewOf(await file.read(from, length));
  let at = tail.byteLength - END_LENGTH;
  while (at >= 0 && !(tail.getUint32(at, true) === END && at + END_LENGTH + tail.getUint16(at + 20, true) <= tail.byteLength)) at -= 1;
  if (at < 0) return `${HALF}: its end is missing. ${AGAIN}`;
  const locator = at - ZIP64_LOCATOR_LENGTH;
  if (locator >= 0 && tail.getUint32(locator, true) === ZIP64_LOCATOR) {
    return await findZip64End(file, longOf(tail, locator + 8), from + locator);
  }
  const disks = [tail.getUint16(at + 4, true), tail.getUint16(at + 6, true)];
  const counts = [tail.getUint16(at + 8, true), tail.getUint16(at + 10, true)];
  return endOf(disks, counts, tail.getUint32(at + 16, true), tail.getUint32(at + 12, true), from + at);
}

async function findZip64End(file: RandomAccess, offset: number, before: number): Promise<ZipEnd | string> {
  if (offset + ZIP64_END_LENGTH > before) return `${HALF}: its end is not where it says. ${AGAIN}`;
  const end = viewOf(await file.read(offset, ZIP64_END_LENGTH));
  if (end.byteLength < ZIP64_END_LENGTH || end.getUint32(0, true) !== ZIP64_END) return `${HALF}: its end is not where it says. ${AGAIN}`;
  const disks = [end.getUint32(16, true), end.getUint32(20, true)];
  return endOf(disks, [longOf(end, 24), longOf(end, 32)], longOf(end, 48), longOf(end, 40), offset);
}

function endOf(disks: readonly number[], counts: readonly number[], offset: number, length: number, before: number): ZipEnd | string {
  const [here, count] = [counts[0] ?? 0, counts[1] ?? 0];
  if (disks.some((disk) => disk !== 0) || here !== count) {
    return 'is one part of an archive in several parts, which are not read. Join the parts, or unpack them and send what comes out.';
  }
  if (count > MOST_ENTRIES) return `lists ${count} entries; at most ${MOST_ENTRIES} are read. Unpack it and send the files of the library.`;
  if (length > LONGEST_DIRECTORY) return `has a directory of ${length} bytes; at most ${LONGEST_DIRECTORY} are read.`;
  if (offset + length !== before) return `${HALF}: its directory is not where its end says. ${AGAIN}`;
  return { count, offset, length };
}

/** An unsigned 64-bit number. Beyond 2^53 it is not exact, and far beyond any size that is read. */
export function longOf(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
