/** Takes a library's file in: recognised by its first record, redacted as it streams to where bytes are kept, and refused whole where it must be. */
import type { LibraryId } from '../core/platforms.ts';
import type { AdLibrary, FileFacts, FirstRecord } from './ad-libraries/contract.ts';
import { Intake } from './intake.ts';
import { libraryOf } from './library-of.ts';

/** Where bytes are kept, as far as this needs it. */
export interface Keeper {
  put(chunks: AsyncIterable<Uint8Array>): Promise<{ readonly sha256: string; readonly bytes: number; readonly fresh: boolean }>;
  /** Takes back what must not be kept. */
  forget(sha256: string): Promise<void>;
}

export interface TakenIn {
  readonly sha256: string;
  readonly bytes: number;
  readonly library: AdLibrary;
  /** JSON: how the file begins. */
  readonly first_record: string;
  /** Cells blanked. */
  readonly redacted: number;
}

/** `title` and `problem` are for people; nothing of the file is kept. */
export type TakeIn = ({ readonly ok: true } & TakenIn) | { readonly ok: false; readonly title: string; readonly problem: string };

/** A header is a few kilobytes; a first record of JSON need not be kept to read the others. */
const LONGEST_FIRST = 64 * 1024;

/** `wanted`: the library that the file is said to be of. Throws only what the chunks and the keeper throw. */
export async function takeIn(
  keeper: Keeper,
  chunks: AsyncIterable<Uint8Array>,
  facts: FileFacts,
  wanted: LibraryId | null,
): Promise<TakeIn> {
  const { name } = facts;
  const intake = new Intake(chunks);
  const refuse = async (title: string, problem: string): Promise<TakeIn> => {
    await intake.cancel();
    return { ok: false, title, problem: `${name}: ${problem}` };
  };
  const found = await libraryOf(intake.head());
  if (!found.known) return refuse('Not an ad library file we know', found.reason);
  const { library, first } = found;
  if (wanted !== null && wanted !== library.id)
    return refuse(
      'Another library',
      `it was sent as '${wanted}', and it is a file of '${library.id}'. Leave the library out, or name the right one.`,
    );
  const opened = library.open(first, facts);
  if (!('read' in opened)) return refuse('The file cannot be read', opened.message);
  const stored = await keeper.put(intake.all());
  if (intake.redactor.token_found) {
    if (stored.fresh) await keeper.forget(stored.sha256);
    const problem = `${name} holds 'access_token='. Take the token out of every address and send the file again; nothing of it was read.`;
    return { ok: false, title: 'The file holds an access token', problem };
  }
  const redacted = Object.values(intake.redactor.removed).reduce((sum, count) => sum + count, 0);
  return { ok: true, sha256: stored.sha256, bytes: stored.bytes, library, first_record: firstRecordText(first), redacted };
}

function firstRecordText(first: FirstRecord): string {
  const text = JSON.stringify(first);
  if (text.length <= LONGEST_FIRST || first.form === 'csv') return text;
  // Of a long record its keys say enough: what library it is, and which fields it has.
  const keys = Object.keys(Object(first.record)).map((key) => [key, null]);
  return JSON.stringify({ form: 'json', record: Object.fromEntries(keys) });
}
