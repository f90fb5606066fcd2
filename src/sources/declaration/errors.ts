/** What a party reads when something in its declaration does not fit: which check spoke, where, and in which words. */
import type { Path } from './paths.ts';

/** The checks of the design, in its order: where several could speak of one place, the first does. */
export const CHECKS = [
  'empty-value',
  'silence-not-allowed',
  'unknown-field',
  'missing-field',
  'id-not-text',
  'version-needs-reason',
  'published-needs-time',
  'dates-in-order',
  'money-in-order',
  'account-needs-an-id',
  'audience-account-exists',
  'targeting-true-needs-audience',
  'targeting-false-but-used',
  'criterion-not-known',
  'criterion-only-observed',
  'criterion-has-own-block',
  'values-or-policy',
  'age-values-shape',
  'postcode-needs-granularity',
  'exclude-needs-reason',
  'source-needs-name',
  'list-needs-lawful-basis',
  'list-needs-quote',
  'list-needs-recipient',
  'member-list-is-special',
  'special-needs-condition',
  'lookalike-seed-resolves',
  'retargeting-needs-notice',
  'joint-needs-essence',
  'profiling-needs-inputs',
  'lawful-basis-needs-note',
  'negative-contradicts',
  'eu-needs-consent-answers',
  'uk-needs-imprint',
  'no-voter-data',
  'not-json',
  'wrong-type',
  'not-allowed',
] as const;

/** `not-json`, `wrong-type` and `not-allowed` speak of the file as JSON and of single values; the others are the design's own. */
export type CheckId = (typeof CHECKS)[number];

/** One error. No text of it ever holds an email address or a telephone number. */
export interface DeclarationError {
  /** `audiences[0].criteria[2].reason`; empty for the file as a whole. */
  readonly path: string;
  readonly check: CheckId;
  readonly message: string;
  /** What stands there, shortened; `null` where nothing does. */
  readonly found: string | null;
  /** What may stand there; `null` where that is not a matter of one value. */
  readonly allowed: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** An error before it has a place in the text. `name`: the field's name is at fault, not its value. */
export interface Fault {
  readonly path: Path;
  readonly check: CheckId;
  readonly message: string;
  readonly found: string | null;
  readonly allowed: string | null;
  readonly of?: 'name';
  /** Another place that this fault explains: the field that a misspelt name stands for. */
  readonly explains?: Path;
}

/** A fault between fields, where no single value is to blame. */
export function disagreement(check: CheckId, path: Path, message: string): Fault {
  return { path, check, message, found: null, allowed: null };
}
