/** Runs one rule over a table of cases. A row's name is a sentence, and its answers are written out in full. */
import { describe, expect, it } from 'vitest';
import type { Case, Finding } from '../../src/core/evidence.ts';
import type { Rule } from '../../src/core/rule.ts';
import { aCase } from './evidence.ts';

/** What is given beside the empty case, and every finding expected, as `said` writes them. */
export interface Row {
  readonly given: Partial<Case>;
  readonly finds: readonly string[];
}

/** `snapchat/interest: gap absent medium, 2026-05-03 to now` */
export function said(finding: Finding): string {
  const weight = finding.severity === null ? '' : ` ${finding.severity}`;
  return `${finding.subject}: ${finding.outcome} ${finding.reason}${weight}, ${finding.valid_from} to ${finding.valid_to ?? 'now'}`;
}

/** One test for each row; only findings whose subject is in `about` are compared, where it is given. */
export function testRule(rule: Rule, rows: Readonly<Record<string, Row>>, about?: (finding: Finding) => boolean): void {
  describe(rule.id, () => {
    for (const [name, { given, finds }] of Object.entries(rows)) {
      it(name, () => {
        const findings = rule.ask(aCase(given)).filter(about ?? (() => true));
        expect(findings.map(said).sort()).toEqual([...finds].sort());
        for (const finding of findings) expect(finding.evidence.length).toBeGreaterThan(0);
      });
    }
  });
}
