/** What changed between two runs over one party, subject by subject: the events of the append-only log. */
import type { Finding, Outcome } from './evidence.ts';

export type ChangeKind = 'opened' | 'closed' | 'reopened' | 'changed' | 'withdrawn' | 'answered-met' | 'cannot-tell';

/** One event. `from` and `to` are the present answers before and after; `null` where there is none. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly from: Outcome | null;
  readonly to: Outcome | null;
  /** The reason of the new answer; of the old one where nothing took its place. */
  readonly reason: string;
}

/** The events, in the order of the ids. Both lists are whole: every spell of every subject of the same party. */
export function changes(before: readonly Finding[], after: readonly Finding[]): readonly Change[] {
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id) => {
    const earlier = old.get(id) ?? [];
    const [from, to] = [present(earlier), present(now.get(id) ?? [])];
    const kind = kindOf(from, to, earlier, now.has(id));
    if (kind === null) return [];
    return [{ kind, id, from: from?.outcome ?? null, to: to?.outcome ?? null, reason: (to ?? from)?.reason ?? '' }];
  });
}

function kindOf(from: Finding | null, to: Finding | null, earlier: readonly Finding[], known: boolean): ChangeKind | null {
  if (to === null) {
    if (from === null) return null;
    // A gap whose question no longer arises is closed; a subject that is gone altogether was withdrawn.
    return from.outcome === 'gap' && known ? 'closed' : 'withdrawn';
  }
  if (from !== null && from.outcome === to.outcome) {
    return from.reason === to.reason && from.severity === to.severity ? null : 'changed';
  }
  if (to.outcome === 'gap') return earlier.some((spell) => spell.outcome === 'gap') ? 'reopened' : 'opened';
  if (to.outcome === 'cannot-tell') return 'cannot-tell';
  return from?.outcome === 'gap' ? 'closed' : 'answered-met';
}

function byId(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.id);
    if (group === undefined) groups.set(finding.id, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** The answer that still stands. */
function present(spells: readonly Finding[]): Finding | null {
  return spells.find((spell) => spell.valid_to === null) ?? null;
}
