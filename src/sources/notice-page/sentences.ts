/** Sentences of a paragraph, and clauses of a sentence that is a list in disguise. */

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|viz|approx|incl|tel|mr|mrs|ms|dr|prof|st|rt hon|hon|u\.k|u\.s|art|arts|para|paras|sec|sch|reg|regs|ss?|pp?|vol|ed|\p{L})\.$/iu;
const NEEDS_NUMBER = /(?:^|[\s(])(?:no|nos|art|arts|para|paras|sec|sch|reg|regs|ss?|pp?|vol)\.$/i;
const COMPANY = /(?:^|[\s(])(?:ltd|inc|co|corp|plc|llc|bros)\.$/i;

/** Sentences in order; joined by a space they are the paragraph again. Linear in the text. */
export function sentencesOf(paragraph: string): string[] {
  const out: string[] = [];
  let open = '';
  for (const { segment } of SEGMENTER.segment(paragraph)) {
    const part = segment.trim();
    if (part === '') continue;
    if (open !== '' && joins(open, part)) open = `${open} ${part}`;
    else {
      if (open !== '') out.push(open);
      open = part;
    }
  }
  if (open !== '') out.push(open);
  return out;
}

function joins(before: string, after: string): boolean {
  const tail = before.slice(-40);
  if (NEEDS_NUMBER.test(tail))
    return /^[\d(]/.test(after) || (ABBREVIATION.test(tail) && !/(?:^|\s)no\.$/i.test(tail) && /^\d/.test(after));
  if (COMPANY.test(tail)) return !/^(?:We|Our|The|You|Your|This|These|It|They|If|For|In|When|To|A|An|Their)\b/.test(after);
  if (ABBREVIATION.test(tail)) return true;
  if (/^\(?\d{1,2}(?:\.\d+)*\.?$/.test(before)) return true;
  return /^[,;)\]]/.test(after) || (/[?!]["')\]]?$/.test(tail) && /^\p{Ll}/u.test(after));
}

/** A lead-in and its clauses, or `null` where a sentence is only a sentence. */
export interface Clauses {
  readonly lead: string;
  readonly items: readonly string[];
}

/** "…: (a) one; (b) two" and "…: one; two; three" hold a list. The parts are word for word, in order. */
export function clausesOf(text: string): Clauses | null {
  const marks = [...text.matchAll(/(?:^|\s)\((?:[a-h]|i{1,3}|iv|vi{0,3}|\d{1,2})\)\s+/g)];
  const first = marks[0];
  if (first && marks.length >= 2 && /\((?:a|i|1)\)/.test(first[0])) {
    const items = marks.map((mark, i) => text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length).trim());
    return { lead: text.slice(0, first.index).trim(), items: items.filter((item) => item !== '') };
  }
  const colon = text.indexOf(': ');
  if (colon < 0) return null;
  const parts = text
    .slice(colon + 2)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length >= 3 ? { lead: text.slice(0, colon + 1), items: parts } : null;
}
