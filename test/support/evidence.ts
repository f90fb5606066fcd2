/** One builder for each noun, with sensible defaults and an override object. Every party, notice and file here is invented. */
import type { Coverage } from '../../src/core/coverage.ts';
import type { Declaration, DeclaredPractice, DeclaredUse, NegativeStatement } from '../../src/core/declaration.ts';
import type { Case, Running, Use } from '../../src/core/evidence.ts';
import type { Disclosure, NoticeProblem, PracticeReading, Reading, Snapshot, Stance } from '../../src/core/notice.ts';
import { PRACTICES, type PracticeId } from '../../src/core/practices.ts';
import type { Day } from '../../src/core/time.ts';

/** The whole case of the Test Party on 1 June 2026, with nothing in it. */
export function aCase(over: Partial<Case> = {}): Case {
  return {
    party: { id: 'test-party', name: 'Test Party' },
    today: '2026-06-01',
    regime: 'uk',
    uses: [],
    running: [],
    coverage: [],
    declarations: [],
    snapshots: [],
    ...over,
  };
}

/** Twelve Snapchat ads that reached people by interests, from 3 to 9 May 2026. */
export function aUse(over: Partial<Use> = {}): Use {
  return {
    platform: 'snapchat',
    criterion: 'interest',
    direction: 'include',
    level: 'ad',
    account: 'test-account',
    first: '2026-05-03',
    last: '2026-05-09',
    ads: 12,
    spend: [{ min: 125_000, max: 150_000, currency: 'GBP' }],
    rank: null,
    ...over,
  };
}

/** Twelve Snapchat ads of the national account, from 3 to 9 May 2026. */
export function aRunning(over: Partial<Running> = {}): Running {
  return {
    platform: 'snapchat',
    account: 'test-account',
    payer: 'Test Party',
    role: 'national',
    first: '2026-05-03',
    last: '2026-05-09',
    ads: 12,
    ...over,
  };
}

/** Every day from 1 May to 1 June 2026 in the library of Snapchat, of every advertiser. */
export function aCoverage(over: Partial<Coverage> = {}): Coverage {
  return { library: 'snapchat', platform: 'snapchat', level: 'ad', first: '2026-05-01', last: '2026-06-01', account: null, ...over };
}

/** What one practice's passage says, where the stance alone is not enough. */
export interface Said extends Partial<Disclosure> {
  readonly stance: 'stated' | 'vague' | 'denied';
}

/** What a notice says of its practices; `contradiction` names those it contradicts itself on. */
export type Says = Partial<Record<PracticeId, Stance | Said | readonly Said[]>>;

/** A notice read whole, in which every practice that is not named is absent. */
export function aReading(says: Says = {}, over: Partial<Reading> & { readonly contradiction?: readonly PracticeId[] } = {}): Reading {
  const { contradiction = [], ...rest } = over;
  return {
    practices: PRACTICES.map(({ id }) => ({ ...aPracticeReading(id, says[id] ?? 'absent'), contradiction: contradiction.includes(id) })),
    reader_version: 'test-reader/1',
    language: 'en',
    words: 1_200,
    readable: true,
    problems: [],
    ...rest,
  };
}

function aPracticeReading(practice: PracticeId, said: Stance | Said | readonly Said[]): PracticeReading {
  if (said === 'absent' || said === 'unreadable') return { practice, stance: said, contradiction: false, disclosures: [] };
  const all = typeof said === 'string' ? [{ stance: said }] : 'stance' in said ? [said] : said;
  const disclosures = all.map((one) => aDisclosure({ practice, ...one }));
  const counting = disclosures.filter((one) => one.counts);
  const stance = (['stated', 'vague', 'denied'] as const).find((each) => counting.some((one) => one.stance === each)) ?? 'absent';
  return { practice, stance, contradiction: false, disclosures };
}

/** One passage that states the use of interests. */
export function aDisclosure(over: Partial<Disclosure> = {}): Disclosure {
  const { practice = 'interest-targeting', stance = 'stated' } = over;
  const quote = over.quote ?? `Test sentence: ${practice} is ${stance}.`;
  return {
    practice,
    stance,
    quote,
    heading: 'How we use data',
    lead_in: null,
    start: 100,
    end: 100 + quote.length,
    pattern: `${practice}.test`,
    reason: null,
    limit: null,
    counts: true,
    audience: [],
    details: {},
    ...over,
  };
}

/** The privacy notice as captured on a day (1 May 2026 unless said), saying what it says. */
export function aSnapshot(says: Says = {}, over: Partial<Snapshot> & { readonly on?: Day } = {}): Snapshot {
  const { on = '2026-05-01', ...rest } = over;
  const kind = over.kind ?? 'privacy';
  return {
    id: `test-party/${kind}@${on}`,
    notice: `test-party/${kind}`,
    kind,
    url: `https://party.example/${kind}`,
    captured_at: `${on}T09:00:00Z`,
    sha256: 'a'.repeat(64),
    reading: aReading(says),
    ...rest,
  };
}

/** A reading of a page that showed a challenge instead of the notice: nothing may be called absent. */
export function anUnreadableReading(says: Says = {}): Reading {
  const whole = aReading(says);
  const problem: NoticeProblem = { code: 'bot-challenge', scope: 'whole', practices: [], message: 'The page answered with a challenge.' };
  return {
    ...whole,
    readable: false,
    problems: [problem],
    practices: whole.practices.map((one) => (one.stance === 'absent' ? { ...one, stance: 'unreadable' } : one)),
  };
}

/** A capture that could not be read whole. */
export function anUnreadableSnapshot(over: Partial<Snapshot> & { readonly on?: Day } = {}): Snapshot {
  return aSnapshot({}, { reading: anUnreadableReading(), ...over });
}

/** The first version of a declaration in force from 1 May 2026, for Snapchat, which states nothing yet. */
export function aDeclaration(over: Partial<Declaration> = {}): Declaration {
  const valid_from = over.valid_from ?? '2026-05-01';
  return {
    id: 'test-party/spring',
    version: 1,
    published_at: `${valid_from}T08:00:00Z`,
    valid_from,
    valid_to: null,
    superseded_on: null,
    withdrawn: false,
    sha256: 'd'.repeat(64),
    platforms: ['snapchat'],
    uses: [],
    practices: [],
    negatives: [],
    ...over,
  };
}

/** "On Snapchat, from 1 May 2026, we reach people by interests." */
export function aDeclaredUse(over: Partial<DeclaredUse> = {}): DeclaredUse {
  const criterion = over.criterion ?? 'interest';
  return {
    path: `audiences[0].${criterion}`,
    audience: 'test-audience',
    platform: 'snapchat',
    criterion,
    direction: 'include',
    from: '2026-05-01',
    to: null,
    values: [],
    rank: null,
    reason: null,
    ...over,
  };
}

/** "From 1 May 2026 we profile voters." */
export function aDeclaredPractice(over: Partial<DeclaredPractice> = {}): DeclaredPractice {
  return { path: 'profiling', practice: 'profiling', from: '2026-05-01', to: null, ...over };
}

/** "From 1 May 2026 we do not choose people by interests." */
export function aNegative(over: Partial<NegativeStatement> = {}): NegativeStatement {
  return {
    path: 'negative_statements[0]',
    subject: 'interest',
    platforms: [],
    from: '2026-05-01',
    to: null,
    words: 'We do not choose people by their interests.',
    ...over,
  };
}
