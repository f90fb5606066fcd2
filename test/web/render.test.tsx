/** Every page component over full, empty and extreme records: whatever a library, a notice or a party puts into them. */
import { describe, expect, it } from 'vitest';
import { SCRIPT } from './pages.fixture.ts';
import { PAGES } from './pages.list.tsx';

const rendered = Object.entries(PAGES).map(([name, page]) => [name, String(page())] as const);

describe('the pages, rendered', () => {
  it.each(rendered)('%s is one whole document with one h1 and a title', (_name, html) => {
    expect(html).toMatch(/^<!doctype html><html lang="en-GB">/i);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('href="#main"');
  });

  it.each(rendered)('%s runs nothing that came with the data', (_name, html) => {
    expect(html).not.toContain(SCRIPT);
    expect(html).not.toMatch(/<script|\son[a-z]+=|\sstyle=|href="(?:javascript|data):/i);
  });

  it.each(rendered)('%s never skips a level of headings', (_name, html) => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    levels.forEach((level, i) => {
      expect(level, `h${level} after h${levels[i - 1] ?? 0}`).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  it.each(rendered)('%s gives every id once', (_name, html) => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it.each(rendered.filter(([, html]) => html.includes('(demonstration)')))('%s says that its parties do not exist', (_name, html) => {
    expect(html).toContain('These parties do not exist');
  });

  it.each(rendered)('%s judges nobody', (_name, html) => {
    expect(html).not.toMatch(/\b(breach(es|ed)?|illegal(ly)?|unlawful(ly)?|guilty|violat\w+)\b/i);
  });
});
