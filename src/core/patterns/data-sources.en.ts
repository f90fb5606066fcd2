/** English patterns for `data-sources`: where data comes from. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const NAMED =
  'electoral (?:register|roll)|marked register|register of electors|companies house|land registry|census|ordnance survey|royal mail|experian|facebook|twitter|local (?:councils?|authorit(?:y|ies))|data brokers?|canvass\\w*|surveys?|petitions?|you (?:provide|give|tell|submit|enter|choose to)|provided by you|directly from you|from you|automatically|your device|cookies?|public(?:ly)? (?:available )?sources?|third[- ]part(?:y|ies)';

export const dataSources: PatternFamily = {
  id: 'data-sources.en',
  practice: 'data-sources',
  language: 'en',
  patterns: [
    slots({
      id: 'source-named',
      stance: 'stated',
      anchor:
        'sources?|obtain(?:s|ed|ing)?|come(?:s)? from|receive[ds]? (?:\\w+ ){0,5}from|collect(?:s|ed|ing)? (?:\\w+ ){0,6}(?:from|when|that you|you)|get (?:\\w+ ){0,5}from|got (?:\\w+ )?(?:your|it)|supply us|supplied (?:to us )?by|(?:information|data) (?:that |which )?you (?:provide|give|submit|enter)|provided by you|automatically (?:collect\\w*|record\\w*)|collect\\w* automatically',
      with: [`${NAMED}`],
      without: 'open source|source code|source of income',
      near: 120,
      details: { sources: 0 },
      reads: ['choice'],
      says: [
        'We obtain your name from the electoral register.',
        'Source: answers to surveys.',
        'Local councils supply us with lists; data comes from the register of electors.',
      ],
      does_not_say: ['Our code is open source.', 'Come and see us.', 'Votes are counted at night.'],
    }),
    slots({
      id: 'source-unnamed',
      stance: 'vague',
      anchor:
        'other sources|third[- ]party sources|public(?:ly available)? (?:sources|records|information)|from (?:partners|third parties|others)',
      reason: 'anchor',
      negated: 'nothing',
      says: ['We may also hold data from other sources.', 'Public records may be used.', 'We hold details from third parties.'],
    }),
  ],
};
