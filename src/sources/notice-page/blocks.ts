/** The structure a page's text has once markup is gone: headings, paragraphs, lists and tables, in reading order. */

/** `level`: 1 to 6 for real headings, 7 for bold lines that act as one, 8 for the heading of an item. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Each item is a list of blocks: its own text, and whatever is nested in it. */
export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly (readonly Block[])[];
}

/** `header: null`: the table has no header row. Cells hold the parts of one cell, split at its breaks. */
export interface TableBlock {
  readonly kind: 'table';
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock;

/** One line of a block, with whether all of it is bold. An empty line is a paragraph break. */
export interface Line {
  readonly text: string;
  readonly bold: boolean;
}

/** Normalises white space to single spaces and drops soft hyphens, zero-width characters and a word processor's comment marks. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\[[A-Z]{2,3}\d{1,2}\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Number of words: runs of letters or digits. */
export function wordCount(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu)) count++;
  return count;
}

/** All text of the blocks, for measuring. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(oneText).join('\n');
}

function oneText(block: Block): string {
  if (block.kind === 'list') return block.items.map(textOf).join('\n');
  if (block.kind === 'table') return [block.header ?? [], ...block.rows].map((row) => row.join(' ')).join('\n');
  return block.text;
}
