/** The local library server, with its types, and tools whose waits take no time. */
import { afterEach } from 'vitest';
import type { Fetcher } from '../../../src/jobs/collect/http.ts';
import type { Attempt, CollectedFacts, CollectTools, Intake, Upload } from '../../../src/jobs/collect/intake.ts';
// @ts-expect-error plain JavaScript without types: it also runs by hand
import * as server from '../../support/library-server.mjs';

export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly error?: { readonly code: number; readonly error_subcode?: number; readonly message: string; readonly is_transient?: boolean };
  readonly cut?: number;
  readonly drop?: boolean;
  readonly stall?: boolean;
  readonly redirect?: string;
  readonly repeat?: boolean;
  readonly overlap?: number;
  readonly most?: number;
  readonly usage?: number;
  readonly ignore_range?: boolean;
  readonly no_length?: boolean;
  readonly bare?: boolean;
}

export interface LibraryServer {
  readonly origin: string;
  readonly host: string;
  readonly token: string;
  readonly requests: { readonly path: string; readonly query: Record<string, string>; readonly headers: Record<string, string> }[];
  readonly next: (...faults: Fault[]) => void;
  readonly always: (fault: Fault) => void;
  readonly putAds: (page: string, ads: readonly object[]) => void;
  readonly putFile: (path: string, bytes: Uint8Array, marks?: { etag?: string; last_modified?: string; content_type?: string }) => void;
  readonly close: () => Promise<void>;
}

export const inventedAds = server.inventedAds as (page: string, count: number, from?: number) => object[];
export const zipOf = server.zipOf as (...members: { name: string; bytes: string | Uint8Array }[]) => Uint8Array;

const open: LibraryServer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A server that is closed when the test is over. */
export async function aServer(): Promise<LibraryServer> {
  const started = (await server.startLibraryServer()) as LibraryServer;
  open.push(started);
  return started;
}

export const fetcher: Fetcher = (address, init) => fetch(address, init);

/** Waits that are over at once, and how long each would have been, in seconds. */
export function aClock(): { readonly waits: number[]; readonly wait: (ms: number) => Promise<void> } {
  const waits: number[] = [];
  return {
    waits,
    wait: async (ms) => {
      waits.push(ms / 1000);
    },
  };
}

export interface House {
  readonly tools: CollectTools;
  readonly attempts: { readonly kind: string; readonly key: string; readonly attempt: Attempt }[];
  readonly files: { readonly facts: CollectedFacts; readonly bytes: Uint8Array; readonly sizes: readonly number[] }[];
  /** Uploads that were begun and neither completed nor taken back. */
  readonly open: () => number;
  readonly waits: readonly number[];
}

/** A house of plain objects: uploads in memory, attempts in a list. */
export function aHouse(options: { part_bytes?: number; meta_calls?: number; refuse?: string; now?: string } = {}): House {
  const attempts: House['attempts'] = [];
  const files: House['files'] = [];
  const uploads = new Map<string, Map<number, Uint8Array>>();
  const clock = aClock();
  let begun = 0;
  const intake: Intake = {
    begin: async (name) => {
      const id = `upload-${++begun}`;
      uploads.set(id, new Map());
      return { name, key: `incoming/${name}`, id, parts: [] };
    },
    part: async (upload, n, bytes) => {
      partsOf(upload).set(n, bytes.slice());
      return { ...upload, parts: [...upload.parts.filter((part) => part.n !== n), { n, etag: `part-${n}` }] };
    },
    complete: async (upload, facts) => {
      const parts = [...partsOf(upload)].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
      if (options.refuse !== undefined) return { refused: options.refuse };
      uploads.delete(upload.id);
      files.push({ facts, bytes: joined(parts), sizes: parts.map((part) => part.length) });
      return { runs: [`import-${files.length}`] };
    },
    abort: async (upload) => {
      uploads.delete(upload.id);
    },
  };
  const partsOf = (upload: Upload): Map<number, Uint8Array> => {
    const parts = uploads.get(upload.id);
    if (!parts) throw new Error(`No upload ${upload.id} is open`);
    return parts;
  };
  const tools: CollectTools = {
    fetcher,
    now: () => options.now ?? '2026-11-20T03:15:00.000Z',
    wait: clock.wait,
    lastOf: async (kind, key) => attempts.findLast((one) => one.kind === kind && one.key === key)?.attempt ?? null,
    keep: async (kind, key, attempt) => {
      attempts.push({ kind, key, attempt });
    },
    intake,
    ...(options.part_bytes === undefined ? {} : { part_bytes: options.part_bytes }),
    ...(options.meta_calls === undefined ? {} : { meta_calls: options.meta_calls }),
  };
  return { tools, attempts, files, open: () => uploads.size, waits: clock.waits };
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The ids of NDJSON lines. */
export function idsOf(lines: Uint8Array): string[] {
  return textOf(lines)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id);
}
