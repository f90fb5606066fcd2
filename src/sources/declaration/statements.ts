/** Reads a valid declaration file into statements: what is used, what is done, and what is denied, each with its days. */
import { CRITERIA, type CriterionId } from '../../core/criteria.ts';
import type { Declaration, DeclaredPractice, DeclaredUse, NegativeStatement } from '../../core/declaration.ts';
import { placeRank } from '../../core/places.ts';
import { type Day, earlierDay, laterDay } from '../../core/time.ts';
import { pathText } from './paths.ts';
import { practicesIn } from './practices.ts';
import type { DeclarationFile } from './schema.ts';
import { isSilence } from './silences.ts';
import { choosesPeople, type StatedUse, usesOf } from './uses.ts';

/** What the file itself does not know. */
export interface StatementContext {
  readonly party: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** Day from which a later version replaced it; `null` while it stands. */
  readonly superseded_on: Day | null;
}

interface Stretch {
  readonly from: Day;
  readonly to: Day | null;
}

/** Criteria that each block's `not-used` denies. */
const BLOCKS = {
  list: ['list.customer', 'list.member-supporter', 'list.third-party'],
  lookalike: ['lookalike'],
  retargeting: ['retargeting.web', 'retargeting.app'],
  engagement: ['engagement'],
} as const satisfies Record<string, readonly CriterionId[]>;

/**
 * The statements of one version of a declaration file, in the order of the form. Answers about the whole file stand for its campaign, from the
 * day it is valid. A draft has no time of publishing: the start of its first valid day stands in for it.
 */
export function statements(file: DeclarationFile, context: StatementContext): Declaration {
  const platforms = platformsOf(file);
  const uses = declaredUses(file, platforms);
  return {
    id: `${context.party}/${file.id}`,
    version: file.version,
    published_at: new Date(file.published_at ?? `${file.valid_from}T00:00:00Z`).toISOString(),
    valid_from: file.valid_from,
    valid_to: dayOrNull(file.valid_to),
    superseded_on: context.superseded_on,
    withdrawn: file.status === 'withdrawn',
    sha256: context.sha256,
    platforms,
    uses,
    practices: declaredPractices(file),
    negatives: negatives(file, platforms, uses),
  };
}

/** Platforms of its accounts, then any other that an audience names. */
function platformsOf(file: DeclarationFile): readonly string[] {
  const accounts = file.accounts.map((account) => account.platform);
  return [...new Set([...accounts, ...(file.audiences ?? []).flatMap((audience) => audience.platforms)])];
}

function declaredUses(file: DeclarationFile, platforms: readonly string[]): readonly DeclaredUse[] {
  const chosen = usesOf(file).flatMap(usesOfOne);
  const answered: readonly { readonly path: string; readonly criterion: CriterionId; readonly given: boolean }[] = [
    { path: 'targeting_used', criterion: 'none.broad', given: file.targeting_used === false },
    ...practicesIn(file).flatMap(({ path, criterion }) => (criterion ? [{ path: pathText(path), criterion, given: true }] : [])),
  ];
  const whole = stretchOf(file);
  const byAnswer = answered
    .filter((answer) => answer.given)
    .flatMap(({ path, criterion }) =>
      platforms.map((platform): DeclaredUse => {
        return { path, audience: null, platform, criterion, direction: 'include', ...whole, values: [], rank: null, reason: null };
      }),
    );
  return [...chosen, ...byAnswer];
}

function usesOfOne({ path, audience, criterion, entry }: StatedUse): readonly DeclaredUse[] {
  const { start, end } = audience.period ?? {};
  if (start === undefined || entry.op === undefined) return [];
  const values = 'values' in entry ? (entry.values ?? []).filter((value) => value !== undefined) : [];
  const granularity = 'granularity' in entry ? entry.granularity : undefined;
  const rank = placeRank(criterion, typeof granularity === 'number' ? { radius_km: granularity } : { granularity: granularity ?? null });
  const { op: direction, reason } = entry;
  return (audience.platforms ?? []).flatMap((platform) =>
    platform === undefined
      ? []
      : {
          path: pathText(path),
          audience: audience.id ?? null,
          platform,
          criterion,
          direction,
          from: start,
          to: end ?? null,
          values,
          rank,
          reason: reason === undefined || isSilence(reason) ? null : reason,
        },
  );
}

/** The days an answer about the whole file speaks of: the campaign, from the day this version is valid and while it is. */
function stretchOf(file: DeclarationFile): Stretch {
  const { start } = file.period;
  const end = dayOrNull(file.period.end);
  const from = laterDay(start, file.valid_from) ?? start;
  const to = earlierDay(end, dayOrNull(file.valid_to));
  // A version valid only before or after the campaign still speaks of the campaign.
  return to !== null && from > to ? { from: start, to: end } : { from, to };
}

function declaredPractices(file: DeclarationFile): readonly DeclaredPractice[] {
  const whole = stretchOf(file);
  return practicesIn(file)
    .filter(({ practice }) => practice === 'profiling' || practice === 'data-combination')
    .map(({ path, practice }) => ({ path: pathText(path), practice, ...whole }));
}

function negatives(file: DeclarationFile, platforms: readonly string[], uses: readonly DeclaredUse[]): readonly NegativeStatement[] {
  const whole = stretchOf(file);
  const answer = (path: string, subject: NegativeStatement['subject'], words: string, on: readonly string[]): NegativeStatement => {
    return { path, subject, platforms: on, ...whole, words };
  };
  const untargeted = CRITERIA.filter((entry) => entry.declarable && choosesPeople(entry.id));
  const all = [
    ...file.negative_statements.flatMap(written),
    ...(file.targeting_used === false
      ? untargeted.map(({ id }) => answer('targeting_used', id, 'No targeting was used (targeting_used is false).', platforms))
      : []),
    ...notUsed(file, uses),
    ...(file.profiling.done === false
      ? [answer('profiling.done', 'profiling', 'Voters are not profiled (profiling.done is false).', [])]
      : []),
    ...(file.ad_delivery_used === false && file.delivery.automation !== true
      ? [
          answer(
            'ad_delivery_used',
            'delivery.optimised',
            "The platform's automation did not choose (ad_delivery_used is false).",
            platforms,
          ),
        ]
      : []),
  ];
  const seen = new Set<string>();
  return all.filter(({ subject, platforms: on, from, to }) => {
    const key = JSON.stringify([subject, on, from, to]);
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

function written(said: DeclarationFile['negative_statements'][number], index: number): readonly NegativeStatement[] {
  const subject = said.criterion ?? said.practice;
  if (subject === undefined) return [];
  const { platforms, valid_from: from, valid_to: to, words } = said;
  return [{ path: `negative_statements[${index}]`, subject, platforms, from, to, words }];
}

/** Blocks marked `not-used`. Where another audience of the file uses the same on a platform at that time, the file as a whole does not deny it there. */
function notUsed(file: DeclarationFile, uses: readonly DeclaredUse[]): readonly NegativeStatement[] {
  return (file.audiences ?? []).flatMap((audience, index) =>
    Object.entries(BLOCKS).flatMap(([block, subjects]) =>
      subjects.flatMap((subject): readonly NegativeStatement[] => {
        if (!Object.entries(audience).some(([name, value]) => name === block && value === 'not-used')) return [];
        const { start: from, end: to } = audience.period;
        const isUsed = (platform: string) =>
          uses.some((use) => use.criterion === subject && use.platform === platform && use.from <= to && (use.to ?? to) >= from);
        const platforms = audience.platforms.filter((platform) => !isUsed(platform));
        if (platforms.length === 0) return [];
        const path = `audiences[${index}].${block}`;
        return [{ path, subject, platforms, from, to, words: `Not used in this campaign (${block} of audience '${audience.id}').` }];
      }),
    ),
  );
}

function dayOrNull(day: string): Day | null {
  return isSilence(day) ? null : day;
}
