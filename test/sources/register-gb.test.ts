import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountKey, accountsByKey, readRegister } from '../../src/sources/register.ts';

const read = readRegister(readFileSync(new URL('../../src/register/gb.json', import.meta.url), 'utf8'));
if (!read.ok) throw new Error(read.errors.map((it) => it.message).join('\n'));
const { register } = read;
const byKey = accountsByKey(register);

const AUDITED = ['conservative', 'labour', 'liberal-democrats', 'snp', 'dup', 'plaid-cymru', 'ukip'];
const OTHERS = ['reform-uk', 'green-party', 'scottish-greens', 'sinn-fein', 'sdlp', 'uup', 'alliance'];

describe('the register of UK parties', () => {
  it('holds the fourteen parties', () => expect(register.parties.map((it) => it.id)).toEqual([...AUDITED, ...OTHERS]));
  it('marks the seven that the ICO audited', () =>
    expect(register.parties.filter((it) => it.audited_by_ico_2020).map((it) => it.id)).toEqual(AUDITED));
  it('holds no invented party', () => expect(register.parties.filter((it) => it.fictional)).toEqual([]));
  it('says in its head note that weak accounts are not used for findings', () => expect(register.note).toContain('DQ-05'));

  it.each(register.parties.map((it) => [it.id, it] as const))(
    'gives every id of %s as text with its source and the day it was checked',
    (_, party) => {
      for (const fact of [...party.registrations, ...party.accounts, ...party.notices]) {
        expect(fact.source.length).toBeGreaterThan(10);
        expect(fact.checked_on).toBe('2026-11-24');
      }
      for (const account of party.accounts) if (account.platform !== 'snapchat') expect(account.page_id).toMatch(/^(?:\d{9,18}|AR\d{20})$/);
    },
  );

  it('leaves out the ids that are known to be wrong', () => {
    for (const id of ['2324252', '164027949687']) expect(byKey.has(accountKey('meta', { page_id: id }))).toBe(false);
    expect(JSON.stringify(register.parties.map((it) => it.registrations.map((one) => one.number)))).not.toContain('PP1052');
  });

  it('takes nothing as confirmed that was not checked', () => {
    const unchecked = [...byKey.values()].filter(({ account }) => /not checked|repository not noted/.test(account.source));
    expect(unchecked.length).toBeGreaterThan(0);
    for (const { account } of unchecked) expect(account.confidence).toBe('weak');
  });

  it('calls the notice of a branch a branch notice', () => {
    const branch = register.parties.flatMap((it) => it.notices).filter((it) => it.scope === 'branch');
    expect(branch.map((it) => it.id)).toEqual(['plaid-cymru-bg-privacy', 'reform-uk-scotland-privacy']);
  });

  it.each([
    ['Labour Future', 'Labour Future'],
    ['Momentum', 'Momentum'],
    ['Best for Britain', 'Best for Britain'],
    ['Vote For Your Future', 'Vote For Your Future'],
    ['Labour', 'Labour'],
    ['The Labour Party', 'Momentum'],
    ['Australian Labor Party National Secretariat', 'Australian Labor Party National Secretariat'],
  ])('does not take %s, paid by %s, for a party', (organisation, payer) => {
    expect(byKey.has(accountKey('snapchat', { organisation, payer }))).toBe(false);
  });
});

const SHARED = '../../../shared/data/adlibrary/snapchat/';
const shared = (name: string) => new URL(SHARED + name, import.meta.url);
const FILE_OF_2019 = '2019_asof_2020-02-15.csv';

/** Rows of a file whose cells hold no line breaks; enough for these files and no more. */
function rowsOf(name: string): { line: number; organisation: string; payer: string; currency: string; spend: number }[] {
  const [head = [], ...rows] = readFileSync(shared(name), 'utf8').trimEnd().split(/\r?\n/).map(cells);
  const at = (column: string) => head.indexOf(column);
  const [organisation, payer, currency, spend] = ['OrganizationName', 'PayingAdvertiserName', 'Currency Code', 'Spend'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  return rows.map((row, index) => ({
    line: index + 2,
    organisation: row[organisation] ?? '',
    payer: row[payer] ?? '',
    currency: row[currency] ?? '',
    spend: Number(row[spend]),
  }));
}

function cells(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}

describe('the register against the shared real files of Snapchat', () => {
  it.skipIf(!existsSync(shared(FILE_OF_2019)))(
    'finds the parties in the shared real file of 2019 as of February 2020, and nobody else',
    () => {
      const found = new Map<string, { ads: number; gbp: number }>();
      for (const row of rowsOf(FILE_OF_2019)) {
        const match = byKey.get(accountKey('snapchat', row));
        if (!match) continue;
        expect(row.currency).toBe('GBP');
        const key = `${match.party.id} ${match.account.role} ${match.account.name}`;
        const before = found.get(key) ?? { ads: 0, gbp: 0 };
        found.set(key, { ads: before.ads + 1, gbp: before.gbp + row.spend });
      }
      expect(Object.fromEntries(found)).toEqual({
        'labour national The Labour Party': { ads: 16, gbp: 115_829 },
        'labour candidate Jo Dale, candidate in Congleton': { ads: 1, gbp: 3 },
        'liberal-democrats national Liberal Democrats': { ads: 19, gbp: 19_706 },
        'liberal-democrats candidate Vikki Slade, candidate in 2019': { ads: 2, gbp: 0 },
        'conservative national CCHQ': { ads: 6, gbp: 3172 },
        'snp branch Midlothian SNP': { ads: 4, gbp: 111 },
        'green-party branch Mid Suffolk Green Party': { ads: 19, gbp: 954 },
      });
    },
  );

  const NAMED: Record<string, string> = {
    'file of 2019 as of 2020-02-15': FILE_OF_2019,
    'file of 2020 as of 2020-08-19': '2020_asof_2020-08-19.csv',
    'file of 2024 as of 2024-08-05': '2024_asof_2024-08-05.csv',
    'file of 2018': 'raw_2018_27col_oldest_header.csv',
    'file of 2020': 'raw_2020-09_34col.csv',
    'file of 2023 as of 2023-05-20': 'raw_2023-05-20_38col.csv',
  };
  it.skipIf(!existsSync(shared(FILE_OF_2019)))('finds every pair that names a line in the shared real file and on that line', () => {
    const files = new Map(Object.entries(NAMED).map(([words, name]) => [words, rowsOf(name)]));
    const pairs = [...byKey.values()].filter(({ account }) => account.platform === 'snapchat' && /, line \d+$/.test(account.source));
    expect(pairs).toHaveLength(10);
    expect(pairs.filter(({ account }) => account.confidence !== 'confirmed').map(({ account }) => account.role)).toEqual([
      'candidate',
      'candidate',
      'candidate',
    ]);
    for (const { account } of pairs) {
      for (const place of account.source.split('; ')) {
        const [, words = '', line] = /, (file of .*), line (\d+)$/.exec(place) ?? [];
        const first = files.get(words)?.find((row) => row.organisation === account.organisation && row.payer === account.payer);
        expect([place, first?.line]).toEqual([place, Number(line)]);
      }
    }
  });
});
