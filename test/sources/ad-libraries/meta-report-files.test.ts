import { describe, expect, it } from 'vitest';
import type { Paid } from '../../../src/core/observation.ts';
import { zipMembers } from '../../../src/sources/zip.ts';
import { allOf, inMemory } from '../archive-bytes.ts';
import { type ReadLibrary, readLibrary, sharedBytes, sharedExists } from './read-library.ts';

/** Files of the shared real data, by the short names of the design's acceptance tests, with their numbers of rows. */
const FILES = {
  GB: { name: 'FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv', rows: 4636, atMost100: 3456, refused: 0 },
  GBw: { name: 'FacebookAdLibraryReportGB2019-05-11ThisWeekSpending.csv', rows: 510, atMost100: 402, refused: 0 },
  GR: { name: 'FacebookAdLibraryReport_2023-05-16_GR_last_30_days_advertisers.csv', rows: 1909, atMost100: 1173, refused: 0 },
  BE: { name: 'FacebookAdLibraryReport_2025-07-12_BE_last_30_days_advertisers.csv', rows: 1036, atMost100: 811, refused: 0 },
  places: { name: 'FacebookAdLibraryReport_2025-07-12_BE_last_30_days_locations.csv', rows: 4, atMost100: 1, refused: 0 },
  wallonia: { name: 'FacebookAdLibraryReport_2025-07-12_BE_last_30_days_Wallonia.csv', rows: 642, atMost100: null, refused: 0 },
  unknown: { name: 'FacebookAdLibraryReport_2025-07-12_BE_last_30_days_Unknown.csv', rows: 75, atMost100: null, refused: 0 },
} as const;
type File = keyof typeof FILES;

const GD = 'GD_2025-07-05-last_30_days.zip';
const shared = (name: string): string => `meta_report/${name}`;
const present = [GD, ...Object.values(FILES).map(({ name }) => name)].every((name) => sharedExists(shared(name)));
const cache = new Map<File, ReadLibrary>();

function file(short: File): ReadLibrary {
  const { name } = FILES[short];
  const read = cache.get(short) ?? readLibrary(sharedBytes(shared(name)), name);
  cache.set(short, read);
  return read;
}

const amounts = ({ outcomes }: ReadLibrary): Paid[] => outcomes.flatMap(({ paid }) => (paid === null ? [] : [paid]));

/** The amount on a physical line: no shared report has a line break inside a cell. */
function on(short: File, line: number): Paid {
  const paid = file(short).outcomes.find(({ rows }) => rows[0]?.line === line)?.paid;
  if (!paid) throw new Error(`No amount on line ${line}.`);
  return paid;
}

/** Least and most that a table adds up to, in whole units. */
function total(paid: readonly Paid[]): readonly [least: number, most: number] {
  return [paid.reduce((sum, { spend }) => sum + spend.min, 0) / 100, paid.reduce((sum, { spend }) => sum + (spend.max ?? 0), 0) / 100];
}

/** The CSV members of the shared zip, each under its name in it. */
async function membersOfGd(): Promise<readonly { readonly name: string; readonly read: ReadLibrary }[]> {
  const directory = await zipMembers(inMemory(sharedBytes(shared(GD))), GD);
  if (!directory.ok) throw new Error(directory.problem);
  const csv = directory.members.filter(({ name }) => name.endsWith('.csv'));
  return await Promise.all(
    csv.map(async (member) => {
      const read = readLibrary(new Uint8Array(await allOf(member.read())), `${GD}/${member.name}`);
      return { name: member.name, read };
    }),
  );
}

describe.skipIf(!present)('the shared real Meta reports', () => {
  it.each(Object.entries(FILES))(
    '%s: rows = accepted + refused, and every accepted row is an amount',
    (short, { rows, atMost100, refused }) => {
      const read = file(short as File);
      expect(read.library.id).toBe('meta-report');
      expect(read.rows.length + read.faults).toBe(rows);
      expect(read.faults).toBe(refused);
      expect(amounts(read)).toHaveLength(rows - refused);
      expect(read.outcomes.flatMap(({ problems }) => problems)).toEqual([]);
      expect(read.reader.columns).toMatchObject({ ignored: [], unknown: [] });
      const low = amounts(read).filter(({ spend }) => spend.min === 0 && spend.max === 10_000);
      if (atMost100 !== null) expect(low).toHaveLength(atMost100);
      // Amounts begin at 101.
      for (const { spend } of amounts(read)) if (spend.min !== 0) expect(spend.min).toBeGreaterThanOrEqual(10_100);
    },
  );

  it('1 and 2: the mark at the beginning is no part of the first column, and the last row is read', () => {
    expect(file('GB').reader.columns.used[0]).toBe('Page Name');
    expect(file('BE').reader.columns.used[0]).toBe('Page ID');
    expect(on('GB', 4637).name).toBe('Ironic Protest');
    for (const short of ['GBw', 'GR', 'BE'] as const) expect(file(short).outcomes.at(-1)?.paid).not.toBeNull();
  });

  it('4, 5 and 6: quotes round commas, doubled quotes, and quotes that nobody needs', () => {
    expect(on('GB', 56)).toMatchObject({ name: 'Our Future, Our Choice', payer: 'Our Future, Our Choice' });
    for (const line of [17, 18]) expect(on('GB', line).ads).not.toBeNull();
    expect(on('GR', 272).name).toBe('Εφημερίδα "Η Αυγή"');
    expect(on('BE', 442).name + on('BE', 442).payer).toContain('"');
    expect(on('GB', 65).payer).toMatch(/^[^"]+$/);
  });

  it('12: both cases of the header are one library', () => {
    expect(file('GB').reader.columns.used).toContain('Amount Spent');
    expect(file('BE').reader.columns.used).toContain('Amount spent (EUR)');
  });

  it('16: ids past 2^53 are equal to the text', () => {
    expect(on('BE', 595).page_id).toBe('122100886550010563');
    expect(on('BE', 598).page_id).toBe('122100816908008954');
  });

  it('18 and 19: pages with several rows, and rows that are repeated, are not merged', () => {
    for (const [a, b] of [
      [6, 44],
      [9, 123],
      [7, 139],
    ] as const) {
      expect(on('GB', a).name).toBe(on('GB', b).name);
    }
    const names = amounts(file('GB')).map(({ name }) => name);
    const counts = Map.groupBy(names, (name) => name);
    expect([...counts.values()].filter(({ length }) => length > 1)).toHaveLength(478);
    for (const [short, a, b] of [
      ['GB', 40, 50],
      ['GB', 2130, 2721],
      ['GB', 2831, 3018],
      ['GBw', 303, 396],
      ['GR', 560, 615],
      ['GR', 754, 1032],
    ] as const) {
      const who = ({ page_id, name, payer }: Paid): unknown => [page_id, name, payer];
      expect(who(on(short, a))).toEqual(who(on(short, b)));
    }
  });

  it('20: ads without a disclaimer have no payer', () => {
    const without = (short: File): number => amounts(file(short)).filter(({ payer }) => payer === null).length;
    expect([without('GB'), without('GBw')]).toEqual([1912, 27]);
    expect([on('GB', 14).payer, on('GBw', 100).payer]).toEqual([null, null]);
  });

  it('21 and 22: payers are as printed', () => {
    expect([9, 43, 69, 178, 1897].map((line) => on('GB', line).payer)).toEqual([
      'The Labour Party',
      'The Labour Party.',
      'the Labour Party',
      'the Labour party',
      'The Labour party',
    ]);
    for (const line of [404, 778]) expect(on('GB', line).payer).toMatch(/^and promoted by/);
    expect(on('GB', 2603).payer).toMatch(/^by/);
    for (const line of [213, 1205, 1305]) expect(on('GB', line).payer).toContain('  ');
    expect(on('GB', 963).payer).toContain('AN7HONY');
  });

  it('23: accounts without a page are kept apart, without their names', () => {
    const people = amounts(file('BE')).filter(({ name }) => name === '');
    expect(people).toHaveLength(14);
    expect(people.every(({ page_id }) => page_id === null)).toBe(true);
    expect(on('BE', 487)).toMatchObject({ page_id: null, name: '' });
    for (const short of Object.keys(FILES) as File[])
      expect(JSON.stringify(file(short).outcomes.map(({ paid }) => paid))).not.toContain('Instagram User');
  });

  it('31 and 32: sums keep their bounds', () => {
    expect(on('GB', 1182).spend).toEqual({ min: 0, max: 10_000, currency: null });
    const [gbLeast, gbMost] = total(amounts(file('GB')));
    expect([gbLeast, gbMost]).toEqual([3_315_253, 3_660_853]);
    const [least, most] = total(amounts(file('BE')));
    expect([least, most]).toEqual([519_332, 600_432]);
    const places = total(amounts(file('places')));
    expect(places).toEqual([530_574, 530_674]);
    expect(places[0] > least && places[1] < most).toBe(true);
  });

  it('33: the currency is the header’s, and unknown where there is none', () => {
    const currencies = (short: File): unknown => [...new Set(amounts(file(short)).map(({ spend }) => spend.currency))];
    expect([currencies('BE'), currencies('GR'), currencies('GB')]).toEqual([['EUR'], ['EUR'], [null]]);
    expect(file('GB').reader.problems.map(({ code }) => code)).toEqual(['currency-not-named']);
    expect(file('BE').reader.problems).toEqual([]);
  });

  it('the days and the place are those of the name', () => {
    const of = (short: File): unknown => {
      const { table, place, first, last } = on(short, 2);
      return [table, place, first, last];
    };
    expect(of('GB')).toEqual(['advertisers', 'GB', null, '2019-05-11']);
    expect(of('GBw')).toEqual(['advertisers', 'GB', '2019-05-05', '2019-05-11']);
    expect(of('wallonia')).toEqual(['regions', 'Wallonia', '2025-06-13', '2025-07-12']);
    expect(of('unknown')).toEqual(['regions', 'Unknown', '2025-06-13', '2025-07-12']);
    expect(amounts(file('places')).map(({ place }) => place)).toEqual(['Brussels', 'Flemish Region', 'Unknown', 'Wallonia']);
  });

  it('7, 13 and 97: the members of the zip, with their own day, in their own currency', async () => {
    const members = await membersOfGd();
    expect(members).toHaveLength(9);
    const paid = members.flatMap(({ read }) => amounts(read));
    expect(paid).toHaveLength(167);
    expect(new Set(paid.map(({ last }) => last))).toEqual(new Set(['2025-07-04']));
    expect(new Set(paid.map(({ spend }) => spend.currency))).toEqual(new Set(['XCD']));
    const table = (name: string): number => paid.filter((each) => each.table === name).length;
    expect([table('advertisers'), table('locations'), table('regions')]).toEqual([72, 7, 88]);
    expect(paid.map(({ place }) => place)).toContain('Saint Andrew Parish');
    const pages = amounts(members.find(({ name }) => name.endsWith('_advertisers.csv'))?.read ?? file('GB'));
    expect(pages[52]?.name).toMatch(/^\u{1D403}\u{1D42B}\./u);
    expect(pages[60]?.page_id).toBe('122099491106000633');
    expect([pages[29]?.name, pages[30]?.name]).toEqual(['', '']);
  });

  it('any slices give the same readings', () => {
    const { name } = FILES.GR;
    expect(readLibrary(sharedBytes(shared(name)), name, 1021).outcomes).toEqual(file('GR').outcomes);
  });

  it('what was taken out of the disclaimers before is all there is to take out, or nearly', () => {
    const before = new TextDecoder().decode(sharedBytes(shared(FILES.GB.name)));
    const count = (text: string): number => text.split('[address removed]').length - 1;
    const after = amounts(file('GB')).reduce((sum, { payer, name }) => sum + count(payer ?? '') + count(name), 0);
    expect(count(before)).toBe(72);
    expect(after).toBeGreaterThanOrEqual(72);
    expect(after).toBeLessThan(100);
  });
});
