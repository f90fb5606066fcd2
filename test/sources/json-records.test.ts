import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonEvent } from '../../src/sources/json-record.ts';
import { isJson, JsonRecords, type JsonRecordsOptions } from '../../src/sources/json-records.ts';

const SEED = { seed: 20260503 };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const recordsOf = (events: readonly JsonEvent[]): unknown[] =>
  events.map((event) => (event.kind === 'record' ? event.cells[0] : `fault:${event.code}`));

function read(bytes: Uint8Array, sizes: readonly number[] = [], options: JsonRecordsOptions = {}): JsonEvent[] {
  const reader = new JsonRecords(options);
  const events: JsonEvent[] = [];
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes.length === 0 ? bytes.length : Math.max(1, sizes[i % sizes.length] ?? 1);
    // A copy that is spoilt afterwards: the reader may not keep a view of what it was given.
    const chunk = bytes.slice(at, at + size);
    events.push(...reader.push(chunk));
    chunk.fill(0x22);
    at += size;
  }
  return [...events, ...reader.end()];
}

describe('JSON records', () => {
  const table: Record<string, { given: string; gives: unknown[] }> = {
    'an empty file has no records': { given: '', gives: [] },
    'blanks have no records': { given: ' \n\t\r\n', gives: [] },
    'one object is one record': { given: '{"id":"1"}', gives: ['{"id":"1"}'] },
    'one object over many lines is one record': { given: '{\n  "id": "1"\n}\n', gives: ['{\n  "id": "1"\n}'] },
    'lines of objects are records': { given: '{"id":"1"}\n{"id":"2"}\r\n{"id":"3"}', gives: ['{"id":"1"}', '{"id":"2"}', '{"id":"3"}'] },
    'objects may follow one another with nothing between': { given: '{"id":"1"}{"id":"2"}', gives: ['{"id":"1"}', '{"id":"2"}'] },
    'a byte order mark is no part of the first': { given: '\uFEFF{"id":"1"}', gives: ['{"id":"1"}'] },
    'elements of a list are records': { given: '[{"id":"1"}, {"id":"2"}\n]\n', gives: ['{"id":"1"}', '{"id":"2"}'] },
    'an empty list has no records': { given: '[ ]', gives: [] },
    'an answer’s data are records': {
      given: '{"data":[{"id":"1"},{"id":"2"}],"paging":{"next":"x"}}',
      gives: ['{"id":"1"}', '{"id":"2"}'],
    },
    'an answer may name its data last': { given: '{"paging":{"a":[1]},"data":[{"id":"1"}]}', gives: ['{"id":"1"}'] },
    'an answer may name its data with an escape': { given: '{"d\\u0061ta":[{"id":"1"}]}', gives: ['{"id":"1"}'] },
    'an answer with no data has no records': { given: '{"data":[],"paging":{}}', gives: [] },
    'answers follow one another, a line each': {
      given: '{"data":[{"id":"1"}],"paging":{}}\n{"data":[]}\n{"data":[{"id":"2"}]}\n',
      gives: ['{"id":"1"}', '{"id":"2"}'],
    },
    'answers and records may mix': {
      given: '{"data":[{"id":"1"}]}\n{"id":"2"}\n[{"id":"3"}]',
      gives: ['{"id":"1"}', '{"id":"2"}', '{"id":"3"}'],
    },
    'answers in a list are records of it': { given: '[{"data":[{"id":"1"}]}]', gives: ['{"data":[{"id":"1"}]}'] },
    'an object whose data is no list is a record': { given: '{"data":{"page":1}}', gives: ['{"data":{"page":1}}'] },
    'an object with data inside is a record': { given: '{"a":{"data":[1]}}', gives: ['{"a":{"data":[1]}}'] },
    'a value called data is no key': { given: '{"a":"data","b":["data",[1]]}', gives: ['{"a":"data","b":["data",[1]]}'] },
    'an answer that names its data twice gives both': { given: '{"data":[1],"data":[2]}', gives: ['1', '2'] },
    'other values are records too': { given: 'null\n12\n"a b"\ntrue', gives: ['null', '12', '"a b"', 'true'] },
    'other values in a list are records too': { given: '[null,[1,[2]],"]",-1.5e3]', gives: ['null', '[1,[2]]', '"]"', '-1.5e3'] },
    'brackets and quotes in texts are text': { given: '{"a":"}]\\"{["}\n{"b":"\\\\"}', gives: ['{"a":"}]\\"{["}', '{"b":"\\\\"}'] },
    'a record that is no JSON is one fault, and the next is read': {
      given: '{"a":1}\n{a:1}\n{"b":2}',
      gives: ['{"a":1}', 'fault:not-json', '{"b":2}'],
    },
    'so in a list': { given: '[{"a":1},{"a" 1},{"b":2}]', gives: ['{"a":1}', 'fault:not-json', '{"b":2}'] },
    'so in an answer': { given: '{"data":[{"a":1},{"a" 1},{"b":2}]}\n{"c":3}', gives: ['{"a":1}', 'fault:not-json', '{"b":2}', '{"c":3}'] },
    'a word that is none in a list is one fault': { given: '[1,nul,2]', gives: ['1', 'fault:not-json', '2'] },
    'a line that is cut inside a text is one fault': { given: '{"a":"x\n{"b":2}\n', gives: ['fault:not-json', '{"b":2}'] },
    'a line that is cut between brackets is one fault': { given: '{"a":{"c":1}\n{"b":2}\n', gives: ['fault:cut-short', '{"b":2}'] },
    'an answer that is cut inside a record is one fault': {
      given: '{"data":[{"a":1},{"a":2\n{"data":[{"b":2}]}\n',
      gives: ['{"a":1}', 'fault:cut-short', '{"b":2}'],
    },
    'an answer that is cut after a record is one fault': {
      given: '{"data":[{"a":1}\n{"data":[{"b":2}]}\n',
      gives: ['{"a":1}', 'fault:cut-short', '{"b":2}'],
    },
    'an answer that is cut after its data is one fault': {
      given: '{"data":[{"a":1}],"paging":{\n{"data":[{"b":2}]}\n',
      gives: ['{"a":1}', 'fault:cut-short', '{"b":2}'],
    },
    'an answer whose end is no JSON is one fault': {
      given: '{"data":[{"a":1}],"paging":{"x\n{"data":[{"b":2}]}\n',
      gives: ['{"a":1}', 'fault:not-json', '{"b":2}'],
    },
    'words are one fault, however many lines': { given: 'once upon\na time\n  "x": 1,\n{"b":2}\n', gives: ['fault:not-json', '{"b":2}'] },
    'a web page is one fault': { given: '<html>\n<p>{"a":1}</p>\n</html>\n', gives: ['fault:not-json'] },
    'brackets that do not pair are one fault': { given: '{"a":[1}]\n{"b":2}', gives: ['fault:not-json', '{"b":2}'] },
    'a bracket that closes nothing is one fault': { given: '}\n{"b":2}', gives: ['fault:not-json', '{"b":2}'] },
    'a file that ends inside a record': { given: '{"a":1}\n{"b":', gives: ['{"a":1}', 'fault:cut-short'] },
    'a file that ends inside a text': { given: '{"a":1}\n{"b":"x', gives: ['{"a":1}', 'fault:cut-short'] },
    'a file that ends inside a list': { given: '[{"a":1},', gives: ['{"a":1}', 'fault:cut-short'] },
    'a file that ends inside an answer': { given: '{"data":[{"a":1}]', gives: ['{"a":1}', 'fault:cut-short'] },
    'a file that ends inside a word': { given: '{"a":1}\nnul', gives: ['{"a":1}', 'fault:not-json'] },
    'a zero byte is no JSON': { given: '{"a":1\0}\n{"b":2}', gives: ['fault:not-json', '{"b":2}'] },
    'a list whose comma is missing is read on': { given: '[{"a":1}{"b":2}]', gives: ['{"a":1}', '{"b":2}'] },
    'a list is read on after a cut line': {
      given: '[\n{"a":1},\n{"b":"\n{"c":3},\n{"d":4}\n]',
      gives: ['{"a":1}', 'fault:not-json', '{"c":3}', '{"d":4}'],
    },
    'every script is kept': { given: '{"a":"Αυγή 𝐃 ｜"}', gives: ['{"a":"Αυγή 𝐃 ｜"}'] },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives }) => {
    for (const sizes of [[], [1], [2], [3]]) expect(recordsOf(read(encode(given), sizes))).toEqual(gives);
  });

  it('a record that is not UTF-8 is one fault', () => {
    const bytes = Uint8Array.of(...encode('{"a":"'), 0xff, ...encode('"}\n{"b":2}'));
    expect(recordsOf(read(bytes, [2]))).toEqual(['fault:not-utf8', '{"b":2}']);
  });

  it('half a byte order mark is no JSON', () => {
    expect(recordsOf(read(Uint8Array.of(0xef, 0xbb)))).toEqual(['fault:not-json']);
    expect(recordsOf(read(Uint8Array.of(0xef, 0xbb, 0x7b, 0x7d, 10, 0x7b, 0x7d), [1]))).toEqual(['fault:not-json', '{}']);
  });

  it('a record that is too long is one fault, and is not held', () => {
    const long = `{"a":"${'x'.repeat(200)}"}`;
    const bytes = encode(`{"b":1}\n${long}\n${'1'.repeat(300)}\n{"c":2}\n`);
    for (const sizes of [[], [7], [1]]) {
      const events = read(bytes, sizes, { maxRecordBytes: 100 });
      expect(recordsOf(events)).toEqual(['{"b":1}', 'fault:record-too-long', 'fault:record-too-long', '{"c":2}']);
    }
    const exact = encode(`{"a":"${'x'.repeat(92)}"}`);
    for (const sizes of [[], [7]]) {
      expect(recordsOf(read(exact, sizes, { maxRecordBytes: 100 }))).toHaveLength(1);
      expect(recordsOf(read(exact, sizes, { maxRecordBytes: 100 }))[0]).toBe(`{"a":"${'x'.repeat(92)}"}`);
      expect(recordsOf(read(exact, sizes, { maxRecordBytes: 99 }))).toEqual(['fault:record-too-long']);
    }
  });

  it('an answer may be longer than any record', () => {
    const bytes = encode(`{"before":"${'x'.repeat(200)}","data":[{"a":1}],"paging":{"next":"${'y'.repeat(200)}"}}\n{"b":2}`);
    for (const sizes of [[], [7]]) expect(recordsOf(read(bytes, sizes, { maxRecordBytes: 100 }))).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('a record with too many brackets is one fault', () => {
    const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    expect(recordsOf(read(encode(`${deep}\n{"b":2}`), [999]))).toEqual(['fault:too-deep', '{"b":2}']);
  });
});

describe('where a record lies', () => {
  it('offsets are bytes and lines are physical lines', () => {
    const bytes = encode('\uFEFF{"data":[\n{"a":"é"},\n{\n"b":2}\n]}\n[3');
    const places = read(bytes).map(({ kind, start, end, line, lines, place }) => ({ kind, start, end, line, lines, place }));
    expect(places).toEqual([
      { kind: 'record', start: 13, end: 23, line: 2, lines: 0, place: 'data' },
      { kind: 'record', start: 25, end: 33, line: 3, lines: 1, place: 'data' },
      { kind: 'record', start: 38, end: 39, line: 6, lines: 0, place: 'list' },
      { kind: 'fault', start: 39, end: 39, line: 6, lines: 0, place: 'top' },
    ]);
  });

  it('a fault says where it is, and never what the record holds', () => {
    const [fault] = read(encode('\n{"secret" 1}'));
    expect(fault).toMatchObject({ kind: 'fault', code: 'not-json', line: 2 });
    expect(fault?.kind === 'fault' && fault.message).toContain('line 2');
    expect(JSON.stringify(fault)).not.toContain('secret');
  });

  it('tells what has come of a record that has not ended', () => {
    const reader = new JsonRecords();
    reader.push(encode('{"a":1}\n{"b":'));
    expect(new TextDecoder().decode(reader.unfinished())).toBe('{"b":');
    reader.push(encode('2}'));
    expect(reader.unfinished().length).toBe(0);
  });
});

describe('which files are JSON', () => {
  it.each([
    ['an object', '{"a":1}', true],
    ['a list after a mark and blanks', '\uFEFF \r\n\t[', true],
    ['a header', 'Page ID,Page name', false],
    ['a quoted header', '"Page ID"', false],
    ['nothing', '', false],
    ['blanks', '  \n', false],
  ])('%s', (_, text, is) => {
    expect(isJson(encode(text))).toBe(is);
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    ...[
      '{"id":"1"}',
      '{"data":[',
      '],"paging":{"next":"x"}}',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\n',
      '\n',
      '\n{',
      '\n[',
      ' ',
      '1',
      'nul',
      'null',
      'é',
      '"data":',
      '{"a":{"b":[1,2]}}',
      '\uFEFF',
      '\r',
      '\0',
    ],
  );
  const noise = fc.array(piece, { maxLength: 30 }).map((parts) => encode(parts.join('')));
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  const small = { maxRecordBytes: 40 };

  it('where chunks are cut never changes the events', () => {
    fc.assert(
      fc.property(noise, sizes, (bytes, cuts) => {
        expect(read(bytes, cuts, small)).toEqual(read(bytes, [], small));
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  it('reading goes on from the end of any event with the same later events', () => {
    fc.assert(
      fc.property(noise, sizes, (bytes, cuts) => {
        const events = read(bytes, [], small);
        for (const [i, { end, line, lines, place }] of events.entries()) {
          const later = read(bytes.subarray(end), cuts, { ...small, offset: end, line: line + lines, place });
          expect(later).toEqual(events.slice(i + 1));
        }
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  it('records are JSON that stands in the file where they say, in order, none inside another', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        let at = 0;
        for (const event of read(bytes)) {
          expect(event.start).toBeGreaterThanOrEqual(at);
          expect(event.end).toBeGreaterThanOrEqual(event.start);
          at = event.end;
          if (event.kind === 'fault') continue;
          expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(event.start, event.end))).toBe(event.cells[0]);
          expect(() => JSON.parse(event.cells[0] ?? '')).not.toThrow();
        }
        expect(at).toBeLessThanOrEqual(bytes.length);
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  it('every record of a well made file is found, in whichever form it comes', () => {
    const record = fc.dictionary(
      fc.string({ unit: 'grapheme', maxLength: 5 }).filter((key) => key !== 'data'),
      fc.jsonValue(),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), fc.constantFrom(0, 2), sizes, (records, indent, cuts) => {
        const text = (value: unknown): string => JSON.stringify(value, null, indent);
        const forms = [
          records.map((each) => `${text(each)}\n`).join(''),
          records.map(text).join(''),
          text(records),
          text({ data: records, paging: { cursors: {} } }),
          text({ paging: { data: [1] }, data: records }),
          records.map((each) => `${text({ data: [each], paging: {} })}\n`).join(''),
        ];
        for (const form of forms) {
          const found = read(encode(form), cuts).map((event) => (event.kind === 'record' ? JSON.parse(event.cells[0] ?? '') : event));
          expect(found).toEqual(JSON.parse(JSON.stringify(records)));
        }
      }),
      { ...SEED, numRuns: 300 },
    );
  });

  it('any bytes are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (bytes, cuts) => {
        expect(read(bytes, cuts)).toEqual(read(bytes));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });
});
