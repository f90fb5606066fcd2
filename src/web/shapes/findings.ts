/** Findings. What the API answers and the pages render. */
import * as z from 'zod';
import { Day, EvidenceShape, Instant, MoneyShape } from './common.ts';

export const FindingShape = z
  .object({
    id: z.string(),
    party: z.string(),
    rule: z.string(),
    rule_version: z.number().int(),
    subject: z.string(),
    outcome: z.enum(['met', 'gap', 'cannot-tell']),
    reason: z.string(),
    severity: z.enum(['urgent', 'high', 'medium', 'low', 'info']).nullable(),
    basis: z.enum(['law', 'guidance', 'good-practice']),
    regime: z.enum(['uk', 'eu']),
    platform: z.string().nullable(),
    criterion: z.string().nullable(),
    practice: z.string().nullable(),
    level: z.enum(['ad', 'page-window', 'delivery', 'declaration']).nullable(),
    valid_from: Day,
    valid_to: Day.nullable(),
    recorded_at: Instant,
    evidence: z.array(EvidenceShape).min(1),
    reader_text: z.string(),
    party_text: z.string(),
    suggested: z.string().nullable(),
    reviewed: z.boolean().describe('false: machine reading, no person has confirmed it'),
  })
  .meta({ id: 'Finding' });
export type FindingView = z.infer<typeof FindingShape>;

export const FindingDetailShape = FindingShape.extend({
  party_name: z.string(),
  question: z.string(),
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
  closes: z.string(),
  history: z.array(FindingShape).describe('Earlier stretches of days of the same subject, oldest first'),
  log: z.array(z.object({ seq: z.number().int(), at: Instant, kind: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  ads: z
    .array(z.object({ id: z.string(), first_day: Day.nullable(), last_day: Day.nullable(), spend: MoneyShape.nullable() }))
    .describe('Up to ten of the ads behind it, largest spend first'),
  permalink: z.string(),
  citation: z.string().describe('Suggested citation'),
}).meta({ id: 'FindingDetail' });
export type FindingDetailView = z.infer<typeof FindingDetailShape>;
