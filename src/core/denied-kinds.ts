/** Which library would show what is denied, and what a library shows that may be it. */
import { answers } from './answers.ts';
import { CRITERIA, type CriterionId, criteriaOf, isCriterionId } from './criteria.ts';
import { isNarrowerThanCountry } from './places.ts';
import { adLibrary, type LibraryId } from './platforms.ts';
import type { PracticeId } from './practices.ts';
import { usesPersonalData } from './seen.ts';

/** The kinds of targeting that would contradict a denial; none where their absence cannot be shown by what is kept of ads. */
export function deniedKinds(subject: CriterionId | PracticeId): readonly CriterionId[] {
  // Any ad at all speaks against the one, and ads for a whole country are no choice of people.
  if (subject === 'social-media-advertising' || subject === 'geo.country') return [];
  if (subject === 'none.broad' || subject === 'untargeted-advertising') return CRITERIA.map(({ id }) => id).filter(usesPersonalData);
  return isCriterionId(subject) ? [subject] : criteriaOf(subject).map(({ id }) => id);
}

/** Libraries that show every kind of targeting their platform offers for political ads, of an ad or of a page (ad-libraries.md 2). */
const SHOWS_EVERY_KIND: ReadonlySet<LibraryId> = new Set<LibraryId>(['meta-audience', 'snapchat']);
const UNSPECIFIED: readonly CriterionId[] = ['geo.unspecified', 'demo.unspecified', 'own-audience.unspecified'];

/**
 * True when an ad that used one of the kinds could not be in the library without a trace of it: the kind itself, or an unspecified one
 * that it would stand under. Of a library that leaves kinds out, each of them must be one that it shows.
 */
export function shows(library: LibraryId, kinds: readonly CriterionId[]): boolean {
  const { criteria } = adLibrary(library);
  const shown = (kind: CriterionId) =>
    criteria.some((id) => id === kind || (UNSPECIFIED.includes(id) && answers(used(id), { criterion: kind, direction: 'include' })));
  return SHOWS_EVERY_KIND.has(library) ? kinds.some(shown) : kinds.every(shown);
}

/** Labels that a library may give as codes without names. */
const LABELS: readonly CriterionId[] = ['interest', 'behaviour', 'demo.unspecified', 'segment.third-party'];
const PLAIN_TRAITS: readonly CriterionId[] = ['demo.age', 'demo.gender', 'demo.language'];

/** True where what was seen may be one of the kinds, and the library does not say (gate DQ-03). A place seen is never another place. */
export function mayBe(seen: CriterionId, kinds: readonly CriterionId[]): boolean {
  if (kinds.includes(seen) || isNarrowerThanCountry(seen)) return false;
  return kinds.some(
    (kind) =>
      answers(used(seen), { criterion: kind, direction: 'include' }) ||
      (kind === 'political.affinity' && LABELS.includes(seen)) ||
      // Ready-made groups are traits by their labels, and some of the labels are codes.
      (seen === 'segment.third-party' && kind.startsWith('demo.') && !PLAIN_TRAITS.includes(kind)),
  );
}

function used(criterion: CriterionId): { readonly criterion: CriterionId; readonly direction: 'used' } {
  return { criterion, direction: 'used' };
}
