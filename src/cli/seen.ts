/** Rolls the rows of library files up into what a case holds: kinds of targeting used, and ads that ran. Nothing is stored. */
import type { AccountRole, Running, Use } from '../core/evidence.ts';
import type { Ad, Observation } from '../core/observation.ts';
import { addedUp } from '../core/seen.ts';
import { type Day, dayOf, earlierDay } from '../core/time.ts';
import type { AdLibrary, RowReader } from '../sources/ad-libraries/contract.ts';
import { CsvReader } from '../sources/csv.ts';
import { accountKey } from '../sources/register.ts';
import { describeFile, type LibraryFile, libraryOf } from './library-file.ts';
import { Stop } from './terminal.ts';

/** Says whose ad it is: the role of the account, or `null` where it is somebody else's. */
export type RoleOf = (ad: Ad) => AccountRole | null;

/** What one copy of a library holds, as of a day. */
export interface SeenFile {
  readonly file: LibraryFile;
  readonly as_of: Day;
}

export interface Seen {
  readonly uses: readonly Use[];
  readonly running: readonly Running[];
  readonly rows: number;
  readonly refused: number;
  /** Ads of the accounts asked for. */
  readonly ads: number;
  /** Payers of the other ads, the most frequent first. */
  readonly other_payers: readonly string[];
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
  let [rows, refused] = [0, 0];
  for (const { file, as_of } of [...files].sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0))) {
    for await (const reading of readRows(file)) {
      rows += 1;
      if (!reading.accepted) {
        refused += 1;
        continue;
      }
      const { ad } = reading;
      const role = roleOf(ad);
      if (role === null) others.set(ad.payer, (others.get(ad.payer) ?? 0) + 1);
      else ads.set(ad.id, { ad, role, as_of, observations: joined(ads.get(ad.id)?.observations, reading.observations) });
    }
  }
  const other_payers = [...others].sort((a, b) => b[1] - a[1]).map(([payer]) => payer);
  return { uses: rollUses([...ads.values()]), running: rollRunning([...ads.values()]), rows, refused, ads: ads.size, other_payers };
}

/** The readings of every row of a file; a record that is no CSV is a refused row. Throws `Stop` where no library's header stands on top. */
async function* readRows(file: LibraryFile) {
  const csv = new CsvReader();
  const library = await libraryOf(file);
  if (library === null) throw new Stop(await describeFile(file));
  let reader: RowReader | null = null;
  let row = 0;
  for await (const events of csvEvents(file, csv)) {
    for (const event of events) {
      if (reader === null) {
        reader = open(file.name, library, event.kind === 'record' ? event.cells : []);
        continue;
      }
      row += 1;
      yield event.kind === 'record' ? reader.read(event.cells, row, event.line) : ({ accepted: false } as const);
    }
  }
}

async function* csvEvents(file: LibraryFile, csv: CsvReader) {
  for await (const chunk of file.read()) yield csv.push(chunk);
  yield csv.end();
}

function open(name: string, library: AdLibrary, header: readonly string[]): RowReader {
  const reader = library.open(header);
  if ('read' in reader) return reader;
  throw new Stop(`${name}: ${reader.message}`);
}

function joined(before: ReadonlyMap<string, Observation> | undefined, now: readonly Observation[]): Map<string, Observation> {
  const all = new Map(before);
  for (const it of now) {
    const key = [it.criterion, it.direction, it.level].join('|');
    const known = all.get(key);
    // The finest place seen is what counts.
    if (known === undefined || (known.rank ?? -1) < (it.rank ?? -1)) all.set(key, it);
  }
  return all;
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
      groups.set(key, {
        platform: one.ad.platform,
        criterion: it.criterion,
        direction: it.direction,
        level: it.level,
        account,
        ...days,
        ads: (before?.ads ?? 0) + 1,
        spend: addedUp([...(before?.spend ?? []), ...(one.ad.spend === null ? [] : [one.ad.spend])]),
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
    groups.set(key, { platform, account, payer, role: one.role, ...days, ads: (groups.get(key)?.ads ?? 0) + 1 });
  }
  return inOrder(groups);
}

/** The order must not hang on the order of rows, which libraries change. */
function inOrder<T>(groups: ReadonlyMap<string, T>): readonly T[] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it);
}

function accountOf(ad: Ad): string {
  return accountKey(ad.platform, { organisation: ad.buyer, payer: ad.payer });
}
