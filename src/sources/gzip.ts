/** Reads a gzip file as it streams by. https://www.rfc-editor.org/rfc/rfc1952 */
import { BadArchive, inflated } from './inflate.ts';

/** Nothing larger than this is unpacked: three times the largest table that a library publishes. */
const LARGEST_UNPACKED = 8 * 1024 ** 3;
/** Up to here the ratio says nothing: a small file of one repeated row packs very well. */
const ANY_RATIO_UP_TO = 64 * 1024 ** 2;
/** Tables of the libraries pack 5 to 30 to one. */
const HIGHEST_RATIO = 200;

/** How many bytes may come out of so many packed ones. */
export function mostUnpacked(packed: number): number {
  return Math.min(LARGEST_UNPACKED, Math.max(ANY_RATIO_UP_TO, packed * HIGHEST_RATIO));
}

export interface GunzipOptions {
  /** What messages call the file. */
  readonly name?: string;
  /** How many bytes may come out of it. */
  readonly most?: number;
}

/**
 * The unpacked bytes of a gzip file, its own length and check sum compared. Throws `BadArchive` where it is damaged, cut off or gives more
 * than `most` or than `mostUnpacked` of what has come so far, and gives no byte beyond. Several gzip files in one are refused: the
 * platform's unpacker ends at the first.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, options: GunzipOptions = {}): AsyncGenerator<Uint8Array> {
  const { name = 'The file', most = LARGEST_UNPACKED } = options;
  const bad = () =>
    new BadArchive(
      `${name} cannot be unpacked: it is damaged or cut off, or more follows its end. Download it again, or unpack it and send what comes out.`,
    );
  const packed = { bytes: 0 };
  let size = 0;
  for await (const chunk of inflated('gzip', weighed(chunks, packed), bad)) {
    size += chunk.length;
    const limit = Math.min(most, mostUnpacked(packed.bytes));
    if (size > limit) throw new BadArchive(`${name} unpacks to more than ${limit} bytes, which is more than is read. Unpack it and look.`);
    yield chunk;
  }
}

async function* weighed(chunks: AsyncIterable<Uint8Array>, taken: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    taken.bytes += chunk.length;
    yield chunk;
  }
}
