/**
 * The one redactor: takes private addresses out of a library file as it streams by, and notices access tokens or cuts them out. The command
 * line runs it before a file is sent and the Worker runs it again at intake, so it is deterministic, and running it twice changes nothing.
 */
import { isJson } from './json-records.ts';
import type { CellKind } from './redact-cells.ts';
import { CsvRedactor } from './redact-csv.ts';
import { JsonRedactor } from './redact-json.ts';
import { joined, TokenCutter, TokenFinder } from './redact-token.ts';

export interface RedactorOptions {
  /** Cut the values of access tokens out. Without it they are only noticed, and the caller refuses the file. */
  readonly cut_tokens?: boolean;
}

/** How often something was taken out, by kind. */
export type Removed = Readonly<Record<CellKind | 'tokens', number>>;

const NOTHING = new Uint8Array(0);
/** A file that begins with more blanks than this is no JSON to us. */
const MOST_BLANKS = 64 * 1024;

/**
 * Push the file's bytes in order, keep what comes back, and call `end` once. A table keeps its rows and JSON its records: cells and texts
 * that can hold an address are emptied or mended, and everything else is given back byte for byte.
 */
export class Redactor {
  readonly #finder = new TokenFinder();
  readonly #cutter: TokenCutter | null;
  readonly #removed: Record<CellKind, number> = { billing_addresses: 0, promoter_addresses: 0, public_ids: 0, texts: 0 };
  /** The first bytes, until it is known whether the file is JSON. */
  #head: Uint8Array = NOTHING;
  #body: CsvRedactor | JsonRedactor | null = null;

  constructor(options: RedactorOptions = {}) {
    this.#cutter = options.cut_tokens === true ? new TokenCutter() : null;
  }

  get removed(): Removed {
    return { ...this.#removed, tokens: this.#cutter?.removed ?? 0 };
  }

  /** True once a token stood anywhere in the file and was not cut out. The caller refuses such a file. */
  get token_found(): boolean {
    return this.#finder.found;
  }

  push(chunk: Uint8Array): Uint8Array {
    if (this.#cutter !== null) return this.#redact(this.#cutter.push(chunk));
    this.#finder.push(chunk);
    return this.#redact(chunk);
  }

  end(): Uint8Array {
    const last = this.#redact(this.#cutter?.end() ?? NOTHING);
    const head = this.#body === null ? this.#begin() : NOTHING;
    return joined([last, head, this.#body?.end() ?? NOTHING]);
  }

  #redact(chunk: Uint8Array): Uint8Array {
    if (this.#body !== null) return this.#body.push(chunk);
    this.#head = joined([this.#head, chunk]);
    return hasBegun(this.#head) ? this.#begin() : NOTHING;
  }

  #begin(): Uint8Array {
    const head = this.#head;
    this.#head = NOTHING;
    const count = (kind: CellKind): void => {
      this.#removed[kind] += 1;
    };
    this.#body = isJson(head) ? new JsonRedactor(() => count('texts')) : new CsvRedactor(count);
    return this.#body.push(head);
  }
}

/** True once a byte has come that is neither a blank nor part of a byte order mark. */
function hasBegun(head: Uint8Array): boolean {
  return head.length > MOST_BLANKS || head.some((byte, i) => byte > 32 && !(i < 3 && byte >= 0xbb));
}
