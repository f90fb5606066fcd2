/** The shape of one criterion: a kind of targeting that an ad library can show or a declaration can state. */
import type { PracticeId } from '../practices.ts';
import type { Reference } from '../references.ts';

/** How the data behind a criterion came about (EDPB Guidelines 8/2020, paragraph 36). `not-known` only where the source does not say. */
export type Mechanism = 'provided' | 'observed' | 'inferred-labelled' | 'inferred-unlabelled' | 'none' | 'not-known';

/** The families of the table on the criteria page. */
export type CriterionFamily = 'place' | 'person' | 'interest' | 'own-audience' | 'lookalike-and-partner' | 'delivery' | 'none';

/** One criterion. Every text is ours and ready for a page. Direction is never part of it. */
export interface CriterionEntry<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly family: CriterionFamily;
  /** Whose data, given by whom, used to do what. */
  readonly meaning: string;
  /** The one practice of a notice that answers for it. */
  readonly practice: PracticeId;
  readonly mechanism: readonly Mechanism[];
  /** Who holds the personal data: `party` includes its suppliers. */
  readonly personal_data: 'party' | 'platform' | 'both' | 'none' | 'not-known';
  /** How likely it is to reveal a special category of data, in words. */
  readonly risk: string;
  /** False for the three ids that only sources use, where they do not say more. */
  readonly declarable: boolean;
  readonly references: readonly Reference[];
  /** What is used: completes "The Snapchat ad library shows ... used to reach people". */
  readonly phrase: string;
  /** The block of a declaration that states it; `null` where none may. */
  readonly declared_in: 'criteria' | 'list' | 'lookalike' | 'retargeting' | 'engagement' | 'answer' | null;
}
