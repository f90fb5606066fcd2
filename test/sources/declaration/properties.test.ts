import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/sources/declaration/errors.ts';
import { voterDataIn } from '../../../src/sources/declaration/voter-data.ts';
import { readDeclaration, statements } from '../../../src/sources/declaration.ts';
import { type Changes, harbour, LEFT_OUT, readHarbour } from './harbour-party.ts';

const RUNS = { seed: 11, numRuns: 80 };

/** The path of every value of the valid file, objects and lists included. */
function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part, Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`),
  );
  return path === '' ? parts : [path, ...parts];
}

const path = fc.constantFrom(...pathsOf(harbour()));
const plainGarbage = fc.constantFrom<unknown>(
  LEFT_OUT,
  null,
  '',
  ' ',
  'not-used',
  'unknown',
  'not-disclosed',
  'not-applicable',
  0,
  -1,
  1.5,
  1e300,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  ['x'],
  { kind: 'x' },
  'audiences[0]',
  'constructor',
  '__proto__',
  'x'.repeat(5000),
  'exclude',
  'uk',
  'geo.radius',
  '2026-13-01',
  '9999-12-31',
  '\ud800',
);
const garbage = fc.oneof(plainGarbage, fc.jsonValue({ maxDepth: 3 }));
const changes = fc.dictionary(path, garbage, { maxKeys: 4, noNullPrototype: true }).map(deepestFirst);

/** A change inside a part must be made before the part itself is replaced. */
function deepestFirst(all: Changes): Changes {
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => b.length - a.length));
}

function shuffled(value: unknown, order: (names: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(order(Object.keys(value)).map((name) => [name, shuffled(Reflect.get(value, name), order)]));
}

const withoutPlaces = (text: string) => {
  const { ok, errors } = readDeclaration(text);
  return { ok, errors: errors.map(({ line: _line, column: _column, ...rest }) => rest) };
};

describe('whatever stands in a file', () => {
  it('reading never throws, and either fits or says why', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const read = readHarbour(all);
        expect(read.ok).toBe(read.errors.length === 0);
        for (const error of read.errors) {
          expect(CHECKS).toContain(error.check);
          expect(error.message).toMatch(/[.?]$/);
          expect(error.line).toBeGreaterThan(0);
        }
        if (read.ok) statements(read.file, { party: 'p', sha256: 's', superseded_on: null });
      }),
      RUNS,
    );
  });

  it('one place gives one error, in one order', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const paths = readHarbour(all).errors.map((error) => error.path);
        expect(new Set(paths).size).toBe(paths.length);
      }),
      RUNS,
    );
  });

  it('the order of fields changes nothing', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 50 }), (all, turn) => {
        const file = harbour(all);
        const turned = shuffled(file, (names) => {
          const by = turn % Math.max(names.length, 1);
          return [...names.slice(by), ...names.slice(0, by)].reverse();
        });
        expect(withoutPlaces(JSON.stringify(turned))).toEqual(withoutPlaces(JSON.stringify(file)));
      }),
      RUNS,
    );
  });

  it('text of any kind is read or refused, and never throws', () => {
    const text = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
      fc.json(),
      fc.string({ unit: fc.constantFrom('{', '}', '"', ',', ':', '[', ']', 'a', '\\') }),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(readDeclaration(any).errors.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it("no error repeats a person's details, wherever they stand", () => {
    const held = fc.constantFrom(
      'jane.voter@example.com',
      'tell jane.voter@example.com',
      '07700 900123',
      '+44 7700 900123',
      '01632 960 123',
    );
    const place = fc.oneof(
      path,
      path.map((name) => `${name}.jane`),
      fc.constantFrom('other', 'sponsor.other'),
    );
    fc.assert(
      fc.property(place, held, (at, text) => {
        const { errors } = readHarbour({ [at]: text });
        for (const error of errors) {
          expect(voterDataIn(error.message)).toBeNull();
          expect(voterDataIn(error.found ?? '')).toBeNull();
        }
        expect(JSON.stringify(errors)).not.toMatch(/jane\.voter|900123|960 123/);
      }),
      RUNS,
    );
  });

  it('nor does it where the name of a field is such a detail', () => {
    const text = JSON.stringify(harbour()).replace('"id":', '"jane.voter@example.com":1,"id":');
    expect(readDeclaration(text).errors).toMatchObject([{ path: '[email address]', check: 'unknown-field', found: '[email address]' }]);
    const twice = readDeclaration('{"jane.voter@example.com":1,"jane.voter@example.com":2}');
    expect(JSON.stringify(twice.errors)).not.toContain('jane');
  });
});
