/** English patterns for `public-data`: census, open data, public posts used. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const publicData: PatternFamily = {
  id: 'public-data.en',
  practice: 'public-data',
  language: 'en',
  patterns: [
    slots({
      id: 'open-source-named',
      stance: 'stated',
      anchor:
        'census(?: (?:data|figures|results))?|office for national statistics|ons data|land registry|companies house|open data|public posts|public(?:ly available)? social media|ordnance survey|phone (?:books?|directories)|election results',
      with: ['data|sources?|use|used|using|from|match\\w*|collect\\w*|combine\\w*|obtain\\w*|may be'],
      without: 'census tables describe',
      says: [
        'We match our supporters with the census figures for their neighbourhood.',
        'Open data from councils is used in our planning.',
        'Public posts that mention us may be collected.',
      ],
      does_not_say: ['Census takers knock in March.', 'Our posts are public.', 'The phone book is old.'],
    }),
    slots({
      id: 'publicly-available',
      stance: 'vague',
      anchor: 'public(?:ly)?[- ](?:available |accessible )?(?:sources?|information|data|records|databases?|domain)|publicly available',
      reason: 'anchor',
      says: ['We use publicly available sources.', 'Public records may be used.', 'Information from public databases helps us.'],
    }),
  ],
};
