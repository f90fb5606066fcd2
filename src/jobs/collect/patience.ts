/** Asking again after what passes: a few times, each wait twice the last, and never long enough to hold up the queue. */
import { FetchProblem } from './problem.ts';

/** Waits so many milliseconds. */
export type Wait = (ms: number) => Promise<void>;

/** Five tries with waits of 1, 2, 4 and 8 seconds between them. */
const TRIES = 5;
/** A server that asks for a longer pause than this is left to the queue, which can wait without holding anything up. */
const LONGEST_SECONDS = 30;

/** Runs `attempt` until it gives an answer. Throws its last `FetchProblem` when it is not passing, or asks for a longer pause. */
export async function patiently<T>(attempt: () => Promise<T>, wait: Wait): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const pause = pauseAfter(error, tries);
      if (pause === null) throw error;
      await wait(pause * 1000);
    }
  }
}

/** Seconds to wait after try number `tries`; `null` when it was the last, or asking again cannot help. */
export function pauseAfter(error: unknown, tries: number): number | null {
  if (!(error instanceof FetchProblem) || !error.passing || tries >= TRIES) return null;
  const seconds = error.retry_after ?? 2 ** (tries - 1);
  return seconds > LONGEST_SECONDS ? null : seconds;
}
