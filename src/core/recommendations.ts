/**
 * The six key recommendations of the ICO's announcement of 11 November 2020 on its audits of seven parties, in our words.
 * The numbering K1 to K6 is ours.
 */
import type { Recommendation } from './evidence.ts';

/** One recommendation. `code` is our number for it. */
export interface RecommendationEntry {
  readonly code: Recommendation;
  readonly title: string;
  /** What it asks of parties. */
  readonly says: string;
  /** What a check of published material can ask about it. */
  readonly a_check_can_ask: string;
}

/** All six, in order. */
export const RECOMMENDATIONS = [
  {
    code: 'K1',
    title: 'Clear information from the outset',
    says: 'Tell the public clearly, at the outset, how their data is used.',
    a_check_can_ask: 'Is there a notice, can it be reached, and was it there before the campaign?',
  },
  {
    code: 'K2',
    title: 'Profiling that combines sources',
    says: 'Tell people about intrusive profiling that combines data from several sources.',
    a_check_can_ask: 'Does the notice speak of the profiling and the combining of sources that the party declares?',
  },
  {
    code: 'K3',
    title: 'Targeting on social platforms',
    says: 'Be transparent when profiling people and then targeting them on social media platforms.',
    a_check_can_ask: 'Do the declaration and the notice speak of the kinds of targeting that the ad libraries show?',
  },
  {
    code: 'K4',
    title: 'Accountability that can be shown',
    says: "Be able to show accountability for the use of people's data.",
    a_check_can_ask: 'Is the declaration complete and kept in versions, and are there a policy, an assessment and a record of changes?',
  },
  {
    code: 'K5',
    title: 'Thorough checks of suppliers',
    says: 'Check suppliers and processors thoroughly.',
    a_check_can_ask: 'Does the notice name the suppliers that the party declares?',
  },
  {
    code: 'K6',
    title: 'A lawful basis for each use',
    says: 'Review the lawful basis of each kind of use.',
    a_check_can_ask: 'Do the declared lawful basis and the published one agree, purpose by purpose?',
  },
] as const satisfies readonly RecommendationEntry[];
