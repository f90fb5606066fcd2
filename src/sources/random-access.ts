/** Bytes that can be read from any place on: a file of this machine, or a stored object. */

export interface RandomAccess {
  /** Bytes in all. */
  readonly size: number;
  /** The bytes of a stretch that lies inside, at least 1 long; fewer only where the file has become shorter since. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same, piece by piece. */
  stream(offset: number, length: number): AsyncIterable<Uint8Array>;
}
