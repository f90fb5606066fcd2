/**
 * Gets a notice for reading: a file of this machine, or a page of the public web within bounds (5 MB, 20 seconds, five redirects).
 * Addresses of private networks are refused at the moment of connecting, so a name that changes its answer cannot slip through.
 */
import { lookup } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { extname } from 'node:path';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPrivateAddress } from './private-address.ts';
import { reasonOf, Stop } from './terminal.ts';

/** A page as it came. */
export interface Page {
  /** As it was named on the command line. */
  readonly name: string;
  /** Where the bytes stood in the end, after redirects. */
  readonly url: string | null;
  readonly bytes: Uint8Array;
  /** The header as sent; for a file, from its ending. `null` where neither says. */
  readonly content_type: string | null;
}

export interface Limits {
  readonly bytes: number;
  readonly ms: number;
  readonly redirects: number;
  /** True for an address that must not be connected to. */
  readonly refused: (address: string) => boolean;
}

const LIMITS: Limits = { bytes: 5 * 1024 * 1024, ms: 20_000, redirects: 5, refused: isPrivateAddress };

const TYPES: Readonly<Record<string, string>> = {
  '.htm': 'text/html',
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.xhtml': 'application/xhtml+xml',
};

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** The type that a file's ending gives it, or `null`. */
export function typeOfFile(path: string): string | null {
  return TYPES[extname(path).toLowerCase()] ?? null;
}

/** Reads a file or fetches a page. Throws `Stop` with one sentence where that cannot be done. */
export async function getPage(name: string): Promise<Page> {
  if (isWebAddress(name)) return await fetchPage(name);
  const bytes = await readFile(name).catch((error: unknown) => {
    throw new Stop(`${name} cannot be read (${reasonOf(error)}).`);
  });
  return { name, url: null, bytes, content_type: typeOfFile(name) };
}

/** Fetches a page within the limits. Only http and https, on every hop. */
export async function fetchPage(name: string, limits: Limits = LIMITS): Promise<Page> {
  const until = AbortSignal.timeout(limits.ms);
  let url = URL.parse(name);
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new Stop(`${name} does not lead to a web page.`);
    const { href } = url;
    try {
      const answer: IncomingMessage = await ask(url, limits, until);
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400 && answer.headers.location) {
        answer.destroy();
        url = URL.parse(answer.headers.location, url);
        continue;
      }
      if (status !== 200) {
        answer.destroy();
        throw new Stop(`${href} answers with status ${status}. Save the page in a browser and read the file.`);
      }
      const bytes = await readBody(answer, limits.bytes, until);
      return { name, url: href, bytes, content_type: answer.headers['content-type'] ?? null };
    } catch (error) {
      if (error instanceof Stop) throw error;
      const why = until.aborted ? `it took longer than ${limits.ms / 1000} seconds` : reasonOf(error);
      throw new Stop(`${href} cannot be fetched (${why}).`);
    }
  }
  throw new Stop(`${name} redirects more than ${limits.redirects} times.`);
}

function ask(url: URL, limits: Limits, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (limits.refused(host)) return Promise.reject(new Error('its address is not on the public internet'));
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, {
    signal,
    agent: false,
    headers: {
      accept: 'text/html, application/xhtml+xml, text/plain;q=0.9',
      'accept-encoding': 'gzip',
      'user-agent': 'candour (reads privacy notices)',
    },
    // The socket connects to what this gives and to nothing else.
    lookup: (name, options, done) => {
      lookup(name, { ...options, all: true }, (error, addresses) => {
        if (error) return done(error, []);
        if (addresses.some((it) => limits.refused(it.address))) return done(new Error('its address is not on the public internet'), []);
        const [first] = addresses;
        return options.all || first === undefined ? done(null, addresses) : done(null, first.address, first.family);
      });
    },
  });
  request.on('response', resolve);
  request.on('error', reject);
  request.end();
  return promise;
}

async function readBody(answer: IncomingMessage, most: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = unpacked(answer);
  const stop = () => body.destroy(new Error('it took too long'));
  signal.addEventListener('abort', stop);
  try {
    for await (const chunk of body) {
      size += chunk.length;
      // Counted once unpacked: a small packed body can hold a very long page.
      if (size > most) throw new Error(`it is longer than ${most} bytes`);
      chunks.push(chunk);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    answer.destroy();
  }
  return Buffer.concat(chunks);
}

function unpacked(answer: IncomingMessage) {
  const packing = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (packing === 'identity' || packing === '') return answer;
  const unpack =
    packing === 'gzip' || packing === 'x-gzip' ? createGunzip() : packing === 'br' ? createBrotliDecompress() : createInflate();
  answer.on('error', (error) => unpack.destroy(error));
  return answer.pipe(unpack);
}
