import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../src/sources/csv.ts';
import { JsonRecords } from '../../src/sources/json-records.ts';
import type { Removed } from '../../src/sources/redact.ts';
import { decode, encode, NOTHING_REMOVED, redact } from './redact-whole.ts';

const SEED = { seed: 20260503 };
const A = '[address removed]';
const DECLARED = 'Advertiser_ID,Advertiser_Declared_Promoter_Address,Region';
const STATS = 'Advertiser_ID,Public_IDs_List,Spend_USD';
const REPORT = 'Page name,Disclaimer,Amount spent (GBP)';

describe('columns of tables', () => {
  const table: Record<string, { given: string; gives: string; removed: Partial<Removed> }> = {
    'a promoter’s address goes': {
      given: `${DECLARED}\nAR1,"12 Somewhere, Nettleby",NZ\nAR2,,NZ\n`,
      gives: `${DECLARED}\nAR1,,NZ\nAR2,,NZ\n`,
      removed: { promoter_addresses: 1 },
    },
    'public ids stay': {
      given: `${STATS}\nAR1,"FEC ID C00112233, FEC ID C00445566",1\nAR2,EIN ID 11-2233445,2\nAR3,FEC ID H9XX00112,3\nAR4,,4\n`,
      gives: `${STATS}\nAR1,"FEC ID C00112233, FEC ID C00445566",1\nAR2,EIN ID 11-2233445,2\nAR3,FEC ID H9XX00112,3\nAR4,,4\n`,
      removed: {},
    },
    'free text among public ids goes': {
      given: `${STATS}\nAR1,"FEC ID C00112233, FEC ID PO Box 12 Nettleby, XX 12345, EIN ID 112-233-4455",1\nAR2,Somewhere,2\n`,
      gives: `${STATS}\nAR1,"FEC ID C00112233",1\nAR2,,2\n`,
      removed: { public_ids: 2 },
    },
    'an address in a disclaimer goes, and its quotes stay': {
      given: `${REPORT}\nA,"Jo Hale of 12 High Street, Nettleby",101\nB,The Harbour Party,≤100\n`,
      gives: `${REPORT}\nA,"Jo Hale of ${A}",101\nB,The Harbour Party,≤100\n`,
      removed: { texts: 1 },
    },
    'an address in the name of a page goes': {
      given: `${REPORT}\n"Jo, 12 High Street",X,1\n`,
      gives: `${REPORT}\n"Jo, ${A}",X,1\n`,
      removed: { texts: 1 },
    },
    'doubled quotes stay doubled': {
      given: `${REPORT}\r\nA,"""Jo"" Hale, 12 High Street, Nettleby",1\r\n`,
      gives: `${REPORT}\r\nA,"""Jo"" Hale, ${A}",1\r\n`,
      removed: { texts: 1 },
    },
    'an address without quotes goes': {
      given: `${REPORT}\nA,Jo Hale of 12 High Street,1`,
      gives: `${REPORT}\nA,Jo Hale of ${A},1`,
      removed: { texts: 1 },
    },
    'a disclaimer in the last column, before CRLF': {
      given: 'Page Name,Disclaimer\r\nA,Jo of 12 High Street\r\nB,C\r\n',
      gives: `Page Name,Disclaimer\r\nA,Jo of ${A}\r\nB,C\r\n`,
      removed: { texts: 1 },
    },
    'a disclaimer in the last column, at the end of the file': {
      given: 'Page Name,Disclaimer\r\nA,Jo of 12 High Street\r',
      gives: `Page Name,Disclaimer\r\nA,Jo of ${A}\r`,
      removed: { texts: 1 },
    },
    'the same text in row after row': {
      given: 'page_id,page_name,disclaimer\n1,A,Jo of 12 High Street\n1,A,Jo of 12 High Street\n',
      gives: `page_id,page_name,disclaimer\n1,A,Jo of ${A}\n1,A,Jo of ${A}\n`,
      removed: { texts: 2 },
    },
    'an e-mail and a telephone go': {
      given: `${REPORT}\nA,"Jo, jo@estuary.example, 01632 960001",1\n`,
      gives: `${REPORT}\nA,"Jo, [email removed], [telephone removed]",1\n`,
      removed: { texts: 1 },
    },
    'quotes inside a cell that has none round it are signs like any other': {
      given: `${REPORT}\nA,Jo "X" of 12 High Street,1\n`,
      gives: `${REPORT}\nA,Jo "X" of ${A},1\n`,
      removed: { texts: 1 },
    },
    'a cell that no reader can read goes, if it holds an address': {
      given: `${REPORT}\nA,"Jo" of 12 High Street,1\nB,"Jo" Hale,2\n`,
      gives: `${REPORT}\nA,,1\nB,"Jo" Hale,2\n`,
      removed: { texts: 1 },
    },
    'other columns are left': {
      given: `${REPORT},Note\nA,B,1,12 High Street\n`,
      gives: `${REPORT},Note\nA,B,1,12 High Street\n`,
      removed: {},
    },
    'a table without disclaimers is left': {
      given: 'Page name,Note\n12 High Street,x\n',
      gives: 'Page name,Note\n12 High Street,x\n',
      removed: {},
    },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, removed }) => {
    for (const sizes of [[], [1], [2], [7]]) {
      const found = redact(encode(given), sizes);
      expect(decode(found.bytes)).toBe(gives);
      expect(found.removed).toEqual({ ...NOTHING_REMOVED, ...removed });
    }
  });

  it.each([
    [65_535, 0],
    [65_536, 0],
    [65_537, 1],
    [300_000, 1],
  ])('a disclaimer of %i signs loses %i texts: one too long for an imprint is dropped', (length, texts) => {
    const given = `${REPORT}\nA,${'x'.repeat(length)},1\r\n`;
    for (const sizes of [[], [1000]]) {
      const { bytes, removed } = redact(encode(given), sizes);
      expect(removed.texts).toBe(texts);
      expect(decode(bytes)).toBe(texts === 1 ? `${REPORT}\nA,,1\r\n` : given);
    }
  });

  it('a cell that is not UTF-8 goes, if it holds an address', () => {
    const row = (text: string): Uint8Array => Uint8Array.from([...encode(`${REPORT}\nA,`), 0xff, ...encode(text), 10]);
    expect(decode(redact(row(' Jo of 12 High Street,1')).bytes)).toBe(`${REPORT}\nA,,1\n`);
    expect([...redact(row(' Jo,1')).bytes]).toEqual([...row(' Jo,1')]);
  });
});

describe('texts of JSON', () => {
  const street = '12 High Street';
  const table: Record<string, { given: string; gives: string; texts: number }> = {
    'an address in an imprint goes': {
      given: '{"id":"1","bylines":"Jo of 12 High Street, Nettleby"}',
      gives: `{"id":"1","bylines":"Jo of ${A}"}`,
      texts: 1,
    },
    'under the older name too': {
      given: '[{"funding_entity" : "Jo, 12 High Street"}]',
      gives: `[{"funding_entity" : "Jo, ${A}"}]`,
      texts: 1,
    },
    'in a list of imprints': {
      given: `{"bylines":["Jo","Jo of ${street}","A"],"x":"${street}"}`,
      gives: `{"bylines":["Jo","Jo of ${A}","A"],"x":"${street}"}`,
      texts: 1,
    },
    'of a payer in a list of records': {
      given: `{"beneficiary_payers":[{"payer":"Jo of ${street}","current":true},{"beneficiary":"Jo of ${street}"}]}`,
      gives: `{"beneficiary_payers":[{"payer":"Jo of ${A}","current":true},{"beneficiary":"Jo of ${A}"}]}`,
      texts: 2,
    },
    'under a key with an escape': { given: `{"b\\u0079lines":"Jo of ${street}"}`, gives: `{"b\\u0079lines":"Jo of ${A}"}`, texts: 1 },
    'with escapes in it': { given: `{"page_name":"\\u00c9lan \\"X\\", ${street}"}`, gives: `{"page_name":"Élan \\"X\\", ${A}"}`, texts: 1 },
    'a name without an address is left as it is written': {
      given: '{"page_name":"\\u00c9lan \\/ X"}',
      gives: '{"page_name":"\\u00c9lan \\/ X"}',
      texts: 0,
    },
    'the link with a token goes whole': {
      given: '{"ad_snapshot_url":"https:\\/\\/x.example\\/?id=1","id":"1"}',
      gives: '{"ad_snapshot_url":"","id":"1"}',
      texts: 1,
    },
    'an empty link is left': { given: '{"ad_snapshot_url":""}', gives: '{"ad_snapshot_url":""}', texts: 0 },
    'other texts are left': {
      given: `{"ad_creative_bodies":["${street}"],"bylines":null,"a":"jo@estuary.example"}`,
      gives: `{"ad_creative_bodies":["${street}"],"bylines":null,"a":"jo@estuary.example"}`,
      texts: 0,
    },
    'a value that is a key’s name is no key': {
      given: `{"a":"bylines","b":["bylines","${street}"],"c":"${street}"}`,
      gives: `{"a":"bylines","b":["bylines","${street}"],"c":"${street}"}`,
      texts: 0,
    },
    'a record under the key is looked into by its own keys': {
      given: `{"payer":{"name":"${street}","payer":"Jo, ${street}"}}`,
      gives: `{"payer":{"name":"${street}","payer":"Jo, ${A}"}}`,
      texts: 1,
    },
    'lines of records after a mark': {
      given: `\uFEFF\n{"payer":"Jo, ${street}"}\r\n{"payer":"B"}`,
      gives: `\uFEFF\n{"payer":"Jo, ${A}"}\r\n{"payer":"B"}`,
      texts: 1,
    },
    'a text that its line cuts goes, and the next line is read': {
      given: `{"payer":"Jo, 12 High\n{"payer":"Jo, ${street}"}`,
      gives: `{"payer":"\n{"payer":"Jo, ${A}"}`,
      texts: 2,
    },
    'a text that the file cuts goes': { given: `{"payer":"Jo, ${street}`, gives: '{"payer":"', texts: 1 },
    'another text that its line cuts does not shift the next': {
      given: `{"x":"Jo\n{"payer":"Jo, ${street}"}`,
      gives: `{"x":"Jo\n{"payer":"Jo, ${A}"}`,
      texts: 1,
    },
    'a text with an escape that is none goes': { given: `{"payer":"Jo \\x, ${street}"}`, gives: '{"payer":""}', texts: 1 },
    'a text with a tab in it goes': { given: `{"payer":"Jo,\t${street}"}`, gives: '{"payer":""}', texts: 1 },
  };
  it.each(Object.entries(table))('%s', (_, { given, gives, texts }) => {
    for (const sizes of [[], [1], [2], [7]]) {
      const found = redact(encode(given), sizes);
      expect(decode(found.bytes)).toBe(gives);
      expect(found.removed).toEqual({ ...NOTHING_REMOVED, texts });
    }
  });

  it('a text too long for an imprint is dropped, and other texts may be as long as they are', () => {
    const long = 'y'.repeat(100_000);
    for (const sizes of [[], [1000]]) {
      const given = `{"bylines":"${long}","ad_creative_bodies":["${long}"]}`;
      expect(decode(redact(encode(given), sizes).bytes)).toBe(`{"bylines":"","ad_creative_bodies":["${long}"]}`);
    }
  });
});

describe('tokens that are cut out', () => {
  const cut = { cut_tokens: true };
  it.each([
    ['in an address', 'https://x.example/?access_token=EAAB|x-1&id=2 end', 'https://x.example/?access_token_removed&id=2 end', 1],
    ['at the end of an address', 'a,https://x.example/?access_token=EAAB,b', 'a,https://x.example/?access_token_removed,b', 1],
    ['in quotes', '"?access_token=EAAB"', '"?access_token_removed"', 1],
    ['before an escape', '{"next":"?access_token=EAAB\\u0026limit=1"}', '{"next":"?access_token_removed\\u0026limit=1"}', 1],
    ['with an escaped sign', '{"next":"?access_token\\u003DEAAB\\u0026l"}', '{"next":"?access_token_removed\\u0026l"}', 1],
    ['in an address inside an address', 'u=https%3A%2F%2Fx%3Faccess_token%3dEAAB%26a&b', 'u=https%3A%2F%2Fx%3Faccess_token_removed&b', 1],
    ['twice', 'access_token=A access_token=B', 'access_token_removed access_token_removed', 2],
    ['one that names itself', 'access_token=access_token=A&', 'access_token_removed&', 1],
    ['without a value', 'x access_token=', 'x access_token_removed', 1],
    ['its name alone stays', 'an access_token, and access_token', 'an access_token, and access_token', 0],
    ['one that was cut before stays', '?access_token_removed&a=1', '?access_token_removed&a=1', 0],
  ])('%s', (_, given, gives, tokens) => {
    for (const sizes of [[], [1], [2], [5], [13]]) {
      const found = redact(encode(given), sizes, cut);
      expect(decode(found.bytes)).toBe(gives);
      expect(found.removed.tokens).toBe(tokens);
      expect(found.token).toBe(false);
      expect(redact(found.bytes).token).toBe(false);
    }
  });

  it('an answer is whole JSON afterwards, and the token is nowhere', () => {
    const ad = { id: '1', page_id: '2', ad_snapshot_url: 'https://x.example/?id=1&access_token=EAABsecret' };
    const answer = { data: [ad, ad], paging: { cursors: { after: 'x' }, next: 'https://x.example/?access_token=EAABsecret&after=x' } };
    const found = redact(encode(JSON.stringify(answer)), [3], cut);
    const text = decode(found.bytes);
    expect(text).not.toContain('EAAB');
    expect(JSON.parse(text).data).toEqual([
      { ...ad, ad_snapshot_url: '' },
      { ...ad, ad_snapshot_url: '' },
    ]);
    expect(found.removed).toEqual({ ...NOTHING_REMOVED, tokens: 3, texts: 2 });
  });
});

describe('properties', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  const bits = [
    ...[
      'Jo',
      ' of ',
      '12 ',
      'High ',
      'Street',
      ', ',
      'Nettleby',
      ' BS10 6QR',
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      'PO Box 1',
      'FEC ID C00112233',
    ],
    ...['access_', 'token', '=', '{', '}', '[', ']', ':', '\\', '"payer"', '"bylines":"', '"ad_snapshot_url":"', 'access_token=x&', '%3D'],
    ...['\\u003d', 'é', '\r', '\t', ' ', ''],
  ];
  const starts = ['Page name,Disclaimer,x\n', 'Advertiser_ID,Public_IDs_List\n', 'x,disclaimer\r\n', '{', '[{', '\uFEFF {', ''];
  const mixed = fc
    .tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...bits), { maxLength: 40 }))
    .map(([start, rest]) => encode(start + rest.join('')));
  const text = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((parts) => parts.join(''));

  it.each([{}, { cut_tokens: true }])('where chunks are cut never matters, and again changes nothing (%j)', (options) => {
    fc.assert(
      fc.property(mixed, sizes, (bytes, cuts) => {
        const once = redact(bytes, [], options);
        expect(redact(bytes, cuts, options)).toEqual(once);
        const twice = redact(once.bytes, [], options);
        expect(twice.bytes).toEqual(once.bytes);
        expect(twice.removed).toEqual(NOTHING_REMOVED);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('a table keeps its rows, and every other cell', () => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 5 }), (table) => {
        const bytes = encode(['Page name,Disclaimer,x', ...table.map((row) => row.map(quoted).join(','))].join('\n'));
        const reader = new CsvReader();
        const [, ...rows] = [...reader.push(redact(bytes).bytes), ...reader.end()];
        expect(rows.map((row) => (row.kind === 'record' ? [row.cells.length, row.cells[2]] : row.code))).toEqual(
          table.map((row) => [3, row[2]]),
        );
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('JSON keeps its records, and every other text', () => {
    const record = fc.record({
      id: fc.string(),
      bylines: text,
      body: fc.string(),
      ad_snapshot_url: fc.constantFrom('', 'https://x.example/?id=1', '"'),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 4 }), fc.constantFrom(0, 1), (records, indent) => {
        const reader = new JsonRecords();
        const given = encode(records.map((each) => JSON.stringify(each, null, indent)).join('\n'));
        const events = [...reader.push(redact(given).bytes), ...reader.end()];
        const found = events.map((event) => (event.kind === 'record' ? JSON.parse(event.cells[0] ?? '') : event));
        expect(found).toEqual(records.map(({ id, body }) => ({ id, body, bylines: expect.any(String), ad_snapshot_url: '' })));
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});

describe('the shared real files', () => {
  const stats = new URL('../../../shared/data/adlibrary/google/google-political-ads-advertiser-stats.csv', import.meta.url);
  it.skipIf(!existsSync(stats))('Google’s shared table of advertisers keeps all its ids, and four cells lose what is no id', () => {
    const bytes = new Uint8Array(readFileSync(stats));
    const found = redact(bytes, [65_536]);
    const lines = (of: Uint8Array): string[] => decode(of).split('\n');
    const [before, after] = [lines(bytes), lines(found.bytes)];
    expect(after).toHaveLength(before.length);
    const changed = before.flatMap((line, i) => (line === after[i] ? [] : [i + 1]));
    expect(found.removed).toEqual({ ...NOTHING_REMOVED, public_ids: changed.length });
    expect(changed).toContain(138);
    expect(changed.length).toBeLessThanOrEqual(4);
    expect(after[137]).not.toContain('Box');
  });
});
