/** What a page's ads used together in a window: the rows of one criterion, direction and field become one observation. */
import type { CriterionId } from '../../core/criteria.ts';
import type { Direction, Money, Observation } from '../../core/observation.ts';
import type { Page } from './meta-audience-page.ts';
import type { Age, OwnAudience, Part, Use } from './meta-audience-use.ts';

/** The observations, in an order that does not hang on the order of the rows. `ad` is the id of the page's window. */
export function observe(ad: string, page: Page, details: readonly (Use | Age | OwnAudience)[]): readonly Observation[] {
  const uses = details.filter((detail) => detail.kind === 'use');
  const ages = details.filter((detail) => detail.kind === 'age');
  const own = details.flatMap((detail) => (detail.kind === 'any' || detail.kind === 'list' ? [detail] : []));
  const found = [...grouped(uses).map((group) => ofUses(page, group)), ...ofAges(page, ages), ...ofOwnAudiences(page, own)];
  return found
    .map((one) => ({ ad, level: 'page-window' as const, ...one }))
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}

type Found = Omit<Observation, 'ad' | 'level'>;

function ofUses(page: Page, [head, ...rest]: readonly [Use, ...Use[]]): Found {
  const group = [head, ...rest];
  const sum = group.reduce((ads, { num_ads }) => ads + num_ads, 0);
  const ranks = group.flatMap(({ rank }) => rank ?? []);
  return {
    criterion: head.criterion,
    direction: head.direction,
    field: head.field,
    // A label that stands twice is two things with one name. The library's order changes from day to day.
    values: group.flatMap(({ value }) => (value === '' ? [] : [value])).sort(),
    hidden: group.reduce((hidden, use) => hidden + use.hidden, 0),
    rank: ranks.length === 0 ? null : most(ranks),
    // One ad may have used several of the values, or each ad only one of them.
    part: { ads: { min: most(group.map(({ num_ads }) => num_ads)), max: Math.min(page.ads, sum) }, spend: spendOf(page, group) },
  };
}

/**
 * Shares of several values overlap and are never added: the largest is what the criterion had at least. The share of a single value
 * is the criterion's own.
 */
function spendOf(page: Page, parts: readonly Part[]): Money | null {
  const [only, ...others] = parts;
  const atLeast = most(parts.map(({ share }) => share ?? 0));
  return partOf(page.spend, atLeast, others.length === 0 ? (only?.share ?? 1) : 1);
}

/** The largest, 0 at least. A page can have many thousands of places, too many for the arguments of one call. */
function most(numbers: readonly number[]): number {
  return numbers.reduce((largest, number) => Math.max(largest, number), 0);
}

/** From one share of a page's spend to another, in whole minor units that hold the true amount. */
function partOf(spend: Money | null, from: number, to: number): Money | null {
  if (spend === null) return null;
  return { min: Math.floor(spend.min * from), max: spend.max === null ? null : Math.ceil(spend.max * to), currency: spend.currency };
}

/**
 * The ages of a page are one choice. All of them from 18 up used alike, and none below, is what every political ad has. An ad that left
 * out an age of 18 or more chose by age, and so did one that took in a younger one.
 */
function ofAges(page: Page, ages: readonly Age[]): readonly Found[] {
  const adult = ages.filter(({ value }) => Number.parseInt(value, 10) >= 18);
  const young = ages.filter(({ value, num_ads }) => num_ads > 0 && Number.parseInt(value, 10) < 18);
  const alike = adult.every((age) => age.num_ads === adult[0]?.num_ads && Math.abs((age.share ?? 0) - (adult[0]?.share ?? 0)) < 1e-6);
  if (alike && young.length === 0) return [];
  const leftOut = adult.map(({ num_ads, share }) => ({ num_ads: page.ads - num_ads, share: share === null ? null : 1 - share }));
  const chose = [...young, ...leftOut];
  const values = ages.filter(({ num_ads }) => num_ads > 0).map(({ value }) => value);
  return [
    {
      criterion: 'demo.age',
      direction: 'include',
      field: 'age',
      values: values.sort(),
      hidden: 0,
      rank: null,
      part: {
        // The same ad may have left out every age that is not used by all.
        ads: { min: Math.max(1, most(chose.map(({ num_ads }) => num_ads))), max: page.ads },
        spend: partOf(page.spend, most(chose.map(({ share }) => share ?? 0)), 1),
      },
    },
  ];
}

/**
 * An uploaded list is a custom audience too: what is beyond the lists' count, in one direction, are audiences of a kind not shown. The two
 * counts are never added. No documentation says so; on every page read, the lists' count is never the larger.
 */
function ofOwnAudiences(page: Page, own: readonly OwnAudience[]): readonly Found[] {
  return (['include', 'exclude', 'used'] as const).flatMap((direction) => {
    const of = (kind: OwnAudience['kind']): OwnAudience | null =>
      largest(own.filter((one) => one.kind === kind && one.direction === direction));
    const [any, list] = [of('any'), of('list')];
    const found: Found[] = [];
    if (list !== null && list.num_ads > 0)
      found.push(audience('list.customer', direction, list, { from: list.num_ads, ofSpend: spendOf(page, [list]) }));
    const beyond = (any?.num_ads ?? 0) - (list?.num_ads ?? 0);
    if (any !== null && beyond > 0) {
      const from = any.share === null || list?.share === null ? 0 : Math.max(0, any.share - (list?.share ?? 0));
      found.push(audience('own-audience.unspecified', direction, any, { from: beyond, ofSpend: partOf(page.spend, from, any.share ?? 1) }));
    }
    return found;
  });
}

function audience(criterion: CriterionId, direction: Direction, of: OwnAudience, part: { from: number; ofSpend: Money | null }): Found {
  return {
    criterion,
    direction,
    field: 'custom_audience',
    values: of.value === '' ? [] : [of.value],
    hidden: 0,
    rank: null,
    part: { ads: { min: part.from, max: of.num_ads }, spend: part.ofSpend },
  };
}

/** A page has one row of each kind and direction; should it have two, the larger says what is sure. */
function largest(own: readonly OwnAudience[]): OwnAudience | null {
  return own.reduce<OwnAudience | null>((most, one) => (most === null || one.num_ads > most.num_ads ? one : most), null);
}

function grouped(uses: readonly Use[]): readonly (readonly [Use, ...Use[]])[] {
  const groups = new Map<string, [Use, ...Use[]]>();
  for (const use of uses) {
    const group = groups.get(keyOf(use));
    if (group === undefined) groups.set(keyOf(use), [use]);
    else group.push(use);
  }
  return [...groups.values()];
}

function keyOf({ criterion, direction, field }: Pick<Observation, 'criterion' | 'direction' | 'field'>): string {
  return [criterion, field, direction].join('|');
}
