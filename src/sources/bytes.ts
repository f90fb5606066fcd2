/** Bytes that grow piece by piece: what the streaming readers hold of a record until its end has come. */

const SMALLEST = 4096;
/** Room above this is given back once it is empty, so one long record does not keep its memory. */
const KEEP = 1 << 20;

export class GrowingBytes {
  #bytes = new Uint8Array(SMALLEST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Copies `chunk[from, to)` to the end. */
  add(chunk: Uint8Array, from: number, to: number): void {
    const needed = this.#length + (to - from);
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk.subarray(from, to), this.#length);
    this.#length = needed;
  }

  /** What is held, as a view that is good until the next `add` or `clear`. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
    if (this.#bytes.length > KEEP) this.#bytes = new Uint8Array(SMALLEST);
  }
}
