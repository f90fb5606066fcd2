/** Follows one JSON value byte by byte to its end: brackets, texts and the keys of its outermost object. It holds none of the value's bytes. */
import { parsed } from './json-record.ts';

const LF = 10;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const BACKSLASH = 92;
export const LIST = 91;
export const LIST_END = 93;
export const OBJECT = 123;
export const OBJECT_END = 125;
/** Brackets in brackets, beyond which a record is a fault. Real records have five. */
const MAX_DEPTH = 256;
/** Longest key that is looked at, in bytes. */
const KEY_BYTES = 64;

/**
 * What a byte means for the value. `ended`: it is whole. `lost`: its brackets or quotes do not pair. `new`: another value begins here, since
 * this one was cut short. `data`: the list under the key `data` of the outermost object begins.
 */
export type Step = 'on' | 'ended' | 'lost' | 'new' | 'data';

export function isBlank(byte: number): boolean {
  return byte === 32 || byte === LF || byte === 13 || byte === 9;
}

export class JsonValue {
  /** Brackets that are open, outermost first, as far as they are counted. */
  readonly #open = new Uint8Array(MAX_DEPTH);
  #depth = 0;
  #tooDeep = false;
  /** Last sign outside quotes that was no blank. */
  #last = 0;
  #inText = false;
  #escaped = false;
  /** The text that may be a key of the outermost object, as bytes; `null` where it is not one or too long. */
  #key: string | null = null;

  get too_deep(): boolean {
    return this.#tooDeep;
  }

  /** True inside a text of which only its end matters. */
  get in_plain_text(): boolean {
    return this.#inText && this.#key === null && !this.#escaped;
  }

  /** A value begins with this bracket or quote. */
  begin(byte: number): void {
    if (byte === QUOTE) this.#inText = true;
    else this.#openBracket(byte);
  }

  /** Goes on in an object after the list under its key `data`. */
  afterData(): void {
    this.clear();
    this.#openBracket(OBJECT);
    this.#last = LIST_END;
  }

  clear(): void {
    this.#depth = 0;
    this.#tooDeep = false;
    this.#last = 0;
    this.#inText = false;
    this.#escaped = false;
    this.#key = null;
  }

  /** `lineStart`: the byte before was a line end. `mayBeAnswer`: its records may stand in a list under the key `data`. */
  step(byte: number, lineStart: boolean, mayBeAnswer: boolean): Step {
    if (this.#inText) return this.#text(byte);
    if (isBlank(byte)) return 'on';
    if (byte === OBJECT || byte === LIST) {
      if (lineStart && !this.#mayOpen()) return 'new';
      if (byte === LIST && mayBeAnswer && this.#isData()) return 'data';
      this.#openBracket(byte);
      return 'on';
    }
    if (byte === OBJECT_END || byte === LIST_END) return this.#closeBracket(byte);
    if (byte === QUOTE) {
      const isKey = this.#depth === 1 && this.#open[0] === OBJECT && (this.#last === OBJECT || this.#last === COMMA);
      this.#inText = true;
      this.#key = isKey ? '' : null;
    }
    this.#last = byte;
    return 'on';
  }

  #text(byte: number): Step {
    // No text goes on over a line's end, so its quote was lost.
    if (byte < 32) return 'lost';
    if (byte === QUOTE && !this.#escaped) {
      this.#inText = false;
      return this.#depth === 0 ? 'ended' : 'on';
    }
    this.#escaped = byte === BACKSLASH && !this.#escaped;
    if (this.#key !== null) this.#key = this.#key.length < KEY_BYTES ? this.#key + String.fromCharCode(byte) : null;
    return 'on';
  }

  /** True where a bracket may open: after a colon, or as an element of a list. */
  #mayOpen(): boolean {
    if (this.#depth > MAX_DEPTH || this.#open[this.#depth - 1] === OBJECT) return this.#last === COLON;
    return this.#last === LIST || this.#last === COMMA;
  }

  #isData(): boolean {
    if (this.#depth !== 1 || this.#last !== COLON || this.#key === null) return false;
    return this.#key === 'data' || (this.#key.includes('\\') && parsed(`"${this.#key}"`) === 'data');
  }

  #openBracket(byte: number): void {
    if (this.#depth < MAX_DEPTH) this.#open[this.#depth] = byte;
    else this.#tooDeep = true;
    this.#depth += 1;
    this.#last = byte;
  }

  #closeBracket(byte: number): Step {
    const opened = this.#depth > MAX_DEPTH ? null : this.#open[this.#depth - 1];
    if (opened !== null && opened !== (byte === OBJECT_END ? OBJECT : LIST)) return 'lost';
    this.#depth -= 1;
    this.#last = byte;
    return this.#depth === 0 ? 'ended' : 'on';
  }
}
