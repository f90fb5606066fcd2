/**
 * Unpacks deflated bytes as they come, in flat memory, with the platform's own unpacker. The local runtime's unpacker takes all that it is
 * given and holds what comes of it, however much that is, so it is given little at a time, and more only once it has nothing left.
 */

/** The bytes are not the archive that they say they are. Its message is whole sentences: what was found and what to do. */
export class BadArchive extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadArchive';
  }
}

/** Deflate makes at most 1,032 bytes of one, so one piece makes at most 17 MB. */
const PIECE = 16 * 1024;
/** Room for one reading of the local runtime, which fills as much of it as it can; without it, it gives 4 KiB at a time. */
const ROOM = 64 * 1024;

type Turn = { readonly turn: 'read'; readonly value: Uint8Array | null } | { readonly turn: 'written' } | { readonly turn: 'idle' };

/** The unpacked bytes. Throws what `bad` makes where they cannot be unpacked; what `chunks` throws goes through as it is. */
export async function* inflated(
  format: 'deflate-raw' | 'gzip',
  chunks: AsyncIterable<Uint8Array>,
  bad: () => BadArchive,
): AsyncGenerator<Uint8Array> {
  const unpacker = new DecompressionStream(format);
  const writer = unpacker.writable.getWriter();
  const reader = readerOf(unpacker.readable);
  // Both ends fail together, and one of them is heard below.
  for (const end of [writer.closed, reader.closed]) end.catch(() => undefined);
  const input = pieces(chunks);
  let reading: Promise<Turn> | null = null;
  let writing: Promise<Turn> | null = null;
  let over = false;
  try {
    for (;;) {
      reading ??= heard(reader.read());
      const next: Turn = await Promise.race([reading, writing ?? (over ? reading : quiet())]).catch(() => {
        throw bad();
      });
      if (next.turn === 'written') writing = null;
      else if (next.turn === 'idle') {
        const { done, value } = await input.next();
        over = done === true;
        const taken = done === true ? writer.close() : writer.write(value);
        writing = heard(taken.then(() => ({ turn: 'written' })));
      } else {
        if (next.value === null) return;
        reading = null;
        if (next.value.length > 0) yield next.value;
      }
    }
  } finally {
    await input.return(undefined);
    // The rest is let go of, also where the reader stopped early.
    reader.cancel().catch(() => undefined);
    writer.abort().catch(() => undefined);
  }
}

interface Reader {
  readonly closed: Promise<unknown>;
  readonly read: () => Promise<Turn>;
  readonly cancel: () => Promise<void>;
}

/** Node's unpacker cannot be read into room of ours, and gives pieces of a good size as it is. */
function readerOf(stream: ReadableStream<Uint8Array>): Reader {
  const turn = ({ done, value }: { readonly done: boolean; readonly value?: Uint8Array | undefined }): Turn => ({
    turn: 'read',
    value: done || value === undefined ? null : value,
  });
  try {
    const reader = stream.getReader({ mode: 'byob' });
    return { closed: reader.closed, read: () => reader.read(new Uint8Array(ROOM)).then(turn), cancel: () => reader.cancel() };
  } catch {
    const reader = stream.getReader();
    return { closed: reader.closed, read: () => reader.read().then(turn), cancel: () => reader.cancel() };
  }
}

/** A failure that nobody waits for any more is no failure. */
function heard(promise: Promise<Turn>): Promise<Turn> {
  promise.catch(() => undefined);
  return promise;
}

async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += PIECE) yield chunk.slice(at, at + PIECE);
}

/**
 * Settles after whatever was ready to be read: in the local runtime the reading of a stream takes one turn of the event loop, so another
 * stream that is ready comes last. Messages and settled promises come before, and its timers take a thousandth of a second each.
 */
async function quiet(): Promise<Turn> {
  await new Response('.').body?.getReader().read();
  return { turn: 'idle' };
}
