/** The four words by which a declaration says that it gives no value. Where each may stand is in the field catalogue. */

/** A typed silence. An empty text is never one. */
export type Silence = 'not-used' | 'not-disclosed' | 'unknown' | 'not-applicable';

/** Every silence with what it means, for the form and the documentation. The letter is the one the catalogue uses. */
export const SILENCES = [
  { id: 'not-used', letter: 'U', meaning: 'We did not do this in this campaign. It is a statement: dated, and testable.' },
  { id: 'not-disclosed', letter: 'D', meaning: 'We choose not to say.' },
  { id: 'unknown', letter: 'K', meaning: 'We do not know.' },
  { id: 'not-applicable', letter: 'A', meaning: 'The question does not arise.' },
] as const satisfies readonly { id: Silence; letter: string; meaning: string }[];

/** True for a value that is one of the four words, whether or not it may stand where it was found. */
export function isSilence(value: unknown): value is Silence {
  return SILENCES.some((entry) => entry.id === value);
}

/** The silences that letters such as `D K` stand for, in the order given. */
export function silencesOf(letters: string): readonly Silence[] {
  return [...letters].flatMap((letter) => SILENCES.filter((entry) => entry.letter === letter).map((entry) => entry.id));
}
