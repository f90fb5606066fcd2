/**
 * The one redactor: blanks private addresses in a library file as it streams by, and notices access tokens. The command line runs it before
 * a file is sent and the Worker runs it again at intake, so it is deterministic, and running it twice changes nothing.
 */
import { GrowingBytes } from './bytes.ts';
import { MAX_RECORD_BYTES } from './csv.ts';
import { splitRecord } from './csv-record.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const EQUALS = 61;
const BOM = [0xef, 0xbb, 0xbf];
const TOKEN = new TextEncoder().encode('access_token=');
const NOTHING = new Uint8Array(0);

/** A header with both names is Snapchat's; the second is the column to blank. Its cells are postal addresses, some of private people. */
const AD_ID = 'adid';
const ADDRESS = 'billingaddress';

/**
 * Push the file's bytes in order, keep what comes back, and call `end` once. Only the bytes of `BillingAddress` cells (with their quotes) are
 * dropped; everything else is given back byte for byte, and any file that has no Snapchat header is given back whole.
 */
export class Redactor {
  readonly #token = new TokenFinder();
  /** The first record, until its end has come and it is known what the file is. */
  #header: HeaderFinder | null = new HeaderFinder();
  #blanker: ColumnBlanker | null = null;

  get removed(): { readonly billing_addresses: number } {
    return { billing_addresses: this.#blanker?.removed ?? 0 };
  }

  /** True once `access_token=` stood anywhere in the file. The caller refuses such a file. */
  get token_found(): boolean {
    return this.#token.found;
  }

  push(chunk: Uint8Array): Uint8Array {
    this.#token.push(chunk);
    if (this.#header === null) return this.#blanker?.push(chunk) ?? chunk;
    const first = this.#header.push(chunk);
    if (first === null) return NOTHING;
    return this.#afterHeader(first);
  }

  end(): Uint8Array {
    const rest = this.#header === null ? NOTHING : this.#afterHeader(this.#header.giveUp());
    return join(rest, this.#blanker?.end() ?? NOTHING);
  }

  #afterHeader(first: { readonly header: Uint8Array; readonly rest: Uint8Array }): Uint8Array {
    this.#header = null;
    const columns = addressColumns(first.header);
    if (columns.size > 0) this.#blanker = new ColumnBlanker(columns);
    return join(first.header, this.#blanker?.push(first.rest) ?? first.rest);
  }
}

/** Places of the address columns in a header; none where it is not Snapchat's. */
function addressColumns(header: Uint8Array): ReadonlySet<number> {
  const cells = splitRecord(recordOf(header), true);
  const names = typeof cells === 'string' ? [] : cells.map((cell) => cell.trim().toLowerCase());
  if (!names.includes(AD_ID)) return new Set();
  return new Set(names.flatMap((name, i) => (name === ADDRESS ? [i] : [])));
}

/** Without its BOM, the blank lines before it and its line end. */
function recordOf(bytes: Uint8Array): Uint8Array {
  let from = BOM.every((byte, i) => bytes[i] === byte) ? BOM.length : 0;
  let to = bytes.length;
  while (from < to && (bytes[from] === LF || bytes[from] === CR)) from += 1;
  while (to > from && (bytes[to - 1] === LF || bytes[to - 1] === CR)) to -= 1;
  return bytes.subarray(from, to);
}

/** Holds the first record that is not a blank line. A first record too long to be a header is given up. */
class HeaderFinder {
  readonly #held = new GrowingBytes();
  #quoted = false;
  #started = false;

  /** The bytes up to the end of the first record, and those after it; `null` while it has not ended. */
  push(chunk: Uint8Array): { readonly header: Uint8Array; readonly rest: Uint8Array } | null {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (byte === LF && this.#started && !this.#quoted) {
        this.#held.add(chunk, 0, i + 1);
        return { header: this.#held.view(), rest: chunk.subarray(i + 1) };
      }
      if (byte !== LF && byte !== CR) this.#started = true;
    }
    this.#held.add(chunk, 0, chunk.length);
    return this.#held.length > MAX_RECORD_BYTES ? this.giveUp() : null;
  }

  /** What is held is no header with rows under it. */
  giveUp(): { readonly header: Uint8Array; readonly rest: Uint8Array } {
    return { header: NOTHING, rest: this.#held.view() };
  }
}

/** Drops the bytes of some columns, cell by cell, holding at most one byte. Cells end where `CsvReader` ends them. */
class ColumnBlanker {
  removed = 0;
  readonly #columns: ReadonlySet<number>;
  #column = 0;
  #mode: 'start' | 'plain' | 'quoted' | 'quote-seen' = 'start';
  #blank: boolean;
  #heldCr = false;
  #counted = false;

  constructor(columns: ReadonlySet<number>) {
    this.#columns = columns;
    this.#blank = columns.has(0);
  }

  push(chunk: Uint8Array): Uint8Array {
    const out = new Uint8Array(chunk.length + 1);
    let length = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (this.#mode === 'quoted') {
        if (byte === QUOTE) this.#mode = 'quote-seen';
      } else if (byte === QUOTE) {
        if (this.#mode !== 'plain') this.#mode = 'quoted';
      } else if (byte === COMMA || byte === LF) {
        // A CR before the LF is the line end's; before anything else it is the cell's.
        if (this.#heldCr && byte === LF) out[length++] = CR;
        else if (this.#heldCr) this.#drop();
        this.#heldCr = false;
        out[length++] = byte;
        this.#nextCell(byte === COMMA ? this.#column + 1 : 0);
        continue;
      } else this.#mode = 'plain';
      if (!this.#blank) {
        out[length++] = byte;
        continue;
      }
      if (this.#heldCr) this.#drop();
      this.#heldCr = byte === CR && this.#mode === 'plain';
      if (!this.#heldCr) this.#drop();
    }
    return out.subarray(0, length);
  }

  end(): Uint8Array {
    return this.#heldCr ? Uint8Array.of(CR) : NOTHING;
  }

  #drop(): void {
    if (!this.#counted) this.removed += 1;
    this.#counted = true;
  }

  #nextCell(column: number): void {
    this.#column = column;
    this.#mode = 'start';
    this.#blank = this.#columns.has(column);
    this.#counted = false;
  }
}

/** Looks for the token's name, also across the edges of chunks: by its last sign, which is rare, and then backwards. */
class TokenFinder {
  found = false;
  /** The last bytes seen, one fewer than the name has. */
  #tail: Uint8Array = NOTHING;

  push(chunk: Uint8Array): void {
    if (this.found) return;
    const edge = join(this.#tail, chunk.subarray(0, TOKEN.length - 1));
    this.found = holdsToken(edge) || holdsToken(chunk);
    this.#tail = join(this.#tail, chunk.subarray(-TOKEN.length)).slice(1 - TOKEN.length);
  }
}

function holdsToken(bytes: Uint8Array): boolean {
  const last = TOKEN.length - 1;
  let at = bytes.indexOf(EQUALS, last);
  while (at !== -1) {
    if (TOKEN.every((byte, i) => bytes[at - last + i] === byte)) return true;
    at = bytes.indexOf(EQUALS, at + 1);
  }
  return false;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
