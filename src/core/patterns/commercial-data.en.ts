/** English patterns for `commercial-data`: data about people bought or obtained from those who sell it. */
import { DATA_SELLER, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const OTHER =
  'credit check|sell (?:any )?(?:of )?your|never sell|(?:not|never) (?:\\w+ ){0,3}sell|rent (?:out )?(?:your|our)|lend our list|purchase a|our orders?|polls that|no commercial aims|disclos\\w+ to|when you purchase|data broker law|to (?:data brokers|credit reference)|credit reference agenc\\w+ (?:to|for) (?:check|verify)|fraud';

export const commercialData: PatternFamily = {
  id: 'commercial-data.en',
  practice: 'commercial-data',
  language: 'en',
  patterns: [
    slots({
      id: 'from-sellers',
      stance: 'stated',
      anchor: `${verbs('buy', 'purchase', 'license', 'rent', 'obtain', 'acquire', 'receive', 'supply', 'source', 'append', 'add', 'collect', 'provide', 'use', 'combine', 'enhance', 'match', 'enrich', 'get')}|buys?|buying|bought|gets?|got|getting|sources?|from|supplied|supplies|hold`,
      with: [DATA_SELLER],
      without: OTHER,
      near: 120,
      details: { companies: 0 },
      says: [
        'We buy consumer data from Experian.',
        'Data brokers supply us with estimates of income and home ownership.',
        'Source: companies that sell data.',
      ],
      does_not_say: ['We will never sell your details.', 'Candidates agree to a credit check.', 'We have no commercial aims.'],
    }),
    slots({
      id: 'bought',
      stance: 'stated',
      anchor:
        '(?:we|the party|also|may|and|or|to) (?:\\w+ )?(?:purchase|buy|license|rent)|(?:purchase|buy)(?= (?:\\w+ )?(?:data|lists|numbers))|purchased|bought|licensed|rented|purchasing|buying',
      with: [
        '(?:personal |consumer |demographic |lifestyle |marketing |voter |phone |telephone |mobile |contact |additional |online )*(?:data|numbers|lists? of (?:names|people|voters)|lists|information|details)(?: \\w+)?',
        'we|from|our|us|numbers|data',
      ],
      without: `${OTHER}|your purchases?|purchase history|in-app|tickets|goods`,
      near: 70,
      details: { data: 0 },
      says: [
        'Phone numbers are purchased from a company for our list.',
        'We rent lists of names from other organisations for a single mailing.',
        'Your details may be matched with data we have bought.',
      ],
      does_not_say: [
        'When you purchase a mug, we keep the order.',
        'Opinion polls that we commission contain no names.',
        'We lend our list to like-minded groups for one mailing.',
      ],
    }),
    slots({
      id: 'anyone-can-buy',
      stance: 'stated',
      anchor: 'that anyone can buy|commercial segmentation|for sale',
      with: ['data|postcodes?|segmentation|lists?'],
      without: OTHER,
      says: [
        'Lifestyle data that anyone can buy is added to our voter file.',
        'We license a commercial segmentation of all postcodes and apply it to voters.',
        'Lists for sale are among our sources of data.',
      ],
    }),
    slots({
      id: 'from-third-parties',
      stance: 'vague',
      anchor:
        '(?:receive|obtain|get|collect|acquire|gather|hold|source)(?:s|d|ed|ing)? (?:\\w+ ){0,8}from (?:\\w+ ){0,6}(?:third[- ]part(?:y|ies)|other sources|other organisations|partners)|third[- ]party sources|other sources help|suppliers provide us|(?:selected|chosen) suppliers of|information from third parties|provided by third parties',
      without: `${OTHER}|analytics|not responsible|social network`,
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'We receive information from third parties.',
        'Other sources help us keep our records correct.',
        'Carefully chosen suppliers provide us with insight.',
      ],
    }),
    slots({
      id: 'estimates-from-somewhere',
      stance: 'vague',
      anchor:
        'estimates? (?:about|of|for) (?:\\w+ )?(?:households?|people|voters|addresses|income)|modelled data|household (?:data|estimates)',
      reason: 'where it comes from is not said',
      negated: 'nothing',
      says: ['We may use estimates about households.', 'Estimates of income are part of our file.', 'We use modelled data.'],
    }),
    slots({
      id: 'no-broker',
      stance: 'denied',
      anchor:
        'no (?:data )?(?:broker|brokers|seller|data company|data companies|list owner)|(?:not|never) (?:be )?(?:buy|bought|purchase|purchased|rent|license)d?',
      with: ['data|details|lists?|us|campaign|numbers'],
      without: 'sell|goods',
      says: [
        'No data broker supplies this campaign.',
        'We do not buy personal data.',
        'Your details will not be bought from anybody for this appeal.',
      ],
    }),
  ],
};
