/** English patterns for `data-categories`: the kinds of data. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const KIND =
  '(?:full |first |last |your )?names?|emails?(?: address(?:es)?)?|(?:phone|telephone|mobile)(?: numbers?)?|(?:postal |home )?address(?:es)?|date of birth|ip address(?:es)?|location|gender|device|browser|cookies|voting intention|political opinions?|payment|bank details|usage data|age|post ?codes?|identifiers?|photos?|log data';

export const dataCategories: PatternFamily = {
  id: 'data-categories.en',
  practice: 'data-categories',
  language: 'en',
  patterns: [
    slots({
      id: 'kinds-listed',
      stance: 'stated',
      anchor:
        'collect(?:s|ed|ing|ion)?|h(?:old|olds|eld)|process(?:es|ed|ing)?|record(?:s|ed|ing)?|(?:data|information)(?: type| we (?:may )?(?:hold|collect|process))?|receives?|obtain(?:s|ed)?|includ(?:e|es|ing)|stor(?:e|es|ed)|use|uses|used|gather\\w*|provide',
      with: [KIND],
      near: 140,
      details: { data: 0 },
      reads: ['definition', 'choice', 'right'],
      says: [
        'We collect your name, email address and phone number.',
        'Data we hold: name, address, voting intention.',
        'We may record your IP address.',
      ],
      does_not_say: ['Our office is open on Mondays.', 'Members elect the committee.', 'Votes are counted at night.'],
    }),
    slots({
      id: 'kinds-unlisted',
      stance: 'vague',
      anchor: '(?:information|data) about you|(?:personal|your) (?:data|information)',
      with: ['collect\\w*|hold|process\\w*|use|store\\w*'],
      reason: 'anchor',
      negated: 'nothing',
      says: ['We collect information about you.', 'We may process personal data.', 'We hold your data.'],
    }),
  ],
};
