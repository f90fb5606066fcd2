/** Notices: the list, one with the text as read, its snapshots. */
import * as z from 'zod';
import { findNotice, listNotices, newestReading, snapshotsOf } from '../../store/notices.ts';
import { findParty } from '../../store/parties.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { listOf } from '../shapes/common.ts';
import { NoticeShape, type NoticeView } from '../shapes/notices.ts';

const ListedNoticeShape = z
  .object({
    id: z.string(),
    party: z.string(),
    kind: z.string(),
    url: z.string(),
    scope: z.string(),
    snapshots: z.number().int(),
    newest: z.string().nullable(),
  })
  .meta({ id: 'NoticeListed' });
const SnapshotShape = NoticeShape.shape.snapshots.element.meta({ id: 'Snapshot' });

export const notices: Endpoint = {
  path: '/notices',
  summary: 'The notices Candour knows of',
  shape: listOf(ListedNoticeShape),
  list: true,
  query: z.object({
    party: z.string().optional().describe('Id of a party'),
    limit: z.string().optional(),
    after: z.string().optional().describe('From a `next` address'),
  }),
  load: async (load, _params, query) => {
    const limit = pageSize(query);
    const rows = await listNotices(load.db, query.after ?? '', limit + 1, query.party);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => ({
        id: row.id,
        party: row.party_id,
        kind: row.kind,
        url: row.url,
        scope: row.scope,
        snapshots: row.snapshots,
        newest: row.newest,
      })),
      next: nextAddress(load, rows.length > limit ? (shown.at(-1)?.id ?? null) : null),
      as_of: load.now,
      revision: load.revision,
    };
  },
};

export const notice: Endpoint = {
  path: '/notices/{id}',
  params: { id: 'Id of the notice, as in the register' },
  summary: 'One notice: its snapshots, and one of them as our reader read it',
  shape: NoticeShape,
  query: z.object({ snapshot: z.string().optional().describe('Instant of capture of the snapshot to show; the newest otherwise') }),
  load: async (load, params, query): Promise<NoticeView> => {
    const row = await findNotice(load.db, params.id ?? '');
    if (!row) throw notFound(`notice '${params.id}'`);
    const [party, snapshots] = await Promise.all([findParty(load.db, row.party_id), snapshotsOf(load.db, row.id, 100)]);
    const wanted = query.snapshot;
    const shown = wanted ? snapshots.find((s) => s.captured_at === wanted || s.id === wanted) : snapshots[0];
    if (wanted && !shown) throw notFound(`snapshot of '${row.id}' captured at ${wanted}`);
    const reading = shown ? await newestReading(load.db, shown.id) : null;
    return {
      id: row.id,
      party: row.party_id,
      party_name: party?.name ?? row.party_id,
      kind: row.kind,
      url: row.url,
      source: row.source,
      snapshots: snapshots.map((s) => ({
        id: s.id,
        captured_at: s.captured_at,
        sha256: s.sha256,
        bytes: s.bytes,
        content_type: s.content_type,
        provenance: s.provenance,
        received_at: s.received_at,
        readable: s.readable === 1,
        words: s.words ?? 0,
      })),
      shown:
        shown && reading
          ? {
              id: shown.id,
              title: reading.title,
              language: reading.language,
              reader_version: reading.reader_version,
              readable: reading.readable === 1,
              text: reading.text,
              passages: JSON.parse(reading.passages) as NonNullable<NoticeView['shown']>['passages'],
              practices: JSON.parse(reading.practices) as NonNullable<NoticeView['shown']>['practices'],
              problems: JSON.parse(reading.problems) as NonNullable<NoticeView['shown']>['problems'],
            }
          : null,
    };
  },
};

export const snapshots: Endpoint = {
  path: '/notices/{id}/snapshots',
  params: { id: 'Id of the notice' },
  summary: 'Every capture of a notice, newest first, with its hash and how it came to us',
  shape: listOf(SnapshotShape),
  list: true,
  query: z.object({}),
  load: async (load, params) => {
    const row = await findNotice(load.db, params.id ?? '');
    if (!row) throw notFound(`notice '${params.id}'`);
    const items = (await snapshotsOf(load.db, row.id, 200)).map(({ notice_id: _, ...s }) => ({
      ...s,
      readable: s.readable === 1,
      words: s.words ?? 0,
    }));
    return { items, next: null, as_of: load.now, revision: load.revision };
  },
};
