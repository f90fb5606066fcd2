/** The site as people meet it: started as a newcomer would start it, in a real Chromium, with real keys. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, runSite } from '../support/running-site.ts';

const BROWSER = process.env.CANDOUR_BROWSER ?? '/usr/bin/chromium';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
let site: RunningSite;

const open = async (path: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(site.server + path);
  return page;
};

describe.skipIf(!existsSync(BROWSER))('the site in a browser', () => {
  beforeAll(async () => {
    site = await runSite('demo');
    site.candour('world', 'src/demo/world.json');
    browser = await chromium.launch({ executablePath: BROWSER, args: QUIET });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  /** An address of every kind of page, found by following the site's own lists. */
  async function addresses(): Promise<[string, string][]> {
    const list = async (name: string) => (await site.json<{ items: { id: string }[] }>(`/api/v1/${name}`)).items;
    const [gap] = await list('findings?outcome=gap');
    const [unclear] = await list('findings?outcome=cannot-tell');
    const [ad] = await list('ads?criterion=geo.postcode');
    const declarations = await list('declarations');
    return [
      ['the front page', '/'],
      ['a party with gaps', '/parties/mossmere-harbour-league'],
      ['a party that is silent', '/parties/orchard-and-loom'],
      ['the list of findings', '/findings'],
      ['a list with nothing in it', '/findings?party=lantern-party&outcome=gap&severity=urgent'],
      ['a gap', `/findings/${gap?.id}`],
      ['a finding that cannot tell', `/findings/${unclear?.id}`],
      ['the list of ads', '/ads'],
      ['the revisions of the libraries', '/revisions'],
      ['the advertisers nobody mapped', '/advertisers'],
      ['the coverage', '/coverage'],
      ['an ad', `/ads/${ad?.id}`],
      ['a notice', '/notices/mossmere-harbour-league-privacy'],
      ['a notice that cannot be read', '/notices/saltmarsh-assembly-privacy'],
      ['a declaration', `/declarations/${declarations[0]?.id}`],
      ['the rules', '/rules'],
      ['a rule', '/rules/seen-not-disclosed'],
      ['the method', '/method'],
      ['the API reference', '/api'],
      ['a page that is not there', '/nowhere'],
    ];
  }

  it('passes axe on every page in both colour schemes', { timeout: 240_000 }, async () => {
    const faults: string[] = [];
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    // The page's own policy allows no script, so axe is put in as the browser's, not the page's.
    await page.addInitScript({ path: AXE });
    for (const [name, path] of await addresses()) {
      await page.goto(site.server + path);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        // What a colour scheme changes is contrast; everything else was asked in the first.
        const ask =
          scheme === 'light'
            ? { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
            : { runOnly: { type: 'rule', values: ['color-contrast'] } };
        const found = await page.evaluate(async (options) => {
          const { axe } = globalThis as unknown as {
            axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const result = await axe.run(options);
          return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 200)}`);
        }, ask);
        faults.push(...found.map((fault) => `${name} (${scheme}): ${fault}`));
      }
    }
    await page.close();
    expect(faults).toEqual([]);
  });

  it('never scrolls sideways at 360 px, and asks for nothing from anywhere else', { timeout: 240_000 }, async () => {
    const wide: string[] = [];
    const elsewhere: string[] = [];
    for (const [name, path] of await addresses()) {
      const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
      page.on('request', (request) => {
        if (!request.url().startsWith(site.server)) elsewhere.push(`${name}: ${request.url()}`);
      });
      await page.goto(site.server + path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) wide.push(`${name}: ${width} px`);
      await page.close();
    }
    expect(wide).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  it('takes a journalist from the front page to a gap, its evidence and words to quote, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.server}/`);
    expect(await page.locator('h1').textContent()).toMatch(/gap/i);
    expect(await page.getByText('These parties do not exist').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Findings' }).first().click();
    await page.locator('main a[href^="/findings/"]').first().click();
    expect(page.url()).toMatch(/\/findings\/[a-z-]+\/[a-z-]+\//);
    const text = await page.locator('main').textContent();
    expect(text).toMatch(/gap/i);
    expect(text).toMatch(/Candour: /);
    await context.close();
  });

  it('lets a keyboard reach the content first, and shows where it is', async () => {
    const page = await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip/i);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).not.toBe('none');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#main$/);
    await page.close();
  });

  it('marks every passage that a notice was read by, and a quote links to its place', async () => {
    const page = await open('/notices/mossmere-harbour-league-privacy');
    const marks = await page.locator('mark').count();
    expect(marks).toBeGreaterThan(3);
    const href = await page.locator('a[href*="#at-"]').first().getAttribute('href');
    const id = href?.split('#')[1] ?? '';
    expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
    await page.close();
  });

  it('filters ads by a form without a script and keeps the filter in the address', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.server}/ads`);
    await page.locator('select[name="direction"]').selectOption('exclude');
    await page.locator('form button').first().click();
    expect(page.url()).toContain('direction=exclude');
    await context.close();
  });

  it('keeps what it has when the same file is sent again', () => {
    const args = ['import', 'src/demo/snapchat-2026.csv', '--as-of', '2026-06-15', '--json', '--fail-on', 'none'];
    const again = JSON.parse(site.candour(...args));
    expect(again.rows).toBe(again.accepted + again.refused);
    expect(again.library).toBe('snapchat');
  });
});
