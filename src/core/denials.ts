/** What follows when a notice says "we do not": from a denial, its limits, and what was declared or seen. */
import { type CriterionId, criteriaOf, isCriterionId } from './criteria.ts';
import { type Answer, cannotTell, gap } from './finding.ts';
import { atLeastOne, type Evidences, missing } from './notice-evidence.ts';
import { AD_LIBRARIES, PLATFORMS } from './platforms.ts';
import type { PracticeId } from './practices.ts';
import type { Told } from './told.ts';
import { listWords, quoteWords } from './words.ts';

/** How far a practice was in use on a day: `unclear` where only an audience was seen whose kind the library does not show. */
export type InUse = 'used' | 'unclear' | 'not-seen';

/** The answer of a day. `platforms` are those on which the practice was in use. */
export function denialAnswer(practice: PracticeId, told: Told, use: InUse, platforms: readonly string[]): Answer | null {
  if (told.stance !== 'denied') return told.says_both ? saysBoth(told) : null;
  if (use === 'not-seen') return notSeen(practice, told);
  if (use === 'unclear') {
    const words = 'The library does not say whether it was an uploaded list, a lookalike, website visitors or people who engaged';
    return cannotTell('only-unspecified-seen', add(told.evidence, missing('kind-of-audience', words)));
  }
  if (told.limits.length > 0 && !told.limits.some((limit) => limitCovers(limit, platforms))) {
    const words = `The denial is limited by the words ${listWords(told.limits.slice(0, 3).map(quoteWords))}: whether it covers what was used is for a person to read`;
    return cannotTell('limited-denial', add(told.evidence, missing('readable-notice', words)));
  }
  return gap('denied', 'urgent', told.evidence);
}

/**
 * True when the words of a limit clearly cover what was used: they name nothing but platforms, and one of them is a platform on
 * which the practice was in use ("on Facebook"). Any other limit is for a person to weigh.
 */
export function limitCovers(limit: string, platforms: readonly string[]): boolean {
  let rest = ` ${limit.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const named = PLATFORMS.filter((entry) => {
    const before = rest;
    for (const name of [...entry.also, entry.name, entry.id].sort((a, b) => b.length - a.length)) {
      rest = rest.replaceAll(` ${name.toLowerCase()} `, '  ');
    }
    return rest !== before;
  });
  const left = rest.split(' ').filter((word) => word !== '' && !JOINING.has(word));
  return left.length === 0 && named.some((entry) => platforms.includes(entry.id));
}

/** Words that narrow nothing beside the name of a platform. */
const JOINING = new Set(
  'a ad ads adverts advertising and any at by for from in its of on or our platform platforms s services the through to using via with'.split(
    ' ',
  ),
);

/** Why a denial that nothing speaks against is not called true: the libraries were not read whole, or none of them can show it. */
export function untested(subject: CriterionId | PracticeId): 'coverage-not-known' | 'no-library-shows-it' {
  const criteria: readonly string[] = isCriterionId(subject) ? [subject] : criteriaOf(subject).map(({ id }) => id);
  const untargeted = subject === 'none.broad' || subject === 'untargeted-advertising' || subject === 'social-media-advertising';
  const shown = untargeted || AD_LIBRARIES.some((library) => library.criteria.some((id) => criteria.includes(id)));
  return shown ? 'coverage-not-known' : 'no-library-shows-it';
}

function saysBoth(told: Told): Answer {
  const words = 'The notice both says it and denies it: which of the two holds is for a person to read';
  return cannotTell('says-both', add(told.evidence, missing('readable-notice', words)));
}

/** "Not seen" would need a complete window of a library able to show it; coverage is not known, so nothing is claimed. */
function notSeen(practice: PracticeId, told: Told): Answer {
  const reason = untested(practice);
  const words =
    reason === 'coverage-not-known'
      ? 'Nothing declared or seen speaks against it, but the ad libraries read do not cover every day, so it cannot be called unused'
      : 'Nothing declared speaks against it, and no ad library can show it, so it cannot be tested';
  return cannotTell(reason, add(told.evidence, missing('coverage', words)));
}

function add(evidence: Evidences, last: Evidences[0]): Evidences {
  return atLeastOne([...evidence, last], last);
}
