/** What collectors need of the house: bytes are put together in R2, unpacked, redacted and queued for their import like a file that a person sent. */
import { gunzip } from '../sources/gzip.ts';
import { isArchive } from '../sources/library-of.ts';
import { takeIn } from '../sources/take-in.ts';
import { unpackArchive } from '../sources/unpack.ts';
import { BadArchive } from '../sources/zip.ts';
import { type Held, hashed } from '../store/bytes.ts';
import { collectionMarks, keepAttempt } from '../store/collections.ts';
import { addSourceFile } from '../store/source-files.ts';
import type { Uploads } from '../store/uploads.ts';
import type { CollectedFacts, CollectTools, Intake } from './collect/intake.ts';
import type { Tools } from './tools.ts';

const SUCCEEDED = new Set(['collected', 'unchanged']);

type Network = Pick<CollectTools, 'fetcher' | 'wait'> & Partial<Pick<CollectTools, 'part_bytes' | 'meta_calls'>>;

const NETWORK: Network = {
  fetcher: (address, init) => fetch(address, init),
  wait: (ms) => new Promise<void>((done) => setTimeout(done, ms)),
};

/** The network is the Worker's own; tests give another. */
export function collectTools(tools: Tools, uploads: Uploads, network: Network = NETWORK): CollectTools {
  return {
    ...network,
    now: tools.now,
    lastOf: (kind, key) => collectionMarks(tools.db, kind, key),
    keep: (kind, key, attempt) => keepAttempt(tools.db, kind, key, attempt, SUCCEEDED.has(attempt.outcome)),
    intake: intakeOf(tools, uploads),
  };
}

function intakeOf(tools: Tools, uploads: Uploads): Intake {
  return {
    begin: async (name) => {
      const key = `incoming/collected-${crypto.randomUUID()}`;
      return { name, key, id: await uploads.begin(key), parts: [] };
    },
    part: async (upload, n, bytes) => {
      const part = await uploads.part(upload.key, upload.id, n, bytes);
      return { ...upload, parts: [...upload.parts.filter((one) => one.n !== n), part] };
    },
    complete: async (upload, facts) => {
      const size = await uploads.complete(upload.key, upload.id, upload.parts);
      const held = tools.bytes.held(upload.key, size);
      try {
        return await takeAll(tools, held, facts);
      } catch (error) {
        if (error instanceof BadArchive) return { refused: error.message };
        throw error;
      } finally {
        await held.discard();
      }
    },
    abort: (upload) => uploads.discard(upload.key, upload.id),
  };
}

type Taken = { readonly runs: readonly string[] } | { readonly refused: string };

async function takeAll(tools: Tools, held: Held, facts: CollectedFacts): Promise<Taken> {
  const hashing = hashed(held.stream(0, held.size));
  for await (const _ of hashing.chunks);
  const received = await hashing.sha256();
  const head = await held.read(0, Math.min(4, held.size));
  if (!isArchive(head)) return takeOne(tools, held.stream(0, held.size), facts, received, facts.name, null);
  if (head[0] === 0x1f) {
    const plain = gunzip(held.stream(0, held.size), { name: facts.name });
    return takeOne(tools, plain, facts, received, facts.name.replace(/\.gz$/i, ''), null);
  }
  const runs: string[] = [];
  const refused: string[] = [];
  const { skipped } = await unpackArchive(
    held,
    async (member) => {
      const taken = await takeOne(tools, member.read(), facts, received, `${facts.name}/${member.name}`, facts.name);
      if ('runs' in taken) runs.push(...taken.runs);
      else refused.push(taken.refused);
    },
    facts.name,
  );
  if (runs.length > 0) return { runs };
  const reasons = [...refused, ...skipped.filter((it) => !it.ordinary).map((it) => `${it.name}: ${it.reason}`)];
  return { refused: `Nothing in ${facts.name} could be taken in. ${reasons.slice(0, 3).join(' ')}`.trim() };
}

async function takeOne(
  tools: Tools,
  chunks: AsyncIterable<Uint8Array>,
  facts: CollectedFacts,
  received: string,
  name: string,
  archive: string | null,
): Promise<Taken> {
  const keeper = {
    put: (all: AsyncIterable<Uint8Array>) => tools.bytes.put(all, `collected-${crypto.randomUUID()}`),
    forget: (stored: string) => tools.bytes.forget(stored),
  };
  const taken = await takeIn(keeper, chunks, { name, as_of: facts.as_of, window: null, currency: null }, facts.library);
  if (!taken.ok) return { refused: taken.problem };
  const { run } = await addSourceFile(
    tools.db,
    tools.queue,
    {
      sha256: taken.sha256,
      received_sha256: received,
      name,
      library: taken.library.id,
      bytes: taken.bytes,
      as_of: facts.as_of,
      redacted: taken.redacted,
      first_record: taken.first_record,
      window_days: null,
      currency: null,
      archive,
      collected: facts.library,
    },
    `import-${taken.sha256.slice(0, 12)}-${crypto.randomUUID().slice(0, 8)}`,
    tools.now(),
  );
  return { runs: [run.id] };
}
