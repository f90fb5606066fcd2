/** A file as it comes in: redacted as it streams, its beginning looked at before anything of it is kept. */
import { GrowingBytes } from './bytes.ts';
import { Redactor } from './redact.ts';

/** How much of a file is looked at before anything of it is stored. A header of a library fits many times over. */
const HEAD_BYTES = 256 * 1024;

export class Intake {
  readonly redactor = new Redactor();
  readonly #chunks: AsyncIterator<Uint8Array>;
  #ended = false;
  #head: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The redacted bytes from the beginning, piece by piece; they are kept, and come again in `all`. */
  async *head(): AsyncGenerator<Uint8Array> {
    const held = new GrowingBytes();
    while (held.length < HEAD_BYTES && !this.#ended) {
      const chunk = await this.#next();
      held.add(chunk, 0, chunk.length);
    }
    this.#head = held.view().slice();
    yield this.#head;
  }

  /** All redacted bytes. */
  async *all(): AsyncGenerator<Uint8Array> {
    yield this.#head;
    while (!this.#ended) yield await this.#next();
  }

  /** Says that the rest is not wanted. */
  async cancel(): Promise<void> {
    this.#ended = true;
    await this.#chunks.return?.();
  }

  async #next(): Promise<Uint8Array> {
    const { done, value } = await this.#chunks.next();
    if (!done) return this.redactor.push(value);
    this.#ended = true;
    return this.redactor.end();
  }
}
