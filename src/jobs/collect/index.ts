/** The collectors: which libraries are fetched on a schedule, whether each is configured, and one step of any. */
import { collectFile, type FileState, type Next } from './collect-file.ts';
import { collectMeta, type MetaCollectState } from './collect-meta.ts';
import type { CollectOutcome, CollectorId, CollectTools, Upload } from './intake.ts';
import { type CollectEnv, type Configured, configuredGoogle, configuredMeta, configuredSnapchat } from './settings.ts';

/** What travels in a queue message: plain JSON, without the token. */
export type CollectState = FileState | MetaCollectState;

interface Collector {
  readonly id: CollectorId;
  /** Off until configured. */
  readonly configured: (env: CollectEnv) => Configured;
}

/** In the order of their ids. */
export const COLLECTORS: readonly Collector[] = [
  { id: 'google', configured: configuredGoogle },
  { id: 'meta-api', configured: configuredMeta },
  { id: 'snapchat', configured: configuredSnapchat },
];

/** The first messages of a round: one for each file, and one for all of Meta's pages. `pageIds`: those of the register. */
export function beginRound(env: CollectEnv, pageIds: readonly string[]): readonly CollectState[] {
  return COLLECTORS.flatMap((collector) => {
    const configured = collector.configured(env);
    return configured.on ? configured.keys.map((key) => beginning(collector.id, key, pageIds)) : [];
  });
}

/** What is wrong with the settings, a sentence each, for the operator's eyes and `/coverage`. */
export function settingsProblems(env: CollectEnv): readonly { readonly collector: CollectorId; readonly message: string }[] {
  return COLLECTORS.flatMap((collector) => {
    const configured = collector.configured(env);
    return configured.on || configured.problem === null ? [] : [{ collector: collector.id, message: configured.problem }];
  });
}

/**
 * Does the next piece. Answers the state of the next message and the pause before it, or `next: null` when the attempt is over: it is then
 * on record by `tools.keep`, whatever came of it. Throws only what the house's own stores throw; the message may then come again.
 */
export async function collect(tools: CollectTools, env: CollectEnv, state: CollectState): Promise<Next<CollectState>> {
  const configured = COLLECTORS.find((collector) => collector.id === state.kind)?.configured(env);
  if (!configured?.on) {
    await giveUp(tools, state, 'stopped', 'The collector was switched off while it was at work.');
    return { next: null, delay_seconds: 0 };
  }
  if (state.kind === 'meta-api') return collectMeta(tools, configured.server, (env.META_TOKEN ?? '').trim(), state);
  return collectFile(tools, configured.server, state);
}

/** Ends an attempt that cannot go on, and says why: for a message that failed as often as it may. */
export async function giveUp(tools: CollectTools, state: CollectState, outcome: CollectOutcome, message: string): Promise<void> {
  const upload = uploadOf(state);
  if (upload) await tools.intake.abort(upload);
  const before = (await tools.lastOf(state.kind, state.key)) ?? { etag: null, last_modified: null };
  const { etag, last_modified } = before;
  await tools.keep(state.kind, state.key, { etag, last_modified, at: tools.now(), outcome, message });
}

function uploadOf(state: CollectState): Upload | null {
  return state.kind === 'meta-api' ? null : state.upload;
}

function beginning(kind: CollectorId, key: string, pageIds: readonly string[]): CollectState {
  if (kind !== 'meta-api') return { kind, key, download: null, upload: null, restarts: 0 };
  return { kind, key, files: 0, meta: null, page_ids: [...new Set(pageIds)].sort() };
}
