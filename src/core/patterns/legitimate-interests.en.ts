/** English patterns for `legitimate-interests`: which legitimate interests are meant. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const legitimateInterests: PatternFamily = {
  id: 'legitimate-interests.en',
  practice: 'legitimate-interests',
  language: 'en',
  patterns: [
    slots({
      id: 'interest-named',
      stance: 'stated',
      anchor:
        'legitimate (?:\\w+ )?interests? (?:\\w+ )?(?:in|is to|are to|of (?:campaign|rais|keep|promot|win|know|running|improv|ensur)\\w*|to \\w+|include|such as|for example)|legitimate (?:\\w+ )?interests? ?\\((?:for example|such as|to|in|e\\.g)|legitimate (?:\\w+ )?interests?:',
      without: 'legitimate interests? (?:\\w+ )?in (?:accordance|line)|overrid\\w+',
      says: [
        'We have a legitimate interest in paying for our campaigns.',
        'Our legitimate interests are to win elections and to keep in touch.',
        'Legitimate interests: raising money for our work.',
      ],
      does_not_say: ['The interests of working people come first.', 'We are a legitimate campaign.', 'We pay interest on late refunds.'],
    }),
    slots({
      id: 'interests-unnamed',
      stance: 'vague',
      anchor: 'legitimate (?:\\w+ )?interests?',
      reason: 'which interests is not said',
      reads: ['right'],
      says: ['We rely on our legitimate interests.', 'Legal basis: legitimate interests.', 'This is done under legitimate interest.'],
    }),
  ],
};
