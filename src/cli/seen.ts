/** Rolls the rows of library files up into what a case holds: kinds of targeting used, and ads that ran. Nothing is stored. */
import type { StoredCopy } from '../core/coverage.ts';
import type { AccountRole, Running, Use } from '../core/evidence.ts';
import type { Ad, Observation } from '../core/observation.ts';
import type { LibraryId } from '../core/platforms.ts';
import { addedUp } from '../core/seen.ts';
import { type Day, dayOf, earlierDay } from '../core/time.ts';
import type { FileFacts, FirstRecord, Row, RowReader } from '../sources/ad-libraries/contract.ts';
import { libraryOf } from '../sources/library-of.ts';
import { type RecordEvent, recordsOf } from '../sources/records.ts';
import { accountOf } from '../sources/register.ts';
import type { LibraryFile } from './library-file.ts';
import { Stop } from './terminal.ts';

/** Says whose ad it is: the role of the account, or `null` where it is somebody else's. */
export type RoleOf = (ad: Ad) => AccountRole | null;

/** What one copy of a library holds, as of a day. */
export interface SeenFile {
  readonly file: LibraryFile;
  readonly as_of: Day;
  /** Days of the window of an audience file, which does not say itself. */
  readonly window?: FileFacts['window'];
}

export interface Seen {
  readonly uses: readonly Use[];
  readonly running: readonly Running[];
  readonly rows: number;
  readonly refused: number;
  /** Ads of the accounts asked for: at least so many. */
  readonly ads: number;
  /** Payers of the other ads, the most frequent first. */
  readonly other_payers: readonly string[];
  /** What the files cover: a window, of the account whose page it is about. */
  readonly copies: readonly StoredCopy[];
}

interface SeenAd {
  readonly ad: Ad;
  readonly role: AccountRole;
  readonly as_of: Day;
  /** By criterion, direction and level: what was seen once stays seen. */
  readonly observations: Map<string, Observation>;
}

/** Reads every file, oldest copy first, and rolls up the ads that `roleOf` gives a role. */
export async function readSeen(files: readonly SeenFile[], roleOf: RoleOf): Promise<Seen> {
  const ads = new Map<string, SeenAd>();
  const others = new Map<string, number>();
  const copies: StoredCopy[] = [];
  let [rows, refused] = [0, 0];
  for (const seen of [...files].sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0))) {
    const { as_of } = seen;
    const began: { library: LibraryId; day: Day }[] = [];
    for await (const read of readFile(seen)) {
      rows += read.accepted + read.refused;
      refused += read.refused;
      const { ad } = read;
      if (ad === null) continue;
      const start = ad.start === null ? null : dayOf(ad.start);
      if (start !== null && ad.kind === 'ad') began.push({ library: read.library, day: start });
      else if (start !== null && ad.places_shown)
        copies.push({ library: read.library, as_of, first_day: start, last_day: dayOf(ad.end ?? `${start}T`), account: accountOf(ad) });
      const role = roleOf(ad);
      if (role === null) others.set(ad.payer, (others.get(ad.payer) ?? 0) + 1);
      else ads.set(ad.id, { ad, role, as_of, observations: joined(ads.get(ad.id)?.observations, read.observations) });
    }
    const days = began.map(({ day }) => day).sort();
    const [library] = began.map((one) => one.library);
    if (library !== undefined) copies.push({ library, as_of, first_day: days[0] ?? null, last_day: days.at(-1) ?? null });
  }
  const other_payers = [...others].sort((a, b) => b[1] - a[1]).map(([payer]) => payer);
  return {
    uses: rollUses([...ads.values()]),
    running: rollRunning([...ads.values()]),
    rows,
    refused,
    ads: atLeast([...ads.values()]),
    other_payers,
    copies,
  };
}

/** What came of one row, or of the rows that make one record. */
interface Reading {
  readonly accepted: number;
  readonly refused: number;
  readonly ad: Ad | null;
  readonly observations: readonly Observation[];
}

const REFUSED: Reading = { accepted: 0, refused: 1, ad: null, observations: [] };
/** More rows of one group are read as a second one, so that memory stays flat. */
const LARGEST_GROUP = 50_000;

/** The readings of a whole file; a record that cannot be read is a refused row. Throws `Stop` where no library knows the file. */
async function* readFile(seen: SeenFile): AsyncGenerator<Reading & { readonly library: LibraryId }> {
  const { file, as_of, window = null } = seen;
  const found = await libraryOf(file.read());
  if (!found.known) throw new Stop(`${file.name}: ${found.reason}`);
  const { first } = found;
  const library = found.library.id;
  const reader = found.library.open(first, { name: file.name, as_of, window, currency: null });
  if (!('read' in reader)) throw new Stop(`${file.name}: ${reader.message}`);
  let group: { readonly key: string; readonly rows: Row[] } | null = null;
  let row = first.form === 'csv' ? -1 : 0;
  for await (const event of eventsOf(file, first.form)) {
    row += 1;
    if (row === 0) continue;
    if (event.kind === 'fault') {
      yield { ...REFUSED, library };
      continue;
    }
    const { cells, line } = event;
    if (reader.group === undefined) {
      yield { ...readRow(reader, { cells, row, line }), library };
      continue;
    }
    const key = reader.group.keyOf(cells);
    if (group !== null && (group.key !== key || group.rows.length === LARGEST_GROUP)) {
      yield { ...reader.group.read(group.rows), library };
      group = null;
    }
    group ??= { key, rows: [] };
    group.rows.push({ cells, row, line });
  }
  if (reader.group !== undefined && group !== null) yield { ...reader.group.read(group.rows), library };
}

function readRow(reader: RowReader, { cells, row, line }: Row): Reading {
  const read = reader.read(cells, row, line);
  return read.accepted ? { accepted: 1, refused: 0, ad: read.ad, observations: read.observations } : REFUSED;
}

async function* eventsOf(file: LibraryFile, form: FirstRecord['form']): AsyncGenerator<RecordEvent> {
  const records = recordsOf(form, { offset: 0, line: 1, place: 'top' });
  for await (const chunk of file.read()) yield* records.push(chunk);
  yield* records.end();
}

/** Ads of the accounts. The windows of a page overlap, so the largest of them counts. */
function atLeast(ads: readonly SeenAd[]): number {
  const windows = new Map<string, number>();
  for (const { ad } of ads)
    if (ad.kind === 'page-window') windows.set(accountOf(ad), Math.max(windows.get(accountOf(ad)) ?? 0, ad.ads.min));
  const inWindows = [...windows.values()].reduce((sum, count) => sum + count, 0);
  return ads.filter(({ ad }) => ad.kind === 'ad').length + inWindows;
}

function joined(before: ReadonlyMap<string, Observation> | undefined, now: readonly Observation[]): Map<string, Observation> {
  const all = new Map(before);
  for (const it of now) {
    const key = [it.criterion, it.direction, it.level].join('|');
    const known = all.get(key);
    all.set(key, known === undefined ? it : wider(known, it));
  }
  return all;
}

/** One use seen twice, in two copies or two columns: the finest place counts, and of a page's window the largest part. */
function wider(a: Observation, b: Observation): Observation {
  const finest = (a.rank ?? -1) < (b.rank ?? -1) ? b : a;
  const { part } = (a.part?.ads.min ?? 0) < (b.part?.ads.min ?? 0) ? b : a;
  return part === undefined ? finest : { ...finest, part };
}

/** First and last day an ad is known to have run: an open end, or one still to come, reaches to the day of the copy. */
function daysOf({ ad, as_of }: SeenAd): { readonly first: Day; readonly last: Day } {
  const end = ad.end === null ? null : dayOf(ad.end);
  const first = ad.start === null ? (end ?? as_of) : dayOf(ad.start);
  const last = earlierDay(end, as_of) ?? as_of;
  return { first, last: last < first ? first : last };
}

function rollUses(ads: readonly SeenAd[]): readonly Use[] {
  const groups = new Map<string, Use>();
  for (const one of ads) {
    const account = accountOf(one.ad);
    const days = daysOf(one);
    for (const it of one.observations.values()) {
      const key = JSON.stringify([one.ad.platform, it.criterion, it.direction, it.level, account, days.first, days.last]);
      const before = groups.get(key);
      const spend = it.part === undefined ? one.ad.spend : it.part.spend;
      groups.set(key, {
        platform: one.ad.platform,
        criterion: it.criterion,
        direction: it.direction,
        level: it.level,
        account,
        ...days,
        ads: (before?.ads ?? 0) + (it.part ?? one.ad).ads.min,
        spend: addedUp([...(before?.spend ?? []), ...(spend === null ? [] : [spend])]),
        rank: it.rank === null ? (before?.rank ?? null) : Math.max(before?.rank ?? it.rank, it.rank),
      });
    }
  }
  return inOrder(groups);
}

function rollRunning(ads: readonly SeenAd[]): readonly Running[] {
  const groups = new Map<string, Running>();
  for (const one of ads) {
    const { platform, payer } = one.ad;
    const account = accountOf(one.ad);
    const days = daysOf(one);
    const key = JSON.stringify([platform, account, payer, one.role, days.first, days.last]);
    groups.set(key, { platform, account, payer, role: one.role, ...days, ads: (groups.get(key)?.ads ?? 0) + one.ad.ads.min });
  }
  return inOrder(groups);
}

/** The order must not hang on the order of rows, which libraries change. */
function inOrder<T>(groups: ReadonlyMap<string, T>): readonly T[] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
}
