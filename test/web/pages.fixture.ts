/** Records for every page: full ones, empty ones and extreme ones. Every name is invented. */
import type { RuleDetailView } from '../../src/web/api/vocabulary.ts';
import type { AdDetailView, AdView } from '../../src/web/shapes/ads.ts';
import type { DeclarationView } from '../../src/web/shapes/declarations.ts';
import type { FindingDetailView, FindingView } from '../../src/web/shapes/findings.ts';
import type { NoticeView } from '../../src/web/shapes/notices.ts';
import type { FrontView, MatrixRowView, PartySummaryView, PartyView } from '../../src/web/shapes/parties.ts';
import type { PairView, RevisionView } from '../../src/web/shapes/revisions.ts';

export const DEMO = { world: 'demo', revision: 42, as_of: '2026-06-20T09:30:00Z' } as const;
export const REAL = { world: 'real', revision: 0, as_of: '2026-11-24T08:00:00Z' } as const;

/** Names that have broken pages before: markup, quotes, Hebrew and Arabic letters, letters beyond the first plane, no space at all. */
export const SCRIPT = '<script>alert("x")</script> & \'sons\'';
export const RTL = 'מפלגת הפנס של מוסמיר وحزب البستان';
export const ASTRAL = '𝕷𝖆𝖓𝖙𝖊𝖗𝖓 🏮 𠮷野 Party';
export const LONG = 'Unbrokenlongname'.repeat(25);
const SHA = (digit: string): string => digit.repeat(64);

const NO_GAPS = { urgent: 0, high: 0, medium: 0, low: 0, info: 0 };
const gbp = (min: number, max: number | null) => ({ min, max, currency: 'GBP' });

function row(practice: string, rest: Partial<MatrixRowView>): MatrixRowView {
  return {
    practice,
    seen: 'not-seen',
    declared: 'not-declared',
    told: 'absent',
    outcome: null,
    severity: null,
    findings: [],
    criteria: [],
    declared_uses: [],
    disclosures: [],
    ...rest,
  };
}

const use = (criterion: string, ads: number, direction = 'include'): MatrixRowView['criteria'][number] => ({
  criterion,
  direction,
  platform: 'snapchat',
  level: 'ad',
  ads,
  first: '2026-03-17',
  last: '2026-05-06',
  spend: [gbp(125_000, 150_000)],
});

const told = (stance: string, quote: string): MatrixRowView['disclosures'][number] => ({
  notice: 'mossmere-harbour-league-privacy',
  snapshot: 'snap-1',
  captured_at: '2026-02-20T08:05:00Z',
  stance,
  quote,
  heading: 'How we use your information',
  start: 120,
  end: 120 + quote.length,
  reason: stance === 'vague' ? 'partners' : null,
});

const declared = (criterion: string): MatrixRowView['declared_uses'][number] => ({
  declaration: 'mossmere-harbour-league/assembly-2026',
  version: 1,
  path: 'audiences[0].criteria[1]',
  platform: 'snapchat',
  criterion,
  direction: 'include',
  from: '2026-03-02',
  to: '2026-05-07',
  words: '',
});

const id = (rest: string): string => `mossmere-harbour-league/${rest}`;

export const MATRIX: readonly MatrixRowView[] = [
  row('location-targeting', {
    seen: 'seen',
    told: 'vague',
    outcome: 'gap',
    severity: 'high',
    findings: [id('seen-not-declared/snapchat/geo.radius/include'), id('seen-not-disclosed/location-targeting')],
    criteria: [use('geo.radius', 14), use('geo.postcode', 22), use('geo.region', 3, 'exclude')],
    declared_uses: [declared('geo.region')],
    declared: 'declared',
    disclosures: [told('vague', 'We may show adverts that are relevant to your area together with our partners.')],
  }),
  row('customer-list-matching', {
    seen: 'cannot-tell',
    declared: 'declared',
    told: 'stated',
    outcome: 'met',
    findings: [id('declared-not-disclosed/customer-list-matching')],
    declared_uses: [declared('list.customer')],
    disclosures: [told('stated', 'We give Snapchat a scrambled copy of your email address, so that it can show you our adverts.')],
  }),
  row('interest-targeting', {
    seen: 'seen',
    declared: 'denied',
    told: 'denied',
    outcome: 'gap',
    severity: 'urgent',
    findings: [id('declared-denial-contradicted/snapchat/interest')],
    criteria: [use('interest', 9)],
    disclosures: [told('denied', 'We do not target you by your interests.')],
  }),
  row('demographic-targeting', {
    seen: 'seen',
    declared: 'no-declaration',
    told: 'unreadable',
    outcome: 'cannot-tell',
    findings: [id('seen-not-disclosed/demographic-targeting')],
    criteria: [use('demo.age', 41), use('demo.gender', 6)],
  }),
  row('lookalike-audience', { told: 'no-notice' }),
  row('website-retargeting', {}),
  row('own-audience-targeting', {
    seen: 'seen',
    told: 'stated',
    outcome: 'cannot-tell',
    findings: [id('seen-not-declared/snapchat/own-audience.unspecified/include')],
    criteria: [use('own-audience.unspecified', 12)],
  }),
  row('profiling', { seen: 'cannot-tell', declared: 'declared', told: 'absent', outcome: 'gap', severity: 'medium', findings: [] }),
];

export function summary(rest: Partial<PartySummaryView>): PartySummaryView {
  return {
    id: 'mossmere-harbour-league',
    name: 'Mossmere Harbour League',
    short_name: 'Harbour League',
    audited: false,
    fictional: true,
    state: 'declared-with-gaps',
    because: 'It declared on 1 March 2026; 5 gaps are open, the largest urgent.',
    totals: {
      ads: 96,
      spend: [gbp(412_000, 530_000)],
      first: '2026-03-17',
      last: '2026-05-06',
      platforms: ['snapchat'],
      gaps: { urgent: 1, high: 2, medium: 2, low: 0, info: 0 },
      met: 8,
      cannot_tell: 3,
    },
    matrix: [...MATRIX],
    reconciled_at: '2026-06-20T09:30:00Z',
    ...rest,
  };
}

const NOTHING = {
  ads: 0,
  spend: [],
  first: null,
  last: null,
  platforms: [],
  gaps: NO_GAPS,
  met: 0,
  cannot_tell: 0,
} satisfies PartySummaryView['totals'];

export const FINDING: FindingView = {
  id: id('seen-not-declared/snapchat/geo.radius/include'),
  party: 'mossmere-harbour-league',
  rule: 'seen-not-declared',
  rule_version: 1,
  subject: 'snapchat/geo.radius/include',
  outcome: 'gap',
  reason: 'criterion-not-declared',
  severity: 'high',
  basis: 'guidance',
  regime: 'uk',
  platform: 'snapchat',
  criterion: 'geo.radius',
  practice: 'location-targeting',
  level: 'ad',
  valid_from: '2026-03-17',
  valid_to: null,
  recorded_at: '2026-06-20T09:30:00Z',
  evidence: [
    {
      kind: 'observation',
      platform: 'snapchat',
      criterion: 'geo.radius',
      direction: 'include',
      level: 'ad',
      ads: 14,
      first: '2026-03-17',
      last: '2026-05-06',
      spend: [gbp(125_000, 150_000)],
      accounts: ['snapchat:mossmere harbour league|mossmere harbour league'],
    },
    {
      kind: 'disclosure',
      snapshot: 'snap-1',
      notice: 'mossmere-harbour-league-privacy',
      captured_at: '2026-02-20T08:05:00Z',
      sha256: SHA('a'),
      practice: 'location-targeting',
      stance: 'vague',
      quote: 'We may show adverts that are relevant to your area together with our partners.',
      heading: 'How we use your information',
      start: 120,
      end: 199,
      reason: 'partners',
      pattern: 'location-general',
      reader_version: '1',
    },
    {
      kind: 'silence',
      snapshot: 'snap-1',
      notice: 'mossmere-harbour-league-privacy',
      captured_at: '2026-02-20T08:05:00Z',
      sha256: SHA('a'),
      practice: 'lookalike-audience',
      words: 2140,
      reader_version: '1',
    },
    {
      kind: 'declaration',
      declaration: 'mossmere-harbour-league/assembly-2026',
      version: 1,
      path: 'audiences',
      sha256: SHA('b'),
      published_at: '2026-03-01T10:00:00Z',
      words: 'Names region or nation on Snapchat',
    },
    { kind: 'missing', what: 'declared-platform', words: 'No declaration that stood at that time names Meta' },
  ],
  reader_text:
    'The Snapchat ad library shows circles around a point used to reach people on 14 adverts that first ran between 17 March and 6 May 2026. The declaration of Mossmere Harbour League names region or nation, and no circle.',
  party_text: 'Publish a new version of the declaration that names circles on Snapchat with their days and direction.',
  suggested: 'From 17 March to 6 May 2026 we used circles around a point on Snapchat to reach people, because {reason}.',
  reviewed: false,
};

export function finding(rest: Partial<FindingView>): FindingView {
  return { ...FINDING, ...rest };
}

export const FINDING_DETAIL: FindingDetailView = {
  ...FINDING,
  party_name: 'Mossmere Harbour League',
  question: "Is each kind of targeting that an ad library shows also in the party's declaration?",
  citations: [
    {
      instrument: 'ICO audits of seven parties',
      pinpoint: 'K3',
      basis: 'guidance',
      regime: 'uk',
      url: 'https://ico.org.uk/',
      confidence: 'part',
    },
    { instrument: 'PECR', pinpoint: 'regulation 6', basis: 'law', regime: 'uk', url: 'javascript:alert(1)', confidence: 'verify' },
  ],
  closes: 'A new version of the declaration that names the kind of targeting on that platform with its days and direction.',
  history: [
    finding({
      outcome: 'cannot-tell',
      severity: null,
      reason: 'no-snapshot-at-the-time',
      valid_from: '2026-02-01',
      valid_to: '2026-02-19',
    }),
    finding({ outcome: 'met', severity: null, reason: 'declared', valid_from: '2026-02-20', valid_to: '2026-03-16' }),
  ],
  log: [{ seq: 12, at: '2026-06-20T09:30:00Z', kind: 'finding-opened', from: null, to: 'gap' }],
  ads: Array.from({ length: 10 }, (_, at) => ({
    id: `snapchat:${String(at).repeat(64)}`,
    first_day: '2026-03-17',
    last_day: '2026-03-23',
    spend: gbp(52_100 - at, 52_100),
  })),
  permalink: 'https://candour.example/findings/mossmere-harbour-league/seen-not-declared/snapchat/geo.radius/include',
  citation: 'Candour, “The Snapchat ad library shows ...” (Mossmere Harbour League), recorded 2026-06-20.',
};

const account = (rest: Partial<PartyView['accounts'][number]>): PartyView['accounts'][number] => ({
  id: 'snapchat:mossmere harbour league|mossmere harbour league',
  platform: 'snapchat',
  buyer: 'Mossmere Harbour League',
  payer: 'Mossmere Harbour League',
  role: 'national',
  confidence: 'confirmed',
  source: 'Invented for the demo',
  checked_on: '2026-06-20',
  note: null,
  ads: 96,
  spend: [gbp(412_000, 530_000)],
  ...rest,
});

export const PARTY: PartyView = {
  ...summary({}),
  website: 'https://harbour-league.example/',
  nations: ['GB-ENG'],
  registrations: [{ scheme: 'uk-electoral-commission', number: 'PP0', source: 'Invented', checked_on: '2026-06-20', confidence: 'weak' }],
  accounts: [
    account({}),
    account({
      id: 'meta:1',
      platform: 'meta',
      buyer: 'Harbour League Quayside branch',
      payer: '',
      role: 'branch',
      confidence: 'weak',
      ads: 0,
      spend: [],
    }),
  ],
  findings: [
    FINDING,
    finding({
      id: id('seen-not-disclosed/location-targeting'),
      rule: 'seen-not-disclosed',
      criterion: null,
      severity: 'medium',
      reason: 'vague',
    }),
    finding({ id: id('platform-not-declared/meta'), rule: 'platform-not-declared', practice: null, criterion: null, platform: 'meta' }),
  ],
  notices: [
    {
      id: 'mossmere-harbour-league-privacy',
      kind: 'privacy',
      url: 'https://harbour-league.example/privacy',
      snapshots: [{ id: 'snap-1', captured_at: '2026-02-20T08:05:00Z', readable: true, words: 2140 }],
    },
  ],
  declarations: [
    {
      id: 'mossmere-harbour-league/assembly-2026',
      version: 1,
      published_at: '2026-03-01T10:00:00Z',
      valid_from: '2026-03-02',
      valid_to: '2026-05-07',
      status: 'published',
    },
  ],
  problems: ['No ad library of Meta or Google has been read for these days.'],
};

export const EMPTY_PARTY: PartyView = {
  ...PARTY,
  state: 'not-enough-evidence',
  because: 'Nothing has been seen, declared or captured yet.',
  totals: NOTHING,
  matrix: [],
  website: null,
  registrations: [],
  accounts: [],
  findings: [],
  notices: [],
  declarations: [],
  problems: [],
  reconciled_at: null,
};

export const EXTREME_PARTY: PartyView = {
  ...PARTY,
  name: `${SCRIPT} ${LONG}`,
  short_name: RTL,
  website: 'javascript:alert(1)',
  because: `${RTL} ${LONG}`,
  matrix: [
    row('location-targeting', {
      seen: 'seen',
      outcome: 'gap',
      severity: 'urgent',
      findings: Array.from({ length: 60 }, (_, at) => id(`seen-not-declared/snapchat/${at}`)),
      criteria: Array.from({ length: 60 }, (_, at) => ({ ...use('geo.postcode', at), platform: SCRIPT })),
      disclosures: Array.from({ length: 30 }, () => told('vague', `${ASTRAL} ${LONG}`)),
    }),
    ...MATRIX.slice(1),
  ],
  accounts: Array.from({ length: 60 }, (_, at) => account({ id: `a${at}`, buyer: at % 2 ? RTL : LONG, payer: SCRIPT, note: ASTRAL })),
  problems: [SCRIPT, RTL],
};

const totals = PARTY.totals;

export const FRONT: FrontView = {
  world: 'demo',
  parties: [
    summary({
      id: 'lantern-party',
      name: 'The Lantern Party',
      short_name: 'Lantern',
      state: 'closed',
      matrix: MATRIX.map((one) => ({ ...one, declared: 'declared', told: 'stated', outcome: one.outcome && 'met', severity: null })),
      totals: { ...totals, gaps: NO_GAPS, met: 14, cannot_tell: 0, spend: [gbp(1_249_000, 1_249_000)] },
    }),
    summary({}),
    summary({
      id: 'orchard-and-loom',
      name: 'Orchard and Loom',
      short_name: 'Orchard and Loom',
      state: 'no-declaration',
      matrix: MATRIX.map((one) => ({
        ...one,
        declared: 'no-declaration',
        told: 'absent',
        outcome: one.seen === 'seen' ? 'gap' : null,
        severity: one.seen === 'seen' ? 'high' : null,
      })),
      totals: { ...totals, spend: [gbp(0, 10_000), { min: 0, max: null, currency: null }] },
    }),
    summary({ id: 'ninth-bell-movement', name: 'Ninth Bell Movement', short_name: 'Ninth Bell' }),
    summary({ id: 'quillfold-commoners', name: 'Quillfold Commoners', short_name: 'Quillfold', state: 'answered' }),
    summary({
      id: 'saltmarsh-assembly',
      name: 'Saltmarsh Assembly',
      short_name: 'Saltmarsh',
      state: 'not-enough-evidence',
      matrix: MATRIX.map((one) => ({ ...one, told: 'unreadable', outcome: one.outcome && 'cannot-tell', severity: null })),
      totals: { ...totals, gaps: NO_GAPS, cannot_tell: 9, met: 0 },
    }),
  ],
  totals: { ads: 412, source_files: 3, snapshots: 8, declarations: 6 },
  largest_gap: FINDING,
  recent: [
    {
      seq: 14,
      at: '2026-06-20T09:30:00Z',
      kind: 'finding-opened',
      party: 'ninth-bell-movement',
      subject: 'ninth-bell-movement/seen-not-declared/snapchat/interest/include',
      from: null,
      to: 'gap',
    },
    {
      seq: 13,
      at: '2026-06-20T09:28:00Z',
      kind: 'party-state',
      party: 'quillfold-commoners',
      subject: 'quillfold-commoners',
      from: null,
      to: null,
    },
    {
      seq: 12,
      at: '2026-06-20T09:25:00Z',
      kind: 'declaration',
      party: 'lantern-party',
      subject: 'lantern-party/assembly-2026',
      from: null,
      to: null,
    },
    { seq: 11, at: '2026-06-20T09:20:00Z', kind: 'import', party: null, subject: SHA('c'), from: null, to: null },
  ],
  unmapped: [
    account({
      id: 'u1',
      buyer: 'Friends of the Mossmere Ferry',
      payer: 'Ferry Campaign (invented)',
      role: null,
      confidence: null,
      source: null,
      checked_on: null,
    }),
    account({ id: 'u2', buyer: RTL, payer: RTL, role: null, confidence: null, ads: 1, spend: [gbp(0, 10_000)] }),
  ],
  fresh: { library: 'snapchat', as_of: '2026-06-18', received_at: '2026-06-20T09:20:00Z' },
};

/** The real register on its first day: fourteen parties, nothing seen. */
export const EMPTY_FRONT: FrontView = {
  world: 'real',
  parties: Array.from({ length: 14 }, (_, at) =>
    summary({
      id: `party-${at + 1}`,
      name: `Registered Party Number ${at + 1}`,
      short_name: `Party ${at + 1}`,
      audited: at < 7,
      fictional: false,
      state: 'not-enough-evidence',
      because: 'Nothing has been seen, declared or captured yet.',
      totals: NOTHING,
      matrix: [],
      reconciled_at: null,
    }),
  ),
  totals: { ads: 0, source_files: 0, snapshots: 0, declarations: 0 },
  largest_gap: null,
  recent: [],
  unmapped: [],
  fresh: null,
};

export const EXTREME_FRONT: FrontView = {
  ...FRONT,
  world: 'real',
  parties: Array.from({ length: 14 }, (_, at) =>
    summary({
      id: `party-${at}`,
      name: `${[SCRIPT, RTL, ASTRAL, LONG][at % 4]}`,
      short_name: `${[SCRIPT, RTL, ASTRAL, LONG][at % 4]}`,
      audited: at < 7,
      matrix: at === 3 ? [] : [...MATRIX],
    }),
  ),
  largest_gap: finding({ party: 'party-1', reader_text: `${RTL} ${LONG}` }),
};

export const AD: AdView = {
  id: `snapchat:${SHA('d')}`,
  platform: 'snapchat',
  library_id: SHA('d'),
  party: 'mossmere-harbour-league',
  role: 'national',
  buyer: 'Mossmere Harbour League',
  payer: 'Mossmere Harbour League',
  spend: gbp(52_100, 52_100),
  impressions: { min: 127_497, max: 127_497 },
  first_day: '2026-03-17',
  last_day: '2026-03-23',
  open: false,
  country: 'GB',
  places_shown: true,
  criteria: [
    { criterion: 'demo.age', direction: 'include' },
    { criterion: 'geo.radius', direction: 'include' },
    { criterion: 'geo.region', direction: 'exclude' },
  ],
};

export const ADS: readonly AdView[] = [
  AD,
  { ...AD, id: 'meta:1', platform: 'meta', spend: gbp(0, 9_999), impressions: { min: 1_000_000, max: null }, open: true, criteria: [] },
  {
    ...AD,
    id: 'google:2',
    platform: 'google',
    buyer: SCRIPT,
    payer: RTL,
    party: null,
    role: null,
    spend: null,
    impressions: null,
    places_shown: false,
  },
  {
    ...AD,
    id: 'snapchat:3',
    buyer: LONG,
    payer: ASTRAL,
    criteria: Array.from({ length: 60 }, () => ({ criterion: 'geo.postcode', direction: 'used' })),
  },
];

function observation(rest: Partial<AdDetailView['observations'][number]>): AdDetailView['observations'][number] {
  return {
    ad: AD.id,
    criterion: 'demo.age',
    direction: 'include',
    level: 'ad',
    field: 'AgeBracket',
    values: ['18-34'],
    value_count: 1,
    hidden: 0,
    source_file: SHA('c'),
    row: 12,
    first_as_of: '2026-04-01',
    last_as_of: '2026-06-18',
    shown_until: null,
    mapping_version: 1,
    ...rest,
  };
}

const POSTCODES = Array.from({ length: 2700 }, (_, at) => `QX${1 + (at % 90)} ${at % 10}ZZ`);

const OLDER = { source_file: SHA('c'), name: 'snapchat-2026.csv', as_of: '2026-05-01', row: 12 };
const NEWER = { source_file: SHA('d'), name: 'snapchat-2026-newer.csv', as_of: '2026-06-18', row: 40 };

export function revision(rest: Partial<RevisionView>): RevisionView {
  return {
    ad: AD.id,
    platform: 'snapchat',
    library: 'snapchat',
    party: 'mossmere-harbour-league',
    role: 'national',
    buyer: 'Mossmere Harbour League',
    payer: 'Mossmere Harbour League',
    spend: gbp(125_000, 125_000),
    of: 'targeting',
    field: 'Postal Codes (Excluded)',
    kind: 'emptied',
    before: 'QX1 1ZZ',
    after: '',
    before_count: null,
    after_count: null,
    from: OLDER,
    to: NEWER,
    ...rest,
  };
}

const changed = (rest: Partial<PairView['changes'][number]>): PairView['changes'][number] => ({
  of: 'targeting',
  field: 'CountryCode',
  kind: 'emptied',
  ads: 3,
  field_ads: 3,
  spend: [gbp(125_000, 125_000), { min: 900, max: null, currency: null }],
  parties: [{ party: 'mossmere-harbour-league', ads: 1, spend: [gbp(100, 100)] }],
  same_ads_as: [],
  ...rest,
});

export const PAIR: PairView = {
  library: 'snapchat',
  from: { source_file: OLDER.source_file, name: OLDER.name, as_of: OLDER.as_of },
  to: { source_file: NEWER.source_file, name: NEWER.name, as_of: NEWER.as_of },
  ads: 12,
  spend: [gbp(925_000, 925_000)],
  parties: [{ party: 'mossmere-harbour-league', ads: 1, spend: [gbp(100, 100)] }],
  changes: [
    changed({ same_ads_as: ['Postal Codes (Included)'] }),
    changed({ field: 'Postal Codes (Included)', same_ads_as: ['CountryCode'] }),
    changed({ field: 'AgeBracket', kind: 'changed', ads: 4, field_ads: 9, parties: [], spend: [] }),
    changed({ of: 'presence', field: '', kind: 'not-seen' }),
  ],
  whole: true,
};

export const AD_DETAIL: AdDetailView = {
  ...AD,
  places_shown: false,
  about: 'Mossmere Assembly election, 7 May 2026',
  media: ['https://library.example/asset/1?mediaType=mp4', 'javascript:alert(1)'],
  landing: 'https://harbour-league.example/plan',
  start_at: '2026-03-17T17:50:37Z',
  end_at: null,
  account: account({}),
  observations: [
    observation({}),
    observation({
      criterion: 'geo.radius',
      field: 'Radius Targeting (Included)',
      values: ['latitude 52.25;longitude 0.71;radius 10.0', 'somewhere'],
      value_count: 2,
    }),
    observation({
      criterion: 'geo.postcode',
      direction: 'exclude',
      field: 'Postal Codes (Excluded)',
      values: POSTCODES,
      value_count: 2700,
      last_as_of: '2026-05-01',
      shown_until: '2026-05-01',
    }),
    observation({ criterion: 'own-audience.unspecified', direction: 'used', field: 'Segments', values: [], value_count: 0, hidden: 3 }),
    observation({ criterion: 'interest', field: 'Interests', values: [SCRIPT, RTL, ASTRAL, LONG], value_count: 4 }),
    observation({ criterion: 'geo.region', level: 'delivery', field: 'Regions', values: ['Mossmere'] }),
  ],
  source_file: {
    sha256: SHA('c'),
    received_sha256: SHA('e'),
    name: 'snapchat-2026.csv',
    library: 'snapchat',
    as_of: '2026-06-18',
    received_at: '2026-06-20T09:20:00Z',
    row: 12,
  },
  party_name: 'Mossmere Harbour League',
  revisions: [
    revision({ before: POSTCODES.join(','), before_count: POSTCODES.length }),
    revision({ field: 'Interests', kind: 'changed', before: 'Boats,Ropes,Nets', after: 'Nets,Ropes,Lamps' }),
    revision({ of: 'presence', field: '', kind: 'not-seen', before: '', to: { ...NEWER, row: null } }),
  ],
};

type Shown = NonNullable<NoticeView['shown']>;
type Spoken = Shown['practices'][number]['disclosures'][number];

/** A notice from its lines: `# ` a heading, `- ` an item, `| ` a row; each line is a passage and each paragraph a block. */
function shown(lines: readonly string[], said: readonly (readonly [practice: string, stance: Spoken['stance'], quote: string])[]): Shown {
  let text = '';
  let block = 0;
  const passages: Shown['passages'] = [];
  let before = '';
  for (const line of lines) {
    const kind = line.startsWith('# ') ? 'heading' : line.startsWith('- ') ? 'item' : line.startsWith('| ') ? 'row' : 'sentence';
    if (kind !== before || kind === 'heading' || kind === 'sentence') block += 1;
    before = kind;
    const words = kind === 'sentence' ? line : line.slice(2);
    passages.push({ kind, start: text.length, end: text.length + words.length, headings: [], lead_ins: [], block });
    text += `${words}\n`;
  }
  const practices: Shown['practices'] = [...new Set(said.map(([practice]) => practice))].map((practice) => {
    const mine = said.filter(([of]) => of === practice);
    return {
      practice,
      stance: mine[0]?.[1] ?? 'absent',
      contradiction: mine.length > 1,
      disclosures: mine.map(([, stance, quote]) => ({
        stance,
        quote,
        heading: 'How we use your information',
        lead_in: null,
        start: text.indexOf(quote),
        end: text.indexOf(quote) + quote.length,
        pattern: 'invented',
        reason: null,
        limit: null,
        counts: stance !== 'denied' || mine.length === 1,
      })),
    };
  });
  const silent = ['device-targeting', 'profiling', 'retention'].map((practice) => ({
    practice,
    stance: 'absent' as const,
    contradiction: false,
    disclosures: [],
  }));
  return {
    id: 'snap-1',
    title: 'Privacy notice',
    language: 'en',
    reader_version: '1',
    readable: true,
    text,
    passages,
    practices: [...practices, ...silent],
    problems: [],
  };
}

export const NOTICE: NoticeView = {
  id: 'mossmere-harbour-league-privacy',
  party: 'mossmere-harbour-league',
  party_name: 'Mossmere Harbour League',
  kind: 'privacy',
  url: 'https://harbour-league.example/privacy',
  source: 'Invented for the demo',
  snapshots: [
    {
      id: 'snap-1',
      captured_at: '2026-02-20T08:05:00Z',
      sha256: SHA('a'),
      bytes: 18_400,
      content_type: 'text/html; charset=utf-8',
      provenance: 'Captured by the demo: the page is invented and was written for it.',
      received_at: '2026-06-20T09:20:00Z',
      readable: true,
      words: 2140,
    },
    {
      id: 'snap-0',
      captured_at: '2025-08-15T09:20:00Z',
      sha256: SHA('f'),
      bytes: 900,
      content_type: 'text/html',
      provenance: 'Captured by the demo.',
      received_at: '2026-06-20T09:20:00Z',
      readable: false,
      words: 12,
    },
  ],
  shown: shown(
    [
      '# How we use your information',
      'Mossmere Harbour League is responsible for your information. We use it to speak with the people of Mossmere.',
      'We give Facebook a scrambled copy of your email address, so that it can show you our adverts. We may also work with our partners to reach people near you.',
      '# What we do not do',
      'We do not target you by your interests.',
      '- We do not sell your details.',
      `- ${SCRIPT}`,
      '| Purpose | Basis | Adverts | Legitimate interests |',
      `- ${RTL}`,
      '# Your rights',
      'You can object at any time.',
    ],
    [
      ['customer-list-matching', 'stated', 'We give Facebook a scrambled copy of your email address, so that it can show you our adverts.'],
      ['social-media-advertising', 'stated', 'show you our adverts'],
      ['location-targeting', 'vague', 'We may also work with our partners to reach people near you.'],
      ['interest-targeting', 'denied', 'We do not target you by your interests.'],
      ['recipients', 'vague', 'work with our partners'],
      ['recipients', 'denied', 'We do not sell your details.'],
      ['controller-identity', 'stated', 'Mossmere Harbour League is responsible for your information.'],
    ],
  ),
};

export const UNREADABLE_NOTICE: NoticeView = {
  ...NOTICE,
  shown: {
    ...shown([], []),
    readable: false,
    practices: [{ practice: 'location-targeting', stance: 'unreadable', contradiction: false, disclosures: [] }],
    problems: [{ code: 'empty-shell', scope: 'whole', message: 'The page holds no text without running a script.' }],
  },
};

export const UNCAPTURED_NOTICE: NoticeView = { ...NOTICE, snapshots: [], shown: null };

export const DECLARATION: DeclarationView = {
  id: 'mossmere-harbour-league/assembly-2026',
  version: 2,
  party: 'mossmere-harbour-league',
  party_name: 'Mossmere Harbour League',
  status: 'published',
  published_at: '2026-04-02T15:30:00Z',
  valid_from: '2026-04-03',
  valid_to: null,
  superseded_on: '2026-05-01',
  correction_reason: 'Added the postcodes used from 6 April 2026',
  signature: 'not checked',
  sha256: SHA('b'),
  received_at: '2026-06-20T09:20:00Z',
  uses: [
    {
      path: 'audiences[0].criteria[0]',
      audience: 'bus-routes',
      platform: 'snapchat',
      criterion: 'geo.postcode',
      direction: 'include',
      from: '2026-04-06',
      to: '2026-05-07',
      values: POSTCODES,
      reason: 'A route serves them.',
    },
    {
      path: 'audiences[1].list',
      audience: SCRIPT,
      platform: 'meta',
      criterion: 'list.customer',
      direction: 'exclude',
      from: '2026-03-02',
      to: null,
      values: [],
      reason: null,
    },
  ],
  practices: [{ path: 'voter_data.profiling', practice: 'profiling', from: '2026-03-02', to: null }],
  negatives: [
    { path: 'not_used[0]', subject: 'lookalike', platforms: [], from: '2026-03-02', to: null, words: 'We do not use lookalike audiences.' },
    { path: 'not_used[1]', subject: 'profiling', platforms: ['snapchat', 'meta'], from: '2026-03-02', to: '2026-05-07', words: RTL },
  ],
  versions: [
    { version: 1, published_at: '2026-03-01T10:00:00Z', status: 'published', correction_reason: null },
    {
      version: 2,
      published_at: '2026-04-02T15:30:00Z',
      status: 'published',
      correction_reason: 'Added the postcodes used from 6 April 2026',
    },
  ],
  file: { schema: 'candour-declaration/1', id: 'assembly-2026', note: SCRIPT, audiences: [{ name: LONG }] },
};

export const RULE: RuleDetailView = {
  id: 'seen-not-declared',
  version: 1,
  title: 'Seen in an ad library, not in the declaration',
  question: "Is each kind of targeting that an ad library shows also in the party's declaration?",
  compares: ['seen', 'declared'],
  regime: 'uk',
  basis: 'guidance',
  citations: FINDING_DETAIL.citations,
  in_force_from: '2020-11-11',
  in_force_to: null,
  serves: ['K2', 'K3'],
  outcomes: {
    met: 'A declaration names it.',
    gap: 'None does.',
    cannot_tell: 'The library does not say which kind it was.',
    none: 'Nothing was seen.',
  },
  severity: 'High for uploaded lists and small places; medium for interests; low otherwise.',
  closes: FINDING_DETAIL.closes,
  changes: [{ version: 1, on: '2026-11-24', what: 'First version.' }],
  present: { met: 4, gap: 11, cannot_tell: 1 },
};

/** A small description of an API, with everything that the page can show. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: { title: 'Candour', version: '1' },
  paths: {
    '/parties/{party}': {
      get: {
        summary: 'One party: what is seen, declared and told, side by side',
        parameters: [{ name: 'party', in: 'path', required: true, description: 'Id of the party', schema: { type: 'string' } }],
        responses: { 200: { description: 'Found', content: { 'application/json': { schema: { $ref: '#/components/schemas/Money' } } } } },
      },
    },
    '/findings': {
      get: {
        summary: 'Findings',
        parameters: [{ name: 'outcome', in: 'query', schema: { type: 'string', enum: ['met', 'gap'] } }],
        responses: {
          200: {
            description: 'A page of the list',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    items: { type: 'array', items: { type: 'object', properties: { id: { type: 'string', description: 'Its id' } } } },
                    next: { type: ['string', 'null'] },
                  },
                },
              },
            },
          },
        },
      },
      post: { summary: 'Sends one', responses: { 202: { description: 'Taken' } } },
    },
  },
  components: {
    schemas: {
      Money: {
        type: 'object',
        description: 'Bounds',
        properties: { min: { type: 'integer', description: 'Lower bound' }, max: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
      },
    },
  },
};
