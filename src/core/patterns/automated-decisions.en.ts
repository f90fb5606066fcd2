/** English patterns for `automated-decisions`: decisions about people made by automation alone. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const OTHER =
  'automatic(?:ally)? (?:repl\\w+|collect\\w*|sends?|log\\w*|record\\w*|receive\\w*)|payments are taken|portab\\w+|another organisation|automatically (?:deleted|renew|expire|track|stored)|right not to|machine-readable|in a structured';

export const automatedDecisions: PatternFamily = {
  id: 'automated-decisions.en',
  practice: 'automated-decisions',
  language: 'en',
  patterns: [
    slots({
      id: 'software-decides',
      stance: 'stated',
      anchor:
        '(?:software|algorithms?|systems?|computers?|machines?) (?:\\w+ )?(?:decides?|selects?|chooses?|determines?)|(?:decisions?|decided) (?:\\w+ ){0,8}(?:automatically|by computer|by (?:\\w+ )?automat\\w+|by software|by algorithms?|without (?:any )?human)|(?:use|uses|make|makes|take|using|making|involves?) (?:(?!no )\\w+ ){0,3}automated (?:individual )?decision\\w*|automated decisions? (?:\\w+ ){0,3}(?:are|is|may|will|which|that|about|to|based)|automated decision-making (?:to|is|for|may|process)',
      without: OTHER,
      says: [
        'Software decides which voters get a visit, with no person involved.',
        'Some decisions about which adverts you see are made automatically.',
        'We use automated decision-making to accept or refuse registrations.',
      ],
      does_not_say: [
        'Your browser automatically sends its version.',
        'You will get an automatic reply.',
        'Payments are taken automatically each month.',
      ],
    }),
    slots({
      id: 'automated-means',
      stance: 'vague',
      anchor:
        'automated (?:means|processing|processes|tools|systems)|algorithms? (?:support|help|assist)|some processing is automated|machine learning|artificial intelligence|is automated',
      without: `${OTHER}|voters are given scores|decision\\w*|decid\\w+|platform'?s`,
      reason: 'anchor',
      negated: 'nothing',
      says: ['We may use automated means.', 'Some processing is automated.', 'Modern tools, including machine learning, help us plan.'],
    }),
    slots({
      id: 'no-automated-decisions',
      stance: 'denied',
      anchor:
        '(?:no|not|never|without) (?:\\w+ ){0,8}(?:automated (?:individual )?decision\\w*|decisions? (?:\\w+ ){0,6}(?:automat\\w+|by computer|by machines?))|a person always (?:decides|takes)|(?:decisions|decision) (?:\\w+ ){0,3}(?:always|only) (?:\\w+ ){0,2}(?:by|taken by) (?:people|a person|humans?)|automated decision-making: none',
      without: 'right not to|with no person',
      reads: ['right'],
      says: [
        'We make no decisions about you by automated means alone.',
        'A person always decides.',
        'We do not take automated decisions that have legal effects for you.',
      ],
    }),
  ],
};
