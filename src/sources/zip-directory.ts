/**
 * The directory at the end of a zip archive, and whether it can be believed: what it says of its members is checked before one is opened.
 * zip64 too. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3)
 */
import { mostUnpacked } from './gzip.ts';
import type { RandomAccess } from './random-access.ts';
import { AGAIN, findEnd, HALF, longOf, viewOf } from './zip-end.ts';

/** What the directory says of one file. */
export interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins, and where the next thing in the archive does. */
  readonly offset: number;
  readonly limit: number;
  /** Why it is not opened, or `null`. */
  readonly refused: string | null;
}

/** Sentences that say what was found and what to do, without the archive's name in front: `is not a whole zip archive: ...`. */
export type EntriesOrProblem =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly problem: string };

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly disk: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** Bytes of its header in front of its data, at least. */
  readonly header: number;
}

const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
export const LOCAL_LENGTH = 30;
/** A field that holds this says "look in the zip64 field". */
const IN_ZIP64 = 0xffffffff;
const DISK_IN_ZIP64 = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** More than deflate can make of one byte (1,032). */
const IMPOSSIBLE_RATIO = 1100;

/** The files of the archive in the order of its directory, folders left out. */
export async function readDirectory(file: RandomAccess): Promise<EntriesOrProblem> {
  const end = await findEnd(file);
  if (typeof end === 'string') return { ok: false, problem: end };
  const bytes = end.length === 0 ? new Uint8Array(0) : await file.read(end.offset, end.length);
  if (bytes.length < end.length) return { ok: false, problem: `${HALF}: its directory is cut off. ${AGAIN}` };
  const listed = readEntries(bytes, end.count);
  const problem = typeof listed === 'string' ? listed : wrongIn(listed);
  if (typeof listed === 'string' || problem !== null) return { ok: false, problem: problem ?? '' };
  const entries = placed(listed, end.offset);
  return typeof entries === 'string' ? { ok: false, problem: entries } : { ok: true, entries };
}

function readEntries(bytes: Uint8Array, count: number): readonly Listed[] | string {
  const view = viewOf(bytes);
  const damaged = `${HALF}: its directory is damaged. ${AGAIN}`;
  const listed: Listed[] = [];
  let at = 0;
  while (listed.length < count) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return damaged;
    const name = at + CENTRAL_LENGTH;
    const extra = name + view.getUint16(at + 28, true);
    const comment = extra + view.getUint16(at + 30, true);
    const next = comment + view.getUint16(at + 32, true);
    if (next > bytes.length) return damaged;
    const [size, packed, offset] = longFields(viewOf(bytes.subarray(extra, comment)), [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    listed.push({
      name: nameOf(bytes.subarray(name, extra)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      disk: view.getUint16(at + 34, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
      header: LOCAL_LENGTH + (extra - name),
    });
    at = next;
  }
  return at === bytes.length ? listed : damaged;
}

/** The first thing for which the whole archive is refused, or `null`. */
function wrongIn(listed: readonly Listed[]): string | null {
  const names = new Set<string>();
  for (const { name, flags, method, disk } of listed) {
    const shown = JSON.stringify(name.slice(0, 200));
    if (name === '' || unsafe(name)) {
      return `has a member named ${shown}, a name that no library gives: it leads out of the archive or is no name of a file. It is not read.`;
    }
    if (names.has(name)) return `has two members named ${shown}, so that it is not known which one counts. It is not read.`;
    names.add(name);
    if (disk !== 0 && disk !== DISK_IN_ZIP64) return 'is one part of an archive in several parts, which are not read. Join the parts.';
    if (name.endsWith('/')) continue;
    // Bit 0: packed with a password. Bit 13: the directory itself is masked.
    if ((flags & 0x2001) !== 0) return `has a member that is locked with a password (${shown}). Unpack it first.`;
    if (method !== STORED && method !== DEFLATED) {
      return `has a member that is packed in a way that is not read (${shown}, method ${method}). Unpack it first.`;
    }
  }
  return null;
}

/** A name that leads out of its folder, or that no file should have. */
function unsafe(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(name)) return true;
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
}

/** Where each member ends: no two may share a byte, or a small archive would unpack to a large one over and over. */
function placed(listed: readonly Listed[], directory: number): readonly ZipEntry[] | string {
  const inPlace = [...listed].sort((a, b) => a.offset - b.offset);
  const limits = new Map(inPlace.map((it, i) => [it, inPlace[i + 1]?.offset ?? directory]));
  const entries: ZipEntry[] = [];
  for (const it of listed) {
    const limit = limits.get(it) ?? directory;
    if (it.offset + it.header + it.packed > limit) {
      return `has members that lie over one another (${JSON.stringify(it.name.slice(0, 200))}). It is not read. ${AGAIN}`;
    }
    const { name, crc, packed, size, offset } = it;
    if (!name.endsWith('/'))
      entries.push({ name, deflated: it.method === DEFLATED, crc, packed, size, offset, limit, refused: refusal(it) });
  }
  return entries;
}

function refusal({ method, packed, size }: Listed): string | null {
  const says = `It says that it unpacks from ${packed} bytes to ${size}`;
  if (method === STORED ? size !== packed : size > packed * IMPOSSIBLE_RATIO)
    return `${says}, which cannot be. Download the archive again.`;
  return size > mostUnpacked(packed) ? `${says}, which is more than is read. Unpack it and look.` : null;
}

/** Fills in the sizes and the offset that the zip64 field (id 1) holds, in its fixed order. */
function longFields(extra: DataView, fields: readonly [number, number, number]): readonly [number, number, number] {
  const filled: [number, number, number] = [...fields];
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    for (const index of [0, 1, 2] as const) {
      if (filled[index] !== IN_ZIP64 || from + 8 > extra.byteLength) continue;
      filled[index] = longOf(extra, from);
      from += 8;
    }
  }
  return filled;
}

/** UTF-8, whatever the flag says; another encoding byte by byte, so that two names never become one. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
