/** Unpacks an archive that was sent: what in it is an ad library's file is handed on as a stream, and the rest is named with the reason. It stores nothing. */
import type { AdLibrary } from './ad-libraries/contract.ts';
import { libraryOf } from './library-of.ts';
import { BadArchive, type RandomAccess, type ZipMember, zipMembers } from './zip.ts';

/** What became of the members, each by its name in the archive. */
export interface Unpacked {
  readonly taken: readonly string[];
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly name: string;
  /** Whole sentences. */
  readonly reason: string;
  /** True for what comes with the archives of a library, or of a computer, and holds no data: nothing is lost without it. */
  readonly ordinary: boolean;
}

/** Notes of the library, and what a computer puts into the archives that it makes. */
const ORDINARY: readonly { readonly name: RegExp; readonly reason: string }[] = [
  { name: /(^|\/)read[-_ ]?me(\.(txt|md|html?))?$/i, reason: 'It is the note that comes with the files, and holds no rows.' },
  { name: /(^|\/)(__MACOSX\/|\.DS_Store$)/, reason: 'The computer that made the archive put it there; it holds no rows.' },
];

/**
 * Calls `each` with every member of a zip archive that is an ad library's file, one after another in the order of its directory. A member's
 * bytes are checked as they are read: `each` reads them to their end before it takes them as true. Throws `BadArchive`, whose message is for
 * people, where the archive or a member is not what it says, and whatever `each` and `archive` throw. `name` is what messages call it.
 */
export async function unpackArchive(
  archive: RandomAccess,
  each: (member: ZipMember, library: AdLibrary) => Promise<void>,
  name = 'The archive',
): Promise<Unpacked> {
  const directory = await zipMembers(archive, name);
  if (!directory.ok) throw new BadArchive(directory.problem);
  const taken: string[] = [];
  const skipped: Skipped[] = directory.skipped.map((it) => ({ ...it, ordinary: false }));
  for (const member of directory.members) {
    const { name: of } = member;
    const found = await libraryOf(member.read());
    if (found.known) {
      await each(member, found.library);
      taken.push(of);
      continue;
    }
    const ordinary = ORDINARY.find((it) => it.name.test(of));
    skipped.push({ name: of, reason: ordinary?.reason ?? found.reason, ordinary: ordinary !== undefined });
  }
  return { taken, skipped };
}
