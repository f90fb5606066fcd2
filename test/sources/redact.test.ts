import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../src/sources/csv.ts';
import { Redactor } from '../../src/sources/redact.ts';
import { decode, encode, NOTHING_REMOVED, redact } from './redact-whole.ts';

const SEED = { seed: 20260503 };
const HEADER = 'ADID,BillingAddress,Payer';

describe('billing addresses', () => {
  const table: Record<string, { given: string; gives: string; removed: number }> = {
    'a plain address goes': { given: `${HEADER}\n1,12 Somewhere,A\n`, gives: `${HEADER}\n1,,A\n`, removed: 1 },
    'an address in quotes goes with its quotes': { given: `${HEADER}\n1,"12, Somewhere",A\n`, gives: `${HEADER}\n1,,A\n`, removed: 1 },
    'doubled quotes in it go too': { given: `${HEADER}\n1,"The ""Old"" Mill, X",A\n`, gives: `${HEADER}\n1,,A\n`, removed: 1 },
    'line breaks in it go too': { given: `${HEADER}\n1,"12\r\nSomewhere",A\r\n2,,B\n`, gives: `${HEADER}\n1,,A\r\n2,,B\n`, removed: 1 },
    'an empty cell is left, and not counted': { given: `${HEADER}\n1,,A\n`, gives: `${HEADER}\n1,,A\n`, removed: 0 },
    'a pair of quotes with nothing in it goes': { given: `${HEADER}\n1,"",A\n`, gives: `${HEADER}\n1,,A\n`, removed: 1 },
    'the header is left': { given: `${HEADER}\n`, gives: `${HEADER}\n`, removed: 0 },
    'a header without line end is left': { given: HEADER, gives: HEADER, removed: 0 },
    'names are compared without case and spaces': {
      given: 'adid, BILLINGADDRESS \n1,x\n',
      gives: 'adid, BILLINGADDRESS \n1,\n',
      removed: 1,
    },
    'the byte order mark stays': { given: `\uFEFF${HEADER}\n1,x,A`, gives: `\uFEFF${HEADER}\n1,,A`, removed: 1 },
    'a byte order mark before a quoted name': {
      given: '\uFEFF"BillingAddress","ADID"\nx,1\n',
      gives: '\uFEFF"BillingAddress","ADID"\n,1\n',
      removed: 1,
    },
    'the column may come first': { given: 'BillingAddress,ADID\nx,1\n"y",2\n', gives: 'BillingAddress,ADID\n,1\n,2\n', removed: 2 },
    'the column may come last, before LF': { given: 'ADID,BillingAddress\n1,x\n2,y\n', gives: 'ADID,BillingAddress\n1,\n2,\n', removed: 2 },
    'the column may come last, before CRLF': {
      given: 'ADID,BillingAddress\r\n1,x\r\n2,"y"\r\n',
      gives: 'ADID,BillingAddress\r\n1,\r\n2,\r\n',
      removed: 2,
    },
    'the column may come last, at the end of the file': {
      given: 'ADID,BillingAddress\n1,x\r',
      gives: 'ADID,BillingAddress\n1,\r',
      removed: 1,
    },
    'CR inside the address goes': { given: 'ADID,BillingAddress\n1,x\ry\r\r\n', gives: 'ADID,BillingAddress\n1,\r\n', removed: 1 },
    'two columns of the name are both blanked': {
      given: 'BillingAddress,ADID,BillingAddress\nx,1,y\n',
      gives: 'BillingAddress,ADID,BillingAddress\n,1,\n',
      removed: 2,
    },
    'text after the closing quote goes with it': { given: `${HEADER}\n1,"12" Somewhere,A\n`, gives: `${HEADER}\n1,,A\n`, removed: 1 },
    'quotes in other cells are left': { given: `${HEADER}\n"1,2",x,"A ""B"", C"\n`, gives: `${HEADER}\n"1,2",,"A ""B"", C"\n`, removed: 1 },
    'line breaks in other cells do not shift the columns': {
      given: `${HEADER}\n"1\n2",x,A\n`,
      gives: `${HEADER}\n"1\n2",,A\n`,
      removed: 1,
    },
    'a quote that opens in the column and never closes drops the rest': {
      given: `${HEADER}\n1,"12,A\n2,x,B\n`,
      gives: `${HEADER}\n1,`,
      removed: 1,
    },
    'a short row does not shift the next': { given: `${HEADER}\n1\n2,x,B\n`, gives: `${HEADER}\n1\n2,,B\n`, removed: 1 },
    'blank lines before the header are passed over': { given: `\n\r\n${HEADER}\n1,x,A\n`, gives: `\n\r\n${HEADER}\n1,,A\n`, removed: 1 },
    'a file without ad ids is not Snapchat’s': { given: 'BillingAddress,Name\nx,A\n', gives: 'BillingAddress,Name\nx,A\n', removed: 0 },
    'a file without the column passes': { given: 'ADID,Name\n1,A\n', gives: 'ADID,Name\n1,A\n', removed: 0 },
    'an empty file passes': { given: '', gives: '', removed: 0 },
    'text that is no table passes': { given: '{"BillingAddress": "x"}', gives: '{"BillingAddress": "x"}', removed: 0 },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, removed }) => {
    for (const sizes of [[], [1], [2], [7]]) {
      const found = redact(encode(given), sizes);
      expect(decode(found.bytes)).toBe(gives);
      expect(found.removed).toEqual({ ...NOTHING_REMOVED, billing_addresses: removed });
    }
  });

  it('an endless address is never held', () => {
    const redactor = new Redactor();
    redactor.push(encode(`${HEADER}\n1,"`));
    const chunk = new Uint8Array(1 << 20).fill(0x78);
    let given = 0;
    for (let i = 0; i < 20; i++) given += redactor.push(chunk).length;
    expect(given).toBe(0);
    expect(decode(redactor.push(encode('",A\n')))).toBe(',A\n');
  });

  it('bytes that are no text pass through other cells', () => {
    const bytes = Uint8Array.from([...encode(`${HEADER}\n`), 0xff, 0, 0x2c, 0xfe, 0x2c, 0xfd, 10]);
    expect([...redact(bytes, [3]).bytes]).toEqual([...encode(`${HEADER}\n`), 0xff, 0, 0x2c, 0x2c, 0xfd, 10]);
  });
});

describe('access tokens', () => {
  it.each([
    ['in an address', 'https://example.test/?a=1&access_token=EAAB', true],
    ['after a false start', 'access_access_token=1', true],
    ['at the very end', 'x access_token=', true],
    ['with an escaped sign', '{"a":"access_token\\u003dx"}', true],
    ['in an address inside an address', 'u=x%3Faccess_token%3Dy', true],
    ['in a link that is dropped', '{"ad_snapshot_url":"?access_token=1"}', true],
    ['one that was cut out', '?access_token_removed&a=1', false],
    ['in a Snapchat file, even in a cell that is blanked', `${HEADER}\n1,access_token=1,A\n`, true],
    ['its name without a value', 'an access_token, and more', false],
    ['other equals signs', 'a=1&token=2&csrf_token=3', false],
  ])('%s', (_, text, found) => {
    for (const sizes of [[], [1], [2], [5], [12], [13]]) expect(redact(encode(text), sizes).token).toBe(found);
  });
});

describe('properties', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ') });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  const noise = fc
    .tuple(fc.constantFrom(HEADER, 'BillingAddress,ADID', 'a,b'), fc.array(fc.constantFrom(...'ab,,,"""\n\n\r'), { maxLength: 120 }))
    .map(([header, rest]) => encode(`${header}\n${rest.join('')}`));

  it('where chunks are cut never changes the result', () => {
    fc.assert(
      fc.property(noise, sizes, (bytes, cuts) => {
        expect(redact(bytes, cuts)).toEqual(redact(bytes));
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  it('running it again changes nothing', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        const once = redact(bytes).bytes;
        expect(redact(once)).toEqual({ bytes: once, removed: NOTHING_REMOVED, token: false });
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  it('a reader finds every other cell as it was, and every address empty', () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, lineEnd) => {
        const text = [HEADER, ...table.map((row) => row.map(quoted).join(','))].join(lineEnd);
        const reader = new CsvReader();
        const cells = [...reader.push(redact(encode(text)).bytes), ...reader.end()].map((event) =>
          event.kind === 'record' ? event.cells : event.code,
        );
        expect(cells).toEqual([HEADER.split(','), ...table.map(([id, , payer]) => [id, '', payer])]);
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('whatever a row looks like, a reader that can read it finds its address empty', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        const reader = new CsvReader();
        const [header, ...rows] = [...reader.push(redact(bytes).bytes), ...reader.end()];
        const at = header?.kind === 'record' && header.cells.includes('ADID') ? header.cells.indexOf('BillingAddress') : -1;
        for (const row of rows) if (row.kind === 'record') expect(row.cells[at] ?? '').toBe('');
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  it('other files pass byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), sizes, (bytes, cuts) => {
        expect([...redact(bytes, cuts).bytes]).toEqual([...bytes]);
      }),
      { ...SEED, numRuns: 500 },
    );
  });
});

describe('the shared real files', () => {
  const file = new URL('../../../shared/data/adlibrary/snapchat/2019_asof_2020-02-15.csv', import.meta.url);
  it.skipIf(!existsSync(file))('the copy of 2019, whose addresses were cut before, comes back byte for byte', () => {
    const bytes = new Uint8Array(readFileSync(file));
    const redactor = new Redactor();
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += 65_536) parts.push(redactor.push(bytes.subarray(at, at + 65_536)));
    parts.push(redactor.end());
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    expect(redactor.removed.billing_addresses).toBe(0);
    expect(redactor.token_found).toBe(false);
  });
});
