/** What a party's notices told the public of a practice on one day, with the words it rests on. */
import type { Disclosure, PracticeReading, Snapshot, Stance } from './notice.ts';
import { atLeastOne, disclosureEvidence, type Evidences, missing, silence, unreadableEvidence } from './notice-evidence.ts';
import type { PracticeId } from './practices.ts';
import { type Day, dayOf } from './time.ts';
import { dayWords } from './words.ts';

/** `no-snapshot`: none had been captured by that day. `no-notice`: none was ever captured. */
export type ToldStance = Stance | 'no-snapshot' | 'no-notice';

/** The answer of the notices that stood on one day. */
export interface Told {
  readonly stance: ToldStance;
  /** The notices both deny the practice and speak of it. */
  readonly says_both: boolean;
  /** The words that make the denials narrow; empty unless every denial that counts is limited. */
  readonly limits: readonly string[];
  readonly evidence: Evidences;
}

/** The practices that stand behind an audience whose kind a library does not show. */
export const OWN_AUDIENCE: readonly PracticeId[] = [
  'customer-list-matching',
  'lookalike-audience',
  'website-retargeting',
  'engagement-audience',
];

/** The snapshots that can answer for a practice, oldest first. Cookie notices speak for website visitors only. */
export function snapshotsFor(practice: PracticeId, snapshots: readonly Snapshot[], today: Day): readonly Snapshot[] {
  const cookies = practice === 'website-retargeting' || practice === 'own-audience-targeting';
  return snapshots
    .filter((snapshot) => (snapshot.kind === 'privacy' || (cookies && snapshot.kind === 'cookie')) && dayOf(snapshot.captured_at) <= today)
    .sort(bySnapshot);
}

/** The snapshot of each notice that stands on a day: its latest capture by then. In the order of the notices' ids. */
export function standingSnapshots(snapshots: readonly Snapshot[], day: Day): readonly Snapshot[] {
  const latest = new Map<string, Snapshot>();
  for (const snapshot of snapshots) {
    if (dayOf(snapshot.captured_at) > day) continue;
    const other = latest.get(snapshot.notice);
    if (other === undefined || bySnapshot(other, snapshot) < 0) latest.set(snapshot.notice, snapshot);
  }
  return [...latest.values()].sort((a, b) => (a.notice < b.notice ? -1 : 1));
}

/** The days on which a notice was captured: the days on which what stands may change. */
export function captureDays(snapshots: readonly Snapshot[]): readonly Day[] {
  return snapshots.map((snapshot) => dayOf(snapshot.captured_at));
}

/**
 * What the notices told of a practice on a day. The strongest stance among the notices that stand answers: stated, then vague,
 * then denied; what was found keeps its stance, and absence needs every notice read whole.
 */
export function toldBy(practice: PracticeId, snapshots: readonly Snapshot[], today: Day): (day: Day) => Told {
  const answering = snapshotsFor(practice, snapshots, today);
  return (day) => {
    const standing = standingSnapshots(answering, day);
    if (standing.length === 0) return nothingCaptured(answering.length > 0, day);
    return practice === 'own-audience-targeting' ? ownAudience(standing) : strongest(practice, standing);
  };
}

/** The same for one day alone. */
export function toldOn(practice: PracticeId, snapshots: readonly Snapshot[], day: Day, today: Day): Told {
  return toldBy(practice, snapshots, today)(day);
}

/** True when the reading leaves it open whether the notice speaks of the practice. */
export function isUnreadable(snapshot: Snapshot, practice: PracticeId): boolean {
  const found = readingOf(snapshot, practice);
  if (!snapshot.reading.readable || found === undefined || found.stance === 'unreadable') return true;
  // A stance with no passage to show for it is no evidence of anything.
  return found.stance !== 'absent' && found.disclosures.length === 0;
}

/** The passages of a snapshot that answer for a practice. A denial too narrow to answer is listed on the notice's page only. */
export function counting(snapshot: Snapshot, practice: PracticeId): readonly Disclosure[] {
  const found = readingOf(snapshot, practice);
  return found === undefined ? [] : countingOf(found);
}

function nothingCaptured(everCaptured: boolean, day: Day): Told {
  const words = everCaptured ? `No snapshot of a notice from ${dayWords(day)} or before` : 'No notice of this party has been captured';
  return {
    stance: everCaptured ? 'no-snapshot' : 'no-notice',
    says_both: false,
    limits: [],
    evidence: [missing(everCaptured ? 'snapshot-at-the-time' : 'notice', words)],
  };
}

function strongest(practice: PracticeId, standing: readonly Snapshot[]): Told {
  const found = standing.flatMap((snapshot) => counting(snapshot, practice).map((disclosure) => ({ snapshot, disclosure })));
  const of = (stance: Disclosure['stance']) => found.filter(({ disclosure }) => disclosure.stance === stance);
  const [stated, vague, denied] = [of('stated'), of('vague'), of('denied')];
  const says_both = denied.length > 0 && stated.length + vague.length > 0 && contradicts(practice, standing);
  const evidence = (first: typeof found) =>
    atLeastOne(
      [...first, ...(says_both ? denied : [])].slice(0, MOST).map(({ snapshot, disclosure }) => disclosureEvidence(snapshot, disclosure)),
      unreadableEvidence(standing, practice),
    );
  if (stated.length > 0) return { stance: 'stated', says_both, limits: [], evidence: evidence(stated) };
  if (vague.length > 0) return { stance: 'vague', says_both, limits: [], evidence: evidence(vague) };
  if (denied.length > 0)
    return { stance: 'denied', says_both, limits: limitsOf(denied.map(({ disclosure }) => disclosure)), evidence: evidence(denied) };
  const unreadable = standing.filter((snapshot) => isUnreadable(snapshot, practice));
  if (unreadable.length > 0 || standing.length === 0)
    return { stance: 'unreadable', says_both, limits: [], evidence: [unreadableEvidence(unreadable, practice)] };
  return {
    stance: 'absent',
    says_both,
    limits: [],
    evidence: atLeastOne(
      standing.map((snapshot) => silence(snapshot, practice)),
      unreadableEvidence(standing, practice),
    ),
  };
}

const MOST = 6;

/** Stated if any of the four is; denied only if all of them are. Whatever else it is, the library does not say which was meant. */
function ownAudience(standing: readonly Snapshot[]): Told {
  const four = OWN_AUDIENCE.map((practice) => strongest(practice, cookiesOnlyForVisitors(practice, standing)));
  const of = (stance: ToldStance) => four.filter((told) => told.stance === stance);
  const all = (tolds: readonly Told[], stance: ToldStance): Told => ({
    stance,
    says_both: tolds.some((told) => told.says_both),
    limits: tolds.flatMap((told) => told.limits),
    evidence: atLeastOne(tolds.flatMap((told) => told.evidence).slice(0, MOST), unreadableEvidence(standing, 'own-audience-targeting')),
  });
  if (of('stated').length > 0) return all(of('stated'), 'stated');
  if (of('vague').length > 0) return all(of('vague'), 'vague');
  if (of('denied').length === four.length) return all(four, 'denied');
  if (of('unreadable').length > 0) return all(of('unreadable'), 'unreadable');
  return all(of('absent'), 'absent');
}

function cookiesOnlyForVisitors(practice: PracticeId, standing: readonly Snapshot[]): readonly Snapshot[] {
  return practice === 'website-retargeting' ? standing : standing.filter((snapshot) => snapshot.kind === 'privacy');
}

/** Within one notice the reader decides whether it contradicts itself; two notices that differ contradict one another. */
function contradicts(practice: PracticeId, standing: readonly Snapshot[]): boolean {
  if (standing.some((snapshot) => readingOf(snapshot, practice)?.contradiction)) return true;
  const stances = standing.map((snapshot) => new Set(counting(snapshot, practice).map((disclosure) => disclosure.stance)));
  return stances.some(
    (one, i) => one.has('denied') && one.size === 1 && stances.some((other, j) => i !== j && (other.has('stated') || other.has('vague'))),
  );
}

function limitsOf(denials: readonly Disclosure[]): readonly string[] {
  const limits = denials.flatMap((denial) => (denial.limit === null ? [] : [denial.limit]));
  return limits.length === denials.length ? limits : [];
}

function readingOf(snapshot: Snapshot, practice: PracticeId): PracticeReading | undefined {
  return snapshot.reading.practices.find((reading) => reading.practice === practice);
}

function countingOf(reading: PracticeReading): readonly Disclosure[] {
  return reading.disclosures.filter((disclosure) => disclosure.counts).sort((a, b) => a.start - b.start || a.end - b.end);
}

function bySnapshot(a: Snapshot, b: Snapshot): number {
  if (a.captured_at !== b.captured_at) return a.captured_at < b.captured_at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
