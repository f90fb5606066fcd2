/** A tree of tags to blocks: headings, paragraphs, lists (accordions and hidden panels too) and tables. */
import { type Block, type Line, tidy } from './blocks.ts';
import { actsAsHeading, blocksOfLines, mergeTypedBullets } from './lines.ts';
import { isLayout, listOfTable, tableBlocks } from './tables.ts';
import { lengthUnder, type Node, type Tag, tagsUnder, textUnder } from './tree.ts';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** Blocks of a tag's content, in reading order. */
export function htmlBlocks(tag: Tag): Block[] {
  const out: Block[] = [];
  let runs: Run[] = [];
  let blocky = false;
  const flush = () => {
    if (runs.length > 0) out.push(...blocksOfLines(linesOf(runs)));
    runs = [];
  };
  for (const child of tag.children) {
    if (isInline(child)) {
      runs.push(...runsOf(child, false));
      continue;
    }
    flush();
    blocky = true;
    if (typeof child !== 'string') out.push(...blockOf(child));
  }
  flush();
  // Bullets typed in blocks of their own are joined where the blocks lie side by side.
  return blocky ? mergeTypedBullets(out) : out;
}

function blockOf(tag: Tag): Block[] {
  if (/^h[1-6]$/.test(tag.name)) return headingOf(tag, Number(tag.name[1]));
  if (tag.attrs.role === 'heading') return headingOf(tag, Number(tag.attrs['aria-level'] ?? 3) || 3);
  if (tag.name === 'ul' || tag.name === 'ol' || tag.attrs.role === 'list') return listOf(tag);
  if (tag.name === 'dl') return definitionsOf(tag);
  if (tag.name === 'table') return listOfTable(tag, htmlBlocks) ?? (isLayout(tag) ? htmlBlocks(tag) : tableBlocks(tag, htmlBlocks));
  if (tag.name === 'summary') return headingOf(tag, 6);
  if (tag.name === 'button') return isOpener(tag) ? headingOf(tag, 6) : [];
  if (tag.name === 'li') return listOf({ name: 'ul', attrs: {}, children: [tag] });
  return htmlBlocks(tag);
}

/** A heading that holds a list or a paragraph is a broken one: its content is read as content. */
function headingOf(tag: Tag, level: number): Block[] {
  if (tagsUnder(tag).some((t) => t !== tag && /^(?:ul|ol|table|p|div)$/.test(t.name) && lengthUnder(t) > 200)) return htmlBlocks(tag);
  const text = tidy(textUnder(tag).replace(/\s+([.,;:?!)])/g, '$1'));
  return text === '' ? [] : [{ kind: 'heading', level: Math.min(Math.max(level, 1), 6), text }];
}

/** A button that opens a panel of an accordion; other buttons say nothing. */
function isOpener(tag: Tag): boolean {
  return (
    tag.attrs['aria-controls'] !== undefined ||
    tag.attrs['aria-expanded'] !== undefined ||
    /accordion|collapse|toggle/i.test(tag.attrs.class ?? '')
  );
}

function listOf(tag: Tag): Block[] {
  const items: Block[][] = [];
  const out: Block[] = [];
  const flush = () => {
    if (items.length > 0) out.push({ kind: 'list', items: items.splice(0) });
  };
  for (const child of tag.children) {
    if (typeof child === 'string') {
      if (tidy(child) !== '') items.push([{ kind: 'paragraph', text: tidy(child) }]);
      continue;
    }
    const blocks = child.name === 'li' || child.attrs.role === 'listitem' ? htmlBlocks(child) : blockOf({ ...child, name: child.name });
    const [first] = blocks;
    if (first === undefined || isContents(child)) continue;
    if (first.kind === 'heading' && blocks.length > 1) {
      // An accordion written as a list: each item is a section.
      flush();
      out.push(...blocks);
    } else if (child.name === 'ul' || child.name === 'ol') {
      const last = items.at(-1);
      if (last) last.push(...blocks);
      else out.push(...blocks);
    } else items.push(blocks.map((b) => (b.kind === 'heading' && blocks.length === 1 ? { kind: 'paragraph', text: b.text } : b)));
  }
  flush();
  return out;
}

/** An entry of a table of contents: nothing but a link to a place on the same page. */
function isContents(item: Tag): boolean {
  const links = tagsUnder(item).filter((t) => t.name === 'a' && (t.attrs.href ?? '').startsWith('#'));
  return links.length > 0 && links.reduce((sum, a) => sum + lengthUnder(a), 0) >= lengthUnder(item) - 4;
}

function definitionsOf(tag: Tag): Block[] {
  const out: Block[] = [];
  for (const child of tagsUnder(tag).filter((t) => t.name === 'dt' || t.name === 'dd')) {
    const text = tidy(textUnder(child));
    if (child.name === 'dt' && text !== '') out.push({ kind: 'heading', level: 7, text });
    if (child.name === 'dd') out.push(...htmlBlocks(child));
  }
  return out;
}

function isInline(node: Node): boolean {
  if (typeof node === 'string') return true;
  if (node.name === 'br') return true;
  return INLINE.has(node.name) && node.attrs.role !== 'heading' && tagsUnder(node).every((t) => INLINE.has(t.name) || t.name === 'br');
}

function runsOf(node: Node, bold: boolean): Run[] {
  if (typeof node === 'string') return [{ text: node.replace(/\s+/g, ' '), bold }];
  if (node.name === 'br') return [{ text: '\n', bold: false }];
  const heavy = bold || node.name === 'b' || node.name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(node.attrs.style ?? '');
  return node.children.flatMap((child) => runsOf(child, heavy));
}

function linesOf(runs: readonly Run[]): Line[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map((parts) => {
    const text = tidy(parts.map((p) => p.text).join(''));
    const bold = text !== '' && parts.every((p) => p.bold || !/[\p{L}\p{N}]/u.test(p.text));
    return { text, bold: bold && actsAsHeading(text) };
  });
}
