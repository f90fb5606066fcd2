/** The shape of one practice: a use of people's data, or a piece of information that a notice owes. */
import type { Reference } from '../references.ts';

/** One practice. Every text is ours and ready for a page. */
export interface PracticeEntry<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** `targeting`: criteria of ad libraries and declarations lead to it. `use`: a use behind the ads. `owed`: information a notice owes. */
  readonly group: 'targeting' | 'use' | 'owed';
  /** What a reader would ask of a notice. */
  readonly question: string;
  /** When a notice states it. */
  readonly stated: string;
  /** When a notice is vague about it; `null` where it cannot be. */
  readonly vague: string | null;
  /** When a notice denies it; `null` where it cannot be denied. */
  readonly denied: string | null;
  readonly references: readonly Reference[];
  /** A sentence of ours that a notice could use, its blanks as `{platform}`; `null` where nothing is to be said. */
  readonly suggested: string | null;
  /** Completes "No passage mentions ...". */
  readonly phrase: string;
}
