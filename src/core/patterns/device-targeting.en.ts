/** English patterns for `device-targeting`: device or connection decides who sees adverts. */
import { ADVERT, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const DEVICE =
  'devices?(?: (?:type|information|data|ids?|identifiers?))?|operating systems?|browsers?(?: type)?|connection(?: type)?|mobile (?:phone|network)|phone model|advertising ids?|ip address(?:es)?';

export const deviceTargeting: PatternFamily = {
  id: 'device-targeting.en',
  practice: 'device-targeting',
  language: 'en',
  patterns: [
    slots({
      id: 'device-chooses-adverts',
      stance: 'stated',
      anchor: `${verbs('target', 'choose', 'select', 'decide', 'aim', 'limit', 'determine', 'direct', 'filter')}|chosen|shown (?:only )?to|based on|according to|depend\\w* on`,
      with: [DEVICE, ADVERT],
      near: 110,
      details: { data: 0 },
      says: [
        'Our adverts are aimed at people who use a certain operating system.',
        'Which adverts you see depends on your device.',
        'Ads are shown only to phones with a fast connection, chosen by connection type.',
      ],
      does_not_say: [
        'Your browser automatically sends its version.',
        'Our site works on any device.',
        'Cookies are stored by your browser.',
      ],
    }),
    slots({
      id: 'technical-information',
      stance: 'vague',
      anchor:
        '(?:technical|device) (?:information|data|details)|type of (?:\\w+ )?device|device (?:type|model|identifiers?)|unique device (?:ids?|identifiers?)|browser type',
      with: ['collect\\w*|use|used|using|record\\w*|receive\\w*|log|logs|may include|improve|tailor\\w*|gather\\w*|include\\w*|hold'],
      without: 'security|fraud|repair',
      reason: 'anchor',
      says: [
        'We collect technical information about your visit.',
        'Device information may be used to improve our campaigns.',
        'Our site records the type of device you use.',
      ],
    }),
  ],
};
