/**
 * Which parties an advertiser's names resemble, and why, in words for the person who decides. It proposes and never maps: parties,
 * their branches and people who borrow their words look alike, and only a person with a source can tell them apart.
 */
import { alike, type FoldedName, fold, heldIn, slipsBetween } from './folded-names.ts';
import { listWords } from './words.ts';

/** A name that belongs to a party: its own, a short one, or that of one of its accounts. */
export interface KnownName {
  readonly party: string;
  readonly name: string;
  /** What the name is of, in words: `its account on Meta`. Absent: the party itself. */
  readonly of?: string;
}

export interface Resemblance {
  readonly party: string;
  /** `the name holds all words of “Scottish National Party”` */
  readonly because: string;
  /** `weak`: others bear such names too, or the rest of the name points elsewhere. */
  readonly strength: 'strong' | 'weak';
}

/** The parties that a name or a payer resembles, strong ones first, each once with its best reason. */
export function resemblances(name: string, payer: string, names: readonly KnownName[]): readonly Resemblance[] {
  return resembling(names)(name, payer);
}

/** The same for many advertisers: the names of parties are taken apart once. */
export function resembling(names: readonly KnownName[]): (name: string, payer: string) => readonly Resemblance[] {
  const known = names.map((it) => ({ ...it, folded: fold(it.name) })).filter((it) => it.folded.words.length > 0);
  return (name, payer) => {
    const given = fold(name);
    const other = fold(payer);
    const spoken = [{ who: 'the name', folded: given }];
    if (other.text !== given.text) spoken.push({ who: 'the payer', folded: other });
    const best = new Map<string, Reason & { readonly party: string }>();
    for (const { who, folded } of spoken) {
      if (folded.words.length === 0) continue;
      for (const it of known) {
        const found = reasonFor(who, folded, it);
        const before = best.get(it.party);
        if (found !== null && (before === undefined || found.rank < before.rank)) best.set(it.party, { ...found, party: it.party });
      }
    }
    const order = [...best.values()].sort((a, b) => a.rank - b.rank || (a.party < b.party ? -1 : 1));
    return order.map(({ party, because, rank }) => ({ party, because, strength: rank < WEAK ? 'strong' : 'weak' }));
  };
}

type Known = KnownName & { readonly folded: FoldedName };

interface Reason {
  readonly because: string;
  /** Lower is closer; from `WEAK` on others bear such names too. */
  readonly rank: number;
}

const WEAK = 10;

/** Letters of a name below which a slip makes another word of it. */
const LONG_ENOUGH_FOR_ONE = 6;
const LONG_ENOUGH_FOR_TWO = 14;
const MUCH_ALIKE = 0.75;
const SOMEWHAT_ALIKE = 0.6;

/** The closest reason why one name resembles another. */
function reasonFor(who: string, given: FoldedName, it: Known): Reason | null {
  if (!it.folded.words.some((word) => given.words.includes(word)) && !ofLikeLength(given, it) && !abbreviates(given, it)) return null;
  const quoted = `“${it.name}”${it.of === undefined ? '' : `, ${it.of}`}`;
  if (given.text === it.folded.text) return { because: `${who} is the same as ${quoted}`, rank: 0 };
  const held = holding(who, given, it, quoted);
  const close = slip(who, given, it, quoted) ?? (held === null ? share(who, given, it, quoted) : null);
  const short = initials(who, given, it, quoted);
  return [held, close, short].reduce<Reason | null>(
    (best, one) => (one !== null && (best === null || one.rank < best.rank) ? one : best),
    null,
  );
}

/** Names of very different lengths cannot share enough letters, nor differ by a slip: most pairs end here. */
function ofLikeLength(given: FoldedName, it: Known): boolean {
  return 2 * Math.min(given.size, it.folded.size) >= SOMEWHAT_ALIKE * (given.size + it.folded.size);
}

function abbreviates(given: FoldedName, it: Known): boolean {
  return (it.folded.initials !== null && given.capitals.includes(it.folded.initials)) || given.initials === it.folded.text;
}

/** Every word of the known name stands in the given one. What else stands there says how much that is worth. */
function holding(who: string, given: FoldedName, it: Known, quoted: string): Reason | null {
  const rest = heldIn(it.folded, given);
  if (rest === null) {
    const part = given.words.length > 1 ? heldIn(given, it.folded) : null;
    return part === null ? null : { because: `every word of ${who} stands in ${quoted}`, rank: WEAK };
  }
  const many = it.folded.words.length > 1;
  const because = many ? `${who} holds all words of ${quoted}` : `${who} holds the word ${quoted}`;
  const elsewhere = pointingElsewhere(who, rest);
  if (elsewhere.length > 0)
    return {
      because: `${because}; it holds ${listWords(elsewhere.map((word) => `“${word}”`))} too, which points elsewhere`,
      rank: WEAK + 1,
    };
  const own = it.folded.words.filter((word) => !PARTY_WORDS.has(word)).length;
  if (many && own < 2 && !` ${given.text} `.includes(` ${it.folded.text} `))
    return { because: `${because}, but not one after the other`, rank: WEAK };
  if (many || it.folded.abbreviation) return { because, rank: 1 };
  if (rest.every((word) => PARTY_WORDS.has(word))) return { because, rank: 2 };
  return { because: `${because}, and other words that are no branch’s or office’s`, rank: WEAK + 1 };
}

/** Names that differ by a slip. */
function slip(who: string, given: FoldedName, it: Known, quoted: string): Reason | null {
  const shorter = Math.min(given.text.length, it.folded.text.length);
  const slips = shorter >= LONG_ENOUGH_FOR_ONE ? slipsBetween(given.text, it.folded.text, 2) : null;
  if (slips === 1) return { because: `${who} differs from ${quoted} by one letter`, rank: 3 };
  if (slips === 2 && shorter >= LONG_ENOUGH_FOR_TWO) return { because: `${who} differs from ${quoted} by two letters`, rank: 4 };
  return null;
}

/** Names that share most of their groups of three letters, and are none the part of the other. */
function share(who: string, given: FoldedName, it: Known, quoted: string): Reason | null {
  if (!ofLikeLength(given, it)) return null;
  const part = alike(given, it.folded);
  if (part < SOMEWHAT_ALIKE) return null;
  const because = `${who} and ${quoted} share ${Math.floor(part * 100)} in 100 of their groups of three letters`;
  return { because, rank: part >= MUCH_ALIKE && pointingElsewhere(who, given.words).length === 0 ? 5 : WEAK + 2 };
}

/** Words that point to another country or to a body that is no party. A company may well pay on behalf of one. */
function pointingElsewhere(who: string, words: readonly string[]): readonly string[] {
  const northern = words.includes('northern') || words.includes('n');
  return [...new Set(words)].filter(
    (word) => (COUNTRIES.has(word) && !(word === 'ireland' && northern)) || (who === 'the name' && BODIES.has(word)),
  );
}

/** A word in capitals that is the first letters of a known name; or a name whose first letters are a known short form. */
function initials(who: string, given: FoldedName, it: Known, quoted: string): Reason | null {
  const own = it.folded.initials;
  if (own !== null && given.capitals.includes(own)) return { because: `${who} holds the initials of ${quoted}`, rank: 6 };
  if (it.folded.abbreviation && given.initials === it.folded.text)
    return { because: `the initials of ${who} are ${quoted}`, rank: WEAK + 3 };
  return null;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What a branch, an office or a candidacy adds to the name of its party. Folded: without the s of a plural. */
const PARTY_WORDS =
  set(`party uk gb britain british england english scotland scottish wale welsh cymru northern ireland london young student
  youth women woman lgbt councillor group branch association federation candidate campaign local council constituency club team mp msp mla ms n
  north south east west central greater mid for in at and`);

/** Countries that no UK party names itself by. */
const COUNTRIES = set(`ireland irish australia australian canada canadian america american usa zealand zealander dansk danish denmark norway
  norwegian sweden swedish germany german france french india indian africa african nigeria nigerian kenya kenyan ghana europe european`);

/** Bodies that are no parties. */
const BODIES = set('pac llc inc incorporated limited ltd plc gmbh committee');
