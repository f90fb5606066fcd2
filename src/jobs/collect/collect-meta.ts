/** Collects the ads of the register's pages from Meta's API. Each message's ads become a source file of their own. */
import { addDays, dayOf, isDay } from '../../core/time.ts';
import type { Next } from './collect-file.ts';
import type { CollectTools, Marks } from './intake.ts';
import { type MetaStep, metaStep } from './meta-api.ts';
import { firstMetaState, type MetaQuestion, type MetaState } from './meta-state.ts';
import type { Server } from './settings.ts';

export interface MetaCollectState {
  readonly kind: 'meta-api';
  /** The country. */
  readonly key: string;
  /** Source files of this collection so far. */
  readonly files: number;
  /** `null`: the pages are known and nothing was asked yet. */
  readonly meta: MetaState | null;
  readonly page_ids: readonly string[];
}

/** Released in October 2024. A version that has ended is answered by the oldest that has not. https://developers.facebook.com/docs/graph-api/changelog */
const VERSION = 'v21.0';

/**
 * Spend, views and end dates of an ad move while it runs, so the last quarter is asked for again each time. What moved before that is seen
 * when the register's pages change, which asks for everything.
 */
const OVERLAP_DAYS = 90;

export async function collectMeta(
  tools: CollectTools,
  server: Server,
  token: string,
  state: MetaCollectState,
): Promise<Next<MetaCollectState>> {
  const today = dayOf(tools.now());
  const before = await tools.lastOf('meta-api', state.key);
  const pages = await fingerprint(state.page_ids);
  const meta = state.meta ?? firstMetaState(questionOf(state, before, pages, today));
  if (meta === null) {
    await keep(tools, state, before, 'stopped', 'The register names no Meta page, so nothing was asked.');
    return { next: null, delay_seconds: 0 };
  }
  const step = await metaStep(meta, {
    fetcher: tools.fetcher,
    wait: tools.wait,
    base: `${server.origin}/${VERSION}`,
    hosts: server.hosts,
    loopback: server.loopback,
    token,
    ...(tools.meta_calls === undefined ? {} : { calls_a_step: tools.meta_calls }),
  });
  const refused = step.ads > 0 ? await takeIn(tools, state, step, meta.question.to ?? today) : null;
  const files = state.files + (step.ads > 0 ? 1 : 0);
  if (refused !== null) {
    await keep(tools, state, before, 'refused', refused);
    return { next: null, delay_seconds: 0 };
  }
  if (step.problem !== null) {
    await keep(tools, state, before, 'stopped', `${step.problem} ${amount(step, state)} had come by then.`);
    return { next: null, delay_seconds: 0 };
  }
  if (step.state !== null) return { next: { ...state, meta: step.state, files }, delay_seconds: step.wait_seconds };
  const after = { etag: pages, last_modified: meta.question.to };
  await keep(tools, state, after, 'collected', `${amount(step, state)} were taken in, in ${step.total.calls} calls.`);
  return { next: null, delay_seconds: 0 };
}

function questionOf(state: MetaCollectState, before: Marks | null, pages: string, today: string): MetaQuestion {
  const last = before?.etag === pages && isDay(before.last_modified ?? '') ? before.last_modified : null;
  return { page_ids: state.page_ids, country: state.key, from: last === null ? null : addDays(last, -OVERLAP_DAYS), to: today };
}

async function takeIn(tools: CollectTools, state: MetaCollectState, step: MetaStep, asOf: string): Promise<string | null> {
  const name = `meta-api-${state.key}-${asOf}-${String(state.files + 1).padStart(4, '0')}.ndjson`;
  const upload = await tools.intake.part(await tools.intake.begin(name), 1, step.lines);
  const facts = { name, library: 'meta-api', as_of: asOf, country: state.key, bytes: step.lines.length } as const;
  const taken = await tools.intake.complete(upload, facts);
  if (!('refused' in taken)) return null;
  await tools.intake.abort(upload);
  return taken.refused;
}

function keep(
  tools: CollectTools,
  state: MetaCollectState,
  marks: Marks | null,
  outcome: 'collected' | 'refused' | 'stopped',
  message: string,
): Promise<void> {
  const { etag, last_modified } = marks ?? { etag: null, last_modified: null };
  return tools.keep('meta-api', state.key, { etag, last_modified, at: tools.now(), outcome, message });
}

function amount(step: MetaStep, state: MetaCollectState): string {
  const pages = state.page_ids.length;
  return `${step.total.ads} ads of ${pages} ${pages === 1 ? 'page' : 'pages'}`;
}

/** Stands for a set of pages: another set is another question, whose answers go back to the beginning. */
async function fingerprint(pageIds: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([...new Set(pageIds)].sort().join(',')));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
