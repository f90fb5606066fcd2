/** English patterns for `recipients`: who gets the data at all. */
import { DATA, GENERIC_RECIPIENT, GIVE, PLATFORM, PLATFORM_CLASS, SUPPLIER } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';
import { WIDE_DENIALS } from './wide-denials.ts';

const CLASS = `${PLATFORM}|${PLATFORM_CLASS}|police|courts?|regulators?|electoral commission|law enforcement|government (?:bodies|agencies|authorities)|public authorities|(?:our |your |the )?(?:local |regional |national )?(?:branch(?:es)?|associations?|constituency part(?:y|ies)|candidates?|elected representatives|councillors|mps?)|banks?|insurers?|auditors?|legal advis\\w+|sister part(?:y|ies)|affiliated trade unions?|hmrc|returning officers?|(?:successor|acquiring|purchas\\w+) (?:\\w+ )?(?:entity|company|party)|group companies|parent company|advertisers`;
const NOT =
  'links? to|their own (?:notice|polic)\\w*|(?:collect|receive|obtain|get)\\w* (?:\\w+ ){0,8}from|log ?in|sign in|third[- ]party (?:cookies|links|sites|websites)|embed\\w*';

export const recipients: PatternFamily = {
  id: 'recipients.en',
  practice: 'recipients',
  language: 'en',
  patterns: [
    slots({
      id: 'class-or-name',
      stance: 'stated',
      anchor: `${GIVE}|recipients?`,
      with: [CLASS, `${DATA}|names?|emails?|address(?:es)?|it|them|recipients?`],
      without: NOT,
      near: 140,
      details: { recipient: 0 },
      reads: ['choice'],
      says: [
        'We disclose data when a court orders it.',
        'Your details are passed to your local branch.',
        'We give lists of names to printers and to social media companies.',
      ],
      does_not_say: ['You may share our posts.', 'The police station is next door.', 'Our branches meet every month.'],
    }),
    slots({
      id: 'listed',
      stance: 'stated',
      anchor: 'recipients?(?: of (?:the |your )?(?:data|information))?:?',
      with: [`${CLASS}|${SUPPLIER}`],
      details: { recipient: 0 },
      says: [
        'Recipients: social media companies, our bank, the police.',
        'Recipients of the data: mailing houses.',
        'The recipients are our local branches.',
      ],
    }),
    slots({
      id: 'generic',
      stance: 'vague',
      anchor: GENERIC_RECIPIENT,
      with: [GIVE, `${DATA}|names?|emails?|it|them`],
      without: NOT,
      near: 120,
      reason: 'anchor',
      negated: 'nothing',
      reads: ['choice'],
      says: [
        'We share information with partners.',
        'Third parties may receive your details.',
        'Your data may be passed to other organisations.',
      ],
    }),
    ...WIDE_DENIALS,
  ],
};
