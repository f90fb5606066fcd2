/** What a party declares: one version of a declaration file, read into statements. Plain data. */
import type { CriterionId } from './criteria.ts';
import type { Platform } from './observation.ts';
import type { PracticeId } from './practices.ts';
import type { Day, Instant } from './time.ts';

/** A criterion that a declaration file states, on one platform, in one direction. */
export interface DeclaredUse {
  /** Where in the file: `audiences[0].criteria[2]`. */
  readonly path: string;
  readonly audience: string | null;
  readonly platform: Platform | string;
  readonly criterion: CriterionId;
  readonly direction: 'include' | 'exclude';
  readonly from: Day;
  /** `null`: no last day given. */
  readonly to: Day | null;
  readonly values: readonly string[];
  /** Rank of fineness for places, `null` otherwise. */
  readonly rank: number | null;
  readonly reason: string | null;
}

/** A practice that a declaration file states apart from criteria (profiling, combining sources). */
export interface DeclaredPractice {
  readonly path: string;
  readonly practice: PracticeId;
  readonly from: Day;
  readonly to: Day | null;
}

/** A "we do not": dated and testable. */
export interface NegativeStatement {
  readonly path: string;
  readonly subject: CriterionId | PracticeId;
  /** Empty: every platform. */
  readonly platforms: readonly string[];
  readonly from: Day;
  readonly to: Day | null;
  readonly words: string;
}

/** One version of a declaration file that counts (valid, published, attributable: gate DQ-07), read into statements. */
export interface Declaration {
  /** `{party}/{id in the file}`; versions share it. */
  readonly id: string;
  readonly version: number;
  readonly published_at: Instant;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  /** Day from which a later version replaced it; `null` while it stands. */
  readonly superseded_on: Day | null;
  readonly withdrawn: boolean;
  readonly sha256: string;
  readonly platforms: readonly string[];
  readonly uses: readonly DeclaredUse[];
  readonly practices: readonly DeclaredPractice[];
  readonly negatives: readonly NegativeStatement[];
}
