/** The answers of a check, in order, as text for people and as one JSON object. */
import type { Evidence, Finding, Severity } from '../core/evidence.ts';
import type { Reconciled } from '../core/reconcile.ts';
import type { CheckedCase } from './case.ts';
import { closedBy, pathOfFinding } from './closing.ts';
import { counted } from './terminal.ts';

/** From the heaviest to the lightest. */
export const SEVERITIES = ['urgent', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** The answers that still stand: gaps by severity, then what cannot be told, then what is met. */
export function presentFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((it) => it.valid_to === null).sort((a, b) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1));
}

/** True where a gap is at least as heavy as `failOn`. */
export function reaches(finding: Finding, failOn: Severity | 'none'): boolean {
  if (failOn === 'none' || finding.severity === null) return false;
  return SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn);
}

/** `3 gaps (1 high, 2 medium), 2 cannot-tell, 5 met`. */
export function summaryWords(findings: readonly Finding[]): string {
  const of = (outcome: Finding['outcome']) => findings.filter((it) => it.outcome === outcome);
  const gaps = of('gap');
  const parts = SEVERITIES.flatMap((severity) => {
    const count = gaps.filter((it) => it.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const split = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `${counted(gaps.length, 'gap')}${split}, ${of('cannot-tell').length} cannot-tell, ${of('met').length} met`;
}

/** The check as text: what was asked of what, then each answer with the words it rests on and what would close it. */
export function checkText(checked: CheckedCase, findings: readonly Finding[]): string {
  const { c, file, place, sources } = checked;
  const head = [`${file}: ${c.party.name}, asked on ${c.today}`, ...sources.map((line) => `  ${line}`), '', summaryWords(findings)];
  const answered = findings.filter((it) => it.outcome !== 'met').map((it) => findingText(it, file, place));
  const met = findings.filter((it) => it.outcome === 'met');
  const list = met.length === 0 ? [] : ['', 'Met:', ...met.map((it) => `  ${it.rule}  ${it.subject}`)];
  return [...head, ...answered.flatMap((it) => ['', it]), ...list].join('\n');
}

function findingText(finding: Finding, file: string, place: CheckedCase['place']): string {
  const label = finding.outcome === 'gap' ? (finding.severity ?? 'gap').toUpperCase() : 'CANNOT TELL';
  const path = pathOfFinding(finding);
  const closed = closedBy(finding);
  return [
    `${label}  ${finding.rule}  ${finding.subject}`,
    `  ${finding.reader_text}`,
    ...finding.evidence.flatMap((it) => evidenceText(it, file, place)).map((line) => `  ${line}`),
    `  ${finding.outcome === 'gap' ? 'To close it' : 'What would help'}: ${finding.party_text}`,
    ...(closed === null ? [] : [`  Where: ${closed}${path !== '' && closed.startsWith(path) ? ` (line ${place(path).line})` : ''}`]),
    ...(finding.suggested === null ? [] : [`  Words that would do: ${finding.suggested}`]),
  ].join('\n');
}

/** What was found, word for word, and where. What an ad library showed already stands in the reader's text. */
function evidenceText(evidence: Evidence, file: string, place: CheckedCase['place']): readonly string[] {
  if (evidence.kind === 'disclosure') {
    const heading = evidence.heading === null ? '' : ` under “${evidence.heading}”`;
    return [`Notice${heading}: “${evidence.quote}”${evidence.reason === null ? '' : ` (${evidence.stance}: ${evidence.reason})`}`];
  }
  if (evidence.kind === 'silence') return [`Notice: no passage of its ${counted(evidence.words, 'word')} speaks of ${evidence.practice}`];
  if (evidence.kind === 'declaration') return [`Declaration, ${file}:${place(evidence.path).line} ${evidence.path}: ${evidence.words}`];
  return [];
}

/** The check as the one object of `--format json`. */
export function checkRecord(checked: CheckedCase, findings: readonly Finding[], state: Reconciled['state']) {
  const { c, file, place, sources, snapshots } = checked;
  const count = (outcome: Finding['outcome']) => findings.filter((it) => it.outcome === outcome).length;
  return {
    file,
    party: c.party,
    today: c.today,
    regime: c.regime,
    ...state,
    sources,
    summary: {
      gaps: count('gap'),
      cannot_tell: count('cannot-tell'),
      met: count('met'),
      by_severity: Object.fromEntries(SEVERITIES.map((severity) => [severity, findings.filter((it) => it.severity === severity).length])),
    },
    notices: snapshots.map(({ file: from, snapshot }) => ({
      file: from,
      ...snapshot,
      reading: { ...snapshot.reading, practices: undefined },
    })),
    findings: findings.map((it) => {
      const path = pathOfFinding(it);
      return { ...it, path, line: path === '' ? null : place(path).line, closed_by: closedBy(it) };
    }),
    errors: [],
  };
}

function weight(finding: Finding): number {
  if (finding.outcome === 'gap') return finding.severity === null ? SEVERITIES.length : SEVERITIES.indexOf(finding.severity);
  return finding.outcome === 'cannot-tell' ? SEVERITIES.length + 1 : SEVERITIES.length + 2;
}
