/** One form of an ad, read again from the bytes of a copy: how the row prints it, and what its library makes of it. */
import type { Ad, Observation } from '../../core/observation.ts';
import type { PrintedField } from '../../core/revisions.ts';
import type { RowBytes } from '../../core/sightings.ts';
import type { AdLibrary, RowReader } from '../../sources/ad-libraries/contract.ts';
import { recordsOf } from '../../sources/records.ts';
import { findSourceFile } from '../../store/ads.ts';
import type { Bytes } from '../../store/bytes.ts';
import type { Db } from '../../store/db.ts';
import { digest } from '../../store/digest.ts';
import { type Opened, readerOf } from './read-rows.ts';

export interface AdForm {
  readonly ad: Ad;
  readonly observations: readonly Observation[];
  readonly fields: readonly PrintedField[];
  readonly mapping_version: number;
}

/** A file of this size is read once as a whole; of a larger one, each row by itself. */
const WHOLE = 4 * 1024 * 1024;

/** A stored copy, ready to be read; `all`: its bytes where it is small. */
interface OpenFile extends Opened {
  readonly all: Uint8Array | null;
}

/** Reads rows of stored copies, each file opened once. */
export class Forms {
  readonly #db: Db;
  readonly #bytes: Bytes;
  readonly #files = new Map<string, OpenFile | null>();

  constructor(db: Db, bytes: Bytes) {
    this.#db = db;
    this.#bytes = bytes;
  }

  /** The form that a row of a copy shows; `null` where it can no longer be read (a copy from before rows were remembered). */
  async at(where: RowBytes): Promise<AdForm | null> {
    if (where.bytes === 0) return null;
    const file = await this.#open(where.source);
    if (file === null) return null;
    const bytes = file.all?.subarray(where.at, where.at + where.bytes) ?? (await this.#range(where));
    const records = recordsOf(file.first.form, { offset: where.at, line: 1, place: 'top' });
    const events = [...records.push(bytes), ...records.end()];
    const [event] = events;
    if (event?.kind !== 'record') return null;
    if (file.reader.group !== undefined && file.first.form === 'csv') {
      const rows = events.flatMap((one, i) => (one.kind === 'record' ? [{ cells: one.cells, row: i + 1, line: one.line }] : []));
      const read = file.reader.group.read(rows);
      return read.ad === null ? null : formOf(file, event.cells, read.ad, read.observations);
    }
    const read = file.reader.read(event.cells, 1, 1);
    return read.accepted && read.ad !== null ? formOf(file, event.cells, read.ad, read.observations) : null;
  }

  async #open(source: string): Promise<OpenFile | null> {
    const known = this.#files.get(source);
    if (known !== undefined) return known;
    const file = await findSourceFile(this.#db, source);
    const opened = file === null ? null : { ...readerOf(file), all: file.bytes <= WHOLE ? await this.#bytes.read(source, WHOLE) : null };
    this.#files.set(source, opened);
    return opened;
  }

  async #range(where: RowBytes): Promise<Uint8Array> {
    const stream = await this.#bytes.stream(where.source, where.at, where.bytes);
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
}

export function formOf(
  file: { readonly reader: RowReader; readonly library: AdLibrary },
  cells: readonly string[],
  ad: Ad,
  observations: readonly Observation[],
): AdForm {
  const texts = file.reader.printed(cells);
  const fields = file.reader.fields.map(({ name, kind, shown }, i) => {
    const text = texts[i] ?? '';
    return { name, kind, text, shown: shown === undefined ? text : shown(text) };
  });
  return { ad, observations, fields, mapping_version: file.library.mapping_version };
}

/**
 * The digest of a form: of all its fields but its money and its audience, which grow while an ad runs. They count once the year in which
 * the ad began was over when the copy was taken.
 */
export function formDigest(
  reader: RowReader,
  { cells, ad, observations }: { readonly cells: readonly string[]; readonly ad: Ad; readonly observations: readonly Observation[] },
  asOf: string,
): string {
  // Rows that make one record together have no fields to compare: what was made of them is compared.
  if (reader.fields.length === 0) return digest(JSON.stringify(observations));
  const yearOver = ad.start !== null && ad.start.slice(0, 4) < asOf.slice(0, 4);
  const texts = reader.printed(cells);
  let text = '';
  for (const [i, { kind }] of reader.fields.entries())
    if (yearOver || (kind !== 'money' && kind !== 'delivery')) text += `${(texts[i] ?? '').trim()}\u0000`;
  return digest(text);
}
