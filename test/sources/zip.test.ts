import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RandomAccess } from '../../src/sources/random-access.ts';
import { BadArchive, type ZipMember, zipMembers } from '../../src/sources/zip.ts';
import { type ZipOfMember, type ZipOfOptions, zipOf } from '../cli/zip-of.ts';
import { allOf, inMemory } from './archive-bytes.ts';

const SEED = 20190215;
const MB = 1024 ** 2;
const GB = 1024 ** 3;
const CSV = Buffer.from('Page ID,Page name\n1,Invented Page\n'.repeat(50));
const README = Buffer.from('Notes on an invented library.\n');
const TWO: readonly ZipOfMember[] = [
  { name: 'README.txt', bytes: README },
  { name: 'regions/Invented County and Isles.csv', bytes: CSV },
];

/** What the archive gives: the bytes of each member by its name, or the problem. */
async function contents(file: RandomAccess): Promise<Readonly<Record<string, Buffer>> | string> {
  const directory = await zipMembers(file);
  if (!directory.ok) return directory.problem;
  const read: Record<string, Buffer> = {};
  for (const member of directory.members) read[member.name] = await allOf(member.read());
  return read;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const directory = await zipMembers(inMemory(bytes));
  return directory.ok ? 'no problem' : directory.problem;
}

async function only(bytes: Uint8Array, piece?: number): Promise<ZipMember> {
  const directory = await zipMembers(inMemory(bytes, piece));
  const [member] = directory.ok ? directory.members : [];
  if (member === undefined) throw new Error(directory.ok ? JSON.stringify(directory.skipped) : directory.problem);
  return member;
}

describe('a whole archive', () => {
  it.each<[string, ZipOfOptions, typeof deflateRawSync | null]>([
    ['with deflated members', {}, deflateRawSync],
    ['with stored members', {}, null],
    ['with sizes behind the data, as a program writes that streams', { descriptors: true }, deflateRawSync],
    ['with the long fields of zip64', { zip64: true }, deflateRawSync],
    ['with zip64 and sizes behind the data', { zip64: true, descriptors: true }, deflateRawSync],
    ['with a comment at its end', { comment: 'an invented comment, PK\u0001\u0002 and all' }, deflateRawSync],
    ['with a comment as long as one can be', { comment: 'x'.repeat(0xffff) }, deflateRawSync],
  ])('%s gives its members', async (_name, options, deflate) => {
    const read = await contents(inMemory(zipOf(TWO, deflate, options)));
    expect(read).toEqual({ 'README.txt': README, 'regions/Invented County and Isles.csv': CSV });
  });

  it('leaves folders out, and keeps the order of the directory', async () => {
    const members = [{ name: 'regions/', bytes: Buffer.alloc(0) }, ...TWO, { name: 'a.csv', bytes: Buffer.alloc(0) }];
    const directory = await zipMembers(inMemory(zipOf(members, deflateRawSync)));
    const seen = directory.ok ? directory.members.map(({ name, size }) => [name, size]) : [];
    expect(seen).toEqual([
      ['README.txt', README.length],
      ['regions/Invented County and Isles.csv', CSV.length],
      ['a.csv', 0],
    ]);
  });

  it('gives an empty member, deflated or with no byte at all', async () => {
    expect(await contents(inMemory(zipOf([{ name: 'a.csv', bytes: Buffer.alloc(0) }], deflateRawSync)))).toEqual({
      'a.csv': Buffer.alloc(0),
    });
    const bare = zipOf([{ name: 'a.csv', bytes: Buffer.alloc(0), says: { method: 8 } }], null);
    expect(await contents(inMemory(bare))).toEqual({ 'a.csv': Buffer.alloc(0) });
  });

  it('finds the data behind extra fields that only its own header has', async () => {
    const members = [{ name: 'a.csv', bytes: CSV, extra: Buffer.from([9, 9, 4, 0, 1, 2, 3, 4]) }, ...TWO];
    expect(await contents(inMemory(zipOf(members, deflateRawSync)))).toMatchObject({ 'a.csv': CSV });
  });

  it('reads names in UTF-8 without their flag, and keeps names in another encoding apart', async () => {
    const zip = zipOf([{ name: 'Île-d’Exemple.csv', bytes: CSV }], deflateRawSync);
    expect(Object.keys(await contents(inMemory(zip)))).toEqual(['Île-d’Exemple.csv']);
    const latin = Buffer.from(
      zipOf(
        [
          { name: 'XX.csv', bytes: CSV },
          { name: 'YY.csv', bytes: CSV },
        ],
        deflateRawSync,
      ),
    );
    for (const [from, to] of [
      ['XX', 0xe9],
      ['YY', 0xe8],
    ] as const)
      for (let at = latin.indexOf(from); at !== -1; at = latin.indexOf(from, at)) latin.fill(to, at, at + 2);
    expect(Object.keys(await contents(inMemory(latin)))).toEqual(['éé.csv', 'èè.csv']);
  });

  it('may be empty', async () => {
    expect(await contents(inMemory(zipOf([], null)))).toEqual({});
    expect(await contents(inMemory(zipOf([], null, { zip64: true })))).toEqual({});
  });

  it('gives what went into it, whatever that was', async () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', 'B', ' ', '.', '-', 'é', '7'), minLength: 1, maxLength: 12 })
      .map((it) => `x/${it}.csv`);
    const members = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 4000 })), { maxLength: 6, selector: ([it]) => it });
    const options = fc.record({
      zip64: fc.boolean(),
      descriptors: fc.boolean(),
      stored: fc.boolean(),
      piece: fc.integer({ min: 1, max: 70_000 }),
    });
    await fc.assert(
      fc.asyncProperty(members, options, async (given, { stored, piece, ...form }) => {
        const wanted = given.map(([key, bytes]) => ({ name: key, bytes: Buffer.from(bytes) }));
        const read = await contents(inMemory(zipOf(wanted, stored ? null : deflateRawSync, form), piece));
        expect(read).toEqual(Object.fromEntries(wanted.map((it) => [it.name, it.bytes])));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('an archive that is not what it says is refused as a whole', () => {
  const good = zipOf(TWO, deflateRawSync);
  const named = (name: string) => zipOf([...TWO, { name, bytes: CSV }], deflateRawSync);
  const says = (said: ZipOfMember['says']) => zipOf([{ name: 'a.csv', bytes: CSV, ...(said && { says: said }) }], deflateRawSync);
  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', Buffer.alloc(0), /^The archive is not a whole zip archive: its end is missing\. Download it again\.$/],
    ['one cut in its data', good.subarray(0, good.length >> 1), /its end is missing\. Download it again/],
    ['one cut in its directory', good.subarray(0, good.length - 30), /its end is missing\. Download it again/],
    ['one cut by its last byte', good.subarray(0, good.length - 1), /its end is missing/],
    [
      'one that lacks bytes in the middle',
      Buffer.concat([good.subarray(0, 40), good.subarray(60)]),
      /directory is not where its end says\. Download it again/,
    ],
    ['one with bytes in front', Buffer.concat([Buffer.from('<html>'), good]), /directory is not where its end says/],
    [
      'a zip64 end that points nowhere',
      zipOf(TWO, null, { zip64: true, says: { offset: 2 ** 60 } }),
      /directory is not where its end says/,
    ],
    ['a count that is not so', zipOf(TWO, null, { says: { count: 3 } }), /directory is damaged/],
    ['a count that is too small', zipOf(TWO, null, { says: { count: 1 } }), /directory is damaged/],
    ['one of several parts', zipOf(TWO, null, { says: { disk: 1 } }), /in several parts.*Join the parts/],
    ['a member of another part', says({ disk: 2 }), /in several parts.*Join the parts/],
    ['a member behind a password', says({ flags: 1 }), /locked with a password \("a\.csv"\)\. Unpack it first/],
    ['a masked directory', says({ flags: 0x2000 }), /locked with a password/],
    ['an unknown method', says({ method: 93 }), /"a\.csv", method 93\)\. Unpack it first/],
    ['a name that leads out', named('regions/../../evil.csv'), /"regions\/\.\.\/\.\.\/evil\.csv".*not read/],
    ['a name that is ../evil.csv', named('../evil.csv'), /leads out of the archive/],
    ['an absolute name', named('/etc/evil.csv'), /leads out of the archive/],
    ['an absolute name of Windows', named('c:evil.csv'), /leads out of the archive/],
    ['a backslash', named('regions\\evil.csv'), /leads out of the archive/],
    ['a NUL in a name', named('evil.csv\u0000.txt'), /"evil\.csv\\u0000\.txt"/],
    ['an escape sequence in a name', named('\u001b[2Jevil.csv'), /"\\u001b\[2Jevil\.csv"/],
    ['a folder that leads out', zipOf([...TWO, { name: '../', bytes: Buffer.alloc(0) }], null), /leads out of the archive/],
    ['no name', named(''), /no name of a file/],
    ['a name twice', named('README.txt'), /two members named "README\.txt"/],
    ['members over one another', zipOf([...TWO, { name: 'b.csv', bytes: CSV, says: { offset: 0 } }], null), /lie over one another/],
    ['a member that runs into the directory', says({ packed: 5000 }), /lie over one another/],
    ['a member beyond the end', says({ offset: 1_000_000 }), /lie over one another/],
  ])('%s', async (_name, bytes, wanted) => {
    expect(await problemOf(bytes)).toMatch(wanted);
  });

  it('takes 2,000 entries and no more', async () => {
    const many = (count: number) =>
      zipOf(
        Array.from({ length: count }, (_, i) => ({ name: `${i}.csv`, bytes: Buffer.from('x') })),
        null,
      );
    expect(await problemOf(many(2000))).toBe('no problem');
    expect(await problemOf(many(2001))).toMatch(/lists 2001 entries; at most 2000 are read/);
  });

  it('does not take a directory of more than 4 MiB', async () => {
    const long = Array.from({ length: 70 }, (_, i) => ({ name: `${i}${'x'.repeat(65_000)}`, bytes: Buffer.from('x') }));
    expect(await problemOf(zipOf(long, null))).toMatch(/has a directory of \d+ bytes; at most 4194304 are read/);
  });

  it('is not fooled by a whole archive inside the half that is left', async () => {
    const inner = zipOf(TWO, deflateRawSync);
    const outer = zipOf(
      [
        { name: 'note.txt', bytes: README },
        { name: 'inner.zip', bytes: inner },
      ],
      null,
    );
    expect(await problemOf(outer.subarray(0, outer.indexOf(inner) + inner.length))).toMatch(/not a whole zip archive/);
  });

  it('is called by the name given', async () => {
    expect(await zipMembers(inMemory(Buffer.from('PK')), 'ads.zip')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^ads\.zip is not a whole/),
    });
  });
});

describe('a member whose size cannot be true', () => {
  const zeros = (size: number, says: ZipOfMember['says']) =>
    zipOf([...TWO, { name: 'big.csv', bytes: Buffer.alloc(size), says: says ?? {} }], deflateRawSync, { zip64: true });
  it.each<[string, Uint8Array, RegExp | null]>([
    ['is read where it is small and packs as well as zeros can', zeros(MB, {}), null],
    ['is left where it says 10 GB of zeros', zeros(MB, { size: 10 * GB }), /unpacks from \d+ bytes to 10737418240, which cannot be/],
    ['is left where deflate could not make it', zeros(MB, { size: 2 * MB }), /which cannot be/],
    [
      'is left where it is over 64 MiB and more than 200 times its packed size',
      zeros(70 * MB, {}),
      /to 73400320, which is more than is read/,
    ],
    [
      'is left where it is stored and two sizes are given',
      zipOf([...TWO, { name: 'big.csv', bytes: CSV, says: { size: 9 } }], null),
      /which cannot be/,
    ],
  ])('%s', async (_name, bytes, reason) => {
    const directory = await zipMembers(inMemory(bytes));
    const names = directory.ok ? directory.members.map((it) => it.name) : [];
    expect(names).toEqual([...TWO.map((it) => it.name), ...(reason === null ? ['big.csv'] : [])]);
    const skipped = directory.ok ? directory.skipped : [];
    expect(skipped).toEqual(reason === null ? [] : [{ name: 'big.csv', reason: expect.stringMatching(reason) }]);
  });

  it('is left where it says more than 8 GiB from as much as that needs', async () => {
    // No such file is made: the packed bytes are only said to lie in front of the directory, which stands far out.
    const whole = zipOf([{ name: 'a.csv', bytes: CSV, says: { size: 9 * GB, packed: GB } }], deflateRawSync, {
      zip64: true,
      says: { offset: 2 * GB },
    });
    const central = whole.indexOf('PK\u0001\u0002');
    const end64 = whole.indexOf('PK\u0006\u0006');
    whole.writeBigUInt64LE(BigInt(2 * GB + end64 - central), whole.indexOf('PK\u0006\u0007') + 8);
    const sparse: RandomAccess = {
      size: 2 * GB + whole.length - central,
      read: async (offset, length) => whole.slice(offset - 2 * GB + central, offset - 2 * GB + central + length),
      stream: () => allOfNothing(),
    };
    const directory = await zipMembers({
      ...sparse,
      read: async (offset, length) => (offset < 2 * GB ? pad(offset, length, sparse) : sparse.read(offset, length)),
    });
    expect(directory).toMatchObject({
      ok: true,
      members: [],
      skipped: [{ name: 'a.csv', reason: expect.stringMatching(/9663676416, which is more than is read/) }],
    });
  });
});

async function* allOfNothing(): AsyncGenerator<Uint8Array> {}

/** Zeros up to 2 GB, then what stands there. */
async function pad(offset: number, length: number, { read }: RandomAccess): Promise<Uint8Array> {
  const zeros = new Uint8Array(Math.min(length, 2 * GB - offset));
  return Buffer.concat([zeros, await read(2 * GB, length - zeros.length)]);
}

describe('a member that is not what the archive promises', () => {
  const LONG = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i) % 251));
  const one = (says: ZipOfMember['says'], bytes = LONG) => zipOf([{ name: 'a.csv', bytes, says: says ?? {} }], deflateRawSync);
  const flipped = (() => {
    const zip = zipOf([{ name: 'a.csv', bytes: LONG }], null);
    zip[100_000] = (zip[100_000] ?? 0) ^ 16;
    return zip;
  })();
  const broken = (() => {
    const zip = one({});
    zip.fill(0xff, 50, 80);
    return zip;
  })();
  const moved = (() => {
    const zip = one({});
    zip[0] = 0;
    return zip;
  })();
  const runsOver = (() => {
    const zip = one({});
    zip.writeUInt16LE(0xffff, 28);
    return zip;
  })();
  it.each<[string, Uint8Array, RegExp]>([
    ['one bit is another', flipped, /^a\.csv in The archive does not unpack to what the archive promises\. Download it again\.$/],
    ['the check sum is another', one({ crc: 1 }), /does not unpack to what the archive promises/],
    ['it gives more than it says', one({ size: 1000 }), /does not unpack to what the archive promises/],
    ['it gives less than it says', one({ size: 300_001 }), /does not unpack to what the archive promises/],
    ['its packed bytes end too early', one({ packed: 20 }, CSV), /its bytes are damaged/],
    ['its packed bytes are not deflated', broken, /its bytes are damaged|does not unpack/],
    ['its own header is not there', moved, /cannot be found/],
    ['its own header is longer than its room', runsOver, /runs into what follows it/],
  ])('%s', async (_name, bytes, wanted) => {
    const member = await only(bytes);
    let given = 0;
    const reading = (async () => {
      for await (const chunk of member.read()) given += chunk.length;
    })();
    await expect(reading).rejects.toBeInstanceOf(BadArchive);
    await expect(reading).rejects.toThrow(wanted);
    expect(given).toBeLessThanOrEqual(member.size);
  });

  it('is told from a store that fails, whose error goes through as it is', async () => {
    const zip = one({});
    const gone = new Error('the store is gone');
    const failing: RandomAccess = {
      ...inMemory(zip),
      stream: async function* (offset) {
        yield zip.subarray(offset, offset + 100);
        throw gone;
      },
    };
    const directory = await zipMembers(failing);
    await expect(allOf((directory.ok ? directory.members[0] : undefined)?.read() ?? allOfNothing())).rejects.toBe(gone);
  });

  it('is cut off where the file has become shorter since', async () => {
    const zip = one({});
    const shorter: RandomAccess = { ...inMemory(zip), stream: (offset, length) => inMemory(zip).stream(offset, length - 10) };
    const directory = await zipMembers(shorter);
    await expect(allOf((directory.ok ? directory.members[0] : undefined)?.read() ?? allOfNothing())).rejects.toThrow(/is cut off/);
  });
});

describe('unpacking', () => {
  it('takes no more of the archive than it needs for what is read', async () => {
    const zip = zipOf([{ name: 'zeros.csv', bytes: Buffer.alloc(60 * MB) }], (bytes) => deflateRawSync(bytes, { level: 1 }));
    let [taken, ended] = [0, false];
    const counting: RandomAccess = {
      ...inMemory(zip),
      stream: async function* (offset, length) {
        try {
          for await (const chunk of inMemory(zip).stream(offset, length)) {
            taken += chunk.length;
            yield chunk;
          }
        } finally {
          ended = true;
        }
      },
    };
    const directory = await zipMembers(counting);
    const [member] = directory.ok ? directory.members : [];
    for await (const chunk of member?.read() ?? allOfNothing()) {
      expect(chunk.length).toBeLessThanOrEqual(64 * 1024);
      break;
    }
    // Node itself holds 64 KiB of packed bytes. Had more run ahead, all of the quarter of a megabyte would be gone.
    expect(zip.length).toBeGreaterThan(250_000);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(128 * 1024);
    expect(ended).toBe(true);
  });

  it('gives the same whatever the pieces are', async () => {
    const zip = zipOf([{ name: 'a.csv', bytes: CSV }], deflateRawSync);
    for (const piece of [1, 2, 7, 64, 100_000]) expect(await allOf((await only(zip, piece)).read())).toEqual(CSV);
  });
});
