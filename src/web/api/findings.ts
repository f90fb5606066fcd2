/** Findings: the list, and one with its evidence, its history and a citation. */
import * as z from 'zod';
import { citationsFor } from '../../core/practice-questions.ts';
import { rule as findRule } from '../../core/rules/index.ts';
import { adsBehind } from '../../store/ads.ts';
import { findingHistory, listFindings } from '../../store/findings.ts';
import { entriesAbout } from '../../store/log.ts';
import { findParty } from '../../store/parties.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { badRequest, notFound } from '../problem.ts';
import { listOf } from '../shapes/common.ts';
import { FindingDetailShape, type FindingDetailView, FindingShape } from '../shapes/findings.ts';
import { adBrief, findingView } from './common.ts';

export const findings: Endpoint = {
  path: '/findings',
  summary: 'The present answer of every question and subject, gaps first by severity',
  shape: listOf(FindingShape),
  list: true,
  query: z.object({
    party: z.string().optional().describe('Id of a party'),
    rule: z.string().optional().describe('Id of a rule'),
    outcome: z.enum(['met', 'gap', 'cannot-tell']).optional(),
    severity: z.enum(['urgent', 'high', 'medium', 'low', 'info']).optional(),
    practice: z.string().optional().describe('Id of a practice'),
    criterion: z.string().optional().describe('Id of a criterion'),
    platform: z.string().optional(),
    'as-of': z.string().optional().describe('An instant: what Candour said then'),
    limit: z.string().optional().describe('1 to 200, usually 50'),
    after: z.string().optional().describe('From a `next` address'),
  }),
  load: async (load, _params, query) => {
    const limit = pageSize(query);
    const rows = await listFindings(load.db, { ...query, as_of: asOf(query['as-of']) }, place(query.after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(findingView),
      next: nextAddress(load, rows.length > limit && last ? `${last.severity_rank}~${last.id}` : null),
      as_of: asOf(query['as-of']) ?? load.now,
      revision: load.revision,
    };
  },
};

export const finding: Endpoint = {
  path: '/findings/{id}',
  wild: ['id'],
  params: { id: 'Id of the finding: {party}/{rule}/{subject}' },
  summary: 'One finding with its evidence, rule, history and suggested citation',
  shape: FindingDetailShape,
  query: z.object({ 'as-of': z.string().optional().describe('An instant: what Candour said then') }),
  load: async (load, params, query): Promise<FindingDetailView> => {
    const id = params.id ?? '';
    const spells = await findingHistory(load.db, id, asOf(query['as-of']));
    const present = spells.at(-1);
    if (!present) throw notFound(`finding '${id}'`);
    const view = findingView(present);
    const rule = findRule(present.rule);
    const observed = view.evidence.find((e) => e.kind === 'observation') as { direction?: string | null } | undefined;
    const [party, entries, ads] = await Promise.all([
      findParty(load.db, present.party_id),
      entriesAbout(load.db, id, 50),
      observed ? adsBehind(load.db, present.party_id, present.criterion, observed.direction ?? null, present.platform, 10) : [],
    ]);
    const name = party?.name ?? present.party_id;
    const permalink = `${load.origin}/findings/${id}`;
    return {
      ...view,
      party_name: name,
      question: rule?.question ?? '',
      citations: rule ? citationsFor(rule.citations, present.practice).map((citation) => ({ ...citation })) : [],
      closes: rule?.closes ?? '',
      history: spells.slice(0, -1).map(findingView),
      log: entries.map((row) => {
        const body = JSON.parse(row.body) as { from?: string | null; to?: string | null };
        return { seq: row.seq, at: row.at, kind: row.kind, from: body.from ?? null, to: body.to ?? null };
      }),
      ads: ads.map(adBrief),
      permalink,
      citation: `Candour: ${view.reader_text} (${name}, ${rule?.title ?? present.rule}), recorded ${view.recorded_at.slice(0, 10)}, ${permalink}`,
    };
  },
};

function place(after: string | undefined): { rank: number; id: string } | null {
  if (after === undefined) return null;
  const [rank = '', ...id] = after.split('~');
  if (!/^\d$/.test(rank) || id.length === 0) throw badRequest(`'after' is '${after}'. Take it from a 'next' address.`);
  return { rank: Number(rank), id: id.join('~') };
}

/** `as-of` may be a day (its end counts) or an instant. */
export function asOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text}T23:59:59.999Z`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text)) return text;
  throw badRequest(`'as-of' is '${text}'. Write a day (2026-05-03) or an instant in UTC (2026-05-03T12:00:00Z).`);
}
