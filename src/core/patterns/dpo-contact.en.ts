/** English patterns for `dpo-contact`: whom people can ask about their data. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const OFFICER =
  'data protection (?:officer|lead|manager|team|contact|representative|compliance officer)|dpo|privacy (?:officer|manager|lead|team|representative)|head of (?:data protection|compliance|privacy|data)|chief privacy officer|data (?:officer|compliance officer)|compliance officer|data protection department';
const OTHER = '(?:is a person|advises an organisation)|has the right to appoint';

export const dpoContact: PatternFamily = {
  id: 'dpo-contact.en',
  practice: 'dpo-contact',
  language: 'en',
  patterns: [
    slots({
      id: 'officer-with-a-way',
      stance: 'stated',
      anchor: `${OFFICER}|dpo@\\S+|dataprotection@\\S+|data\\.protection@\\S+`,
      with: [
        'contact\\w*|write|email|e-?mail|address|phone|call|telephone|post|attention|[\\w.+-]{1,64}@[\\w.-]{1,64}|is |answers?|reach\\w*|street|road|questions?|at:|below|by (?:phone|post|email)|ms|mr|mrs|:',
      ],
      without: OTHER,
      reads: ['right', 'choice', 'law'],
      details: { title: 'anchor' },
      says: [
        'Write to: Data Protection Officer, 1 High Street, Anytown.',
        'Email dpo@example.org with questions about your data.',
        'Below is the address of our data protection officer.',
      ],
      does_not_say: [
        'Press office: 020 7946 0000.',
        'A data protection officer is a person who advises an organisation.',
        'The Data Protection Act 2018 applies.',
      ],
    }),
    slots({
      id: 'general-contact',
      stance: 'vague',
      anchor:
        'contact us|write to (?:us|our|the)|get in touch|email (?:us|to the)|contact page|contact form|send (?:us )?an email|questions about (?:this|our|the) (?:notice|policy|privacy)|reach us|(?:please|you can|can) contact',
      without: `press|membership|subscription|branch|technical|${OFFICER}|address is in`,
      reason: 'anchor',
      reads: ['right', 'choice', 'question'],
      negated: 'nothing',
      says: ['Questions about this notice? Contact us.', 'Please write to our office.', 'Use the form on our contact page.'],
    }),
    slots({
      id: 'no-officer',
      stance: 'denied',
      anchor: `(?:no|not|nobody|never) (?:\\w+ ){0,8}(?:data protection officer|dpo|privacy officer|in charge of data protection)`,
      says: [
        'We are not required to have a data protection officer and have not appointed one.',
        'There is no data protection officer; the secretary answers letters.',
        'This campaign has nobody in charge of data protection.',
      ],
    }),
  ],
};
