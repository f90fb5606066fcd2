/** Whom a statement is about. Statements about staff or applicants alone never answer for voters. */

export type Audience = 'voters' | 'members' | 'supporters' | 'donors' | 'visitors' | 'staff';

const SIGNS: readonly (readonly [Audience, RegExp])[] = [
  [
    'staff',
    /\b(?:staff|employees?|job (?:applicants?|applications?)|applicants?|vacanc(?:y|ies)|recruitment|vetting|references?|our candidates|prospective candidates|candidate (?:selection|approval)|selection (?:process|interview)s?|interns?|suppliers' staff|contractors' staff|apply for a job)\b/,
  ],
  ['voters', /\b(?:voters?|electors?|electorate|constituents?|residents?|households?|registered to vote|electoral (?:register|roll))\b/],
  ['members', /\b(?:members?|membership|join(?:ing)? (?:us|the party|online)|if you join)\b/],
  ['supporters', /\b(?:supporters?|subscribers?|volunteers?|petitions?|sign up|mailing list)\b/],
  ['donors', /\b(?:donors?|donat(?:e|ion|ions|ing)|gifts?|permissible)\b/],
  ['visitors', /\b(?:visitors?|this (?:web ?site|site)|our (?:web ?site|site)|cookies?|log files?|browser)\b/],
];

/** Audiences named in the nearest scope that names any: sentence, then lead-ins, then headings from the innermost out. */
export function audienceOf(scopes: readonly string[]): readonly Audience[] {
  for (const scope of scopes) {
    const found = SIGNS.filter(([, sign]) => sign.test(scope)).map(([audience]) => audience);
    if (found.length > 0) return found;
  }
  return [];
}

/** True where a statement speaks of staff, candidates or applicants and of nobody else. */
export function onlyStaff(text: string, headings: readonly string[]): boolean {
  const STAFF_HEADING =
    /\b(?:job applicants?|recruitment|applicants|employees|staff|vacanc(?:y|ies)|candidate (?:selection|approval|vetting)|prospective candidates|work for us|working for us|apply(?:ing)? (?:for a job|to work))\b/;
  if (headings.some((h) => STAFF_HEADING.test(h))) return true;
  if (
    !/\b(?:job applicants?|applicants?|employees?|staff (?:must|are|will|data|records)|candidates? (?:agree|must|for selection|who apply)|vacanc(?:y|ies))\b/.test(
      text,
    )
  )
    return false;
  return !/\b(?:you|your|voters?|members?|supporters?|donors?|visitors?|electors?)\b/.test(text);
}
