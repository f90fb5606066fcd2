/** A small tree of a page: names, attributes and text, with everything that is no part of a page's prose left out. */
import { load } from 'cheerio';

export interface Tag {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export type Node = Tag | string;

/** What the whole page shows apart from its prose. */
export interface PageFacts {
  readonly language: string | null;
  readonly title: string | null;
  readonly password: boolean;
  readonly noscript: string;
  readonly scripts: string;
  readonly empty_root: boolean;
}

interface Raw {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Raw[];
}

const SKIP = new Set(
  'script style noscript template svg math iframe object embed canvas video audio picture img select option textarea input head link meta map datalist progress meter'.split(
    ' ',
  ),
);

/** Parses a page that has passed `scan`. Never call it with one that has not: the parser has no limits of its own. */
export function parsePage(html: string): { readonly body: Tag; readonly facts: PageFacts } {
  const $ = load(html);
  // The parser's node types are wider than what is read here: name, attributes, text and children.
  const root = $('body')[0] as unknown as Raw | undefined;
  const noscript = $('noscript').text().slice(0, 4000);
  const scripts = $('script')
    .toArray()
    .map((s) => `${$(s).attr('src') ?? ''} ${$(s).text().slice(0, 500)}`)
    .join('\n')
    .slice(0, 20_000);
  const empty_root = $('#root, #app, #__next, #__nuxt, app-root, [data-reactroot]')
    .toArray()
    .some((e) => $(e).text().trim() === '');
  const facts: PageFacts = {
    language: $('html').attr('lang')?.trim() || $('html').attr('xml:lang')?.trim() || null,
    title: $('title').first().text().replace(/\s+/g, ' ').trim() || null,
    password: $('input[type="password"]').length > 0,
    noscript,
    scripts,
    empty_root,
  };
  return { body: root ? convert(root) : { name: 'body', attrs: {}, children: [] }, facts };
}

function convert(raw: Raw): Tag {
  const children: Node[] = [];
  for (const child of raw.children ?? []) {
    if (child.type === 'text') children.push(child.data ?? '');
    else if (child.name !== undefined && child.type === 'tag' && !SKIP.has(child.name)) children.push(convert(child));
  }
  return { name: raw.name ?? '', attrs: raw.attribs ?? {}, children: decodeMail(raw, children) };
}

/** Addresses that a proxy hides from robots: the reader needs to know that one stands there. */
function decodeMail(raw: Raw, children: readonly Node[]): readonly Node[] {
  const hidden = raw.attribs?.['data-cfemail'];
  if (!hidden || !/^[0-9a-f]{6,400}$/i.test(hidden)) return children;
  const key = Number.parseInt(hidden.slice(0, 2), 16);
  let out = '';
  for (let at = 2; at + 1 < hidden.length; at += 2) out += String.fromCharCode(Number.parseInt(hidden.slice(at, at + 2), 16) ^ key);
  return [out];
}

/** All text under a node, pieces parted by a space. */
export function textUnder(node: Node): string {
  const out: string[] = [];
  collect(node, out);
  return out.join(' ').replace(/\s+/g, ' ').trim();
}

function collect(node: Node, out: string[]): void {
  if (typeof node === 'string') out.push(node);
  else for (const child of node.children) collect(child, out);
}

const LENGTHS = new WeakMap<Tag, number>();

/** Letters under a node, white space at the ends of its pieces left out. Remembered, so that asking at every level stays cheap. */
export function lengthUnder(node: Node): number {
  if (typeof node === 'string') return node.trim().length;
  const known = LENGTHS.get(node);
  if (known !== undefined) return known;
  const length = node.children.reduce((sum, child) => sum + lengthUnder(child), 0);
  LENGTHS.set(node, length);
  return length;
}

/** Every tag under (and with) this one, in reading order. */
export function tagsUnder(tag: Tag): Tag[] {
  const out: Tag[] = [];
  const stack: Tag[] = [tag];
  for (let next = stack.pop(); next; next = stack.pop()) {
    out.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (child !== undefined && typeof child !== 'string') stack.push(child);
    }
  }
  return out;
}
