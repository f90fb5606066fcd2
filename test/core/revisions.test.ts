import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldKind, type Form, isEnd, type PrintedField, type Revision, revisionsOf } from '../../src/core/revisions.ts';
import type { Copy, CopyRow, Sighting } from '../../src/core/sightings.ts';
import { plainly, type Shown, sightingsOf, someCopies } from '../support/copies-of-an-ad.ts';

const copyOn = (as_of: string): Copy => ({ as_of, source: 's' });
const field = (name: string, kind: FieldKind, text: string, shown = text): PrintedField => ({ name, kind, text, shown });

/** A form that one copy alone shows. */
const formOn = (as_of: string, ...fields: readonly PrintedField[]): Form => {
  const end: CopyRow = { ...copyOn(as_of), row: 7 };
  return { sighting: { first: end, last: end, digest: as_of, where: { source: 's', at: 0, bytes: 1 } }, fields };
};

const said = (all: readonly Revision[]) =>
  all.map(({ kind, of, field: name, before, after, from, to }) => {
    const what = of === 'presence' ? '' : ` ${name}: '${before}' to '${after}'`;
    return `${kind}${what}, ${from.as_of} to ${to.as_of}`;
  });

const START = '2026-05-01';
/** Two copies of May, while ads of this year run, and two of which the older was taken when the year was over. */
const RUNNING = ['2026-05-10', '2026-05-20'] as const;
const OVER = ['2027-01-10', '2027-01-20'] as const;

/** One field in two copies that follow one another. */
function changed(name: string, kind: FieldKind, [older, newer]: readonly [string, string], texts: readonly [string, string]) {
  const forms = [formOn(older, field(name, kind, texts[0])), formOn(newer, field(name, kind, texts[1]))];
  return said(revisionsOf(forms, [copyOn(older), copyOn(newer)], START));
}

describe('a field', () => {
  const rows: Readonly<Record<string, readonly [string, FieldKind, readonly [string, string], readonly [string, string], string | null]>> =
    {
      'that a library empties is emptied': ['Postal Codes', 'targeting', RUNNING, ['SW1A', ''], "emptied Postal Codes: 'SW1A' to ''"],
      'of which only spaces are left is emptied': [
        'Postal Codes',
        'targeting',
        RUNNING,
        ['SW1A', ' '],
        "emptied Postal Codes: 'SW1A' to ' '",
      ],
      'that another value stands in is changed': [
        'AgeBracket',
        'targeting',
        RUNNING,
        ['17-24', '18-24'],
        "changed AgeBracket: '17-24' to '18-24'",
      ],
      'that was empty is filled': ['CountryCode', 'targeting', RUNNING, ['', 'gb'], "filled CountryCode: '' to 'gb'"],
      'that differs by spaces at its ends alone is the same': ['Interests', 'targeting', RUNNING, ['Cats', ' Cats  '], null],
      'that is a name is changed': ['OrganizationName', 'name', RUNNING, ['Alpha', 'Beta'], "changed OrganizationName: 'Alpha' to 'Beta'"],
      'that is the day an ad began is moved': [
        'StartDate',
        'date',
        RUNNING,
        ['2026/05/01', '2026/05/02'],
        "moved StartDate: '2026/05/01' to '2026/05/02'",
      ],
      'that is the day it began, emptied, is emptied': [
        'StartDate',
        'date',
        RUNNING,
        ['2026/05/01', ''],
        "emptied StartDate: '2026/05/01' to ''",
      ],
      'that is the day it ends is moved when it is earlier': [
        'EndDate',
        'date',
        RUNNING,
        ['2026/06/09', '2026/06/01'],
        "moved EndDate: '2026/06/09' to '2026/06/01'",
      ],
      'that is the day it ends says nothing when it is later, while it runs': [
        'EndDate',
        'date',
        RUNNING,
        ['2026/06/01', '2026/06/09'],
        null,
      ],
      'that is the day it ends says nothing when it is first given': ['EndDate', 'date', RUNNING, ['', '2026/06/09'], null],
      'that is the day it ends says nothing when it is left open again': ['EndDate', 'date', RUNNING, ['2026/06/09', ''], null],
      'that is the day it ends is moved when it is later, once the year is over': [
        'EndDate',
        'date',
        OVER,
        ['2026/06/01', '2026/06/09'],
        "moved EndDate: '2026/06/01' to '2026/06/09'",
      ],
      'of money says nothing while the ad runs': ['Spend', 'money', RUNNING, ['100', '120'], null],
      'of money is changed once the year is over': ['Spend', 'money', OVER, ['100', '120'], "changed Spend: '100' to '120'"],
      'of money says nothing when the older copy is of the year itself': [
        'Spend',
        'money',
        ['2026-12-31', '2027-01-20'],
        ['100', '120'],
        null,
      ],
      'of an audience says nothing while the ad runs': ['Impressions', 'delivery', RUNNING, ['10', '20'], null],
      'of an audience is changed once the year is over': [
        'Impressions',
        'delivery',
        OVER,
        ['10', '20'],
        "changed Impressions: '10' to '20'",
      ],
      'of a currency is changed whenever it is another': ['Currency', 'money', RUNNING, ['GBP', 'EUR'], "changed Currency: 'GBP' to 'EUR'"],
    };
  for (const [name, [column, kind, copies, texts, expected]] of Object.entries(rows))
    it(name, () =>
      expect(changed(column, kind, copies, texts)).toEqual(expected === null ? [] : [`${expected}, ${copies[0]} to ${copies[1]}`]),
    );

  it('that only one of the two files has is no revision', () => {
    const forms = [
      formOn('2026-05-10', field('RegionID', 'targeting', 'London'), field('Interests', 'targeting', 'Cats')),
      formOn('2026-05-20', field('Interests', 'targeting', 'Cats'), field('Regions (Included)', 'targeting', 'London')),
    ];
    expect(revisionsOf(forms, [copyOn('2026-05-10'), copyOn('2026-05-20')], START)).toEqual([]);
  });

  it('shows of its texts what may be shown, though the whole is compared', () => {
    const forms = [
      formOn('2026-05-10', field('Link', 'link', 'https://a.example/?id=1', 'https://a.example/')),
      formOn('2026-05-20', field('Link', 'link', 'https://b.example/?id=1', 'https://b.example/')),
    ];
    expect(said(revisionsOf(forms, [copyOn('2026-05-10'), copyOn('2026-05-20')], START))).toEqual([
      "changed Link: 'https://a.example/' to 'https://b.example/', 2026-05-10 to 2026-05-20",
    ]);
  });

  it('of an ad without a first day says nothing of money, since no year of it is over', () => {
    const forms = OVER.map((as_of, i) => formOn(as_of, field('Spend', 'money', `${i}`)));
    expect(revisionsOf(forms, OVER.map(copyOn), null)).toEqual([]);
  });

  it('is an end where it is a day and its name says so', () => {
    expect(isEnd(field('EndDate', 'date', ''))).toBe(true);
    expect(isEnd(field('ad_delivery_stop_time', 'date', ''))).toBe(true);
    expect(isEnd(field('Last_Served_Timestamp', 'date', ''))).toBe(true);
    expect(isEnd(field('StartDate', 'date', ''))).toBe(false);
    expect(isEnd(field('Endorsed by', 'text', ''))).toBe(false);
  });
});

describe('an ad as a whole', () => {
  const days = ['2026-05-10', '2026-05-20', '2026-05-30'] as const;
  const [first, , third] = days;
  const copies = days.map(copyOn);
  const same = field('Interests', 'targeting', 'Cats');

  it('is not seen from the first copy that lacks it', () => {
    expect(said(revisionsOf([formOn(first, same)], copies, START))).toEqual(['not-seen, 2026-05-10 to 2026-05-20']);
  });

  it('is seen again in the first copy that shows it once more, and nothing else where it did not change', () => {
    const found = revisionsOf([formOn(first, same), formOn(third, same)], copies, START);
    expect(said(found)).toEqual(['not-seen, 2026-05-10 to 2026-05-20', 'seen-again, 2026-05-10 to 2026-05-30']);
    expect(found.map(({ from, to }) => [from.row, to.row])).toEqual([
      [7, null],
      [7, 7],
    ]);
  });

  it('is seen again with what changed meanwhile', () => {
    const found = revisionsOf([formOn(first, same), formOn(third, field('Interests', 'targeting', ''))], copies, START);
    expect(said(found).at(-1)).toBe("emptied Interests: 'Cats' to '', 2026-05-10 to 2026-05-30");
  });

  it('is never "not seen" where its files are no whole record', () => {
    expect(revisionsOf([formOn(first, same)], [], START)).toEqual([]);
  });

  it('is not "not seen" in a copy that came before', () => {
    expect(revisionsOf([formOn(third, same)], copies, START)).toEqual([]);
  });

  it('that never changed and never went has none', () => {
    expect(revisionsOf([], copies, START)).toEqual([]);
  });
});

describe('revisions', () => {
  const PRINTED: Readonly<Record<string, readonly PrintedField[]>> = {
    old: [field('Interests', 'targeting', 'Cats'), field('Spend', 'money', '100'), field('Buyer', 'name', 'Alpha')],
    new: [field('Interests', 'targeting', ''), field('Spend', 'money', '120'), field('Buyer', 'name', 'Alpha')],
  };
  const of = (copies: readonly Shown[], sightings: readonly Sighting[]) =>
    revisionsOf(
      sightings.map((sighting) => ({ sighting, fields: PRINTED[sighting.digest] ?? [] })),
      copies.map(({ copy }) => copy),
      START,
    );
  /** Rows may be lost where a stretch is cut; copies never are. */
  const withoutRows = (all: readonly Revision[]) =>
    all.map((one) => ({ ...one, from: { ...one.from, row: null }, to: { ...one.to, row: null } }));

  it('are the same in whatever order the copies came', () => {
    let found = 0;
    fc.assert(
      fc.property(someCopies, (copies) => {
        const expected = of(copies, plainly(copies));
        found += expected.length;
        expect(withoutRows(of(copies, sightingsOf(copies)))).toEqual(withoutRows(expected));
      }),
      { seed: 20_261_124, numRuns: 500 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('are one for each change between copies that follow one another', () => {
    fc.assert(
      fc.property(someCopies, (copies) => {
        const states = [...copies].sort((a, b) => `${a.copy.as_of}${a.copy.source}`.localeCompare(`${b.copy.as_of}${b.copy.source}`));
        const seen = states.flatMap(({ form }, i) => (form === null ? [] : [{ form, i }]));
        const pairs = seen.flatMap((one, k) => {
          const next = seen[k + 1];
          return next === undefined ? [] : [{ changed: one.form !== next.form, gone: next.i > one.i + 1 }];
        });
        const lastGone = seen.length > 0 && (seen.at(-1)?.i ?? 0) < states.length - 1;
        const all = of(copies, sightingsOf(copies));
        const count = (test: (one: Revision) => boolean) => all.filter(test).length;
        expect(count(({ field: name }) => name === 'Interests')).toBe(pairs.filter((pair) => pair.changed).length);
        expect(count(({ kind }) => kind === 'seen-again')).toBe(pairs.filter((pair) => pair.gone).length);
        expect(count(({ kind }) => kind === 'not-seen')).toBe(pairs.filter((pair) => pair.gone).length + (lastGone ? 1 : 0));
        expect(count(({ of: what }) => what === 'money' || what === 'name')).toBe(0);
      }),
      { seed: 20_261_124, numRuns: 500 },
    );
  });
});
