/** Reads the demo world with the real readers, with no store, and makes each party's case from it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { coveredPeriods } from '../../src/core/coverage.ts';
import type { Declaration } from '../../src/core/declaration.ts';
import type { Case, Running, Use } from '../../src/core/evidence.ts';
import type { Snapshot } from '../../src/core/notice.ts';
import type { Ad, Observation, Problem } from '../../src/core/observation.ts';
import { readNotice } from '../../src/core/read-notice.ts';
import { dayOf } from '../../src/core/time.ts';
import { snapchat } from '../../src/sources/ad-libraries/snapchat.ts';
import { CsvReader } from '../../src/sources/csv.ts';
import { readDeclaration, statements } from '../../src/sources/declaration.ts';
import { noticeText } from '../../src/sources/notice-page.ts';
import { accountOf, accountsByKey, readRegister } from '../../src/sources/register.ts';

export type Step =
  | { readonly do: 'register'; readonly file: string }
  | { readonly do: 'import'; readonly library: string; readonly file: string; readonly as_of: string }
  | {
      readonly do: 'notice';
      readonly party: string;
      readonly notice: string;
      readonly url: string;
      readonly kind: Snapshot['kind'];
      readonly file: string;
      readonly captured_at: string;
      readonly provenance: string;
    }
  | { readonly do: 'declare'; readonly party: string; readonly file: string };

export interface World {
  readonly election: string;
  readonly parties: readonly { readonly id: string; readonly shows: string }[];
  readonly steps: readonly Step[];
}

export interface Row {
  readonly ad: Ad;
  readonly observations: readonly Observation[];
  readonly as_of: string;
}

export const demo = (path: string) => new URL(`../../src/demo/${path}`, import.meta.url);
export const demoText = (path: string) => readFileSync(demo(path), 'utf8');
export const world = JSON.parse(demoText('world.json')) as World;

const registerRead = readRegister(demoText('register.json'));
if (!registerRead.ok) throw new Error(registerRead.errors.map((it) => it.message).join('\n'));
export const { register } = registerRead;
const byKey = accountsByKey(register);

/** One Snapchat file through the CSV reader and the adapter. */
export function readAds(file: string, asOf: string): { accepted: Row[]; refused: number; problems: Problem[]; ignored: readonly string[] } {
  const reader = new CsvReader();
  const [head, ...events] = [...reader.push(readFileSync(demo(file))), ...reader.end()];
  const rows = snapchat.open(
    { form: 'csv', header: head?.kind === 'record' ? head.cells : [] },
    { name: file, as_of: asOf, window: null, currency: null },
  );
  if (!('read' in rows)) throw new Error(rows.message);
  const accepted: Row[] = [];
  const problems: Problem[] = [...rows.problems];
  let refused = 0;
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'record') throw new Error(event.message);
    const read = rows.read(event.cells, index + 1, event.line);
    problems.push(...read.problems);
    if (!read.accepted) refused += 1;
    else if (read.ad !== null) accepted.push({ ad: read.ad, observations: read.observations, as_of: asOf });
  }
  return { accepted, refused, problems, ignored: rows.columns.ignored.map((it) => it.name) };
}

/** Every ad of the world's files, in the order of its steps. */
export const rows: readonly Row[] = world.steps.flatMap((step) => (step.do === 'import' ? readAds(step.file, step.as_of).accepted : []));

/** The days for which the world's files would show what ran. */
const coverage = coveredPeriods(
  world.steps.flatMap((step) => {
    if (step.do !== 'import') return [];
    const starts = readAds(step.file, step.as_of).accepted.flatMap(({ ad }) => (ad.start === null ? [] : [dayOf(ad.start)]));
    const [first_day = null, last_day = first_day] = [starts.sort()[0], starts.at(-1)];
    return [{ library: snapchat.id, as_of: step.as_of, first_day, last_day }];
  }),
);

/** The party and account an ad belongs to, or `undefined`: nobody has joined its advertiser to a party. */
export function ownerOf(ad: Ad) {
  return byKey.get(accountOf(ad));
}

export const snapshots: readonly (Snapshot & { readonly party: string; readonly file: string })[] = world.steps.flatMap((step) => {
  if (step.do !== 'notice') return [];
  const bytes = readFileSync(demo(step.file));
  const reading = readNotice(noticeText(bytes, { content_type: 'text/html; charset=utf-8' }));
  const { party, file, notice, kind, url, captured_at } = step;
  return [{ id: `${notice}@${captured_at}`, party, file, notice, kind, url, captured_at, sha256: sha256(bytes), reading }];
});

/** Versions of a party's declaration, each replaced on the day the next one is valid from. */
export function declarationsOf(party: string): readonly Declaration[] {
  const files = world.steps.flatMap((step) => (step.do === 'declare' && step.party === party ? [step.file] : []));
  const read = files.map((file) => {
    const reading = readDeclaration(demoText(file));
    if (!reading.ok) throw new Error(`${file}: ${reading.errors.map((it) => `${it.path}: ${it.message}`).join('\n')}`);
    return { file: reading.file, sha256: sha256(readFileSync(demo(file))) };
  });
  return read.map(({ file, sha256: hash }, index) =>
    statements(file, { party, sha256: hash, superseded_on: read[index + 1]?.file.valid_from ?? null }),
  );
}

/** All that is known of one party of the demo on one day. */
export function caseOf(party: string, today: string): Case {
  const name = register.parties.find((it) => it.id === party)?.name ?? party;
  const uses = new Map<string, Use>();
  const running = new Map<string, Running>();
  for (const { ad, observations, as_of } of rows) {
    const owner = ownerOf(ad);
    if (owner?.party.id !== party || owner.account.confidence !== 'confirmed' || ad.start === null) continue;
    const first = dayOf(ad.start);
    const last = ad.end === null ? as_of : ad.end < ad.start ? first : dayOf(ad.end);
    const account = accountOf(ad);
    const base = { platform: ad.platform, account, first, last };
    const ran = running.get(`${account} ${first} ${last}`);
    running.set(`${account} ${first} ${last}`, { ...base, payer: ad.payer, role: owner.account.role, ads: (ran?.ads ?? 0) + 1 });
    for (const { criterion, direction, level, rank } of observations) {
      const key = [account, criterion, direction, level, first, last].join(' ');
      const before = uses.get(key);
      const spend = [...(before?.spend ?? []), ...(ad.spend ? [ad.spend] : [])];
      const finest = Math.max(rank ?? -1, before?.rank ?? -1);
      uses.set(key, { ...base, criterion, direction, level, ads: (before?.ads ?? 0) + 1, spend, rank: finest < 0 ? null : finest });
    }
  }
  return {
    party: { id: party, name },
    today,
    regime: 'uk',
    uses: [...uses.values()],
    running: [...running.values()],
    coverage,
    declarations: declarationsOf(party),
    snapshots: snapshots.filter((it) => it.party === party).map(({ party: _, file: __, ...snapshot }) => snapshot),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
