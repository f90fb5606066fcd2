/** English patterns for `complaint-route`: complaining to the regulator. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const REGULATOR =
  "information commissioners?'?s?(?: office)?|ico|(?:data protection |supervisory |national data protection |local data protection |privacy )(?:authorit(?:y|ies)|commission(?:er)?s?|regulators?|agency)|supervisory authorit(?:y|ies)|the regulator|data protection commission(?:er)?|competent (?:supervisory )?authority|ico\\.org\\.uk|proper authority";
const COMPLAIN = 'complain(?:t|ts|s|ed|ing)?|unhappy|dissatisfied|concerns?|not satisfied|refer (?:the|a|your) matter|not happy';
const OTHER =
  'advertising regulator|advertising standards|code of practice|registered with|registration|branch meeting|councillors|press complaints|ombudsman|cooperate with';

export const complaintRoute: PatternFamily = {
  id: 'complaint-route.en',
  practice: 'complaint-route',
  language: 'en',
  patterns: [
    slots({
      id: 'complain-to-regulator',
      stance: 'stated',
      anchor: COMPLAIN,
      with: [REGULATOR],
      without: OTHER,
      reads: ['right', 'choice', 'law', 'others', 'question'],
      details: { regulator: 0 },
      says: [
        "You may complain to the Information Commissioner's Office.",
        'If our answer does not satisfy you, the ICO will look at your complaint.',
        'You have a right to take a complaint to the supervisory authority.',
      ],
      does_not_say: [
        'Send your complaint to our complaints team.',
        'Complaints about adverts go to the advertising regulator.',
        "We follow the ICO's code of practice.",
      ],
    }),
    slots({
      id: 'right-without-body',
      stance: 'vague',
      anchor: 'right to (?:\\w+ )?(?:complain|lodge a complaint|make a complaint)|(?:lodge|file) a complaint',
      without: `${OTHER}|${REGULATOR}`,
      reason: 'to whom is not said',
      reads: ['right', 'choice', 'law'],
      negated: 'nothing',
      says: ['You may have a right to complain.', 'You have the right to lodge a complaint.', 'Anyone has the right to make a complaint.'],
    }),
    slots({
      id: 'regulator-for-advice',
      stance: 'vague',
      anchor:
        "(?:advice|information|guidance|more|learn|find out|website|visit|see)(?: \\w+){0,10} (?:information commissioner'?s?(?: office)?|ico|data protection authorit(?:y|ies)|ico\\.org\\.uk|supervisory authorit(?:y|ies))|ico (?:can|has|website|gives|offers|publishes)|proper authority|contact (?:\\w+ ){0,3}(?:ico|information commissioner|supervisory authorit(?:y|ies)|data protection authorit(?:y|ies))",
      without: `${OTHER}|complain\\w*`,
      reason: 'named only for advice',
      reads: ['right', 'choice', 'law', 'others'],
      negated: 'nothing',
      says: [
        'For advice about your rights, see the website of the ICO.',
        'The ICO can tell you more.',
        'Matters that we cannot settle may go to the proper authority.',
      ],
    }),
    slots({
      id: 'no-outside-body',
      stance: 'denied',
      anchor:
        'no outside body|only our own (?:committee|team|board) hears|can not take (?:such a |the |this |a )?matters? to the regulator|no regulator',
      reads: ['right', 'choice'],
      says: [
        'No outside body deals with complaints about this notice.',
        'Only our own committee hears complaints about data.',
        'You cannot take such a matter to the regulator.',
      ],
    }),
  ],
};
