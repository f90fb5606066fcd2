/**
 * The bytes, in R2, under their SHA-256. What is stored is never changed; a file that grows past one part is sent in equal
 * parts and moved to its address when its hash is known. Memory stays flat whatever the size.
 */

/** R2 wants all parts of one upload equal but for the last, and none under 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024;

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
  /** False when these bytes were stored before. */
  readonly fresh: boolean;
}

/** Bytes held for a while under no lasting address: an archive, until what is in it has been taken out. */
export interface Held {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
  stream(offset: number, length: number): AsyncIterable<Uint8Array>;
  discard(): Promise<void>;
}

export class Bytes {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  /** Stores a stream under the SHA-256 of what it gives. `incoming` is a name for the time until the hash is known. */
  async put(chunks: AsyncIterable<Uint8Array>, incoming: string, claimed: string | null = null): Promise<StoredBytes> {
    const hashing = hashed(chunks);
    if (claimed !== null) return this.#putClaimed(hashing, claimed);
    const key = `incoming/${incoming}`;
    const { small, total } = await this.#upload(hashing.chunks, key);
    const sha256 = await hashing.sha256();
    const address = addressOf(sha256);
    const fresh = (await this.#bucket.head(address)) === null;
    if (small !== null) {
      if (fresh) await this.#bucket.put(address, small, { sha256 });
      return { sha256, bytes: total, fresh };
    }
    if (fresh) await this.#move(key, address, total);
    await this.#bucket.delete(key);
    return { sha256, bytes: total, fresh };
  }

  /**
   * Stores a stream of which the sender says what its SHA-256 will be: straight to its address, and not at all where it lies there
   * already. A part of an upload is no object yet, so what does not keep the promise is never to be seen. Throws `BrokenPromise`.
   */
  async #putClaimed(hashing: ReturnType<typeof hashed>, claimed: string): Promise<StoredBytes> {
    const address = addressOf(claimed);
    const keeps = async () => {
      if ((await hashing.sha256()) !== claimed) throw new BrokenPromise(claimed);
    };
    if ((await this.#bucket.head(address)) !== null) {
      let bytes = 0;
      for await (const chunk of hashing.chunks) bytes += chunk.length;
      await keeps();
      return { sha256: claimed, bytes, fresh: false };
    }
    const { small, total } = await this.#upload(hashing.chunks, address, keeps);
    if (small !== null) await this.#bucket.put(address, small, { sha256: claimed });
    return { sha256: claimed, bytes: total, fresh: true };
  }

  /** Holds a stream for a while, so that it can be read from any place on. */
  async hold(chunks: AsyncIterable<Uint8Array>, incoming: string): Promise<Held> {
    const key = `incoming/${incoming}`;
    const { small, total } = await this.#upload(chunks, key);
    if (small !== null) await this.#bucket.put(key, small);
    return this.held(key, total);
  }

  /** What is held under a key already. */
  held(key: string, size: number): Held {
    const part = async (offset: number, length: number): Promise<R2ObjectBody> => {
      const object = await this.#bucket.get(key, { range: { offset, length } });
      if (!object) throw new MissingBytes(key);
      return object;
    };
    return {
      size,
      read: async (offset, length) => (length === 0 ? new Uint8Array(0) : new Uint8Array(await (await part(offset, length)).arrayBuffer())),
      stream: async function* (offset, length) {
        if (length > 0) yield* (await part(offset, length)).body;
      },
      discard: () => this.#bucket.delete(key),
    };
  }

  /** Uploads in equal parts. What fits in one part is given back and not stored. `check` may still refuse everything at the end. */
  async #upload(
    chunks: AsyncIterable<Uint8Array>,
    key: string,
    check: () => Promise<void> = async () => undefined,
  ): Promise<{ readonly small: Uint8Array | null; readonly total: number }> {
    let part = new Uint8Array(PART_BYTES);
    let filled = 0;
    let total = 0;
    let upload: R2MultipartUpload | null = null;
    const parts: R2UploadedPart[] = [];
    try {
      for await (const chunk of chunks) {
        total += chunk.length;
        let from = 0;
        while (from < chunk.length) {
          const take = Math.min(PART_BYTES - filled, chunk.length - from);
          part.set(chunk.subarray(from, from + take), filled);
          filled += take;
          from += take;
          if (filled === PART_BYTES) {
            upload ??= await this.#bucket.createMultipartUpload(key);
            parts.push(await upload.uploadPart(parts.length + 1, part));
            part = new Uint8Array(PART_BYTES);
            filled = 0;
          }
        }
      }
      await check();
      if (!upload) return { small: part.slice(0, filled), total };
      if (filled > 0) parts.push(await upload.uploadPart(parts.length + 1, part.subarray(0, filled)));
      await upload.complete(parts);
      return { small: null, total };
    } catch (error) {
      await upload?.abort().catch(() => undefined);
      throw error;
    }
  }

  /** The bytes from `offset` on, as a stream; at most `length` of them when given. Throws when nothing lies there. */
  async stream(sha256: string, offset = 0, length?: number): Promise<ReadableStream<Uint8Array>> {
    const range = length === undefined ? { offset } : { offset, length };
    const object = await this.#bucket.get(addressOf(sha256), { range });
    if (!object) throw new MissingBytes(sha256);
    return object.body;
  }

  /** All the bytes of a small object (a notice, a declaration). Refuses one over `limit`. */
  async read(sha256: string, limit: number): Promise<Uint8Array> {
    const object = await this.#bucket.get(addressOf(sha256));
    if (!object) throw new MissingBytes(sha256);
    if (object.size > limit) throw new RangeError(`${sha256} has ${object.size} bytes, over the limit of ${limit}`);
    return new Uint8Array(await object.arrayBuffer());
  }

  /** Takes back bytes that must not be kept (a file that holds an access token). */
  async forget(sha256: string): Promise<void> {
    await this.#bucket.delete(addressOf(sha256));
  }

  async #move(from: string, to: string, size: number): Promise<void> {
    const object = await this.#bucket.get(from);
    if (!object) throw new MissingBytes(from);
    const { readable, writable } = new FixedLengthStream(size);
    const copying = object.body.pipeTo(writable);
    await Promise.all([copying, this.#bucket.put(to, readable)]);
  }
}

/** The same chunks, hashed as they pass. `sha256` answers once all have. */
export function hashed(chunks: AsyncIterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly sha256: () => Promise<string>;
} {
  const digest = new crypto.DigestStream('SHA-256');
  const hashing = digest.getWriter();
  // Where the chunks end early nobody asks, and nobody should hear of it.
  digest.digest.catch(() => undefined);
  async function* passing(): AsyncGenerator<Uint8Array> {
    let whole = false;
    try {
      for await (const chunk of chunks) {
        await hashing.write(chunk);
        yield chunk;
      }
      whole = true;
    } finally {
      if (whole) await hashing.close();
      else await hashing.abort().catch(() => undefined);
    }
  }
  return { chunks: passing(), sha256: async () => hex(await digest.digest) };
}

/** The first bytes of a stream (fewer where it is shorter), and the stream from its beginning. */
export async function peeked(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ readonly first: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> }> {
  const source = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    const { done, value } = await source.next();
    if (done) break;
    seen.push(value);
    size += value.length;
  }
  const first = new Uint8Array(size);
  let at = 0;
  for (const chunk of seen) {
    first.set(chunk, at);
    at += chunk.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (size > 0) yield first;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  return { first, chunks: all() };
}

/** The bytes are not those that the sender spoke of: something was lost or changed on the way. */
export class BrokenPromise extends Error {
  constructor(claimed: string) {
    super(`The bytes that came are not those of SHA-256 ${claimed}`);
    this.name = 'BrokenPromise';
  }
}

/** The bytes a record points at are not in the bucket: a fault of ours, so the job fails and is tried again. */
export class MissingBytes extends Error {
  constructor(sha256: string) {
    super(`No bytes are stored under ${sha256}`);
    this.name = 'MissingBytes';
  }
}

function addressOf(sha256: string): string {
  return `sha256/${sha256}`;
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
