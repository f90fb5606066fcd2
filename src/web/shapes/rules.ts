/** Rules. What the API answers and the pages render. */
import * as z from 'zod';
import { Day } from './common.ts';

export const RuleShape = z
  .object({
    id: z.string(),
    version: z.number().int(),
    title: z.string(),
    question: z.string(),
    compares: z.array(z.string()),
    regime: z.string(),
    basis: z.string(),
    citations: z.array(
      z.object({
        instrument: z.string(),
        pinpoint: z.string(),
        basis: z.string(),
        regime: z.string(),
        url: z.string().nullable(),
        confidence: z.string(),
      }),
    ),
    in_force_from: Day,
    in_force_to: Day.nullable(),
    serves: z.array(z.string()),
    outcomes: z.object({ met: z.string(), gap: z.string(), cannot_tell: z.string(), none: z.string() }),
    severity: z.string(),
    closes: z.string(),
    changes: z.array(z.object({ version: z.number().int(), on: Day, what: z.string() })),
  })
  .meta({ id: 'Rule' });
export type RuleView = z.infer<typeof RuleShape>;
