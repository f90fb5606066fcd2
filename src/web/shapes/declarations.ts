/** Declarations. What the API answers and the pages render. */
import * as z from 'zod';
import { Day, Instant, Sha256 } from './common.ts';

export const DeclarationShape = z
  .object({
    id: z.string(),
    version: z.number().int(),
    party: z.string(),
    party_name: z.string(),
    status: z.string(),
    published_at: Instant,
    valid_from: Day,
    valid_to: Day.nullable(),
    superseded_on: Day.nullable(),
    correction_reason: z.string().nullable(),
    signature: z.string(),
    sha256: Sha256,
    received_at: Instant,
    uses: z.array(
      z.object({
        path: z.string(),
        audience: z.string().nullable(),
        platform: z.string(),
        criterion: z.string(),
        direction: z.string(),
        from: Day,
        to: Day.nullable(),
        values: z.array(z.string()),
        reason: z.string().nullable(),
      }),
    ),
    practices: z.array(z.object({ path: z.string(), practice: z.string(), from: Day, to: Day.nullable() })),
    negatives: z.array(
      z.object({ path: z.string(), subject: z.string(), platforms: z.array(z.string()), from: Day, to: Day.nullable(), words: z.string() }),
    ),
    versions: z.array(
      z.object({ version: z.number().int(), published_at: Instant, status: z.string(), correction_reason: z.string().nullable() }),
    ),
    file: z.record(z.string(), z.unknown()).describe('The file as it was sent'),
  })
  .meta({ id: 'Declaration' });
export type DeclarationView = z.infer<typeof DeclarationShape>;
