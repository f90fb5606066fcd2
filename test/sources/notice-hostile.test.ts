import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../src/core/read-notice.ts';
import { noticeText } from '../../src/sources/notice-page.ts';
import { plain } from '../support/notice.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('hostile input', () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="cookie">',
    '</div>',
    '<table><tr><td rowspan="999">',
    '</table>',
    '<li>',
    '<ul>',
    '</ul>',
    '<b>',
    '</b>',
    '<h2>',
    '</h2>',
    '<a href="#x">',
    '<svg>',
    '</svg>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<br>',
    '<details><summary>',
    '<td colspan="0">',
    '&nbsp;',
    '&#0;',
    '\u0000',
    '\uD800',
    '<',
    '>',
    '"',
    'We share data: ',
    'not ',
    'a; b; c; ',
    '(a) one (b) two ',
    '• x',
    '| a | b |\n|---|---|\n| c |',
    '\n\n',
    '# ',
    '. ',
  );

  it('tag soup never throws, and offsets stay inside the text', () => {
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 80 }), fc.constantFrom('text/html', 'text/plain', null), (parts, content_type) => {
        const text = noticeText(bytes(parts.join('')), { content_type });
        for (const p of text.passages) {
          expect(p.start).toBeLessThan(p.end);
          expect(p.end).toBeLessThanOrEqual(text.text.length);
        }
        readNotice(text);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('any bytes never throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('text/html', 'text/plain; charset=nonsense', null),
        (content, content_type) => {
          readNotice(noticeText(content, { content_type }));
        },
      ),
      { seed: 13, numRuns: 300 },
    );
  });

  it.each([
    ['one word', 'a'.repeat(200_000)],
    ['spaces', `we ${' '.repeat(200_000)} share`],
    ['negations', 'not '.repeat(50_000)],
    ['a chain of verbs', `we do not ${'share, '.repeat(30_000)}data`],
    ['colons and semicolons', 'share: data; '.repeat(2_000)],
    ['open brackets', '('.repeat(100_000)],
    ['address after address', 'www.example.org/a '.repeat(20_000)],
    ['clauses', '(a) share data with Facebook '.repeat(1_000)],
    ['pipes', '|'.repeat(50_000)],
    ['bullets', '- '.repeat(50_000)],
    ['stars', '**a'.repeat(30_000)],
    ['brackets of links', '[a'.repeat(30_000)],
  ])('%s in one sentence comes back with one disclosure a practice and passage', (_, words) => {
    const r = readNotice(plain(words));
    for (const p of r.practices) expect(p.disclosures.length).toBeLessThanOrEqual(160);
  });
});
