/** What an answer says of the file it comes from: which version it is, how long it is, and which bytes these are. */
import { announced } from './http.ts';
import { FetchProblem } from './problem.ts';

/** A version of a file, by the server's own marks. */
export interface Version {
  readonly etag: string | null;
  readonly last_modified: string | null;
  /** Bytes of the whole file; `null` where the server does not say. */
  readonly size: number | null;
}

/** The version, and where in the file the body begins. */
export interface FileAnswer {
  readonly version: Version;
  readonly from: number;
}

/** `status` is 200 or 206. Throws `FetchProblem` where a part of the file does not say which part it is. */
export function fileAnswer(status: number, headers: Headers): FileAnswer {
  const marks = { etag: headers.get('etag'), last_modified: headers.get('last-modified') };
  if (status === 200) return { version: { ...marks, size: announced(headers) }, from: 0 };
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '');
  if (!range) throw new FetchProblem('cut', 'The server gave a part of the file without saying which.');
  return { version: { ...marks, size: Number(range[3]) }, from: Number(range[1]) };
}

/** The mark by which a later part can be asked of the same version; a weak tag cannot, by RFC 9110, 13.1.5. `null`: there is none. */
export function rangeMark(version: Pick<Version, 'etag' | 'last_modified'>): string | null {
  if (version.etag !== null && !version.etag.startsWith('W/')) return version.etag;
  return version.last_modified;
}

/** False when the marks of two answers show different versions. */
export function sameVersion(a: Version, b: Version): boolean {
  if (a.etag !== b.etag || a.last_modified !== b.last_modified) return false;
  return a.size === null || b.size === null || a.size === b.size;
}

const ZIP = [0x50, 0x4b];
const LOCAL_FILE = [0x50, 0x4b, 0x03, 0x04];
const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06];
/** The end of a zip's directory, without a comment. */
export const ZIP_END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** Why the first bytes of a file are not those of a zip; `null` when they are. */
export function notAZip(head: Uint8Array, contentType: string | null): string | null {
  if (starts(head, 0, LOCAL_FILE) || starts(head, 0, END_OF_DIRECTORY)) return null;
  if (/^text\/html\b/i.test(contentType ?? '') || starts(head, 0, [0x3c])) return 'The server gave a web page instead of the zip.';
  return starts(head, 0, ZIP) ? 'The file begins like a zip and is none.' : 'The server gave a file that is not a zip.';
}

/** True when the last bytes of a file end a zip. */
export function endsLikeZip(tail: Uint8Array): boolean {
  for (let at = tail.length - ZIP_END_BYTES; at >= Math.max(0, tail.length - ZIP_END_BYTES - LONGEST_COMMENT); at--) {
    if (!starts(tail, at, END_OF_DIRECTORY)) continue;
    const comment = (tail[at + 20] ?? 0) + (tail[at + 21] ?? 0) * 256;
    if (at + ZIP_END_BYTES + comment === tail.length) return true;
  }
  return false;
}

/** The last bytes of what was and what follows it: all that the end of a zip with its comment can take. */
export function tailOf(before: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const most = ZIP_END_BYTES + LONGEST_COMMENT;
  const end = bytes.subarray(-most);
  const kept = before.subarray(Math.max(0, before.length + end.length - most));
  const all = new Uint8Array(kept.length + end.length);
  all.set(kept);
  all.set(end, kept.length);
  return all;
}

function starts(bytes: Uint8Array, at: number, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte);
}
