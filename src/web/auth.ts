/** Who may write. Tokens are compared as digests, in constant time; what was wrong is never said more exactly than needed. */
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';
import { Refusal } from './problem.ts';

/** Throws a 401 or 403 unless the request carries the owner's token. */
export async function requireOwner(c: Context<AppEnv>): Promise<void> {
  const expected = c.env.OWNER_TOKEN_SHA256;
  if (!/^[0-9a-f]{64}$/.test(expected)) {
    throw new Refusal(403, 'Writing is switched off', 'This site has no owner token, so nothing can be written. Set OWNER_TOKEN_SHA256.');
  }
  const header = c.req.header('authorization') ?? '';
  const [scheme = '', token = ''] = header.split(' ');
  if (scheme.toLowerCase() !== 'bearer' || token === '') {
    throw new Refusal(401, 'A token is needed', 'Send it as "Authorization: Bearer …". The command line finds it in CANDOUR_TOKEN.');
  }
  const given = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  if (!crypto.subtle.timingSafeEqual(given, bytesOf(expected))) {
    throw new Refusal(401, 'The token is not known', 'The token sent is not one of this site.');
  }
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
