/** English patterns for `special-category-data`: political opinions, health, origin or other special category data used. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const KIND =
  'political (?:opinions?|views?|beliefs?)|racial or ethnic origin|ethnic(?:ity| origin)|religious (?:or philosophical )?beliefs?|trade union membership|health(?: data| information)?|sexual orientation|sex life|genetic|biometric';

export const specialCategoryData: PatternFamily = {
  id: 'special-category-data.en',
  practice: 'special-category-data',
  language: 'en',
  patterns: [
    slots({
      id: 'kinds-held',
      stance: 'stated',
      anchor: 'collect\\w*|process\\w*|hold|held|record\\w*|use|used|store\\w*|keep|kept|include\\w*|ask for|monitor',
      with: [KIND],
      without: 'candidates? declare',
      near: 120,
      details: { kind: 0 },
      reads: ['law'],
      says: [
        'We process political opinions where the law lets parties do so.',
        'We ask for your ethnicity to monitor equality; we keep ethnic origin apart.',
        'Special category data that we hold: political opinions, religious beliefs.',
      ],
      does_not_say: ['We care about health and housing.', 'Our opinion is that buses matter.', 'The category of this page is news.'],
    }),
    slots({
      id: 'category-named',
      stance: 'vague',
      without: 'passwords?|payment|secur\\w+|ssl|encrypt\\w*|safeguards|rules, 2011|complaint|untrusted',
      anchor: 'special categor(?:y|ies)(?: of)?(?: personal)? ?(?:data)?|sensitive (?:personal )?(?:data|information)',
      reason: 'which kind is not said',
      reads: ['law'],
      says: [
        'Sensitive information may be processed.',
        'Special category data may be held where the law allows.',
        'We may use special categories of personal data.',
      ],
    }),
  ],
};
