import { describe, expect, it } from 'vitest';
import { declaredDenialContradicted } from '../../../src/core/rules/declared-denial-contradicted.ts';
import { aCase, aCoverage, aDeclaration, aDeclaredUse, aNegative, aRunning, aUse } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

/** Ads of the party ran, and the library of Snapchat is read from 1 May on. */
const looked = { running: [aRunning()], coverage: [aCoverage()] };
const snapchatOnly = { platforms: ['snapchat'] };
const denying = (over: Parameters<typeof aNegative>[0] = {}) => aDeclaration({ negatives: [aNegative(over)] });

testRule(declaredDenialContradicted, {
  'a declaration without such a statement asks nothing': { given: { uses: [aUse()], declarations: [aDeclaration()] }, finds: [] },
  'what is seen against it is a gap': {
    given: { uses: [aUse()], declarations: [denying()] },
    finds: ['interest: cannot-tell coverage-not-known, 2026-05-01 to 2026-05-02', 'interest: gap contradicted urgent, 2026-05-03 to now'],
  },
  'what was seen before the version stood is a gap from its first day': {
    given: { uses: [aUse()], declarations: [aDeclaration({ valid_from: '2026-05-20', negatives: [aNegative()] })] },
    finds: ['interest: gap contradicted urgent, 2026-05-20 to now'],
  },
  'a practice denied is contradicted by each of its kinds': {
    given: { uses: [aUse({ criterion: 'behaviour', first: '2026-05-01' })], declarations: [denying({ subject: 'interest-targeting' })] },
    finds: ['interest-targeting: gap contradicted urgent, 2026-05-01 to now'],
  },
  'leaving people out is a use too': {
    given: { uses: [aUse({ direction: 'exclude', first: '2026-05-01' })], declarations: [denying()] },
    finds: ['interest: gap contradicted urgent, 2026-05-01 to now'],
  },
  'what is seen on another platform says nothing': {
    given: { uses: [aUse()], declarations: [denying({ platforms: ['meta'] })] },
    finds: ['interest/meta: cannot-tell coverage-not-known, 2026-05-01 to now'],
  },
  'what is seen outside its days says nothing': {
    given: { uses: [aUse()], declarations: [denying({ from: '2026-05-10' })] },
    finds: ['interest: cannot-tell coverage-not-known, 2026-05-01 to now'],
  },
  'nothing seen cannot be told: coverage is not known': {
    given: { declarations: [denying()] },
    finds: ['interest: cannot-tell coverage-not-known, 2026-05-01 to now'],
  },
  'nothing seen is met where ads ran and every day is covered': {
    given: { ...looked, declarations: [denying(snapchatOnly)] },
    finds: ['interest/snapchat: cannot-tell no-ads-seen, 2026-05-01 to 2026-05-02', 'interest/snapchat: met not-seen, 2026-05-03 to now'],
  },
  'nothing seen cannot be told once a day is not covered': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      coverage: [aCoverage({ last: '2026-05-20' })],
      declarations: [denying(snapchatOnly)],
    },
    finds: [
      'interest/snapchat: met not-seen, 2026-05-01 to 2026-05-20',
      'interest/snapchat: cannot-tell coverage-partial, 2026-05-21 to now',
    ],
  },
  'nothing seen stays met after the days of the statement': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      coverage: [aCoverage({ last: '2026-05-20' })],
      declarations: [denying({ ...snapchatOnly, to: '2026-05-15' })],
    },
    finds: ['interest/snapchat: met not-seen, 2026-05-01 to now'],
  },
  'nothing seen on one platform is no answer for every platform': {
    given: { ...looked, declarations: [denying()] },
    finds: ['interest: cannot-tell coverage-partial, 2026-05-01 to now'],
  },
  'what is seen is a gap however much is covered, and the days before stay met': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      uses: [aUse()],
      coverage: [aCoverage()],
      declarations: [denying(snapchatOnly)],
    },
    finds: ['interest/snapchat: met not-seen, 2026-05-01 to 2026-05-02', 'interest/snapchat: gap contradicted urgent, 2026-05-03 to now'],
  },
  'a page of the party that nobody looked at ends the answer on the day it is first seen': {
    given: {
      running: [
        aRunning({ platform: 'meta', account: 'page-1', first: '2026-05-01' }),
        aRunning({ platform: 'meta', account: 'page-2', first: '2026-05-10', last: '2026-05-12' }),
      ],
      coverage: [aCoverage({ library: 'meta-audience', platform: 'meta', level: 'page-window', account: 'page-1' })],
      declarations: [denying({ platforms: ['meta'] })],
    },
    finds: ['interest/meta: met not-seen, 2026-05-01 to 2026-05-09', 'interest/meta: cannot-tell coverage-partial, 2026-05-10 to now'],
  },
  'places are no answer where an ad shows none': {
    given: {
      running: [aRunning({ first: '2026-05-01', ads: 13 })],
      uses: [aUse({ criterion: 'geo.country', first: '2026-05-01', rank: 0 })],
      coverage: [aCoverage()],
      declarations: [denying({ ...snapchatOnly, subject: 'geo.postcode' })],
    },
    finds: ['geo.postcode/snapchat: cannot-tell values-not-shown, 2026-05-01 to now'],
  },
  'a list is not seen where the library shows no audience of the party at all': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      coverage: [aCoverage()],
      declarations: [denying({ ...snapchatOnly, subject: 'list.customer' })],
    },
    finds: ['list.customer/snapchat: met not-seen, 2026-05-01 to now'],
  },
  'an audience whose kind is not shown is a question also where every day is covered': {
    given: {
      ...looked,
      uses: [aUse({ criterion: 'own-audience.unspecified', first: '2026-05-01' })],
      declarations: [denying({ ...snapchatOnly, subject: 'list.customer' })],
    },
    finds: ['list.customer/snapchat: cannot-tell only-unspecified-seen, 2026-05-01 to now'],
  },
  'no targeting at all is looked for as a whole': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      uses: [aUse({ criterion: 'geo.country', first: '2026-05-01', rank: 0 })],
      coverage: [aCoverage()],
      declarations: [
        aDeclaration({
          negatives: (['interest', 'demo.age', 'geo.relation', 'geo.city', 'list.customer'] as const).map((subject) =>
            aNegative({ ...snapchatOnly, subject, path: 'targeting_used' }),
          ),
        }),
      ],
    },
    finds: ['targeting-used: met not-seen, 2026-05-01 to now'],
  },
  'what no library can show cannot be tested, however much is covered': {
    given: { ...looked, declarations: [denying({ ...snapchatOnly, subject: 'profiling' })] },
    finds: ['profiling/snapchat: cannot-tell no-library-shows-it, 2026-05-01 to now'],
  },
  'letting the declaration run out leaves it met': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      coverage: [aCoverage({ last: '2026-05-20' })],
      declarations: [{ ...denying(snapchatOnly), valid_to: '2026-05-15' }],
    },
    finds: ['interest/snapchat: met not-seen, 2026-05-01 to now'],
  },
  'a use that a later version names was never denied, and corrects nothing': {
    given: {
      running: [aRunning({ first: '2026-05-01' })],
      uses: [aUse({ first: '2026-05-15', last: '2026-05-20' })],
      coverage: [aCoverage()],
      declarations: [
        { ...denying(snapchatOnly), superseded_on: '2026-05-15' },
        aDeclaration({ version: 2, valid_from: '2026-05-15', uses: [aDeclaredUse()] }),
      ],
    },
    finds: ['interest/snapchat: met not-seen, 2026-05-01 to 2026-05-14'],
  },
  'what no library can show cannot be tested': {
    given: { uses: [aUse()], declarations: [denying({ subject: 'profiling' })] },
    finds: ['profiling: cannot-tell no-library-shows-it, 2026-05-01 to now'],
  },
  'an audience whose kind is not shown is at most a question': {
    given: {
      uses: [aUse({ criterion: 'own-audience.unspecified', first: '2026-05-01' })],
      declarations: [denying({ subject: 'list.customer' })],
    },
    finds: ['list.customer: cannot-tell only-unspecified-seen, 2026-05-01 to now'],
  },
  'an uploaded list does not say that it holds members': {
    given: {
      uses: [aUse({ criterion: 'list.customer', first: '2026-05-01' })],
      declarations: [denying({ subject: 'list.member-supporter' })],
    },
    finds: ['list.member-supporter: cannot-tell only-unspecified-seen, 2026-05-01 to now'],
  },
  'a region seen says nothing against a denial of postcodes': {
    given: { uses: [aUse({ criterion: 'geo.region', rank: 1 })], declarations: [denying({ subject: 'geo.postcode' })] },
    finds: ['geo.postcode: cannot-tell coverage-not-known, 2026-05-01 to now'],
  },
  'no targeting at all is one statement, however many kinds it covers': {
    given: {
      uses: [aUse({ first: '2026-05-01' })],
      declarations: [
        aDeclaration({
          negatives: (['interest', 'demo.age', 'list.customer'] as const).map((subject) => aNegative({ subject, path: 'targeting_used' })),
        }),
      ],
    },
    finds: ['targeting-used: gap contradicted urgent, 2026-05-01 to now'],
  },
  'letting the declaration run out does not close the gap': {
    given: { uses: [aUse({ first: '2026-05-01' })], declarations: [{ ...denying(), valid_to: '2026-05-15' }] },
    finds: ['interest: gap contradicted urgent, 2026-05-01 to now'],
  },
  'a new version that names the use is met': {
    given: {
      uses: [aUse({ first: '2026-05-01' })],
      declarations: [
        { ...denying(), superseded_on: '2026-05-15' },
        aDeclaration({ version: 2, valid_from: '2026-05-15', uses: [aDeclaredUse()] }),
      ],
    },
    finds: ['interest: gap contradicted urgent, 2026-05-01 to 2026-05-14', 'interest: met corrected, 2026-05-15 to now'],
  },
  'a new version that says until when is met as well': {
    given: {
      uses: [aUse()],
      declarations: [
        { ...denying(), superseded_on: '2026-05-15' },
        aDeclaration({
          version: 2,
          valid_from: '2026-05-15',
          uses: [aDeclaredUse({ from: '2026-05-03' })],
          negatives: [aNegative({ to: '2026-05-02' })],
        }),
      ],
    },
    finds: [
      'interest: cannot-tell coverage-not-known, 2026-05-01 to 2026-05-02',
      'interest: gap contradicted urgent, 2026-05-03 to 2026-05-14',
      'interest: met corrected, 2026-05-15 to now',
    ],
  },
  'a new version that only drops the statement ends the finding': {
    given: {
      uses: [aUse({ first: '2026-05-01' })],
      declarations: [{ ...denying(), superseded_on: '2026-05-15' }, aDeclaration({ version: 2, valid_from: '2026-05-15' })],
    },
    finds: ['interest: gap contradicted urgent, 2026-05-01 to 2026-05-14'],
  },
});

describe('the words of declared-denial-contradicted', () => {
  it('put the statement beside what was seen', () => {
    const [finding] = declaredDenialContradicted.ask(aCase({ uses: [aUse({ first: '2026-05-01' })], declarations: [denying()] }));
    expect(finding?.reader_text).toBe(
      'The declaration dated 1 May 2026 says: “We do not choose people by their interests.” ' +
        'The Snapchat ad library shows interests used to reach people on 12 adverts that first ran on 1 May 2026.',
    );
  });

  it('name the libraries and the days where nothing was seen', () => {
    const texts = declaredDenialContradicted
      .ask(
        aCase({
          running: [aRunning({ first: '2026-05-01' })],
          coverage: [aCoverage({ last: '2026-05-20' }), aCoverage({ library: 'google', platform: 'google' })],
          declarations: [denying({ subject: 'demo.age', platforms: ['google', 'snapchat'] })],
        }),
      )
      .map(({ reader_text }) => reader_text);
    expect(texts).toEqual([
      'The declaration dated 1 May 2026 says: “We do not choose people by their interests.” ' +
        'The copies stored of the Snapchat ad library cover every day from 1 to 20 May 2026, and show no such use by the party. ' +
        'Those of the Google political ads library cover these days as well, and show no ads of the party.',
      'The declaration dated 1 May 2026 says: “We do not choose people by their interests.” ' +
        'Nothing seen speaks against it, but the copies stored of the ad libraries cover only a part of its days and platforms, so it cannot be called unused.',
    ]);
  });
});
