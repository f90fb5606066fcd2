import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchPage, type Limits } from '../../src/cli/page.ts';
import { isPrivateAddress } from '../../src/cli/private-address.ts';

const OPEN: Limits = { bytes: 1000, ms: 5000, redirects: 2, refused: () => false };

async function serving<T>(answer: RequestListener, then: (base: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await then(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('fetching a page', () => {
  it('follows redirects, unpacks, and keeps the type and the last address', async () => {
    const page = await serving(
      (request, response) => {
        if (request.url === '/') response.writeHead(302, { location: '/privacy' }).end();
        else
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(gzipSync('<p>Hello</p>'));
      },
      async (base) => ({ base, ...(await fetchPage(`${base}/`, OPEN)) }),
    );
    expect(Buffer.from(page.bytes).toString()).toBe('<p>Hello</p>');
    expect(page.url).toBe(`${page.base}/privacy`);
    expect(page.content_type).toBe('text/html; charset=utf-8');
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      'a page longer than the limit once unpacked',
      (_, it) => it.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(5000))),
      /longer than 1000 bytes/,
    ],
    ['a page that redirects for ever', (_, it) => it.writeHead(302, { location: '/again' }).end(), /redirects more than 2 times/],
    [
      'a redirect to something that is no web page',
      (_, it) => it.writeHead(302, { location: 'file:///etc/hostname' }).end(),
      /does not lead to a web page/,
    ],
    ['a page that is not there', (_, it) => it.writeHead(404).end(), /answers with status 404/],
  ])('refuses %s', async (_, answer, sentence) => {
    await expect(serving(answer, (base) => fetchPage(`${base}/`, OPEN))).rejects.toThrow(sentence);
  });

  it('gives up on a page that never ends', async () => {
    const slow = serving(
      (_, response) => {
        response.writeHead(200).write('x');
      },
      (base) => fetchPage(`${base}/`, { ...OPEN, ms: 200 }),
    );
    await expect(slow).rejects.toThrow(/took longer than 0.2 seconds/);
  });

  it('refuses a redirect into a private network', async () => {
    const limits = { ...OPEN, refused: (address: string) => address === '10.1.2.3' };
    const led = serving(
      (_, response) => response.writeHead(302, { location: 'http://10.1.2.3/' }).end(),
      (base) => fetchPage(`${base}/`, limits),
    );
    await expect(led).rejects.toThrow(/not on the public internet/);
  });
});

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    'LOCALHOST.',
    'a.localhost',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:2800:21f:cb07::1', 'example.org'])('%s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});
