/**
 * Whether something that was denied can be called "not seen": libraries that show it must have been read for every day and every platform
 * that the denial speaks of (rules.md, S4). Anything less is no answer.
 */
import type { Coverage } from './coverage.ts';
import type { CriterionId } from './criteria.ts';
import { mayBe, shows } from './denied-kinds.ts';
import type { Case, Running, Use } from './evidence.ts';
import type { Platform } from './observation.ts';
import { isPlatform, PLATFORMS } from './platforms.ts';
import { union } from './spells.ts';
import { addDays, type Day, earlierDay } from './time.ts';

/** What is denied: kinds of targeting, on platforms (empty: on every one), in days (`to: null`: without end). */
export interface Denied {
  readonly kinds: readonly CriterionId[];
  readonly platforms: readonly string[];
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * `not-seen`: ads of the party ran, and the copies would have shown it. `no-ads-seen`: the days are covered, and nothing ran in them.
 * `values-not-shown`: ads ran whose places, or kinds of audience or label, are not shown, and it may be among them (gate DQ-03).
 * `coverage-partial`: a day or a platform is missing (gate DQ-01). `coverage-not-known`: no copy of a library that shows it.
 */
export type AbsenceReason = 'not-seen' | 'no-ads-seen' | 'values-not-shown' | 'coverage-partial' | 'coverage-not-known';

export interface Absence {
  readonly reason: AbsenceReason;
  /** The days looked at: up to the day of the question, or to the last that is denied. */
  readonly first: Day;
  readonly last: Day;
  /** Platforms on which ads ran and were looked through, and those that are covered and on which nothing ran. */
  readonly looked: readonly Platform[];
  readonly quiet: readonly Platform[];
}

/** The answer of every day, and the days on which it may change. */
export interface AbsenceCourse {
  readonly turns: readonly Day[];
  readonly on: (day: Day) => Absence;
}

/** What the absence of something comes to, day by day. The caller has found that nothing seen speaks against the denial. */
export function absenceCourse(
  { coverage = [], uses, running }: Pick<Case, 'coverage' | 'uses' | 'running'>,
  denied: Denied,
): AbsenceCourse {
  const { kinds, from, to, platforms } = denied;
  const asked = platforms.length > 0 ? platforms : PLATFORMS.map(({ id }) => id);
  const known = kinds.length > 0 && coverage.length > 0;
  const facts = known ? asked.filter(isPlatform).map((platform) => factsOf(platform, denied, { coverage, uses, running })) : [];
  const unread = asked.some((platform) => !isPlatform(platform));
  return {
    turns: [from, ...(to === null ? [] : [to]), ...facts.flatMap((one) => one.turns)],
    on: (day) => {
      const last = earlierDay(to, day) ?? day;
      const states = from > last ? [] : facts.map((one) => ({ platform: one.platform, ...one.on(last) }));
      const of = (state: State) => states.filter((one) => one.state === state).map(({ platform }) => platform);
      const [looked, quiet] = [of('looked'), of('quiet')];
      const whole = states.length > 0 && !unread && looked.length + quiet.length === states.length;
      const some = looked.length + quiet.length + of('part').length > 0;
      const partly = some ? 'coverage-partial' : 'coverage-not-known';
      const shown = states.some((one) => one.state === 'looked' && one.unshown) ? 'values-not-shown' : 'not-seen';
      const reason = !whole ? partly : looked.length === 0 ? 'no-ads-seen' : shown;
      return { reason, first: from, last, looked, quiet };
    },
  };
}

/** What several denials of one thing come to together: it is not seen where it is seen by none of them. */
export function together(reasons: readonly AbsenceReason[]): AbsenceReason {
  const has = (...some: readonly AbsenceReason[]) => reasons.some((reason) => some.includes(reason));
  if (has('coverage-not-known', 'coverage-partial'))
    return has('coverage-partial', 'not-seen', 'no-ads-seen', 'values-not-shown') ? 'coverage-partial' : 'coverage-not-known';
  if (has('values-not-shown')) return 'values-not-shown';
  return has('not-seen') ? 'not-seen' : 'no-ads-seen';
}

type State = 'looked' | 'quiet' | 'part' | 'not';

/** One platform: how far its days are covered, when something ran, and when something that ran is not shown. */
interface Facts {
  readonly platform: Platform;
  readonly turns: readonly Day[];
  readonly on: (last: Day) => { readonly state: State; readonly unshown: boolean };
}

/** Days covered from a first day on without a hole, and the first of the days that is covered at all; `null`: none. */
interface Cover {
  readonly until: Day | null;
  readonly touched: Day | null;
}

function factsOf(platform: Platform, { kinds, from, to }: Denied, c: Pick<Case, 'coverage' | 'uses' | 'running'>): Facts {
  const on = c.coverage.filter((one) => one.platform === platform);
  const showing = on.filter(({ library }) => shows(library, kinds));
  const rows = [...c.running, ...c.uses.filter(({ level }) => level === 'ad' || level === 'page-window')].filter(
    (row) => row.platform === platform,
  );
  const begins = new Map<string, Day>();
  for (const { account, first } of rows) begins.set(account, earlierDay(begins.get(account) ?? null, first) ?? first);
  const accounts = [...begins].map(([account, first]) => ({
    first,
    ...coverOf(
      showing.filter((one) => one.account === null || one.account === account),
      from,
    ),
  }));
  // Only a record of every advertiser shows that nothing of the party ran.
  const everyone = coverOf(
    on.filter((one) => one.level === 'ad' && one.account === null),
    from,
  );
  const inDays = rows.filter((row) => row.last >= from && (to === null || row.first <= to));
  const ran = earliest(inDays.map((row) => later(row.first, from)));
  const unshown = unshownSteps(kinds, from, inDays);
  const full = (cover: Cover, last: Day) => cover.until !== null && cover.until >= last;
  const touched = (cover: Cover, last: Day) => cover.touched !== null && cover.touched <= last;
  const turns = [...accounts, everyone].flatMap((cover) => [
    ...(cover.touched === null ? [] : [cover.touched]),
    ...(cover.until === null ? [] : [addDays(cover.until, 1)]),
  ]);
  return {
    platform,
    turns: [...turns, ...begins.values(), ...(ran === null ? [] : [ran]), ...unshown.map(({ day }) => day)],
    on: (last) => {
      const theirs = accounts.filter(({ first }) => first <= last);
      const isRun = ran !== null && ran <= last;
      const state =
        isRun && theirs.every((cover) => full(cover, last))
          ? 'looked'
          : !isRun && full(everyone, last)
            ? 'quiet'
            : (isRun ? theirs : [everyone]).some((cover) => touched(cover, last))
              ? 'part'
              : 'not';
      return { state, unshown: unshown.findLast(({ day }) => day <= last)?.unshown ?? false };
    },
  };
}

function coverOf(coverage: readonly Coverage[], from: Day): Cover {
  const onwards = union(coverage).filter(({ last }) => last === null || last >= from);
  const [next] = onwards;
  if (next === undefined) return { until: null, touched: null };
  return { until: next.first <= from ? next.last : null, touched: later(next.first, from) };
}

/** The days on which it changes whether something that ran may be what was denied, without being shown. Oldest first. */
function unshownSteps(
  kinds: readonly CriterionId[],
  from: Day,
  rows: readonly (Running | Use)[],
): readonly { readonly day: Day; readonly unshown: boolean }[] {
  const perhaps = earliest(rows.flatMap((row) => ('criterion' in row && mayBe(row.criterion, kinds) ? [later(row.first, from)] : [])));
  const steps: { day: Day; unshown: boolean }[] = [];
  if (kinds.some((kind) => kind.startsWith('geo.'))) {
    // An ad whose places are shown names a country at least, where it names nothing finer; nothing finer was seen.
    let [ran, placed] = [0, 0];
    const rising = rows.map((row) => ({ row, day: later(row.first, from) })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    for (const { row, day } of rising) {
      if (!('criterion' in row)) ran += row.ads;
      else if (row.criterion === 'geo.country' && row.direction === 'include') placed += row.ads;
      const unshown = ran === 0 || placed < ran;
      if (steps.at(-1)?.day === day) steps.pop();
      if (steps.at(-1)?.unshown !== unshown) steps.push({ day, unshown });
    }
  }
  if (perhaps === null) return steps;
  return [...steps.filter(({ day }) => day < perhaps), { day: perhaps, unshown: true }];
}

function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((found, day) => earlierDay(found, day), null);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
