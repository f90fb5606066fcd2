import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/evidence.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import type { PartyState } from '../../src/core/rule.ts';
import { aCase, aDeclaration, aDeclaredUse, aRunning, aSnapshot, aUse } from '../support/evidence.ts';

const told = aSnapshot({
  'interest-targeting': 'stated',
  'social-media-advertising': 'stated',
  'named-platforms': { stance: 'stated', quote: 'Our adverts run on Snapchat.' },
});
const declared = aDeclaration({ uses: [aDeclaredUse()] });

const STATES: Readonly<Record<string, readonly [Partial<Case>, PartyState]>> = {
  'a party of which nothing is known': [{}, 'not-enough-evidence'],
  'a party with a notice and nothing else': [{ snapshots: [told] }, 'not-enough-evidence'],
  'a party with adverts and no declaration': [{ running: [aRunning()] }, 'no-declaration'],
  'a party with targeting, a good notice and no declaration': [{ uses: [aUse()], snapshots: [told] }, 'no-declaration'],
  'a party whose declaration was withdrawn': [{ uses: [aUse()], declarations: [{ ...declared, withdrawn: true }] }, 'no-declaration'],
  'a party whose declaration ended before its adverts did': [
    { uses: [aUse()], declarations: [{ ...declared, valid_to: '2026-05-08' }] },
    'no-declaration',
  ],
  'a party that declared and has gaps': [{ uses: [aUse()], declarations: [declared], snapshots: [aSnapshot()] }, 'declared-with-gaps'],
  'a party that declared, and told': [{ uses: [aUse()], running: [aRunning()], declarations: [declared], snapshots: [told] }, 'closed'],
  'a party whose declaration ended with its campaign': [
    { uses: [aUse()], running: [aRunning()], declarations: [{ ...declared, valid_to: '2026-05-09' }], snapshots: [told] },
    'closed',
  ],
};

describe('the state of a party', () => {
  for (const [name, [given, state]] of Object.entries(STATES)) {
    it(`${name}: ${state}`, () => {
      const found = reconcile(aCase(given)).state;
      expect(found.state).toBe(state);
      expect(found.because).toMatch(/^[A-Z].*\.$/);
    });
  }

  it('says how many gaps are open', () => {
    const { state, findings } = reconcile(aCase({ uses: [aUse()], declarations: [declared], snapshots: [aSnapshot()] }));
    const open = findings.filter((one) => one.outcome === 'gap' && one.valid_to === null).length;
    expect(state.because).toBe(`Test Party has declared, and ${open} gaps are open.`);
  });
});
