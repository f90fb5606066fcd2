/** Where a party stands. Silence never wins: having declared with gaps ranks above having declared nothing. */
import { onFile, standings } from './declared.ts';
import type { Case, Finding } from './evidence.ts';
import type { PartyState } from './rule.ts';
import { seenUses } from './seen.ts';
import { countWords } from './words.ts';

/** The state, and one sentence for a reader that says why. `answered` needs the replies, which are no part of a case. */
export function partyState(c: Case, findings: readonly Finding[]): { readonly state: PartyState; readonly because: string } {
  const open = findings.filter((finding) => finding.valid_to === null && finding.outcome === 'gap').length;
  if (onFile(c).length > 0) {
    return open > 0
      ? { state: 'declared-with-gaps', because: `${c.party.name} has declared, and ${countWords(open, 'gap is', 'gaps are')} open.` }
      : { state: 'closed', because: `${c.party.name} has declared, and no gap is open.` };
  }
  const seen = seenUses(c).length > 0 || c.running.some((running) => running.first <= c.today);
  if (!seen && standings(c).length === 0) {
    return {
      state: 'not-enough-evidence',
      because: `Nothing of ${c.party.name} was seen in the ad libraries read, and nothing was declared.`,
    };
  }
  const why =
    c.declarations.length === 0 ? 'has filed no declaration' : 'has no declaration that stands for the time its adverts ran or today';
  return { state: 'no-declaration', because: `${c.party.name} ${why}.` };
}
