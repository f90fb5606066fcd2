/** The 43 practices a notice is read for, in the order of every list of them. */
import type { PracticeEntry } from './practices/entry.ts';
import { OWED } from './practices/owed.ts';
import { TARGETING } from './practices/targeting.ts';
import { USES } from './practices/uses.ts';

/** Every practice: targeting, then uses of data behind the ads, then information a notice owes. */
export const PRACTICES = [...TARGETING, ...USES, ...OWED] as const satisfies readonly PracticeEntry[];

export type PracticeId = (typeof PRACTICES)[number]['id'];
export type Practice = PracticeEntry<PracticeId>;

const BY_ID: ReadonlyMap<string, Practice> = new Map(PRACTICES.map((entry: Practice) => [entry.id, entry]));

/** The practice of this id. */
export function practice(id: PracticeId): Practice {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`No practice has the id "${id}".`);
  return found;
}

/** True for a text that is the id of a practice. */
export function isPracticeId(text: string): text is PracticeId {
  return BY_ID.has(text);
}
