/** The platforms that a declaration may name: those whose ad libraries are read, and others on which a party may advertise. */
import { PLATFORMS } from '../../core/platforms.ts';

/** Ids of the list of platforms, in order. */
export const PLATFORM_IDS = [
  'amazon',
  'google',
  'linkedin',
  'meta',
  'microsoft',
  'nextdoor',
  'pinterest',
  'reddit',
  'snapchat',
  'spotify',
  'tiktok',
  'twitch',
  'x',
] as const;

const OTHER_NAMES: Readonly<Record<string, string>> = { twitter: 'x', bing: 'microsoft' };

/** The id that a service belongs to: `Instagram` gives `meta`. `null` where the name is not known. */
export function platformOfService(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  const known = PLATFORMS.find((entry) => [entry.name, ...entry.also].some((other) => other.toLowerCase() === wanted));
  return known?.id ?? (Object.hasOwn(OTHER_NAMES, wanted) ? (OTHER_NAMES[wanted] ?? null) : null);
}
