/** The path end to end on a real file: the UK register, a real copy of Snapchat's library, and what follows from them. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSite, runSite } from '../support/running-site.ts';

const FILE = fileURLToPath(new URL('../../../shared/data/adlibrary/snapchat/2019_asof_2020-02-15.csv', import.meta.url));

interface ListedAd {
  id: string;
  buyer: string;
  payer: string;
  role: string | null;
  spend: { min: number; max: number; currency: string };
  criteria: { criterion: string; direction: string }[];
}

interface PartyRecord {
  state: string;
  totals: { ads: number };
  matrix: { practice: string; seen: string; told: string; outcome: string | null }[];
  findings: { id: string; outcome: string; reason: string }[];
}

describe.skipIf(!existsSync(FILE))('the shared real file of 2019, imported with the UK register', () => {
  let site: RunningSite;
  let imported: {
    source_file: string;
    library: string;
    rows: number;
    accepted: number;
    refused: number;
    ads: number;
    observations: number;
  };

  beforeAll(async () => {
    site = await runSite('real');
    site.candour('register', 'apply', 'src/register/gb.json');
    imported = JSON.parse(site.candour('import', FILE, '--json'));
  });
  afterAll(async () => site?.stop());

  const adsOf = async (party: string) => (await site.json<{ items: ListedAd[] }>(`/api/v1/ads?party=${party}&limit=200`)).items;

  it('gives 3,609 rows, all accounted for', () => {
    expect(imported).toMatchObject({ library: 'snapchat', rows: 3609, accepted: 3609, refused: 0, ads: 3609 });
  });

  it.each([
    ['labour', 16, 115_829, 'national', ['The Labour Party']],
    ['liberal-democrats', 19, 19_706, 'national', ['Liberal Democrats']],
    ['conservative', 6, 3172, 'national', ['CCHQ']],
    ['snp', 4, 111, 'branch', ['Midlothian SNP ']],
    ['green-party', 19, 954, 'branch', ['Mid Suffolk Green Party']],
    ['plaid-cymru', 0, 0, null, []],
  ])('gives %s %i ads for GBP %i, and no ad of a similar name', async (party, count, pounds, role, buyers) => {
    const ads = await adsOf(party);
    expect(ads).toHaveLength(count);
    expect(ads.reduce((sum, ad) => sum + ad.spend.min, 0)).toBe(pounds * 100);
    expect(new Set(ads.map((ad) => ad.spend.currency))).toEqual(new Set(count > 0 ? ['GBP'] : []));
    expect([...new Set(ads.map((ad) => ad.buyer))]).toEqual(buyers);
    expect(new Set(ads.map((ad) => ad.role))).toEqual(new Set(count > 0 ? [role] : []));
  });

  it('shows a Labour ad aimed at a radius of 0.1, and says that the unit is assumed', async () => {
    const { items } = await site.json<{ items: ListedAd[] }>('/api/v1/ads?party=labour&criterion=geo.radius');
    const details = await Promise.all(
      items.map((ad) => site.json<{ observations: { criterion: string; values: string[] }[] }>(`/api/v1/ads/${ad.id}`)),
    );
    const circles = details.flatMap((ad) => ad.observations.filter((o) => o.criterion === 'geo.radius').flatMap((o) => o.values));
    expect(circles.some((value) => /radius 0\.1$/.test(value))).toBe(true);
    const html = await (await fetch(`${site.server}/ads/${items[0]?.id}`)).text();
    expect(html).toMatch(/kilometres assumed/i);
  });

  it('shows the Liberal Democrats with postcode sectors and interests', async () => {
    const criteria = new Set((await adsOf('liberal-democrats')).flatMap((ad) => ad.criteria.map((it) => it.criterion)));
    expect(criteria).toContain('geo.postcode');
    // Their one interest, "Political News Watchers", is a group that the platform itself names as political.
    expect(criteria).toContain('political.affinity');
  });

  it('accuses nobody: with no notice captured every told-cell says so', async () => {
    const { items } = await site.json<{ items: { id: string }[] }>('/api/v1/parties');
    expect(items).toHaveLength(14);
    for (const { id } of items) {
      const party = await site.json<PartyRecord>(`/api/v1/parties/${id}`);
      expect(
        party.matrix.every((row) => row.told === 'no-notice'),
        id,
      ).toBe(true);
      expect(
        party.findings.filter((finding) => finding.outcome === 'gap' && !finding.id.includes('declared')),
        id,
      ).toEqual([]);
    }
  });

  it('changes nothing when the same file comes again', async () => {
    const before = await site.json<{ revision: number }>('/api/v1/findings');
    const again = JSON.parse(site.candour('import', FILE, '--json'));
    expect(again).toMatchObject({ ...imported });
    expect((await site.json<{ revision: number }>('/api/v1/findings')).revision).toBe(before.revision);
  });
});
