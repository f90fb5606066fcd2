/** Whether a passage names a platform, or describes a kind of recipient that covers it. */
import type { Disclosure } from './notice.ts';
import { PLATFORMS } from './platforms.ts';

/** Names that are also ordinary words: only with their capital letter. */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(['Alphabet', 'Messenger', 'Meta', 'Snap', 'Threads']);

/** Kinds of recipient that clearly cover every platform read here. "Social media companies" covers Facebook; "partners" covers nothing. */
const ADVERTISING_PLATFORMS = /\b(?:advertising|online|digital) platforms?\b|\badvertising (?:networks?|companies)\b/i;
const SOCIAL_MEDIA = /\bsocial(?: |-)(?:media|network(?:s|ing)?)\b/i;
const SEARCH_ENGINES = /\bsearch engines?\b/i;

/** True when the passage, or what was read out of it, names the platform or one of its services. */
export function namesPlatform(disclosure: Disclosure, platform: string): boolean {
  const known = PLATFORMS.find((entry) => entry.id === platform);
  const names = known === undefined ? [platform] : [known.name, ...known.also];
  const text = [disclosure.lead_in ?? '', disclosure.quote].join(' ');
  const details = Object.values(disclosure.details).join(' ');
  return names.some((name) => holds(text, name) || holds(details, name)) || holds(disclosure.details.platforms ?? '', platform);
}

/** True when the passage describes recipients of a kind that clearly covers the platform. */
export function describesPlatform(disclosure: Disclosure, platform: string): boolean {
  const text = [disclosure.lead_in ?? '', disclosure.quote].join(' ');
  if (ADVERTISING_PLATFORMS.test(text)) return true;
  return platform === 'google' ? SEARCH_ENGINES.test(text) : SOCIAL_MEDIA.test(text);
}

function holds(text: string, name: string): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, ORDINARY_WORDS.has(name) ? 'u' : 'iu').test(text);
}
