/**
 * A streaming reader of JSON records that works on bytes, the sister of `CsvReader`: it knows at which byte each record ends and can go on
 * from there. It reads one value, several after one another (NDJSON), a list of records, and answers that hold their records in a list
 * under `data`. It never throws on what it reads: what is no JSON is a fault, and reading goes on after it.
 * https://www.rfc-editor.org/rfc/rfc8259
 */
import { GrowingBytes } from './bytes.ts';
import { type JsonEvent, type JsonExtent, type JsonFaultCode, type JsonPlace, jsonFaultMessage, readRecord } from './json-record.ts';
import { BACKSLASH, COLON, COMMA, isBlank, JsonValue, LIST, LIST_END, OBJECT, OBJECT_END, QUOTE } from './json-value.ts';

export type { JsonEvent, JsonPlace };

/** Longest record that is read, in bytes, where the caller sets no other limit. */
export const MAX_JSON_RECORD_BYTES = 16 * 1024 * 1024;

export interface JsonRecordsOptions {
  /** Byte offset in the file of the first byte that will be pushed: 0, or the `end` of an earlier event. */
  readonly offset?: number;
  /** Physical line of that byte. */
  readonly line?: number;
  /** The `place` of that event. */
  readonly place?: JsonPlace;
  /** A longer record is a fault; its bytes are dropped as they come. */
  readonly maxRecordBytes?: number;
}

const LF = 10;
const BOM = [0xef, 0xbb, 0xbf];
/**
 * `between`: no record has begun. `value`: inside brackets. `bare`: a number or a word outside brackets. `lost`: what stands here is no
 * JSON, and reading goes on at the next line that begins with a bracket.
 */
type Mode = 'between' | 'value' | 'bare' | 'lost';

export class JsonRecords {
  readonly #max: number;
  #place: JsonPlace;
  #mode: Mode = 'between';
  /** Offset of the first byte of the chunk at hand, and the line of the byte at hand. */
  #base: number;
  #line: number;
  /** The byte before was a line end. */
  #lineStart = false;
  /** Bytes of the byte order mark seen so far. */
  #mark = 0;
  /** A comma, or the list's beginning, stands before what comes. */
  #comma = false;
  #start = 0;
  #startLine = 1;
  /** Where the record's bytes begin in the chunk at hand; what came in earlier chunks is held. */
  #from = 0;
  readonly #held = new GrowingBytes();
  #dropped = 0;
  readonly #value = new JsonValue();
  /** What is at hand is an answer whose records stand under `data`, not a record. */
  #answer = false;
  #events: JsonEvent[] = [];

  constructor(options: JsonRecordsOptions = {}) {
    this.#base = options.offset ?? 0;
    this.#line = options.line ?? 1;
    this.#place = options.place ?? 'top';
    this.#max = options.maxRecordBytes ?? MAX_JSON_RECORD_BYTES;
  }

  /** Reads the next bytes of the file and gives the records that end in them. Where the chunks are cut never matters. */
  push(chunk: Uint8Array): JsonEvent[] {
    this.#from = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (this.#value.in_plain_text) i = plainText(chunk, i);
      const byte = chunk[i];
      if (byte === undefined) break;
      if (this.#mode === 'between') this.#between(chunk, i, byte);
      else if (this.#mode === 'value') this.#inValue(chunk, i, byte);
      else if (this.#mode === 'bare') this.#bare(chunk, i, byte);
      else this.#lost(chunk, i, byte);
      this.#lineStart = byte === LF;
      if (byte === LF) this.#line += 1;
    }
    if (this.#mode === 'value' || this.#mode === 'bare') this.#hold(chunk, chunk.length);
    this.#base += chunk.length;
    return this.#take();
  }

  /** The file is over: gives what it leaves open. */
  end(): JsonEvent[] {
    if (this.#mode === 'bare') this.#endBare(NOTHING, 0);
    if (this.#mode === 'lost' || (this.#mark > 0 && this.#mark < BOM.length)) this.#fault('not-json', 0, 'top');
    if (this.#mode === 'value' || this.#place !== 'top') {
      if (this.#mode === 'between' || this.#answer) this.#begin(0);
      this.#fault('cut-short', 0, 'top');
    }
    return this.#take();
  }

  /** What has come of a record that has not ended, while it is kept: a view that is good until the next `push`. */
  unfinished(): Uint8Array {
    return this.#mode === 'value' && !this.#answer ? this.#held.view() : NOTHING;
  }

  #take(): JsonEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #between(chunk: Uint8Array, i: number, byte: number): void {
    if (this.#mark < BOM.length && this.#base + i === this.#mark) {
      if (byte === BOM[this.#mark]) {
        this.#mark += 1;
        return;
      }
      if (this.#mark > 0) {
        this.#loseFrom(i);
        return;
      }
    }
    if (isBlank(byte)) return;
    if (byte === COMMA) {
      this.#comma = true;
    } else if (byte === LIST_END) {
      this.#closeList();
    } else if (byte === OBJECT_END || byte === COLON) {
      this.#loseFrom(i);
    } else if (byte === LIST && this.#place === 'top') {
      this.#enter('list');
    } else if (byte === OBJECT || byte === LIST) {
      // A new answer where a comma should be: the one before was cut short.
      if (this.#lineStart && !this.#comma && this.#place !== 'top') {
        this.#begin(i);
        this.#fault('cut-short', i, 'top');
        this.#between(chunk, i, byte);
        return;
      }
      this.#begin(i);
      this.#mode = 'value';
      this.#value.begin(byte);
    } else {
      this.#begin(i);
      this.#mode = byte === QUOTE ? 'value' : 'bare';
      if (byte === QUOTE) this.#value.begin(byte);
    }
  }

  #enter(place: 'list' | 'data'): void {
    this.#place = place;
    this.#mode = 'between';
    this.#comma = true;
  }

  /** A list ends. At the top of the file the bracket belongs to a list that was lost. */
  #closeList(): void {
    if (this.#place === 'data') {
      this.#mode = 'value';
      this.#answer = true;
      this.#value.afterData();
    } else this.#place = 'top';
  }

  #inValue(chunk: Uint8Array, i: number, byte: number): void {
    const step = this.#value.step(byte, this.#lineStart, this.#answer || this.#place === 'top');
    if (step === 'on') return;
    if (step === 'data') {
      this.#clear();
      this.#enter('data');
    } else if (step === 'ended') {
      if (!this.#answer) {
        this.#finish(chunk, i + 1);
        return;
      }
      this.#clear();
      this.#place = 'top';
    } else {
      if (this.#answer) this.#begin(i);
      if (step === 'lost') {
        this.#lose();
        return;
      }
      this.#fault('cut-short', i, 'top');
      this.#between(chunk, i, byte);
    }
  }

  #bare(chunk: Uint8Array, i: number, byte: number): void {
    if (byte > 32 && !STRUCTURE.has(byte)) return;
    this.#endBare(chunk, i);
    if (this.#mode === 'lost') this.#lost(chunk, i, byte);
    else this.#between(chunk, i, byte);
  }

  #endBare(chunk: Uint8Array, to: number): void {
    this.#hold(chunk, to);
    // At the top of a file a word that is no JSON is the beginning of something else altogether.
    if (this.#place === 'top' && this.#dropped === 0 && typeof readRecord(this.#held.view()) === 'string') this.#lose();
    else this.#finish(NOTHING, to);
  }

  #lost(chunk: Uint8Array, i: number, byte: number): void {
    if (!this.#lineStart || (byte !== OBJECT && byte !== LIST)) return;
    this.#fault('not-json', i, 'top');
    this.#between(chunk, i, byte);
  }

  /** What begins here is no JSON. */
  #loseFrom(i: number): void {
    this.#begin(this.#mark > 0 && this.#mark < BOM.length ? -this.#base : i);
    this.#mark = BOM.length;
    this.#lose();
  }

  #lose(): void {
    this.#clear();
    this.#mode = 'lost';
    this.#place = 'top';
  }

  #begin(i: number): void {
    this.#start = this.#base + i;
    this.#startLine = this.#line;
    this.#from = i;
  }

  #hold(chunk: Uint8Array, to: number): void {
    if (this.#answer || to <= this.#from) return;
    if (this.#dropped > 0 || this.#held.length + (to - this.#from) > this.#max) {
      this.#dropped += this.#held.length + (to - this.#from);
      this.#held.clear();
    } else this.#held.add(chunk, this.#from, to);
    this.#from = to;
  }

  /** The record ends before byte `to` of the chunk. */
  #finish(chunk: Uint8Array, to: number): void {
    const whole = this.#held.length === 0 && this.#dropped === 0 && to - this.#from <= this.#max && chunk.length > 0;
    if (!whole) this.#hold(chunk, Math.min(to, chunk.length));
    const read =
      this.#dropped > 0
        ? 'record-too-long'
        : this.#value.too_deep
          ? 'too-deep'
          : readRecord(whole ? chunk.subarray(this.#from, to) : this.#held.view());
    if (typeof read === 'string') {
      this.#fault(read, to, this.#place);
      return;
    }
    this.#events.push({ kind: 'record', cells: [read.text], ...this.#extent(to), place: this.#place });
    this.#clear();
  }

  #fault(code: JsonFaultCode, to: number, place: JsonPlace): void {
    const extent = this.#extent(to);
    const message = jsonFaultMessage(code, {
      line: extent.line,
      lines: extent.lines + 1,
      bytes: extent.end - extent.start,
      limit: this.#max,
    });
    this.#events.push({ kind: 'fault', code, ...extent, place, message });
    this.#clear();
    this.#place = place;
  }

  #extent(to: number): Omit<JsonExtent, 'place'> {
    return { start: this.#start, end: this.#base + to, line: this.#startLine, lines: this.#line - this.#startLine };
  }

  #clear(): void {
    this.#mode = 'between';
    this.#comma = false;
    this.#held.clear();
    this.#dropped = 0;
    this.#answer = false;
    this.#value.clear();
  }
}

const NOTHING = new Uint8Array(0);
const STRUCTURE: ReadonlySet<number> = new Set([QUOTE, COMMA, COLON, LIST, LIST_END, OBJECT, OBJECT_END]);

/** The first byte from `at` on that matters inside a text: a quote, a backslash, a control sign. */
function plainText(chunk: Uint8Array, at: number): number {
  let i = at;
  for (; i < chunk.length; i++) {
    const byte = chunk[i] ?? 0;
    if (byte === QUOTE || byte === BACKSLASH || byte < 32) break;
  }
  return i;
}

/** True for a file whose first sign, after a byte order mark and blanks, opens an object or a list. */
export function isJson(head: Uint8Array): boolean {
  let i = BOM.every((byte, k) => head[k] === byte) ? BOM.length : 0;
  while (i < head.length && isBlank(head[i] ?? 0)) i += 1;
  return head[i] === OBJECT || head[i] === LIST;
}
