/** One party: the three columns, its accounts, notices and declarations, and its present answers. */

import { listDeclarations } from '../../store/declarations.ts';
import { listFindings } from '../../store/findings.ts';
import { noticesOf, snapshotsOf } from '../../store/notices.ts';
import { accountsOf, findParty, registeredAccountsOf, standingOf } from '../../store/parties.ts';
import { type AccountTotal, accountTotals, totalsOf } from '../../store/usage.ts';
import type { Endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { PartyShape, type PartyView } from '../shapes/parties.ts';
import { accountView, findingView } from './common.ts';
import { partySummary } from './front.ts';

export const party: Endpoint = {
  path: '/parties/{party}',
  params: { party: 'Id of the party, as in the register: labour, snp, …' },
  summary: 'One party: what is seen, declared and told, side by side',
  shape: PartyShape,
  load: async (load, params): Promise<PartyView> => {
    const row = await findParty(load.db, params.party ?? '');
    if (!row) throw notFound(`party '${params.party}'`);
    const [standing, accounts, registered, totals, findings, notices, declarations] = await Promise.all([
      standingOf(load.db, row.id),
      accountsOf(load.db, row.id, 40),
      registeredAccountsOf(load.db, row.id, 60),
      accountTotals(load.db, row.id),
      listFindings(load.db, { party: row.id }, null, 100),
      noticesOf(load.db, row.id),
      listDeclarations(load.db, null, 20, row.id),
    ]);
    const weak = await Promise.all(accounts.filter((a) => a.confidence !== 'confirmed').map((a) => totalsOf(load.db, a.id)));
    const allTotals: AccountTotal[] = [...totals, ...weak.flat()];
    const seen = new Set(accounts.map((account) => account.id));
    const withSnapshots = await Promise.all(
      notices.map(async (notice) => ({
        id: notice.id,
        kind: notice.kind,
        url: notice.url,
        snapshots: (await snapshotsOf(load.db, notice.id, 20)).map((snapshot) => ({
          id: snapshot.id,
          captured_at: snapshot.captured_at,
          readable: snapshot.readable === 1,
          words: snapshot.words ?? 0,
        })),
      })),
    );
    const summary = partySummary(row, standing ?? undefined);
    return {
      ...summary,
      website: row.website,
      nations: JSON.parse(row.nations) as string[],
      registrations: JSON.parse(row.registrations) as PartyView['registrations'],
      accounts: [
        ...accounts.map((account) => accountView(account, allTotals)),
        ...registered
          .filter((known) => !seen.has(known.id))
          .map((known) => ({
            id: known.id,
            platform: known.platform,
            buyer: known.name,
            payer: '',
            role: known.role,
            confidence: known.confidence,
            source: known.source,
            checked_on: known.checked_on,
            note: known.note,
            ads: 0,
            spend: [],
          })),
      ],
      findings: findings.map(findingView),
      notices: withSnapshots,
      declarations: declarations.map((d) => ({
        id: d.id,
        version: d.version,
        published_at: d.published_at,
        valid_from: d.valid_from,
        valid_to: d.valid_to,
        status: d.status,
      })),
      problems: missing(summary, withSnapshots, declarations.length),
    };
  },
};

/** What Candour does not have of a party, said plainly. */
function missing(summary: { name: string; totals: { ads: number } }, notices: PartyView['notices'], declarations: number): string[] {
  const said: string[] = [];
  if (summary.totals.ads === 0) said.push(`No ad library read so far shows an ad of a confirmed account of ${summary.name}.`);
  const captured = notices.flatMap((notice) => notice.snapshots);
  if (captured.length === 0) {
    said.push(`No notice of ${summary.name} has been captured, so nothing can be said of what it tells the public.`);
  } else if (captured.every((snapshot) => !snapshot.readable)) {
    said.push(`The notice of ${summary.name} was captured and could not be read, so nothing can be said of what it leaves out.`);
  }
  if (declarations === 0) said.push(`${summary.name} has filed no declaration.`);
  return said;
}
