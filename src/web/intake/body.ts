/** Reading a small body whole, with a limit that holds whatever the header says. */
import { Refusal } from '../problem.ts';

/** All bytes of a body. Throws a 413 past `limit`, having read no more than that. */
export async function wholeBody(request: Request, limit: number, what: string): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new Refusal(413, 'Too large', `${what} may have at most ${limit.toLocaleString('en-GB')} bytes.`);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A body yielding one chunk. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
