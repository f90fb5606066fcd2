import { describe, expect, it } from 'vitest';
import { noticeLaterThanUse } from '../../../src/core/rules/notice-later-than-use.ts';
import { aCase, aDeclaration, aDeclaredUse, anUnreadableSnapshot, aSnapshot, aUse } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

const STATED = { 'interest-targeting': 'stated' } as const;
const later = aSnapshot(STATED, { on: '2026-05-20' });

testRule(
  noticeLaterThanUse,
  {
    'nothing used asks nothing': { given: { snapshots: [aSnapshot(STATED)] }, finds: [] },
    'a notice that never states it is left to other questions': { given: { uses: [aUse()], snapshots: [aSnapshot()] }, finds: [] },
    'a notice that stated it before the first use is met': {
      given: { uses: [aUse()], snapshots: [aSnapshot(STATED)] },
      finds: ['interest-targeting: met there-at-first-use, 2026-05-03 to now'],
    },
    'a passage that appears after the first use was added later': {
      given: { uses: [aUse()], snapshots: [aSnapshot(), later] },
      finds: ['interest-targeting: gap added-later medium, 2026-05-20 to now'],
    },
    'a passage that appears during the use was added later too': {
      given: { uses: [aUse()], snapshots: [aSnapshot(), aSnapshot(STATED, { on: '2026-05-04' })] },
      finds: ['interest-targeting: gap added-later medium, 2026-05-04 to now'],
    },
    'a passage taken away and put back was still there at first': {
      given: { uses: [aUse()], snapshots: [aSnapshot(STATED), aSnapshot({}, { on: '2026-05-10' }), later] },
      finds: ['interest-targeting: met there-at-first-use, 2026-05-03 to now'],
    },
    'what a declaration says began earlier counts as the first use': {
      given: {
        uses: [aUse()],
        declarations: [aDeclaration({ uses: [aDeclaredUse({ from: '2026-04-15' })] })],
        snapshots: [aSnapshot({}, { on: '2026-04-01' }), aSnapshot(STATED)],
      },
      finds: ['interest-targeting: gap added-later medium, 2026-05-01 to now'],
    },
    'no snapshot before the first use cannot tell': {
      given: { uses: [aUse()], snapshots: [later] },
      finds: ['interest-targeting: cannot-tell no-snapshot-before-first-use, 2026-05-20 to now'],
    },
    'an unreadable snapshot at the first use cannot tell': {
      given: { uses: [aUse()], snapshots: [anUnreadableSnapshot(), later] },
      finds: ['interest-targeting: cannot-tell notice-unreadable, 2026-05-20 to now'],
    },
    'a window is not a day': {
      given: { uses: [aUse({ platform: 'meta', level: 'page-window' })], snapshots: [aSnapshot(), later] },
      finds: ['interest-targeting: cannot-tell window-not-a-day, 2026-05-20 to now'],
    },
  },
  (finding) => finding.subject !== 'social-media-advertising',
);

describe('the words of notice-later-than-use', () => {
  it('give both dates', () => {
    const [finding] = noticeLaterThanUse.ask(aCase({ uses: [aUse()], snapshots: [aSnapshot(), later] }));
    expect(finding?.reader_text).toBe(
      'Choosing people or messages by interests or behaviour: first seen or declared on 3 May 2026. ' +
        'The passage “Test sentence: interest-targeting is stated.” is in the notice since 20 May 2026.',
    );
  });
});
