/** What ad libraries showed of a party: which uses count, and how they become evidence. */
import { type CriterionId, criterion } from './criteria.ts';
import type { Case, Evidence, Use } from './evidence.ts';
import type { CountRange, Money, Platform } from './observation.ts';
import { POSTCODE_RANKS } from './places.ts';
import type { PracticeId } from './practices.ts';
import { overlap, type Period, type Spell, union } from './spells.ts';
import type { Day } from './time.ts';

/**
 * The uses that count as seen, in one order whatever the order of the case: ad and page-window level only (who was reached is
 * not who was chosen), and nothing that is no targeting: a whole country, or no choice of people at all.
 */
export function seenUses(c: Case): readonly Use[] {
  return c.uses
    .filter((use) => (use.level === 'ad' || use.level === 'page-window') && use.first <= c.today && isTargeting(use))
    .map((use) => ({ use, key: useKey(use) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ use }) => use);
}

/** The uses of one practice. Advertising on platforms is raised by every kind of targeting that uses personal data. */
export function usesOf(practice: PracticeId, uses: readonly Use[]): readonly Use[] {
  if (practice === 'social-media-advertising') return uses.filter((use) => usesPersonalData(use.criterion));
  return uses.filter((use) => criterion(use.criterion).practice === practice);
}

/**
 * True for a kind of targeting that surely uses personal data. An audience whose kind is not shown leaves it open, and a whole
 * country chooses nobody.
 */
export function usesPersonalData(id: CriterionId): boolean {
  const { personal_data } = criterion(id);
  return personal_data !== 'none' && personal_data !== 'not-known' && id !== 'geo.country';
}

/** Sorts things into groups by a key; groups are in the order of their keys. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The days of use. */
export function periodsOf(uses: readonly Period[]): readonly Period[] {
  return union(uses);
}

/** The uses a spell rests on: those within it; for an answer about a use that was over, those before it. */
export function usesWithin<P extends Period>(uses: readonly P[], spell: Spell<unknown>): readonly P[] {
  const inside = uses.filter((use) => overlap(use, { first: spell.from, last: spell.to }));
  return inside.length > 0 ? inside : uses.filter((use) => use.first < spell.from);
}

/** Observations as evidence: one for each platform, criterion, direction and level. */
export function observations(uses: readonly Use[]): readonly Evidence[] {
  return grouped(uses, (use) => [use.platform, use.criterion, use.direction, use.level].join('|')).flatMap(([, group]) => {
    const [head] = group;
    if (head === undefined) return [];
    return [
      {
        kind: 'observation',
        platform: head.platform,
        criterion: head.criterion,
        direction: head.direction,
        level: head.level,
        ads: adsOfKind(group),
        ...firstAndLast(group),
        spend: spendOfKind(group),
        accounts: [...new Set(group.map((use) => use.account))].sort(),
      } satisfies Evidence,
    ];
  });
}

/** First and last day of a group of uses. */
export function firstAndLast(uses: readonly { readonly first: Day; readonly last: Day }[]): { readonly first: Day; readonly last: Day } {
  const firsts = uses.map((use) => use.first).sort();
  const lasts = uses.map((use) => use.last).sort();
  return { first: firsts[0] ?? '', last: lasts.at(-1) ?? '' };
}

/** Amounts added currency by currency, lower bounds and upper bounds apart. Amounts without a currency are never added. */
export function addedUp(amounts: readonly Money[]): readonly Money[] {
  const named = grouped(
    amounts.filter((money) => money.currency !== null),
    (money) => money.currency ?? '',
  ).map(([currency, group]) => ({
    min: group.reduce((sum, money) => sum + money.min, 0),
    max: group.some((money) => money.max === null) ? null : group.reduce((sum, money) => sum + (money.max ?? 0), 0),
    currency,
  }));
  const unnamed = amounts
    .filter((money) => money.currency === null)
    .sort((a, b) => a.min - b.min || (a.max ?? Infinity) - (b.max ?? Infinity));
  return [...named, ...unnamed];
}

/** How many ads, at least: one ad may have several criteria or directions, so only uses of one kind are added. */
export function adsAtLeast(uses: readonly Use[]): CountRange {
  const ads = grouped(uses, (use) => use.platform).map(([, onOne]) => {
    const kinds = grouped(onOne, (use) => `${use.criterion}|${use.direction}`).map(([, kind]) => adsOfKind(kind));
    return { min: Math.max(...kinds), exact: kinds.length === 1 && onOne.every((use) => use.level !== 'page-window') };
  });
  const min = ads.reduce((sum, one) => sum + one.min, 0);
  return { min, max: ads.every((one) => one.exact) ? min : null };
}

/**
 * How many ads, at least, of uses of one criterion and direction. Ads are added. Windows of one account lie inside one another (7 days in
 * 30, 30 in 90) or overlap, and the ads of a window can be ads that are known by themselves: of each account the largest number counts.
 */
export function adsOfKind(uses: readonly Use[]): number {
  const accounts = grouped(uses, (use) => `${use.platform}|${use.account}`).map(([, group]) => {
    const { ads, windows } = byLevel(group);
    const added = ads.reduce((sum, use) => sum + use.ads, 0);
    return Math.max(added, ...windows.map((use) => use.ads));
  });
  return accounts.reduce((sum, count) => sum + count, 0);
}

/**
 * The spend of uses of one criterion, direction and level, currency by currency. What ads cost is added. Of the windows of one account the
 * largest counts, and where no window holds all the others nothing says how much there was at most.
 */
export function spendOfKind(uses: readonly Use[]): readonly Money[] {
  const { ads, windows } = byLevel(uses);
  const perAccount = grouped(windows, (use) => `${use.platform}|${use.account}`).flatMap(([, group]) => largestSpend(group));
  return addedUp([...ads.flatMap((use) => use.spend), ...perAccount]);
}

/** The largest spend of the windows of one account, in each currency. Amounts without a currency are not compared. */
function largestSpend(windows: readonly Use[]): readonly Money[] {
  const outer = windows.some((one) => windows.every((other) => one.first <= other.first && other.last <= one.last));
  const amounts = windows.flatMap((use) => use.spend);
  return grouped(amounts, (money) => money.currency ?? '').flatMap(([currency, group]) => {
    if (currency === '') return group;
    const max = outer && group.every((money) => money.max !== null) ? Math.max(...group.map((money) => money.max ?? 0)) : null;
    return [{ min: Math.max(...group.map((money) => money.min)), max, currency }];
  });
}

function byLevel(uses: readonly Use[]): { readonly ads: readonly Use[]; readonly windows: readonly Use[] } {
  return { ads: uses.filter((use) => use.level !== 'page-window'), windows: uses.filter((use) => use.level === 'page-window') };
}

/** The finest rank of place seen on or before a day (criteria.md a.4); `null` where none has a rank. */
export function finestRank(uses: readonly Use[], day: Day): number | null {
  const ranks = uses.filter((use) => use.first <= day).flatMap((use) => rankOf(use) ?? []);
  return ranks.length > 0 ? Math.max(...ranks) : null;
}

/** The days on which the finest rank rises. */
export function rankRises(uses: readonly Use[]): readonly Day[] {
  let finest = -1;
  return [...uses]
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    .flatMap((use) => {
      const rank = rankOf(use);
      if (rank === null || rank <= finest) return [];
      finest = rank;
      return [use.first];
    });
}

/** A postcode is a district at least, also where nothing says how much of one was used. */
export function rankOf(use: { readonly criterion: CriterionId; readonly rank: number | null }): number | null {
  return use.rank ?? (use.criterion === 'geo.postcode' ? POSTCODE_RANKS.district : null);
}

/** The platform, where there is only one. */
export function onePlatform(uses: readonly { readonly platform: Platform | string }[]): string | null {
  const platforms = new Set(uses.map((use) => use.platform));
  return platforms.size === 1 ? ([...platforms][0] ?? null) : null;
}

/** A choice of people. Whole countries and adverts with no choice of people are none; leaving out a country is. */
function isTargeting(use: Use): boolean {
  if (use.criterion === 'geo.country') return use.direction === 'exclude';
  return criterion(use.criterion).practice !== 'untargeted-advertising';
}

function useKey(use: Use): string {
  return [
    use.platform,
    use.criterion,
    use.direction,
    use.level,
    use.first,
    use.last,
    use.account,
    use.ads,
    use.rank,
    JSON.stringify(use.spend),
  ].join('|');
}
