import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvEvent, CsvReader, type CsvReaderOptions } from '../../src/sources/csv.ts';

const SEED = { seed: 20260503 };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (events: readonly CsvEvent[]): unknown[] => events.map((event) => (event.kind === 'record' ? event.cells : event.code));

function read(bytes: Uint8Array, sizes: readonly number[] = [], options: CsvReaderOptions = {}): CsvEvent[] {
  const reader = new CsvReader(options);
  const events: CsvEvent[] = [];
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

describe('CSV records', () => {
  const table: Record<string, { given: string; gives: unknown[] }> = {
    'an empty file has no rows': { given: '', gives: [] },
    'a byte order mark alone has no rows': { given: '\uFEFF', gives: [] },
    'the byte order mark is no part of the first name': { given: '\uFEFFPage Name,b\n', gives: [['Page Name', 'b']] },
    'a byte order mark before a quoted name is no stray quote': { given: '\uFEFF"a","b"\n', gives: [['a', 'b']] },
    'a byte order mark later in the file is text': { given: 'a\n\uFEFFb\n', gives: [['a'], ['\uFEFFb']] },
    'LF ends a row': {
      given: 'a,b\nc,d\n',
      gives: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    'CRLF ends a row and is no part of a value': {
      given: 'a,b\r\nc,d\r\n',
      gives: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    'LF and CRLF may mix': { given: 'a\r\nb\nc\r\n', gives: [['a'], ['b'], ['c']] },
    'the last row needs no line end': {
      given: 'a,b\nc,d',
      gives: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    'a line end cut in half is still a line end': { given: 'a,b\r', gives: [['a', 'b']] },
    'CR inside a line is text': { given: 'a\rb,c\n', gives: [['a\rb', 'c']] },
    'empty cells are cells': { given: ',,\n', gives: [['', '', '']] },
    'a comma in quotes is text': { given: '"a,b",c\n', gives: [['a,b', 'c']] },
    'a doubled quote is one quote': { given: '"say ""yes""",c\n', gives: [['say "yes"', 'c']] },
    'a cell of one quote': { given: '"""",c\n', gives: [['"', 'c']] },
    'an empty quoted cell': { given: '"",c\n', gives: [['', 'c']] },
    'a quoted cell may be last, and the file may end there': { given: 'a,"b"', gives: [['a', 'b']] },
    'quotes that nobody needs read like none': { given: '"a","b"\r\n', gives: [['a', 'b']] },
    'a line break in quotes is text': {
      given: '"a\r\nb",c\nd,e\n',
      gives: [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    },
    'spaces stay': { given: ' a , b \n', gives: [[' a ', ' b ']] },
    'every script stays': { given: 'Εφημερίδα,｜,𝐃𝐫,é\n', gives: [['Εφημερίδα', '｜', '𝐃𝐫', 'é']] },
    'blank lines at the end are not rows': { given: 'a,b\n\n\r\n\n', gives: [['a', 'b']] },
    'a file of blank lines has no rows': { given: '\n\r\n\n', gives: [] },
    'a run of blank lines before a row is one row of one empty cell': { given: 'a\n\n\r\nb\n', gives: [['a'], [''], ['b']] },
    'an empty cell in quotes is no blank line': { given: 'a\n""\n', gives: [['a'], ['']] },
    'a row of another width is for the caller to judge': {
      given: 'a,b,c\n1,2\n4,5,6',
      gives: [
        ['a', 'b', 'c'],
        ['1', '2'],
        ['4', '5', '6'],
      ],
    },
    'a quote in the middle of a cell without quotes is a sign like any other': { given: 'a\nb"c\nd\n', gives: [['a'], ['b"c'], ['d']] },
    'text after a closing quote is one refused row': { given: '"a"b,c\nd\n', gives: ['stray-quote', ['d']] },
    'a space before an opening quote makes it a sign like any other': { given: 'a, "b"\nd\n', gives: [['a', ' "b"'], ['d']] },
    'CR after a closing quote without LF is a stray quote': { given: '"a"\rb\nd\n', gives: ['stray-quote', ['d']] },
    'a cell after a quote in the middle of one may still hold a line break': {
      given: 'a"b,"c\nd",e\nf\n',
      gives: [['a"b', 'c\nd', 'e'], ['f']],
    },
    'a quote that never closes takes the rest, as one refused row': { given: 'a\n"b,c\nd,e\n', gives: [['a'], 'unclosed-quote'] },
    'a zero byte is one refused row': { given: 'a\nb\0c\nd\n', gives: [['a'], 'nul-byte', ['d']] },
    'a zero byte in the last row is seen': { given: 'a\nb\0', gives: [['a'], 'nul-byte'] },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives }) => {
    for (const sizes of [[], [1], [2], [3]]) expect(cellsOf(read(encode(given), sizes))).toEqual(gives);
  });

  it('a row that is not UTF-8 is refused and the next is read', () => {
    const bytes = Uint8Array.of(0x61, 10, 0xc3, 0x28, 10, 0x62, 10, 0xe2, 0x82);
    for (const sizes of [[], [1], [2]]) expect(cellsOf(read(bytes, sizes))).toEqual([['a'], 'not-utf8', ['b'], 'not-utf8']);
  });

  it('half a byte order mark is no byte order mark', () => {
    expect(cellsOf(read(Uint8Array.of(0xef, 0xbb)))).toEqual(['not-utf8']);
    expect(cellsOf(read(Uint8Array.of(0xef, 0xbb, 0x61, 10, 0x62)))).toEqual(['not-utf8', ['b']]);
  });
});

describe('where a record lies', () => {
  it('offsets are bytes and lines are physical lines, also past a line break in quotes', () => {
    const bytes = encode('\uFEFFé,b\r\n"x\ny\n",z\n\n\nlast');
    const places = read(bytes).map(({ start, end, line, lines }) => ({ start, end, line, lines }));
    expect(places).toEqual([
      { start: 3, end: 9, line: 1, lines: 1 },
      { start: 9, end: 18, line: 2, lines: 3 },
      { start: 18, end: 20, line: 5, lines: 2 },
      { start: 20, end: 24, line: 7, lines: 0 },
    ]);
  });

  it('a fault says where it is, and never what the row holds', () => {
    const [fault] = read(encode('"private\nwords'));
    expect(fault).toMatchObject({ kind: 'fault', code: 'unclosed-quote', start: 0, end: 14, line: 1 });
    expect(fault?.kind === 'fault' && fault.message).toContain('line 1 and never closes, so the last 14 bytes of the file (2 lines)');
    expect(JSON.stringify(fault)).not.toContain('private');
  });
});

describe('records over the limit', () => {
  it.each([
    ['a record of just the limit is read', '12345678\n1\n', [['12345678'], ['1']]],
    ['its CRLF does not count', '12345678\r\n1\n', [['12345678'], ['1']]],
    ['one byte more is one refused row', '123456789\n1\n', ['record-too-long', ['1']]],
    ['line breaks in quotes do not end it', '"3456\n89"\n1\n', ['record-too-long', ['1']]],
    ['a long record without line end is one refused row', '1\n123456789', [['1'], 'record-too-long']],
    ['a long record whose quote never closes is told by its quote', '1\n"23456789', [['1'], 'unclosed-quote']],
  ])('%s', (_, given, gives) => {
    for (const sizes of [[], [1], [4], [9]]) expect(cellsOf(read(encode(given), sizes, { maxRecordBytes: 8 }))).toEqual(gives);
  });

  it('a cell of 50 MB is one refused row, and its bytes are not kept', () => {
    const reader = new CsvReader();
    const chunk = new Uint8Array(1 << 20).fill(0x61);
    const events = reader.push(encode('h\n"'));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let i = 0; i < 50; i++) {
      events.push(...reader.push(chunk));
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    events.push(...reader.push(encode('"\nnext\n')), ...reader.end());
    expect(cellsOf(events)).toEqual([['h'], 'record-too-long', ['next']]);
    expect(events[1]).toMatchObject({ start: 2, end: 2 + 50 * (1 << 20) + 3, line: 2 });
    // Room doubles until the limit of 8 MiB; the rest of the cell adds nothing.
    expect(most).toBeLessThan(40 * (1 << 20));
  });
});

describe('properties', () => {
  /** Bytes that matter, often; any byte, sometimes. */
  const hostile = fc
    .uint8Array({ maxLength: 400 })
    .chain((noise) =>
      fc
        .array(fc.constantFrom(...encode('ab,,"""\n\n\r'), 0xc3, 0xa9, 0xef, 0xbb, 0xbf, 0), { maxLength: 400 })
        .map((bytes) => Uint8Array.from([...bytes, ...noise.slice(0, 20)])),
    );
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
  const limits = fc.constantFrom(8, 1000);

  it('where chunks are cut never changes anything', () => {
    fc.assert(
      fc.property(hostile, sizes, limits, (bytes, cuts, maxRecordBytes) => {
        expect(read(bytes, cuts, { maxRecordBytes })).toEqual(read(bytes, [], { maxRecordBytes }));
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('reading may go on from the end of any record', () => {
    fc.assert(
      fc.property(hostile, limits, (bytes, maxRecordBytes) => {
        const all = read(bytes, [], { maxRecordBytes });
        for (const [i, event] of all.entries()) {
          const line = event.line + event.lines;
          expect(read(bytes.subarray(event.end), [3], { offset: event.end, line, maxRecordBytes })).toEqual(all.slice(i + 1));
        }
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('records follow one another without a gap, and only blank lines lie after the last', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
        for (const event of read(bytes, [5])) {
          expect(event.start).toBe(at);
          expect(event.end).toBeGreaterThan(at);
          expect(event.line).toBe(1 + bytes.subarray(0, at).filter((byte) => byte === 10).length);
          at = event.end;
        }
        expect(bytes.subarray(at).every((byte) => byte === 10 || byte === 13)).toBe(true);
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  it('what is written is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', '𝐃', ' ', '\uFEFF') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), sizes, (table, lineEnd, cuts) => {
        const written = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join(lineEnd);
        expect(cellsOf(read(encode(written), cuts))).toEqual(table);
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  it('a file cut at any byte gives whole rows, then at most one broken one', () => {
    const bytes = encode('\uFEFFid,words\r\n1,"a ""b"",\r\nc"\r\n2,é𝐃\r\n3,end\r\n');
    const whole = cellsOf(read(bytes));
    expect(whole).toEqual([
      ['id', 'words'],
      ['1', 'a "b",\r\nc'],
      ['2', 'é𝐃'],
      ['3', 'end'],
    ]);
    for (let length = 0; length < bytes.length; length++) {
      const cut = cellsOf(read(bytes.subarray(0, length), [4]));
      expect(whole.slice(0, Math.max(0, cut.length - 1))).toEqual(cut.slice(0, -1));
    }
  });
});
