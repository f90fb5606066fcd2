import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadArchive, zipMembers } from '../../src/sources/zip.ts';
import { zipOf } from '../cli/zip-of.ts';
import { inMemory } from './archive-bytes.ts';

const TWO = [
  { name: 'README.txt', bytes: Buffer.from('Notes on an invented library.\n') },
  { name: 'regions/Invented County and Isles.csv', bytes: Buffer.from('Page ID,Page name\n1,Invented Page\n'.repeat(50)) },
];

describe('an archive with changed bytes', () => {
  const wholes = [
    zipOf(TWO, deflateRawSync),
    zipOf(TWO, null, { zip64: true }),
    zipOf(TWO, deflateRawSync, { descriptors: true, comment: 'c' }),
  ];
  const change = fc.oneof(
    fc.record({ do: fc.constant('set' as const), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
    fc.record({ do: fc.constant('insert' as const), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
    fc.record({ do: fc.constant('delete' as const), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
    fc.record({ do: fc.constant('truncate' as const), at: fc.nat(), bytes: fc.constant(new Uint8Array(0)) }),
    // In the headers, where it matters most: the directory and the end stand last.
    fc.record({
      do: fc.constant('set' as const),
      at: fc.nat(300).map((it) => -1 - it),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    }),
  );

  it('gives what it promises or a problem, reads nothing outside and gives no more than it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), fc.array(change, { minLength: 1, maxLength: 3 }), async (whole, changes) => {
        let bytes = new Uint8Array(whole);
        for (const it of changes) bytes = changed(bytes, it);
        const directory = await zipMembers(inMemory(bytes));
        if (!directory.ok) {
          expect(directory.problem).toMatch(/^The archive .*\.$/s);
          return;
        }
        for (const member of directory.members) {
          let given = 0;
          try {
            for await (const chunk of member.read()) given += chunk.length;
            expect(given).toBe(member.size);
          } catch (error) {
            expect(error).toBeInstanceOf(BadArchive);
          }
          expect(given).toBeLessThanOrEqual(member.size);
        }
      }),
      { seed: 20190215, numRuns: 1500 },
    );
  });
});

interface Change {
  readonly do: 'set' | 'insert' | 'delete' | 'truncate';
  readonly at: number;
  readonly bytes: Uint8Array;
}

function changed(whole: Uint8Array<ArrayBuffer>, { do: what, at, bytes }: Change): Uint8Array<ArrayBuffer> {
  const place = at < 0 ? Math.max(0, whole.length + at) : whole.length === 0 ? 0 : at % whole.length;
  const [before, after] = [whole.slice(0, place), whole.slice(place)];
  if (what === 'truncate') return before;
  const kept = what === 'insert' ? after : after.slice(bytes.length);
  return new Uint8Array(Buffer.concat(what === 'delete' ? [before, kept] : [before, bytes, kept]));
}
