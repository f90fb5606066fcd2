import { describe, expect, it } from 'vitest';
import { firstRecordOf } from '../../src/sources/first-record.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (record: unknown): unknown => ({ form: 'json', record });
const csv = (...header: string[]): unknown => ({ form: 'csv', header });

describe('the first record of a file', () => {
  const table: Record<string, { given: string; ended: boolean; gives: unknown }> = {
    'the header of a CSV': { given: 'a,b\n1,2\n', ended: true, gives: csv('a', 'b') },
    'without its byte order mark': { given: '\uFEFFa,b\n1', ended: false, gives: csv('a', 'b') },
    'a header that is the whole file': { given: 'a,b', ended: true, gives: csv('a', 'b') },
    'a header that has not ended': { given: 'a,b', ended: false, gives: null },
    'a header that cannot be read': { given: '"a"b\n', ended: true, gives: null },
    'an empty file': { given: '', ended: true, gives: null },
    'one object': { given: '{"id":"1"}', ended: true, gives: json({ id: '1' }) },
    'the first of many lines': { given: '\uFEFF{"id":"1"}\n{"id":"2"', ended: false, gives: json({ id: '1' }) },
    'the first element of a list': { given: '[{"id":"1"},', ended: false, gives: json({ id: '1' }) },
    'the first record of an answer': { given: '{"paging":{},"data":[{"id":"1"},{', ended: false, gives: json({ id: '1' }) },
    'an answer without records': { given: '{"data":[],"paging":{}}\n', ended: true, gives: json({ data: [], paging: {} }) },
    'an empty list': { given: '[]', ended: true, gives: json([]) },
    'the first record after a broken one': { given: '{a}\n{"id":"1"}', ended: true, gives: json({ id: '1' }) },
    'the keys that have come of a long record': {
      given: '{"data":[{"id":"1","page_id":"2","a":{"b":[1,',
      ended: false,
      gives: json({ id: '1', page_id: '2' }),
    },
    'a comma in a text is no end of a key': { given: '{"id":"1,\\",2","a":"x, y', ended: false, gives: json({ id: '1,",2' }) },
    'a long record of which no key has come': { given: '{"id":"1', ended: false, gives: null },
    'a long answer of which no key has come': { given: '{"data":[', ended: false, gives: null },
    'an object that the file’s end cuts': { given: '{"id":"1","page_id":"2', ended: true, gives: null },
    'brackets that are no JSON': { given: '{{{', ended: true, gives: null },
  };
  it.each(Object.entries(table))('%s', (_, { given, ended, gives }) => {
    expect(firstRecordOf(encode(given), ended)).toEqual(gives);
  });
});
