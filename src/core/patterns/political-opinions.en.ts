/** English patterns for `political-opinions`: voting intention, party support or other political opinions recorded or worked out. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const OPINION =
  'political (?:opinions?|views?|beliefs?|leanings?|preferences?|affiliations?|allegiances?|interests|support|persuasion)|voting (?:intentions?|preferences?|history|behaviou?r)|party (?:preferences?|support|affiliation)|how (?:you|people|they) (?:\\w+ )?(?:say you |say they )?(?:will |intend to |might |may )?vote[ds]?|(?:who|whom|which party) (?:you|they) (?:\\w+ ){0,3}(?:vote|support|lean)\\w*|support (?:for )?(?:us|another party|the party|our party|a party|other parties)|as for us, against us|for us, against us|about parties and leaders|whether you (?:\\w+ )?support|level of support|likely to support|political opinion';
const OTHER =
  'we are a political party|political donations|trade union|show of hands|in the opinion|opinion polls?|voting at conference|support (?:us|our party|the party) (?:by|with a)|political party registered|to support us|thank you for';

export const politicalOpinions: PatternFamily = {
  id: 'political-opinions.en',
  practice: 'political-opinions',
  language: 'en',
  patterns: [
    slots({
      id: 'opinions-held',
      stance: 'stated',
      anchor: OPINION,
      without: OTHER,
      reads: ['law'],
      details: { kind: 'anchor' },
      says: [
        'We record how you say you will vote.',
        'Data type: political opinion. Source: doorstep.',
        'Whether you support another party is kept in your record.',
      ],
      does_not_say: [
        'What we send you is politics, not advertising for goods.',
        'We are a political party registered in Great Britain.',
        'Political donations are published.',
      ],
    }),
    slots({
      id: 'your-views',
      stance: 'vague',
      anchor:
        "your (?:views|opinions?)|sensitive (?:personal )?(?:information|data)|special categor(?:y|ies)(?: of)?(?: personal)? ?(?:data)?|issues (?:that )?you care about|what matters to you|(?:people|voters|supporters)'s? (?:views|opinions)|views (?:of|on)",
      without:
        'passwords?|payment|secur\\w+|ssl|encrypt\\w*|safeguards|rules, 2011|complaint|untrusted|in view of|views? of the (?:page|site)|page views|such as health|trade union',
      reason: 'anchor',
      negated: 'listed',
      says: [
        'We keep a note of your views.',
        'Sensitive information may be processed.',
        'Special category data may be held where the law allows.',
      ],
      reads: ['law'],
    }),
  ],
};
