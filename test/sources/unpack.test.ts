import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../src/sources/csv.ts';
import { type Unpacked, unpackArchive } from '../../src/sources/unpack.ts';
import { BadArchive } from '../../src/sources/zip.ts';
import { snapchatCsv } from '../cli/snapchat-rows.ts';
import { type ZipOfMember, type ZipOfOptions, zipOf } from '../cli/zip-of.ts';
import { allOf, inMemory } from './archive-bytes.ts';

const GD = new URL('../../../shared/data/adlibrary/meta_report/GD_2025-07-05-last_30_days.zip', import.meta.url);
const SNAPCHAT = Buffer.from(snapchatCsv([{ Interests: 'Invented Pastimes' }]));
const ADVERTISERS = Buffer.from(
  '\uFEFFPage ID,Page name,Disclaimer,Amount spent (GBP),Number of ads in Library\n1234567890,Invented Page,Invented Payer,≤100,2',
);
const REGION = Buffer.from('\uFEFFPage ID,Page name,Disclaimer,Amount spent (GBP)\n1234567890,Invented Page,Invented Payer,≤100');
const README = Buffer.from('This folder holds an invented report.\nIt is described here.\n');

function google(name: string): ZipOfMember {
  const file = new URL(`./ad-libraries/google/${name.replace('google-political-ads-', '')}`, import.meta.url);
  return { name, bytes: readFileSync(file) };
}

interface Taken {
  readonly name: string;
  readonly library: string;
  readonly bytes: Buffer;
}

async function unpack(zip: Uint8Array): Promise<Unpacked & { readonly files: readonly Taken[] }> {
  const files: Taken[] = [];
  const unpacked = await unpackArchive(inMemory(zip, 5000), async (member, library) => {
    files.push({ name: member.name, library: library.id, bytes: await allOf(member.read()) });
  });
  return { ...unpacked, files };
}

function rowsOf(bytes: Buffer): number {
  const reader = new CsvReader();
  return [...reader.push(bytes), ...reader.end()].length - 1;
}

function zip(members: readonly ZipOfMember[], options: ZipOfOptions = {}): Buffer {
  return zipOf(members, deflateRawSync, options);
}

describe('the archive of a library', () => {
  it('is Snapchat’s, with its note', async () => {
    const { taken, skipped, files } = await unpack(
      zip([
        { name: 'readme.txt', bytes: README },
        { name: 'PoliticalAds.csv', bytes: SNAPCHAT },
      ]),
    );
    expect(taken).toEqual(['PoliticalAds.csv']);
    expect(files).toEqual([{ name: 'PoliticalAds.csv', library: 'snapchat', bytes: SNAPCHAT }]);
    expect(skipped).toEqual([
      { name: 'readme.txt', reason: 'It is the note that comes with the files, and holds no rows.', ordinary: true },
    ]);
  });

  it('is a Meta report of nine members in two depths, with names that hold spaces', async () => {
    const regions = ['Carrow', 'Inner Lantern Coast', 'Saint Example', 'Unknown', 'Île d’Exemple', 'Upper Vale', 'Lower Vale'];
    const stem = 'FacebookAdLibraryReport_2025-07-04_GB_last_30_days';
    const members = [
      { name: `${stem}_locations.csv`, bytes: Buffer.from('\uFEFFLocation name,Amount spent (GBP)\nCarrow,500') },
      { name: `${stem}_advertisers.csv`, bytes: ADVERTISERS },
      { name: 'README.txt', bytes: README },
      { name: 'regions/', bytes: Buffer.alloc(0) },
      ...regions.map((region) => ({ name: `regions/${stem}_${region}.csv`, bytes: REGION })),
    ];
    const { taken, skipped, files } = await unpack(zip(members));
    expect(taken).toEqual(members.map((it) => it.name).filter((name) => name.endsWith('.csv')));
    expect(new Set(files.map((it) => it.library))).toEqual(new Set(['meta-report']));
    expect(skipped).toEqual([{ name: 'README.txt', reason: expect.any(String), ordinary: true }]);
  });

  it('is Google’s bundle with its tables and the file of changed ids', async () => {
    const tables = ['advertiser-stats', 'advertiser-weekly-spend', 'geo-spend', 'top-keywords-history', 'campaign-targeting'];
    const members = [
      ...tables.map((table) => google(`google-political-ads-${table}.csv`)),
      google('advertiser_id_mapping.csv'),
      { name: 'README.txt', bytes: README },
    ];
    const { taken, skipped, files } = await unpack(zip(members, { descriptors: true, zip64: true }));
    expect(taken).toEqual(members.slice(0, 6).map((it) => it.name));
    expect(new Set(files.map((it) => it.library))).toEqual(new Set(['google']));
    expect(files.map((it) => it.bytes)).toEqual(members.slice(0, 6).map((it) => it.bytes));
    expect(skipped.map((it) => it.name)).toEqual(['README.txt']);
  });

  it.skipIf(!existsSync(GD))('is the shared real report of Grenada: nine members with 167 rows, and its note', async () => {
    const { taken, skipped, files } = await unpack(readFileSync(GD));
    expect(taken).toHaveLength(9);
    expect(taken).toContain('regions/FacebookAdLibraryReport_2025-07-04_GD_last_30_days_Saint George Parish.csv');
    expect(new Set(files.map((it) => it.library))).toEqual(new Set(['meta-report']));
    expect(files.reduce((sum, it) => sum + rowsOf(it.bytes), 0)).toBe(167);
    expect(skipped).toEqual([{ name: 'README.txt', reason: expect.any(String), ordinary: true }]);
  });
});

describe('a member that is not taken is named with the reason', () => {
  const good = { name: 'PoliticalAds.csv', bytes: SNAPCHAT };
  it.each<[string, ZipOfMember, RegExp, boolean]>([
    ['an archive in the archive', { name: 'regions.zip', bytes: zip([good]) }, /archive inside an archive/, false],
    ['an archive under the name of a table', { name: 'regions.csv', bytes: zip([good]) }, /archive inside an archive/, false],
    ['an empty archive', { name: 'empty.zip', bytes: zip([]) }, /archive|zip/, false],
    ['a packed file', { name: 'PoliticalAds.csv.gz', bytes: gzipSync(SNAPCHAT) }, /archive inside an archive/, false],
    [
      'a table of something else',
      { name: 'sums.csv', bytes: Buffer.from('week,spend\n1,20\n') },
      /CSV of 2 columns that begin week, spend/,
      false,
    ],
    ['an empty file', { name: 'PoliticalAds2.csv', bytes: Buffer.alloc(0) }, /is empty/, false],
    [
      '10 GB of zeros that the directory declares',
      { name: 'zeros.csv', bytes: Buffer.alloc(1000), says: { size: 10 * 1024 ** 3 } },
      /10737418240, which cannot be/,
      false,
    ],
    [
      'what macOS adds',
      { name: '__MACOSX/._PoliticalAds.csv', bytes: Buffer.from([0, 5, 22, 7, 0, 2]) },
      /computer that made the archive/,
      true,
    ],
  ])('%s', async (_name, member, reason, ordinary) => {
    const { taken, skipped } = await unpack(zip([member, good], { zip64: true }));
    expect(taken).toEqual(['PoliticalAds.csv']);
    expect(skipped).toEqual([{ name: member.name, reason: expect.stringMatching(reason), ordinary }]);
  });

  it('never opens an archive in the archive', async () => {
    const { files } = await unpack(zip([{ name: 'inner.zip', bytes: zip([good]) }]));
    expect(files).toEqual([]);
  });
});

describe('an archive that cannot be believed', () => {
  const good = zip([{ name: 'PoliticalAds.csv', bytes: SNAPCHAT }]);
  const flipped = zipOf([{ name: 'PoliticalAds.csv', bytes: SNAPCHAT }], null);
  const last = flipped.indexOf('Invented Pastimes');
  flipped[last] = (flipped[last] ?? 0) ^ 1;
  it.each<[string, Uint8Array, RegExp]>([
    [
      'half of it is missing',
      good.subarray(0, good.length >> 1),
      /^The archive is not a whole zip archive: its end is missing\. Download it again\.$/,
    ],
    ['one bit is another', flipped, /PoliticalAds\.csv in The archive does not unpack to what the archive promises/],
    [
      'a member gives more than it says',
      zip([{ name: 'PoliticalAds.csv', bytes: SNAPCHAT, says: { size: 30 } }]),
      /does not unpack to what the archive promises/,
    ],
    [
      'a member is ../evil.csv',
      zip([
        { name: 'PoliticalAds.csv', bytes: SNAPCHAT },
        { name: '../evil.csv', bytes: SNAPCHAT },
      ]),
      /"\.\.\/evil\.csv"/,
    ],
    ['a member has an absolute name', zip([{ name: '/evil.csv', bytes: SNAPCHAT }]), /"\/evil\.csv"/],
  ])('is refused where %s', async (_name, bytes, wanted) => {
    const unpacking = unpack(bytes);
    await expect(unpacking).rejects.toBeInstanceOf(BadArchive);
    await expect(unpacking).rejects.toThrow(wanted);
  });

  it('lets what the taker throws through as it is', async () => {
    const gone = new Error('the store is gone');
    await expect(unpackArchive(inMemory(good), () => Promise.reject(gone))).rejects.toBe(gone);
  });

  it('gives no member to be taken where a name leads out', async () => {
    const bytes = zip([
      { name: 'PoliticalAds.csv', bytes: SNAPCHAT },
      { name: '..', bytes: SNAPCHAT },
    ]);
    const given: string[] = [];
    await expect(unpackArchive(inMemory(bytes), async ({ name }) => void given.push(name))).rejects.toBeInstanceOf(BadArchive);
    expect(given).toEqual([]);
  });

  it('never throws anything but BadArchive on changed bytes, and gives no more of a member than it says', async () => {
    const members = [
      { name: 'README.txt', bytes: README },
      { name: 'PoliticalAds.csv', bytes: SNAPCHAT },
      { name: 'regions/a b.csv', bytes: REGION },
    ];
    const wholes = [zip(members), zip(members, { zip64: true, descriptors: true }), zipOf(members, null)];
    const sets = fc.array(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 4 });
    const splice = fc.record({ from: fc.nat(), length: fc.nat(60), to: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), sets, fc.option(splice), async (whole, changes, moved) => {
        let bytes = Buffer.from(whole);
        if (moved !== null) {
          const piece = bytes.subarray(moved.from % bytes.length).subarray(0, moved.length);
          const to = moved.to % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
        }
        for (const [at, value] of changes) bytes.set(value.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
        try {
          await unpackArchive(inMemory(bytes, 333), async (member) => {
            let given = 0;
            for await (const chunk of member.read()) {
              given += chunk.length;
              if (given > member.size) throw new Error(`${member.name} gave ${given} of ${member.size}`);
            }
            if (given !== member.size) throw new Error(`${member.name} gave ${given} of ${member.size}`);
          });
        } catch (error) {
          expect(error).toBeInstanceOf(BadArchive);
        }
      }),
      { seed: 20190215, numRuns: 800 },
    );
  });
});
