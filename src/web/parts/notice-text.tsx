/**
 * The text of a notice as it was read, block by block, with the passages marked that speak of a practice. Its headings are shown
 * as headings of one rank, so that they never break the order of the page's own.
 */
import type { Child } from 'hono/jsx';
import { Shape } from '../marks.tsx';
import type { NoticeView } from '../shapes/notices.ts';
import { practiceLabel, toldWord } from '../words.ts';

type Shown = NonNullable<NoticeView['shown']>;

/** A passage that speaks of a practice. */
export interface Spoken {
  readonly practice: string;
  readonly stance: string;
  readonly start: number;
  readonly end: number;
  /** False: listed, and not counted as an answer. */
  readonly counts: boolean;
}

/** Every passage of every practice, in the order of the text. */
export function spokenOf(shown: Shown): readonly Spoken[] {
  return shown.practices
    .flatMap(({ practice, disclosures }) => disclosures.map(({ stance, start, end, counts }) => ({ practice, stance, start, end, counts })))
    .filter((one) => one.end > one.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly block: number;
}

export function NoticeText({ shown }: { readonly shown: Shown }) {
  const spoken = spokenOf(shown);
  const placed = new Set<number>();
  const groups = blocks(pieces(shown));
  return (
    <div class="notice-text" lang={shown.language ?? undefined} dir="auto">
      {groups.map((group) => {
        const inner = group.map((piece) => ({ piece, content: marked(shown.text, piece, spoken, placed) }));
        return <Block inner={inner} />;
      })}
    </div>
  );
}

/** The passages in order and without overlap; a text without passages is cut at its line ends. */
function pieces(shown: Shown): readonly Piece[] {
  const size = shown.text.length;
  let at = 0;
  const found: Piece[] = [];
  for (const passage of [...shown.passages].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(at, passage.start);
    const end = Math.min(size, passage.end);
    if (end <= start) continue;
    found.push({ start, end, kind: passage.kind, block: passage.block });
    at = end;
  }
  if (found.length > 0) return found;
  let block = 0;
  for (const line of shown.text.split('\n')) {
    const start = at;
    at += line.length + 1;
    block += 1;
    if (line.trim() !== '') found.push({ start, end: start + line.length, kind: 'sentence', block });
  }
  return found;
}

/** Neighbours of one block and of one way of being shown. */
function blocks(all: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  for (const piece of all) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && before.block === piece.block && before.kind === piece.kind && piece.kind !== 'heading') last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function Block({ inner }: { readonly inner: readonly { readonly piece: Piece; readonly content: Child }[] }) {
  switch (inner[0]?.piece.kind) {
    case 'heading':
      return <h3>{inner.map((one) => one.content)}</h3>;
    case 'item':
      return (
        <ul>
          {inner.map((one) => (
            <li>{one.content}</li>
          ))}
        </ul>
      );
    case 'row':
      return (
        <>
          {inner.map((one) => (
            <p class="notice-row">{one.content}</p>
          ))}
        </>
      );
    default:
      return <p>{inner.map((one) => [one.content, ' '])}</p>;
  }
}

/** One passage cut where marks begin and end. Every mark is a target: `#at-{start}` leads to it. */
function marked(text: string, piece: Piece, spoken: readonly Spoken[], placed: Set<number>): Child {
  const here = spoken.filter((one) => one.start < piece.end && one.end > piece.start);
  if (here.length === 0) return text.slice(piece.start, piece.end);
  const inside = here.flatMap((one) => [one.start, one.end]).filter((at) => at > piece.start && at < piece.end);
  const edges = [...new Set([piece.start, ...inside, piece.end])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? piece.end;
    const active = here.filter((one) => one.start < end && one.end > start);
    if (active.length === 0) return text.slice(start, end);
    const targets = [...new Set(active.map((one) => one.start))].filter((target) => !placed.has(target));
    for (const target of targets) placed.add(target);
    return (
      <Marked
        text={text.slice(start, end)}
        active={active}
        ending={active.filter((one) => one.end === end || one.end > piece.end)}
        targets={targets}
      />
    );
  });
}

interface MarkedProps {
  readonly text: string;
  readonly active: readonly Spoken[];
  /** Those whose passage ends here: their practice is named. */
  readonly ending: readonly Spoken[];
  readonly targets: readonly number[];
}

const STRONGEST = ['stated', 'vague', 'denied'];

function Marked({ text, active, ending, targets }: MarkedProps) {
  const counted = active.filter((one) => one.counts);
  const stance = STRONGEST.find((one) => counted.some((spoken) => spoken.stance === one));
  const [first, ...more] = targets;
  return (
    <>
      {more.map((target) => (
        <span id={`at-${target}`} />
      ))}
      <mark id={first === undefined ? undefined : `at-${first}`} class={`said said-${stance ?? 'aside'}`}>
        {text}
      </mark>
      {named(ending).map((one) => (
        <a class="said-of" href={`#told-${one.practice}`}>
          <Shape source="told" state={one.stance} />
          {practiceLabel(one.practice)}
          <span class="away">, {one.counts ? toldWord(one.stance).toLowerCase() : 'listed, not counted'}</span>
        </a>
      ))}
    </>
  );
}

function named(all: readonly Spoken[]): readonly Spoken[] {
  return all.filter((one, at) => all.findIndex((other) => other.practice === one.practice && other.stance === one.stance) === at);
}
