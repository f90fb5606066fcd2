/** Words that make a denial narrow (notices.md 4.2). They are kept, so that nobody reads "through this website" as "never". */

const LIMITS: readonly RegExp[] = [
  /\b(?:through|on|via|from|by|using) (?:this|our|the) (?:web ?site|site|app|form|page|survey|petition)\b/,
  /\b(?:you )?(?:type|typed|enter|entered|give|leave|write) (?:here|into this \w+|in this \w+|on this \w+)\b/,
  /\bthis (?:website|site|form|app|page|survey)\b/,
  /\b(?:on|to) other (?:web ?sites|sites)\b/,
  /\bfor this (?:appeal|purpose|campaign|petition|survey)\b/,
  /\b(?:legal|similarly significant|significant)(?: or (?:similarly )?significant)? effects?\b/,
  /\bwithout (?:your|their|prior|explicit|the (?:person's|user's)) (?:\w+ )?(?:consent|permission|agreement|knowledge|say-so)\b/,
  /\b(?:unless|until|except where|except if) (?:you|they) (?:\w+ ){0,4}(?:agree|consent|ask|permit|opt|tell|say)\w*\b/,
  /\b(?:unless|except (?:where|when|if|as)|other than where|save where) (?:\w+ ){0,6}(?:law|legal\w*|court|required|obliged)(?: (?:requires?|obliges?|demands?|by law))?\b/,
  /\b(?:at present|so far|currently|at the moment|for now|for the time being)\b/,
  /\b(?:unrelated|unaffiliated) third parties\b/,
  /\b(?:ad networks?|advertising networks?)\b/,
  /\b(?:log files?|bank details|card (?:details|numbers?)|payment details|ip addresses?|phone's position|identity documents|search words|copies of \w+)\b/,
  /\bfor (?:their|its) own (?:\w+ ){0,2}(?:purposes?|adverts?|marketing|use|ends)\b/,
  /\bfor (?:marketing|direct marketing|commercial|advertising|promotional) purposes\b/,
];

/** Technical or special items: a denial about one of them does not answer for a practice about people's data at large. */
const ITEM =
  /\b(?:log files?|logs?|bank details|card (?:details|numbers?)|payment (?:details|information)|credit card\w*|ip addresses?|identity documents|passwords?|geolocation|health (?:data|information)|call recordings|children's (?:data|information))\b/;

/** The limiting words of a denial, or `null`. `text` is folded. */
export function limitOf(text: string): string | null {
  for (const limit of LIMITS) {
    const match = limit.exec(text);
    if (match) return match[0];
  }
  return null;
}

/** The technical item a denial is about, or `null`. */
export function itemOf(text: string): string | null {
  return ITEM.exec(text)?.[0] ?? null;
}
