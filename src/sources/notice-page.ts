/** A notice page's bytes to its text and passages, and to what limits the reading of it. Nothing is fetched and nothing is thrown. */
import type { NoticeText } from '../core/notice.ts';
import { tidy } from './notice-page/blocks.ts';
import { decode } from './notice-page/decode.ts';
import { htmlBlocks } from './notice-page/html-blocks.ts';
import { scan } from './notice-page/limits.ts';
import { mainContent } from './notice-page/main-content.ts';
import { type Built, buildPassages } from './notice-page/passages.ts';
import { problem, problemsOf, type Signs } from './notice-page/problems.ts';
import { textBlocks } from './notice-page/text-blocks.ts';
import { parsePage, type Tag, tagsUnder, textUnder } from './notice-page/tree.ts';

/**
 * Reads HTML or plain text (Markdown headings, lists and pipe tables). `content_type` is the header's value or `null`; the
 * bytes win over it. A page that cannot be read comes back with empty text and one problem of the whole notice.
 */
export function noticeText(bytes: Uint8Array, options: { readonly content_type: string | null }): NoticeText {
  if (bytes.length > 5_000_000)
    return unread('html-limits', `The page has ${bytes.length} bytes; at most 5,000,000 are read. Save the notice alone.`);
  const decoded = decode(bytes, options.content_type);
  if (decoded.kind === 'other')
    return unread('not-a-page', `This is ${decoded.what} and not a page of text. Give the notice as HTML or plain text.`);
  return decoded.kind === 'html' ? fromHtml(decoded.text) : fromText(decoded.text);
}

function fromHtml(html: string): NoticeText {
  const { over, stops } = scan(html);
  if (over !== null) return unread('html-limits', `The page has ${over}, and was not read. Save the notice alone.`);
  const { body, facts } = parsePage(html);
  const main = mainContent(body);
  const built = buildPassages(htmlBlocks(main));
  if (tooLong(built)) return unread('too-long', TOO_LONG);
  const signs: Signs = { ...facts, links: linksOf(main), page_links: linksOf(body), stops, plain: false };
  return { text: built.text, passages: built.passages, language: facts.language, title: facts.title, problems: problemsOf(built, signs) };
}

function fromText(text: string): NoticeText {
  const built = buildPassages(textBlocks(text));
  if (tooLong(built)) return unread('too-long', TOO_LONG);
  const links = [...text.matchAll(/\[([^\]]{1,200})\]\(([^)\s]{1,1000})\)/g)].map((m) => ({ text: m[1] ?? '', href: m[2] ?? '' }));
  const first = built.passages.find((p) => p.kind === 'heading');
  const title = first ? built.text.slice(first.start, first.end) : null;
  const signs: Signs = {
    title,
    password: false,
    noscript: '',
    scripts: '',
    empty_root: false,
    links,
    page_links: links,
    stops: false,
    plain: true,
  };
  return { text: built.text, passages: built.passages, language: null, title, problems: problemsOf(built, signs) };
}

/** Five times the longest notice we know of. */
const MOST = { characters: 1_000_000, passages: 12_000 } as const;
const TOO_LONG = `The page has more than ${MOST.characters} characters or ${MOST.passages} passages of text. Save the notice alone.`;

function tooLong(built: Built): boolean {
  return built.text.length > MOST.characters || built.passages.length > MOST.passages;
}

function linksOf(tag: Tag): { text: string; href: string }[] {
  return tagsUnder(tag)
    .filter((t) => t.name === 'a')
    .map((a) => ({ text: tidy(textUnder(a)), href: a.attrs.href ?? '' }))
    .filter((l) => l.text !== '');
}

function unread(code: string, message: string): NoticeText {
  return { text: '', passages: [], language: null, title: null, problems: [problem(code, message)] };
}
