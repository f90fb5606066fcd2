/** Real copies of Snapchat's year 2019, in the order they were taken and in the other: what the library changed, and what is held. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, runSite } from '../support/running-site.ts';

const shared = (name: string): string => fileURLToPath(new URL(`../../../shared/data/adlibrary/snapchat/${name}`, import.meta.url));
const OLD = shared('2019_asof_2020-02-15.csv');
const NEW = shared('2019_asof_2026-07-22.csv');

interface Revision {
  ad: string;
  field: string;
  kind: string;
  before: string;
  after: string;
  party: string | null;
  spend: { min: number; currency: string | null } | null;
}

/** Every revision of a site, page by page. */
async function allRevisions(site: RunningSite): Promise<Revision[]> {
  const found: Revision[] = [];
  let next: string | null = '/api/v1/revisions?limit=200';
  while (next !== null) {
    const page: { items: Revision[]; next: string | null } = await site.json(next);
    found.push(...page.items);
    next = page.next;
  }
  return found;
}

const plain = (all: readonly Revision[]): string[] =>
  all.map(({ ad, field, kind, before, after, party }) => JSON.stringify({ ad, field, kind, before, after, party })).sort();

describe.skipIf(!existsSync(NEW))('the shared real copies of Snapchat’s year 2019', () => {
  let site: RunningSite;
  let other: RunningSite;
  let revisions: Revision[];

  beforeAll(async () => {
    [site, other] = await Promise.all([runSite('real'), runSite('real')]);
    for (const one of [site, other]) one.candour('register', 'apply', 'src/register/gb.json');
    site.candour('import', OLD, NEW, '--json');
    other.candour('import', NEW, OLD, '--json');
    revisions = await allRevisions(site);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([site.stop(), other.stop()]);
  });

  const of = (field: string, kind?: string) => revisions.filter((one) => one.field === field && (kind === undefined || one.kind === kind));

  it('differ in 1,084 ads', () => expect(new Set(revisions.map(({ ad }) => ad)).size).toBe(1084));

  it('lost the country and the postcodes of the same 89 ads, and the places left out of two', () => {
    const ads = (field: string) => of(field, 'emptied').map(({ ad }) => ad);
    expect(ads('CountryCode')).toHaveLength(89);
    expect(ads('Postal Codes (Included)').sort()).toEqual(ads('CountryCode').sort());
    expect(ads('Postal Codes (Excluded)')).toHaveLength(2);
  });

  it('show whose ads lost their places: five of Labour with GBP 97,367, six of the Liberal Democrats', () => {
    const lost = of('CountryCode', 'emptied');
    const labour = lost.filter(({ party }) => party === 'labour');
    expect(labour).toHaveLength(5);
    expect(labour.reduce((sum, { spend }) => sum + (spend?.min ?? 0), 0)).toBe(9_736_700);
    expect(lost.filter(({ party }) => party === 'liberal-democrats')).toHaveLength(6);
  });

  it('have 302 age brackets rewritten', () => expect(of('AgeBracket')).toHaveLength(302));

  it('never say that anything was removed', () => expect(JSON.stringify(revisions)).not.toMatch(/removed|deleted/i));

  it('give the same revisions whichever came first', async () => {
    expect(plain(await allRevisions(other))).toEqual(plain(revisions));
  });

  it('leave the ads their country, their postcodes and their old bracket, marked until when they were shown', async () => {
    const [lost] = of('Postal Codes (Included)', 'emptied').filter(({ party }) => party === 'labour');
    for (const one of [site, other]) {
      const ad = await one.json<{
        country: string;
        observations: { criterion: string; value_count: number; first_as_of: string; shown_until: string | null }[];
      }>(`/api/v1/ads/${lost?.ad}`);
      expect(ad.country).toBe('GB');
      const postcodes = ad.observations.find(({ criterion }) => criterion === 'geo.postcode');
      expect(postcodes).toMatchObject({ first_as_of: '2020-02-15', shown_until: '2020-02-15' });
      expect(postcodes?.value_count).toBeGreaterThan(1_500);
    }
  });

  it('give no finding for what comes and goes: eight ads not seen on one day and seen again', async () => {
    const [before, after] = ['daily/2019_asof_2026-07-15.csv', 'daily/2019_asof_2026-07-16.csv'].map(shared);
    other.candour('import', before ?? '', '--as-of', '2026-07-15', '--json');
    other.candour('import', after ?? '', '--as-of', '2026-07-16', '--json');
    const presence = (await allRevisions(other)).filter(({ field }) => field === '');
    expect(presence.filter(({ kind }) => kind === 'not-seen')).toHaveLength(8);
    expect(presence.filter(({ kind }) => kind === 'seen-again')).toHaveLength(8);
  });

  it('hold the broken publication of 10 September 2024, and nothing public changes', async () => {
    const before = await site.json<{ items: object[] }>('/api/v1/ads?limit=200');
    expect(() => site.candour('import', shared('partial_2024-09-11/2019.csv'), '--as-of', '2024-09-10', '--json')).toThrow(/is held/);
    const [run] = (await site.json<{ items: { status: string; held: string | null }[] }>('/api/v1/runs?limit=1')).items;
    expect(run).toMatchObject({ status: 'held', held: expect.stringMatching(/3,4\d\d of the 3,6\d\d ads/) });
    expect(await site.json<{ items: object[] }>('/api/v1/ads?limit=200')).toMatchObject({ items: before.items });
    expect(await allRevisions(site)).toEqual(revisions);
  });
});
