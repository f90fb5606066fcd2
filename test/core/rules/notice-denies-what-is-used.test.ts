import { describe, expect, it } from 'vitest';
import { noticeDeniesWhatIsUsed } from '../../../src/core/rules/notice-denies-what-is-used.ts';
import {
  aCase,
  aCoverage,
  aDeclaration,
  aDeclaredPractice,
  aDeclaredUse,
  aReading,
  aRunning,
  aSnapshot,
  aUse,
  type Says,
} from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

const DENIED: Says = { 'interest-targeting': 'denied' };
const limited = (limit: string): Says => ({ 'interest-targeting': { stance: 'denied', limit } });
const both = aSnapshot(
  {},
  { reading: aReading({ 'interest-targeting': [{ stance: 'stated' }, { stance: 'denied' }] }, { contradiction: ['interest-targeting'] }) },
);

/** Ads ran on Snapchat and on a page, and every library is read from 1 May on. */
const looked = {
  running: (
    [
      ['snapchat', 'test-account'],
      ['meta', 'page-1'],
    ] as const
  ).map(([platform, account]) => aRunning({ platform, account, first: '2026-05-01', last: '2026-05-30' })),
  coverage: [
    aCoverage(),
    aCoverage({ library: 'google', platform: 'google' }),
    aCoverage({ library: 'meta-audience', platform: 'meta', level: 'page-window', account: 'page-1' }),
  ],
};

testRule(noticeDeniesWhatIsUsed, {
  'a notice that denies nothing asks nothing': { given: { uses: [aUse()], snapshots: [aSnapshot()] }, finds: [] },
  'a denial of what is seen is a gap, as long as the use is not told of': {
    given: { uses: [aUse()], snapshots: [aSnapshot(DENIED)] },
    finds: [
      'interest-targeting: cannot-tell coverage-not-known, 2026-05-01 to 2026-05-02',
      'interest-targeting: gap denied urgent, 2026-05-03 to now',
    ],
  },
  'a denial of what is declared is a gap': {
    given: { declarations: [aDeclaration({ uses: [aDeclaredUse()] })], snapshots: [aSnapshot(DENIED)] },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to now'],
  },
  'a denial of a practice that only a declaration can show is a gap': {
    given: { declarations: [aDeclaration({ practices: [aDeclaredPractice()] })], snapshots: [aSnapshot({ profiling: 'denied' })] },
    finds: ['profiling: gap denied urgent, 2026-05-01 to now'],
  },
  'a denial of advertising on platforms is contradicted by any choice of people': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot({ 'social-media-advertising': 'denied' })] },
    finds: ['social-media-advertising: gap denied urgent, 2026-05-01 to now'],
  },
  'a denial of what nobody has seen cannot be told': {
    given: { snapshots: [aSnapshot(DENIED)] },
    finds: ['interest-targeting: cannot-tell coverage-not-known, 2026-05-01 to now'],
  },
  'a denial of what is not seen is met where every library covers every day': {
    given: { ...looked, snapshots: [aSnapshot(DENIED)] },
    finds: ['interest-targeting: met not-seen, 2026-05-01 to now'],
  },
  'a denial of what is not seen cannot be told where one library is not read': {
    given: { ...looked, coverage: looked.coverage.slice(0, 2), snapshots: [aSnapshot(DENIED)] },
    finds: ['interest-targeting: cannot-tell coverage-partial, 2026-05-01 to now'],
  },
  'a denial counts from its capture: days before it need no copies': {
    given: {
      ...looked,
      coverage: looked.coverage.map((one) => ({ ...one, first: '2026-05-10' })),
      snapshots: [aSnapshot(), aSnapshot(DENIED, { on: '2026-05-10' })],
    },
    finds: ['interest-targeting: met not-seen, 2026-05-10 to now'],
  },
  'a denial captured again counts from its first capture': {
    given: {
      ...looked,
      coverage: looked.coverage.map((one) => ({ ...one, first: '2026-05-10' })),
      snapshots: [aSnapshot(DENIED), aSnapshot(DENIED, { on: '2026-05-10' })],
    },
    finds: [
      'interest-targeting: cannot-tell coverage-not-known, 2026-05-01 to 2026-05-09',
      'interest-targeting: cannot-tell coverage-partial, 2026-05-10 to now',
    ],
  },
  'a denial taken up again counts anew': {
    given: {
      ...looked,
      coverage: looked.coverage.map((one) => ({ ...one, first: '2026-05-10' })),
      snapshots: [aSnapshot(DENIED), aSnapshot({}, { on: '2026-05-05' }), aSnapshot(DENIED, { on: '2026-05-10' })],
    },
    finds: [
      'interest-targeting: cannot-tell coverage-not-known, 2026-05-01 to 2026-05-04',
      'interest-targeting: met not-seen, 2026-05-10 to now',
    ],
  },
  'a denial is not met where the practice is declared, though nothing is seen': {
    given: { ...looked, declarations: [aDeclaration({ uses: [aDeclaredUse()] })], snapshots: [aSnapshot(DENIED)] },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to now'],
  },
  'a denial of advertising on platforms is not met by ads that choose nobody': {
    given: { ...looked, snapshots: [aSnapshot({ 'social-media-advertising': 'denied' })] },
    finds: ['social-media-advertising: cannot-tell coverage-not-known, 2026-05-01 to now'],
  },
  'a denial of bought data is a question where a list of the party may hold some': {
    given: {
      ...looked,
      uses: [aUse({ platform: 'meta', account: 'page-1', criterion: 'list.customer', level: 'page-window', first: '2026-05-01' })],
      snapshots: [aSnapshot({ 'commercial-data': 'denied' })],
    },
    finds: ['commercial-data: cannot-tell values-not-shown, 2026-05-01 to now'],
  },
  'a denial of what no library shows cannot be told': {
    given: { snapshots: [aSnapshot({ profiling: 'denied' })] },
    finds: ['profiling: cannot-tell no-library-shows-it, 2026-05-01 to now'],
  },
  'a denial too narrow to count is no denial': {
    given: { uses: [aUse()], snapshots: [aSnapshot({ 'interest-targeting': { stance: 'denied', counts: false, limit: 'sell' } })] },
    finds: [],
  },
  'a limited denial is for a person to weigh': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(limited('through this website'))] },
    finds: ['interest-targeting: cannot-tell limited-denial, 2026-05-01 to now'],
  },
  'a denial limited to the platform where it was seen covers it': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(limited('on Snapchat'))] },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to now'],
  },
  'a denial limited to another platform does not': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(limited('on Facebook'))] },
    finds: ['interest-targeting: cannot-tell limited-denial, 2026-05-01 to now'],
  },
  'a denial without a limit beside a limited one is a denial': {
    given: {
      uses: [aUse({ first: '2026-05-01' })],
      snapshots: [aSnapshot({ 'interest-targeting': [{ stance: 'denied', limit: 'at present' }, { stance: 'denied' }] })],
    },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to now'],
  },
  'a notice that says both is for a person to read': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [both] },
    finds: ['interest-targeting: cannot-tell says-both, 2026-05-01 to now'],
  },
  'two notices that differ say both': {
    given: {
      uses: [aUse({ first: '2026-05-01' })],
      snapshots: [
        aSnapshot(DENIED),
        aSnapshot({ 'interest-targeting': 'stated' }, { id: 'test-party/members@2026-05-01', notice: 'test-party/members' }),
      ],
    },
    finds: ['interest-targeting: cannot-tell says-both, 2026-05-01 to now'],
  },
  'a denial beside a statement about another act raises nothing': {
    given: { uses: [aUse()], snapshots: [aSnapshot({ 'interest-targeting': [{ stance: 'stated' }, { stance: 'denied' }] })] },
    finds: [],
  },
  'an audience whose kind is not shown cannot contradict a denial of one kind': {
    given: {
      uses: [aUse({ criterion: 'own-audience.unspecified', first: '2026-05-01' })],
      snapshots: [aSnapshot({ 'customer-list-matching': 'denied' })],
    },
    finds: ['customer-list-matching: cannot-tell only-unspecified-seen, 2026-05-01 to now'],
  },
  'a denial dropped during the use ends the finding': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(DENIED), aSnapshot({}, { on: '2026-05-06' })] },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to 2026-05-05'],
  },
  'a denial dropped after the use leaves the gap open': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(DENIED), aSnapshot({}, { on: '2026-05-20' })] },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to now'],
  },
  'a notice that tells of it after the use closes the gap from its day': {
    given: {
      uses: [aUse({ first: '2026-05-01' })],
      snapshots: [aSnapshot(DENIED), aSnapshot({ 'interest-targeting': 'stated' }, { on: '2026-05-20' })],
    },
    finds: ['interest-targeting: gap denied urgent, 2026-05-01 to 2026-05-19', 'interest-targeting: met told-later, 2026-05-20 to now'],
  },
  'a denial that begins after the use speaks of what is not seen': {
    given: { uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(), aSnapshot(DENIED, { on: '2026-05-20' })] },
    finds: ['interest-targeting: cannot-tell coverage-not-known, 2026-05-20 to now'],
  },
});

describe('the words of notice-denies-what-is-used', () => {
  it('put the denial beside what was seen and what was declared', () => {
    const [finding] = noticeDeniesWhatIsUsed.ask(
      aCase({
        uses: [aUse({ first: '2026-05-01' })],
        declarations: [aDeclaration({ uses: [aDeclaredUse()] })],
        snapshots: [aSnapshot(DENIED)],
      }),
    );
    expect(finding?.reader_text).toBe(
      'The notice captured on 1 May 2026 says: “Test sentence: interest-targeting is denied.” ' +
        'The Snapchat ad library shows interests used to reach people on 12 adverts that first ran on 1 May 2026. ' +
        'The declaration dated 1 May 2026 states: Interest on Snapchat to reach people, from 1 May 2026.',
    );
  });

  it('give a bare answer with the heading it answers', () => {
    const says: Says = { 'interest-targeting': { stance: 'denied', quote: 'No.', heading: 'Do you target me by my interests?' } };
    const [finding] = noticeDeniesWhatIsUsed.ask(aCase({ uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(says)] }));
    expect(finding?.reader_text).toContain('says: “No.” under the heading “Do you target me by my interests?” The Snapchat ad library');
  });

  it('quote the words of a limit', () => {
    const [finding] = noticeDeniesWhatIsUsed.ask(
      aCase({ uses: [aUse({ first: '2026-05-01' })], snapshots: [aSnapshot(limited('for this appeal'))] }),
    );
    expect(finding?.reader_text).toContain('limited by the words “for this appeal”');
  });

  it('name the libraries and the days where nothing was seen', () => {
    const [finding] = noticeDeniesWhatIsUsed.ask(aCase({ ...looked, snapshots: [aSnapshot(DENIED)] }));
    expect(finding?.reader_text).toBe(
      'The notice captured on 1 May 2026 says: “Test sentence: interest-targeting is denied.” ' +
        'The copies stored of the Meta Ad Library and the Snapchat ad library cover every day from 1 May to 1 June 2026, and show no such use by the party. ' +
        'Those of the Google political ads library cover these days as well, and show no ads of the party.',
    );
  });
});
