import { describe, expect, it } from 'vitest';
import { seenNotDisclosed } from '../../../src/core/rules/seen-not-disclosed.ts';
import { aCase, anUnreadableReading, anUnreadableSnapshot, aSnapshot, aUse } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

const STATED = { 'interest-targeting': 'stated' } as const;
const VAGUE = { 'interest-targeting': 'vague' } as const;

testRule(
  seenNotDisclosed,
  {
    'nothing seen asks nothing': { given: { snapshots: [aSnapshot()] }, finds: [] },
    'a whole country is no targeting': {
      given: { uses: [aUse({ criterion: 'geo.country', rank: 0 }), aUse({ criterion: 'none.broad' })], snapshots: [aSnapshot()] },
      finds: [],
    },
    'who was reached is not who was chosen': { given: { uses: [aUse({ level: 'delivery' })], snapshots: [aSnapshot()] }, finds: [] },
    'a notice that states it is met': {
      given: { uses: [aUse()], snapshots: [aSnapshot(STATED)] },
      finds: ['snapchat/interest: met stated, 2026-05-03 to now'],
    },
    'a notice captured on the first day of use counts for that day': {
      given: { uses: [aUse()], snapshots: [aSnapshot(STATED, { on: '2026-05-03' })] },
      finds: ['snapchat/interest: met stated, 2026-05-03 to now'],
    },
    'a notice that is silent is a gap that stands after the use': {
      given: { uses: [aUse()], snapshots: [aSnapshot()] },
      finds: ['snapchat/interest: gap absent medium, 2026-05-03 to now'],
    },
    'general words are a gap': {
      given: { uses: [aUse()], snapshots: [aSnapshot(VAGUE)] },
      finds: ['snapchat/interest: gap vague medium, 2026-05-03 to now'],
    },
    'a denial is left to the question on denials': {
      given: { uses: [aUse()], snapshots: [aSnapshot({ 'interest-targeting': 'denied' })] },
      finds: [],
    },
    'a denial too narrow to count answers nothing': {
      given: { uses: [aUse()], snapshots: [aSnapshot({ 'interest-targeting': { stance: 'denied', counts: false, limit: 'sell' } })] },
      finds: ['snapchat/interest: gap absent medium, 2026-05-03 to now'],
    },
    'an unreadable notice cannot tell': {
      given: { uses: [aUse()], snapshots: [anUnreadableSnapshot()] },
      finds: ['snapchat/interest: cannot-tell notice-unreadable, 2026-05-03 to now'],
    },
    'what was found in an unreadable notice keeps its stance': {
      given: { uses: [aUse()], snapshots: [aSnapshot({}, { reading: anUnreadableReading(STATED) })] },
      finds: ['snapchat/interest: met stated, 2026-05-03 to now'],
    },
    'no notice at all cannot tell': {
      given: { uses: [aUse()] },
      finds: ['snapchat/interest: cannot-tell no-notice-captured, 2026-05-03 to now'],
    },
    'a cookie notice alone is no notice for interests': {
      given: { uses: [aUse()], snapshots: [aSnapshot(STATED, { kind: 'cookie' })] },
      finds: ['snapchat/interest: cannot-tell no-notice-captured, 2026-05-03 to now'],
    },
    'no snapshot before the use ended cannot tell, whatever a later one says': {
      given: { uses: [aUse()], snapshots: [aSnapshot(STATED, { on: '2026-05-20' })] },
      finds: ['snapchat/interest: cannot-tell no-snapshot-at-the-time, 2026-05-03 to now'],
    },
    'a first snapshot in the middle of the use answers from its day': {
      given: { uses: [aUse()], snapshots: [aSnapshot({}, { on: '2026-05-06' })] },
      finds: [
        'snapchat/interest: cannot-tell no-snapshot-at-the-time, 2026-05-03 to 2026-05-05',
        'snapchat/interest: gap absent medium, 2026-05-06 to now',
      ],
    },
    'a notice mended during the use closes the gap from its day': {
      given: { uses: [aUse()], snapshots: [aSnapshot(), aSnapshot(STATED, { on: '2026-05-06' })] },
      finds: ['snapchat/interest: gap absent medium, 2026-05-03 to 2026-05-05', 'snapchat/interest: met stated, 2026-05-06 to now'],
    },
    'a notice mended after the use closes the gap from its day': {
      given: { uses: [aUse()], snapshots: [aSnapshot(VAGUE), aSnapshot(STATED, { on: '2026-05-20' })] },
      finds: ['snapchat/interest: gap vague medium, 2026-05-03 to 2026-05-19', 'snapchat/interest: met told-later, 2026-05-20 to now'],
    },
    'a notice that gets worse after the use changes nothing': {
      given: {
        uses: [aUse()],
        snapshots: [aSnapshot(STATED), aSnapshot({}, { on: '2026-05-20' }), anUnreadableSnapshot({ on: '2026-05-25' })],
      },
      finds: ['snapchat/interest: met stated, 2026-05-03 to now'],
    },
    'a gap stays a gap while later captures are silent, vague, unreadable or deny': {
      given: {
        uses: [aUse()],
        snapshots: [
          aSnapshot(),
          aSnapshot({}, { on: '2026-05-12' }),
          aSnapshot(VAGUE, { on: '2026-05-14' }),
          anUnreadableSnapshot({ on: '2026-05-16' }),
          aSnapshot({ 'interest-targeting': 'denied' }, { on: '2026-05-18' }),
        ],
      },
      finds: ['snapchat/interest: gap absent medium, 2026-05-03 to now'],
    },
    'an answer that cannot be told stays so after the use': {
      given: { uses: [aUse()], snapshots: [anUnreadableSnapshot(), aSnapshot(STATED, { on: '2026-05-20' })] },
      finds: ['snapchat/interest: cannot-tell notice-unreadable, 2026-05-03 to now'],
    },
    'a second use is judged anew by the notice that stands then': {
      given: {
        uses: [aUse({ last: '2026-05-04' }), aUse({ first: '2026-05-20', last: '2026-05-21' })],
        snapshots: [aSnapshot(STATED), aSnapshot({}, { on: '2026-05-10' })],
      },
      finds: ['snapchat/interest: met stated, 2026-05-03 to 2026-05-19', 'snapchat/interest: gap absent medium, 2026-05-20 to now'],
    },
    'the same words found again by a later capture are one spell': {
      given: {
        uses: [aUse()],
        snapshots: [aSnapshot(VAGUE), aSnapshot(VAGUE, { on: '2026-05-05' }), aSnapshot(VAGUE, { on: '2026-05-07' })],
      },
      finds: ['snapchat/interest: gap vague medium, 2026-05-03 to now'],
    },
    'other words by a later capture are another spell': {
      given: {
        uses: [aUse()],
        snapshots: [
          aSnapshot(VAGUE),
          aSnapshot({ 'interest-targeting': { stance: 'vague', quote: 'We show relevant things.' } }, { on: '2026-05-05' }),
        ],
      },
      finds: ['snapchat/interest: gap vague medium, 2026-05-03 to 2026-05-04', 'snapchat/interest: gap vague medium, 2026-05-05 to now'],
    },
    'a gap handed over to a denial ends the day before': {
      given: { uses: [aUse()], snapshots: [aSnapshot(), aSnapshot({ 'interest-targeting': 'denied' }, { on: '2026-05-06' })] },
      finds: ['snapchat/interest: gap absent medium, 2026-05-03 to 2026-05-05'],
    },
    'the strongest of two notices answers': {
      given: {
        uses: [aUse({ criterion: 'retargeting.web' })],
        snapshots: [aSnapshot(), aSnapshot({ 'website-retargeting': 'stated' }, { kind: 'cookie' })],
      },
      finds: ['snapchat/retargeting.web: met stated, 2026-05-03 to now'],
    },
    'one unreadable notice of two leaves silence open': {
      given: { uses: [aUse({ criterion: 'retargeting.web' })], snapshots: [aSnapshot(), anUnreadableSnapshot({ kind: 'cookie' })] },
      finds: ['snapchat/retargeting.web: cannot-tell notice-unreadable, 2026-05-03 to now'],
    },
    'two silent notices are a gap': {
      given: { uses: [aUse({ criterion: 'retargeting.web' })], snapshots: [aSnapshot(), aSnapshot({}, { kind: 'cookie' })] },
      finds: ['snapchat/retargeting.web: gap absent high, 2026-05-03 to now'],
    },
    'an audience whose kind is not shown is met by any of the four kinds': {
      given: { uses: [aUse({ criterion: 'own-audience.unspecified' })], snapshots: [aSnapshot({ 'lookalike-audience': 'stated' })] },
      finds: ['snapchat/own-audience.unspecified: met stated, 2026-05-03 to now'],
    },
    'an audience whose kind is not shown never gives a gap': {
      given: { uses: [aUse({ criterion: 'own-audience.unspecified' })], snapshots: [aSnapshot()] },
      finds: ['snapchat/own-audience.unspecified: cannot-tell kind-of-audience-not-shown, 2026-05-03 to now'],
    },
    'wide places weigh little, and more from the day a fine one is used': {
      given: {
        uses: [
          aUse({ criterion: 'geo.radius', rank: 2 }),
          aUse({ criterion: 'geo.radius', rank: 5, first: '2026-05-06', last: '2026-05-07' }),
        ],
        snapshots: [aSnapshot()],
      },
      finds: ['snapchat/geo.radius: gap absent low, 2026-05-03 to 2026-05-05', 'snapchat/geo.radius: gap absent medium, 2026-05-06 to now'],
    },
    'a postcode is a district at least, also where its kind is not known': {
      given: { uses: [aUse({ criterion: 'geo.postcode' })], snapshots: [aSnapshot()] },
      finds: ['snapchat/geo.postcode: gap absent medium, 2026-05-03 to now'],
    },
    'an uploaded list is urgent, whichever way it was used': {
      given: {
        uses: [aUse({ criterion: 'list.customer' }), aUse({ criterion: 'list.customer', direction: 'exclude', first: '2026-05-01' })],
        snapshots: [aSnapshot({}, { on: '2026-04-30' })],
      },
      finds: ['snapchat/list.customer: gap absent urgent, 2026-05-01 to now'],
    },
    'nothing after today is answered': {
      given: { today: '2026-05-05', uses: [aUse()], snapshots: [aSnapshot(), aSnapshot(STATED, { on: '2026-05-07' })] },
      finds: ['snapchat/interest: gap absent medium, 2026-05-03 to now'],
    },
    'what rests on guidance of November 2020 is not asked before': {
      given: { uses: [aUse({ first: '2019-11-01', last: '2019-12-11' })], snapshots: [aSnapshot({}, { on: '2019-10-01' })] },
      finds: [],
    },
    'what rests on the law of 2018 is asked of 2019': {
      given: {
        uses: [aUse({ criterion: 'list.customer', first: '2019-11-01', last: '2019-12-11' })],
        snapshots: [aSnapshot({}, { on: '2019-10-01' })],
      },
      finds: ['snapchat/list.customer: gap absent urgent, 2019-11-01 to now'],
    },
  },
  (finding) => finding.subject !== 'social-media-advertising',
);

describe('advertising on platforms at all', () => {
  const about = (given: Parameters<typeof aCase>[0]) =>
    seenNotDisclosed.ask(aCase(given)).filter((finding) => finding.subject === 'social-media-advertising');

  it('is asked once for the party, whatever the platforms and kinds', () => {
    const uses = [aUse(), aUse({ platform: 'meta' }), aUse({ criterion: 'demo.age' })];
    const [finding, ...others] = about({ uses, snapshots: [aSnapshot()] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ outcome: 'gap', severity: 'medium', platform: null, criterion: null });
    expect(finding?.reader_text).toContain('The Meta Ad Library and the Snapchat ad library show');
    expect(finding?.reader_text).toContain('on at least 24 adverts');
  });

  it('is not raised by an audience whose kind, and so whose data, is not shown', () => {
    expect(about({ uses: [aUse({ criterion: 'own-audience.unspecified' })], snapshots: [aSnapshot()] })).toEqual([]);
  });
});

describe('the words of seen-not-disclosed', () => {
  const only = (given: Parameters<typeof aCase>[0]) => seenNotDisclosed.ask(aCase(given))[0];

  it('speak of adverts where the library shows single adverts', () => {
    expect(only({ uses: [aUse()], snapshots: [aSnapshot()] })?.reader_text).toBe(
      'The Snapchat ad library shows interests used to reach people on 12 adverts that first ran on 3 May 2026. ' +
        'No passage of the notice captured on 1 May 2026 mentions choosing people or messages by interests or behaviour.',
    );
  });

  it('speak of the page where the library shows a window', () => {
    const use = aUse({ platform: 'meta', level: 'page-window', first: '2026-04-10', last: '2026-05-09' });
    expect(only({ uses: [use], snapshots: [aSnapshot(VAGUE, { on: '2026-04-01' })] })?.reader_text).toBe(
      "The Meta Ad Library shows interests used to reach people by the party's page in the 30 days to 9 May 2026. " +
        'The notice captured on 1 April 2026 says only: “Test sentence: interest-targeting is vague.”',
    );
  });

  it('show a denial beside the statement where a notice says both', () => {
    const says = { 'interest-targeting': [{ stance: 'stated' }, { stance: 'denied' }] } as const;
    const snapshot = aSnapshot(says);
    const both = {
      ...snapshot,
      reading: {
        ...snapshot.reading,
        practices: snapshot.reading.practices.map((one) => ({ ...one, contradiction: one.practice === 'interest-targeting' })),
      },
    };
    const finding = only({ uses: [aUse()], snapshots: [both] });
    expect(finding?.outcome).toBe('met');
    expect(finding?.reader_text).toContain('The notice also says: “Test sentence: interest-targeting is denied.”');
  });
});
