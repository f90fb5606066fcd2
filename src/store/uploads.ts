/** Uploads that go on from message to message: parts of one object that is not there before the last has come. */

export interface UploadedPart {
  readonly n: number;
  readonly etag: string;
}

export class Uploads {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  /** Begins an upload under this key; answers its id. */
  async begin(key: string): Promise<string> {
    return (await this.#bucket.createMultipartUpload(key)).uploadId;
  }

  /** Stores a part. All parts but the last are of one size. A part that comes twice stands as it came last. */
  async part(key: string, id: string, n: number, bytes: Uint8Array): Promise<UploadedPart> {
    const { etag } = await this.#bucket.resumeMultipartUpload(key, id).uploadPart(n, bytes);
    return { n, etag };
  }

  /** Makes the object. Answers its size; doing it twice does no harm. */
  async complete(key: string, id: string, parts: readonly UploadedPart[]): Promise<number> {
    const there = await this.#bucket.head(key);
    if (there) return there.size;
    const inOrder = [...parts].sort((a, b) => a.n - b.n).map(({ n, etag }) => ({ partNumber: n, etag }));
    return (await this.#bucket.resumeMultipartUpload(key, id).complete(inOrder)).size;
  }

  /** Takes everything of an upload back, whether it was completed or not. */
  async discard(key: string, id: string): Promise<void> {
    await this.#bucket
      .resumeMultipartUpload(key, id)
      .abort()
      .catch(() => undefined);
    await this.#bucket.delete(key);
  }
}
