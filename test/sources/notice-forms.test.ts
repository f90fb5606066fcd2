import { describe, expect, it } from 'vitest';
import type { NoticeText } from '../../src/core/notice.ts';
import { readNotice } from '../../src/core/read-notice.ts';
import { noticeText } from '../../src/sources/notice-page.ts';
import { answer, page, plain, stances } from '../support/notice.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (text: NoticeText) => text.problems.map((p) => p.code);

// ---- one invented notice in many forms ---------------------------------------------------------------------------------

const SECTIONS: readonly { readonly title: string; readonly lead: string; readonly items: readonly string[]; readonly after: string }[] = [
  {
    title: 'How we use data',
    lead: 'The Example Party uses your personal data to:',
    items: ['write to you about elections', 'show you our adverts on Facebook', 'decide who gets a visit by score and by postcode'],
    after: 'We combine the electoral register with survey answers in one record for each voter.',
  },
  {
    title: 'What we never do',
    lead: 'We will not:',
    items: ['buy personal data', 'upload your email address to any social network', 'send your data abroad'],
    after: "We don't use lookalike audiences.",
  },
  {
    title: 'Who sees it',
    lead: 'These companies handle data for us:',
    items: ['our printers, who receive names and addresses', 'Stripe, which takes card payments', 'suppliers who host our database'],
    after: 'We keep donor records for six years, and other records until the next election.',
  },
  {
    title: 'Your rights',
    lead: 'You can:',
    items: ['object to our use of your data', 'ask for a copy of your data', "complain to the Information Commissioner's Office"],
    after:
      'Write to our data protection officer at dpo@example.org, and we will answer within one month of the day on which we got your letter.',
  },
];
const INTRO =
  'This notice tells voters, members and visitors what the Example Party does with personal data. It was written by our office and is read again every year. When it changes, we say so at the top of this page, and we write to the people whose data is affected by the change, in plain words. The words were tried out on people who do not work here. If a part of it is hard to follow, the fault is ours and not yours, and the office will put it in other words.';

interface Style {
  readonly heading?: (title: string) => string;
  readonly list?: (items: readonly string[]) => string;
  readonly paragraph?: (text: string) => string;
  readonly section?: (html: string) => string;
  readonly before?: string;
  readonly after?: string;
  /** The last paragraph of a section first, so that its list comes last. */
  readonly turned?: boolean;
}

function html(style: Style = {}): string {
  const heading = style.heading ?? ((t) => `<h2>${t}</h2>`);
  const list = style.list ?? ((items) => `<ul>${items.map((i) => `<li>${i}</li>`).join('')}</ul>`);
  const paragraph = style.paragraph ?? ((t) => `<p>${t}</p>`);
  const section = style.section ?? ((s) => s);
  const body = SECTIONS.map((s) =>
    section(
      style.turned
        ? `${heading(s.title)}${paragraph(s.after)}${paragraph(s.lead)}${list(s.items)}`
        : `${heading(s.title)}${paragraph(s.lead)}${list(s.items)}${paragraph(s.after)}`,
    ),
  ).join('\n');
  return `${style.before ?? ''}<main><h1>Privacy notice</h1>${paragraph(INTRO)}${body}</main>${style.after ?? ''}`;
}

function markdown(): string {
  return `# Privacy notice\n\n${INTRO}\n\n${SECTIONS.map((s) => `## ${s.title}\n\n${s.lead}\n\n${s.items.map((i) => `- ${i}`).join('\n')}\n\n${s.after}\n`).join('\n')}`;
}

const BASE = stances(readNotice(page(html())));

describe('the same notice in another form gives the same answers', () => {
  it('says what it was written to say', () => {
    expect(
      readNotice(page(html()))
        .problems.map((p) => p.code)
        .filter((c) => c !== 'no-pattern-yet'),
    ).toEqual([]);
    expect(BASE).toEqual(
      expect.arrayContaining([
        'customer-list-matching: denied',
        'lookalike-audience: denied',
        'social-media-advertising: stated',
        'commercial-data: denied',
        'processors: stated',
        'international-transfer: denied',
        'retention: stated',
        'right-to-object: stated',
        'complaint-route: stated',
        'data-combination: stated',
        'electoral-register: stated',
      ]),
    );
  });

  const bullets = (items: readonly string[]) => `<p>${items.map((i) => `• ${i}`).join('<br>')}</p>`;
  const forms: Readonly<Record<string, string>> = {
    'lists as bullets and breaks': html({ list: bullets }),
    'lists as paragraphs with typed bullets': html({ list: (items) => items.map((i) => `<p>– ${i}</p>`).join('') }),
    'lists as numbers in brackets': html({ list: (items) => `<p>${items.map((i, n) => `(${'abc'[n]}) ${i}`).join('<br>')}</p>` }),
    'lists as tables of one column': html({ list: (items) => `<table>${items.map((i) => `<tr><td>${i}</td></tr>`).join('')}</table>` }),
    'bullets in divs': html({ list: (items) => `<div role="list">${items.map((i) => `<div role="listitem">${i}</div>`).join('')}</div>` }),
    'headings as bold paragraphs': html({ heading: (t) => `<p><strong>${t}</strong></p>` }),
    'headings as bold first lines': html({ heading: (t) => `<p><b>${t}</b><br></p>` }),
    'sections in details': html({ heading: (t) => `<summary>${t}</summary>`, section: (s) => `<details>${s}</details>` }),
    'sections in hidden panels': html({
      heading: (t) => `<button aria-controls="x">${t}</button>`,
      section: (s) => s.replace('</button>', '</button><div hidden>').concat('</div>'),
    }),
    'a cookie pop-up': html({
      before:
        '<div class="cookie-consent" id="cookies"><p>We use cookies and similar technology to show you adverts, and share data with partners.</p><button>Accept</button></div>',
    }),
    'a navigation bar and a footer of links': html({
      before: '<nav><a href="/">Facebook adverts and profiling</a></nav>',
      after: '<footer><a href="https://x.com/example">Follow us on X</a> <a href="/c">We share data with partners</a></footer>',
    }),
    'a drawing with titles': html({ before: '<svg><title>TikTok pixel for adverts</title></svg>' }),
    'breaks inside sentences': html({ paragraph: (t) => `<p>${t.replaceAll(' data', '\n  data')}</p>` }),
    'no-break spaces': html({ paragraph: (t) => `<p>${t.replaceAll(' ', '&nbsp; ')}</p>` }),
    'curled quotes': html().replaceAll("don't", 'don’t').replaceAll("Commissioner's", 'Commissioner’s'),
    'spans round words': html({ paragraph: (t) => `<p><span>${t.split(' ').join('</span> <span>')}</span></p>` }),
    'no main element': html().replaceAll('<main>', '<div>').replaceAll('</main>', '</div>'),
    'a second column beside links': html({
      before: '<div class="col"><ul><li><a href="/a">Home</a></li><li><a href="/b">Adverts on Facebook</a></li></ul></div>',
    }).replace('class="col"', 'class="menu"'),
  };
  it.each(Object.entries(forms))('%s', (_, form) => {
    const text = page(form);
    expect(codes(text)).toEqual([]);
    expect(stances(readNotice(text))).toEqual(BASE);
  });

  it('lists as tables with a header', () => {
    const rows = html({
      list: (items) => `<table><tr><th>What</th><th>Note</th></tr>${items.map((i) => `<tr><td>${i}</td><td>-</td></tr>`).join('')}</table>`,
    });
    const cells = rows.replaceAll('<th>', '<td><b>').replaceAll('</th>', '</b></td>');
    expect(stances(readNotice(page(rows)))).toEqual(BASE);
    expect(stances(readNotice(page(cells)))).toEqual(BASE);
  });

  it('Markdown', () => {
    const text = plain(markdown());
    expect(codes(text)).toEqual([]);
    expect(stances(readNotice(text))).toEqual(BASE);
  });

  it('Markdown with lines broken anywhere', () => {
    const broken = markdown()
      .split('\n')
      .map((line) => (line.startsWith('#') || line.startsWith('-') ? line : line.replace(/(.{60,70}) /g, '$1\n')))
      .join('\n');
    expect(stances(readNotice(plain(broken)))).toEqual(BASE);
  });
});

describe('a change of the words changes the answer', () => {
  const stance = (text: NoticeText, practice: Parameters<typeof answer>[1]) => answer(readNotice(text), practice).stance;

  it('"not" turns stated into denied', () => {
    expect(stance(page(html().replace('We combine', 'We do not combine')), 'data-combination')).toBe('denied');
  });

  it('an exception turns denied into stated', () => {
    const denied = html()
      .replace(SECTIONS[2]?.lead ?? '', 'Nothing more:')
      .replace(/<li>our printers[\s\S]*?host our database<\/li>/, '<li>none</li>');
    const words = 'We do not share your data with any third party';
    expect(stance(page(denied.replace('We combine', `${words}. We combine`)), 'processors')).toBe('denied');
    expect(stance(page(denied.replace('We combine', `${words}, except to printers. We combine`)), 'processors')).toBe('stated');
  });

  it('lists lost after their lead-ins make what is not found unreadable', () => {
    const text = page(html({ list: () => '', turned: true }));
    expect(codes(text)).toContain('lists-lost');
    expect(stance(text, 'profiling')).toBe('unreadable');
  });

  it('a page cut anywhere after its head calls nothing absent', () => {
    const whole = html();
    for (let share = 0.3; share < 0.95; share += 0.05) {
      const half = whole.slice(0, Math.floor(whole.length * share));
      const text = noticeText(bytes(`<!doctype html><html lang="en"><body>${half}`), { content_type: 'text/html' });
      expect(readNotice(text).practices.filter((p) => p.stance === 'absent')).toEqual([]);
    }
  });

  it('a text cut in the middle of a sentence calls nothing absent', () => {
    const whole = markdown();
    const at = whole.indexOf('survey answers');
    expect(readNotice(plain(`${whole.slice(0, at)}`)).practices.filter((p) => p.stance === 'absent')).toEqual([]);
  });

  it('a pointer to a cookie policy that was not read leaves only its subject open', () => {
    const text = page(html().replace('We combine', 'See our <a href="/cookies">cookie policy</a>. We combine'));
    expect(text.problems.map((p) => [p.code, p.scope, p.practices])).toEqual([['pointer', 'part', ['website-retargeting']]]);
  });

  it('one empty heading spoils nothing, many do', () => {
    expect(codes(page(html().replace('<h2>Your rights</h2>', '<h2>More</h2><h2>Your rights</h2>')))).toEqual([]);
    expect(
      codes(page(html().replace('<h2>Your rights</h2>', '<h3>One</h3><h3>Two</h3><h3>Three</h3><h3>Four</h3><h2>Your rights</h2>'))),
    ).toEqual(['collapsed']);
  });
});
