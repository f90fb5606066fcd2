/** Parties, accounts, and what the front page shows. What the API answers and the pages render. */
import * as z from 'zod';
import { Day, Instant, MoneyShape } from './common.ts';
import { FindingShape } from './findings.ts';

export const CriterionUseShape = z.object({
  criterion: z.string(),
  direction: z.string(),
  platform: z.string(),
  level: z.string(),
  ads: z.number().int(),
  first: Day,
  last: Day,
  spend: z.array(MoneyShape),
});

export const MatrixRowShape = z
  .object({
    practice: z.string(),
    seen: z.enum(['seen', 'not-seen', 'cannot-tell']),
    declared: z.enum(['declared', 'not-declared', 'denied', 'no-declaration']),
    told: z.enum(['stated', 'vague', 'denied', 'absent', 'unreadable', 'no-notice']),
    outcome: z.enum(['met', 'gap', 'cannot-tell']).nullable(),
    severity: z.enum(['urgent', 'high', 'medium', 'low', 'info']).nullable(),
    findings: z.array(z.string()),
    criteria: z.array(CriterionUseShape),
    declared_uses: z.array(
      z.object({
        declaration: z.string(),
        version: z.number().int(),
        path: z.string(),
        platform: z.string().nullable(),
        criterion: z.string().nullable().describe('null: the practice itself is declared'),
        direction: z.string().nullable(),
        from: Day,
        to: Day.nullable(),
        words: z.string(),
      }),
    ),
    disclosures: z.array(
      z.object({
        notice: z.string(),
        snapshot: z.string(),
        captured_at: Instant,
        stance: z.string(),
        quote: z.string(),
        heading: z.string().nullable(),
        start: z.number().int(),
        end: z.number().int(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PracticeRow', description: 'One practice of one party: what is seen, declared and told' });
export type MatrixRowView = z.infer<typeof MatrixRowShape>;

export const TotalsShape = z.object({
  ads: z.number().int(),
  spend: z.array(MoneyShape),
  first: Day.nullable(),
  last: Day.nullable(),
  platforms: z.array(z.string()),
  gaps: z.object({
    urgent: z.number().int(),
    high: z.number().int(),
    medium: z.number().int(),
    low: z.number().int(),
    info: z.number().int(),
  }),
  met: z.number().int(),
  cannot_tell: z.number().int(),
});

export const PartySummaryShape = z
  .object({
    id: z.string(),
    name: z.string(),
    short_name: z.string(),
    audited: z.boolean().describe('One of the seven parties the ICO audited in 2020'),
    fictional: z.boolean(),
    state: z.enum(['no-declaration', 'declared-with-gaps', 'answered', 'closed', 'not-enough-evidence']),
    because: z.string(),
    totals: TotalsShape,
    matrix: z.array(MatrixRowShape),
    reconciled_at: Instant.nullable(),
  })
  .meta({ id: 'PartySummary' });
export type PartySummaryView = z.infer<typeof PartySummaryShape>;

export const AccountShape = z
  .object({
    id: z.string(),
    platform: z.string(),
    buyer: z.string(),
    payer: z.string(),
    role: z.string().nullable(),
    confidence: z.string().nullable(),
    source: z.string().nullable(),
    checked_on: Day.nullable(),
    note: z.string().nullable(),
    ads: z.number().int(),
    spend: z.array(MoneyShape),
  })
  .meta({ id: 'Account' });

export const PartyShape = PartySummaryShape.extend({
  website: z.string().nullable(),
  nations: z.array(z.string()),
  registrations: z.array(z.object({ scheme: z.string(), number: z.string(), source: z.string(), checked_on: Day, confidence: z.string() })),
  accounts: z.array(AccountShape),
  findings: z.array(FindingShape).describe('The present answers, gaps first by severity (the first 200)'),
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      url: z.string(),
      snapshots: z.array(z.object({ id: z.string(), captured_at: Instant, readable: z.boolean(), words: z.number().int() })),
    }),
  ),
  declarations: z.array(
    z.object({
      id: z.string(),
      version: z.number().int(),
      published_at: Instant,
      valid_from: Day,
      valid_to: Day.nullable(),
      status: z.string(),
    }),
  ),
  problems: z.array(z.string()).describe('What is missing, in sentences'),
}).meta({ id: 'Party' });
export type PartyView = z.infer<typeof PartyShape>;

export const FrontShape = z
  .object({
    parties: z.array(PartySummaryShape),
    world: z.enum(['demo', 'real']),
    totals: z.object({
      ads: z.number().int(),
      source_files: z.number().int(),
      snapshots: z.number().int(),
      declarations: z.number().int(),
    }),
    largest_gap: FindingShape.nullable(),
    recent: z.array(
      z.object({
        seq: z.number().int(),
        at: Instant,
        kind: z.string(),
        party: z.string().nullable(),
        subject: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    unmapped: z.array(AccountShape).describe('Advertisers nobody mapped to a party, largest first (20 at most): listed, never guessed'),
    fresh: z.object({ library: z.string(), as_of: Day, received_at: Instant }).nullable(),
  })
  .meta({ id: 'Front' });
export type FrontView = z.infer<typeof FrontShape>;
