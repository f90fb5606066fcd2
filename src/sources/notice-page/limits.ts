/**
 * Looks through HTML as a stream before a tree is built from it: half a megabyte of nested tags can cost a tree parser two
 * minutes. Also sees whether the page simply stops, which a tree no longer shows.
 */
import { Parser } from 'htmlparser2';

export const HTML_LIMITS = { bytes: 5_000_000, depth: 256, attributes: 100, elements: 50_000, unclosed: 256 } as const;

/** `over`: which limit was passed, in words. `stops`: elements that must be closed were open at the end, and no end of the page was seen. */
export interface Scan {
  readonly over: string | null;
  readonly stops: boolean;
}

const CHUNK = 16_384;
/** A tree parser reopens these in every later block when they are left unclosed. */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const MAY_STAY_OPEN = new Set('html head body p li dt dd tr td th tbody thead tfoot option optgroup colgroup'.split(' '));

/** Reads the page once, in pieces, and stops at the first limit passed. Linear in the text. */
export function scan(html: string): Scan {
  if (html.length > HTML_LIMITS.bytes) return { over: `more than ${HTML_LIMITS.bytes} characters`, stops: false };
  const open: string[] = [];
  let over: string | null = null;
  let elements = 0;
  let unclosed = 0;
  let attributes = 0;
  let ended = false;
  let finishing = false;
  let left: readonly string[] = [];
  const parser = new Parser({
    onopentagname() {
      attributes = 0;
    },
    onattribute() {
      if (++attributes > HTML_LIMITS.attributes) over ??= `a tag with more than ${HTML_LIMITS.attributes} attributes`;
    },
    onopentag(name) {
      open.push(name);
      if (++elements > HTML_LIMITS.elements) over ??= `more than ${HTML_LIMITS.elements} elements`;
      if (open.length > HTML_LIMITS.depth) over ??= `elements nested more than ${HTML_LIMITS.depth} deep`;
    },
    onclosetag(name, implied) {
      if (finishing) return;
      if (!implied && (name === 'html' || name === 'body')) ended = true;
      if (implied && FORMATTING.has(name) && ++unclosed > HTML_LIMITS.unclosed)
        over ??= `more than ${HTML_LIMITS.unclosed} unclosed formatting tags`;
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    },
  });
  for (let at = 0; at < html.length && over === null; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  left = open.slice();
  finishing = true;
  if (over === null) parser.end();
  const broken = /<[a-z/][^<>]*$/i.test(html.slice(-400));
  return { over, stops: !ended && (broken || left.some((name) => !MAY_STAY_OPEN.has(name))) };
}
