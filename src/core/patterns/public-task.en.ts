/** English patterns for `public-task`: what the task in the public interest is. */
import type { PatternFamily } from './pattern.ts';
import { slots } from './slots.ts';

export const publicTask: PatternFamily = {
  id: 'public-task.en',
  practice: 'public-task',
  language: 'en',
  patterns: [
    slots({
      id: 'task-explained',
      stance: 'stated',
      anchor: 'democratic engagement|public task|task (?:carried out )?in the public interest|(?:performance|carrying out) of a task',
      with: [
        'because|so that|such as|including|in order to|needed|necessary for (?:\\w+ ){0,3}(?:campaign|contact|communicat|canvass|elect)\\w*|(?:campaign|communicat|canvass|survey|petition)\\w*|encourag\\w+',
      ],
      near: 180,
      says: [
        'Democratic engagement: we write to voters so that they know our policies.',
        'Our public task is to canvass and to encourage people to vote.',
        'It is a task in the public interest, such as communicating with electors.',
      ],
      does_not_say: ['The task is easy.', 'Public meetings are free.', 'Democracy matters.'],
    }),
    slots({
      id: 'task-named',
      stance: 'vague',
      anchor:
        'democratic engagement|public task|task (?:carried out )?in the public interest|task in the public interest|article 6 ?\\(1\\) ?\\(e\\)',
      reason: 'anchor',
      says: [
        'Legal basis: public task.',
        'We rely on democratic engagement.',
        'We process this data because it is necessary for a task in the public interest.',
      ],
    }),
  ],
};
