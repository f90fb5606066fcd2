import { describe, expect, it } from 'vitest';
import { platformNotDeclared } from '../../../src/core/rules/platform-not-declared.ts';
import { aCase, aDeclaration, aDeclaredUse, aRunning, aUse } from '../../support/evidence.ts';
import { testRule } from '../../support/rule.ts';

testRule(platformNotDeclared, {
  'no adverts ask nothing': { given: { declarations: [aDeclaration()] }, finds: [] },
  'a declaration that names the platform is met': {
    given: { running: [aRunning()], declarations: [aDeclaration()] },
    finds: ['snapchat: met declared, 2026-05-03 to now'],
  },
  'a declared use on the platform names it too': {
    given: { running: [aRunning()], declarations: [aDeclaration({ platforms: [], uses: [aDeclaredUse()] })] },
    finds: ['snapchat: met declared, 2026-05-03 to now'],
  },
  'no declaration is a gap': { given: { running: [aRunning()] }, finds: ['snapchat: gap no-declaration high, 2026-05-03 to now'] },
  'a declaration that names another platform is a gap': {
    given: { running: [aRunning()], declarations: [aDeclaration({ platforms: ['meta'] })] },
    finds: ['snapchat: gap platform-not-declared high, 2026-05-03 to now'],
  },
  'each platform is asked for itself': {
    given: { running: [aRunning(), aRunning({ platform: 'meta' })], declarations: [aDeclaration({ platforms: ['meta'] })] },
    finds: ['meta: met declared, 2026-05-03 to now', 'snapchat: gap platform-not-declared high, 2026-05-03 to now'],
  },
  'targeting without a list of adverts shows that something ran': {
    given: { uses: [aUse({ platform: 'meta', level: 'page-window' })] },
    finds: ['meta: gap no-declaration high, 2026-05-03 to now'],
  },
  'a declaration in the middle of the campaign answers from its day': {
    given: { running: [aRunning()], declarations: [aDeclaration({ valid_from: '2026-05-06' })] },
    finds: ['snapchat: gap no-declaration high, 2026-05-03 to 2026-05-05', 'snapchat: met declared, 2026-05-06 to now'],
  },
  'a declaration after the campaign closes the gap from its day': {
    given: { running: [aRunning()], declarations: [aDeclaration({ valid_from: '2026-05-20' })] },
    finds: ['snapchat: gap no-declaration high, 2026-05-03 to 2026-05-19', 'snapchat: met declared-later, 2026-05-20 to now'],
  },
});

describe('the words of platform-not-declared', () => {
  it('name the payers and the days', () => {
    const running = [aRunning(), aRunning({ payer: 'Test Party Branch', first: '2026-05-10', last: '2026-05-12', ads: 1 })];
    const [finding] = platformNotDeclared.ask(aCase({ running }));
    expect(finding?.reader_text).toBe(
      'The Snapchat ad library shows 13 adverts paid for by Test Party and Test Party Branch between 3 and 12 May 2026. ' +
        'There was no declaration in force at that time, so none covers Snapchat.',
    );
  });

  it('never speak of adverts where only a window is known', () => {
    const [finding] = platformNotDeclared.ask(aCase({ uses: [aUse({ platform: 'meta', level: 'page-window' })] }));
    expect(finding?.reader_text).toContain("by the party's page in the 7 days to 9 May 2026");
    expect(finding?.reader_text).not.toMatch(/advert/);
  });
});
