import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PracticeId } from '../../src/core/practices.ts';
import { answer, reading } from '../support/notice.ts';

const EXAMPLES = new URL('../../../shared/data/notices/examples.csv', import.meta.url);

describe('the sentences of the design', () => {
  it.skipIf(!existsSync(EXAMPLES))(
    'are read with their stance in the shared file of examples (at least 98 in 100, each stance at least 95)',
    () => {
      const rows = csv(readFileSync(EXAMPLES, 'utf8'));
      const score = new Map<string, { right: number; of: number }>();
      const wrong: string[] = [];
      for (const { practice, stance, sentence } of rows) {
        const found = answer(reading(sentence), practice);
        // A denial that does not answer for the practice is listed and not counted: it is still read as a denial.
        const got = found.stance === 'absent' && found.disclosures.length > 0 ? 'denied' : found.stance;
        const right = got === stance || (stance === 'absent' && found.stance === 'absent');
        const tally = score.get(stance) ?? { right: 0, of: 0 };
        score.set(stance, { right: tally.right + Number(right), of: tally.of + 1 });
        if (!right) wrong.push(`${practice} ${stance} ${got}: ${sentence}`);
      }
      expect(rows.length).toBe(450);
      for (const [stance, { right, of }] of score) expect(right / of, `${stance}\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.95);
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(rows.length * 0.02);
    },
  );
});

function csv(text: string): { practice: PracticeId; stance: string; sentence: string }[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"'));
      return { practice: cells[0] as PracticeId, stance: cells[1] ?? '', sentence: cells[3] ?? '' };
    });
}
