import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/core/declaration.ts';
import { declaredItems, onFile, standingOn, standings } from '../../src/core/declared.ts';
import { aCase, aDeclaration, aDeclaredUse, aRunning } from '../support/evidence.ts';

const stands = (declarations: readonly Declaration[], day: string) =>
  standingOn(standings(aCase({ declarations })), day).map((one) => one.version);
const first = aDeclaration({ valid_to: '2026-05-20' });
const second = aDeclaration({ version: 2, valid_from: '2026-05-10' });

const DAYS: Readonly<Record<string, readonly [readonly Declaration[], string, readonly number[]]>> = {
  'not before its first day': [[first], '2026-04-30', []],
  'on its first day': [[first], '2026-05-01', [1]],
  'on its last day': [[first], '2026-05-20', [1]],
  'not after its last day': [[first], '2026-05-21', []],
  'not before it was published': [[{ ...first, published_at: '2026-05-04T00:30:00Z' }], '2026-05-03', []],
  'not when it was withdrawn': [[{ ...first, withdrawn: true }], '2026-05-05', []],
  'not when it begins after today': [[aDeclaration({ valid_from: '2026-06-02' })], '2026-06-02', []],
  'until the day before the next version': [[{ ...first, superseded_on: '2026-05-10' }, second], '2026-05-09', [1]],
  'not on the first day of the next version': [[{ ...first, superseded_on: '2026-05-10' }, second], '2026-05-10', [2]],
  'until a next version that is dated back is published': [
    [
      { ...first, superseded_on: '2026-05-10' },
      { ...second, published_at: '2026-05-12T09:00:00Z' },
    ],
    '2026-05-11',
    [1],
  ],
  'beside another file of the party': [[first, aDeclaration({ id: 'test-party/local', version: 7 })], '2026-05-05', [7, 1]],
};

describe('a declaration stands', () => {
  for (const [name, [declarations, day, versions]] of Object.entries(DAYS))
    it(name, () => expect(stands(declarations, day)).toEqual(versions));
});

describe('what is declared', () => {
  const items = (over: Partial<Declaration>, from: string, to: string | null) =>
    declaredItems(aCase({ declarations: [aDeclaration({ ...over, uses: [aDeclaredUse({ from, to })] })] })).map((one) => [
      one.first,
      one.last,
    ]);

  it('holds for the days it names, even those before it was filed', () => {
    expect(items({ valid_from: '2026-05-20' }, '2026-05-01', '2026-05-10')).toEqual([['2026-05-01', '2026-05-10']]);
  });
  it('ends with the version that states it', () =>
    expect(items({ valid_to: '2026-05-07' }, '2026-05-01', null)).toEqual([['2026-05-01', '2026-05-07']]));
  it('is nothing where the version ends before it begins', () => expect(items({ valid_to: '2026-05-07' }, '2026-05-08', null)).toEqual([]));
});

describe('what is on file', () => {
  const ended = aDeclaration({ valid_to: '2026-05-09' });
  it('is what stands today', () => expect(onFile(aCase({ declarations: [aDeclaration()] }))).toHaveLength(1));
  it('is what stood when the last adverts ran', () =>
    expect(onFile(aCase({ declarations: [ended], running: [aRunning()] }))).toHaveLength(1));
  it('is nothing when adverts ran after it ended', () => {
    expect(onFile(aCase({ declarations: [ended], running: [aRunning({ last: '2026-05-10' })] }))).toEqual([]);
  });
  it('is what stood last where nothing was seen', () => expect(onFile(aCase({ declarations: [ended] }))).toHaveLength(1));
  it('is nothing where nothing was filed', () => expect(onFile(aCase({ running: [aRunning()] }))).toEqual([]));
});
