import { describe, expect, it } from 'vitest';
import { platformNotNamed } from '../../../src/core/rules/platform-not-named.ts';
import { aCase, aDeclaration, aDeclaredUse, anUnreadableSnapshot, aSnapshot, aUse, type Says } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

const naming = (quote: string): Says => ({ 'named-platforms': { stance: 'stated', quote } });
const recipients = (quote: string): Says => ({ recipients: { stance: 'stated', quote } });

testRule(platformNotNamed, {
  'no use of personal data asks nothing': { given: { uses: [aUse({ criterion: 'none.broad' })], snapshots: [aSnapshot()] }, finds: [] },
  'a notice that names the platform is met': {
    given: { uses: [aUse()], snapshots: [aSnapshot(naming('We send it to Snapchat and Google.'))] },
    finds: ['snapchat: met named, 2026-05-03 to now'],
  },
  'a notice that names one of its services is met': {
    given: { uses: [aUse({ platform: 'meta' })], snapshots: [aSnapshot(naming('Our adverts run on Instagram.'))] },
    finds: ['meta: met named, 2026-05-03 to now'],
  },
  'a clear kind of recipient covers it': {
    given: { uses: [aUse()], snapshots: [aSnapshot(recipients('We share it with social media companies.'))] },
    finds: ['snapchat: met covered-by-a-kind-of-recipient, 2026-05-03 to now'],
  },
  'social media companies do not clearly cover a search engine': {
    given: { uses: [aUse({ platform: 'google' })], snapshots: [aSnapshot(recipients('We share it with social media companies.'))] },
    finds: ['google: gap absent high, 2026-05-03 to now'],
  },
  'other platforms named are a gap': {
    given: { uses: [aUse()], snapshots: [aSnapshot(naming('We send it to Facebook.'))] },
    finds: ['snapchat: gap other-platforms-named high, 2026-05-03 to now'],
  },
  'an ordinary word is no name': {
    given: { uses: [aUse()], snapshots: [aSnapshot(naming('Facebook learns of it before a snap election.'))] },
    finds: ['snapchat: gap other-platforms-named high, 2026-05-03 to now'],
  },
  'only partners are a gap': {
    given: { uses: [aUse()], snapshots: [aSnapshot({ recipients: { stance: 'vague', quote: 'We share it with trusted partners.' } })] },
    finds: ['snapchat: gap vague high, 2026-05-03 to now'],
  },
  'a notice that says that no platform is used names none': {
    given: { uses: [aUse()], snapshots: [aSnapshot({ 'named-platforms': 'denied' })] },
    finds: ['snapchat: gap denied high, 2026-05-03 to now'],
  },
  'a silent notice is a gap': {
    given: { uses: [aUse()], snapshots: [aSnapshot()] },
    finds: ['snapchat: gap absent high, 2026-05-03 to now'],
  },
  'an unreadable notice cannot tell': {
    given: { uses: [aUse()], snapshots: [anUnreadableSnapshot()] },
    finds: ['snapchat: cannot-tell notice-unreadable, 2026-05-03 to now'],
  },
  'no snapshot by that time cannot tell': {
    given: { uses: [aUse()], snapshots: [aSnapshot({}, { on: '2026-05-20' })] },
    finds: ['snapchat: cannot-tell no-snapshot-at-the-time, 2026-05-03 to now'],
  },
  'no notice at all cannot tell': { given: { uses: [aUse()] }, finds: ['snapchat: cannot-tell no-notice-captured, 2026-05-03 to now'] },
  'a declared platform is asked about too, read or not': {
    given: {
      declarations: [aDeclaration({ uses: [aDeclaredUse({ platform: 'tiktok' })] })],
      snapshots: [aSnapshot(naming('We use Facebook.')), aSnapshot(naming('We use Facebook and TikTok.'), { on: '2026-05-10' })],
    },
    finds: ['tiktok: gap other-platforms-named high, 2026-05-01 to 2026-05-09', 'tiktok: met named, 2026-05-10 to now'],
  },
  'a notice that names it after the use closes the gap from its day': {
    given: { uses: [aUse()], snapshots: [aSnapshot(), aSnapshot(naming('We use Snapchat.'), { on: '2026-05-20' })] },
    finds: ['snapchat: gap absent high, 2026-05-03 to 2026-05-19', 'snapchat: met told-later, 2026-05-20 to now'],
  },
});

describe('the words of platform-not-named', () => {
  it('say which kind of recipient covers the platform', () => {
    const [finding] = platformNotNamed.ask(
      aCase({ uses: [aUse()], snapshots: [aSnapshot(recipients('We share it with social networks.'))] }),
    );
    expect(finding?.reader_text).toContain(
      'does not name Snapchat, and describes a kind of recipient that covers it: “We share it with social networks.”',
    );
  });
});
