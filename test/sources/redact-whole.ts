/** Redacts the bytes of a whole file for a test, in chunks of given sizes. */
import { Redactor, type RedactorOptions, type Removed } from '../../src/sources/redact.ts';

export interface Redacted {
  readonly bytes: Uint8Array;
  readonly removed: Removed;
  readonly token: boolean;
}

export const NOTHING_REMOVED: Removed = { billing_addresses: 0, promoter_addresses: 0, public_ids: 0, texts: 0, tokens: 0 };

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export function redact(bytes: Uint8Array, sizes: readonly number[] = [], options: RedactorOptions = {}): Redacted {
  const redactor = new Redactor(options);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % Math.max(1, sizes.length)] ?? bytes.length;
    // A copy that is spoilt afterwards: the redactor may not keep a view of what it was given.
    const chunk = bytes.slice(at, at + size);
    parts.push(redactor.push(chunk).slice());
    chunk.fill(0x22);
    at += size;
  }
  parts.push(redactor.end());
  return { bytes: new Uint8Array(Buffer.concat(parts)), removed: redactor.removed, token: redactor.token_found };
}
