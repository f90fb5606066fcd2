/** The practices that a notice is asked about, with the weight of a gap and what the question rests on (rules.md 3.1). */
import {
  audits,
  campaigning,
  DATA_PROTECTION_LAW_FROM,
  DIRECT_MARKETING,
  democracyDisrupted,
  edpb,
  PECR_6,
  politicalAdvertising,
  RECOMMENDATIONS_FROM,
  recommendation,
  ukGdpr,
} from './citations.ts';
import type { Basis, Severity } from './evidence.ts';
import type { PracticeId } from './practices.ts';
import type { Citation } from './rule.ts';
import type { Day } from './time.ts';

/** One row of the table. */
export interface PracticeQuestion {
  readonly practice: PracticeId;
  /** `by-place`: medium from the third rank of fineness of places, else low. */
  readonly severity: Severity | 'by-place';
  /** The strongest basis under the UK regime. */
  readonly basis: Basis;
  /** First day on which what it rests on was in force. */
  readonly asked_from: Day;
  readonly citations: readonly Citation[];
}

/**
 * In the order of their ids. `delivery-optimisation` waits: the law on automated decisions changed in 2026 and our wording is
 * untested. `untargeted-advertising` is never asked.
 */
export const PRACTICE_QUESTIONS: readonly PracticeQuestion[] = [
  law('commercial-data', 'urgent', [
    ukGdpr('Article 14(2)(f)', 'read'),
    audits('sources of data (our name for the theme)'),
    democracyDisrupted('3.16'),
  ]),
  law('customer-list-matching', 'urgent', [
    ukGdpr('Article 13(1)(e)', 'verify'),
    ukGdpr('Article 13(3)', 'verify'),
    ukGdpr('Article 14(1)(e)', 'read'),
    recommendation('K3'),
    audits('sharing of data (our name for the theme)'),
    democracyDisrupted('3.14'),
    DIRECT_MARKETING,
  ]),
  law('data-combination', 'high', profiling()),
  guidance('demographic-targeting', 'low', [recommendation('K3')]),
  { ...guidance('device-targeting', 'info', [edpb('paragraph 36')]), basis: 'good-practice' },
  guidance('engagement-audience', 'medium', [campaigning('collecting personal data')]),
  guidance('friends-of-supporters', 'high', [recommendation('K2'), recommendation('K3')]),
  guidance('inferred-characteristics', 'high', [recommendation('K2'), edpb('paragraphs 73 to 77')]),
  guidance('interest-targeting', 'medium', [campaigning('campaigning in the online world'), edpb('paragraph 84')]),
  guidance('location-targeting', 'by-place', [recommendation('K3')]),
  guidance('lookalike-audience', 'high', [recommendation('K3'), democracyDisrupted('3.15'), edpb('paragraph 84')]),
  // An audience whose kind is not shown never gives a gap, so its weight is never shown.
  guidance('own-audience-targeting', 'info', [recommendation('K3')]),
  law('profiling', 'high', profiling()),
  guidance('social-media-advertising', 'medium', [recommendation('K3'), audits('sharing of data (our name for the theme)')]),
  law('website-retargeting', 'high', [PECR_6, campaigning('campaigning in the online world')]),
];

/** The row of a practice; `undefined` for one that no notice is asked about. */
export function practiceQuestion(practice: PracticeId): PracticeQuestion | undefined {
  return PRACTICE_QUESTIONS.find((row) => row.practice === practice);
}

/** The weight of a gap; `rank` is the finest place seen or declared so far. */
export function severityOf(row: PracticeQuestion, rank: number | null): Severity {
  if (row.severity !== 'by-place') return row.severity;
  return rank !== null && rank >= FINE_PLACE ? 'medium' : 'low';
}

/** Neighbourhoods, postcode districts and circles under 10 km (criteria.md a.4). */
const FINE_PLACE = 3;

/** Every citation of the table once, for the rules that ask by it. */
export const PRACTICE_CITATIONS: readonly Citation[] = [
  ...new Map(
    [...PRACTICE_QUESTIONS.flatMap((row) => row.citations), politicalAdvertising('Article 19(1)(c)')].map((citation) => [
      `${citation.instrument}|${citation.pinpoint}`,
      citation,
    ]),
  ).values(),
];

/** What an answer about one practice rests on: its row, where the rule asks by the table; else all that the rule rests on. */
export function citationsFor(cited: readonly Citation[], practice: string | null): readonly Citation[] {
  if (cited !== PRACTICE_CITATIONS) return cited;
  return PRACTICE_QUESTIONS.find((row) => row.practice === practice)?.citations ?? cited;
}

/** How severity is set, in words for the rules' pages. */
export const PRACTICE_SEVERITY =
  'By practice. Urgent: uploaded contact lists, data bought from companies. High: lookalike audiences, website or app visitors, profiling, combining sources, guesses about people, friends of supporters. Medium: interests or behaviour, engagement, advertising on platforms at all, and places from a neighbourhood, a postcode district or a circle under 10 km down. Low: wider places, age, gender and other traits. Info: devices and connections.';

function law(practice: PracticeId, severity: Severity, citations: readonly Citation[]): PracticeQuestion {
  return { practice, severity, basis: 'law', asked_from: DATA_PROTECTION_LAW_FROM, citations };
}

function guidance(practice: PracticeId, severity: Severity | 'by-place', citations: readonly Citation[]): PracticeQuestion {
  return { practice, severity, basis: 'guidance', asked_from: RECOMMENDATIONS_FROM, citations };
}

function profiling(): readonly Citation[] {
  return [
    ukGdpr('Article 13(1)(c)', 'verify'),
    ukGdpr('Article 13(2)(f), where automated decisions are made', 'verify'),
    recommendation('K2'),
    campaigning('profiling'),
    edpb('paragraph 84'),
  ];
}
