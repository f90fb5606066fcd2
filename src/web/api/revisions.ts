/** Revisions: what libraries changed of their own record between two copies, and what it comes to. */
import * as z from 'zod';
import type { Db } from '../../store/db.ts';
import { type CopyPair, copyPairs, type ListedRevision, listRevisions, REVISED, type RevisionKey } from '../../store/revision-lists.ts';
import { adsInCommon, pairSums, type RevisionSum } from '../../store/revision-sums.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { badRequest } from '../problem.ts';
import { listedValues } from '../revised-values.ts';
import {
  type ChangeView,
  type PairView,
  RevisionsShape,
  type RevisionsView,
  type RevisionView,
  type SumView,
} from '../shapes/revisions.ts';
import { moneyOf } from './common.ts';

export const REVISION_KINDS = ['emptied', 'changed', 'filled', 'moved', 'not-seen', 'seen-again'] as const;
/** Pairs of copies summed up on one page. */
const PAIRS = 6;

export const revisions: Endpoint = {
  path: '/revisions',
  summary: 'What the libraries rewrote: fields of ads that two copies print differently, largest spend first',
  description:
    'It describes, and never says why. While an ad runs its money, its audience and its end grow: that is no revision. The first page also sums up each pair of copies.',
  shape: RevisionsShape,
  list: true,
  query: z.object({
    party: z.string().optional().describe('Id of a party: ads of its confirmed accounts'),
    platform: z.string().optional(),
    library: z.string().optional().describe('Id of a library format'),
    of: z.enum(REVISED).optional().describe('What the field says; presence: the ad as a whole'),
    field: z.string().optional().describe('A field by its name in the file'),
    kind: z.enum(REVISION_KINDS).optional(),
    source: z.string().optional().describe('SHA-256 of a copy, on either side'),
    ad: z.string().optional().describe('Id of an ad'),
    limit: z.string().optional().describe('1 to 200, usually 25'),
    after: z.string().optional().describe('From a `next` address'),
  }),
  load: async (load, _params, query): Promise<RevisionsView> => {
    const limit = pageSize(query, 25);
    const { after, limit: _, ...filter } = query;
    const rows = await listRevisions(load.db, filter, keyOf(after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const wide = after === undefined && [filter.party, filter.of, filter.field, filter.kind, filter.ad].every((one) => one === undefined);
    const pairs = wide ? await copyPairs(load.db, filter) : [];
    return {
      items: shown.map(revisionView),
      next: nextAddress(load, rows.length > limit && last ? placeOf(last) : null),
      as_of: load.now,
      revision: load.revision,
      summary: await Promise.all(pairs.slice(0, PAIRS).map((pair) => pairView(load.db, pair))),
      more_pairs: Math.max(0, pairs.length - PAIRS),
    };
  },
};

export function revisionView(row: ListedRevision): RevisionView {
  return {
    ad: row.ad_id,
    platform: row.platform,
    library: row.library,
    party: row.party_id,
    role: row.role,
    buyer: row.buyer,
    payer: row.payer,
    spend: moneyOf({ spend_min: row.ad_spend_min, spend_max: row.ad_spend_max, currency: row.currency }),
    of: row.of,
    field: row.field,
    kind: row.kind,
    before: row.before,
    after: row.after,
    before_count: listedValues(row.library, row.of, row.before)?.length ?? null,
    after_count: listedValues(row.library, row.of, row.after)?.length ?? null,
    from: { source_file: row.from_source, name: row.from_name, as_of: row.from_as_of, row: row.from_row },
    to: { source_file: row.to_source, name: row.to_name, as_of: row.to_as_of, row: row.to_row },
  };
}

async function pairView(db: Db, pair: CopyPair): Promise<PairView> {
  const { sums, whole } = await pairSums(db, pair);
  const groups = Map.groupBy(sums, (row) => `${row.of}\n${row.field}\n${row.kind}`);
  const changes: ChangeView[] = [];
  for (const rows of groups.values()) {
    const [head] = rows;
    if (head === undefined || head.kind === '') continue;
    // An ad has one revision of a field between two copies, so these may be added.
    const field_ads = sums.filter((row) => row.of === head.of && row.field === head.field).reduce((sum, row) => sum + row.ads, 0);
    const { of, field, kind } = head;
    changes.push({ of, field, kind, ...sumOf(rows), field_ads, parties: partiesOf(rows), same_ads_as: [] });
  }
  changes.sort(inOrder);
  const own = groups.get('\n\n') ?? [];
  return {
    library: pair.library,
    from: { source_file: pair.from_source, name: pair.from_name, as_of: pair.from_as_of },
    to: { source_file: pair.to_source, name: pair.to_name, as_of: pair.to_as_of },
    ...sumOf(own),
    parties: partiesOf(own),
    changes: await Promise.all(changes.map((change) => withSameAds(db, pair, change, changes))),
    whole,
  };
}

/** Fields of one kind with the same number of ads and the same spend are compared ad by ad: a country and its postcodes go together. */
async function withSameAds(db: Db, pair: CopyPair, change: ChangeView, all: readonly ChangeView[]): Promise<ChangeView> {
  const alike = all.filter(
    (one) =>
      one !== change &&
      one.of === 'targeting' &&
      one.of === change.of &&
      one.kind === change.kind &&
      one.ads === change.ads &&
      JSON.stringify(one.spend) === JSON.stringify(change.spend),
  );
  const same: string[] = [];
  for (const one of alike.slice(0, 4)) {
    if ((await adsInCommon(db, pair, change.kind, change.field, one.field)) === change.ads) same.push(one.field);
  }
  return { ...change, same_ads_as: same };
}

function sumOf(rows: readonly RevisionSum[]): SumView {
  const spend = [...Map.groupBy(rows, (row) => row.currency)].map(([currency, mine]) => {
    const total = (name: 'spend_min' | 'spend_max' | 'open') => mine.reduce((sum, row) => sum + row[name], 0);
    return { min: total('spend_min'), max: total('open') > 0 ? null : total('spend_max'), currency: currency || null };
  });
  // Pounds first, for readers in the UK; amounts of other currencies cannot be put in order of size.
  spend.sort((a, b) => Number(b.currency === 'GBP') - Number(a.currency === 'GBP') || ((a.currency ?? '~') < (b.currency ?? '~') ? -1 : 1));
  return { ads: rows.reduce((sum, row) => sum + row.ads, 0), spend };
}

function partiesOf(rows: readonly RevisionSum[]): PairView['parties'] {
  const named = Map.groupBy(rows, (row) => row.party_id ?? '');
  named.delete('');
  return [...named].map(([party, mine]) => ({ party, ...sumOf(mine) })).sort((a, b) => size(b) - size(a) || b.ads - a.ads);
}

function inOrder(a: ChangeView, b: ChangeView): number {
  const place = (list: readonly string[], id: string) => (list.indexOf(id) + list.length + 1) % (list.length + 1);
  return (
    place(REVISED, a.of) - place(REVISED, b.of) ||
    place(REVISION_KINDS, a.kind) - place(REVISION_KINDS, b.kind) ||
    size(b) - size(a) ||
    b.ads - a.ads ||
    (a.field < b.field ? -1 : 1)
  );
}

/** Pounds, which are listed first. */
function size(sum: SumView): number {
  const [first] = sum.spend;
  return first?.currency === 'GBP' ? first.min : 0;
}

function placeOf(row: ListedRevision): string {
  return JSON.stringify([row.spend_min, row.ad_id, row.to_as_of, row.to_source, row.field]);
}

function keyOf(after: string | undefined): RevisionKey | null {
  if (after === undefined) return null;
  const read = z.tuple([z.number(), z.string(), z.string(), z.string(), z.string()]).safeParse(parsed(after));
  if (!read.success) throw badRequest(`'after' is '${after}'. Take it from a 'next' address.`);
  const [spend_min, ad_id, to_as_of, to_source, field] = read.data;
  return { spend_min, ad_id, to_as_of, to_source, field };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
