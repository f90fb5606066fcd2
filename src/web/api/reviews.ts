/** Reviews: what people decided of held copies and of advertisers, newest first. */
import * as z from 'zod';
import { listReviews, type ReviewRow } from '../../store/reviews.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { badRequest } from '../problem.ts';
import { listOf } from '../shapes/common.ts';
import { ReviewShape, type ReviewView } from '../shapes/reviews.ts';

export const reviews: Endpoint = {
  path: '/reviews',
  summary: 'Reviews: what a person decided of a held copy or of an advertiser, newest first',
  description: 'Append-only: of two reviews of one subject the later stands, and the earlier stays. Names of reviewers are public.',
  shape: listOf(ReviewShape),
  list: true,
  query: z.object({
    kind: z.enum(['held-copy', 'advertiser']).optional(),
    subject: z.string().optional().describe('Id of a run, or of an account'),
    limit: z.string().optional().describe('1 to 200, usually 50'),
    after: z.string().optional().describe('From a `next` address'),
  }),
  load: async (load, _params, query) => {
    const limit = pageSize(query);
    const rows = await listReviews(load.db, query, placeOf(query.after), limit + 1);
    const last = rows[limit - 1];
    return {
      items: rows.slice(0, limit).map(reviewView),
      next: nextAddress(load, rows.length > limit && last ? `${last.at}~${last.id}` : null),
      as_of: load.now,
      revision: load.revision,
    };
  },
};

export function reviewView(row: ReviewRow): ReviewView {
  const { id, kind, subject, decision, party_id, role, source, checked_on, reviewer, reason, at } = row;
  return {
    ...{ id, kind: kind as ReviewView['kind'], subject, decision: decision as ReviewView['decision'], party: party_id, role, source },
    ...{ checked_on, reviewer, reason, at },
  };
}

function placeOf(after: string | undefined): { at: string; id: string } | null {
  if (after === undefined) return null;
  const [at, id, more] = after.split('~');
  if (at === undefined || id === undefined || more !== undefined) throw badRequest(`'after' is '${after}'. Take it from a 'next' address.`);
  return { at, id };
}
