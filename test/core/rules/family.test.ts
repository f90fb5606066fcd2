import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/core/rule.ts';
import { RULES, rule } from '../../../src/core/rules/index.ts';
import { isDay } from '../../../src/core/time.ts';

const ids = (folder: string, end: string, not: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(end) && name !== not)
    .map((name) => name.slice(0, -end.length))
    .sort();

/** Every text of a rule that a page shows. */
function texts(one: Rule): readonly string[] {
  return [one.question, ...Object.values(one.outcomes), one.severity, one.closes, ...one.changes.map((change) => change.what)];
}

describe('the family of rules', () => {
  const listed = RULES.map((one) => one.id);

  it('lists every file of the folder, in the order of the alphabet', () => {
    expect(listed).toEqual(ids('../../../src/core/rules/', '.ts', 'index.ts'));
  });

  it('has a table of tests for every rule', () => {
    expect(ids('./', '.test.ts', 'family.test.ts')).toEqual(listed);
  });

  it('finds a rule by its id, and nothing by another', () => {
    for (const one of RULES) expect(rule(one.id)).toBe(one);
    expect(rule('no-such-rule')).toBeUndefined();
  });

  for (const one of RULES) {
    describe(one.id, () => {
      it('asks a question and has a version with a change log', () => {
        expect(one.question).toMatch(/^[A-Z].*\?$/);
        expect(one.version).toBe(Math.max(...one.changes.map((change) => change.version)));
        for (const change of one.changes) expect(isDay(change.on)).toBe(true);
      });

      it('cites something of its own regime and basis, with how sure we are', () => {
        expect(one.citations.some((citation) => citation.regime === one.regime && citation.basis === one.basis)).toBe(true);
        expect(new Set(one.citations.map((citation) => `${citation.instrument}|${citation.pinpoint}`)).size).toBe(one.citations.length);
        for (const citation of one.citations) expect(citation.pinpoint).not.toBe('');
      });

      it('says which recommendations it serves, and is in force from a day', () => {
        expect(one.serves.length).toBeGreaterThan(0);
        expect(isDay(one.in_force_from)).toBe(true);
        expect(one.compares.length).toBeGreaterThan(1);
      });

      it('has every text a page needs, in whole sentences that judge nobody', () => {
        for (const text of texts(one)) {
          expect(text.length).toBeGreaterThan(10);
          expect(text).toMatch(/^[A-Z].*[.?]$/s);
          expect(text).not.toMatch(/\b(breach|violation|illegal|unlawful|guilty|hides|fails to)\b/i);
        }
      });
    });
  }
});
