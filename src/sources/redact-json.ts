/** Redacts JSON as it streams by: texts under the keys that hold imprints and names, and links that hold a token. All else passes as it is. */
import { GrowingBytes } from './bytes.ts';
import { parsed } from './json-record.ts';
import { redactText } from './redact-text.ts';
import { joined } from './redact-token.ts';

const LF = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const LIST = 91;
const OBJECT = 123;
const DECODER = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const ENCODER = new TextEncoder();
const NOTHING = new Uint8Array(0);

/** Keys whose texts are imprints or names. */
const TEXTS: ReadonlySet<string> = new Set(['beneficiary', 'bylines', 'disclaimer', 'funding_entity', 'page_name', 'payer']);
/** Keys whose texts go whole: a link that is good for the person who asked, and for nobody else. */
const DROPPED: ReadonlySet<string> = new Set(['ad_snapshot_url']);
/** First signs of these keys: most keys need no more of a look. */
const BEGINNINGS: ReadonlySet<number> = new Set([...TEXTS, ...DROPPED].map((key) => key.charCodeAt(0)));
const LONGEST_KEY = 64;
/** A longer text is no imprint: it is dropped, so that none is ever held whole. */
const LONGEST_TEXT = 64 * 1024;

/** What the texts after a key are: kept without addresses, dropped, or none of our business. */
type Target = 'text' | 'drop' | null;

export class JsonRedactor {
  readonly #count: () => void;
  #inText = false;
  #escaped = false;
  /** Last sign outside texts that was no blank; 0 at the beginning, a quote after a text. */
  #last = 0;
  /** What the text at hand is: a value that is held, a text that can be a key, or another. */
  #role: 'value' | 'key' | 'other' = 'other';
  /** The last text that can be a key, and its length: above the longest where it is too long for one. */
  readonly #key = new Uint8Array(LONGEST_KEY);
  #keyLength = 0;
  #target: Target = null;
  /** The texts of a list under the key are meant. */
  #inList = false;
  readonly #held = new GrowingBytes();
  #tooLong = false;

  constructor(count: () => void) {
    this.#count = count;
  }

  push(chunk: Uint8Array): Uint8Array {
    const kept: Uint8Array[] = [];
    // From here the bytes are passed on; while a value is held, from here they are held.
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (this.#inText && !this.#escaped) {
        const next = nextSign(chunk, i);
        if (this.#role === 'key') this.#addToKey(chunk, i, next);
        i = next;
      }
      const byte = chunk[i];
      if (byte === undefined) break;
      if (!this.#inText) {
        this.#outside(byte);
        if (this.#inText && this.#role === 'value') {
          kept.push(chunk.subarray(from, i + 1));
          from = i + 1;
        }
        continue;
      }
      const ends = byte === LF || (byte === QUOTE && !this.#escaped);
      if (!ends) {
        this.#escaped = byte === BACKSLASH && !this.#escaped;
        if (this.#role === 'key') this.#addToKey(chunk, i, i + 1);
        continue;
      }
      if (this.#role === 'value') {
        this.#hold(chunk, from, i);
        kept.push(this.#value(byte === QUOTE));
        from = i;
      }
      this.#endText(byte);
    }
    if (this.#inText && this.#role === 'value') this.#hold(chunk, from, chunk.length);
    else kept.push(chunk.subarray(from));
    const [only] = kept;
    return kept.length === 1 && only !== undefined ? only : joined(kept);
  }

  end(): Uint8Array {
    return this.#inText && this.#role === 'value' ? this.#value(false) : NOTHING;
  }

  #outside(byte: number): void {
    if (byte === 32 || byte === LF || byte === 13 || byte === 9) return;
    if (byte === QUOTE) {
      this.#beginText();
      return;
    }
    if (byte === COLON) this.#target = this.#last === QUOTE ? targetOf(this.#key, this.#keyLength) : null;
    else if (byte === LIST && this.#target !== null && this.#last === COLON) this.#inList = true;
    else if (byte !== COMMA || !this.#inList) this.#forget();
    this.#last = byte;
  }

  #beginText(): void {
    this.#inText = true;
    const isValue = this.#target !== null && (this.#last === COLON || (this.#inList && (this.#last === LIST || this.#last === COMMA)));
    this.#role = isValue ? 'value' : this.#last === COMMA || this.#last === OBJECT ? 'key' : 'other';
    this.#keyLength = this.#role === 'key' ? 0 : LONGEST_KEY + 1;
  }

  #endText(byte: number): void {
    this.#inText = false;
    this.#escaped = false;
    this.#last = QUOTE;
    // No text goes on over a line's end: a quote was lost, and with it all that came before.
    if (byte !== LF) return;
    this.#forget();
    this.#last = 0;
  }

  #forget(): void {
    this.#target = null;
    this.#inList = false;
  }

  #addToKey(chunk: Uint8Array, from: number, to: number): void {
    if (this.#keyLength + (to - from) > LONGEST_KEY) this.#keyLength = LONGEST_KEY + 1;
    else for (let i = from; i < to; i++) this.#key[this.#keyLength++] = chunk[i] ?? 0;
  }

  #hold(chunk: Uint8Array, from: number, to: number): void {
    if (this.#held.length + (to - from) > LONGEST_TEXT) {
      this.#tooLong = true;
      this.#held.clear();
    }
    if (!this.#tooLong) this.#held.add(chunk, from, to);
  }

  /** What is kept of the value that was held. `whole`: its closing quote has come. */
  #value(whole: boolean): Uint8Array {
    const given = this.#held.view().slice();
    const dropped = this.#tooLong || (given.length > 0 && (this.#target === 'drop' || !whole));
    this.#held.clear();
    this.#tooLong = false;
    const kept = dropped ? NOTHING : keptText(given);
    if (dropped || kept !== given) this.#count();
    return kept;
  }
}

/** The same bytes where nothing is to be taken out. A text with escapes that are none goes whole. */
function keptText(bytes: Uint8Array): Uint8Array {
  const text = parsed(`"${DECODER.decode(bytes)}"`);
  if (typeof text !== 'string') return bytes.length === 0 ? bytes : NOTHING;
  const kept = redactText(text);
  return kept === text ? bytes : ENCODER.encode(JSON.stringify(kept).slice(1, -1));
}

function targetOf(key: Uint8Array, length: number): Target {
  if (length > LONGEST_KEY || !(BEGINNINGS.has(key[0] ?? 0) || key.subarray(0, length).includes(BACKSLASH))) return null;
  const text = DECODER.decode(key.subarray(0, length));
  const name = text.includes('\\') ? parsed(`"${text}"`) : text;
  if (typeof name !== 'string') return null;
  return TEXTS.has(name) ? 'text' : DROPPED.has(name) ? 'drop' : null;
}

/** The first byte from `at` on that matters inside a text: a quote, a backslash, a line end. */
function nextSign(chunk: Uint8Array, at: number): number {
  let i = at;
  for (; i < chunk.length; i++) {
    const byte = chunk[i];
    if (byte === QUOTE || byte === BACKSLASH || byte === LF) break;
  }
  return i;
}
