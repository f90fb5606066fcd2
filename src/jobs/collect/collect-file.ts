/** Collects one published file: the Google bundle, or a year of Snapchat's library. A part of it a message. */
import type { LibraryId } from '../../core/platforms.ts';
import { type DownloadState, type DownloadStep, downloadStep } from './download.ts';
import type { Attempt, CollectTools, Marks, Upload } from './intake.ts';
import type { Server } from './settings.ts';

export interface FileState {
  readonly kind: 'google' | 'snapchat';
  /** `bundle`, or the year. */
  readonly key: string;
  readonly download: DownloadState | null;
  readonly upload: Upload | null;
  /** Beginnings before this one, which came to nothing. */
  readonly restarts: number;
}

/** What a message leads to: the next one, after a pause, or nothing more. */
export interface Next<State> {
  readonly next: State | null;
  readonly delay_seconds: number;
}

const FILES: Readonly<Record<FileState['kind'], { readonly library: LibraryId; path(key: string): string; name(key: string): string }>> = {
  google: {
    library: 'google',
    path: () => '/political-csv/google-political-ads-transparency-bundle.zip',
    name: () => 'google-political-ads-transparency-bundle.zip',
  },
  snapchat: {
    library: 'snapchat',
    path: (year) => `/ad-manager-political-ads-dump/political/${year}/PoliticalAds.zip`,
    name: (year) => `snapchat-${year}-PoliticalAds.zip`,
  },
};

const MAX_RESTARTS = 3;
/** A library that is being written is whole again within minutes. */
const RESTART_SECONDS = 900;
const NO_MARKS: Marks = { etag: null, last_modified: null };

export async function collectFile(tools: CollectTools, server: Server, state: FileState): Promise<Next<FileState>> {
  const file = FILES[state.kind];
  const before = (await tools.lastOf(state.kind, state.key)) ?? NO_MARKS;
  // A message that came twice, after the file was taken in.
  if (state.download && marked(before, state.download.version)) return done;
  let upload = state.upload;
  const step = await downloadStep(state.download, {
    fetcher: tools.fetcher,
    wait: tools.wait,
    ...(tools.part_bytes === undefined ? {} : { part_bytes: tools.part_bytes }),
    hosts: server.hosts,
    loopback: server.loopback,
    address: `${server.origin}${file.path(state.key)}`,
    now: tools.now(),
    since: before,
    part: async (n, bytes) => {
      upload ??= await tools.intake.begin(file.name(state.key));
      upload = await tools.intake.part(upload, n, bytes);
    },
  });
  if (step.outcome === 'more') return { next: { ...state, download: step.state, upload }, delay_seconds: 0 };
  const keep = (attempt: Omit<Attempt, 'at'>): Promise<void> => tools.keep(state.kind, state.key, { ...attempt, at: tools.now() });
  if (step.outcome === 'whole' && upload) {
    const { as_of, bytes, version } = step;
    const taken = await tools.intake.complete(upload, { name: file.name(state.key), library: file.library, as_of, country: null, bytes });
    if ('refused' in taken) {
      // The old marks stay, so that the file is fetched again until somebody has looked.
      await tools.intake.abort(upload);
      await keep({ ...before, outcome: 'refused', message: taken.refused });
    } else {
      const { etag, last_modified } = version;
      await keep({ etag, last_modified, outcome: 'collected', message: `A new copy of ${as_of} with ${bytes} bytes was taken in.` });
    }
    return done;
  }
  if (upload) await tools.intake.abort(upload);
  return ended(state, step, before, keep);
}

/** An attempt without a file: on record, and begun again where that may help. */
async function ended(
  state: FileState,
  step: DownloadStep,
  before: Marks,
  keep: (attempt: Omit<Attempt, 'at'>) => Promise<void>,
): Promise<Next<FileState>> {
  if (step.outcome === 'more' || step.outcome === 'whole') throw new Error(`A step of ${state.kind} handed over no part`);
  const passing = step.outcome === 'half-written' || step.outcome === 'changed' || step.outcome === 'unreachable';
  const again = passing && state.restarts < MAX_RESTARTS;
  const then = again ? ` It is tried again in ${RESTART_SECONDS / 60} minutes.` : passing ? ' It is tried again at the next round.' : '';
  const { etag, last_modified } = before;
  await keep({ etag, last_modified, outcome: step.outcome, message: `${sentence(state, step)}${then}` });
  if (!again) return done;
  return { next: { ...state, download: null, upload: null, restarts: state.restarts + 1 }, delay_seconds: RESTART_SECONDS };
}

const done: Next<never> = { next: null, delay_seconds: 0 };

function sentence(state: FileState, step: Extract<DownloadStep, { readonly message: string }>): string {
  if (step.outcome === 'not-there' && state.kind === 'snapchat') return `Snapchat has no file for ${state.key} yet.`;
  return step.message;
}

/** True where the copy that was taken last is this version. */
function marked(marks: Marks, version: Marks): boolean {
  if (marks.etag === null && marks.last_modified === null) return false;
  return marks.etag === version.etag && marks.last_modified === version.last_modified;
}
