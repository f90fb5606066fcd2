/** Archives in memory, read through a window that notices every reading outside of them. */
import type { RandomAccess } from '../../src/sources/random-access.ts';

/** The bytes as a stored file, streamed in pieces of `piece` bytes. Throws a plain error, which is a bug, where more is asked for than there is. */
export function inMemory(bytes: Uint8Array, piece = 1000): RandomAccess {
  const inside = (offset: number, length: number) => {
    const whole = Number.isSafeInteger(offset) && Number.isSafeInteger(length);
    if (!whole || offset < 0 || length < 1 || offset + length > bytes.length)
      throw new Error(`read outside: ${offset}+${length} of ${bytes.length}`);
  };
  return {
    size: bytes.length,
    read: async (offset, length) => {
      inside(offset, length);
      return bytes.slice(offset, offset + length);
    },
    stream: async function* (offset, length) {
      inside(offset, length);
      for (let at = offset; at < offset + length; at += piece) yield bytes.slice(at, Math.min(at + piece, offset + length));
    },
  };
}

/** All bytes of a stream. */
export async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
