/** A party's three columns side by side: for each practice what was seen, what was declared, and what the notice told. */
import type { CriterionId } from './criteria.ts';
import { criteriaOf, criterion } from './criteria.ts';
import type { Declaration, DeclaredUse } from './declaration.ts';
import { onFile, useWords } from './declared.ts';
import type { Case, Finding, Outcome, Severity, Use } from './evidence.ts';
import type { Disclosure, Stance } from './notice.ts';
import type { Direction, EvidenceLevel, Money, Platform } from './observation.ts';
import { PRACTICES, type PracticeId } from './practices.ts';
import { addedUp, firstAndLast, grouped, seenUses, usesOf } from './seen.ts';
import type { Day, Instant } from './time.ts';
import { counting, snapshotsFor, standingSnapshots, toldOn } from './told.ts';

/** One practice. */
export interface MatrixRow {
  readonly practice: PracticeId;
  /** `not-seen` needs complete windows: nothing in this release claims it. */
  readonly seen: 'seen' | 'not-seen' | 'cannot-tell';
  readonly declared: 'declared' | 'not-declared' | 'denied' | 'no-declaration';
  /** What the notices that stand today say. */
  readonly told: Stance | 'no-notice';
  /** The worst present answer: gap, then cannot-tell, then met; `null` where no question is asked. */
  readonly outcome: Outcome | null;
  /** The gravest of its present gaps. */
  readonly severity: Severity | null;
  /** Ids of the findings that stand today. */
  readonly findings: readonly string[];
  readonly criteria: readonly MatrixCriterion[];
  readonly disclosures: readonly MatrixDisclosure[];
  readonly declared_uses: readonly MatrixDeclaredUse[];
}

/** A kind of targeting seen on one platform, in one direction, at one level. */
export interface MatrixCriterion {
  readonly criterion: CriterionId;
  readonly direction: Direction;
  readonly platform: Platform;
  readonly level: EvidenceLevel;
  readonly ads: number;
  readonly first: Day;
  readonly last: Day;
  readonly spend: readonly Money[];
}

/** A passage of a notice that stands today. */
export interface MatrixDisclosure {
  readonly notice: string;
  readonly snapshot: string;
  readonly captured_at: Instant;
  readonly stance: Disclosure['stance'];
  readonly quote: string;
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
  /** The word that made it vague, or the words of a limit. */
  readonly reason: string | null;
}

/** A statement of a declaration on file. `criterion: null` where the practice itself is declared. */
export interface MatrixDeclaredUse {
  readonly declaration: string;
  readonly version: number;
  readonly path: string;
  readonly criterion: CriterionId | null;
  readonly platform: string | null;
  readonly direction: 'include' | 'exclude' | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly words: string;
}

/** Every practice that is seen, declared, denied in a declaration, or asked about, in the order of the vocabulary. */
export function matrix(c: Case, findings: readonly Finding[]): readonly MatrixRow[] {
  const uses = seenUses(c);
  const filed = onFile(c);
  return PRACTICES.flatMap(({ id }) => {
    const row = rowOf(c, id, usesOf(id, uses), filed, findings);
    const there = row.seen === 'seen' || row.declared === 'declared' || row.declared === 'denied' || row.findings.length > 0;
    return there ? [row] : [];
  });
}

function rowOf(
  c: Case,
  practice: PracticeId,
  uses: readonly Use[],
  filed: readonly Declaration[],
  findings: readonly Finding[],
): MatrixRow {
  const present = findings.filter((finding) => finding.practice === practice && finding.valid_to === null);
  const { stance } = toldOn(practice, c.snapshots, c.today, c.today);
  const declared_uses = declaredOf(practice, filed);
  return {
    practice,
    seen: uses.length > 0 ? 'seen' : 'cannot-tell',
    declared: declaredAs(practice, filed, declared_uses.length > 0),
    told: stance === 'no-snapshot' ? 'no-notice' : stance,
    outcome: worst(present),
    severity: gravest(present),
    findings: [...new Set(present.map((finding) => finding.id))].sort(),
    criteria: practice === 'social-media-advertising' ? [] : criteriaSeen(uses),
    disclosures: disclosuresOf(c, practice),
    declared_uses,
  };
}

function worst(findings: readonly Finding[]): Outcome | null {
  return (['gap', 'cannot-tell', 'met'] as const).find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? null;
}

function gravest(findings: readonly Finding[]): Severity | null {
  return (['urgent', 'high', 'medium', 'low', 'info'] as const).find((severity) => findings.some((f) => f.severity === severity)) ?? null;
}

function declaredAs(practice: PracticeId, filed: readonly Declaration[], uses: boolean): MatrixRow['declared'] {
  if (filed.length === 0) return 'no-declaration';
  if (uses) return 'declared';
  const criteria = new Set<string>(criteriaOf(practice).map(({ id }) => id));
  const denied = filed.some(({ negatives }) => negatives.some(({ subject }) => subject === practice || criteria.has(subject)));
  return denied ? 'denied' : 'not-declared';
}

function declaredOf(practice: PracticeId, filed: readonly Declaration[]): readonly MatrixDeclaredUse[] {
  return filed.flatMap((declaration) => [
    ...declaration.uses.filter((use) => criterion(use.criterion).practice === practice).map((use) => stated(declaration, use)),
    ...declaration.practices
      .filter((one) => one.practice === practice)
      .map((one) => ({
        declaration: declaration.id,
        version: declaration.version,
        path: one.path,
        criterion: null,
        platform: null,
        direction: null,
        from: one.from,
        to: one.to,
        words: '',
      })),
  ]);
}

function stated(declaration: Declaration, use: DeclaredUse): MatrixDeclaredUse {
  return {
    declaration: declaration.id,
    version: declaration.version,
    path: use.path,
    criterion: use.criterion,
    platform: use.platform,
    direction: use.direction,
    from: use.from,
    to: use.to,
    words: useWords(use),
  };
}

function criteriaSeen(uses: readonly Use[]): readonly MatrixCriterion[] {
  return grouped(uses, (use) => [use.criterion, use.platform, use.direction, use.level].join('|')).flatMap(([, group]) => {
    const [head] = group;
    if (head === undefined) return [];
    return [
      {
        criterion: head.criterion,
        direction: head.direction,
        platform: head.platform,
        level: head.level,
        ads: group.reduce((sum, use) => sum + use.ads, 0),
        ...firstAndLast(group),
        spend: addedUp(group.flatMap((use) => use.spend)),
      },
    ];
  });
}

function disclosuresOf(c: Case, practice: PracticeId): readonly MatrixDisclosure[] {
  return standingSnapshots(snapshotsFor(practice, c.snapshots, c.today), c.today).flatMap((snapshot) =>
    counting(snapshot, practice).map((disclosure) => ({
      notice: snapshot.notice,
      snapshot: snapshot.id,
      captured_at: snapshot.captured_at,
      stance: disclosure.stance,
      quote: disclosure.quote,
      heading: disclosure.heading,
      start: disclosure.start,
      end: disclosure.end,
      reason: disclosure.reason ?? disclosure.limit,
    })),
  );
}
