/** Reviews: what a person decided. What the API takes and answers. */
import * as z from 'zod';
import { Day, Instant } from './common.ts';

export const ReviewShape = z
  .object({
    id: z.string(),
    kind: z.enum(['held-copy', 'advertiser']),
    subject: z.string().describe('Id of a run, or of an account'),
    decision: z.enum(['confirm', 'reject', 'map']),
    party: z.string().nullable(),
    role: z.string().nullable(),
    source: z.string().nullable().describe('What the decision rests on'),
    checked_on: Day.nullable(),
    reviewer: z.string().describe('The name as given. It is public'),
    reason: z.string(),
    at: Instant,
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof ReviewShape>;

/** What a review sets going. */
export const ReviewedShape = ReviewShape.extend({
  unchanged: z.boolean().describe('The same decision had been sent before; it was not put down twice'),
  run: z.string().nullable().describe('Run to ask after; null: nothing had to be done'),
}).meta({ id: 'Reviewed' });
export type ReviewedView = z.infer<typeof ReviewedShape>;
