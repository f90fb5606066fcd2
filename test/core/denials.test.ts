import { describe, expect, it } from 'vitest';
import { limitCovers } from '../../src/core/denials.ts';
import { describesPlatform, namesPlatform } from '../../src/core/named-platforms.ts';
import { aDisclosure } from '../support/evidence.ts';

describe('a limit covers what was used', () => {
  const covers: Readonly<Record<string, readonly [string, readonly string[], boolean]>> = {
    'where it names the platform alone': ['on Snapchat', ['snapchat'], true],
    'where it names one of its services': ['via Facebook or Instagram', ['meta'], true],
    'where it names several, and it was used on one': ['Google and Facebook ads', ['meta', 'tiktok'], true],
    'not where it names another platform': ['on Facebook', ['snapchat'], false],
    'not where it narrows something else as well': ['on Facebook for this appeal', ['meta'], false],
    'not where it narrows something else alone': ['through this website', ['meta'], false],
    'not where no platform is known': ['on Facebook', [], false],
    'not where it is an act': ['sell, rent or trade', ['meta'], false],
  };
  for (const [name, [limit, platforms, expected]] of Object.entries(covers))
    it(name, () => expect(limitCovers(limit, platforms)).toBe(expected));
});

describe('a passage', () => {
  const says = (quote: string, over: Parameters<typeof aDisclosure>[0] = {}) =>
    aDisclosure({ practice: 'named-platforms', quote, ...over });

  const named: Readonly<Record<string, readonly [ReturnType<typeof says>, string, boolean]>> = {
    'names a platform by its name': [says('We use Snapchat.'), 'snapchat', true],
    'names it in small letters': [says('our facebook page'), 'meta', true],
    'names it by a service': [says('Adverts on YouTube'), 'google', true],
    'names it in what was read out of it': [says('We use these:', { details: { platforms: 'meta, google' } }), 'meta', true],
    'names it in its lead-in': [says('your email address', { lead_in: 'We send Facebook' }), 'meta', true],
    'does not name it by an ordinary word': [says('Page titles and meta descriptions are public.'), 'meta', false],
    'does not name it inside another word': [says('A snapchatty style.'), 'snapchat', false],
    'names a platform that is not read here': [says('We use TikTok.'), 'tiktok', true],
  };
  for (const [name, [disclosure, platform, expected]] of Object.entries(named))
    it(name, () => expect(namesPlatform(disclosure, platform)).toBe(expected));

  const described: Readonly<Record<string, readonly [string, string, boolean]>> = {
    'describes social media companies': ['social media companies', 'meta', true],
    'describes social networks': ['social networks', 'snapchat', true],
    'describes online platforms, and so any': ['online platforms', 'google', true],
    'does not describe a search engine as social media': ['social media companies', 'google', false],
    'does not describe anybody by partners': ['our trusted partners', 'meta', false],
  };
  for (const [name, [quote, platform, expected]] of Object.entries(described))
    it(name, () => expect(describesPlatform(says(quote), platform)).toBe(expected));
});
