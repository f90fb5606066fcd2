import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip, mostUnpacked } from '../../src/sources/gzip.ts';
import { BadArchive } from '../../src/sources/inflate.ts';
import { allOf, inMemory } from './archive-bytes.ts';

const MB = 1024 ** 2;
const CSV = Buffer.from('Page ID,Page name\n1,Invented Page\n'.repeat(5000));
const PACKED = gzipSync(CSV);

function read(bytes: Uint8Array, options: { readonly most?: number } = {}): Promise<Buffer> {
  return allOf(gunzip(inMemory(bytes).stream(0, bytes.length), { name: 'a.csv.gz', ...options }));
}

describe('gunzip', () => {
  it('gives what was packed', async () => {
    expect(await read(PACKED)).toEqual(CSV);
    expect(await read(gzipSync(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it('gives no more than it may', async () => {
    expect(await read(PACKED, { most: CSV.length })).toEqual(CSV);
    let given = 0;
    const reading = (async () => {
      for await (const chunk of gunzip(inMemory(PACKED).stream(0, PACKED.length), { most: 100_000 })) given += chunk.length;
    })();
    await expect(reading).rejects.toThrow('The file unpacks to more than 100000 bytes, which is more than is read. Unpack it and look.');
    expect(given).toBeLessThanOrEqual(100_000);
  });

  it.each<[string, Uint8Array]>([
    ['cut in its data', PACKED.subarray(0, PACKED.length >> 1)],
    ['cut in its check sum', PACKED.subarray(0, -1)],
    ['cut to its first byte', PACKED.subarray(0, 1)],
    ['no gzip at all', Buffer.from('Page ID,Page name\n')],
    ['followed by another', Buffer.concat([PACKED, PACKED])],
    ['followed by a few bytes', Buffer.concat([PACKED, Buffer.from('more')])],
    ['of another check sum', Buffer.concat([PACKED.subarray(0, -8), Buffer.from([1, 2, 3, 4]), PACKED.subarray(-4)])],
    ['of another length', Buffer.concat([PACKED.subarray(0, -4), Buffer.from([1, 2, 3, 4])])],
  ])('refuses a file that is %s', async (_name, bytes) => {
    const reading = read(bytes);
    await expect(reading).rejects.toBeInstanceOf(BadArchive);
    await expect(reading).rejects.toThrow(/^a\.csv\.gz cannot be unpacked: .* Download it again/);
  });

  it('lets an error of the store through as it is', async () => {
    const gone = new Error('the store is gone');
    const failing = (async function* () {
      yield PACKED.subarray(0, 100);
      throw gone;
    })();
    await expect(allOf(gunzip(failing))).rejects.toBe(gone);
  });

  it('never throws anything but BadArchive on changed bytes, and never gives more than it may', async () => {
    const places = fc.array(fc.tuple(fc.nat(PACKED.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(places, fc.nat(PACKED.length), async (sets, cut) => {
        const bytes = Buffer.from(PACKED.subarray(0, Math.max(1, cut)));
        for (const [at, value] of sets) if (at < bytes.length) bytes[at] = value;
        let given = 0;
        try {
          for await (const chunk of gunzip(inMemory(bytes).stream(0, bytes.length), { most: CSV.length })) given += chunk.length;
        } catch (error) {
          expect(error).toBeInstanceOf(BadArchive);
        }
        expect(given).toBeLessThanOrEqual(CSV.length);
      }),
      { seed: 20190215, numRuns: 300 },
    );
  });
});

describe('a file that packs too well', () => {
  const bomb = gzipSync(Buffer.alloc(80 * MB));

  it('is read up to 64 MiB, and no byte further', async () => {
    let given = 0;
    const reading = (async () => {
      for await (const chunk of gunzip(inMemory(bomb).stream(0, bomb.length), { name: 'bomb.csv.gz' })) given += chunk.length;
    })();
    await expect(reading).rejects.toThrow('bomb.csv.gz unpacks to more than 67108864 bytes, which is more than is read.');
    expect(given).toBeGreaterThan(60 * MB);
    expect(given).toBeLessThanOrEqual(64 * MB);
  });
});

describe('how much may come out of a packed file', () => {
  it.each([
    ['64 MiB of a very small one', 10, 64 * MB],
    ['200 times its size of one in between', MB, 200 * MB],
    ['8 GiB of a large one', 500 * MB, 8192 * MB],
  ])('is %s', (_name, packed, most) => {
    expect(mostUnpacked(packed)).toBe(most);
  });
});
