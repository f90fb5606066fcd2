/** The engine: one case, every question, one ordered list of findings. Same case, same bytes. */
import type { Case, Finding } from './evidence.ts';
import { partyState } from './party-state.ts';
import type { PartyState, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { earlierEnd, overlap } from './spells.ts';

/** All that follows from a case. */
export interface Reconciled {
  /** Sorted by id, then by first day. Spells of one subject share the id. */
  readonly findings: readonly Finding[];
  readonly state: { readonly state: PartyState; readonly because: string };
}

/**
 * Puts every question of the case's regime to the case. Only what happened while a question was in force is asked about, and no
 * answer reaches outside those days. `rules` is there for tests.
 */
export function reconcile(c: Case, rules: readonly Rule[] = RULES): Reconciled {
  const asked = rules.filter((rule) => rule.regime === c.regime && rule.in_force_from <= c.today);
  const findings = asked.flatMap((rule) => rule.ask(whileInForce(rule, c)).flatMap((finding) => clipped(rule, finding))).sort(byIdThenDay);
  return { findings, state: asked.length > 0 ? partyState(c, findings) : NOTHING_ASKED };
}

/** With no question there is no answer: a party is not "closed" because nobody asked. */
const NOTHING_ASKED = { state: 'not-enough-evidence', because: 'No question is asked under this regime on that day.' } as const;

/** The case without what had ended before the rule came into force, or began after it left. */
function whileInForce(rule: Rule, c: Case): Case {
  const inForce = { first: rule.in_force_from, last: rule.in_force_to };
  return {
    ...c,
    uses: c.uses.filter((use) => overlap(use, inForce)),
    running: c.running.filter((running) => overlap(running, inForce)),
    declarations: c.declarations.map((declaration) => ({
      ...declaration,
      uses: declaration.uses.filter((use) => overlap({ first: use.from, last: use.to }, inForce)),
      practices: declaration.practices.filter((stated) => overlap({ first: stated.from, last: stated.to }, inForce)),
    })),
  };
}

function clipped(rule: Rule, finding: Finding): readonly Finding[] {
  const inForce = { first: rule.in_force_from, last: rule.in_force_to };
  if (!overlap({ first: finding.valid_from, last: finding.valid_to }, inForce)) return [];
  const valid_from = finding.valid_from < rule.in_force_from ? rule.in_force_from : finding.valid_from;
  return [{ ...finding, valid_from, valid_to: earlierEnd(finding.valid_to, rule.in_force_to) }];
}

function byIdThenDay(a: Finding, b: Finding): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.valid_from < b.valid_from ? -1 : a.valid_from > b.valid_from ? 1 : 0;
}
