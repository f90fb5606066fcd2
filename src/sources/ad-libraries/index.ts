/** The ad libraries that can be read, in alphabetical order. */
import type { LibraryId } from '../../core/platforms.ts';
import type { AdLibrary } from './contract.ts';
import { snapchat } from './snapchat.ts';

export const AD_LIBRARIES: readonly AdLibrary[] = [snapchat];

/** The reader of this library, or `null` where this version has none. */
export function adLibrary(id: LibraryId): AdLibrary | null {
  return AD_LIBRARIES.find((library) => library.id === id) ?? null;
}

/** The library whose file begins with this header (BOM taken off), or `null`. */
export function recognise(header: readonly string[]): AdLibrary | null {
  return AD_LIBRARIES.find((library) => library.recognises(header)) ?? null;
}
