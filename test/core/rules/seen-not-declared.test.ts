import { describe, expect, it } from 'vitest';
import { seenNotDeclared } from '../../../src/core/rules/seen-not-declared.ts';
import { aCase, aDeclaration, aDeclaredUse, aUse } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

const INTERESTS = aDeclaration({ uses: [aDeclaredUse()] });

testRule(seenNotDeclared, {
  'nothing seen asks nothing': { given: { declarations: [INTERESTS] }, finds: [] },
  'a whole country, and no choice of people, are no targeting': {
    given: { uses: [aUse({ criterion: 'geo.country' }), aUse({ criterion: 'none.broad' }), aUse({ criterion: 'context' })] },
    finds: [],
  },
  'leaving out a country is targeting': {
    given: { uses: [aUse({ criterion: 'geo.country', direction: 'exclude' })] },
    finds: ['snapchat/geo.country/exclude: gap no-declaration high, 2026-05-03 to now'],
  },
  'the same kind declared is met': {
    given: { uses: [aUse()], declarations: [INTERESTS] },
    finds: ['snapchat/interest/include: met declared, 2026-05-03 to now'],
  },
  'a declared list of members answers for an uploaded list': {
    given: {
      uses: [aUse({ criterion: 'list.customer' })],
      declarations: [aDeclaration({ uses: [aDeclaredUse({ criterion: 'list.member-supporter' })] })],
    },
    finds: ['snapchat/list.customer/include: met declared, 2026-05-03 to now'],
  },
  'no declaration is a gap: silence does not pay': {
    given: { uses: [aUse()] },
    finds: ['snapchat/interest/include: gap no-declaration high, 2026-05-03 to now'],
  },
  'a withdrawn declaration counts as none': {
    given: { uses: [aUse()], declarations: [{ ...INTERESTS, withdrawn: true }] },
    finds: ['snapchat/interest/include: gap no-declaration high, 2026-05-03 to now'],
  },
  'a declaration for another platform only is a gap': {
    given: { uses: [aUse()], declarations: [aDeclaration({ platforms: ['meta'], uses: [aDeclaredUse({ platform: 'meta' })] })] },
    finds: ['snapchat/interest/include: gap platform-not-declared high, 2026-05-03 to now'],
  },
  'a declaration that names other kinds is a gap': {
    given: { uses: [aUse()], declarations: [aDeclaration({ uses: [aDeclaredUse({ criterion: 'demo.age' })] })] },
    finds: ['snapchat/interest/include: gap criterion-not-declared high, 2026-05-03 to now'],
  },
  'a declared choice to reach never answers for people left out': {
    given: { uses: [aUse({ direction: 'exclude' })], declarations: [INTERESTS] },
    finds: ['snapchat/interest/exclude: gap direction-not-declared high, 2026-05-03 to now'],
  },
  'a use whose direction is not shown is answered by either direction': {
    given: { uses: [aUse({ direction: 'used' })], declarations: [INTERESTS] },
    finds: ['snapchat/interest/used: met declared, 2026-05-03 to now'],
  },
  'an audience whose kind is not shown is answered by any kind it can be': {
    given: {
      uses: [aUse({ criterion: 'own-audience.unspecified' })],
      declarations: [aDeclaration({ uses: [aDeclaredUse({ criterion: 'lookalike' })] })],
    },
    finds: ['snapchat/own-audience.unspecified/include: met declared, 2026-05-03 to now'],
  },
  'an audience whose kind is not shown is at most a question': {
    given: { uses: [aUse({ criterion: 'own-audience.unspecified' })] },
    finds: ['snapchat/own-audience.unspecified/include: cannot-tell kind-of-audience-not-shown, 2026-05-03 to now'],
  },
  'a demographic whose kind is not shown can be a gap: nothing of its family is declared': {
    given: { uses: [aUse({ criterion: 'demo.unspecified' })], declarations: [INTERESTS] },
    finds: ['snapchat/demo.unspecified/include: gap criterion-not-declared high, 2026-05-03 to now'],
  },
  'people left out weigh high at least where no exclusion is declared': {
    given: { uses: [aUse({ criterion: 'demo.language', direction: 'exclude' })], declarations: [INTERESTS] },
    finds: ['snapchat/demo.language/exclude: gap criterion-not-declared high, 2026-05-03 to now'],
  },
  'people left out weigh as their kind where another exclusion is declared': {
    given: {
      uses: [aUse({ criterion: 'demo.language', direction: 'exclude' })],
      declarations: [aDeclaration({ uses: [aDeclaredUse({ direction: 'exclude' })] })],
    },
    finds: ['snapchat/demo.language/exclude: gap criterion-not-declared low, 2026-05-03 to now'],
  },
  'a declaration that begins in the middle of the use answers from its day': {
    given: { uses: [aUse()], declarations: [aDeclaration({ valid_from: '2026-05-06', uses: [aDeclaredUse()] })] },
    finds: [
      'snapchat/interest/include: gap no-declaration high, 2026-05-03 to 2026-05-05',
      'snapchat/interest/include: met declared, 2026-05-06 to now',
    ],
  },
  'a declaration dated back answers from the day it was published': {
    given: { uses: [aUse()], declarations: [aDeclaration({ published_at: '2026-05-06T10:00:00Z', uses: [aDeclaredUse()] })] },
    finds: [
      'snapchat/interest/include: gap no-declaration high, 2026-05-03 to 2026-05-05',
      'snapchat/interest/include: met declared, 2026-05-06 to now',
    ],
  },
  'a declaration that comes after the use and covers it closes the gap from its day': {
    given: { uses: [aUse()], declarations: [aDeclaration({ valid_from: '2026-05-20', uses: [aDeclaredUse()] })] },
    finds: [
      'snapchat/interest/include: gap no-declaration high, 2026-05-03 to 2026-05-19',
      'snapchat/interest/include: met declared-later, 2026-05-20 to now',
    ],
  },
  'a declaration that comes after the use and speaks of later days closes nothing': {
    given: { uses: [aUse()], declarations: [aDeclaration({ valid_from: '2026-05-20', uses: [aDeclaredUse({ from: '2026-05-20' })] })] },
    finds: ['snapchat/interest/include: gap no-declaration high, 2026-05-03 to now'],
  },
  'an audience that comes after the use and names one of the kinds it can be closes the question': {
    given: {
      uses: [aUse({ criterion: 'own-audience.unspecified' })],
      declarations: [aDeclaration({ valid_from: '2026-05-20', uses: [aDeclaredUse({ criterion: 'engagement' })] })],
    },
    finds: [
      'snapchat/own-audience.unspecified/include: cannot-tell kind-of-audience-not-shown, 2026-05-03 to 2026-05-19',
      'snapchat/own-audience.unspecified/include: met declared-later, 2026-05-20 to now',
    ],
  },
  'a declaration that runs out during the use leaves a gap': {
    given: { uses: [aUse()], declarations: [{ ...INTERESTS, valid_to: '2026-05-06' }] },
    finds: [
      'snapchat/interest/include: met declared, 2026-05-03 to 2026-05-06',
      'snapchat/interest/include: gap no-declaration high, 2026-05-07 to now',
    ],
  },
  'a declaration that runs out after the use changes nothing': {
    given: { uses: [aUse()], declarations: [{ ...INTERESTS, valid_to: '2026-05-20' }] },
    finds: ['snapchat/interest/include: met declared, 2026-05-03 to now'],
  },
  'declared days that end before the use leave a gap': {
    given: { uses: [aUse()], declarations: [aDeclaration({ uses: [aDeclaredUse({ to: '2026-05-07' })] })] },
    finds: [
      'snapchat/interest/include: met declared, 2026-05-03 to 2026-05-07',
      'snapchat/interest/include: gap criterion-not-declared high, 2026-05-08 to now',
    ],
  },
  'a later version that drops the statement leaves a gap from its day': {
    given: {
      uses: [aUse()],
      declarations: [{ ...INTERESTS, superseded_on: '2026-05-06' }, aDeclaration({ version: 2, valid_from: '2026-05-06' })],
    },
    finds: [
      'snapchat/interest/include: met declared, 2026-05-03 to 2026-05-05',
      'snapchat/interest/include: gap criterion-not-declared high, 2026-05-06 to now',
    ],
  },
  'a version gives way only when the next one stands': {
    given: {
      uses: [aUse()],
      declarations: [
        { ...INTERESTS, superseded_on: '2026-05-04' },
        aDeclaration({ version: 2, valid_from: '2026-05-04', published_at: '2026-05-07T12:00:00Z', uses: [aDeclaredUse()] }),
      ],
    },
    finds: [
      'snapchat/interest/include: met declared, 2026-05-03 to 2026-05-06',
      'snapchat/interest/include: met declared, 2026-05-07 to now',
    ],
  },
});

describe('the weight of what is not declared', () => {
  const weights = {
    'list.customer': 'urgent',
    'segment.third-party': 'urgent',
    lookalike: 'high',
    'retargeting.app': 'high',
    'friends-of-connections': 'high',
    behaviour: 'high',
    'political.affinity': 'high',
    'demo.income-home': 'high',
    'geo.radius': 'high',
    'geo.place-category': 'high',
    'geo.region': 'medium',
    'geo.neighbourhood': 'medium',
    'demo.age': 'medium',
    'demo.gender': 'medium',
    engagement: 'medium',
    'demo.language': 'low',
    device: 'low',
  } as const;
  for (const [criterion, weight] of Object.entries(weights)) {
    it(`is ${weight} for ${criterion}`, () => {
      const [finding] = seenNotDeclared.ask(aCase({ uses: [{ ...aUse(), criterion: criterion as keyof typeof weights }] }));
      expect(finding?.severity).toBe(weight);
    });
  }
});

describe('the words of seen-not-declared', () => {
  it('say what was seen and that nothing names it', () => {
    const [finding] = seenNotDeclared.ask(aCase({ uses: [aUse({ ads: 1 }), aUse({ first: '2026-05-09' })] }));
    expect(finding?.reader_text).toBe(
      'The Snapchat ad library shows interests used to reach people on 13 adverts that first ran between 3 and 9 May 2026. ' +
        'Test Party had no declaration in force at that time.',
    );
    expect(finding?.suggested).toBe(
      'From 3 to 9 May 2026 we used interests on Snapchat to reach people, because {reason}. The data came from {source}.',
    );
    expect(finding?.evidence.map((one) => one.kind)).toEqual(['observation', 'missing']);
    expect(finding?.evidence[0]).toMatchObject({ ads: 13, spend: [{ min: 250_000, max: 300_000, currency: 'GBP' }] });
  });
});
