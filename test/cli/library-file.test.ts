import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type LibraryFile, libraryFiles, libraryOf, prepare } from '../../src/cli/library-file.ts';
import { folder } from './candour.ts';
import { snapchatCsv } from './snapchat-rows.ts';
import { zipOf } from './zip-of.ts';

const LINK = 'https://media.example.test/?';
const PRINTED = Buffer.from(snapchatCsv([{ BillingAddress: '1 Invented Row, Nowhere' }, { CreativeUrl: `${LINK}access_token=abc` }]));
const SENT = Buffer.from(snapchatCsv([{}, { CreativeUrl: `${LINK}access_token_removed` }]));

async function only(path: string): Promise<LibraryFile> {
  const { files } = await libraryFiles(path);
  const [file, second] = files;
  if (file === undefined || second !== undefined) throw new Error(`${files.length} files`);
  return file;
}

async function sentBytes(bytes: ReadableStream<Uint8Array> | Uint8Array): Promise<Buffer> {
  return Buffer.from(await new Response(bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes).arrayBuffer());
}

describe('a library file made ready to send', () => {
  it.each<[string, string, Buffer]>([
    ['plain', 'ads.csv', PRINTED],
    ['gzipped', 'ads.csv.gz', gzipSync(PRINTED)],
    ['a member of a zip', 'ads.zip', zipOf([{ name: 'ads.csv', bytes: PRINTED }], deflateRawSync)],
  ])('has the length and the SHA-256 of the bytes that are sent: %s', async (_name, name, bytes) => {
    await using dir = await folder();
    await dir.write(name, bytes);
    const { upload, sha256, removed } = await prepare(await only(join(dir.path, name)));
    expect(await sentBytes(upload.bytes)).toEqual(SENT);
    expect({ sha256, length: upload.length, removed }).toEqual({
      sha256: createHash('sha256').update(SENT).digest('hex'),
      length: SENT.length,
      removed: { billing_addresses: 1, promoter_addresses: 0, public_ids: 0, texts: 0, tokens: 1 },
    });
  });

  it('is told by its content, whatever its name says', async () => {
    await using dir = await folder();
    for (const [name, bytes] of [
      ['ads.txt', PRINTED],
      ['note.csv', Buffer.from('a note')],
      ['none.csv', Buffer.alloc(0)],
    ] as const)
      await dir.write(name, bytes);
    const libraries = ['ads.txt', 'note.csv', 'none.csv'].map(
      async (name) => (await libraryOf(await only(join(dir.path, name))))?.id ?? null,
    );
    expect(await Promise.all(libraries)).toEqual(['snapchat', null, null]);
  });

  it.each<[string, string, RegExp]>([
    ['is not there', 'gone.csv', /gone\.csv cannot be read \(/],
    ['is a folder', '.', /is a folder\. Give the files in it\./],
  ])('is asked for again where it %s', async (_name, name, wanted) => {
    await using dir = await folder();
    await expect(libraryFiles(join(dir.path, name))).rejects.toThrow(wanted);
  });
});
