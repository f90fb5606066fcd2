/** English patterns for `name-inference`: age, ethnicity or origin worked out from names. */
import { verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const nameInference: PatternFamily = {
  id: 'name-inference.en',
  practice: 'name-inference',
  language: 'en',
  patterns: [
    slots({
      id: 'from-names',
      stance: 'stated',
      anchor: `${verbs('estimate', 'predict', 'infer', 'guess', 'deduce', 'derive')}|works? out|worked out|likely`,
      with: [
        '(?:from|by|using|on) (?:\\w+ ){0,4}(?:first |sur|fore|given |family )?names?',
        'how old|ages?|ethnic\\w*|origin|religion|gender|language|background',
      ],
      near: 90,
      says: [
        'From your first name we estimate how old you are.',
        'Ethnic origin may be guessed from surnames.',
        'We work out likely gender by using forenames: names show age too.',
      ],
      does_not_say: [
        'Names are printed on the ballot paper.',
        'We estimate the cost of each mailing.',
        'Your name and age are needed to join.',
      ],
    }),
    slots({
      id: 'records-added-to',
      stance: 'vague',
      anchor: '(?:may )?add (?:\\w+ )?(?:information|estimates|characteristics) to (?:our|your) records?|characteristics may be added',
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'We may add information to our records.',
        'Likely characteristics may be added to your record.',
        'We add estimates to your record.',
      ],
    }),
  ],
};
