/**
 * Collects ads from Meta's Ad Library API, page by page, by cursor. One step asks for some pages and says how to go on, so that a queue
 * message does a piece and the next continues; pauses of minutes are handed back to the queue.
 * https://www.facebook.com/ads/library/api/
 */
import { askForPage, type MetaOptions } from './meta-call.ts';
import { verdictOf } from './meta-errors.ts';
import {
  afterPage,
  askingLess,
  backedOff,
  FIRST_LIMIT,
  firstMetaState,
  type MetaQuestion,
  type MetaState,
  recentOf,
} from './meta-state.ts';

export interface MetaStep {
  /** Where to go on; `null` when all is read, or nothing more can be. */
  readonly state: MetaState | null;
  /** NDJSON: one ad a line, each ended by LF. */
  readonly lines: Uint8Array;
  readonly ads: number;
  /** Calls and ads of the whole collection so far. */
  readonly total: { readonly calls: number; readonly ads: number };
  /** Seconds to leave the API alone before the next step. */
  readonly wait_seconds: number;
  /** Why the collection stopped before its end. */
  readonly problem: string | null;
}

const CALLS_A_STEP = 25;
/** A step ends once it holds this much: what it gives is kept in memory. */
const STEP_BYTES = 8 * 1024 * 1024;
const LESS_PAUSE_MS = 2000;

/** Asks for the next pages, until the step is full, a pause is needed, or the end has come. An ad given twice is kept once. */
export async function metaStep(from: MetaState, options: MetaOptions): Promise<MetaStep> {
  const seen = new Set(from.recent);
  const lines: string[] = [];
  let length = 0;
  let state = from;
  const give = (next: MetaState | null, seconds: number, problem: string | null): MetaStep => ({
    state: next && { ...next, recent: recentOf(seen) },
    lines: new TextEncoder().encode(lines.join('')),
    ads: lines.length,
    total: { calls: state.calls, ads: state.ads },
    wait_seconds: seconds,
    problem,
  });
  for (let calls = 0; calls < (options.calls_a_step ?? CALLS_A_STEP) && length < STEP_BYTES; calls++) {
    const answer = await askForPage(state, options);
    state = { ...state, calls: state.calls + 1 };
    if ('error' in answer) {
      const verdict = answer.again ? ({ do: 'wait' } as const) : verdictOf(answer.error);
      if (verdict.do === 'stop') return give(null, 0, verdict.message);
      if (verdict.do === 'wait') {
        const pause = backedOff(state);
        if (!pause)
          return give(null, 0, `The Ad Library API refused ${state.backoffs + 1} times in a row. It says: “${answer.error.message}”`);
        return give(pause.state, Math.max(pause.seconds, answer.rest), null);
      }
      const less = askingLess(state);
      if (!less) return give(null, 0, `The Ad Library API failed even for ${state.limit} ads a page. It says: “${answer.error.message}”`);
      state = less;
      await options.wait(LESS_PAUSE_MS);
      continue;
    }
    for (const ad of answer.page.ads) {
      if (ad.id !== null && seen.has(ad.id)) continue;
      if (ad.id !== null) seen.add(ad.id);
      lines.push(`${ad.line}\n`);
      length += ad.line.length;
      state = { ...state, ads: state.ads + 1 };
    }
    const next = afterPage(state, answer.page, options.limit ?? FIRST_LIMIT);
    if (next === null || typeof next === 'string') return give(null, 0, next);
    state = next;
    if (answer.rest > 0) return give(state, answer.rest, null);
  }
  return give(state, 0, null);
}

/** The whole collection in one go, a step at a time, with every pause waited out. The last step has no state. */
export async function* collectMetaPages(question: MetaQuestion, options: MetaOptions): AsyncGenerator<MetaStep> {
  let state = firstMetaState(question, options.limit);
  while (state !== null) {
    const step: MetaStep = await metaStep(state, options);
    yield step;
    state = step.state;
    if (state !== null && step.wait_seconds > 0) await options.wait(step.wait_seconds * 1000);
  }
}
