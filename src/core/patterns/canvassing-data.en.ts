/** English patterns for `canvassing-data`: answers given on the doorstep, by phone, in surveys or petitions recorded. */
import { verbs } from '../language/words.ts';
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

const WHERE =
  'canvass\\w*|door ?step|at (?:the|your) door|on the phone|by phone|surveys?|questionnaires?|petitions?|street stalls?|knock\\w*';

export const canvassingData: PatternFamily = {
  id: 'canvassing-data.en',
  practice: 'canvassing-data',
  language: 'en',
  patterns: [
    slots({
      id: 'answers-recorded',
      stance: 'stated',
      anchor: `${verbs('record', 'store', 'collect', 'mark', 'note', 'use', 'add', 'process', 'combine')}|kept|keeps?|hold|held|source|choose|written down`,
      with: [WHERE, 'answers?|what you (?:tell|say)|responses?|data|information|views|returns?|names?|voters?|details|issues|opinions?'],
      without: 'contractors for canvassing|canvassing by phone',
      near: 130,
      details: { channel: 0 },
      says: [
        'Our canvassers record what you tell them at the door; your answers are kept.',
        'Answers to surveys are stored for our campaigns.',
        'When you sign a petition we keep your details.',
      ],
      does_not_say: ['Members can go canvassing with us.', 'The survey of the building was dull.', 'Knock before you enter.'],
    }),
    slots({
      id: 'when-you-contact-us',
      stance: 'vague',
      anchor: 'when you (?:contact|speak to|talk to|meet|write to) us|information you (?:give|provide|tell) us|correspondence with us',
      reason: 'no doorstep, phone, survey or petition is named',
      negated: 'nothing',
      says: ['We collect data when you contact us.', 'Information you give us is kept.', 'When you talk to us we may take a note.'],
    }),
  ],
};
