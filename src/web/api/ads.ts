/** Ads and observations: what the ad libraries show. */
import * as z from 'zod';
import { findAd, findSourceFile, listAds, listObservations, type ObservationRow, observationsOf } from '../../store/ads.ts';
import { findAccount, findParty } from '../../store/parties.ts';
import { listRevisions } from '../../store/revision-lists.ts';
import { totalsOf } from '../../store/usage.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { badRequest, notFound } from '../problem.ts';
import { AdDetailShape, type AdDetailView, AdShape, ObservationShape } from '../shapes/ads.ts';
import { listOf } from '../shapes/common.ts';
import { accountView, adView } from './common.ts';
import { revisionView } from './revisions.ts';

/** Revisions of one ad that its page shows. */
const REVISIONS = 200;

const paging = {
  limit: z.string().optional().describe('1 to 200, usually 50'),
  after: z.string().optional().describe('From a `next` address'),
};

export const ads: Endpoint = {
  path: '/ads',
  summary: 'Ads, newest first',
  description: 'With `party`, only ads of accounts whose link to the party is confirmed.',
  shape: listOf(AdShape),
  list: true,
  query: z.object({
    party: z.string().optional().describe('Id of a party'),
    platform: z.string().optional(),
    role: z.string().optional().describe('national, branch, candidate, leader or agency'),
    account: z.string().optional().describe('Id of an account'),
    criterion: z.string().optional().describe('Id of a criterion'),
    direction: z.enum(['include', 'exclude', 'used']).optional(),
    from: z.string().optional().describe('First day of the ad, from this day on'),
    to: z.string().optional().describe('First day of the ad, up to this day'),
    ...paging,
  }),
  load: async (load, _params, query) => {
    const limit = pageSize(query);
    const after = parts(query.after, 2);
    const rows = await listAds(load.db, query, after ? { first_day: after[0] ?? '', id: after[1] ?? '' } : null, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(adView),
      next: nextAddress(load, rows.length > limit && last ? `${last.first_day ?? ''}~${last.id}` : null),
      as_of: load.now,
      revision: load.revision,
    };
  },
};

export const ad: Endpoint = {
  path: '/ads/{id}',
  params: { id: 'Id of the ad: {platform}:{id in the library}' },
  summary: 'One ad: every observation with the row and file it was read from',
  shape: AdDetailShape,
  load: async (load, params): Promise<AdDetailView> => {
    const row = await findAd(load.db, params.id ?? '');
    if (!row) throw notFound(`ad '${params.id}'`);
    const [account, observations, file, revised] = await Promise.all([
      findAccount(load.db, row.account_id),
      observationsOf(load.db, row.id),
      findSourceFile(load.db, row.source),
      listRevisions(load.db, { ad: row.id }, null, REVISIONS),
    ]);
    if (!account || !file) throw new Error(`Ad ${row.id} points at an account or a file that is not there`);
    const confirmed = account.confidence === 'confirmed';
    const [totals, party] = await Promise.all([
      totalsOf(load.db, account.id),
      account.party_id && confirmed ? findParty(load.db, account.party_id) : null,
    ]);
    return {
      ...adView({ ...row, party_id: confirmed ? account.party_id : null, role: account.role }),
      about: row.about,
      media: JSON.parse(row.media) as string[],
      landing: row.landing,
      start_at: row.start_at,
      end_at: row.end_at,
      account: accountView(account, totals),
      observations: observations.map(observationView),
      source_file: {
        sha256: file.sha256,
        received_sha256: file.received_sha256,
        name: file.name,
        library: file.library,
        as_of: file.as_of,
        received_at: file.received_at,
        row: row.source_row,
      },
      party_name: party?.name ?? null,
      revisions: revised.map(revisionView),
    };
  },
};

export const observations: Endpoint = {
  path: '/observations',
  summary: 'Observations: an ad library showed this ad using this criterion',
  shape: listOf(ObservationShape),
  list: true,
  query: z.object({
    ad: z.string().optional().describe('Id of an ad'),
    party: z.string().optional().describe('Id of a party'),
    criterion: z.string().optional().describe('Id of a criterion'),
    direction: z.enum(['include', 'exclude', 'used']).optional(),
    ...paging,
  }),
  load: async (load, _params, query) => {
    const limit = pageSize(query);
    const after = parts(query.after, 4);
    const [ad = '', criterion = '', direction = '', value_key = ''] = after ?? [];
    const rows = await listObservations(load.db, query, after ? { ad: Number(ad) || 0, criterion, direction, value_key } : null, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const key = last && [last.ad, last.criterion, last.direction, last.value_key].join('~');
    return {
      items: shown.map(observationView),
      next: nextAddress(load, rows.length > limit && key ? key : null),
      as_of: load.now,
      revision: load.revision,
    };
  },
};

function observationView(row: ObservationRow) {
  return {
    ad: row.ad_id,
    criterion: row.criterion,
    direction: row.direction,
    level: row.level,
    field: row.field,
    values: JSON.parse(row.value_list) as string[],
    value_count: row.value_count,
    hidden: row.hidden,
    source_file: row.source,
    row: row.source_row,
    first_as_of: row.first_as_of,
    last_as_of: row.last_as_of,
    shown_until: row.is_past === 1 ? row.last_as_of : null,
    mapping_version: row.mapping_version,
  };
}

function parts(after: string | undefined, count: number): string[] | null {
  if (after === undefined) return null;
  const pieces = after.split('~');
  if (pieces.length !== count) throw badRequest(`'after' is '${after}'. Take it from a 'next' address.`);
  return pieces;
}
