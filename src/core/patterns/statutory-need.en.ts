/** English patterns for `statutory-need`: whether people must give data, and what follows if they do not. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const statutoryNeed: PatternFamily = {
  id: 'statutory-need.en',
  practice: 'statutory-need',
  language: 'en',
  patterns: [
    slots({
      id: 'must-or-need-not',
      stance: 'stated',
      anchor:
        '(?:you|users?|members?|donors?) (?:\\w+ ){0,3}(?:required|obliged|need|have|must)(?: to)? (?:provide|give|supply|tell|disclose|submit)|(?:not|never) (?:required|obliged|have|need)(?: to)? (?:provide|give|supply|tell)|need not (?:give|provide|tell)|(?:if you|failure to|do not|choose not to|decline to|refuse to|fail to) (?:\\w+ ){0,4}(?:provide|give|supply|submit)|(?:is|are|entirely|purely) (?:\\w+ )?(?:voluntary|mandatory|compulsory|optional)|statutory (?:or contractual )?requirement|we (?:can|will|may) not be able to (?:\\w+ ){0,5}(?:without|if you)',
      with: ['data|information|details|names?|address|email|it|them|provision|answers?'],
      without: 'feedback|donations are voluntary|consent of a parent',
      near: 130,
      reads: ['choice', 'right', 'others', 'law'],
      negated: 'nothing',
      says: [
        'You must give us your name and address if you donate; the details are needed by law.',
        'You need not give us any data.',
        'If you do not provide your details, we cannot take your membership: the information is needed.',
      ],
      does_not_say: ['Volunteers give up their weekends.', 'We must win this seat.', 'Attendance is not counted.'],
    }),
  ],
};
