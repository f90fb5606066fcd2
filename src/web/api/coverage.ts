/** Coverage: what is stored of each ad library, how old it is, what was tried last, and what waits for a person. */
import { CURRENT_DAYS, coveredPeriods, type StoredCopy } from '../../core/coverage.ts';
import { AD_LIBRARIES, type LibraryEntry, type LibraryId } from '../../core/platforms.ts';
import { dayOf } from '../../core/time.ts';
import {
  adsOfParties,
  attempts,
  type CopyRow,
  countFiles,
  failedImports,
  heldImports,
  moneyOfParties,
  newestFiles,
  type PartyLibraryRow,
  platformsOfParties,
  storedCopies,
  windowsOfParties,
} from '../../store/coverage.ts';
import { listParties, type PartyRow } from '../../store/parties.ts';
import type { Endpoint } from '../endpoint.ts';
import {
  CoverageShape,
  type CoverageView,
  type LibraryCoverageView,
  type LibraryFileView,
  type PartyCoverageView,
} from '../shapes/coverage.ts';

const FILES = 60;
const MOST_COUNTED = 1001;

/** What a library's rows are about. */
const SHOWS: Readonly<Record<LibraryId, LibraryCoverageView['shows']>> = {
  google: 'ads',
  'meta-api': 'ads',
  'meta-audience': 'page-windows',
  'meta-report': 'money',
  snapchat: 'ads',
};

export const coverage: Endpoint = {
  path: '/coverage',
  summary: 'Which copies of the ad libraries are stored, for which days, how old they are, and what is not there',
  description: 'By library and by party, with the last attempts to fetch and the imports that wait for a person.',
  shape: CoverageShape,
  load: async (load): Promise<CoverageView> => {
    const { db } = load;
    const today = dayOf(load.now);
    const singly = AD_LIBRARIES.filter((entry) => SHOWS[entry.id] === 'ads').map(({ id, platform }) => ({ id, platform }));
    const paying = AD_LIBRARIES.filter((entry) => entry.id === 'meta-report' || entry.id === 'google').map(({ id, platform }) => ({
      id,
      platform,
    }));
    const [copies, parties, ads, windows, money, platforms, tried, held, failed] = await Promise.all([
      storedCopies(db, ['google', 'snapchat']),
      listParties(db),
      adsOfParties(db, singly),
      windowsOfParties(db),
      moneyOfParties(db, paying),
      platformsOfParties(db),
      attempts(db, 100),
      heldImports(db, 50),
      failedImports(db, 10),
    ]);
    const libraries = await Promise.all(
      AD_LIBRARIES.map(async (entry) => {
        const [files, count] = await Promise.all([newestFiles(db, entry.id, FILES), countFiles(db, entry.id, MOST_COUNTED)]);
        return libraryView(entry, files, count, copies, today);
      }),
    );
    const known = new Set(platforms.map((row) => `${row.party_id} ${row.platform}`));
    return {
      today,
      libraries,
      parties: parties.map((row) => partyView(row, libraries, [...ads, ...windows], money, known)),
      collections: tried,
      held,
      failed,
    };
  },
};

function libraryView(
  entry: LibraryEntry & { readonly id: LibraryId },
  files: readonly CopyRow[],
  count: number,
  copies: readonly StoredCopy[],
  today: string,
): LibraryCoverageView {
  const stored = files.filter((file) => file.applied_at !== null);
  const newest = stored[0]?.as_of ?? null;
  const days_old = newest === null ? null : daysBetween(newest, today);
  const firsts = stored.flatMap((file) => (file.first_day === null ? [] : [file.first_day])).sort();
  const lasts = stored.flatMap((file) => (file.last_day === null ? [] : [file.last_day])).sort();
  const [first, last] = [firsts[0], lasts.at(-1)];
  return {
    id: entry.id,
    platform: entry.platform,
    name: entry.name,
    can_show: entry.can_show,
    cannot_show: entry.cannot_show,
    criteria: [...entry.criteria],
    shows: SHOWS[entry.id],
    newest,
    days_old,
    stale: days_old !== null && days_old > CURRENT_DAYS,
    covered: periods(copies.filter((copy) => copy.library === entry.id)),
    claims: first === undefined || last === undefined ? null : { first, last },
    file_count: count,
    files: files.map((file) => fileView(file, entry.id)),
  };
}

function periods(copies: readonly StoredCopy[]): { first: string; last: string }[] {
  return coveredPeriods(copies).map(({ first, last }) => ({ first, last }));
}

function fileView(file: CopyRow, library: LibraryId): LibraryFileView {
  const state = file.applied_at !== null ? 'stored' : file.status === 'failed' ? 'failed' : file.held !== null ? 'held' : 'waiting';
  const { as_of, first_day, last_day } = file;
  const [covers] = state === 'stored' ? periods([{ library, as_of, first_day, last_day }]) : [];
  return {
    sha256: file.sha256,
    name: file.name,
    series: file.series,
    as_of,
    received_at: file.received_at,
    archive: file.archive,
    got: file.collected === null ? 'sent' : 'collected',
    window_days: file.window_days,
    state,
    run: file.run,
    reason: state === 'held' ? file.held : state === 'failed' ? file.error : null,
    confirmed: file.confirmed,
    bytes: file.bytes,
    rows: file.rows ?? 0,
    accepted: file.accepted ?? 0,
    refused: file.refused ?? 0,
    ads: file.ads,
    claims: first_day === null || last_day === null ? null : { first: first_day, last: last_day },
    covers: covers ?? null,
  };
}

function partyView(
  party: PartyRow,
  libraries: readonly LibraryCoverageView[],
  seen: readonly PartyLibraryRow[],
  money: readonly PartyLibraryRow[],
  known: ReadonlySet<string>,
): PartyCoverageView {
  const mine = (rows: readonly PartyLibraryRow[], library: string) =>
    rows.find((row) => row.party_id === party.id && row.library === library);
  return {
    party: party.id,
    name: party.name,
    libraries: libraries.map((library) => {
      const found = mine(seen, library.id);
      const paid = mine(money, library.id);
      const none = library.newest === null ? 'no-copy' : known.has(`${party.id} ${library.platform}`) ? 'none-seen' : 'no-account';
      return {
        library: library.id,
        state: found ? 'seen' : paid ? 'money' : none,
        first: found?.first_day ?? null,
        last: found?.last_day ?? null,
      };
    }),
  };
}

const MS_A_DAY = 86_400_000;

/** Whole days from one day to another; never below nothing, for a copy dated by another clock. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_A_DAY));
}
