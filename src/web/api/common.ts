/** Rows of the store as the API's records. */

import type { AdRow, ListedAd } from '../../store/ads.ts';
import { type FindingRow, findingOf } from '../../store/findings.ts';
import type { AccountRow } from '../../store/parties.ts';
import type { AccountTotal } from '../../store/usage.ts';
import type { AdView } from '../shapes/ads.ts';
import type { FindingView } from '../shapes/findings.ts';

export function findingView(row: FindingRow): FindingView {
  const finding = findingOf(row);
  return {
    ...finding,
    evidence: finding.evidence.map((evidence) => ({ ...evidence })),
    recorded_at: row.recorded_at,
    // No person has confirmed it: reviews come with their own table.
    reviewed: false,
  };
}

export function moneyOf(row: { spend_min: number | null; spend_max: number | null; currency: string | null }) {
  return row.spend_min === null ? null : { min: row.spend_min, max: row.spend_max, currency: row.currency || null };
}

export function adView(row: ListedAd): AdView {
  return {
    id: row.id,
    platform: row.platform,
    library_id: row.library_id,
    party: row.party_id,
    role: row.role,
    buyer: row.buyer,
    payer: row.payer,
    spend: moneyOf(row),
    impressions: row.impressions_min === null ? null : { min: row.impressions_min, max: row.impressions_max },
    first_day: row.first_day,
    last_day: row.last_day,
    open: row.end_at === null,
    country: row.country,
    places_shown: row.places_shown === 1,
    criteria: (JSON.parse(row.criteria) as [string, string][]).map(([criterion, direction]) => ({ criterion, direction })),
  };
}

export function adBrief(row: AdRow) {
  return { id: row.id, first_day: row.first_day, last_day: row.last_day, spend: moneyOf(row) };
}

export function accountView(row: AccountRow, totals: readonly AccountTotal[]) {
  const mine = totals.filter((total) => total.account_id === row.id);
  return {
    id: row.id,
    platform: row.platform,
    buyer: row.buyer,
    payer: row.payer,
    role: row.role,
    confidence: row.confidence,
    source: row.source,
    checked_on: row.checked_on,
    note: row.note,
    ads: mine.reduce((sum, total) => sum + total.ads, 0),
    spend: mine.map((total) => ({ min: total.spend_min, max: total.spend_max, currency: total.currency || null })),
  };
}
