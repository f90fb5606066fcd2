/** English patterns for `right-to-object`: objecting to, or opting out of, the use of data. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const ALL = ['right', 'choice', 'law', 'others'] as const;
const OTHER =
  'object of the|planning application|objective|against the motion|objected to the planning|browser can refuse|objects? (?:to|in) (?:the )?(?:museum|sale)';
const USE =
  '(?:our |the |any |such |this |further |certain |that |your |of )*(?:use|processing|uses|profiling|marketing|direct marketing|advertising|sharing|campaigning|data being|your data|your information|your personal|us (?:using|processing|holding)|processing of|being (?:used|profiled|shared|contacted)|how we)';

export const rightToObject: PatternFamily = {
  id: 'right-to-object.en',
  practice: 'right-to-object',
  language: 'en',
  patterns: [
    slots({
      id: 'right-named',
      stance: 'stated',
      anchor: `(?:right|rights|may|can|able|wish|want|free|entitled) (?:\\w+ ){0,4}(?:to )?object\\b|right of objection|object (?:at any time )?to ${USE}|objection|object to (?:us|the|our|any|such|direct|this|processing|your)`,
      without: OTHER,
      reads: ALL,
      says: [
        'You have a right to object to our use of your data.',
        'At any moment you may object to direct marketing, and we must stop.',
        'Rights: access, correction, erasure, objection, portability.',
      ],
      does_not_say: [
        'The object of the campaign is a new hospital.',
        'Residents objected to the planning application.',
        'Objective criteria are used to choose candidates.',
      ],
    }),
    slots({
      id: 'broad-opt-out',
      stance: 'stated',
      anchor:
        'opt(?:ing)?[- ]?out|stop (?:using|processing|sharing|profiling|us (?:using|from using))|not (?:want|wish) (?:\\w+ ){0,4}(?:profiled|shared|used|targeted)|do not want your (?:data|details|information)|should not (?:feed|be used|be shared|receive)|cease (?:processing|using)|ask us (?:to stop|not to) (?:\\w+ ){0,2}(?:use|process|shar|profil|contact)\\w*',
      with: [
        'your (?:data|information|details|personal)|direct marketing|profiling|profiled|all (?:marketing|communications|contact)|any or all|advertising|adverts?|ads|sharing|campaigning|marketing',
      ],
      without: `${OTHER}|unsubscrib\\w+|(?:marketing|promotional) emails?|email marketing|emails? list|text messages|aboutads|by visit\\w+|opt-out options|device's settings|receiving these types|(?:not|may not)(?:, however,)? opt|cookies?|newsletter|google analytics|opt-out page|settings at`,
      near: 140,
      reads: ALL,
      says: [
        'Tell us to stop using your data for campaigning and we will.',
        'Tell us if your data should not feed our online adverts any more.',
        'Voters who do not wish to be profiled, or who wish to opt out of marketing, can tell us so.',
      ],
      does_not_say: ['You may opt in to texts.', 'Your browser can refuse all cookies.', 'Members can vote against the motion.'],
    }),
    slots({
      id: 'not-to-be-profiled',
      stance: 'stated',
      anchor: '(?:do|does) not (?:want|wish) to be (?:profiled|targeted|contacted)|right not to be profiled|not to be profiled',
      reads: ALL,
      says: [
        'Voters who do not wish to be profiled can tell us so.',
        'You have the right not to be profiled.',
        'If you do not want to be targeted, write to us.',
      ],
    }),
    slots({
      id: 'one-channel',
      stance: 'vague',
      anchor:
        'unsubscribe\\w*|reply stop|text stop|opt(?:ing)?[- ]?out|(?:take|remove) you (?:off|from)|removed? from (?:our|the|any) (?:\\w+ )?(?:list|lists|database)|stop receiving|not (?:wish|want) to receive|you have (?:\\w+ ){0,2}rights|your rights',
      without: `${OTHER}|cookies?|google analytics|opt-out page|browser`,
      reason: 'anchor',
      reads: ALL,
      negated: 'nothing',
      says: ['Each email has an unsubscribe link.', 'Reply STOP to end our texts.', 'Ask us and we will take you off our list.'],
    }),
    slots({
      id: 'cannot-object',
      stance: 'denied',
      anchor:
        '(?:can not|not able to|unable to) (?:opt[- ]?out|object|unsubscribe)|no right to object|(?:keep|continue) (?:on )?using (?:\\w+ ){0,4}(?:even if|although) you (?:ask|object)',
      reads: ALL,
      says: [
        'You cannot opt out of the one letter that candidates may send to every elector.',
        'There is no right to object to this processing.',
        'We keep using register data even if you ask us to stop.',
      ],
    }),
  ],
};
