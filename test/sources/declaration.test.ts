import { describe, expect, it } from 'vitest';
import { DECLARATION_BYTES, readDeclaration, statements } from '../../src/sources/declaration.ts';
import { HARBOUR_TEXT, harbour, LEFT_OUT, readHarbour } from './declaration/harbour-party.ts';

const A = 'audiences[0]';

describe('a valid file', () => {
  it('has no errors, and comes back as it was', () => {
    expect(readDeclaration(HARBOUR_TEXT)).toEqual({ ok: true, file: harbour(), errors: [] });
  });

  it('gives the uses and the denials it states', () => {
    const read = readHarbour();
    const declared = read.ok ? statements(read.file, { party: 'harbour-party', sha256: 'f00d', superseded_on: null }) : null;
    const uses = declared?.uses.map((use) => `${use.platform} ${use.criterion} ${use.direction} ${use.from} ${use.to}`);
    expect(uses).toEqual([
      'meta geo.postcode include 2026-04-12 2026-05-07',
      'meta demo.age include 2026-04-12 2026-05-07',
      'meta interest exclude 2026-04-12 2026-05-07',
      'meta list.customer include 2026-04-12 2026-05-07',
      'meta lookalike include 2026-04-12 2026-05-07',
      'meta delivery.optimised include 2026-04-12 2026-05-07',
    ]);
    const denied = ['list.third-party', 'retargeting.web', 'retargeting.app', 'engagement', 'profiling'];
    expect(declared?.negatives.map((statement) => statement.subject)).toEqual(denied);
    expect(declared?.practices).toEqual([]);
  });
});

describe('three files that do not fit', () => {
  it('no targeting, and an uploaded list', () => {
    const changes = { [`${A}.criteria`]: [], [`${A}.lookalike`]: 'not-used', targeting_used: false };
    expect(readHarbour(changes).errors).toMatchObject([
      {
        path: 'audiences[0].list',
        check: 'targeting-false-but-used',
        message:
          "You say that no targeting was used (targeting_used is false), but audience 'close-wards' uses Uploaded contact list (list.customer). Set targeting_used to true, or remove it.",
      },
    ]);
  });

  it('people left out, and no reason', () => {
    expect(readHarbour({ [`${A}.criteria[2].reason`]: 'not-disclosed' }).errors).toMatchObject([
      {
        path: 'audiences[0].criteria[2].reason',
        check: 'exclude-needs-reason',
        message: "Audience 'close-wards' leaves people out by Interest. Say in one sentence why.",
        found: 'not-disclosed',
      },
    ]);
    expect(readHarbour({ [`${A}.criteria[2].reason`]: '' }).errors).toMatchObject([
      { check: 'empty-value', message: 'audiences[0].criteria[2].reason is empty. Give a value.' },
    ]);
  });

  it("a person's address in the file", () => {
    const { errors } = readHarbour({ [`${A}.list.source_lists[1]`]: 'jane.voter@example.com' });
    expect(errors).toMatchObject([
      {
        path: 'audiences[0].list.source_lists[1]',
        check: 'no-voter-data',
        message:
          "audiences[0].list.source_lists[1] seems to hold a person's email address. Describe the list; never put people's details in a declaration.",
        found: '[email address]',
      },
    ]);
    expect(JSON.stringify(errors)).not.toContain('jane');
  });
});

describe('errors', () => {
  it('come all at once, in the order of the form', () => {
    const { errors } = readHarbour({
      'amounts.campaign.min': 2_000_000,
      'purposes[1].note': 'not-applicable',
      [`${A}.list.platform_recipients`]: [],
      [`${A}.criteria[1].data_source.kind`]: 'supplier',
      [`${A}.criteria[2].reason`]: '',
      [`${A}.criteria[0].granularity`]: LEFT_OUT,
      'period.start': 'soon',
      'accounts[0].platform': 'facebook',
      payer: LEFT_OUT,
      id: 'X',
      status: 'done',
      wrong: 1,
    });
    expect(errors.map((error) => error.path)).toEqual([
      'id',
      'wrong',
      'payer',
      'accounts[0].platform',
      'period.start',
      'audiences[0].criteria[0].granularity',
      'audiences[0].criteria[2].reason',
      'audiences[0].criteria[1].data_source.name',
      'audiences[0].list.platform_recipients',
      'purposes[1].note',
      'amounts.campaign',
      'status',
    ]);
  });

  it('say where they stand, what was found and what is allowed', () => {
    const text = HARBOUR_TEXT.replace('"kind": "election"', '"kind": "elections"');
    expect(readDeclaration(text).errors).toEqual([
      {
        path: 'campaign.kind',
        check: 'not-allowed',
        message: "campaign.kind cannot be 'elections'. It needs one of: election, referendum, recall, issue. Did you mean election?",
        found: 'elections',
        allowed: 'one of: election, referendum, recall, issue',
        line: 31,
        column: 13,
      },
    ]);
  });

  it('of a missing field stand where its object begins, and of an unknown one at its name', () => {
    const missing = readDeclaration(HARBOUR_TEXT.replace('"legal_name": "Harbour Party Limited",', ''));
    expect(missing.errors).toMatchObject([{ path: 'sponsor.legal_name', line: 14, column: 14, found: null }]);
    const unknown = readDeclaration(HARBOUR_TEXT.replace('"kind": "election",', '"kind": "election", "colour": 1,'));
    expect(unknown.errors).toMatchObject([{ path: 'campaign.colour', line: 31, column: 25, found: 'colour' }]);
  });

  it('are listed up to two hundred, and the rest are counted', () => {
    const changes = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`z${index}`, index]));
    const { errors } = readHarbour(changes);
    expect(errors).toHaveLength(201);
    expect(errors.at(-1)?.message).toBe('100 more errors are not listed. Correct these first, and check again.');
  });

  it('of single values name what they need', () => {
    const messageOf = (path: string, value: unknown) =>
      readHarbour({ [path]: value }).errors.map((error) => `${error.check}: ${error.message}`);
    expect(messageOf('period.start', '2026-02-30')).toEqual([
      "not-allowed: period.start cannot be '2026-02-30'. It needs a day of the calendar, written YYYY-MM-DD.",
    ]);
    expect(messageOf('published_at', '2026-04-12T09:30:00')).toEqual([
      "not-allowed: published_at cannot be '2026-04-12T09:30:00'. It needs a time with its offset, such as 2026-04-12T09:30:00+01:00.",
    ]);
    expect(messageOf('rights.rights_url', 'http://harbour-party.example')).toEqual([
      "not-allowed: rights.rights_url cannot be 'http://harbour-party.example'. It needs an address that begins https://.",
    ]);
    expect(messageOf('jurisdictions[0]', 'UK')).toEqual([
      "not-allowed: jurisdictions[0] cannot be 'UK'. It needs an ISO 3166 code, such as GB or GB-WLS. Did you mean GB?",
    ]);
    expect(messageOf('targeting_used', 'yes')).toEqual([
      'not-allowed: targeting_used cannot be \'yes\'. It needs true, false or "unknown".',
    ]);
    expect(messageOf('sponsor.name', ['a'])).toEqual(['wrong-type: sponsor.name is a list. It needs text of 1 to 200 characters.']);
    expect(messageOf('languages', 'en')).toEqual([
      'wrong-type: languages is text. It needs a list in square brackets; each item is a language tag, such as en or cy.',
    ]);
    expect(messageOf('regimes', [])).toEqual([
      'not-allowed: regimes is an empty list. It needs a list in square brackets; each item is uk, or eu: and a member state, such as eu:IE.',
    ]);
    expect(messageOf('version', 0)).toEqual(['not-allowed: version cannot be 0. It needs a whole number from 1.']);
    expect(messageOf('correction_reason', 'x'.repeat(501))).toEqual([
      'not-allowed: correction_reason has 501 characters. It needs text of 1 to 500 characters.',
    ]);
    expect(messageOf(`${A}.retargeting`, 'not-usd')).toEqual([
      expect.stringMatching(/^not-allowed: audiences\[0\]\.retargeting cannot be 'not-usd'\..* Did you mean not-used\?$/),
    ]);
    expect(messageOf('payer', null)).toEqual([
      'wrong-type: payer is null. It needs an object with name, postal_address; or one of: not-applicable.',
    ]);
  });
});

describe('what is no declaration at all', () => {
  it.each([
    ['a file over 1 MB', `"${'x'.repeat(DECLARATION_BYTES)}"`, 'not-allowed'],
    ['a file over 1 MB in bytes only', `"${'é'.repeat(DECLARATION_BYTES / 2)}"`, 'not-allowed'],
    ['a list', '[]', 'wrong-type'],
    ['a text', '"hello"', 'wrong-type'],
    ['null', 'null', 'wrong-type'],
    ['an empty file', '', 'not-json'],
    ['a web page', '<!doctype html>', 'not-json'],
  ])('%s gives one error', (_, text, check) => expect(readDeclaration(text).errors).toMatchObject([{ path: '', check }]));

  it('fields named after the workings of the language are fields like any other', () => {
    const text = HARBOUR_TEXT.replace('{', '{ "__proto__": { "status": "draft" }, "constructor": 1, "toString": 2,');
    const read = readDeclaration(text);
    expect(read.errors.map((error) => `${error.check} ${error.path}`)).toEqual([
      'unknown-field __proto__',
      'unknown-field constructor',
      'unknown-field toString',
    ]);
    expect(Reflect.get({}, 'status')).toBeUndefined();
  });
});
