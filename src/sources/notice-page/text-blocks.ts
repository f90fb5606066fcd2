/** Plain text and Markdown to blocks: headings, nested lists, pipe tables, paragraphs that run over lines. */
import { type Block, type Line, tidy, wordCount } from './blocks.ts';
import { blocksOfLines, mergeTypedBullets } from './lines.ts';

const ITEM = /^(\s*)(?:[-*+•·▪●►–]|\d{1,2}[.)])\s+(\S.*)$/;

/** A line that ends like this leads to something: it is no heading. */
const UNFINISHED = /\b(?:to|with|by|for|from|the|of|and|or|as|may|will|not|in|on|that|are|is)$/i;

interface Entry {
  readonly indent: number;
  text: string;
}

/** Blocks of a text. Markdown marks are taken away; a short line that stands alone and ends in no full stop is a heading. */
export function textBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const out: Block[] = [];
  let paragraph: string[] = [];
  const flush = (more = true) => {
    if (paragraph.length > 0) out.push(...paragraphBlocks(paragraph, more));
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const heading = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line);
    if (heading) {
      flush();
      const title = inline((heading[2] ?? '').replace(/\s+#+\s*$/, ''));
      if (title !== '') out.push({ kind: 'heading', level: (heading[1] ?? '#').length, text: title });
    } else if (/^\s*(?:={3,}|-{3,})\s*$/.test(next) && line.trim() !== '' && !line.includes('|') && paragraph.length === 0) {
      out.push({ kind: 'heading', level: next.includes('=') ? 1 : 2, text: inline(line) });
      at++;
    } else if (/^\s*(?:[-*_]\s*){3,}$/.test(line)) flush();
    else if (line.includes('|') && /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(next)) {
      flush();
      const rows: string[][] = [];
      const header = cellsOf(line);
      for (at += 2; at < lines.length && (lines[at] ?? '').includes('|'); at++) rows.push(cellsOf(lines[at] ?? ''));
      at--;
      if (rows.length > 0) out.push({ kind: 'table', header: header.some((cell) => cell !== '') ? header : null, rows });
    } else if (ITEM.test(line) && !aloneNumber(line, lines, at)) {
      flush();
      const entries: Entry[] = [];
      at = readItems(lines, at, entries) - 1;
      out.push(...nest(entries));
    } else if (line.trim() === '') flush(lines.slice(at).some((rest) => rest.trim() !== ''));
    else paragraph.push(line);
  }
  flush(false);
  return mergeTypedBullets(out);
}

/** "1. Who we are" alone between empty lines is a heading and no list of one. */
function aloneNumber(line: string, lines: readonly string[], at: number): boolean {
  if (!/^\s*\d{1,2}[.)]\s/.test(line)) return false;
  const empty = (i: number) => (lines[i] ?? '').trim() === '';
  return empty(at - 1) && empty(at + 1) && !/^\s*\d{1,2}[.)]\s/.test(lines[at + 2] ?? '') && !(lines[at - 2] ?? '').trim().endsWith(':');
}

function readItems(lines: readonly string[], from: number, entries: Entry[]): number {
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    const last = entries.at(-1);
    if (item) entries.push({ indent: (item[1] ?? '').replace(/\t/g, '    ').length, text: item[2] ?? '' });
    else if (line.trim() === '') {
      if (!ITEM.test(lines[at + 1] ?? '')) return at;
    } else if (last && (/^\s{2,}/.test(line) || (lines[at - 1] ?? '').trim() !== '') && !/^\s{0,3}#/.test(line))
      last.text += ` ${line.trim()}`;
    else return at;
  }
  return at;
}

/** Entries with deeper indents hang under the entry before them. */
function nest(entries: readonly Entry[]): Block[] {
  const items: Block[][] = [];
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at];
    if (!entry) break;
    let end = at + 1;
    while (end < entries.length && (entries[end]?.indent ?? 0) > entry.indent + 1) end++;
    items.push([{ kind: 'paragraph', text: inline(entry.text) }, ...(end > at + 1 ? nest(entries.slice(at + 1, end)) : [])]);
    at = end;
  }
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** `more`: something follows. A short line at the very end is no heading. */
function paragraphBlocks(lines: readonly string[], more: boolean): Block[] {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) {
    const text = inline(only);
    const bold = /^\s*(?:\*\*|__).+(?:\*\*|__)\s*$/.test(only);
    const caps = text === text.toUpperCase() && /\p{Lu}/u.test(text);
    const title =
      more &&
      !UNFINISHED.test(text) &&
      !text.includes(': ') &&
      wordCount(text) <= 12 &&
      /^[\p{Lu}\d]/u.test(text) &&
      (!/[.,;:!]$/.test(text) || caps);
    if ((bold && wordCount(text) <= 14 && !/[.,;]$/.test(text) && !(text.endsWith(':') && !caps)) || title)
      return [{ kind: 'heading', level: 7, text }];
  }
  const parts: Line[] = lines.map((line) => ({ text: inline(line), bold: /^\s*(?:\*\*|__)[^*]+(?:\*\*|__)\s*$/.test(line) }));
  return blocksOfLines(parts);
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.replace(/<br\s*\/?>/gi, '; ')));
}

/** Takes away Markdown's marks inside a line: links keep their words, not their address. */
function inline(text: string): string {
  return tidy(
    text
      .replace(/!\[[^\]]{0,200}\]\([^)]{0,2000}\)/g, '')
      .replace(/\[([^\]]{1,500})\]\([^)]{0,2000}\)/g, '$1')
      .replace(/(\*\*|__)(?=\S)([^*_]{1,1000})\1/g, '$2')
      .replace(/(^|[\s(])[*_](?=\S)([^*_]{1,500})[*_](?=[\s).,;:!?]|$)/g, '$1$2')
      .replace(/`([^`]{1,500})`/g, '$1')
      .replace(/^>\s?/, '')
      .replace(/\\([*_#|[\]-])/g, '$1'),
  );
}
