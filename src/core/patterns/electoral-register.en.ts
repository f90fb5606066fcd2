/** English patterns for `electoral-register`: the register named as a source or as data held. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const REGISTER =
  "(?:(?:full |marked |edited |open |complete )*(?:electoral|voters?|electors?) (?:registers?|rolls?|registration (?:data|records?|information)|lists?)|marked (?:copy of the )?registers?|registers? of (?:electors|voters)|electors?'? registers?|lists? of electors|voter files?|electoral registration (?:data|records?)|registered to vote in (?:our|your|the)|the register(?! of| to))";
const OTHER =
  'electoral commission|electoral law|register of (?:members|gifts|data|controllers|interests)|register to vote|election commission|companies register|registered with|registration number';
const CHECK = 'donors?|donat\\w+|permissible|legal threshold|gifts?|member(?:ship)? (?:applications?|check)';

export const electoralRegister: PatternFamily = {
  id: 'electoral-register.en',
  practice: 'electoral-register',
  language: 'en',
  patterns: [
    slots({
      id: 'register-used',
      stance: 'stated',
      anchor: REGISTER,
      without: `register to vote before|register of (?:members|gifts|data controllers|interests)|${CHECK}|personal data includes`,
      details: { copy: 'anchor' },
      says: [
        'Political parties receive the electoral register by law, and we use it to write to voters.',
        'After an election we obtain the marked register, which shows who voted.',
        'Local councils supply us with lists of electors.',
      ],
      reads: ['law'],
      does_not_say: [
        'Large gifts are reported to the Electoral Commission.',
        'Register to vote before the deadline.',
        'We keep a register of members.',
      ],
    }),
    slots({
      id: 'register-and-donors',
      stance: 'stated',
      anchor: REGISTER,
      with: [
        CHECK,
        '(?:supplied|provided|receive\\w*|obtain\\w*|given|use) (?:\\w+ ){0,6}(?:register|roll)|campaign\\w*|canvass\\w*|(?:register|roll) (?:\\w+ ){0,4}(?:supplied|provided)',
      ],
      without: 'check\\w*|only people on',
      says: [
        'We receive the electoral register and use it for campaigns and for donor records.',
        'The electoral roll is provided to us for canvassing; donors are found there too.',
        'Our canvassers and our donation team use the marked register.',
      ],
    }),
    slots({
      id: 'donor-check',
      stance: 'vague',
      anchor: REGISTER,
      with: [CHECK],
      reason: 'only a check of donors or members',
      negated: 'nothing',
      says: [
        'We check that donors are on an electoral register.',
        'Only people on the electoral roll may give more than the legal threshold for donations.',
        'Donors must be on the electoral roll.',
      ],
    }),
    slots({
      id: 'public-records',
      stance: 'vague',
      anchor: 'public records|voter data|voters? (?:information|records)|data (?:about|on) voters|public registers?',
      without: `${OTHER}`,
      reason: 'anchor',
      negated: 'nothing',
      says: ['Public records may be used.', 'We hold voter data.', 'Our database holds voter records.'],
    }),
  ],
};
