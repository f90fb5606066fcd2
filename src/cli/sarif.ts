/** The answers of a check, or the errors of a declaration file, as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Severity } from '../core/evidence.ts';
import { RULES } from '../core/rules/index.ts';
import type { DeclarationError } from '../sources/declaration/errors.ts';
import type { CheckedCase } from './case.ts';
import { closedBy, pathOfFinding } from './closing.ts';

type Level = 'error' | 'warning' | 'note' | 'none';

const LEVELS: Readonly<Record<Severity, Level>> = { urgent: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

interface Result {
  readonly ruleId: string;
  readonly kind: 'fail' | 'open' | 'pass';
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly locations: readonly unknown[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The findings of a check. A gap is a failure, what cannot be told is open, what is met has passed. */
export function findingsSarif(checked: CheckedCase, findings: readonly Finding[], cwd: string, version: string): object {
  return log(
    findings.map((it) => resultOf(it, checked, cwd)),
    RULES.map((rule) => ({
      id: rule.id,
      shortDescription: { text: rule.title },
      fullDescription: { text: rule.question },
      help: { text: rule.closes },
    })),
    version,
  );
}

/** The errors of a file that is no valid declaration. Each check that spoke is a rule. */
export function errorsSarif(errors: readonly DeclarationError[], file: string, cwd: string, version: string): object {
  const results = errors.map(
    ({ check, path, message, line, column, found, allowed }): Result => ({
      ruleId: check,
      kind: 'fail',
      level: 'error',
      message: { text: message },
      locations: [location(uriOf(file, cwd), { startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) }, path)],
      properties: { found, allowed },
    }),
  );
  return log(
    results,
    [...new Set(errors.map((it) => it.check))].map((id) => ({ id, shortDescription: { text: `Check of the declaration file: ${id}` } })),
    version,
  );
}

function log(results: readonly Result[], rules: readonly { readonly id: string }[], version: string): object {
  const ids = rules.map((it) => it.id);
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'candour', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: results.map((it) => (ids.includes(it.ruleId) ? { ...it, ruleIndex: ids.indexOf(it.ruleId) } : it)),
      },
    ],
  };
}

function resultOf(finding: Finding, checked: CheckedCase, cwd: string): Result {
  const path = pathOfFinding(finding);
  const closed = closedBy(finding);
  const text = [finding.reader_text, finding.party_text, finding.suggested === null ? '' : `Words that would do: ${finding.suggested}`];
  const quotes = finding.evidence.flatMap((it) => {
    if (it.kind !== 'disclosure') return [];
    const from = checked.snapshots.find(({ snapshot }) => snapshot.id === it.snapshot);
    return from === undefined ? [] : [{ ...location(uriOf(from.file, cwd), null, null), message: { text: it.quote } }];
  });
  return {
    ruleId: finding.rule,
    kind: finding.outcome === 'gap' ? 'fail' : finding.outcome === 'met' ? 'pass' : 'open',
    level: finding.severity === null ? 'none' : LEVELS[finding.severity],
    message: { text: text.filter((it) => it !== '').join(' ') },
    locations: [location(uriOf(checked.file, cwd), { startLine: path === '' ? 1 : checked.place(path).line }, path)],
    ...(quotes.length > 0 ? { relatedLocations: quotes.map((it, id) => ({ id, ...it })) } : {}),
    partialFingerprints: { 'candourFinding/v1': finding.id },
    properties: { outcome: finding.outcome, reason: finding.reason, severity: finding.severity, basis: finding.basis, closed_by: closed },
  };
}

function location(uri: string, region: { readonly startLine: number } | null, path: string | null) {
  return {
    physicalLocation: { artifactLocation: { uri }, ...(region === null ? {} : { region }) },
    ...(path === null || path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

/** Relative to the present folder where the file lies under it, as code hosts expect; else a file address. Web addresses stay. */
function uriOf(file: string, cwd: string): string {
  if (URL.canParse(file) && /^https?:/i.test(file)) return file;
  const from = isAbsolute(file) ? relative(cwd, file) : file;
  if (from.startsWith('..') || isAbsolute(from)) return pathToFileURL(file).href;
  return from.split(sep).map(encodeURIComponent).join('/');
}
