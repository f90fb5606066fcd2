/** Whether a word in a sentence is said, denied or only imagined: which negation governs it, and where that negation ends. */

export type Polarity = 'said' | 'denied' | 'imagined';

export interface Governed {
  readonly polarity: Polarity;
  /** Where the negating word stands, -1 when there is none. */
  readonly at: number;
}

const NEGATION =
  /\b(?:not|never|no|none|nobody|no-one|neither|nor|nothing|nowhere|without|no longer|forbidden|forbid|prohibited|prohibit|refuse to|refrain from|rather than|instead of|we used to|barred from|stopped|ceased)\b/g;
/** Negating words that negate nothing here. */
const NO_NEGATION =
  /^(?:not (?:cover|apply|only|just|limited|necessarily|least|responsible|liable|control|be (?:liable|responsible|limited|held)|be able|guarantee|hesitate|always|solely|the same|warrant|ensure|(?:yet )?(?:made up|decided)|everyone|all )|no (?:later|more than|less|doubt|control|guarantee|matter|responsibility|liability|method|data transmission|charge|cost|obligation|need|person involved|longer than)|no\. ?\d|never (?:fails|mind)|without (?:limitation|limit|prejudice|undue|delay|affecting|charge|cost|which|this|these|it|them|such)|nothing in this|stopped by)/;
/** What ends the reach of a negation before it comes to the word. */
const ENDS =
  /[;.!?]|\b(?:but|however|except(?:ing)?|other than|apart from|unless|although|though|whereas|save (?:for|to|where|that|in|as)|instead|because|until)\b|, (?:(?:and )?(?:we|you|they|it|he|she|this|these|which|who|so that|in which case) |and (?:(?:may|will|can|do|only|also|then|always|sometimes|instead)\b|(?:shares?|uses?|process|keeps?|combines?|passe?s?|sends?|gives?|works?|stores?|holds?|buys?|matche?s?) ))|\band (?:we|you|they|it|our|instead|only|then) |\b(?:which|who|that) (?:help|allow|enable|work|let|may use|use|process)|\s-\s/;
/** "not sell, rent, and share" is one chain: the comma before "and" ends nothing. */
const CHAIN = /^(?:ever |in any way |at any time )?[a-z]+(?:, [a-z]+)+,? and [a-z]+ /;
const IMAGINED =
  /\b(?:if|whether|should you|where|when|in case|unless|those who|people who|anyone who|voters who|members who|that you|who) (?:\w+ ){0,4}$/;
const RELATIVE = /\b(?:that|which|who|whom|what)(?: (?:we|you|they|it))? (?:can|do|does|did|could|will|have|has|are|is) $/;
const NEW_VERB = /\b(?:may|will|can|must|should|is|are|goes|go) /;
const WISH = /^(?:not|no longer|never|rather not|prefer not) (?:to )?(?:want|wish|like|agree|consent|mind|be|provide|have)\b/;
const SUBJECT_YOU =
  /\b(?:you|people|they|who|voters|members|anyone|individuals|person|users?|choose|prefer|ask us|tell us|option|right|opt|would rather|right to ask|wish|want|prevent) (?:\w+ ){0,3}$/;

/** The polarity of the word at `[at, end)`. `subject`: the word may be the subject of the negated verb ("profiling is not done"). */
export function governed(text: string, at: number, end: number, subject = true): Governed {
  const from = Math.max(0, at - 320);
  const before = text.slice(from, at);
  let imagined = false;
  for (const match of [...before.matchAll(NEGATION)].reverse()) {
    const start = match.index;
    const tail = before.slice(start);
    if (NO_NEGATION.test(text.slice(from + start, from + start + 60))) continue;
    const between = before.slice(start + match[0].length);
    if (ENDS.test(between) && !CHAIN.test(between.trimStart())) break;
    const lead = before.slice(Math.max(0, start - 60), start);
    if (WISH.test(text.slice(from + start, from + start + 40)) && SUBJECT_YOU.test(lead)) {
      imagined = true;
      continue;
    }
    if (RELATIVE.test(lead) && NEW_VERB.test(between)) continue;
    if (IMAGINED.test(lead) && !/\b(?:we|party)\b/.test(lead.slice(-14))) {
      // "If you do not object, your data goes ...": the condition ends at the comma.
      if (between.includes(',')) break;
      imagined = true;
      continue;
    }
    if (match[0] === 'without' && /^\s*(?:your|their|the person's|prior|explicit|first|asking|telling|our|having|obtaining)/.test(between))
      continue;
    if (match[0] === 'without' && tail.length > 60) continue;
    return { polarity: 'denied', at: from + start };
  }
  if (subject) {
    const after = text.slice(end, end + 70);
    const denied =
      /^(?: (?!and |who |that |which |where |when |but |or |to )\w+){0,5}? (?:is|are|was|will be|will|has been|does|do|has|have|may|can|plays?|takes?|should)(?: \w+)? (?:not|never|no)\b(?! only| just| limited)/.exec(
        after,
      ) ??
      /^(?: \w+){0,3}:? (?:none|not applicable|no)\s*[.;]?$/.exec(after) ??
      /^(?: \w+){0,3}: (?:none|no|never|not)\b/.exec(after) ??
      /^(?: \w+){0,6} (?:is|are) (?:forbidden|prohibited|excluded)/.exec(after);
    if (denied && !ENDS.test(denied[0].slice(0, -1))) return { polarity: 'denied', at: end + denied.index };
  }
  return { polarity: imagined ? 'imagined' : 'said', at: -1 };
}

/** The exception after a denial: its first words to the end of the clause, or `null`. */
export function exceptionIn(text: string): { readonly at: number; readonly words: string } | null {
  const match =
    /\b(?:except(?:ing)?|other than|apart from|unless|save (?:for|to|where|that|in|as)|without (?:your|their|prior|explicit|the)|until|only with|but|however)\b[^.;]{0,160}/.exec(
      text,
    );
  return match ? { at: match.index, words: match[0].trim() } : null;
}

export type ExceptionKind = 'law' | 'consent' | 'as-described' | 'other';

/** What an exception amounts to (notices.md 4.3). */
export function kindOfException(words: string): ExceptionKind {
  if (
    /\b(?:as|in the (?:cases|ways|circumstances)|for the purposes?|where|than (?:as|is|for)) (?:\w+ ){0,4}(?:described?|descri\w+|set out|stated|explained|outlined|listed|specified|disclosed|provided for|detailed|mentioned)\b|this (?:notice|policy|statement) (?:describes|says|explains|sets out)/.test(
      words,
    )
  )
    return 'as-described';
  if (/\b(?:law|legal(?:ly)?|court|required|obliged|police|crime|fraud|regulator|statut\w+|authorit\w+|order)\b/.test(words)) return 'law';
  if (
    /\b(?:consent|permission|agree|agreed|ask(?:ed)?(?: us)?|authori[sz]e[ds]?|opt(?:ed)? in|say so|tell us|told us|knowledge|request)\b/.test(
      words,
    )
  )
    return 'consent';
  return 'other';
}
