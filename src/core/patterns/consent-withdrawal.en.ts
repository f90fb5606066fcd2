/** English patterns for `consent-withdrawal`: consent can be withdrawn. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const READS = ['right', 'choice', 'law', 'others'] as const;

export const consentWithdrawal: PatternFamily = {
  id: 'consent-withdrawal.en',
  practice: 'consent-withdrawal',
  language: 'en',
  patterns: [
    slots({
      id: 'consent-withdrawn',
      stance: 'stated',
      anchor: 'withdraw(?:n|s|ing|al)?|revoke[ds]?|revoking|retract|take back|change your mind',
      with: ['consent|permission|agreement|authori[sz]ation'],
      near: 110,
      reads: READS,
      says: [
        'You can withdraw your consent at any time.',
        'Consent may be revoked by writing to us.',
        'If you change your mind about your permission, tell us.',
      ],
      does_not_say: ['You may withdraw your motion.', 'The bank lets you withdraw money.', 'Candidates can withdraw before noon.'],
    }),
  ],
};
