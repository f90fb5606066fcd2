import { describe, expect, it } from 'vitest';
import { declaredDenialContradicted } from '../../../src/core/rules/declared-denial-contradicted.ts';
import { aCase, aDeclaration, aDeclaredUse, aNegative, aUse } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

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
});
