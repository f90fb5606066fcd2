/** The weight of a kind of targeting that is seen and not declared, by criterion (rules.md 2.1). */
import type { CriterionId } from './criteria.ts';
import type { Severity } from './evidence.ts';
import type { Direction } from './observation.ts';

/** What is not listed is high: interests, behaviours, political groups, other traits, postcodes, circles and kinds of place. */
const WEIGHTS: Partial<Record<CriterionId, Severity>> = {
  'list.customer': 'urgent',
  'list.member-supporter': 'urgent',
  'list.third-party': 'urgent',
  'segment.third-party': 'urgent',
  lookalike: 'high',
  'retargeting.web': 'high',
  'retargeting.app': 'high',
  'friends-of-connections': 'high',
  'geo.postcode': 'high',
  'geo.radius': 'high',
  'geo.place-category': 'high',
  'geo.country': 'medium',
  'geo.region': 'medium',
  'geo.constituency': 'medium',
  'geo.borough': 'medium',
  'geo.city': 'medium',
  'geo.neighbourhood': 'medium',
  'geo.relation': 'medium',
  'geo.unspecified': 'medium',
  'demo.age': 'medium',
  'demo.gender': 'medium',
  engagement: 'medium',
  'demo.language': 'low',
  device: 'low',
};

/** The weight of a gap. People left out, with no exclusion declared on that platform, weigh high at least. */
export function weightOf(use: { readonly criterion: CriterionId; readonly direction: Direction }, exclusionDeclared: boolean): Severity {
  const weight = WEIGHTS[use.criterion] ?? 'high';
  if (use.direction !== 'exclude' || exclusionDeclared) return weight;
  return weight === 'urgent' ? 'urgent' : 'high';
}

/** The same in words. */
export const SEEN_NOT_DECLARED_SEVERITY =
  "By kind of targeting. Urgent: uploaded lists, and groups built from other companies' data. High: lookalikes, website or app visitors, friends of people connected to the page, interests, behaviours, political groups, postcodes, circles, kinds of place, and traits other than age, gender and language. Medium: age, gender, engagement, and wider places. Low: language and device. Leaving people out where no exclusion is declared on that platform: high at least.";
