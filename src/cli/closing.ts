/** Where in a declaration file a finding stands, and which field would close a gap. */
import { criterion } from '../core/criteria.ts';
import type { Finding } from '../core/evidence.ts';
import { parseJson } from '../sources/declaration/json.ts';
import { offsetOf, positions } from '../sources/declaration/locate.ts';
import { pathOf } from '../sources/declaration/paths.ts';

/** A place in the file for people. */
export interface FilePlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Finds the lines of paths in one file. A field that is not there is placed where its object begins. */
export function placesIn(text: string): (path: string) => FilePlace {
  const parsed = parseJson(text);
  const at = positions(text);
  return (path) => ({ path, line: 'fault' in parsed ? 1 : at(offsetOf(parsed.place, pathOf(path), 'name')).line });
}

/** The path that the finding is about: the statement it rests on, else the field where one would stand. */
export function pathOfFinding(finding: Finding): string {
  const stated = finding.evidence.find((it) => it.kind === 'declaration');
  if (stated?.kind === 'declaration') return stated.path;
  return finding.outcome === 'gap' ? (missingField(finding) ?? '') : '';
}

/** What would close a gap, for people: the field to fill in or mend and what it would hold, or the notice; `null` where it is no gap. */
export function closedBy(finding: Finding): string | null {
  if (finding.outcome !== 'gap') return null;
  const field = missingField(finding);
  if (field !== null) return `${field}${entryWords(finding)}`;
  if (finding.rule === 'declared-denial-contradicted') return pathOfFinding(finding);
  return finding.evidence.some((it) => it.kind === 'disclosure' || it.kind === 'silence') ? 'the notice' : null;
}

/** The field that is missing from the declaration; `null` where the gap lies elsewhere. */
function missingField(finding: Finding): string | null {
  if (finding.rule === 'platform-not-declared') return 'accounts';
  if (finding.rule !== 'seen-not-declared' || finding.criterion === null) return null;
  const { declared_in } = criterion(finding.criterion);
  if (declared_in === null) return null;
  return declared_in === 'answer'
    ? finding.criterion === 'none.broad'
      ? 'targeting_used'
      : 'ad_delivery_used'
    : `audiences[].${declared_in}`;
}

/** `, with "criterion": "interest", "op": "exclude"`: what a new entry of the field begins with. */
function entryWords(finding: Finding): string {
  if (finding.criterion === null) return '';
  const { declared_in } = criterion(finding.criterion);
  const seen = finding.evidence.find((it) => it.kind === 'observation');
  const op = seen?.kind === 'observation' && seen.direction !== 'used' ? seen.direction : null;
  const kind = /^(list|retargeting)\.(.+)$/.exec(finding.criterion)?.[2];
  const parts = [
    ...(declared_in === 'criteria' ? [`"criterion": "${finding.criterion}"`] : []),
    ...(kind === undefined ? [] : [`"kind": "${kind}"`]),
    ...(op === null || declared_in === 'answer' ? [] : [`"op": "${op}"`]),
  ];
  return parts.length === 0 ? '' : `, with ${parts.join(', ')}`;
}
