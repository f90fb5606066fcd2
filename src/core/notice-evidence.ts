/** How a captured notice becomes evidence: its passages, its silence, and what could not be read. */
import type { Evidence } from './evidence.ts';
import type { Disclosure, Snapshot } from './notice.ts';
import type { PracticeId } from './practices.ts';
import { dayOf } from './time.ts';
import { dayWords, listWords } from './words.ts';

/** At least one piece of evidence. */
export type Evidences = readonly [Evidence, ...Evidence[]];

/** What was not there, as evidence; `words` is a sentence or the beginning of one. */
export function missing(what: Extract<Evidence, { kind: 'missing' }>['what'], words: string): Evidence {
  return { kind: 'missing', what, words };
}

/** A passage of a snapshot as evidence. */
export function disclosureEvidence(snapshot: Snapshot, disclosure: Disclosure): Evidence {
  return {
    kind: 'disclosure',
    snapshot: snapshot.id,
    notice: snapshot.notice,
    captured_at: snapshot.captured_at,
    sha256: snapshot.sha256,
    practice: disclosure.practice,
    stance: disclosure.stance,
    quote: disclosure.quote,
    heading: disclosure.heading,
    start: disclosure.start,
    end: disclosure.end,
    reason: disclosure.reason ?? disclosure.limit,
    pattern: disclosure.pattern,
    reader_version: snapshot.reading.reader_version,
  };
}

/** A notice that was read whole and says nothing of a practice, as evidence. */
export function silence(snapshot: Snapshot, practice: PracticeId): Evidence {
  return {
    kind: 'silence',
    snapshot: snapshot.id,
    notice: snapshot.notice,
    captured_at: snapshot.captured_at,
    sha256: snapshot.sha256,
    practice,
    words: snapshot.reading.words,
    reader_version: snapshot.reading.reader_version,
  };
}

/** A list as evidence where it is not empty, or else what stands instead. */
export function atLeastOne(evidence: readonly Evidence[], instead: Evidence): Evidences {
  const [head, ...rest] = evidence;
  return head === undefined ? [instead] : [head, ...rest];
}

/** The words for notices that could not be read whole. */
export function unreadableEvidence(snapshots: readonly Snapshot[], practice: PracticeId): Evidence {
  const why = snapshots.flatMap(({ reading }) =>
    reading.problems
      .filter((problem) => problem.scope === 'whole' || problem.practices.includes(practice))
      .map((problem) => problem.message),
  );
  const days = [...new Set(snapshots.map((snapshot) => dayWords(dayOf(snapshot.captured_at))))];
  const reasons = [...new Set(why)].slice(0, 3).join(' ');
  return missing('readable-notice', `The notice captured on ${listWords(days)} could not be read whole. ${reasons}`.trim());
}
