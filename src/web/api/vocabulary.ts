/** The rules and the vocabulary: what is asked, and in which words. */
import * as z from 'zod';
import { CRITERIA } from '../../core/criteria.ts';
import { PRACTICES } from '../../core/practices.ts';
import type { Rule } from '../../core/rule.ts';
import { rule as findRule, RULES } from '../../core/rules/index.ts';
import { outcomesOfRule } from '../../store/findings.ts';
import type { Endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { listOf } from '../shapes/common.ts';
import { RuleShape, type RuleView } from '../shapes/rules.ts';

/** A rule as data: everything but the question's code. */
export function ruleView(rule: Rule): RuleView {
  const { ask: _, ...rest } = rule;
  return JSON.parse(JSON.stringify(rest)) as RuleView;
}

export const rules: Endpoint = {
  path: '/rules',
  summary: 'The questions put to every party alike',
  shape: listOf(RuleShape),
  list: true,
  query: z.object({}),
  load: async (load) => ({ items: RULES.map(ruleView), next: null, as_of: load.now, revision: load.revision }),
};

export const RuleDetailShape = RuleShape.extend({
  present: z.object({ met: z.number().int(), gap: z.number().int(), cannot_tell: z.number().int() }).describe('Present answers'),
}).meta({ id: 'RuleDetail' });
export type RuleDetailView = z.infer<typeof RuleDetailShape>;

export const rule: Endpoint = {
  path: '/rules/{id}',
  params: { id: 'Id of the rule' },
  summary: 'One question: outcomes, severity, citations, what closes a gap, change log',
  shape: RuleDetailShape,
  load: async (load, params): Promise<RuleDetailView> => {
    const found = findRule(params.id ?? '');
    if (!found) throw notFound(`rule '${params.id}'`);
    const counts = new Map((await outcomesOfRule(load.db, found.id)).map((row) => [row.outcome, row.n]));
    return {
      ...ruleView(found),
      present: { met: counts.get('met') ?? 0, gap: counts.get('gap') ?? 0, cannot_tell: counts.get('cannot-tell') ?? 0 },
    };
  },
};

const EntryShape = z.object({ id: z.string(), label: z.string() }).loose();

export const criteria: Endpoint = {
  path: '/criteria',
  summary: 'The vocabulary: every criterion and every practice',
  shape: z.object({
    criteria: z.array(EntryShape.meta({ id: 'Criterion' })),
    practices: z.array(EntryShape.meta({ id: 'Practice' })),
    as_of: z.string(),
    revision: z.number().int(),
  }),
  load: async (load) => ({ criteria: CRITERIA, practices: PRACTICES, as_of: load.now, revision: load.revision }),
};
