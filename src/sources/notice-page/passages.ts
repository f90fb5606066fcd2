/** Blocks to the notice's text and the passages that point into it. Offsets are exact: `text.slice(start, end)` is the passage. */
import type { Passage } from '../../core/notice.ts';
import { type Block, wordCount } from './blocks.ts';
import { clausesOf, sentencesOf } from './sentences.ts';

export interface Built {
  readonly text: string;
  readonly passages: readonly Passage[];
  /** Lead-ins that end in a colon and have nothing under them. */
  readonly lost: readonly string[];
  /** Headings with nothing under them. */
  readonly empty: readonly string[];
}

interface Open {
  readonly level: number;
  readonly text: string;
}

/** Builds text and passages. Blocks are parted by a line end, sentences of a block by a space. */
export function buildPassages(blocks: readonly Block[]): Built {
  const builder = new Builder();
  builder.walk(blocks, []);
  return { text: builder.text, passages: builder.passages, lost: builder.lost, empty: builder.empty };
}

/** Holds the growing text; one is made for each page. */
class Builder {
  text = '';
  readonly passages: Passage[] = [];
  readonly lost: string[] = [];
  readonly empty: string[] = [];
  private headings: Open[] = [];
  private block = 0;
  private lastHeading: Open | null = null;

  walk(blocks: readonly Block[], leadIns: readonly string[]): void {
    let pending: string | null = null;
    blocks.forEach((block, at) => {
      const next = blocks[at + 1];
      const leads = pending === null ? leadIns : [...leadIns, pending];
      if (block.kind === 'heading') this.heading(block);
      else if (block.kind === 'paragraph') {
        const loose = pending?.endsWith(':') && looseItem(block.text);
        this.paragraph(block.text, loose ? leads : leadIns, loose || leadIns.length > 0 ? 'item' : 'sentence');
        if (loose && next?.kind === 'paragraph' && looseItem(next.text)) return;
        pending = this.leadIn(block.text, blocks, at);
        return;
      } else if (block.kind === 'list') {
        this.block++;
        for (const item of block.items) this.item(item, leads);
      } else this.table(block.header, block.rows, leads);
      pending = null;
    });
  }

  /** The words at the end of a paragraph that the next block needs. */
  private leadIn(text: string, blocks: readonly Block[], at: number): string | null {
    const next = blocks[at + 1];
    const last = sentencesOf(text).at(-1) ?? text;
    const colon = /[:–—-]$/.test(last);
    if (next?.kind === 'list' || next?.kind === 'table') return colon || !/[.!?]["')]?$/.test(last) ? last : null;
    if (!last.endsWith(':') || wordCount(last) < 4) return null;
    if (next?.kind === 'paragraph' && !next.text.endsWith(':')) {
      const after = blocks[at + 2];
      return looseItem(next.text) && after?.kind === 'paragraph' && looseItem(after.text) ? last : null;
    }
    this.lost.push(last);
    return null;
  }

  private heading(block: { readonly level: number; readonly text: string }): void {
    if (this.lastHeading && this.lastHeading.level === block.level && block.level <= 6) this.empty.push(this.lastHeading.text);
    this.headings = this.headings.filter((open) => open.level < block.level);
    this.emit('heading', block.text, [], ++this.block, '\n');
    this.headings.push(block);
    this.lastHeading = block;
  }

  private paragraph(text: string, leadIns: readonly string[], kind: 'sentence' | 'item', block = ++this.block): void {
    const whole = clausesOf(text);
    if (whole && sentencesOf(whole.lead).length <= 1) {
      this.clauses(whole.lead, whole.items, leadIns, kind, block);
      return;
    }
    let gap = '\n';
    for (const sentence of sentencesOf(text)) {
      const inner = clausesOf(sentence);
      if (inner) this.clauses(inner.lead, inner.items, leadIns, kind, block, gap);
      else this.emit(kind, sentence, leadIns, block, gap);
      gap = ' ';
    }
  }

  private clauses(
    lead: string,
    items: readonly string[],
    leadIns: readonly string[],
    kind: 'sentence' | 'item',
    block: number,
    gap = '\n',
  ): void {
    if (lead !== '') this.emit(kind, lead, leadIns, block, gap);
    const leads = lead === '' ? leadIns : [...leadIns, lead];
    for (const item of items) {
      let inner = ' ';
      for (const sentence of sentencesOf(item)) {
        this.emit('item', sentence, leads, block, inner);
        inner = ' ';
      }
    }
  }

  private item(blocks: readonly Block[], leadIns: readonly string[]): void {
    const [first, ...rest] = blocks;
    if (!first) return;
    if (first.kind !== 'paragraph') {
      const kept = this.headings;
      this.walk(blocks, leadIns);
      this.headings = kept;
      return;
    }
    const block = this.block;
    this.paragraph(first.text, leadIns, 'item', block);
    if (rest.length === 0) return;
    const [second] = rest;
    const last = sentencesOf(first.text).at(-1) ?? first.text;
    const carries = second?.kind === 'list' || second?.kind === 'table' || last.endsWith(':');
    const kept = this.headings;
    this.walk(rest, carries ? [...leadIns, last] : leadIns);
    this.headings = kept;
  }

  private table(header: readonly string[] | null, rows: readonly (readonly string[])[], leadIns: readonly string[]): void {
    this.block++;
    for (const row of rows) {
      const parts = header
        ? row.map((cell, at) => (cell === '' ? '' : header[at] ? `${(header[at] ?? '').replace(/:$/, '')}: ${cell}` : cell))
        : row.length === 2 && wordCount(row[0] ?? '') <= 8 && row[0] && row[1]
          ? [`${row[0].replace(/:$/, '')}: ${row[1]}`]
          : row;
      const text = parts.filter((part) => part !== '').join('; ');
      if (text !== '') this.emit('row', text, leadIns, this.block, '\n');
    }
  }

  private emit(kind: Passage['kind'], text: string, lead_ins: readonly string[], block: number, gap: string): void {
    if (text === '') return;
    if (this.text !== '') this.text += gap;
    const start = this.text.length;
    this.text += text;
    if (kind !== 'heading') this.lastHeading = null;
    this.passages.push({ kind, start, end: this.text.length, headings: this.headings.map((h) => h.text), lead_ins, block });
  }
}

/** A paragraph that is an item in disguise: short, and no sentence. */
function looseItem(text: string): boolean {
  return wordCount(text) <= 25 && /^(?:[\p{Ll}(]|[\p{Lu}][^.!?:]*[^.!?:]$)/u.test(text) && !/[.!?:]$/.test(text.replace(/[.;]$/, ''));
}
