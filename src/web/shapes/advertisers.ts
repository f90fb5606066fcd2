/** Advertisers that no party is mapped to. What the API answers and the pages render. */
import * as z from 'zod';
import { Day, Instant, MoneyShape, Sha256 } from './common.ts';

export const AdvertiserShape = z
  .object({
    id: z.string().nullable().describe('Id of the account: what a review names; null: the library gives a name and no id'),
    platform: z.string(),
    buyer: z.string(),
    payer: z.string().describe('Empty where the library names none'),
    spend: MoneyShape,
    ads: z.number().int().nullable().describe('null: the library does not say'),
    first_day: Day.nullable(),
    last_day: Day.nullable(),
    known_from: z.enum(['ads', 'money']).describe('money: only a table of amounts names it, and no ad of it is stored'),
    source_file: z.object({ sha256: Sha256, name: z.string(), row: z.number().int() }).nullable().describe('Of a table of amounts'),
    resembles: z
      .array(
        z.object({
          party: z.string(),
          because: z.string(),
          strength: z.enum(['strong', 'weak']).describe('weak: others bear such names too, or the rest of the name points elsewhere'),
        }),
      )
      .describe('A question for a person, never an answer'),
    rejected: z
      .object({ party: z.string().nullable(), reviewer: z.string(), reason: z.string(), source: z.string().nullable(), at: Instant })
      .nullable()
      .describe('A person looked and decided that it is not a party’s'),
  })
  .meta({ id: 'Advertiser' });
export type AdvertiserView = z.infer<typeof AdvertiserShape>;
