/** English patterns for `processors`: suppliers and agencies that handle people's data for the party. */
import { GENERIC_RECIPIENT, GIVE, SUPPLIER, SUPPLIER_NAME, verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';
import { WIDE_DENIALS } from './wide-denials.ts';

const HANDLE = `${GIVE}|${verbs('use', 'process', 'handle', 'host', 'store', 'engage', 'employ', 'contract', 'appoint', 'instruct', 'work', 'print', 'manage', 'access', 'collect', 'act', 'help', 'assist', 'perform', 'analyse', 'post', 'deliver', 'operate', 'repair', 'record', 'take')}|sent through|holds?|held|taken|recipients?|on our behalf|for us|access|our list|may be seen|have access|pass|carr(?:y|ies|ied) out|through|runs?`;
const DATA =
  'data|information|details|names?|address(?:es)?|emails?|payments?|donations?|letters?|leaflets?|canvass\\w*|recipients?|records|lists?|phone|texts|instructions|anyone|anybody|website|mailings?';
const NOT_OURS =
  'invoice us|their own (?:notices?|polic\\w+)|have their own|other websites that we link|not responsible for|service provider\\(?s?\\)? (?:means|is)|contract with the printer|(?<!apart )from (?:data )?suppliers|suppliers provide us|supply us|(?:sell|sells) data';

export const processors: PatternFamily = {
  id: 'processors.en',
  practice: 'processors',
  language: 'en',
  patterns: [
    slots({
      id: 'class-of-supplier',
      stance: 'stated',
      anchor: SUPPLIER,
      with: [HANDLE, DATA],
      without: NOT_OURS,
      details: { suppliers: 'anchor', work: 0 },
      near: 180,
      reads: ['choice'],
      says: [
        'A printing house gets your name and address to post our letters.',
        'We use contractors for canvassing by phone; they act only on our instructions.',
        'Recipients: software supplier, mailing house, call centre.',
      ],
      does_not_say: [
        'Suppliers can invoice us by email.',
        'You may share our posts.',
        'Your local branch and head office are one organisation.',
      ],
    }),
    slots({
      id: 'supplier-by-name',
      stance: 'stated',
      anchor: SUPPLIER_NAME,
      with: [`${HANDLE}|by|provided by|through|via|via our|uses?|using`],
      without: `${NOT_OURS}|opt[- ]?out|google analytics opt|visits are counted`,
      details: { suppliers: 'anchor' },
      says: [
        'Card payments are taken by Stripe.',
        'Our email is sent through Mailchimp, which holds your address for us.',
        'Donations are processed via GoCardless.',
      ],
    }),
    slots({
      id: 'nobody-can-tell-who',
      stance: 'vague',
      anchor: GENERIC_RECIPIENT,
      with: [`${GIVE}|${verbs('work', 'use', 'involve', 'process', 'engage', 'access', 'see')}|seen|may be involved|receives?`],
      without: `${NOT_OURS}|from third parties|third[- ]party (?:links?|sites?|websites?|cookies?|sources?)|links? to|never sell|advertis\\w+|other people's|of others|social network|(?:collect|receive|obtain)\\w* (?:\\w+ ){0,8}from`,
      near: 110,
      reason: 'anchor',
      negated: 'nothing',
      reads: ['choice'],
      says: ['We work with trusted partners.', 'Your data may be seen by our agents.', 'Third parties may be involved.'],
      does_not_say: ['We disclose data when a court orders it.', 'Other websites that we link to have their own notices.'],
    }),
    ...WIDE_DENIALS,
  ],
};
