import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/core/time.ts';
import { readRegister } from '../../src/sources/register.ts';
import { demo, register, demoText as text, world } from './world-case.ts';

const FILES = ['.', 'notices', 'declarations'].flatMap((folder) =>
  readdirSync(demo(`${folder}/`))
    .filter((name) => /\.(?:json|csv|html)$/.test(name))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
);

describe('the demo world', () => {
  it('uses every file that it has, and has every file that it uses', () => {
    const used = world.steps.map((step) => step.file);
    for (const file of used) expect(existsSync(demo(file)), file).toBe(true);
    expect(new Set([...used, 'world.json'])).toEqual(new Set(FILES));
  });

  it('says in one sentence what each party shows', () => {
    expect(world.parties.map((it) => it.id)).toEqual(register.parties.map((it) => it.id));
    for (const { shows } of world.parties) expect(shows).toMatch(/^[A-Z][^.]*(?:\.|: [^.]*\.)$/);
  });

  it('marks every party as fictional and none as audited', () => {
    for (const party of register.parties)
      expect([party.fictional, party.audited_by_ico_2020, party.registrations]).toEqual([true, false, []]);
  });

  it('reads the register first, and takes its steps in the order of their days', () => {
    expect(world.steps[0]?.do).toBe('register');
    const days = world.steps.flatMap((step) => {
      if (step.do === 'import') return [step.as_of];
      if (step.do === 'notice') return [step.captured_at.slice(0, 10)];
      return step.do === 'declare' ? [String((JSON.parse(text(step.file)) as { published_at: string }).published_at).slice(0, 10)] : [];
    });
    expect(days).toEqual(days.toSorted());
    for (const day of days) expect(isDay(day) && day < '2026-11-01', day).toBe(true);
  });

  it.each(world.steps.filter((step) => step.do === 'notice').map((step) => [step.file, step] as const))(
    'captures %s at the address that the register gives',
    (_, step) => {
      const notice = register.parties.find((it) => it.id === step.party)?.notices.find((it) => it.id === step.notice);
      expect(notice).toMatchObject({ url: step.url, kind: step.kind });
      expect(step.url).toMatch(/^https:\/\/[a-z-]+\.example\//);
      expect(step.captured_at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
      expect(step.provenance).toContain('invented');
    },
  );

  it.each(['snapchat-2026.csv', 'snapchat-2025-34col.csv'])('has %s as its generator makes it', async (name) => {
    const { makeAds } = (await import(demo('make-ads.mjs').href)) as { makeAds: () => Record<string, string> };
    expect(text(name) === makeAds()[name]).toBe(true);
  });
});

describe('everything in the demo is invented', () => {
  const real = readRegister(readFileSync(new URL('../../src/register/gb.json', import.meta.url), 'utf8'));
  if (!real.ok) throw new Error('the register of UK parties is not readable');
  const names = real.register.parties.flatMap((it) => [it.name, it.short_name, ...it.accounts.map((one) => one.name)]);
  const more = [
    'Labour',
    'Tory',
    'Tories',
    'Liberal',
    'Greens',
    'Green Party',
    'Unionist',
    'Plaid',
    'Sinn',
    'Brexit',
    'Momentum',
    'Starmer',
    'Farage',
  ];
  const words = [...new Set([...names, ...more])];

  it.each(FILES)('%s holds no name of a real party or leader', (file) => {
    const found = words.filter((name) => new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'i').test(text(file)));
    expect(found).toEqual([]);
  });

  it.each(FILES)('%s holds no web address but invented ones, platforms’ and the regulator’s', (file) => {
    const hosts = Array.from(text(file).matchAll(/https?:\/\/([^/\s"'<;,?]+)/g), (match) => match[1] ?? '');
    expect(hosts.filter((host) => !/\.example$|^www\.snap\.com$|^www\.facebook\.com$/.test(host))).toEqual([]);
  });

  it.each(FILES)('%s holds no email address but invented ones, and no real postcode but the regulator’s', (file) => {
    const mails = Array.from(text(file).matchAll(/[\w.+-]+@([\w.-]+\w)/g), (match) => match[1] ?? '');
    expect(mails.filter((host) => !host.endsWith('.example'))).toEqual([]);
    const postcodes = Array.from(text(file).matchAll(/\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b/g), (match) => match[0]);
    expect(postcodes.filter((code) => !code.startsWith('QX') && code !== 'SK9 5AF')).toEqual([]);
  });
});
