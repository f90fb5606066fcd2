/** Which ad library a file comes from, by its first record: of the file it reads no more than that. */
import type { AdLibrary, FirstRecord } from './ad-libraries/contract.ts';
import { recognise } from './ad-libraries/index.ts';
import { describeUnknown } from './ad-libraries/sniff.ts';
import { GrowingBytes } from './bytes.ts';
import { MAX_RECORD_BYTES } from './csv.ts';
import { firstRecordOf } from './first-record.ts';

/** `reason` is whole sentences: what the file seems to be, and what to do. */
export type LibraryOf =
  | { readonly known: true; readonly library: AdLibrary; readonly first: FirstRecord }
  | { readonly known: false; readonly reason: string };

/** Enough of a file to say what it seems to be. */
const SNIFFED = 16 * 1024;

/** Takes the chunks of a file from its start, as many as it needs. Throws only what they throw. */
export async function libraryOf(chunks: AsyncIterable<Uint8Array>): Promise<LibraryOf> {
  const head = new GrowingBytes();
  let lookedAt = 0;
  for await (const chunk of chunks) {
    head.add(chunk, 0, chunk.length);
    // A long first record is looked at again when twice as much of it is there, so that the work stays in proportion.
    if (head.length < lookedAt * 2) continue;
    lookedAt = head.length;
    const found = lookAt(head.view(), false);
    if (found !== null) return found;
  }
  return lookAt(head.view(), true) ?? unknown(head.view());
}

/** `null` while more of the file may tell. */
function lookAt(head: Uint8Array, ended: boolean): LibraryOf | null {
  if (isArchive(head)) return unknown(head);
  const first = firstRecordOf(head, ended);
  const library = first === null ? null : recognise(first);
  if (library !== null && first !== null) return { known: true, library, first };
  // A header is whole; of a record of JSON more keys may come.
  return first?.form === 'csv' || head.length > MAX_RECORD_BYTES ? unknown(head) : null;
}

function unknown(head: Uint8Array): LibraryOf {
  return { known: false, reason: describeUnknown(head.slice(0, SNIFFED)) };
}

/** True where bytes begin like a zip archive (with members, without, or one part of several) or a gzip file. */
export function isArchive(head: Uint8Array): boolean {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return true;
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6) || (c === 7 && d === 8));
}
