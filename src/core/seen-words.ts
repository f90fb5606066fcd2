/** The words for what ad libraries showed and how far it reaches. Page-window evidence never speaks of an advert. */
import { criterion } from './criteria.ts';
import type { Use } from './evidence.ts';
import type { Direction } from './observation.ts';
import { platform } from './platforms.ts';
import type { PracticeId } from './practices.ts';
import { adsAtLeast } from './seen.ts';
import { type Period, union } from './spells.ts';
import { addDays } from './time.ts';
import { betweenWords, capitalised, countWords, dayWords, listWords } from './words.ts';

/** What was seen of a practice, in one sentence. */
export function seenWords(practice: PracticeId, uses: readonly Use[]): string {
  const libraries = [...new Set(uses.map((use) => `the ${platform(use.platform).library_name}`))];
  const show = `${capitalised(listWords(libraries))} ${libraries.length === 1 ? 'shows' : 'show'}`;
  if (practice === 'social-media-advertising') return `${show} that people were chosen by personal data ${scopeWords(uses)}.`;
  const what = listWords([...new Set(uses.map((use) => criterion(use.criterion).phrase))]);
  return `${show} ${what}${what.includes(',') ? ',' : ''} used ${directionWords(uses)} ${scopeWords(uses)}.`;
}

/**
 * The words for how far the evidence reaches. Ad level speaks of adverts; page-window level speaks of the party's page and
 * never of an advert.
 */
export function scopeWords(uses: readonly Use[]): string {
  const ads = uses.filter((use) => use.level === 'ad');
  const windows = union(uses.filter((use) => use.level === 'page-window'));
  const said: string[] = [];
  if (ads.length > 0) {
    const count = adsAtLeast(ads);
    const first = ads.map((use) => use.first).sort();
    const number = `${count.max === null ? 'at least ' : ''}${countWords(count.min, 'advert', 'adverts')}`;
    said.push(`on ${number} that first ran ${betweenWords(first[0] ?? '', first.at(-1) ?? '')}`);
  }
  if (windows.length > 0)
    said.push(`by the party's ${pagesWord(uses)} in ${listWords(windows.slice(0, 3).map(windowWords))}${more(windows.length - 3)}`);
  return listWords(said);
}

/** `to reach people`, `to leave people out`, or both. */
export function directionWords(uses: readonly { readonly direction: Direction }[]): string {
  const directions = new Set(uses.map((use) => use.direction));
  const [include, exclude] = [directions.has('include'), directions.has('exclude')];
  if (include && exclude) return 'to reach people and to leave people out';
  if (include) return 'to reach people';
  if (exclude) return 'to leave people out';
  return 'to choose people';
}

/** One page, or several: each has windows of its own. */
function pagesWord(uses: readonly Use[]): string {
  const pages = new Set(uses.flatMap((use) => (use.level === 'page-window' ? [`${use.platform}|${use.account}`] : [])));
  return pages.size === 1 ? 'page' : 'pages';
}

function windowWords(period: Period): string {
  const last = period.last ?? period.first;
  let days = 1;
  for (let day = period.first; day < last; day = addDays(day, 1)) days += 1;
  return days === 1 ? `the day ${dayWords(last)}` : `the ${days} days to ${dayWords(last)}`;
}

function more(count: number): string {
  return count > 0 ? ` and ${countWords(count, 'other window', 'other windows')}` : '';
}
