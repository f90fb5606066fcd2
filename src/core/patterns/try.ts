/** Tries every pattern on one statement: what it says of which practice, denied or not, how narrowly, about whom. */

import { audienceOf, onlyStaff } from '../language/audience.ts';
import { type Aside, asideOf } from '../language/filters.ts';
import { itemOf, limitOf } from '../language/limits.ts';
import { exceptionIn, governed, kindOfException } from '../language/polarity.ts';
import type { Statement } from '../language/statement.ts';
import { deniedByPointing } from '../language/topics.ts';
import type { Disclosure } from '../notice.ts';
import type { PracticeId } from '../practices.ts';
import type { Hit, Pattern, PatternFamily } from './pattern.ts';

interface Found {
  readonly stance: Disclosure['stance'];
  readonly pattern: string;
  readonly hit: Hit;
  readonly counts: boolean;
}

const RANK = { stated: 3, vague: 2, denied: 1 } as const;
/** Where a denial about one thing is the practice's own question. */
const ASKS_ABOUT_ITEMS: ReadonlySet<PracticeId> = new Set<PracticeId>([
  'retention',
  'location-targeting',
  'special-category-data',
  'young-people',
]);
/** Where an exception that nobody recognises still says that somebody receives data. */
const ABOUT_SHARING: ReadonlySet<PracticeId> = new Set<PracticeId>(['recipients', 'processors']);

/** Every disclosure of one statement: for each practice at most one that affirms and one that denies. */
export function disclosuresOf(s: Statement, families: readonly PatternFamily[]): Disclosure[] {
  if (onlyStaff(s.text, s.headings)) return [];
  const aside = asideOf(s);
  const out: Disclosure[] = [];
  for (const family of families) {
    const found = family.patterns.flatMap((pattern) => tryOne(s, family, pattern, aside));
    if (found.length > 0) out.push(...settle(s, family.practice, found));
  }
  for (const practice of deniedByPointing(s)) {
    if (out.some((d) => d.practice === practice && d.stance !== 'vague')) continue;
    // The bare name before the colon is no statement when the words after it deny it.
    for (let at = out.length - 1; at >= 0; at--) if (out[at]?.practice === practice) out.splice(at, 1);
    const hit: Hit = { at: s.own, end: s.own, reason: null, details: {}, others: [s.own] };
    out.push(disclosure(s, practice, { stance: 'denied', pattern: `${practice}.en/points-back`, hit, counts: true }, null, null));
  }
  return out;
}

function tryOne(s: Statement, family: PatternFamily, pattern: Pattern, aside: Aside | null): Found[] {
  if (aside !== null && !pattern.reads.includes(aside)) return [];
  return pattern.find(s).flatMap((hit): Found[] => {
    const id = `${family.id}/${pattern.id}`;
    if (pattern.stance === 'denied') return [{ stance: 'denied', pattern: id, hit, counts: pattern.negated !== 'listed' }];
    const { polarity } = governed(s.text, hit.at, hit.end);
    if (polarity === 'said') return [{ stance: pattern.stance, pattern: id, hit, counts: true }];
    if (polarity === 'imagined')
      return pattern.reads.includes('choice') ? [{ stance: pattern.stance, pattern: id, hit, counts: true }] : [];
    if (pattern.negated === 'nothing') return [];
    // The generic word made the statement vague; it does not make the denial narrow.
    return [{ stance: 'denied', pattern: id, hit: { ...hit, reason: null }, counts: pattern.negated === 'denied' }];
  });
}

function settle(s: Statement, practice: PracticeId, found: readonly Found[]): Disclosure[] {
  const denials = found.filter((f) => f.stance === 'denied').sort((a, b) => Number(b.counts) - Number(a.counts));
  const exception = denials.length > 0 ? exceptionIn(s.text) : null;
  const affirmed = found
    .filter(
      (f) =>
        f.stance === 'stated' ||
        (f.stance === 'vague' &&
          (!denials.some((d) => d.counts) || (exception !== null && Math.min(f.hit.at, ...f.hit.others) > exception.at))),
    )
    .sort((a, b) => RANK[b.stance] - RANK[a.stance]);
  const out: Disclosure[] = [];
  const [best] = affirmed;
  if (best) out.push(disclosure(s, practice, best, best.hit.reason, null));
  const [denial] = denials;
  if (!denial) return out;
  const kind = exception ? kindOfException(exception.words) : null;
  const turn = exception !== null && /^(?:but|however)/.test(exception.words);
  if (exception && !turn && denial.counts && !best && (kind === 'as-described' || (kind === 'other' && ABOUT_SHARING.has(practice)))) {
    return [disclosure(s, practice, { ...denial, stance: 'vague' }, exception.words, null)];
  }
  const limit = limitOf(s.text) ?? (exception && !turn ? exception.words : null) ?? (exception && best ? exception.words : null);
  const item = ASKS_ABOUT_ITEMS.has(practice) ? null : itemOf(s.text);
  const narrow = item !== null && !denial.hit.others.some((at) => /^(?:email|contact|phone|names?)/.test(s.text.slice(at)));
  out.push(
    disclosure(
      s,
      practice,
      { ...denial, counts: denial.counts && !narrow },
      limit ?? item ?? denial.hit.reason,
      limit ?? (narrow ? item : null) ?? denial.hit.reason,
    ),
  );
  return out;
}

function disclosure(s: Statement, practice: PracticeId, found: Found, reason: string | null, limit: string | null): Disclosure {
  const [start, end] = quoted(s, found.hit);
  return {
    practice,
    stance: found.stance,
    quote: s.quote.slice(start - s.passage.start, end - s.passage.start),
    heading: s.passage.headings.at(-1) ?? null,
    lead_in:
      s.passage.kind === 'row'
        ? [...s.passage.lead_ins, s.quote].join(' ')
        : s.passage.lead_ins.length > 0
          ? s.passage.lead_ins.join(' ')
          : null,
    start,
    end,
    pattern: found.pattern,
    reason,
    limit,
    counts: found.counts,
    audience: audienceOf([s.text.slice(s.own), ...s.lead_ins.toReversed(), ...s.headings.toReversed()]),
    details: found.hit.details,
  };
}

/**
 * The part of a passage to quote. A row is put together as "header: cell; header: cell", so only one cell of it stands in
 * the page word for word: the one that holds the deciding word.
 */
function quoted(s: Statement, hit: Hit): readonly [number, number] {
  const { start, end } = s.passage;
  if (s.passage.kind !== 'row') return [start, end];
  const segments = [...s.quote.matchAll(/(?:(?!; |: ).)+/gs)];
  const folded = [...s.text.slice(s.own).matchAll(/(?:(?!; |: ).)+/gs)];
  const place = [hit.at, ...hit.others].filter((at) => at >= s.own).map((at) => at - s.own)[0] ?? 0;
  const index = folded.findIndex((segment) => place < segment.index + segment[0].length);
  const chosen = folded.length === segments.length ? segments[index] : undefined;
  if (!chosen) return [start, end];
  // The space after a mark that parts cells begins the segment.
  const skip = /^\s*/.exec(chosen[0])?.[0].length ?? 0;
  return [start + chosen.index + skip, start + chosen.index + chosen[0].length];
}
