/**
 * What the API answers, as zod schemas: they describe the JSON in OpenAPI, and the pages render the very same records.
 * Names are snake_case; days are `YYYY-MM-DD`; instants are UTC with `Z`; money is minor units, lower and upper bound.
 */
import * as z from 'zod';

const Day = z.string().describe('A day, YYYY-MM-DD');
const Instant = z.string().describe('An instant in UTC, ending in Z');
const Sha256 = z.string().describe('SHA-256, 64 hex digits');

export const MoneyShape = z
  .object({
    min: z.number().int().describe('Lower bound in minor units (pence)'),
    max: z.number().int().nullable().describe('Upper bound in minor units; null: no upper bound given'),
    currency: z.string().nullable().describe('ISO 4217; null: the library names none, so it is never added to another amount'),
  })
  .meta({ id: 'Money', description: 'An amount as the source gives it: bounds, never a midpoint' });

const Count = z.object({ min: z.number(), max: z.number().nullable() });

export const EvidenceShape = z
  .object({ kind: z.enum(['observation', 'disclosure', 'silence', 'declaration', 'missing']) })
  .loose()
  .meta({
    id: 'Evidence',
    description:
      'What a finding rests on: an observation, a quoted passage, a silence of a notice read whole, a declaration line, or what was missing',
  });

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
}).meta({ id: 'AdDetail' });
export type AdDetailView = z.infer<typeof AdDetailShape>;

export const NoticeShape = z
  .object({
    id: z.string(),
    party: z.string(),
    party_name: z.string(),
    kind: z.string(),
    url: z.string(),
    source: z.string(),
    snapshots: z.array(
      z.object({
        id: z.string(),
        captured_at: Instant,
        sha256: Sha256,
        bytes: z.number().int(),
        content_type: z.string(),
        provenance: z.string(),
        received_at: Instant,
        readable: z.boolean(),
        words: z.number().int(),
      }),
    ),
    shown: z
      .object({
        id: z.string(),
        title: z.string().nullable(),
        language: z.string().nullable(),
        reader_version: z.string(),
        readable: z.boolean(),
        text: z.string(),
        passages: z.array(
          z.object({
            kind: z.string(),
            start: z.number().int(),
            end: z.number().int(),
            headings: z.array(z.string()),
            lead_ins: z.array(z.string()),
            block: z.number().int(),
          }),
        ),
        practices: z.array(
          z.object({
            practice: z.string(),
            stance: z.enum(['stated', 'vague', 'denied', 'absent', 'unreadable']),
            contradiction: z.boolean(),
            disclosures: z.array(
              z
                .object({
                  stance: z.enum(['stated', 'vague', 'denied']),
                  quote: z.string(),
                  heading: z.string().nullable(),
                  lead_in: z.string().nullable(),
                  start: z.number().int(),
                  end: z.number().int(),
                  pattern: z.string(),
                  reason: z.string().nullable(),
                  limit: z.string().nullable(),
                  counts: z.boolean(),
                })
                .loose(),
            ),
          }),
        ),
        problems: z.array(z.object({ code: z.string(), scope: z.string(), message: z.string() }).loose()),
      })
      .nullable()
      .describe('The snapshot shown, as read; null when none has been read yet'),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof NoticeShape>;

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

export const ProblemShape = z
  .object({
    row: z.number().int().nullable(),
    line: z.number().int().nullable(),
    field: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    refused: z.boolean(),
  })
  .meta({ id: 'Problem' });

export const RunShape = z
  .object({
    id: z.string(),
    job: z.string(),
    subject: z.string(),
    status: z.enum(['waiting', 'running', 'done', 'failed']),
    progress: z.number().describe('0 to 1'),
    rows: z.number().int(),
    accepted: z.number().int(),
    refused: z.number().int(),
    observations: z.number().int(),
    ads: z.number().int(),
    problem_count: z.number().int(),
    problems: z.array(ProblemShape).describe('The first 100, in the order of the file'),
    columns: z
      .object({
        used: z.array(z.string()),
        ignored: z.array(z.object({ name: z.string(), reason: z.string() })),
        unknown: z.array(z.string()),
      })
      .nullable(),
    error: z.string().nullable(),
    unchanged: z.boolean().describe('These bytes had been read before; nothing was read again'),
    created_at: Instant,
    finished_at: Instant.nullable(),
  })
  .meta({ id: 'Run' });
export type RunView = z.infer<typeof RunShape>;

export const ProblemDetailsShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), check: z.string(), message: z.string() }).loose()).optional(),
  })
  .meta({ id: 'ProblemDetails', description: 'RFC 9457 problem details' });

/** A list: `next` is a ready address or null. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), as_of: Instant, revision: z.number().int() });
}

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
