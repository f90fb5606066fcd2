/** Advertisers nobody mapped: those whose names resemble a party's first, the others by what they spent. Nothing is mapped by a name. */
import * as z from 'zod';
import { isPlatform, platform } from '../../core/platforms.ts';
import { type KnownName, resembling } from '../../core/resemblance.ts';
import {
  type DecisionRow,
  decisionsOn,
  type NameRow,
  namesOfParties,
  type UnmappedRow,
  unmappedByAds,
  unmappedByMoney,
  unmappedCurrencies,
} from '../../store/advertisers.ts';
import type { Endpoint } from '../endpoint.ts';
import { AdvertiserShape, type AdvertiserView } from '../shapes/advertisers.ts';
import { listOf } from '../shapes/common.ts';

/** Of each currency, the largest that are looked at. */
const MOST = 200;

export const advertisers: Endpoint = {
  path: '/advertisers',
  summary: 'Advertisers that no party is mapped to, names that resemble a party’s first',
  description:
    'The 200 largest of each currency, and those that only tables of money about the UK name. Each comes once for each currency: currencies are never added. A resemblance is a question; only a review maps an advertiser.',
  shape: listOf(AdvertiserShape).extend({ currencies: z.array(z.string()).describe('In which such advertisers spent; empty: not named') }),
  list: true,
  query: z.object({
    party: z.string().optional().describe('Id of a party: only names that resemble it'),
    platform: z.string().optional(),
    currency: z.string().optional().describe('ISO 4217, or none where the library names none'),
  }),
  load: async (load, _params, query) => {
    const [found, names] = await Promise.all([unmappedCurrencies(load.db), namesOfParties(load.db)]);
    const asked = query.currency === 'none' ? '' : query.currency;
    const [byAds, byMoney] = await Promise.all([
      unmappedByAds(load.db, asked === undefined ? found : found.filter((one) => one === asked), MOST),
      unmappedByMoney(load.db, MOST),
    ]);
    const fits = (row: UnmappedRow): boolean =>
      (asked === undefined || row.currency === asked) && (query.platform === undefined || row.platform === query.platform);
    const rows = [...byAds, ...byMoney].filter(fits);
    const decisions = await decisionsOn(load.db, [...new Set(rows.flatMap((row) => (row.id === null ? [] : [row.id])))]);
    const decided = new Map(decisions.map((one) => [one.subject, one]));
    const ask = resembling(names.map(knownName));
    const currencies = [...new Set([...found, ...byMoney.map((row) => row.currency)])];
    const place = new Map(currencies.map((one, i) => [one, i]));
    const items = rows
      .map((row) => advertiserView(row, ask(row.buyer, row.payer), decided.get(row.id ?? '')))
      .filter((item) => query.party === undefined || item.resembles.some((it) => it.party === query.party))
      .sort(
        (a, b) => weight(a) - weight(b) || at(place, a) - at(place, b) || b.spend.min - a.spend.min || (nameOf(a) < nameOf(b) ? -1 : 1),
      );
    return { items, next: null, as_of: load.now, revision: load.revision, currencies };
  },
};

function nameOf(item: AdvertiserView): string {
  return item.id ?? `${item.platform}:${item.buyer}:${item.payer}`;
}

/** Close names first, then distant ones, then no resemblance; what a person rejected comes last. */
function weight(item: AdvertiserView): number {
  if (item.rejected !== null) return 3;
  const [first] = item.resembles;
  return first === undefined ? 2 : first.strength === 'strong' ? 0 : 1;
}

function at(place: ReadonlyMap<string, number>, item: AdvertiserView): number {
  return place.get(item.spend.currency ?? '') ?? place.size;
}

function knownName(row: NameRow): KnownName {
  if (row.platform === null) return { party: row.party, name: row.name };
  const on = isPlatform(row.platform) ? platform(row.platform).name : row.platform;
  return { party: row.party, name: row.name, of: `its account on ${on}` };
}

function advertiserView(
  row: UnmappedRow,
  resembles: readonly { readonly party: string; readonly because: string; readonly strength: 'strong' | 'weak' }[],
  decision: DecisionRow | undefined,
): AdvertiserView {
  const { source, source_name, source_row } = row;
  const file =
    source === null || source_name === null || source_row === null ? null : { sha256: source, name: source_name, row: source_row };
  return {
    id: row.id,
    platform: row.platform,
    buyer: row.buyer,
    payer: row.payer,
    spend: { min: row.spend_min, max: row.spend_max, currency: row.currency || null },
    ads: row.ads,
    first_day: row.first_day,
    last_day: row.last_day,
    known_from: file === null ? 'ads' : 'money',
    source_file: file,
    resembles: resembles.map((it) => ({ ...it })),
    rejected:
      decision?.decision === 'reject'
        ? { party: decision.party_id, reviewer: decision.reviewer, reason: decision.reason, source: decision.source, at: decision.at }
        : null,
  };
}
