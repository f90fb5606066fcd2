import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PATTERNS } from '../../src/core/patterns/index.ts';
import { disclosuresOf } from '../../src/core/patterns/try.ts';
import { isPracticeId } from '../../src/core/practices.ts';
import { aStatement } from '../support/notice.ts';

const FOLDER = new URL('../../src/core/patterns/', import.meta.url);

describe('the list of pattern families', () => {
  it('is the folder, in alphabetical order', () => {
    const files = readdirSync(FOLDER).filter((name) => /\.[a-z]{2}\.ts$/.test(name));
    expect(PATTERNS.map((family) => `${family.id}.ts`)).toEqual(files.toSorted());
  });

  it('names a practice and a language in each id', () => {
    for (const family of PATTERNS) {
      expect(family.id).toBe(`${family.practice}.${family.language}`);
      expect(isPracticeId(family.practice)).toBe(true);
    }
  });
});

for (const family of PATTERNS) {
  describe(family.id, () => {
    it('has patterns with ids of their own and at least three sentences each', () => {
      const ids = family.patterns.map((p) => p.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const pattern of family.patterns) {
        expect(pattern.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
        expect(pattern.says.length, pattern.id).toBeGreaterThanOrEqual(3);
      }
    });

    it('has near misses', () => {
      expect(family.patterns.flatMap((p) => p.does_not_say).length).toBeGreaterThanOrEqual(3);
    });

    for (const pattern of family.patterns) {
      it.each(pattern.says)(`${pattern.id}: says "%s"`, (sentence) => {
        const found = disclosuresOf(aStatement(sentence), [{ ...family, patterns: [pattern] }]);
        expect(found.map((d) => `${d.pattern} ${d.stance}`)).toContain(`${family.id}/${pattern.id} ${pattern.stance}`);
      });

      it.each(pattern.does_not_say)(`${pattern.id}: does not say "%s"`, (sentence) => {
        const found = disclosuresOf(aStatement(sentence), [family]).filter((d) => d.counts);
        expect(found.map((d) => `${d.pattern} ${d.stance}`)).toEqual([]);
      });
    }
  });
}
