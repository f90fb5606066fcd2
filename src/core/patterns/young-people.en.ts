/** English patterns for `young-people`: how young people's data is used. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const youngPeople: PatternFamily = {
  id: 'young-people.en',
  practice: 'young-people',
  language: 'en',
  patterns: [
    slots({
      id: 'rule-for-the-young',
      stance: 'stated',
      anchor:
        "(?:under|below)(?: the age of)? (?:1[3-8]|thirteen|sixteen|eighteen)|under-1[368]s?|children(?:'s)?|young (?:people|voters|members)|minors|aged 1[3-7]|(?:14|15|16|17)[- ]year[- ]olds?|attainers",
      with: ['data|information|details|consent|parents?|guardian|collect\\w*|contact\\w*|target\\w*|adverts?|record\\w*'],
      without: 'parents of young children|have children',
      reads: ['choice', 'right'],
      says: [
        'We ask a parent before we keep data of anyone under 13.',
        'If you are under 16, ask a parent before you give us your details.',
        'Attainers are on the register, and we contact them from the age of 16.',
      ],
      does_not_say: ['We want better schools for children.', 'Young at heart.', 'Minor changes are made here.'],
    }),
    slots({
      id: 'for-adults',
      stance: 'vague',
      anchor: '(?:for|by|to) adults|not (?:intended|aimed|meant|directed) (?:for|at|to) children|over 18',
      reason: 'no rule is given',
      negated: 'nothing',
      says: ['Our services are for adults.', 'This site is not intended for children.', 'Our pages are for people over 18.'],
    }),
  ],
};
