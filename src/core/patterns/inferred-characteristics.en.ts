/** English patterns for `inferred-characteristics`: traits of a person guessed from other data. */
import { verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const TRAIT =
  'how old|ages?|gender|sex|ethnic(?:ity| origin)?|religio(?:n|us)\\w*|language|incomes?|household (?:income|size|composition)|children|rented|home ?owner(?:ship|s)?|hobbies|newspapers?|interests|education|occupation|family|marital|wealth|owned|type of home';
const GUESS = `${verbs('estimate', 'predict', 'infer', 'guess', 'deduce', 'derive', 'calculate', 'model', 'impute', 'assume')}|works? out|worked out|working out|likely|inferred|guesses|assumptions?|estimates?|probable|presumed`;
const OTHER =
  'delivery|census tables|close result|from silence|authority|pages are popular|from the logs|cost|assume (?:that|no)|assumption of|estimated time|interests? in a place|ages? of|likely to be (?:affected|harmed)|legitimate interests|as likely|public interest';

export const inferredCharacteristics: PatternFamily = {
  id: 'inferred-characteristics.en',
  practice: 'inferred-characteristics',
  language: 'en',
  patterns: [
    slots({
      id: 'trait-guessed',
      stance: 'stated',
      anchor: GUESS,
      with: [TRAIT],
      without: `${OTHER}|inferred interests|likely to (?:support|vote|turn|change)|predicts who will turn`,
      near: 70,
      details: { traits: 0 },
      says: [
        'From your first name we estimate how old you are.',
        'Ethnic origin may be guessed from surnames.',
        'Our supplier tells us which households are likely to have children.',
      ],
      does_not_say: [
        'The estimated delivery time of your order is five days.',
        'Census tables describe each ward as a whole.',
        'No agreement may be inferred from silence.',
      ],
    }),
    slots({
      id: 'guess-without-trait',
      stance: 'vague',
      anchor:
        'modelled data|(?:likely|inferred|estimated|modelled|predicted) (?:characteristics|traits|interests|data|information|attributes|preferences)|segmented and estimated|assumptions about (?:you|voters|people)|guesses about (?:you|voters|people)|inferences? (?:about|from|drawn)',
      without: OTHER,
      reason: 'no trait is named',
      says: ['We use modelled data.', 'Likely characteristics may be added to your record.', 'Data is segmented and estimated.'],
      does_not_say: ['From the logs we can infer which pages are popular.', 'We predict a close result in the county.'],
    }),
    slots({
      id: 'no-guesses',
      stance: 'denied',
      anchor:
        'no (?:guesses|estimates|assumptions|inferences)|(?:not|never) (?:guess|infer|estimate|make (?:any )?(?:guesses|assumptions|inferences))',
      without: 'delivery|cost|costs|prices?',
      says: [
        'We make no guesses about you.',
        'Our records hold facts you gave us and no estimates.',
        'We do not make assumptions about voters.',
      ],
    }),
  ],
};
