/** The front page's record: every party at a glance, and how fresh and complete the data is. */
import * as z from 'zod';
import { waitsForReview } from '../../core/review-first.ts';
import { newestSourceFile, tallies } from '../../store/ads.ts';
import { listFindings } from '../../store/findings.ts';
import { newestEntries } from '../../store/log.ts';
import { listParties, type PartyRow, type StandingRow, standings } from '../../store/parties.ts';
import { unmapped } from '../../store/usage.ts';
import { type Endpoint, type Load, nextAddress } from '../endpoint.ts';
import { listOf } from '../shapes/common.ts';
import { FrontShape, type FrontView, PartySummaryShape, type PartySummaryView } from '../shapes/parties.ts';
import { findingView } from './common.ts';

const EMPTY_TOTALS: PartySummaryView['totals'] = {
  ads: 0,
  spend: [],
  first: null,
  last: null,
  platforms: [],
  gaps: { urgent: 0, high: 0, medium: 0, low: 0, info: 0 },
  met: 0,
  cannot_tell: 0,
};

/** A party with nothing on record yet still has its row. */
export function partySummary(row: PartyRow, standing: StandingRow | undefined): PartySummaryView {
  return {
    id: row.id,
    name: row.name,
    short_name: row.short_name,
    audited: row.audited === 1,
    fictional: row.fictional === 1,
    state: (standing?.state ?? 'not-enough-evidence') as PartySummaryView['state'],
    because: standing?.because ?? 'Nothing has been seen, declared or captured yet.',
    totals: standing ? (JSON.parse(standing.totals) as PartySummaryView['totals']) : EMPTY_TOTALS,
    matrix: standing ? (JSON.parse(standing.matrix) as PartySummaryView['matrix']) : [],
    reconciled_at: standing?.reconciled_at ?? null,
  };
}

async function summaries(load: Load): Promise<PartySummaryView[]> {
  const [parties, all] = await Promise.all([listParties(load.db), standings(load.db)]);
  const standing = new Map(all.map((row) => [row.party_id, row]));
  return parties.map((row) => partySummary(row, standing.get(row.id)));
}

export const front: Endpoint = {
  path: '/front',
  summary: 'Everything the front page shows',
  description:
    'Parties by practice with what is seen, declared and told; totals; the largest gap; what changed last; advertisers nobody mapped.',
  shape: FrontShape,
  load: async (load): Promise<FrontView> => {
    const [parties, counts, gravest, recent, unknown, newest] = await Promise.all([
      summaries(load),
      tallies(load.db),
      listFindings(load.db, { outcome: 'gap' }, null, 40),
      newestEntries(load.db, 12),
      unmapped(load.db, 'GBP', 20),
      newestSourceFile(load.db),
    ]);
    return {
      parties,
      world: load.world,
      totals: {
        ads: counts.ads ?? 0,
        source_files: counts.source_files ?? 0,
        snapshots: counts.snapshots ?? 0,
        declarations: counts.declarations ?? 0,
      },
      largest_gap: gravest.map(findingView).find((gap) => !waitsForReview(gap)) ?? null,
      recent: recent.map((row) => {
        const body = JSON.parse(row.body) as { from?: string | null; to?: string | null };
        return {
          seq: row.seq,
          at: row.at,
          kind: row.kind,
          party: row.party_id,
          subject: row.subject,
          from: body.from ?? null,
          to: body.to ?? null,
        };
      }),
      unmapped: unknown.map((row) => ({
        id: row.account_id,
        platform: row.platform,
        buyer: row.buyer,
        payer: row.payer,
        role: null,
        confidence: null,
        source: null,
        checked_on: null,
        note: null,
        ads: row.ads,
        spend: [{ min: row.spend_min, max: row.spend_max, currency: row.currency || null }],
      })),
      fresh: newest ? { library: newest.library, as_of: newest.as_of, received_at: newest.received_at } : null,
    };
  },
};

export const parties: Endpoint = {
  path: '/parties',
  summary: 'Every party of the register, at a glance',
  shape: listOf(PartySummaryShape),
  list: true,
  query: z.object({}),
  load: async (load) => ({
    items: await summaries(load),
    next: nextAddress(load, null),
    as_of: load.now,
    revision: load.revision,
  }),
};
