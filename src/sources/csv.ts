/**
 * A streaming CSV reader that works on bytes, so that it knows at which byte each record ends and can go on from there.
 * Strict RFC 4180 with LF or CRLF. It never throws on what it reads: a record it cannot read is a fault, and reading goes on after it.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
import { GrowingBytes } from './bytes.ts';
import { type FaultCode, faultMessage, splitRecord } from './csv-record.ts';

/** Longest record that is read, in bytes, where the caller sets no other limit. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;

/**
 * Where a record lies. `end` is the offset of the byte after its line end; `line` is the physical line it begins on, the first is 1;
 * `lines` counts its line ends, so reading goes on with `new CsvReader({ offset: end, line: line + lines })`.
 */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lines: number;
}

/** One record, or one record that could not be read. A fault counts as one row. A run of blank lines before a record is one record of one empty cell. */
export type CsvEvent =
  | (Place & { readonly kind: 'record'; readonly cells: string[] })
  | (Place & { readonly kind: 'fault'; readonly code: FaultCode; readonly message: string });

export interface CsvReaderOptions {
  /** Byte offset in the file of the first byte that will be pushed: 0, or the `end` of an earlier event. */
  readonly offset?: number;
  /** Physical line of that byte. */
  readonly line?: number;
  /** A longer record is a fault; its bytes are dropped as they come. */
  readonly maxRecordBytes?: number;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

/** `quote-seen`: a quote inside a quoted cell, which is either its end or the first half of a doubled quote. */
type Mode = 'plain' | 'quoted' | 'quote-seen';

export class CsvReader {
  readonly #max: number;
  /** First bytes of the file, held until they are or are not a BOM. `null` once that is known. */
  #head: GrowingBytes | null;
  #mode: Mode = 'plain';
  readonly #held = new GrowingBytes();
  /** Bytes of the present record in earlier chunks, dropped ones too. */
  #before = 0;
  /** Last of those bytes. */
  #lastByte = -1;
  #dropping = false;
  #hasQuote = false;
  #hasNul = false;
  /** Line feeds inside the present record. */
  #innerLines = 0;
  #start: number;
  #line: number;
  /** A run of blank lines: a row only if a record follows. */
  #blank: { readonly start: number; readonly line: number } | null = null;
  #events: CsvEvent[] = [];

  constructor(options: CsvReaderOptions = {}) {
    this.#start = options.offset ?? 0;
    this.#line = options.line ?? 1;
    this.#max = options.maxRecordBytes ?? MAX_RECORD_BYTES;
    this.#head = this.#start === 0 ? new GrowingBytes() : null;
  }

  /** Reads the next bytes of the file and gives the records that end in them. Where the chunks are cut never matters. */
  push(chunk: Uint8Array): CsvEvent[] {
    const rest = this.#afterBom(chunk);
    if (rest !== null) this.#scan(rest);
    return this.#take();
  }

  /** The file is over: gives the last record, where it has no line end. */
  end(): CsvEvent[] {
    const head = this.#head?.view();
    this.#head = null;
    if (head !== undefined) this.#scan(head);
    if (this.#before === 0) return this.#take();
    if (this.#mode === 'quoted') this.#fault('unclosed-quote', this.#before, 0);
    else this.#finish(this.#held.view(), this.#before - (this.#lastByte === CR ? 1 : 0), this.#before, 0);
    return this.#take();
  }

  #take(): CsvEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The chunk without the BOM, or `null` while the first bytes may still be one. */
  #afterBom(chunk: Uint8Array): Uint8Array | null {
    if (this.#head === null) return chunk;
    this.#head.add(chunk, 0, chunk.length);
    const head = this.#head.view();
    const isPrefix = BOM.every((byte, i) => i >= head.length || head[i] === byte);
    if (isPrefix && head.length < BOM.length) return null;
    this.#head = null;
    if (!isPrefix) return head;
    this.#start = BOM.length;
    return head.subarray(BOM.length);
  }

  /** One pass that jumps from line feed to quote to NUL; nothing else changes the state. */
  #scan(chunk: Uint8Array): void {
    const find = (byte: number, from: number): number => {
      const at = chunk.indexOf(byte, from);
      return at === -1 ? chunk.length : at;
    };
    let from = 0;
    let at = 0;
    let quote = find(QUOTE, 0);
    let feed = find(LF, 0);
    let nul = find(0, 0);
    while (at < chunk.length) {
      if (this.#mode === 'quote-seen') {
        this.#mode = chunk[at] === QUOTE ? 'quoted' : 'plain';
        if (this.#mode === 'quoted') at += 1;
        continue;
      }
      if (quote < at) quote = find(QUOTE, at);
      if (feed < at) feed = find(LF, at);
      if (this.#mode === 'quoted') {
        while (feed < quote) {
          this.#innerLines += 1;
          feed = find(LF, feed + 1);
        }
        if (quote < chunk.length) this.#mode = 'quote-seen';
        at = quote + 1;
        continue;
      }
      if (quote < feed) {
        // A quote opens a cell only as its first byte; anywhere else it is a stray one, and the record a fault.
        const previous = quote > from ? chunk[quote - 1] : this.#lastByte;
        if (previous === COMMA || (quote === from && this.#before === 0)) this.#mode = 'quoted';
        this.#hasQuote = true;
        at = quote + 1;
        continue;
      }
      if (feed === chunk.length) break;
      if (nul < from) nul = find(0, from);
      if (nul < feed) this.#hasNul = true;
      this.#endAtFeed(chunk, from, feed);
      from = feed + 1;
      at = from;
    }
    if (nul < from) nul = find(0, from);
    if (nul < chunk.length) this.#hasNul = true;
    this.#hold(chunk, from);
  }

  #hold(chunk: Uint8Array, from: number): void {
    if (from === chunk.length) return;
    this.#before += chunk.length - from;
    this.#lastByte = chunk[chunk.length - 1] ?? -1;
    // One byte over the limit may yet prove to be the CR of the line end.
    if (this.#before > this.#max + 1) {
      this.#dropping = true;
      this.#held.clear();
    }
    if (!this.#dropping) this.#held.add(chunk, from, chunk.length);
  }

  /** A record ends at the line feed `chunk[feed]`. */
  #endAtFeed(chunk: Uint8Array, from: number, feed: number): void {
    const size = this.#before + (feed - from);
    const previous = feed > from ? chunk[feed - 1] : this.#lastByte;
    const content = size > 0 && previous === CR ? size - 1 : size;
    if (this.#before === 0) {
      this.#finish(chunk.subarray(from, feed), content, size + 1, 1);
      return;
    }
    if (!this.#dropping && content <= this.#max) this.#held.add(chunk, from, feed);
    this.#finish(this.#held.view(), content, size + 1, 1);
  }

  /** `content`: bytes of the record without its line end; `size`: with it; `feeds`: line feeds in its line end. */
  #finish(bytes: Uint8Array, content: number, size: number, feeds: number): void {
    if (content === 0) {
      this.#blank ??= { start: this.#start, line: this.#line };
      this.#reset(size, feeds);
      return;
    }
    const read = this.#read(bytes, content);
    if (typeof read === 'string') {
      this.#fault(read, size, feeds);
      return;
    }
    this.#releaseBlank();
    this.#events.push({ kind: 'record', cells: read, ...this.#place(size, feeds) });
    this.#reset(size, feeds);
  }

  #read(bytes: Uint8Array, content: number): string[] | FaultCode {
    if (this.#dropping || content > this.#max) return 'record-too-long';
    if (this.#hasNul) return 'nul-byte';
    return splitRecord(bytes.subarray(0, content), this.#hasQuote);
  }

  #fault(code: FaultCode, size: number, feeds: number): void {
    this.#releaseBlank();
    const message = faultMessage(code, { line: this.#line, lines: this.#innerLines + 1, bytes: size, limit: this.#max });
    this.#events.push({ kind: 'fault', code, ...this.#place(size, feeds), message });
    this.#reset(size, feeds);
  }

  #place(size: number, feeds: number): Place {
    return { start: this.#start, end: this.#start + size, line: this.#line, lines: this.#innerLines + feeds };
  }

  #releaseBlank(): void {
    if (this.#blank === null) return;
    const { start, line } = this.#blank;
    this.#events.push({ kind: 'record', cells: [''], start, end: this.#start, line, lines: this.#line - line });
    this.#blank = null;
  }

  #reset(size: number, feeds: number): void {
    this.#start += size;
    this.#line += this.#innerLines + feeds;
    this.#innerLines = 0;
    this.#mode = 'plain';
    this.#hasQuote = false;
    this.#hasNul = false;
    this.#dropping = false;
    this.#before = 0;
    this.#lastByte = -1;
    this.#held.clear();
  }
}
