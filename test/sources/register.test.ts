import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, accountsByKey, readRegister, registerJsonSchema } from '../../src/sources/register.ts';

type Json = Record<string, unknown>;

const account: Json = {
  platform: 'snapchat',
  organisation: 'Elderflower Union ',
  payer: 'Elderflower Union',
  name: 'Elderflower Union',
  role: 'national',
  source: 'a file made for this test',
  checked_on: '2026-03-01',
  confidence: 'confirmed',
};
const page: Json = { ...without(account, 'organisation', 'payer'), platform: 'meta', page_id: '122100886550010563' };
const notice: Json = {
  id: 'elderflower-privacy',
  kind: 'privacy',
  url: 'https://elderflower.example/privacy',
  source: 'made',
  checked_on: '2026-03-01',
};
const party: Json = {
  id: 'elderflower',
  name: 'Elderflower Union',
  short_name: 'Elderflower',
  nations: ['GB-ENG'],
  audited_by_ico_2020: false,
  registrations: [{ scheme: 'uk-electoral-commission', number: 'PP0000', source: 'made', checked_on: '2026-03-01', confidence: 'weak' }],
  colour: null,
  website: 'https://elderflower.example',
  fictional: true,
  notices: [notice],
  accounts: [account, page],
};
const thornapple: Json = { ...party, id: 'thornapple', name: 'Thornapple Front', notices: [], accounts: [] };
const file = (...parties: Json[]) => ({ schema: 'candour-register/1', parties });

describe('reading a register file', () => {
  it('gives the parties, with names as printed and ids as text', () => {
    const read = readRegister(JSON.stringify(file(party, thornapple)));
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    expect(read.register.parties[0]?.accounts[0]?.organisation).toBe('Elderflower Union ');
    expect(read.register.parties[0]?.accounts[1]?.page_id).toBe('122100886550010563');
    expect(read.register.parties[0]?.notices[0]?.scope).toBe('national');
  });

  it('finds an account by its key', () => {
    const read = readRegister(JSON.stringify(file(party)));
    if (!read.ok) throw new Error(read.errors[0]?.message);
    const found = accountsByKey(read.register).get(
      accountKey('snapchat', { organisation: 'elderflower union', payer: 'Elderflower  Union.' }),
    );
    expect(found?.party.id).toBe('elderflower');
  });

  it('publishes a JSON Schema that names every field of an account', () => {
    const text = JSON.stringify(registerJsonSchema());
    for (const field of ['page_id', 'organisation', 'payer', 'branch_of', 'audited_by_ico_2020']) expect(text).toContain(`"${field}"`);
  });
});

const withAccount = (change: Json) => file({ ...party, accounts: [{ ...account, ...change }] });
const withPage = (change: Json) => file({ ...party, accounts: [{ ...page, ...change }] });

/** What is wrong, where the error must point, and words it must hold. */
const WRONG: Record<string, readonly [given: unknown, path: string, words: string]> = {
  'a page id written as a number': [withPage({ page_id: 122100886550010560 }), 'parties[0].accounts[0].page_id', 'quotation marks'],
  'a registration number written as a number': [
    file({ ...party, registrations: [{ ...(party.registrations as Json[])[0], number: 53 }] }),
    'parties[0].registrations[0].number',
    'quotation marks',
  ],
  'a Snapchat account with no payer': [withAccount({ payer: undefined }), 'parties[0].accounts[0].payer', 'its organisation and its payer'],
  'a Snapchat account with a page id': [withAccount({ page_id: '1' }), 'parties[0].accounts[0].page_id', 'Snapchat prints no page id'],
  'a Meta account with no page id': [withPage({ page_id: undefined }), 'parties[0].accounts[0].page_id', 'meta account is its id'],
  'a Meta account with a payer': [withPage({ payer: 'Elderflower' }), 'parties[0].accounts[0].payer', 'absent'],
  'a platform that is not known': [withAccount({ platform: 'myspace' }), 'parties[0].accounts[0].platform', '"snapchat"'],
  'a role that is not known': [withAccount({ role: 'friend' }), 'parties[0].accounts[0].role', '"candidate"'],
  'a confidence that is not known': [withAccount({ confidence: 'sure' }), 'parties[0].accounts[0].confidence', '"weak"'],
  'no source': [withAccount({ source: undefined }), 'parties[0].accounts[0].source', 'is missing'],
  'an empty organisation': [withAccount({ organisation: '  ' }), 'parties[0].accounts[0].organisation', 'as the library prints it'],
  'a day that is not in the calendar': [withAccount({ checked_on: '2026-02-30' }), 'parties[0].accounts[0].checked_on', 'YYYY-MM-DD'],
  'a branch of a party that is not here': [
    withAccount({ branch_of: 'foxglove' }),
    'parties[0].accounts[0].branch_of',
    'party of this file',
  ],
  'an id with capitals': [file({ ...party, id: 'Elderflower' }), 'parties[0].id', 'lower-case'],
  'a field that is not known': [file({ ...party, color: null }), 'parties[0].color', 'colour'],
  'an account field that is not known': [withAccount({ pageid: '1' }), 'parties[0].accounts[0].pageid', 'page_id'],
  'an address that is not https': [file({ ...party, website: 'http://elderflower.example' }), 'parties[0].website', 'https://'],
  'another schema': [{ ...file(party), schema: 'candour-register/2' }, 'schema', 'candour-register/1'],
  'no parties': [file(), 'parties', 'at least one party'],
  'one party id twice': [file(party, { ...thornapple, id: 'elderflower' }), 'parties[1].id', 'parties[0].id'],
  'one notice id twice': [file(party, { ...thornapple, notices: [notice] }), 'parties[1].notices[0].id', 'parties[0].notices[0].id'],
  'a list where the file should be an object': [[], '', 'The file'],
};

describe('a register file that does not fit', () => {
  it.each(Object.entries(WRONG))('%s gives an error that says where, what was found and what is allowed', (_, [given, path, words]) => {
    const read = readRegister(JSON.stringify(given));
    if (read.ok) throw new Error('was read');
    const error = read.errors.find((it) => it.path === path);
    expect(error, JSON.stringify(read.errors)).toBeDefined();
    expect(`${error?.message} ${error?.allowed}`).toContain(words);
    expect(error?.found).not.toBe('');
  });

  it('text that is not JSON gives one error', () => {
    const read = readRegister('parties: none');
    expect(read).toMatchObject({ ok: false, errors: [{ path: '', found: '"parties: none"' }] });
  });

  it('the same account under two parties is an error that names both', () => {
    const twice = file(party, { ...thornapple, accounts: [{ ...account, organisation: 'ELDERFLOWER UNION.' }] });
    const read = readRegister(JSON.stringify(twice));
    if (read.ok) throw new Error('was read');
    expect(read.errors).toHaveLength(1);
    expect(read.errors[0]?.message).toMatch(/'elderflower'.*'thornapple'/);
  });

  it('several faults are given at once', () => {
    const read = readRegister(JSON.stringify(file({ ...party, id: 'A B', accounts: [{ ...account, role: 'x' }] })));
    expect(read.ok ? [] : read.errors.map((it) => it.path)).toEqual(['parties[0].id', 'parties[0].accounts[0].role']);
  });
});

const key = (organisation: string, payer: string) => accountKey('snapchat', { organisation, payer });
const SAME: Record<string, readonly [string, string]> = {
  'a space at the end': ['Midlothian SNP ', 'Midlothian SNP'],
  capitals: ['THE LABOUR PARTY', 'the Labour party'],
  'a final full stop': ['The Labour Party.', 'The Labour Party'],
  'two spaces inside': ['The  Labour Party', 'The Labour Party'],
};
const OTHER: Record<string, readonly [string, string]> = {
  'a word inside a name': ['Labour Future', 'Labour'],
  'an article': ['The Labour Party', 'Labour Party'],
  'a full stop inside': ['St. Aldate', 'St Aldate'],
  'a second full stop': ['Snail & Co..', 'Snail & Co'],
  'a comma': ['Our Future, Our Choice', 'Our Future Our Choice'],
  'an accent': ['Sinn Féin', 'Sinn Fein'],
  'a name that begins alike': ['Alliance for Choice', 'Alliance'],
};

describe('the key of an account', () => {
  it.each(Object.entries(SAME))('does not tell names apart by %s', (_, [one, two]) => expect(key(one, 'x')).toBe(key(two, 'x')));
  it.each(Object.entries(OTHER))('tells names apart by %s', (_, [one, two]) => {
    expect(key(one, 'x')).not.toBe(key(two, 'x'));
    expect(key('x', one)).not.toBe(key('x', two));
  });
  it('keeps buyer and payer apart', () => expect(key('a', 'b')).not.toBe(key('b', 'a')));
  it('is legible', () => expect(key('Midlothian SNP ', 'Owen Thompson')).toBe('snapchat:midlothian snp|owen thompson'));
  it('keeps ids as text', () => expect(accountKey('meta', { page_id: '000000000000101' })).toBe('meta:000000000000101'));

  const name = fc
    .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'abcxyzABCXYZ 019&,|\\-éß') })
    .filter((it) => it.trim() !== '');
  const space = fc.constantFrom('', ' ', '  ', '\t');
  it('ignores case and outer spaces', () =>
    fc.assert(
      fc.property(name, name, space, space, (organisation, payer, before, after) => {
        expect(key(`${before}${organisation.toUpperCase()}${after}`, `${after}${payer.toLowerCase()}`)).toBe(key(organisation, payer));
      }),
      { seed: 20201111, numRuns: 300 },
    ));
  it('ignores nothing else but runs of spaces: names that differ in a letter, digit or mark have different keys', () =>
    fc.assert(
      fc.property(name, name, name, name, (one, two, three, four) => {
        const plain = (it: string) => it.trim().replace(/\s+/g, ' ').toUpperCase();
        const same = plain(one) === plain(three) && plain(two) === plain(four);
        expect(key(one, two) === key(three, four)).toBe(same);
      }),
      { seed: 20201111, numRuns: 300 },
    ));
});

function without(from: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}
