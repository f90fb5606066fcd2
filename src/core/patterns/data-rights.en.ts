/** English patterns for `data-rights`: access, correction, erasure, restriction, portability. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const READS = ['right', 'choice', 'law', 'others'] as const;

export const dataRights: PatternFamily = {
  id: 'data-rights.en',
  practice: 'data-rights',
  language: 'en',
  patterns: [
    slots({
      id: 'rights-named',
      stance: 'stated',
      anchor:
        'rights? (?:of|to) (?:\\w+ ){0,3}(?:access|rectif\\w+|correct\\w*|eras\\w+|delet\\w+|portab\\w+|restrict\\w*|copy|receive a copy|be forgotten)|subject access requests?|(?:access|correct|update|delete|amend|rectify|erase|obtain|review|remove|copy of|change) (?:\\w+ ){0,5}(?:your|personal) (?:\\w+ )?(?:data|information|details)|data portability|right to be forgotten|(?:access|correction|rectification|erasure|deletion), (?:\\w+ ){0,2}(?:access|correction|rectification|erasure|deletion|restriction|objection|portability)|copy of (?:the|your|all) (?:\\w+ ){0,3}(?:data|information)',
      with: ['you|rights?|individuals|request\\w*|ask|can|may|contact'],
      without: 'third parties (?:can|may) access|staff|not access|employees who|unauthori[sz]ed',
      near: 160,
      reads: READS,
      says: [
        'You have the right to access your data.',
        'You can ask us for a copy of the data we hold.',
        'Rights: access, correction, erasure, objection, portability: you may use them all.',
      ],
      does_not_say: ['Members have the right to vote.', 'Staff may access the building.', 'You have voting rights.'],
    }),
    slots({
      id: 'rights-unnamed',
      stance: 'vague',
      anchor: 'you have (?:\\w+ ){0,3}rights|your (?:\\w+ ){0,2}rights',
      with: ['law|data|several|privacy|gdpr|information|certain|number'],
      reason: 'which rights is not said',
      reads: READS,
      negated: 'nothing',
      says: ['You have several rights under the law.', 'Your rights under the GDPR are wide.', 'You have certain rights over data.'],
    }),
  ],
};
