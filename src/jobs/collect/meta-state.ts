/** How far a collection from the Ad Library API has come: small enough for a queue message, and without the token. */
import type { Day } from '../../core/time.ts';
import type { MetaPage } from './meta-page.ts';

/** What is asked for. It stays the same from the first message to the last, whatever day it has become. */
export interface MetaQuestion {
  /** Pages whose ads are wanted. */
  readonly page_ids: readonly string[];
  /** ISO 3166 alpha-2: the country that the ads reached. The answer does not say it again. */
  readonly country: string;
  /** Ads delivered on or after this day; `null`: all there are. */
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface MetaState {
  readonly question: MetaQuestion;
  /** Which ten of the pages are being asked for: 0 is the first ten. */
  readonly batch: number;
  /** Cursor of the next page; `null`: the first. */
  readonly after: string | null;
  /** Ads asked for a page. */
  readonly limit: number;
  /** Pauses in a row that brought nothing. */
  readonly backoffs: number;
  /** Answers in a row that pointed back at themselves. */
  readonly repeats: number;
  readonly loop: LoopMark;
  /** Ids of the last ads, for pages that overlap across messages. */
  readonly recent: readonly string[];
  readonly calls: number;
  readonly ads: number;
}

/** Brent's way to notice cursors that go in a circle, however large, with one cursor kept. */
interface LoopMark {
  readonly cursor: string | null;
  readonly steps: number;
  readonly reach: number;
}

/** The API takes ten page ids a call. */
export const PAGES_A_CALL = 10;
/** A hint: the API has given three times as many. Larger pages fail on long lists. */
export const FIRST_LIMIT = 200;
/** Fewer than this a page is no remedy any more. */
export const SMALLEST_LIMIT = 10;
const MAX_BACKOFFS = 6;
const MAX_REPEATS = 3;
const FIRST_PAUSE = 60;
/** Ids carried to the next message, about 20 bytes each: a queue message holds 128 KB. */
const RECENT = 1000;

const NO_LOOP: LoopMark = { cursor: null, steps: 0, reach: 1 };

/** The beginning, or `null` where no page is asked for. */
export function firstMetaState(question: MetaQuestion, limit = FIRST_LIMIT): MetaState | null {
  if (question.page_ids.length === 0) return null;
  return { question, batch: 0, after: null, limit, backoffs: 0, repeats: 0, loop: NO_LOOP, recent: [], calls: 0, ads: 0 };
}

/** The ids of the pages that this call asks for. */
export function batchOf(state: MetaState): readonly string[] {
  return state.question.page_ids.slice(state.batch * PAGES_A_CALL, (state.batch + 1) * PAGES_A_CALL);
}

/** Where a page leads: the next state, `null` after the last page, or a sentence why the list cannot be followed. */
export function afterPage(state: MetaState, page: MetaPage, limit: number): MetaState | null | string {
  const fresh = { ...state, backoffs: 0, repeats: 0 };
  if (page.after === null) {
    if ((state.batch + 1) * PAGES_A_CALL >= state.question.page_ids.length) return null;
    return { ...fresh, batch: state.batch + 1, after: null, limit, loop: NO_LOOP };
  }
  if (page.after === state.after) {
    const repeats = state.repeats + 1;
    if (repeats > MAX_REPEATS) return `The Ad Library API gave the same page ${repeats} times, and no way on from it.`;
    return { ...fresh, repeats };
  }
  if (page.after === state.loop.cursor) return 'The pages of the Ad Library API go round in a circle.';
  const { cursor, steps, reach } = state.loop;
  const loop = steps + 1 >= reach ? { cursor: page.after, steps: 0, reach: reach * 2 } : { cursor, steps: steps + 1, reach };
  return { ...fresh, after: page.after, loop };
}

/** The state after a refusal for want of allowance, with the pause in seconds; `null` when it was paused often enough. */
export function backedOff(state: MetaState): { readonly state: MetaState; readonly seconds: number } | null {
  if (state.backoffs >= MAX_BACKOFFS) return null;
  return { state: { ...state, backoffs: state.backoffs + 1 }, seconds: FIRST_PAUSE * 2 ** state.backoffs };
}

/** The state with half the ads a page; `null` when it cannot be halved any more. */
export function askingLess(state: MetaState): MetaState | null {
  if (state.limit <= SMALLEST_LIMIT) return null;
  return { ...state, limit: Math.max(SMALLEST_LIMIT, Math.floor(state.limit / 2)) };
}

/** The newest ids of a set in which the newest come last. */
export function recentOf(seen: ReadonlySet<string>): readonly string[] {
  return [...seen].slice(-RECENT);
}
