/** What a party declared: which versions stand on a day, which uses they state, and how they become evidence. */
import { type CriterionId, criterion } from './criteria.ts';
import type { Declaration, DeclaredUse } from './declaration.ts';
import type { Case, Evidence } from './evidence.ts';
import { type PracticeId, practice as practiceOf } from './practices.ts';
import { usesPersonalData } from './seen.ts';
import { lastCovered, type Period, turnsOf, union } from './spells.ts';
import { addDays, type Day, dayOf } from './time.ts';
import { fromToWords, listWords, platformName } from './words.ts';

/** A version and the days on which it stands. */
export interface Standing {
  readonly declaration: Declaration;
  readonly period: Period;
}

/** One statement "we do this", with the days it speaks of. */
export interface DeclaredItem extends Period {
  readonly declaration: Declaration;
  readonly path: string;
  readonly practice: PracticeId;
  readonly criterion: CriterionId | null;
  readonly platform: string | null;
  readonly words: string;
}

/**
 * Every version that counts, oldest first, with the days on which it stands: from its first day of validity, but not before it
 * was published, to its last, to the day before a later version took its place, or without end. A withdrawn version never stands.
 */
export function standings(c: Case): readonly Standing[] {
  const versions = [...c.declarations].sort(byVersion);
  return versions.flatMap((declaration) => {
    if (declaration.withdrawn) return [];
    const first = standsFrom(declaration);
    const last = lastDay(declaration, versions);
    return first <= c.today && (last === null || first <= last) ? [{ declaration, period: { first, last } }] : [];
  });
}

/** The versions that stand on a day, oldest first. */
export function standingOn(all: readonly Standing[], day: Day): readonly Declaration[] {
  return all
    .filter(({ period }) => period.first <= day && (period.last === null || day <= period.last))
    .map(({ declaration }) => declaration);
}

/** The days on which a version begins or ends to stand, or a use it states begins or ends. */
export function declarationTurns(all: readonly Standing[]): readonly Day[] {
  return all.flatMap(({ declaration, period }) => [
    ...turnsOf([period]),
    ...declaration.uses.flatMap((use) => turnsOf([{ first: use.from, last: use.to }])),
  ]);
}

/**
 * What the party has on file: the versions that stand today. Once no ads run any more a declaration may end with its campaign:
 * if none stands today, those that stood on the last day of which anything was seen (or on their own last day, if nothing was).
 */
export function onFile(c: Case): readonly Declaration[] {
  const all = standings(c);
  const today = standingOn(all, c.today);
  if (today.length > 0) return today;
  const seen = lastCovered(union([...c.uses, ...c.running]), c.today);
  const day = seen ?? lastCovered(union(all.map(({ period }) => period)), c.today);
  return day === null ? [] : standingOn(all, day);
}

/**
 * What the declarations say the party did, as statements with their days. A statement holds for the days it names, even those
 * before it was filed: it is the party's own word for what it did. It ends with the version that makes it.
 */
export function declaredItems(c: Case): readonly DeclaredItem[] {
  return standings(c).flatMap(({ declaration, period }) => [
    ...declaration.uses.flatMap((use) =>
      asItem(declaration, period, use.from, use.to, {
        path: use.path,
        practice: criterion(use.criterion).practice,
        criterion: use.criterion,
        platform: use.platform,
        words: useWords(use),
      }),
    ),
    ...declaration.practices.flatMap((stated) =>
      asItem(declaration, period, stated.from, stated.to, {
        path: stated.path,
        practice: stated.practice,
        criterion: null,
        platform: null,
        words: `${practiceOf(stated.practice).label}, ${fromToWords(stated.from, stated.to)}`,
      }),
    ),
  ]);
}

/** The statements about one practice. Advertising on platforms is raised by every criterion that uses personal data. */
export function itemsOf(practice: PracticeId, items: readonly DeclaredItem[]): readonly DeclaredItem[] {
  if (practice !== 'social-media-advertising') return items.filter((item) => item.practice === practice);
  return items.filter((item) => item.practice === practice || (item.criterion !== null && usesPersonalData(item.criterion)));
}

/** Statements as evidence: the newest version of each statement, in the order of their places; at most `MOST`. */
export function itemEvidence(items: readonly DeclaredItem[]): readonly Evidence[] {
  const newest = new Map<string, DeclaredItem>();
  for (const item of items) newest.set([item.declaration.id, item.path, item.platform, item.criterion].join('|'), item);
  return [...newest.values()].slice(0, MOST).map((item) => declarationEvidence(item.declaration, item.path, item.words));
}

const MOST = 6;

/** A place in a declaration as evidence, with its words for people. */
export function declarationEvidence(declaration: Declaration, path: string, words: string): Evidence {
  return {
    kind: 'declaration',
    declaration: declaration.id,
    version: declaration.version,
    path,
    sha256: declaration.sha256,
    published_at: declaration.published_at,
    words,
  };
}

/** True when a declaration speaks of a platform at all. */
export function coversPlatform(declaration: Declaration, platform: string): boolean {
  return declaration.platforms.includes(platform) || declaration.uses.some((use) => use.platform === platform);
}

/** `Uploaded contact list on Meta to reach people, from 12 April to 7 May 2026` */
export function useWords(use: DeclaredUse): string {
  const direction = use.direction === 'include' ? 'to reach people' : 'to leave people out';
  return `${criterion(use.criterion).label} on ${platformName(use.platform)} ${direction}, ${fromToWords(use.from, use.to)}`;
}

/** What a declaration does name on a platform, in words: the evidence that it does not name something else. */
export function namedWords(declaration: Declaration, platform: string): string {
  const labels = new Set(declaration.uses.filter((use) => use.platform === platform).map((use) => criterion(use.criterion).label));
  if (labels.size === 0) return `Names ${platformName(platform)} and no kind of targeting there`;
  return `Names on ${platformName(platform)}: ${listWords([...labels].sort())}`;
}

function standsFrom(declaration: Declaration): Day {
  const published = dayOf(declaration.published_at);
  return declaration.valid_from > published ? declaration.valid_from : published;
}

/** A version gives way only when the next one stands: a replacement that is dated back leaves no day without either. */
function lastDay(declaration: Declaration, versions: readonly Declaration[]): Day | null {
  const ends = declaration.valid_to === null ? [] : [declaration.valid_to];
  if (declaration.superseded_on !== null) {
    const next = versions.find((other) => other.id === declaration.id && other.version === declaration.version + 1);
    const replaced = next !== undefined && standsFrom(next) > declaration.superseded_on ? standsFrom(next) : declaration.superseded_on;
    ends.push(addDays(replaced, -1));
  }
  return ends.sort()[0] ?? null;
}

function asItem(
  declaration: Declaration,
  standing: Period,
  from: Day,
  to: Day | null,
  item: Pick<DeclaredItem, 'path' | 'practice' | 'criterion' | 'platform' | 'words'>,
): readonly DeclaredItem[] {
  const last = [to, standing.last].filter((day) => day !== null).sort()[0] ?? null;
  return last === null || from <= last ? [{ declaration, ...item, first: from, last }] : [];
}

function byVersion(a: Declaration, b: Declaration): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.version - b.version;
}
