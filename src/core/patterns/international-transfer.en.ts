/** English patterns for `international-transfer`: data that leaves the country, or stays in it. */
import { verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const ABROAD =
  'outside (?:of )?(?:the |your )?(?:european|eea|eu|uk|united kingdom|state|country|province|jurisdiction)|united states|usa|u\\.s\\.|america|abroad|overseas|(?:other|third|foreign|different|non-\\w+) countr(?:y|ies)|countries (?:other|outside|without|that|where|which)|across (?:national )?borders?|(?:another|any) country|internationally|international transfers?|worldwide|within or outside|or abroad|(?:other|different) (?:jurisdictions?|regions|parts of the world)|(?:locations?|places) with different|ireland|germany|canada|india|singapore|around the world';
const SAFEGUARD =
  'standard (?:contractual|data protection) clauses|model clauses|adequacy (?:decisions?|regulations?)|privacy shield|binding corporate rules|international data transfer agreement|data privacy framework';
const MOVE = `${verbs('transfer', 'store', 'process', 'host', 'locate', 'base', 'maintain', 'keep', 'share', 'access', 'move', 'export', 'see', 'hold')}|transferr(?:ed|ing)|held|kept|sen[dt]|sends|sending|goes|go to|see your record|on machines|on servers`;
const DATA = 'data|information|details|records?|it|they|them|servers?|(?:service )?providers?|suppliers?|processors?|third parties';
const OTHER =
  'bank transfer|members? overseas|overseas (?:voters?|electors?|members?)|citizens who live|register to vote|international secretary|another organisation|merges?|our office|number of (?:countries|users)|children|age of';

export const internationalTransfer: PatternFamily = {
  id: 'international-transfer.en',
  practice: 'international-transfer',
  language: 'en',
  patterns: [
    slots({
      id: 'goes-abroad',
      stance: 'stated',
      anchor: MOVE,
      with: [ABROAD, DATA],
      without: `${OTHER}|must not be|only where the law|law allows`,
      near: 130,
      details: { countries: 0 },
      says: [
        'Some of our suppliers are in the United States, so your data goes there.',
        'Your data may be stored on servers outside the European Economic Area.',
        'If we need to, we transfer data to countries without an adequacy decision.',
      ],
      does_not_say: [
        'Pay by bank transfer.',
        'Our international secretary is elected every year.',
        'Citizens who live overseas can register to vote.',
      ],
    }),
    slots({
      id: 'safeguard-for-transfers',
      stance: 'stated',
      anchor: SAFEGUARD,
      with: ['transfer\\w*|abroad|overseas|send|sent|countr\\w+|outside'],
      without: 'must not be',
      details: { safeguard: 'anchor' },
      says: [
        'We send data abroad under standard contractual clauses.',
        'Transfers rest on an adequacy decision.',
        'Model clauses cover data sent outside the country.',
      ],
    }),
    slots({
      id: 'elsewhere',
      stance: 'vague',
      anchor:
        'processed elsewhere|(?:must|may) (?:not |only )?be sent to a country|(?:sent|go|transferred) abroad only|transfers? (?:take|takes) place only|work in many places|only where the law allows|(?:international|cross-border) (?:data )?transfers?',
      reads: ['law'],
      without: 'bank',
      reason: 'anchor',
      negated: 'nothing',
      says: [
        'Data must not be sent to a country without proper protection.',
        'Your data may be processed elsewhere.',
        'Transfers take place only where the law allows.',
      ],
    }),
    slots({
      id: 'stays-here',
      stance: 'denied',
      anchor:
        '(?:never|not) leaves? (?:the )?(?:united kingdom|uk|country|eea|european|eu|great britain)|(?:only|solely|exclusively|always) (?:\\w+ ){0,3}(?:in|within|inside) (?:the )?(?:uk|united kingdom|great britain|eea|european economic area|eu)|(?:nor|not|never) (?:\\w+ ){0,5}(?:send|sent|transfer\\w*) (?:\\w+ ){0,3}(?:abroad|overseas|outside)',
      without: 'without|unless',
      says: [
        'Your data never leaves the United Kingdom.',
        'We neither sell your data nor send it abroad.',
        'Records are kept only in the UK.',
      ],
    }),
  ],
};
