/** English patterns for `named-platforms`: a platform named as a source, a recipient or a place for adverts. */
import { ADVERT, GIVE, PLATFORM, SOCIAL, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const NAME = `${PLATFORM}|(?<=on |with |left |by |to |from |and |via )x(?= and|,|\\.| that| we| no| as| to|$)`;
const USE = `${GIVE}|${ADVERT}|${verbs('combine', 'match', 'collect', 'advertise', 'target', 'show', 'run', 'tell', 'use', 'talk', 'upload', 'compare', 'work')}|shown|run on|sources?|recipients?|audiences?|pixels?|cookies?|tells us|we get|obtain\\w*|places? for|including|such as|reaches|remarketing|retargeting`;
const PLUGIN =
  'buttons?|plug-?ins?|log ?in|sign in|logging in|widgets?|embed\\w*|share buttons?|left x|left facebook|left twitter|settings at|opt[- ]?out|follow us|find us|fundraiser|messages that you send us|own (?:adverts|policy|privacy)|privacy polic(?:y|ies) of|message us|contact us (?:on|via|through)|payments? (?:are|is)|analytics|ads settings|join us on';

export const namedPlatforms: PatternFamily = {
  id: 'named-platforms.en',
  practice: 'named-platforms',
  language: 'en',
  patterns: [
    slots({
      id: 'platform-with-a-role',
      stance: 'stated',
      anchor: NAME,
      with: [USE],
      without: PLUGIN,
      near: 140,
      details: { platforms: 'anchor' },
      says: [
        'We share hashed emails with Meta and Google.',
        'Our adverts run on Instagram, YouTube and Snapchat.',
        'Recipients: Facebook Ireland Ltd, LinkedIn.',
      ],
      does_not_say: [
        'Visits are counted with Google Analytics.',
        'Find us on: Facebook, Instagram, YouTube.',
        'Mark your ballot paper with an X.',
      ],
    }),
    slots({
      id: 'plug-in',
      stance: 'vague',
      anchor: PLATFORM,
      with: [
        'buttons?|plug-?ins?|log ?in|sign in|widgets?|embed\\w*|settings at|opt[- ]?out|ads? settings|login|stop (?:interest|personal)\\w*',
      ],
      without: 'analytics',
      reason: 0,
      reads: ['choice', 'others'],
      negated: 'nothing',
      says: [
        'Our pages carry a Facebook button.',
        'You may log in with your Google account.',
        'To stop interest-based adverts, go to your settings at Twitter.',
      ],
      does_not_say: [
        'Donations are handled by PayPal and Stripe.',
        'Page titles and meta descriptions are public.',
        'A snap election may be called.',
      ],
    }),
    slots({
      id: 'platform-class',
      stance: 'vague',
      anchor: SOCIAL,
      with: [
        `${ADVERT}|${GIVE}|${verbs('share', 'upload', 'match', 'learn', 'collect', 'target', 'reach')}|sources?|recipients?|from|audiences?|what you see`,
      ],
      without: `follow us on (?:social media|our)|social media rules|staff|${PLATFORM}|find us`,
      near: 120,
      reason: 'anchor',
      reads: ['choice', 'others'],
      says: [
        'When you share or follow us on a social network, that network may learn of it.',
        'We get data from social media.',
        'Adverts are shown on social media platforms.',
      ],
    }),
    slots({
      id: 'platform-left',
      stance: 'denied',
      anchor: '(?:have |has )?left (?:x|facebook|twitter|instagram|tiktok|snapchat|meta|google|youtube|linkedin)',
      says: ['We have left X and no longer use it for campaigns.', 'Our party has left Facebook.', 'We left Snapchat last year.'],
    }),
  ],
};
