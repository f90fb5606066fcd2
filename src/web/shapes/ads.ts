/** Ads and observations. What the API answers and the pages render. */
import * as z from 'zod';
import { Count, Day, Instant, MoneyShape, Sha256 } from './common.ts';
import { AccountShape } from './parties.ts';
import { RevisionShape } from './revisions.ts';

export const AdShape = z
  .object({
    id: z.string(),
    platform: z.string(),
    library_id: z.string(),
    party: z.string().nullable(),
    role: z.string().nullable(),
    buyer: z.string(),
    payer: z.string(),
    spend: MoneyShape.nullable(),
    impressions: Count.nullable(),
    first_day: Day.nullable(),
    last_day: Day.nullable(),
    open: z.boolean().describe('The library gives no end'),
    country: z.string().nullable(),
    places_shown: z.boolean(),
    criteria: z.array(z.object({ criterion: z.string(), direction: z.string() })),
  })
  .meta({ id: 'Ad' });
export type AdView = z.infer<typeof AdShape>;

export const ObservationShape = z
  .object({
    ad: z.string(),
    criterion: z.string(),
    direction: z.string(),
    level: z.string(),
    field: z.string(),
    values: z.array(z.string()),
    value_count: z.number().int(),
    hidden: z.number().int(),
    source_file: Sha256,
    row: z.number().int(),
    first_as_of: Day,
    last_as_of: Day,
    shown_until: Day.nullable().describe('The last copy that showed it, where the newest copy of the ad no longer does'),
    mapping_version: z.number().int(),
  })
  .meta({ id: 'Observation' });

export const AdDetailShape = AdShape.extend({
  about: z.string().nullable(),
  media: z.array(z.string()),
  landing: z.string().nullable(),
  start_at: Instant.nullable(),
  end_at: Instant.nullable(),
  account: AccountShape.nullable(),
  observations: z.array(ObservationShape),
  source_file: z.object({
    sha256: Sha256,
    received_sha256: Sha256,
    name: z.string(),
    library: z.string(),
    as_of: Day,
    received_at: Instant,
    row: z.number().int(),
  }),
  party_name: z.string().nullable(),
  revisions: z.array(RevisionShape).describe('What the library changed of its own record of this ad; 200 at most'),
}).meta({ id: 'AdDetail' });
export type AdDetailView = z.infer<typeof AdDetailShape>;
