import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NoticeText } from '../../src/core/notice.ts';
import { readNotice } from '../../src/core/read-notice.ts';
import { noticeText } from '../../src/sources/notice-page.ts';
import { answer, page } from '../support/notice.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) => noticeText(readFileSync(new URL(`./notices/${name}`, import.meta.url)), { content_type: 'text/html' });
const codes = (text: NoticeText) => text.problems.map((p) => p.code);
const quotes = (text: NoticeText) => text.passages.map((p) => text.text.slice(p.start, p.end));
const passage = (text: NoticeText, words: string) => text.passages.find((p) => text.text.slice(p.start, p.end).includes(words));

describe('a page from a content manager', () => {
  const text = fixture('content-manager.html');

  it('is read whole', () => {
    expect(text.problems).toEqual([]);
    expect(text.language).toBe('en-GB');
    expect(text.title).toBe('Privacy notice | Example Party');
  });

  it('leaves out navigation, pop-up, footer, scripts and pictures', () => {
    expect(text.text).not.toMatch(/facebook|youtube|advertising cookies|accept all|join us|sameAs/i);
  });

  it('leaves out its table of contents', () => {
    expect(quotes(text).filter((q) => q === 'What we collect').length).toBe(1);
  });

  it('normalises white space and drops soft hyphens', () => {
    expect(quotes(text)).toContain('This notice says what the Example Party does with personal data.');
    expect(quotes(text)).toContain('It covers voters, members and visitors.');
  });

  it('gives nested items all their lead-ins', () => {
    expect(passage(text, 'by postcode')?.lead_ins).toEqual(['We use this information to:', 'choose adverts for you on Snapchat:']);
  });

  it('reads a bold first line as a heading and typed bullets as items', () => {
    expect(passage(text, 'donors, for six years')).toMatchObject({
      kind: 'item',
      headings: ['Privacy notice', 'What we collect', '2. Lists we keep'],
      lead_ins: ['We keep these lists:'],
    });
  });

  it('reads a heading in capitals as a scope', () => {
    expect(passage(text, 'Stripe')?.headings.at(-1)).toBe('IF YOU DONATE ONLINE:');
  });

  it('writes one row a passage, with bold cells as header, spans carried down and breaks parted', () => {
    expect(text.passages.filter((p) => p.kind === 'row').map((p) => text.text.slice(p.start, p.end))).toEqual([
      'Purpose: Campaigns; Lawful basis: public task; Kept for: until the next election; or the one after',
      'Purpose: Campaigns; Lawful basis: legitimate interests; Kept for: two years',
      'Purpose: Fundraising; Lawful basis: consent',
    ]);
  });

  it('reads details, hidden panels and definition lists under their headings', () => {
    expect(passage(text, 'profile voters')?.headings.at(-1)).toBe('Profiling');
    expect(passage(text, 'never leaves')?.headings.at(-1)).toBe('Transfers abroad');
    expect(passage(text, 'You may complain')?.headings.at(-1)).toBe('Complaints');
  });

  it('splits sentences, but not at abbreviations', () => {
    expect(quotes(text)).toContain('Card payments are taken by Stripe, Inc. in a secure way.');
    expect(passage(text, 'e.g.')).toBe(passage(text, 'about your rights.'));
  });

  it('decodes an address hidden from robots', () => {
    expect(text.text).toContain('Write to dpo@example.org, our data protection officer');
  });

  it('is answered for', () => {
    const r = readNotice(text);
    expect(answer(r, 'profiling').stance).toBe('denied');
    expect(answer(r, 'international-transfer').stance).toBe('denied');
    expect(answer(r, 'complaint-route').stance).toBe('stated');
    expect(answer(r, 'processors').disclosures[0]?.audience).toEqual(['donors']);
    expect(answer(r, 'website-retargeting').stance).toBe('absent');
  });
});

describe('a page laid out with tables', () => {
  const text = fixture('layout-table.html');

  it('is read as prose', () => {
    expect(text.problems).toEqual([]);
    expect(text.passages.filter((p) => p.kind === 'row')).toEqual([]);
    expect(passage(text, 'buy personal data')).toMatchObject({
      kind: 'item',
      lead_ins: ['We will not:'],
      headings: ['What we never do'],
    });
  });

  it('is answered for', () => {
    const r = readNotice(text);
    const of = [
      'processors',
      'profiling',
      'commercial-data',
      'international-transfer',
      'right-to-object',
      'complaint-route',
      'retention',
    ] as const;
    expect(of.map((p) => answer(r, p).stance)).toEqual(['stated', 'denied', 'denied', 'denied', 'stated', 'stated', 'stated']);
  });
});

describe('pages that are no notice', () => {
  it.each([
    ['a check against robots', 'robot-check.html', 'bot-challenge'],
    ['a page behind a password', 'sign-in.html', 'login'],
    ['an application without its scripts', 'scripts-only.html', 'script-only'],
    ['a list of notices', 'hub.html', 'hub'],
    ['a link to a PDF', 'pdf-link.html', 'pdf-only'],
    ['an error page', 'not-found.html', 'not-a-notice'],
    ['a notice in Welsh', 'welsh.html', 'language'],
  ])('%s is never a page of absences', (_, file, code) => {
    const text = fixture(file);
    expect(codes(text)).toContain(code);
    const r = readNotice(text);
    expect(r.readable).toBe(false);
    expect(r.practices.filter((p) => p.stance === 'absent')).toEqual([]);
  });

  it.each([
    ['a PDF', bytes('%PDF-1.7 ...')],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    ['JSON', bytes('{"practices": []}')],
    ['nothing', new Uint8Array()],
    ['white space', bytes(' \n\t ')],
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
  ])('%s gives empty text and says what it is', (_, content) => {
    const text = noticeText(content, { content_type: 'text/html' });
    expect([text.text, text.passages, codes(text)]).toEqual(['', [], ['not-a-page']]);
  });

  it('a short page is too short', () => {
    expect(codes(page('<main><h1>Privacy notice</h1><p>We keep your personal data for two years.</p></main>'))).toEqual(['too-short']);
  });
});

describe('limits of markup', () => {
  it.each([
    ['depth', '<div>'.repeat(300)],
    ['attributes', `<p ${Array.from({ length: 120 }, (_, i) => `a${i}="1"`).join(' ')}>x</p>`],
    ['elements', '<br>'.repeat(50_001)],
    ['unclosed formatting', '<p><b>x</p>'.repeat(300)],
    ['size', `<p>${'word '.repeat(1_000_001)}</p>`],
  ])('over the limit of %s: not read, and said so', (_, html) => {
    const text = page(html);
    expect([text.text, codes(text)]).toEqual(['', ['html-limits']]);
  });

  it.each([
    ['depth', `${'<div>'.repeat(200)}x${'</div>'.repeat(200)}`],
    ['attributes', `<p ${Array.from({ length: 100 }, (_, i) => `a${i}="1"`).join(' ')}>x</p>`],
  ])('within the limit of %s: read', (_, html) => {
    expect(codes(page(html))).not.toContain('html-limits');
  });
});

describe('character sets', () => {
  const words = 'We keep your personal data – “safe”.';
  it('come from the header', () => {
    const latin = Uint8Array.from([...bytes('<p>Caf')].concat([0xe9], [...bytes(' personal data</p>')]));
    expect(noticeText(latin, { content_type: 'text/html; charset=iso-8859-1' }).text).toContain('Café');
  });
  it('come from the page', () => {
    const latin = Uint8Array.from(
      [...bytes('<meta charset="windows-1252"><p>')].concat([0x93], [...bytes('x')], [0x94], [...bytes('</p>')]),
    );
    expect(noticeText(latin, { content_type: null }).text).toBe('“x”');
  });
  it('are seen from a byte order mark', () => {
    const utf16 = new Uint8Array(2 + words.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < words.length; i++) utf16.set([words.charCodeAt(i) & 255, words.charCodeAt(i) >> 8], 2 + i * 2);
    expect(noticeText(utf16, { content_type: 'text/plain' }).text).toBe(words);
  });
  it('UTF-8 is known by itself', () => {
    expect(noticeText(bytes(words), { content_type: 'text/plain; charset=iso-8859-1' }).text).toBe(words);
  });
});

const POLICIES = new URL('../../../shared/data/notices/gt200-dev/policies/', import.meta.url);

describe('real policies', () => {
  it.skipIf(!existsSync(POLICIES))('of the shared set are nearly all readable, and every quote stands in its page', () => {
    const files = readdirSync(POLICIES).filter((name) => name.endsWith('.html'));
    let unreadable = 0;
    for (const name of files.slice(0, 12)) {
      const source = readFileSync(new URL(name, POLICIES));
      const text = noticeText(source, { content_type: 'text/html' });
      const r = readNotice(text);
      if (!r.readable) unreadable++;
      const words = squeeze(new TextDecoder().decode(source).replace(/<[^>]*>/g, ' '));
      for (const d of r.practices.flatMap((p) => p.disclosures)) expect(words).toContain(squeeze(d.quote));
    }
    expect(unreadable).toBeLessThanOrEqual(2);
  });
});

/** Letters and digits only: entities and white space differ between a page's source and its text. */
function squeeze(text: string): string {
  return text
    .replace(/&(?:amp|lt|gt|quot|nbsp|#\d+);/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
