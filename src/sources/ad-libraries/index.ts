/** The ad libraries that can be read, in alphabetical order. */
import type { LibraryId } from '../../core/platforms.ts';
import type { AdLibrary, FirstRecord } from './contract.ts';
import { google } from './google.ts';
import { metaApi } from './meta-api.ts';
import { metaAudience } from './meta-audience.ts';
import { metaReport } from './meta-report.ts';
import { snapchat } from './snapchat.ts';

export const AD_LIBRARIES: readonly AdLibrary[] = [google, metaApi, metaAudience, metaReport, snapchat];

/** The reader of this library, or `null` where this version has none. */
export function adLibrary(id: LibraryId): AdLibrary | null {
  return AD_LIBRARIES.find((library) => library.id === id) ?? null;
}

/** The library whose file begins with this record, or `null`. */
export function recognise(first: FirstRecord): AdLibrary | null {
  return AD_LIBRARIES.find((library) => library.recognises(first)) ?? null;
}
