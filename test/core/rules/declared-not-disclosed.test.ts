import { describe, expect, it } from 'vitest';
import { declaredNotDisclosed } from '../../../src/core/rules/declared-not-disclosed.ts';
import { aCase, aDeclaration, aDeclaredPractice, aDeclaredUse, anUnreadableSnapshot, aSnapshot } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

const LIST = aDeclaredUse({ criterion: 'list.customer' });
const STATED = { 'customer-list-matching': 'stated' } as const;
const declared = [aDeclaration({ uses: [LIST] })];
const ended = [aDeclaration({ uses: [{ ...LIST, to: '2026-05-07' }] })];

testRule(
  declaredNotDisclosed,
  {
    'nothing declared asks nothing': { given: { declarations: [aDeclaration()], snapshots: [aSnapshot()] }, finds: [] },
    'a notice that states it is met': {
      given: { declarations: declared, snapshots: [aSnapshot(STATED)] },
      finds: ['customer-list-matching: met stated, 2026-05-01 to now'],
    },
    'a notice that is silent is a gap': {
      given: { declarations: declared, snapshots: [aSnapshot()] },
      finds: ['customer-list-matching: gap absent urgent, 2026-05-01 to now'],
    },
    'general words are a gap': {
      given: { declarations: declared, snapshots: [aSnapshot({ 'customer-list-matching': 'vague' })] },
      finds: ['customer-list-matching: gap vague urgent, 2026-05-01 to now'],
    },
    'a denial is left to the question on denials': {
      given: { declarations: declared, snapshots: [aSnapshot({ 'customer-list-matching': 'denied' })] },
      finds: [],
    },
    'an unreadable notice cannot tell': {
      given: { declarations: declared, snapshots: [anUnreadableSnapshot()] },
      finds: ['customer-list-matching: cannot-tell notice-unreadable, 2026-05-01 to now'],
    },
    'no snapshot by that time cannot tell': {
      given: { declarations: ended, snapshots: [aSnapshot({}, { on: '2026-05-20' })] },
      finds: ['customer-list-matching: cannot-tell no-snapshot-at-the-time, 2026-05-01 to now'],
    },
    'no notice at all cannot tell': {
      given: { declarations: declared },
      finds: ['customer-list-matching: cannot-tell no-notice-captured, 2026-05-01 to now'],
    },
    'a practice declared by itself is asked about': {
      given: { declarations: [aDeclaration({ practices: [aDeclaredPractice()] })], snapshots: [aSnapshot()] },
      finds: ['profiling: gap absent high, 2026-05-01 to now'],
    },
    'a practice with no row in the table is not': {
      given: {
        declarations: [aDeclaration({ practices: [aDeclaredPractice({ practice: 'electoral-register' })] })],
        snapshots: [aSnapshot()],
      },
      finds: [],
    },
    'automatic delivery is not asked about yet': {
      given: { declarations: [aDeclaration({ uses: [aDeclaredUse({ criterion: 'delivery.optimised' })] })], snapshots: [aSnapshot()] },
      finds: [],
    },
    'the cookie notice answers for website visitors': {
      given: {
        declarations: [aDeclaration({ uses: [aDeclaredUse({ criterion: 'retargeting.web' })] })],
        snapshots: [aSnapshot(), aSnapshot({ 'website-retargeting': 'stated' }, { kind: 'cookie' })],
      },
      finds: ['website-retargeting: met stated, 2026-05-01 to now'],
    },
    'a notice mended after the declared days closes the gap from its day': {
      given: { declarations: ended, snapshots: [aSnapshot(), aSnapshot(STATED, { on: '2026-05-20' })] },
      finds: [
        'customer-list-matching: gap absent urgent, 2026-05-01 to 2026-05-19',
        'customer-list-matching: met told-later, 2026-05-20 to now',
      ],
    },
    'a declaration that runs out leaves the gap open': {
      given: { declarations: [aDeclaration({ valid_to: '2026-05-07', uses: [LIST] })], snapshots: [aSnapshot()] },
      finds: ['customer-list-matching: gap absent urgent, 2026-05-01 to now'],
    },
    'a withdrawn declaration states nothing': {
      given: { declarations: [aDeclaration({ withdrawn: true, uses: [LIST] })], snapshots: [aSnapshot()] },
      finds: [],
    },
    'a declaration filed later speaks for the days it names': {
      given: { declarations: [aDeclaration({ valid_from: '2026-05-20', uses: [LIST] })], snapshots: [aSnapshot()] },
      finds: ['customer-list-matching: gap absent urgent, 2026-05-01 to now'],
    },
    'fine places weigh more': {
      given: {
        declarations: [
          aDeclaration({
            uses: [aDeclaredUse({ criterion: 'geo.postcode', rank: 4 }), aDeclaredUse({ criterion: 'geo.region', rank: 1 })],
          }),
        ],
        snapshots: [aSnapshot()],
      },
      finds: ['location-targeting: gap absent medium, 2026-05-01 to now'],
    },
  },
  (finding) => finding.subject !== 'social-media-advertising',
);

describe('declared-not-disclosed', () => {
  it('asks about advertising on platforms once, whatever is declared', () => {
    const uses = [LIST, aDeclaredUse(), aDeclaredUse({ platform: 'meta' })];
    const findings = declaredNotDisclosed.ask(aCase({ declarations: [aDeclaration({ uses })], snapshots: [aSnapshot()] }));
    expect(findings.filter((finding) => finding.subject === 'social-media-advertising')).toHaveLength(1);
  });

  it('says what is declared and what the notice says', () => {
    const [finding] = declaredNotDisclosed.ask(aCase({ declarations: declared, snapshots: [aSnapshot()] }));
    expect(finding?.reader_text).toBe(
      'Test Party declares uploading contact lists to platforms in the declaration dated 1 May 2026. ' +
        'No passage of the notice captured on 1 May 2026 mentions uploading contact lists to platforms.',
    );
    expect(finding?.suggested).toContain('We give Snapchat a scrambled copy');
    expect(finding?.level).toBe('declaration');
  });
});
