/** Whether a notice says a thing and denies it (notices.md 4.4). Only a pair that nothing explains is one. */
import type { Disclosure } from '../notice.ts';

/** True when a counted statement and a counted, unlimited denial stand for the same people in different places. */
export function contradicts(disclosures: readonly Disclosure[]): boolean {
  const counted = disclosures.filter((d) => d.counts);
  const said = counted.filter((d) => d.stance !== 'denied');
  const denied = counted.filter((d) => d.stance === 'denied' && d.limit === null && d.details.confidence !== 'medium');
  return said.some((a) => denied.some((b) => a.start !== b.start && sameAudience(a, b)));
}

function sameAudience(a: Disclosure, b: Disclosure): boolean {
  if (a.audience.length === 0 || b.audience.length === 0) return true;
  return a.audience.some((who) => b.audience.includes(who));
}
