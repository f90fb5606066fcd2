/** Redacts a CSV as it streams by: finds the header, then looks after the cells of its columns that can hold private addresses. */
import { GrowingBytes } from './bytes.ts';
import { MAX_RECORD_BYTES } from './csv.ts';
import { splitRecord } from './csv-record.ts';
import { type CellKind, cellKinds, DROPPED, keptCell } from './redact-cells.ts';
import { joined } from './redact-token.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const BOM = [0xef, 0xbb, 0xbf];
const NOTHING = new Uint8Array(0);
/** A longer cell is no imprint and no list of ids: it is dropped, so that none is ever held whole. */
const LONGEST_CELL = 64 * 1024;

/** Gives a file without such a header back byte for byte. */
export class CsvRedactor {
  readonly #count: (kind: CellKind) => void;
  /** The first record, until its end has come and it is known what the file is. */
  #header: HeaderFinder | null = new HeaderFinder();
  #cells: CellRedactor | null = null;

  constructor(count: (kind: CellKind) => void) {
    this.#count = count;
  }

  push(chunk: Uint8Array): Uint8Array {
    if (this.#header === null) return this.#cells?.push(chunk) ?? chunk;
    const first = this.#header.push(chunk);
    return first === null ? NOTHING : this.#afterHeader(first);
  }

  end(): Uint8Array {
    const rest = this.#header === null ? NOTHING : this.#afterHeader(this.#header.giveUp());
    return joined([rest, this.#cells?.end() ?? NOTHING]);
  }

  #afterHeader(first: { readonly header: Uint8Array; readonly rest: Uint8Array }): Uint8Array {
    this.#header = null;
    const names = splitRecord(recordOf(first.header), true);
    const kinds = cellKinds(typeof names === 'string' ? [] : names);
    if (kinds.size > 0) this.#cells = new CellRedactor(kinds, this.#count);
    return joined([first.header, this.#cells?.push(first.rest) ?? first.rest]);
  }
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

/** Drops or edits the cells of some columns, one after another. Cells end where `CsvReader` ends them. */
class CellRedactor {
  readonly #kinds: ReadonlyMap<number, CellKind>;
  readonly #count: (kind: CellKind) => void;
  #column = 0;
  #mode: 'start' | 'plain' | 'quoted' | 'quote-seen' = 'start';
  /** What the cell at hand is looked after as; `null` for any other column. */
  #kind: CellKind | null;
  /** Its bytes in earlier chunks, as far as they are kept, and how many there were. */
  readonly #held = new GrowingBytes();
  #length = 0;
  #endsInCr = false;

  constructor(kinds: ReadonlyMap<number, CellKind>, count: (kind: CellKind) => void) {
    this.#kinds = kinds;
    this.#count = count;
    this.#kind = kinds.get(0) ?? null;
  }

  push(chunk: Uint8Array): Uint8Array {
    const out: Uint8Array[] = [];
    // From `from` on the bytes are passed on as they are; `cell` is where the cell at hand begins.
    let from = 0;
    let cell = 0;
    let mode = this.#mode;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (mode === 'quoted') {
        if (byte === QUOTE) mode = 'quote-seen';
      } else if (byte === QUOTE) {
        if (mode !== 'plain') mode = 'quoted';
      } else if (byte === COMMA || byte === LF) {
        if (this.#kind !== null && i - cell + this.#length > 0) {
          // A CR before the LF is the line end's; before anything else it is the cell's.
          const isLineEnd = byte === LF && mode === 'plain' && (i > cell ? chunk[i - 1] === CR : this.#endsInCr);
          const end = isLineEnd && i > cell ? i - 1 : i;
          const kept = this.#kept(this.#kind, chunk.subarray(cell, end), isLineEnd && i === cell);
          if (kept !== null) {
            out.push(chunk.subarray(from, cell), kept);
            from = end;
          }
        }
        this.#column = byte === COMMA ? this.#column + 1 : 0;
        this.#kind = this.#kinds.get(this.#column) ?? null;
        mode = 'start';
        cell = i + 1;
      } else mode = 'plain';
    }
    this.#mode = mode;
    if (this.#kind === null) out.push(chunk.subarray(from));
    else {
      out.push(chunk.subarray(from, cell));
      this.#hold(this.#kind, chunk.subarray(cell));
    }
    const [only] = out;
    return out.length === 1 && only !== undefined ? only : joined(out);
  }

  end(): Uint8Array {
    if (this.#kind === null || this.#length === 0) return NOTHING;
    return this.#kept(this.#kind, NOTHING, this.#endsInCr) ?? NOTHING;
  }

  /** Of a cell that goes unread, or is too long, nothing is held. */
  #hold(kind: CellKind, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    this.#endsInCr = bytes.at(-1) === CR && this.#mode === 'plain';
    // One byte over the limit may yet prove to be the CR of the line end.
    if (DROPPED.has(kind) || this.#length > LONGEST_CELL + 1) this.#held.clear();
    else this.#held.add(bytes, 0, bytes.length);
  }

  /**
   * What stands in the place of the cell, whose last bytes are these; `null` where they may be passed on as they are. `cr`: the last
   * byte that was held is the line end's, and comes after the cell.
   */
  #kept(kind: CellKind, bytes: Uint8Array, cr: boolean): Uint8Array | null {
    const length = this.#length + bytes.length - (cr ? 1 : 0);
    const wasHeld = this.#length > 0;
    const isRead = !DROPPED.has(kind) && length <= LONGEST_CELL;
    let kept: Uint8Array = NOTHING;
    let isSame = length === 0;
    if (isRead && length > 0) {
      const cell = wasHeld ? joined([this.#held.view(), bytes]).subarray(0, length) : bytes;
      kept = keptCell(kind, cell);
      isSame = kept === cell;
    }
    if (!isSame) this.#count(kind);
    this.#length = 0;
    this.#endsInCr = false;
    this.#held.clear();
    if (isSame && !wasHeld) return null;
    return cr ? joined([kept, ONE_CR]) : kept;
  }
}

const ONE_CR = Uint8Array.of(CR);
