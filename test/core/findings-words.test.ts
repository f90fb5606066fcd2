import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRACTICES } from '../../src/core/practices.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { someCase } from '../support/arbitrary-case.ts';

const runs = { seed: 20_261_124, numRuns: 60 };

describe('the words of findings', () => {
  const JUDGING = /\b(breach\w*|violat\w*|illegal\w*|unlawful\w*|guilty|offence|hides?|hidden from|fails? to|failed to)\b/i;

  it('never judge, and are whole sentences', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        for (const finding of reconcile(c).findings) {
          const text = `${finding.reader_text} ${finding.party_text} ${finding.suggested ?? ''}`;
          expect(text).not.toMatch(JUDGING);
          expect(text).not.toMatch(/undefined|null|NaN|\bInvalid\b/);
          expect(finding.reader_text).toMatch(/^[A-Z].*[.”]$/s);
          expect(finding.party_text).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      runs,
    );
  });

  it('never speak of an advert where only a window is known', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const windows = { ...c, running: [], uses: c.uses.map((use) => ({ ...use, level: 'page-window' as const })) };
        for (const finding of reconcile(windows).findings) {
          const said = PRACTICES.reduce(
            (text, { phrase }) => text.replaceAll(phrase, '…').replaceAll(phrase.slice(1), '…'),
            finding.reader_text,
          );
          expect(said).not.toMatch(/\badverts?\b/);
        }
      }),
      runs,
    );
  });

  it('never speak of who was reached as if they had been chosen', () => {
    fc.assert(
      fc.property(someCase, (c) => {
        const delivery = { ...c, uses: c.uses.map((use) => ({ ...use, level: 'delivery' as const })) };
        expect(reconcile(delivery).findings).toEqual(reconcile({ ...c, uses: [] }).findings);
      }),
      runs,
    );
  });
});
