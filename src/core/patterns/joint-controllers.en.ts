/** English patterns for `joint-controllers`: responsibility shared with a platform or another body. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const jointControllers: PatternFamily = {
  id: 'joint-controllers.en',
  practice: 'joint-controllers',
  language: 'en',
  patterns: [
    slots({
      id: 'joint',
      stance: 'stated',
      anchor:
        'joint(?:ly)? (?:data )?(?:controllers?|responsible|responsibility|controllership)|jointly (?:control|decide|determine)|share responsibility for',
      says: [
        'We and Meta are joint controllers of the page statistics.',
        'We are jointly responsible with our branches.',
        'Joint controllership with the platform rests on an agreement.',
      ],
      does_not_say: ['The joint committee meets in May.', 'We jointly won the prize.', 'You share responsibility with your team.'],
    }),
    slots({
      id: 'together-with',
      stance: 'vague',
      anchor: 'together with (?:facebook|meta|google|the platform|our partners|other bodies)',
      with: ['data|information|process\\w*'],
      reason: 'anchor',
      says: [
        'We process data together with Facebook.',
        'Together with our partners we use information.',
        'Data is held together with other bodies.',
      ],
    }),
    slots({
      id: 'we-alone',
      stance: 'denied',
      anchor: '(?:we|the party) alone (?:are|is) responsible|sole (?:data )?controller',
      says: ['We alone are responsible for this data.', 'The party alone is responsible.', 'We are the sole controller.'],
    }),
  ],
};
