/** Access tokens in a stream of bytes: the value after `access_token=` in any address, also where the address is itself part of another. */

const NAME = new TextEncoder().encode('access_token');
/** What stands between the name and the value: plain, in an address inside an address, or as a JSON escape. In lower case. */
const SIGNS = ['=', '%3d', '%253d', '\\u003d'].map((sign) => new TextEncoder().encode(sign));
const LONGEST = NAME.length + Math.max(...SIGNS.map((sign) => sign.length));
const CUT = new TextEncoder().encode('access_token_removed');
const UNDERSCORE = 95;
/** Where the name's underscore stands in it. */
const BEFORE_UNDERSCORE = NAME.indexOf(UNDERSCORE);
/** A value ends before one of these, or before any blank or control sign. */
const ENDS: ReadonlySet<number> = new Set(new TextEncoder().encode('"&\',;<>\\#'));

const NOTHING = new Uint8Array(0);

/** Says whether a token stands in the bytes, also across the edges of chunks. */
export class TokenFinder {
  found = false;
  /** The last bytes seen, one fewer than the longest beginning of a token has. */
  #tail: Uint8Array = NOTHING;

  push(chunk: Uint8Array): void {
    if (this.found) return;
    const edge = joined([this.#tail, chunk.subarray(0, LONGEST - 1)]);
    this.found = firstToken(edge, 0) !== null || firstToken(chunk, 0) !== null;
    this.#tail = joined([this.#tail, chunk.subarray(-LONGEST)]).slice(1 - LONGEST);
  }
}

/** Takes tokens out of the bytes and leaves `access_token_removed` in their place, which is no token. */
export class TokenCutter {
  removed = 0;
  /** The end of what came, where it may be the beginning of a token. */
  #held: Uint8Array = NOTHING;
  #inValue = false;

  push(chunk: Uint8Array): Uint8Array {
    const bytes = this.#held.length === 0 ? chunk : joined([this.#held, chunk]);
    this.#held = NOTHING;
    const kept: Uint8Array[] = [];
    let at = this.#inValue ? this.#afterValue(bytes, 0) : 0;
    while (at < bytes.length) {
      const token = firstToken(bytes, at);
      if (token === null) break;
      kept.push(bytes.subarray(at, token.start), CUT);
      this.removed += 1;
      at = this.#afterValue(bytes, token.end);
    }
    if (at < bytes.length) {
      const open = beginningOfToken(bytes, at);
      kept.push(bytes.subarray(at, open));
      this.#held = bytes.slice(open);
    }
    const [only] = kept;
    return kept.length === 1 && only !== undefined ? only : joined(kept);
  }

  end(): Uint8Array {
    return this.#held;
  }

  #afterValue(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length && !endsValue(bytes[at] ?? 0)) at += 1;
    this.#inValue = at === bytes.length;
    return at;
  }
}

function endsValue(byte: number): boolean {
  return byte <= 32 || ENDS.has(byte);
}

/** Where a token's name begins and its value, from `from` on. The underscore is rarer than the name's letters. */
function firstToken(bytes: Uint8Array, from: number): { readonly start: number; readonly end: number } | null {
  let at = bytes.indexOf(UNDERSCORE, from + BEFORE_UNDERSCORE);
  while (at !== -1) {
    const start = at - BEFORE_UNDERSCORE;
    if (NAME.every((byte, i) => bytes[start + i] === byte)) {
      const value = start + NAME.length;
      const sign = SIGNS.find((each) => each.every((byte, i) => lower(bytes[value + i] ?? 0) === byte));
      if (sign !== undefined) return { start, end: value + sign.length };
    }
    at = bytes.indexOf(UNDERSCORE, at + 1);
  }
  return null;
}

/** Where the end of the bytes may be the beginning of a token; their length where it is none. */
function beginningOfToken(bytes: Uint8Array, from: number): number {
  for (let start = Math.max(from, bytes.length - LONGEST + 1); start < bytes.length; start++) {
    const tail = bytes.subarray(start);
    if (!NAME.every((byte, i) => i >= tail.length || tail[i] === byte)) continue;
    const sign = tail.subarray(NAME.length);
    if (SIGNS.some((each) => sign.length < each.length && sign.every((byte, i) => lower(byte) === each[i]))) return start;
  }
  return bytes.length;
}

function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** The parts one after another, as new bytes. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
