/** Builds the case of an offline check from files: one declaration, its notices as read, and what library files show of its accounts. */
import { createHash } from 'node:crypto';
import { coveredPeriods } from '../core/coverage.ts';
import type { AccountRole, Case } from '../core/evidence.ts';
import type { Snapshot } from '../core/notice.ts';
import type { Ad } from '../core/observation.ts';
import { type Day, type Instant, laterDay } from '../core/time.ts';
import { dayWords } from '../core/words.ts';
import { type DeclarationFile, statements } from '../sources/declaration.ts';
import { accountKey } from '../sources/register.ts';
import { type FilePlace, placesIn } from './closing.ts';
import type { Page } from './page.ts';
import { readPage } from './read-page.ts';
import { type RoleOf, readSeen, type SeenFile } from './seen.ts';
import { counted } from './terminal.ts';

/** What a check is made of. */
export interface CheckInput {
  /** The declaration file as it was named, its text, and what was read from it. */
  readonly name: string;
  readonly text: string;
  readonly file: DeclarationFile;
  /** `null`: a name made from the sponsor's. */
  readonly party: string | null;
  readonly today: Day;
  readonly pages: readonly Page[];
  readonly captured_at: Instant;
  readonly seen: readonly SeenFile[];
  /** True where every row counts as the party's. */
  readonly all_rows: boolean;
}

/** A case with where its parts came from. */
export interface CheckedCase {
  readonly c: Case;
  readonly file: string;
  readonly place: (path: string) => FilePlace;
  readonly snapshots: readonly { readonly file: string; readonly snapshot: Snapshot }[];
  /** What was compared, one line for each source. */
  readonly sources: readonly string[];
  /** What the answers do not rest on, and the reader should know. */
  readonly notes: readonly string[];
}

/** Snapchat prints only the first characters of a payer's name. */
const SNAPCHAT_PAYER_LENGTH = 32;
const PAYERS_NAMED = 5;

/** Reads everything and puts it together. Throws `Stop` where a library file cannot be read. */
export async function buildCase(input: CheckInput): Promise<CheckedCase> {
  const { file, today } = input;
  const id = input.party ?? slug(file.sponsor.name);
  const declaration = statements(file, { party: id, sha256: sha256(input.text), superseded_on: null });
  const snapshots = input.pages.map((page, index) => snapshotOf(page, index, id, input));
  const seen = await readSeen(input.seen, input.all_rows ? () => 'national' : roleIn(file));
  const c: Case = {
    party: { id, name: file.sponsor.name },
    today,
    regime: file.regimes.includes('uk') ? 'uk' : 'eu',
    uses: seen.uses,
    running: seen.running,
    coverage: coveredPeriods(seen.copies),
    declarations: [declaration],
    snapshots: snapshots.map((it) => it.snapshot),
  };
  const sources = [
    `declared: ${declaration.id}, version ${file.version} (${file.status}), valid from ${dayWords(file.valid_from)}`,
    ...(snapshots.length === 0 ? ['told: no notice given (--notice)'] : []),
    ...snapshots.map(({ file: from, snapshot }) => `told: ${from}, ${noticeWords(snapshot)}`),
    ...(input.seen.length === 0
      ? ['seen: no library file given (--seen)']
      : [`seen: ${counted(seen.ads, 'ad')} of the party in ${counted(seen.rows, 'row')} of ${counted(input.seen.length, 'library file')}`]),
  ];
  const captured = input.captured_at.slice(0, 10);
  const before = seen.running.filter((it) => it.last < captured).reduce((sum, it) => sum + it.ads, 0);
  const notes = [
    ...(seen.refused > 0 ? [`${counted(seen.refused, 'row')} of the library files could not be read and count for nothing.`] : []),
    ...(input.seen.length > 0 && seen.ads === 0 ? [nothingMatched(file, seen.other_payers)] : []),
    ...(snapshots.length > 0 && before > 0
      ? [
          `The notice counts from ${dayWords(captured)}, and ${counted(before, 'ad')} ended before. If the page stood then, say so with --notice-captured DATE.`,
        ]
      : []),
    ...snapshots.flatMap(({ file: from, snapshot }) =>
      snapshot.reading.problems.filter((it) => it.code !== 'no-pattern-yet').map((it) => `${from}: ${it.message}`),
    ),
  ];
  return { c, file: input.name, place: placesIn(input.text), snapshots, sources, notes };
}

/** The first day on which a check of this file says something: today, or the day its declaration begins to stand. */
export function dayToAsk(file: DeclarationFile, now: Day): Day {
  return laterDay(laterDay(now, file.valid_from), file.published_at?.slice(0, 10) ?? null) ?? now;
}

function snapshotOf(page: Page, index: number, party: string, { file, pages, captured_at }: CheckInput) {
  const kind = file.notices.find((it) => it.url === page.name || it.url === page.url)?.kind ?? 'privacy';
  const notice = `${party}/${kind}${pages.length > 1 ? `-${index + 1}` : ''}`;
  const url = page.url ?? file.notices.find((it) => it.kind === kind)?.url ?? page.name;
  const reading = readPage(page, null);
  return {
    file: page.name,
    snapshot: { id: `${notice}/${captured_at}`, notice, kind, url, captured_at, sha256: sha256(page.bytes), reading },
  };
}

/**
 * Whose ad it is, by the names in the declaration: an ad is the party's where its payer or its buyer is the sponsor, the payer or another name
 * given, or an id or handle of a declared account. Names are compared whole.
 */
function roleIn(file: DeclarationFile): RoleOf {
  const names = new Set(namesIn(file).flatMap((name) => [folded(name), folded(name.slice(0, SNAPCHAT_PAYER_LENGTH))]));
  return (ad: Ad): AccountRole | null => {
    const accounts = file.accounts.filter((it) => it.platform === ad.platform);
    const own = accounts.find((it) =>
      [it.handle, it.page_id, it.account_id].some(
        (word) => word !== undefined && (word === ad.page_id || [folded(ad.buyer), folded(ad.payer)].includes(folded(word))),
      ),
    );
    if (own !== undefined) return own.role;
    return names.has(folded(ad.payer)) || names.has(folded(ad.buyer)) ? (accounts[0]?.role ?? 'national') : null;
  };
}

function namesIn(file: DeclarationFile): readonly string[] {
  const payer = typeof file.payer === 'object' ? [file.payer.name] : [];
  return [file.sponsor.name, file.sponsor.legal_name, ...payer, ...(file.other_names ?? [])];
}

/** As the register folds names for comparing. */
function folded(name: string): string {
  return accountKey('snapchat', { organisation: '', payer: name });
}

function nothingMatched(file: DeclarationFile, payers: readonly string[]): string {
  const names = [...new Set(namesIn(file))].map((it) => `'${it}'`).join(', ');
  const others = payers.length === 0 ? '' : ` Payers there: ${payers.slice(0, PAYERS_NAMED).join(', ')}.`;
  return `No ad in the library files was bought or paid for by ${names}.${others} Give other spellings under other_names, or take every row with --all-rows.`;
}

function noticeWords({ captured_at, reading }: Snapshot): string {
  const whole = reading.readable ? '' : ', not read whole';
  return `${counted(reading.words, 'word')}, as captured on ${dayWords(captured_at.slice(0, 10))}${whole}`;
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'party';
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
