/** English patterns for `delivery-optimisation`: the platform's automation decides who sees adverts. */
import { ADVERT, PLATFORM, SOCIAL } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const SYSTEM =
  'algorithms?|automated (?:systems?|delivery|bidding)|automatic(?:ally)?|machine learning|delivery systems?|advertising systems?|optimis\\w+|optimiz\\w+';

export const deliveryOptimisation: PatternFamily = {
  id: 'delivery-optimisation.en',
  practice: 'delivery-optimisation',
  language: 'en',
  patterns: [
    slots({
      id: 'platform-decides',
      stance: 'stated',
      anchor:
        'decides? (?:\\w+ ){0,5}(?:who|which|whom)|chooses? (?:\\w+ ){0,5}(?:who|which|whom|the people)|selects? (?:\\w+ ){0,4}(?:who|which|people|users)|determines? (?:who|which)',
      with: [SYSTEM, `${PLATFORM}|${SOCIAL}|platforms?|networks?`, ADVERT],
      says: [
        "The platform's automated system decides who sees our adverts from what it knows of its users.",
        'Algorithms of Facebook choose which people get an advert.',
        'On Snapchat the delivery system selects users who may react to our ads.',
      ],
      does_not_say: [
        'Software decides which voters get a visit, with no person involved.',
        'You will get an automatic reply.',
        'Our platform is our manifesto.',
      ],
    }),
    slots({
      id: 'optimised',
      stance: 'vague',
      anchor: 'optimis(?:e|es|ed|ing|ation)|optimiz(?:e|es|ed|ing|ation)|automated (?:delivery|bidding)',
      with: [`${ADVERT}|campaigns?`],
      without: 'our website|performance of (?:the|our) (?:site|app)',
      reason: 'from what, is not said',
      says: [
        'Platforms may optimise our adverts.',
        'We use automated delivery for our ads.',
        'Our campaigns are optimised as they run: adverts improve.',
      ],
    }),
  ],
};
