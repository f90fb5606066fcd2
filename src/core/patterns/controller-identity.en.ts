/** English patterns for `controller-identity`: who is responsible, and how to reach them. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const controllerIdentity: PatternFamily = {
  id: 'controller-identity.en',
  practice: 'controller-identity',
  language: 'en',
  patterns: [
    slots({
      id: 'controller-named',
      stance: 'stated',
      anchor: '(?:data )?controllers?:?',
      with: ['is|are|we|us|our|the party|registered|party|ltd|limited'],
      without: 'means|person who|person that|anyone who|remote|joint|processor on behalf|controller means|register of',
      reads: ['others', 'definition'],
      says: [
        'The data controller is the Example Party, 1 High Street, Anytown.',
        'We are the controller of your data.',
        'Data controller: Example Party Ltd.',
      ],
      does_not_say: ['The remote controller is broken.', 'Air traffic was slow.', 'Our chair is elected.'],
    }),
    slots({
      id: 'who-we-are',
      stance: 'stated',
      anchor:
        '(?:operated|owned|provided|published|built|run|managed|developed) by|operates|registered (?:office|address|company|in england)|company number|(?:we|us|our|the party|the company|company)"|refers to|built the|contact (?:us|details)[^.]{0,80}@|[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w+',
      without: 'children|google',
      reads: ['definition', 'choice', 'right', 'question'],
      negated: 'nothing',
      says: [
        'This site is operated by Example Party, 1 High Street.',
        'Example Party ("we", "us") runs this campaign.',
        'Write to office@example.org.',
      ],
    }),
    slots({
      id: 'brand-only',
      stance: 'vague',
      anchor: 'contact us|our (?:address|office)|get in touch',
      reason: 'no name is given',
      reads: ['choice', 'right', 'question'],
      negated: 'nothing',
      says: ['Contact us with questions.', 'Get in touch if you have a concern.', 'Please contact us at our office.'],
    }),
  ],
};
