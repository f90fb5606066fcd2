/** Records for the pages of what is stored and of advertisers nobody mapped: full, empty and extreme. Every name is invented. */
import { AD_LIBRARIES } from '../../src/core/platforms.ts';
import type { AdvertiserView } from '../../src/web/shapes/advertisers.ts';
import type { CoverageView, LibraryCoverageView, LibraryFileView } from '../../src/web/shapes/coverage.ts';
import { ASTRAL, LONG, RTL, SCRIPT } from './pages.fixture.ts';

const SHA = (digit: string): string => digit.repeat(64);

function file(more: Partial<LibraryFileView> = {}): LibraryFileView {
  return {
    ...{ sha256: SHA('a'), name: '2026.csv', series: SHA('a'), as_of: '2026-06-18', received_at: '2026-06-19T07:30:00Z' },
    ...{ archive: 'PoliticalAds.zip', got: 'collected', window_days: null, state: 'stored', run: 'import-a', reason: null },
    ...{ confirmed: null, bytes: 3_160_558, rows: 3610, accepted: 3609, refused: 1, ads: 3609 },
    ...{ claims: { first: '2026-01-02', last: '2026-06-17' }, covers: { first: '2026-01-02', last: '2026-06-18' } },
    ...more,
  };
}

function library(id: string, more: Partial<LibraryCoverageView> = {}): LibraryCoverageView {
  const entry = AD_LIBRARIES.find((one) => one.id === id) ?? AD_LIBRARIES[0];
  return {
    ...{ id, platform: entry.platform, name: entry.name, can_show: entry.can_show, cannot_show: entry.cannot_show },
    ...{ criteria: [...entry.criteria], shows: 'ads', newest: null, days_old: null, stale: false },
    ...{ covered: [], claims: null, file_count: 0, files: [] },
    ...more,
  };
}

const NONE = AD_LIBRARIES.map((entry) => library(entry.id));
const stopped = (more = {}) => ({
  ...{ run: 'import-c640cd74aa06-44b3b461', library: 'snapchat', name: '2026.csv', sha256: SHA('c'), as_of: '2026-06-19' },
  ...{ at: '2026-06-19T09:00:00Z', reason: '6,076 of the 6,121 ads that a whole copy of this day would show are not in it.' },
  ...more,
});

export const EMPTY_COVERAGE: CoverageView = {
  ...{ today: '2026-11-24', libraries: NONE, parties: [], collections: [], held: [], failed: [] },
};

export const COVERAGE: CoverageView = {
  today: '2026-06-20',
  libraries: [
    library('google', {
      newest: '2026-06-20',
      days_old: 0,
      file_count: 1,
      files: [file({ sha256: SHA('1'), as_of: '2026-06-20', ads: 0 })],
    }),
    library('meta-api'),
    library('meta-audience', {
      ...{ shows: 'page-windows', newest: '2026-05-01', days_old: 50, stale: true, file_count: 1 },
      files: [file({ sha256: SHA('2'), as_of: '2026-05-01', window_days: 30, got: 'sent', archive: null, ads: 2, covers: null })],
    }),
    library('meta-report', { shows: 'money' }),
    library('snapchat', {
      ...{ newest: '2026-06-18', days_old: 2, file_count: 1001, claims: { first: '2026-01-02', last: '2026-06-17' } },
      covered: Array.from({ length: 8 }, (_, i) => ({ first: `201${i + 2}-01-01`, last: `201${i + 2}-11-30` })),
      files: [
        file({ sha256: SHA('3'), state: 'held', reason: 'Half of its ads are not in it.', covers: null, claims: null, ads: 0 }),
        file({ confirmed: 'A. Reader: seen on the library’s own page' }),
        file({ sha256: SHA('4'), state: 'failed', reason: 'The header has no ADID.', covers: null, claims: null, ads: 0 }),
        file({ sha256: SHA('5'), state: 'waiting', covers: null, claims: null, ads: 0 }),
      ],
    }),
  ],
  parties: [
    {
      party: 'lantern-party',
      name: 'The Lantern Party',
      libraries: [
        { library: 'google', state: 'no-account', first: null, last: null },
        { library: 'meta-api', state: 'no-copy', first: null, last: null },
        { library: 'meta-audience', state: 'none-seen', first: null, last: null },
        { library: 'meta-report', state: 'money', first: null, last: null },
        { library: 'snapchat', state: 'seen', first: '2026-03-17', last: '2026-05-06' },
      ],
    },
  ],
  collections: [
    {
      ...{ collector: 'meta-api', key: 'GB', outcome: 'stopped', message: 'The access token has expired.' },
      ...{ attempted_at: '2026-06-20T03:00:00Z', succeeded_at: '2026-06-01T03:00:00Z' },
    },
    {
      ...{ collector: 'snapchat', key: '2026', outcome: 'collected', message: 'A new copy.' },
      ...{ attempted_at: '2026-06-19T03:00:00Z', succeeded_at: null },
    },
  ],
  held: [stopped()],
  failed: [stopped({ reason: '' })],
};

/** Days without sense, names without end, a state that no release knows. */
export const EXTREME_COVERAGE: CoverageView = {
  today: 'not-a-day',
  libraries: [
    library('snapchat', {
      ...{ newest: '9999-12-31', days_old: 9_999_999, stale: true, file_count: 1 },
      covered: [{ first: '9999-12-31', last: '0001-01-01' }],
      claims: { first: '', last: '' },
      files: [
        file({
          name: SCRIPT + LONG,
          archive: RTL,
          confirmed: SCRIPT,
          reason: LONG,
          as_of: 'x',
          rows: 1e12,
          claims: { first: '', last: '' },
        }),
      ],
    }),
  ],
  parties: [{ party: LONG, name: ASTRAL + LONG, libraries: [] }],
  collections: [
    { collector: SCRIPT, key: LONG, outcome: 'no-such-outcome', message: SCRIPT + RTL, attempted_at: 'never', succeeded_at: 'never' },
  ],
  held: [stopped({ name: LONG, reason: SCRIPT, run: LONG })],
  failed: [stopped({ name: RTL, reason: LONG })],
};

function advertiser(more: Partial<AdvertiserView> = {}): AdvertiserView {
  return {
    ...{ id: 'snapchat:lantern club|lantern club', platform: 'snapchat', buyer: 'Lantern Club', payer: 'Lantern Club' },
    ...{ spend: { min: 125_000, max: 150_000, currency: 'GBP' }, ads: 4, first_day: '2026-03-17', last_day: '2026-05-06' },
    ...{ known_from: 'ads', source_file: null, resembles: [], rejected: null },
    ...more,
  };
}

const close = { party: 'lantern-party', because: 'the name holds the word “Lantern”', strength: 'strong' } as const;
const distant = {
  party: 'saltmarsh-assembly',
  because: 'every word of the name stands in “The Saltmarsh Assembly”',
  strength: 'weak',
} as const;

export const ADVERTISERS: readonly AdvertiserView[] = [
  advertiser({ resembles: [close, distant] }),
  advertiser({ id: 'snapchat:lamp|o’hara’s "lamps"', buyer: "O'Hara's Lamps", payer: '', resembles: [distant] }),
  advertiser({
    ...{ id: null, platform: 'meta', known_from: 'money', ads: null, first_day: null, last_day: null },
    source_file: { sha256: SHA('d'), name: 'report.csv', row: 12 },
    spend: { min: 0, max: 10_000, currency: null },
    resembles: [close],
  }),
  advertiser({
    rejected: { party: 'lantern-party', reviewer: 'A. Reader', reason: 'It sells lamps', source: null, at: '2026-06-01T08:00:00Z' },
  }),
  advertiser({ rejected: { party: null, reviewer: 'B. Reader', reason: 'A bakery', source: 'Its imprint', at: '2026-06-01T08:00:00Z' } }),
  ...Array.from({ length: 60 }, (_, i) => advertiser({ id: `snapchat:shop ${i}|shop ${i}`, buyer: `Shop ${i}`, payer: `Shop ${i}` })),
  advertiser({ spend: { min: 1, max: null, currency: 'EUR' } }),
];

export const EXTREME_ADVERTISERS: readonly AdvertiserView[] = [
  advertiser({ id: `${SCRIPT}'`, buyer: SCRIPT, payer: LONG, resembles: [{ ...close, party: LONG, because: SCRIPT + RTL }] }),
  advertiser({ id: LONG, buyer: LONG, payer: RTL, spend: { min: 9e15, max: null, currency: 'ZZZ' }, ads: 1e12 }),
  advertiser({ buyer: '', payer: ASTRAL, rejected: { party: SCRIPT, reviewer: LONG, reason: SCRIPT, source: RTL, at: 'x' } }),
];
