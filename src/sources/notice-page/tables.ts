/** Tables: which are data and which only lay a page out, where the header row is, and one row of cells after another. */
import { type Block, type TableBlock, textOf, tidy, wordCount } from './blocks.ts';
import { type Tag, tagsUnder, textUnder } from './tree.ts';

/** A table that only places things: other tables or headings inside, one cell a row, or said to be so. */
export function isLayout(table: Tag): boolean {
  if (table.attrs.role === 'presentation' || table.attrs.role === 'none') return true;
  const inside = tagsUnder(table).slice(1);
  if (inside.some((t) => t.name === 'table' || /^h[1-6]$/.test(t.name))) return true;
  const rows = rowsOf(table);
  if (rows.every((row) => row.length <= 1)) return true;
  const cells = rows.flat();
  const long = cells.filter((cell) => tagsUnder(cell).filter((t) => t.name === 'p' || t.name === 'div').length >= 3);
  return !inside.some((t) => t.name === 'th') && rows.length <= 2 && long.length > 0;
}

/** A table of one column with short cells is a list drawn with lines. */
export function listOfTable(table: Tag, read: (tag: Tag) => Block[]): Block[] | null {
  const rows = rowsOf(table).filter((row) => row.length > 0);
  const cells = rows.flatMap((row) => row.slice(0, 1));
  if (
    rows.length < 2 ||
    rows.some((row) => row.length > 1) ||
    tagsUnder(table)
      .slice(1)
      .some((t) => t.name === 'table' || /^h[1-6]$/.test(t.name))
  )
    return null;
  if (cells.some((cell) => wordCount(textUnder(cell)) > 40)) return null;
  return [{ kind: 'list', items: cells.map((cell) => read({ ...cell, name: 'div' })).filter((item) => item.length > 0) }];
}

/** A data table to blocks. A cell that spans the whole row is a heading for the rows below it. `read` turns a cell's content into blocks. */
export function tableBlocks(table: Tag, read: (tag: Tag) => Block[]): Block[] {
  const caption = tagsUnder(table).find((t) => t.name === 'caption');
  const out: Block[] = [];
  const title = caption ? tidy(textUnder(caption)) : '';
  if (title !== '') out.push({ kind: 'heading', level: 7, text: title });
  const tags = rowsOf(table);
  const grid = gridOf(tags, read);
  const width = Math.max(...grid.map((row) => row.length));
  const header = headerOf(tags, grid);
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 0) out.push({ kind: 'table', header, rows } satisfies TableBlock);
    rows = [];
  };
  grid.forEach((row, at) => {
    if (header !== null && at === 0) return;
    const filled = row.filter((cell) => cell !== '');
    if (filled.length === 0) return;
    if (width > 1 && tags[at]?.length === 1 && filled[0] !== undefined && wordCount(filled[0]) <= 14) {
      flush();
      out.push({ kind: 'heading', level: 7, text: filled[0] });
      return;
    }
    rows.push(carryDown(row, rows.at(-1)));
  });
  flush();
  return out;
}

function rowsOf(table: Tag): Tag[][] {
  return tagsUnder(table)
    .filter((t) => t.name === 'tr')
    .map((tr) => tr.children.filter((c): c is Tag => typeof c !== 'string' && (c.name === 'td' || c.name === 'th')));
}

/** Cells by place, with what spans rows repeated in each of them. */
function gridOf(rows: readonly (readonly Tag[])[], read: (tag: Tag) => Block[]): string[][] {
  const spans = new Map<number, { left: number; text: string }>();
  return rows.map((cells) => {
    const row: string[] = [];
    let column = 0;
    const fill = () => {
      for (let span = spans.get(column); span && span.left > 0; span = spans.get(column)) {
        row[column] = span.text;
        span.left--;
        column++;
      }
    };
    for (const cell of cells) {
      fill();
      const text = cellText(cell, read);
      row[column] = text;
      const down = Number(cell.attrs.rowspan ?? 1);
      if (down > 1 && down < 1000) spans.set(column, { left: down - 1, text });
      column++;
    }
    fill();
    return Array.from(row, (text) => text ?? '');
  });
}

/** Parts of a cell (paragraphs, items, lines) are parted by "; ". */
function cellText(cell: Tag, read: (tag: Tag) => Block[]): string {
  return tidy(
    textOf(read(parted({ ...cell, name: 'div' })))
      .split('\n')
      .filter((part) => part.trim() !== '')
      .join('; '),
  );
}

/** Breaks in a cell part items: they become blocks. */
function parted(tag: Tag): Tag {
  return {
    ...tag,
    children: tag.children.map((child) =>
      typeof child === 'string' ? child : child.name === 'br' ? { ...child, name: 'hr' } : parted(child),
    ),
  };
}

function headerOf(tags: readonly (readonly Tag[])[], grid: readonly (readonly string[])[]): string[] | null {
  const [first, ...rest] = grid;
  const cells = tags[0] ?? [];
  if (!first || first.length < 2 || rest.length === 0) return null;
  if (cells.every((c) => c.name === 'th')) return [...first];
  const bold = cells.every((c) => textUnder(c) === '' || boldLetters(c) >= textUnder(c).length);
  const firstColumn = rest.every((_, i) => tags[i + 1]?.[0]?.name === 'th') && cells[0]?.name === 'th';
  if (firstColumn) return null;
  if (bold && !rest.every((_, i) => (tags[i + 1] ?? []).every((c) => boldLetters(c) >= textUnder(c).length))) return [...first];
  const short = first.every((cell) => wordCount(cell) > 0 && wordCount(cell) < 6);
  const longer = rest.filter((row) => row.some((cell) => wordCount(cell) >= 6)).length;
  return short && longer * 2 > rest.length && first.length > 2 ? [...first] : null;
}

function boldLetters(cell: Tag): number {
  const heavy = tagsUnder(cell).find(
    (t) => t.name === 'b' || t.name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(t.attrs.style ?? ''),
  );
  return heavy ? textUnder(heavy).length : 0;
}

/** An empty cell that repeats the one above, in any column but the last. */
function carryDown(row: readonly string[], above: readonly string[] | undefined): string[] {
  return row.map((cell, at) => (cell === '' && at < row.length - 1 && above?.[at] ? above[at] : cell));
}
