import { describe, expect, it } from 'vitest';
import type { CriterionId } from '../../../src/core/criteria.ts';
import type { Observation } from '../../../src/core/observation.ts';
import { type AcceptedAd, adsOf, type ReadLibrary, readLibrary, rowOnLine, sharedBytes, sharedExists } from './read-library.ts';

/** Files of the shared real data, by the short names of the design's acceptance tests, with their numbers of rows. */
const FILES = {
  S18: { name: 'snapchat/raw_2018_27col_oldest_header.csv', rows: 659, columns: 27 },
  S20: { name: 'snapchat/raw_2020-09_34col.csv', rows: 5558, columns: 34 },
  S20a: { name: 'snapchat/2020_asof_2020-08-19.csv', rows: 3376, columns: 34 },
  S23: { name: 'snapchat/raw_2023-05-20_38col.csv', rows: 1141, columns: 38 },
  S24: { name: 'snapchat/2024_asof_2024-08-05.csv', rows: 6121, columns: 38 },
  S19a: { name: 'snapchat/2019_asof_2020-02-15.csv', rows: 3609, columns: 34 },
  S19b: { name: 'snapchat/2019_asof_2026-07-22.csv', rows: 3610, columns: 38 },
  daily15: { name: 'snapchat/daily/2019_asof_2026-07-15.csv', rows: 3610, columns: 38 },
  daily16: { name: 'snapchat/daily/2019_asof_2026-07-16.csv', rows: 3602, columns: 38 },
  partial2019: { name: 'snapchat/partial_2024-09-11/2019.csv', rows: 130, columns: 38 },
  partial2024: { name: 'snapchat/partial_2024-09-11/2024.csv', rows: 50, columns: 38 },
} as const;
type File = keyof typeof FILES;

const present = Object.values(FILES).every(({ name }) => sharedExists(name));
const cache = new Map<File, ReadLibrary>();

function file(short: File): ReadLibrary {
  const read = cache.get(short) ?? readLibrary(sharedBytes(FILES[short].name));
  cache.set(short, read);
  return read;
}

const row = (short: File, line: number): AcceptedAd => rowOnLine(file(short).rows, line);
const accepted = (short: File): AcceptedAd[] => adsOf(file(short).rows);
const codes = ({ problems }: AcceptedAd): string[] => problems.map(({ code }) => code);
/** `geo.postcode/include 450`: each observation with its number of values. */
const counts = ({ observations }: AcceptedAd): string[] =>
  observations.map((each) => `${each.criterion}/${each.direction} ${each.values.length}`);
const only = (from: AcceptedAd, criterion: CriterionId): Observation => {
  const found = from.observations.filter((each) => each.criterion === criterion);
  const [first] = found;
  if (first === undefined || found.length !== 1) throw new Error(`${found.length} observations of ${criterion}`);
  return first;
};

describe.skipIf(!present)('the shared real Snapchat files', () => {
  it.each(Object.entries(FILES))('%s: rows = accepted + refused, and every column is used or ignored', (short, { rows, columns }) => {
    const read = file(short as File);
    expect(read.rows.length + read.faults).toBe(rows);
    expect(read.rows.every(({ readings }) => readings.accepted)).toBe(true);
    expect(read.reader.problems).toEqual([]);
    expect(read.reader.columns.used.length + read.reader.columns.ignored.length).toBe(columns);
  });

  it('every row of every file has a reading or a problem, and its line is its row and one', () => {
    for (const short of Object.keys(FILES) as File[]) {
      for (const { row: number, line, readings } of file(short).rows) {
        expect(line).toBe(number + 1);
        if (!readings.accepted || readings.observations.length + readings.problems.length === 0) throw new Error(`${short} line ${line}`);
      }
    }
  });

  it('no value ends in a carriage return, and no link has a query', () => {
    for (const short of ['S18', 'S19b', 'S24'] as const) {
      for (const { ad, observations } of accepted(short)) {
        for (const text of [ad.buyer, ad.payer, ...observations.flatMap(({ values }) => values)])
          if (text.endsWith('\r')) throw new Error(text);
        for (const link of [...ad.media, ad.landing ?? '']) if (/[?#]/.test(link)) throw new Error(ad.id);
      }
    }
  });

  describe('two rows, read', () => {
    it('S24 line 412: five observations, all in, and no problem', () => {
      const read = row('S24', 412);
      expect(read.ad).toMatchObject({
        buyer: 'The Labour Party',
        country: 'GB',
        spend: { min: 97_700, max: 97_700, currency: 'GBP' },
        impressions: { min: 538_508, max: 538_508 },
        start: '2024-04-23T08:39:11Z',
        end: '2024-05-02T20:00:00Z',
      });
      expect(counts(read)).toEqual([
        'geo.country/include 1',
        'geo.region/include 1',
        'geo.postcode/include 450',
        'demo.age/include 1',
        'own-audience.unspecified/include 1',
      ]);
      expect(only(read, 'geo.region').values).toEqual(['London']);
      expect(only(read, 'geo.postcode').rank).toBe(4);
      expect(only(read, 'demo.age').values).toEqual(['18-35']);
      expect(read.problems).toEqual([]);
    });

    it('S19a line 107 and S19b line 660: one ad, whose places the newer copy does not show', () => {
      const [older, newer] = [row('S19a', 107), row('S19b', 660)];
      expect(newer.ad.id).toBe(older.ad.id);
      expect(older.ad.spend).toEqual({ min: 500_000, max: 500_000, currency: 'GBP' });
      expect(counts(older)).toEqual(['geo.country/include 1', 'geo.postcode/include 1626', 'own-audience.unspecified/include 1']);
      expect(codes(older)).toEqual([]);
      expect(counts(newer)).toEqual(['own-audience.unspecified/include 1']);
      expect(codes(newer)).toEqual(['places-not-shown']);
      expect([older.ad.places_shown, newer.ad.places_shown]).toEqual([true, false]);
    });
  });

  describe('bytes', () => {
    it('3: CRLF and LF give the same readings', () => {
      const bytes = sharedBytes(FILES.S19b.name);
      const withLf = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'));
      expect(withLf.length).toBe(bytes.length - 3611);
      expect(readLibrary(withLf).rows).toEqual(file('S19b').rows);
    });

    it('9: very long cells are read whole', () => {
      expect(only(row('S20', 2450), 'geo.postcode').values.join(',').length).toBe(23_993);
      expect(only(row('S19a', 2279), 'geo.postcode').values.join(',').length).toBe(14_877);
      // Three of its circles are small, so their centres are shown rounded.
      expect(only(row('S23', 823), 'geo.radius')).toMatchObject({ hidden: 0, rank: 5, values: { length: 203 } });
    });

    it('10: any slices give the same readings', () => {
      expect(readLibrary(sharedBytes(FILES.S24.name), FILES.S24.name, 4093).rows).toEqual(file('S24').rows);
    });
  });

  describe('who', () => {
    it('24: spaces at the ends stay', () => {
      for (const line of [471, 1040, 1357, 2866]) expect(row('S19a', line).ad.buyer).toBe('Midlothian SNP ');
      for (const line of [368, 720, 3802, 6098]) expect(row('S24', line).ad.buyer).toBe('Midlothian SNP ');
      expect(row('S19b', 198).ad.buyer).toMatch(/^ /);
      expect(row('S19a', 175).ad.buyer).toMatch(/ $/);
    });

    it('25: the buyer is not the payer', () => {
      expect(row('S19a', 226).ad).toMatchObject({ buyer: 'Republic of Media Ltd.', payer: 'Scottish Government' });
      for (const [short, line] of [
        ['S19a', 471],
        ['S19a', 2267],
        ['S19a', 3348],
        ['S24', 2132],
      ] as const) {
        const { buyer, payer } = row(short, line).ad;
        expect(payer).not.toBe('');
        expect(payer).not.toBe(buyer);
      }
    });

    it('26: a payer is cut at 32 characters', () => expect(row('S24', 168).ad.payer).toHaveLength(32));
  });

  describe('money and dates', () => {
    it('34: without a currency column the currency is unknown', () => {
      expect(row('S18', 84).ad.spend).toEqual({ min: 39_000, max: 39_000, currency: null });
      expect(accepted('S18').every(({ ad }) => ad.spend !== null && ad.spend.currency === null)).toBe(true);
    });

    it('35: the currency is not the country’s', () => {
      const currency = (line: number): unknown => row('S24', line).ad.spend?.currency;
      expect([230, 302, 53].map((line) => [row('S24', line).ad.country, currency(line)])).toEqual([
        ['GB', 'EUR'],
        ['GB', 'AUD'],
        ['GB', 'USD'],
      ]);
      for (const line of [67, 72]) {
        expect(currency(line)).toBe('GBP');
        expect(row('S24', line).ad.country).not.toBe('GB');
      }
    });

    it('36: nothing spent, and shown all the same', () => {
      expect(row('S19a', 437).ad).toMatchObject({ spend: { min: 0, max: 0 }, impressions: { min: 41, max: 41 } });
      expect(accepted('S19a').filter(({ ad }) => ad.spend?.max === 0)).toHaveLength(67);
      expect(row('S20', 19).ad.spend?.max).toBe(0);
    });

    it('37: ends that are open or before the start', () => {
      for (const line of [4, 5, 11]) expect(row('S19a', line).ad.end).toBeNull();
      expect(accepted('S19a').filter(({ ad }) => ad.end === null)).toHaveLength(710);
      for (const line of [231, 279, 336]) expect(codes(row('S19a', line))).toContain('end-before-start');
      expect(accepted('S19a').filter((each) => codes(each).includes('end-before-start'))).toHaveLength(27);
    });

    it('sums per payer and currency are those of the library', () => {
      const labour = accepted('S19a').filter(({ ad }) => ad.payer === 'The Labour Party');
      expect(labour).toHaveLength(16);
      expect(new Set(labour.map(({ ad }) => ad.spend?.currency))).toEqual(new Set(['GBP']));
      expect(labour.reduce((sum, { ad }) => sum + (ad.spend?.max ?? 0), 0)).toBe(11_582_900);
    });
  });

  describe('criteria', () => {
    it('39: ages', () => {
      const ages = (short: File, lines: readonly number[]): (string | undefined)[] =>
        lines.map((line) => row(short, line).observations.find(({ criterion }) => criterion === 'demo.age')?.values[0]);
      expect(ages('S19a', [27, 290])).toEqual(['35++', '35++']);
      expect(ages('S24', [14, 20, 25])).toEqual(['17-', '17-', '17-']);
      expect(ages('S19a', [328])).toEqual(['17-']);
      expect(ages('S18', [475])).toEqual(['18-']);
      expect(ages('S19b', [19])).toEqual(['18-18']);
      expect(ages('S19a', [7, 9, 10])).toEqual([undefined, undefined, undefined]);
      const plus = (short: File): number =>
        accepted(short).filter(({ observations }) => observations.some(({ values }) => values[0]?.endsWith('++'))).length;
      expect([plus('S18'), plus('S19a'), plus('S19b')]).toEqual([5, 29, 30]);
    });

    it('40: every country of every file is known', () => {
      for (const short of Object.keys(FILES) as File[]) {
        const unknown = accepted(short).filter(({ problems }) =>
          problems.some(({ field, code }) => field === 'CountryCode' && code === 'unknown-value'),
        );
        expect(unknown).toEqual([]);
      }
    });

    it('41: places that are not shown', () => {
      const lines = { S19b: [77, 84, 87, 660, 2536, 2847, 3104, 3240], S24: [11, 88, 100], S23: [116, 329] } as const;
      for (const [short, numbers] of Object.entries(lines)) {
        for (const line of numbers) {
          const read = row(short as File, line);
          expect(codes(read)).toContain('places-not-shown');
          expect(read.ad.places_shown).toBe(false);
          expect(read.observations.filter(({ criterion }) => criterion.startsWith('geo.') || criterion === 'none.broad')).toEqual([]);
        }
      }
      const hidden = (short: File): number => accepted(short).filter((each) => codes(each).includes('places-not-shown')).length;
      expect([hidden('S19a'), hidden('S19b'), hidden('S23'), hidden('S24')]).toEqual([0, 89, 5, 98]);
    });

    it('42: postcode districts and sectors', () => {
      expect(only(row('S19a', 646), 'geo.postcode').rank).toBe(3);
      expect(only(row('S19a', 646), 'geo.postcode').values).toContain('ip14');
      expect(only(row('S19a', 8), 'geo.postcode').values).toContain('bs10 6');
      expect(only(row('S19a', 8), 'geo.postcode').rank).toBe(4);
      expect(only(row('S20', 796), 'geo.postcode').values).toHaveLength(2700);
    });

    it('43: exclusion only', () => {
      expect(row('S19a', 584).ad.buyer).toBe('CCHQ');
      expect(counts(row('S19a', 584)).filter((each) => each.startsWith('geo.') && !each.startsWith('geo.country'))).toEqual([
        'geo.region/exclude 41',
        'geo.postcode/exclude 17',
      ]);
    });

    it('44: circles, the smallest rounded', () => {
      expect(only(row('S19a', 437), 'geo.radius')).toMatchObject({ values: ['latitude 51.50;longitude -0.14;radius 0.1'], rank: 5 });
      expect(only(row('S19a', 3143), 'geo.radius').values[0]).toMatch(/^latitude -?\d+\.\d\d;longitude -?\d+\.\d\d;radius 0\.06$/);
      expect(only(row('S19a', 628), 'geo.radius').values).toHaveLength(8);
    });

    it('45: language as a criterion', () => {
      for (const line of [229, 561, 596, 1275, 2065, 2310, 3244, 3515, 3765, 4816]) {
        expect(row('S20', line).ad.payer).toBe('The Labour Party');
        expect(only(row('S20', line), 'demo.language').values).toHaveLength(1);
      }
      expect(only(row('S24', 1209), 'demo.language').values).toHaveLength(8);
    });

    it('46: nearly every language is no restriction, and the row says so', () => {
      const read = row('S23', 63);
      expect(codes(read)).toContain('no-restriction');
      expect(read.observations.some(({ criterion }) => criterion === 'demo.language')).toBe(false);
    });

    it('47: codes in the place of labels', () => {
      const lines = [
        ['S19b', 59, 'plc_418'],
        ['S19b', 132, 'plc_418'],
        ['S24', 32, 'vac_172'],
        ['S19a', 17, 'ZZ_Deprecated_1'],
      ] as const;
      for (const [short, line, code] of lines) {
        const read = row(short, line);
        const interest = only(read, 'interest');
        expect(read.problems.some(({ code: kind, message }) => kind === 'code-without-name' && message.includes(code))).toBe(true);
        expect(interest.hidden).toBeGreaterThan(0);
        expect(interest.values.some((value) => value.includes('_'))).toBe(false);
      }
      expect(only(row('S19a', 17), 'interest').values).toEqual(['Collegiates', 'News Watchers']);
    });

    it('48: commas in brackets', () => {
      const read = row('S20', 8);
      expect(only(read, 'demo.job').values).toContain('Occupation (Legal, Education or Health)');
      expect(only(read, 'demo.income-home').values).toContain('Household Income ( $125,000-$149,999)');
      only(read, 'segment.third-party');
      only(row('S18', 31), 'segment.third-party');
    });

    it('every third-party label of every file is in the reviewed list', () => {
      for (const short of Object.keys(FILES) as File[]) {
        const unknown = accepted(short).flatMap(({ problems }) =>
          problems.filter(({ code }) => code === 'unknown-value' || code === 'unpaired-brackets' || code === 'unknown-postcode'),
        );
        expect(unknown).toEqual([]);
      }
    });

    it('49: segments are never an uploaded list', () => {
      only(row('S24', 3561), 'own-audience.unspecified');
      const uk = (short: File): AcceptedAd[] => accepted(short).filter(({ ad }) => ad.country === 'GB');
      const withSegments = (short: File): number =>
        uk(short).filter(({ observations }) => observations.some(({ criterion }) => criterion === 'own-audience.unspecified')).length;
      expect([withSegments('S19a'), uk('S19a').length]).toEqual([466, 486]);
      expect([withSegments('S24'), uk('S24').length]).toEqual([124, 208]);
    });

    it('50: almost nothing chosen', () => {
      expect(counts(row('S19a', 2885))).toEqual(['geo.country/include 1', 'own-audience.unspecified/include 1']);
    });

    it('51 and 52: several links, none, and ignored columns', () => {
      expect(row('S19a', 36).ad.media).toHaveLength(13);
      expect(row('S24', 43).ad.media).toEqual([]);
      expect(codes(row('S24', 43))).not.toContain('bad-link');
      expect(file('S24').reader.columns.ignored.map(({ name }) => name)).toContain('CommitteeName');
      expect(JSON.stringify(row('S24', 19))).not.toContain('Committee');
    });

    it('in the oldest header everything is only used', () => {
      expect(accepted('S18').every(({ observations }) => observations.every(({ direction }) => direction === 'used'))).toBe(true);
    });
  });
});
