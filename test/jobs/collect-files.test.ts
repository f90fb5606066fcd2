/** A round of collection inside workerd, from the schedule to the import: the real R2, database and queue, and a network of our own. */

import { env } from 'cloudflare:workers';
import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { collectTools } from '../../src/jobs/collect-files.ts';
import { collectRound } from '../../src/jobs/daily.ts';
import { doJob } from '../../src/jobs/queue.ts';
import type { Tools } from '../../src/jobs/tools.ts';
import { Uploads } from '../../src/store/uploads.ts';
import { zipOf } from '../cli/zip-of.ts';
import { dump, emptyDatabase, type TestSite, testSite } from '../support/site.ts';
import { adRow, copyOf } from '../support/snapchat-copies.ts';

const NOW = '2026-11-01T12:00:00Z';
const SETTINGS = { COLLECT_SNAPCHAT_YEARS: '2025' };

type Answer = (request: Request) => Response;

/** Runs one round to its end, against a network that answers with this. */
async function round(site: TestSite, answer: Answer): Promise<void> {
  const fetcher = async (address: string, init?: RequestInit) => answer(new Request(address, init));
  const collector = collectTools(site.tools, new Uploads(env.BYTES), { fetcher, wait: async () => undefined });
  const tools: Tools = { ...site.tools, collecting: { collector, settings: SETTINGS } };
  await collectRound(tools);
  for (let message = site.messages.shift(); message; message = site.messages.shift()) await doJob(tools, message, 1);
}

const member = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

const archive = (rows: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipOf([member('PoliticalAds.csv', copyOf(rows)), member('readme.txt', 'About these files')], deflateRawSync));

const served =
  (bytes: Uint8Array<ArrayBuffer>, etag: string): Answer =>
  (request) => {
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
    const headers = {
      etag,
      'last-modified': 'Sat, 31 Oct 2026 08:00:00 GMT',
      'content-type': 'application/zip',
      'content-length': `${bytes.length}`,
    };
    return new Response(bytes, { headers });
  };

const attempts = async () => (await dump('collection')).map((text) => JSON.parse(text));

beforeEach(emptyDatabase);

describe('a round of collection', () => {
  it('fetches a yearly archive, takes its file in as of the day the library published it, and keeps no archive', async () => {
    const site = await testSite({ now: NOW });
    await round(site, served(archive([adRow(1), adRow(2, { BillingAddress: '1 Nowhere Lane' })]), '"one"'));
    expect(await attempts()).toMatchObject([{ collector: 'snapchat', key: '2025', outcome: 'collected', etag: '"one"' }]);
    const [file] = (await dump('source_file')).map((text) => JSON.parse(text));
    expect(file).toMatchObject({ library: 'snapchat', as_of: '2026-10-31', ads: 2, collected: 'snapchat' });
    expect(file.name).toMatch(/PoliticalAds\.csv$/);
    expect(await dump('ad')).toHaveLength(2);
    const kept = (await env.BYTES.list()).objects.map(({ key }) => key);
    expect(kept.filter((key) => key.startsWith('incoming/'))).toEqual([]);
    for (const key of kept) expect(await (await env.BYTES.get(key))?.text()).not.toContain('Nowhere');
  });

  it('asks for nothing twice that has not changed', async () => {
    const site = await testSite({ now: NOW });
    const answer = served(archive([adRow(1)]), '"one"');
    await round(site, answer);
    await round(site, answer);
    expect(await attempts()).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await dump('run')).toHaveLength(1);
  });

  it('puts a failure on record, keeps what is stored, and finds the next copy', async () => {
    const site = await testSite({ now: NOW });
    await round(site, served(archive([adRow(1)]), '"one"'));
    const before = await dump('ad');
    await round(site, () => new Response('<html>Sorry</html>', { headers: { 'content-type': 'text/html' } }));
    expect((await attempts())[0]).toMatchObject({ outcome: 'not-a-zip', etag: '"one"' });
    expect(await dump('ad')).toEqual(before);
    await round(site, served(archive([adRow(1), adRow(2)]), '"two"'));
    expect((await attempts())[0]).toMatchObject({ outcome: 'collected', etag: '"two"' });
    expect(await dump('ad')).toHaveLength(2);
  });

  it('does nothing where nothing is configured', async () => {
    const site = await testSite({ now: NOW });
    await collectRound(site.tools);
    expect(site.messages).toEqual([]);
    expect(await attempts()).toEqual([]);
  });
});
