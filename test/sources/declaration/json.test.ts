import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH_LIMIT, parseJson, VALUE_LIMIT } from '../../../src/sources/declaration/json.ts';
import { offsetOf, positions } from '../../../src/sources/declaration/locate.ts';
import { readDeclaration } from '../../../src/sources/declaration.ts';

/** What is wrong with the text, where, and the words that say what to do. */
const FAULTS: readonly (readonly [string, string, number, number, RegExp])[] = [
  ['a trailing comma in an object', '{\n  "id": "a",\n}', 3, 1, /comma stands before this closing bracket\. Remove the comma/],
  ['a trailing comma in a list', '{ "regimes": ["uk", ] }', 1, 21, /Remove the comma/],
  ['a missing brace', '{\n  "sponsor": {\n    "name": "a"\n', 4, 1, /ends before the \{ of line 2, column 14 is closed\. Add \}/],
  ['a missing bracket', '{ "regimes": ["uk"', 1, 19, /ends before the \[ of line 1, column 14 is closed\. Add \]/],
  ['a bracket that closes another', '{ "regimes": ["uk" }', 1, 20, /does not close the one opened on line 1, column 14/],
  ['a byte order mark', '\uFEFF{}', 1, 1, /byte order mark\. Save it as UTF-8 without one/],
  ['a field given twice', '{\n "id": "a",\n "id": "b"\n}', 3, 2, /"id" is given twice in one object, first on line 2\. Keep one/],
  ['NaN', '{ "version": NaN }', 1, 14, /NaN is not a value in JSON/],
  ['Infinity', '{ "version": -Infinity }', 1, 14, /not a number in JSON/],
  ['True with a capital', '{ "targeting_used": True }', 1, 21, /True is not a value in JSON/],
  ['single quotation marks round a value', '{ "id": \'a\' }', 1, 9, /straight double quotation marks/],
  ['single quotation marks round a name', "{ 'id': 1 }", 1, 3, /straight double quotation marks/],
  ['curly quotation marks', '{ “id”: 1 }', 1, 3, /straight double quotation marks/],
  ['a comment at the end of a line', '{ "id": "a" // ours\n}', 1, 13, /no comments/],
  ['a comment before a name', '{ /* ours */ "id": "a" }', 1, 3, /no comments/],
  ['a comment after the end', '{}\n# ours', 2, 1, /no comments/],
  ['a missing comma', '{ "id": "a"\n  "version": 1 }', 2, 3, /comma or a closing bracket is missing/],
  ['a missing colon', '{ "id" "a" }', 1, 8, /colon should stand/],
  ['a name with no quotation marks', '{ id: 1 }', 1, 3, /field name in double quotation marks/],
  ['a text with no quotation marks', '{ "id": harbour }', 1, 9, /Text needs double quotation marks/],
  ['a missing value', '{ "id": , "version": 1 }', 1, 9, /value is missing here/],
  ['a text with a line break', '{ "id": "a\nb" }', 1, 9, /no closing quotation mark on its line/],
  ['a text that never ends', '{ "id": "a', 1, 9, /no closing quotation mark/],
  ['a tab in a text', '{ "id": "a\tb" }', 1, 11, /Write \\t/],
  ['a lone backslash', '{ "path": "C:\\dir" }', 1, 14, /Write two of them/],
  ['a leading zero', '{ "page_id": 007 }', 1, 14, /put an id, a date or a range in quotation marks/],
  ['a date with no quotation marks', '{ "valid_from": 2026-04-12 }', 1, 17, /in quotation marks/],
  ['a plus sign', '{ "min": +5 }', 1, 10, /not a number in JSON/],
  ['two declarations', '{}\n{}', 2, 1, /follows the end of the declaration/],
  ['nothing but space', ' \n\n', 3, 1, /file is empty/],
  ['more values than a declaration has', `[\n${'0,'.repeat(40_000)}0]`, 2, 2 * VALUE_LIMIT - 1, /more than 30000 values/],
  ['nesting without end', '['.repeat(100_000), 1, DEPTH_LIMIT + 1, /nested more than 32 levels deep/],
];

describe('what is wrong with the JSON', () => {
  it.each(FAULTS)('%s', (_, text, line, column, words) => {
    const { errors } = readDeclaration(text);
    expect(errors).toHaveLength(1);
    if (text.trim() !== '') expect(errors[0]).toMatchObject({ check: 'not-json', line, column });
    expect(errors[0]?.message).toMatch(words);
    expect(errors[0]?.message).toContain(`line ${errors[0]?.line}, column ${errors[0]?.column}.`);
  });

  it('line endings of every kind count as one', () => {
    expect(readDeclaration('{\r\n"id": 1\r"x" }').errors).toMatchObject([{ line: 3, column: 1 }]);
  });
});

describe('reading JSON', () => {
  it('agrees with JSON.parse on every value it takes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = parseJson(text);
        expect('fault' in read ? read.fault : read.value).toEqual(JSON.parse(text));
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('refuses whatever JSON.parse refuses, at a place inside the text', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '1', '-', '.5', 'e', 'true', 'nul', ' ', '\\', '\\u12', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const read = parseJson(text);
        if (!('fault' in read)) expect(read.value).toEqual(JSON.parse(text));
        else if (!read.fault.says.includes('given twice')) expect(() => JSON.parse(text)).toThrow();
        if ('fault' in read) expect(read.fault.at).toBeLessThanOrEqual(text.length);
      }),
      { seed: 7, numRuns: 600 },
    );
  });

  it('resolves escapes', () => {
    expect(parseJson('"\\u00e9\\n\\"\\\\\\/\\b\\f\\r\\t"')).toMatchObject({ value: 'é\n"\\/\b\f\r\t' });
  });

  it('knows the place of each value and each name', () => {
    const text = '{\n  "a": [1,\n    { "b": true }]\n}';
    const read = parseJson(text);
    if ('fault' in read) throw new Error(read.fault.says);
    const at = (path: readonly (string | number)[], of: 'value' | 'name') => positions(text)(offsetOf(read.place, path, of));
    expect(at(['a', 1, 'b'], 'value')).toEqual({ line: 3, column: 12 });
    expect(at(['a', 1, 'b'], 'name')).toEqual({ line: 3, column: 7 });
    expect(at(['a', 1, 'missing'], 'value')).toEqual({ line: 3, column: 5 });
  });
});
