import { describe, expect, it } from 'vitest';
import { gunzip } from '../../src/sources/gzip.ts';
import { BadArchive } from '../../src/sources/inflate.ts';

const MB = 1024 ** 2;

/** `count` megabytes of zeros, packed about a thousand to one. */
async function packedZeros(count: number): Promise<Uint8Array> {
  const packer = new CompressionStream('gzip');
  const packed = new Response(packer.readable).bytes();
  const writer = packer.writable.getWriter();
  for (let i = 0; i < count; i++) await writer.write(new Uint8Array(MB));
  await writer.close();
  return await packed;
}

async function* inPieces(bytes: Uint8Array, taken: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 4096) {
    const piece = bytes.subarray(at, at + 4096);
    taken.bytes += piece.length;
    yield piece;
  }
}

describe('unpacking inside the Worker', () => {
  it('takes no more packed bytes than it needs for what is read, so that memory stays flat', async () => {
    const packed = await packedZeros(64);
    const taken = { bytes: 0 };
    let given = 0;
    let furthest = 0;
    for await (const chunk of gunzip(inPieces(packed, taken))) {
      given += chunk.length;
      furthest = Math.max(furthest, taken.bytes * 1032 - given);
    }
    expect({ given, taken: taken.bytes }).toEqual({ given: 64 * MB, taken: packed.length });
    // One piece of 4 KiB makes 4 MB: at most two of them wait at any time.
    expect(furthest).toBeLessThan(9 * MB);
  });

  it('gives what comes before the place where a file is cut, and then says so', async () => {
    const packed = await packedZeros(16);
    let given = 0;
    const reading = (async () => {
      for await (const chunk of gunzip(inPieces(packed.subarray(0, -6), { bytes: 0 }))) given += chunk.length;
    })();
    await expect(reading).rejects.toBeInstanceOf(BadArchive);
    expect(given).toBeGreaterThan(12 * MB);
  });
});
