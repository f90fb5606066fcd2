/**
 * The bytes of one version of a file, from an offset on, over as many connections as it takes: where one is cut, the next goes on from there,
 * and only while the server still has the same version.
 */
import { fileAnswer, rangeMark, sameVersion, type Version } from './file-answer.ts';
import type { Body, Reply } from './http.ts';
import { pauseAfter, type Wait } from './patience.ts';
import { busyProblem, FetchProblem } from './problem.ts';

/** Asks for the file with these further headers. */
export type Ask = (headers: Readonly<Record<string, string>>) => Promise<Reply>;

const NOTHING = new Uint8Array(0);

export class Transfer {
  readonly version: Version;
  readonly #ask: Ask;
  readonly #wait: Wait;
  /** The next byte of the file that comes out of the body. */
  #position: number;
  /** Bytes before this one are passed over: they were given already. */
  #skipTo: number;
  /** The byte of the file after the last that the present body gives; `null`: it goes to the end. */
  #until: number | null;
  #body: Body | null;
  #rest: Uint8Array = NOTHING;
  #cuts = 0;

  /** `reply` has status 200 or 206. What its body gives before `position` is passed over. */
  constructor(reply: Reply, position: number, until: number | null, ask: Ask, wait: Wait) {
    const { version, from } = fileAnswer(reply.status, reply.headers);
    this.version = version;
    this.#ask = ask;
    this.#wait = wait;
    this.#position = from;
    this.#until = reply.status === 200 ? null : until;
    this.#body = reply.body;
    this.#skipTo = position;
  }

  /** Fills `part` with what comes next, as far as the file goes; answers how much. Throws `FetchProblem` when it cannot be had. */
  async fill(part: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < part.length) {
      if (this.#rest.length === 0) {
        if (this.version.size !== null && this.#position >= this.version.size) break;
        const chunk = await this.#next();
        if (chunk === null) break;
        this.#rest = chunk;
        continue;
      }
      if (this.#position < this.#skipTo) {
        const skip = Math.min(this.#rest.length, this.#skipTo - this.#position);
        this.#rest = this.#rest.subarray(skip);
        this.#position += skip;
        continue;
      }
      const take = Math.min(this.#rest.length, part.length - filled);
      part.set(this.#rest.subarray(0, take), filled);
      this.#rest = this.#rest.subarray(take);
      this.#position += take;
      filled += take;
    }
    return filled;
  }

  async close(): Promise<void> {
    await this.#body?.cancel();
    this.#body = null;
  }

  /** The next bytes of the body; `null` at the end of a file whose size nobody said. */
  async #next(): Promise<Uint8Array | null> {
    for (;;) {
      try {
        this.#body ??= await this.#again();
        const chunk = await this.#body.read();
        if (chunk !== null) return chunk;
        this.#body = null;
        if (this.version.size === null) return null;
        throw new FetchProblem('cut', `The file ended after ${this.#position} of ${this.version.size} bytes.`);
      } catch (error) {
        this.#body = null;
        this.#cuts += 1;
        const pause = pauseAfter(error, this.#cuts);
        if (pause === null) throw error;
        await this.#wait(pause * 1000);
      }
    }
  }

  /** Another connection, from the position on, of the same version. */
  async #again(): Promise<Body> {
    const mark = rangeMark(this.version);
    if (mark === null)
      throw new FetchProblem('changed', 'The connection was cut, and the server gives no mark by which the rest could be asked for.');
    const from = Math.max(this.#position, this.#skipTo);
    const range = `bytes=${from}-${this.#until === null ? '' : this.#until - 1}`;
    const reply = await this.#ask({ range, 'if-range': mark });
    try {
      const busy = busyProblem(reply.status, reply.headers);
      if (busy) throw busy;
      if (reply.status !== 200 && reply.status !== 206) {
        throw new FetchProblem('changed', `The server answers ${reply.status} to the rest of a file that it had begun to give.`);
      }
      const { version, from: begins } = fileAnswer(reply.status, reply.headers);
      if (!sameVersion(version, this.version) || begins > from)
        throw new FetchProblem('changed', 'The file became another one while it was read.');
      this.#skipTo = from;
      this.#position = begins;
      // A server that gives the whole again gives it to the end.
      if (reply.status === 200) this.#until = null;
      return reply.body;
    } catch (error) {
      await reply.body.cancel();
      throw error;
    }
  }
}
