/** What follows when a notice says "we do not": from a denial, its limits, and what was declared or seen. */
import type { Absence, AbsenceReason } from './absence.ts';
import { type CriterionId, criteriaOf, isCriterionId } from './criteria.ts';
import { type Answer, cannotTell, gap, met } from './finding.ts';
import { atLeastOne, type Evidences, missing } from './notice-evidence.ts';
import { AD_LIBRARIES, PLATFORMS, platform } from './platforms.ts';
import type { PracticeId } from './practices.ts';
import type { Told } from './told.ts';
import { dayWords, fromToWords, listWords, quoteWords, sentences } from './words.ts';

/** How a practice was in use on a day: `unclear` where only an audience was seen whose kind the library does not show. */
export type InUse = 'used' | 'unclear';

/** The answer of a day on which the practice was in use, on these platforms. */
export function denialAnswer(told: Told, use: InUse, platforms: readonly string[]): Answer | null {
  if (told.stance !== 'denied') return told.says_both ? saysBoth(told) : null;
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

/** The answer of a day on which nothing declared or seen speaks against the denial: `absence` is what the libraries read come to. */
export function unusedAnswer(practice: PracticeId, told: Told, absence: AbsenceReason): Answer | null {
  if (told.stance !== 'denied') return told.says_both ? saysBoth(told) : null;
  const reason = untested(practice) === 'no-library-shows-it' ? 'no-library-shows-it' : absence;
  if (reason === 'not-seen') return met('not-seen', told.evidence);
  const words =
    reason === 'no-library-shows-it'
      ? 'Nothing declared speaks against it, and no ad library can show it, so it cannot be tested'
      : untestedWords(reason, 'Nothing declared or seen speaks against it');
  return cannotTell(reason, add(told.evidence, missing(reason === 'values-not-shown' ? 'values' : 'coverage', words)));
}

/** The answers that rest on nothing that was used. */
export const NOTHING_SEEN: ReadonlySet<string> = new Set<AbsenceReason | 'no-library-shows-it'>([
  'not-seen',
  'no-ads-seen',
  'values-not-shown',
  'coverage-partial',
  'coverage-not-known',
  'no-library-shows-it',
]);

/** Why nothing can be said of a denial that nothing speaks against. */
export function untestedWords(reason: Exclude<AbsenceReason, 'not-seen'>, nothing: string): string {
  switch (reason) {
    case 'no-ads-seen':
      return `${nothing}, and the ad libraries read show no ads of the party in its days, so there is nothing to test it by`;
    case 'values-not-shown':
      return `${nothing} for certain, but places or labels of ads that ran are not shown, so it cannot be called unused`;
    case 'coverage-partial':
      return `${nothing}, but the copies stored of the ad libraries cover only a part of its days and platforms, so it cannot be called unused`;
    default:
      return `${nothing}, but the ad libraries read do not cover every day, so it cannot be called unused`;
  }
}

/** What was looked through, in sentences for a reader: the libraries and the days. */
export function lookedWords({ looked, quiet, first, last }: Absence): string {
  const names = (ids: Absence['looked']) => listWords(ids.map((id) => `the ${platform(id).library_name}`));
  const days = first === last ? dayWords(first) : `every day ${fromToWords(first, last)}`;
  const none = quiet.length === 0 ? [] : [`Those of ${names(quiet)} cover these days as well, and show no ads of the party`];
  return sentences([`The copies stored of ${names(looked)} cover ${days}, and show no such use by the party`, ...none]);
}

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

function add(evidence: Evidences, last: Evidences[0]): Evidences {
  return atLeastOne([...evidence, last], last);
}
