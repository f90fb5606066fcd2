/** Lines of one block to blocks: bold first lines are headings, typed bullets are lists, other lines join. */
import { type Block, type Line, wordCount } from './blocks.ts';

const BULLET = /^(?:[•·▪▫◦●○■□►▸▶‣⁃✓✔➢➤→*–—-]|o(?=\s))\s+(?=\S)/;
const MARK = /^(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})\))\s+(?=\S)/i;

/** The line without its bullet, or `null` when it has none. */
export function unbullet(text: string): string | null {
  const match = BULLET.exec(text) ?? MARK.exec(text);
  return match ? text.slice(match[0].length).trim() : null;
}

/** A bold line that acts as a heading: short, and not a sentence. */
export function actsAsHeading(text: string): boolean {
  if (wordCount(text) === 0 || wordCount(text) > 14) return false;
  return !/[.,;]$/.test(text) || /^\d+(?:\.\d+)*\.$/.test(text);
}

/** A lead-in rather than a scope: ends in a colon and is not in capitals. */
export function isLeadIn(text: string): boolean {
  return text.endsWith(':') && text !== text.toUpperCase();
}

/** Turns the lines of one block (parted by `<br>` or by line ends in plain text) into blocks. */
export function blocksOfLines(lines: readonly Line[]): Block[] {
  const out: Block[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) out.push(...afterColon(paragraph));
    paragraph = [];
  };
  const endList = () => {
    if (items.length > 0) out.push({ kind: 'list', items: items.map((text) => [{ kind: 'paragraph', text }]) });
    items = [];
  };
  lines.forEach((line, at) => {
    const { text } = line;
    if (text === '') {
      endParagraph();
      return;
    }
    const item = unbullet(text);
    if (item !== null && lines.length > 1) {
      endParagraph();
      items.push(item);
      return;
    }
    const last = items.at(-1);
    if (last !== undefined && lines[at - 1]?.text !== '' && !/[.;:!?]$/.test(last) && /^[\p{Ll}(]/u.test(text)) {
      items[items.length - 1] = `${last} ${text}`;
      return;
    }
    endList();
    const next = lines[at + 1]?.text ?? '';
    const leadIn = isLeadIn(text) && next !== '' && unbullet(next) !== null;
    if (line.bold && actsAsHeading(text) && !leadIn) {
      endParagraph();
      out.push({ kind: 'heading', level: 7, text });
      return;
    }
    paragraph.push(text);
  });
  endParagraph();
  endList();
  return out;
}

/** Joins lines of a paragraph; short lines without a full stop after a line that ends in a colon are items without bullets. */
function afterColon(lines: readonly string[]): Block[] {
  const at = lines.findIndex((line, i) => line.endsWith(':') && lines.length - i > 2);
  const rest = at < 0 ? [] : lines.slice(at + 1);
  if (
    at >= 0 &&
    rest.every((line) => line.length < 160 && !/[.!?:]$/.test(line.slice(0, -1)) && wordCount(line) <= 20) &&
    rest.slice(0, -1).every((line) => !line.endsWith('.'))
  ) {
    return [
      { kind: 'paragraph', text: lines.slice(0, at + 1).join(' ') },
      { kind: 'list', items: rest.map((text) => [{ kind: 'paragraph', text }]) },
    ];
  }
  return [{ kind: 'paragraph', text: lines.join(' ') }];
}

/** Paragraphs that begin with a typed bullet, one after another, are one list. Lists that follow one another directly stay apart. */
export function mergeTypedBullets(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let joining = false;
  blocks.forEach((block, at) => {
    const text = block.kind === 'paragraph' ? block.text : null;
    const item = text === null ? null : unbullet(text);
    const lettered = text !== null && MARK.test(text);
    const next = blocks[at + 1];
    const company = joining || (next?.kind === 'paragraph' && unbullet(next.text) !== null);
    if (item === null || (lettered && !company)) {
      joining = false;
      out.push(block);
      return;
    }
    const last = out.at(-1);
    const own: Block[] = [{ kind: 'paragraph', text: item }];
    if (joining && last?.kind === 'list') out[out.length - 1] = { kind: 'list', items: [...last.items, own] };
    else out.push({ kind: 'list', items: [own] });
    joining = true;
  });
  return out;
}
