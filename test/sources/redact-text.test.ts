import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../src/sources/csv.ts';
import { redactText } from '../../src/sources/redact-text.ts';

const SEED = { seed: 20260503 };
const A = '[address removed]';

/** Invented people, places and bodies, in the forms that imprints take. */
describe('addresses that go', () => {
  const table: Record<string, readonly [given: string, gives: string]> = {
    'number, street, town and postcode after "of"': ['Jo Hale of 14 Larch Road, Nettleby, NB1 2CD', `Jo Hale of ${A}`],
    'a postcode of a real area': ['Jo Hale of 14 Larch Road, Nettleby, BS10 6QR.', `Jo Hale of ${A}.`],
    'after "both of"': [
      'Promoted by Jo Hale on behalf of Sam Reed, both of 3 Mill Lane, Nettleby BS10 6QR',
      `Promoted by Jo Hale on behalf of Sam Reed, both of ${A}`,
    ],
    'after "at"': ['Jo Hale AM at 7 Broad Street, Nettleby', `Jo Hale AM at ${A}`],
    'after "both at"': [
      'Welsh Harbour Party, promoted by Jo Hale, both at 7a Broad Street, Nettleby.',
      `Welsh Harbour Party, promoted by Jo Hale, both at ${A}.`,
    ],
    'after "all at", with two spaces': ['Jo Hale and Sam Reed, all at  7 Broad Street, Nettleby', `Jo Hale and Sam Reed, all at  ${A}`],
    'after "c/o"': ['The Nettleby Green Party c/o 12 Fern Close, Nettleby', `The Nettleby Green Party c/o ${A}`],
    'after a comma': ['Nettleby Liberal Democrats, 12-14 Fern Close, Nettleby, Overshire', `Nettleby Liberal Democrats, ${A}`],
    'after nothing, with no comma before the number': ['Promoted by Jo Hale 12 Fern Close Nettleby', `Promoted by Jo Hale ${A}`],
    'two in one disclaimer': [
      'Jo Hale at 12 Fern Close, Nettleby on Behalf of Sam Reed 9 Ash Grove, Overton BS10 6QR',
      `Jo Hale at ${A} on Behalf of Sam Reed ${A}`,
    ],
    'two of two people after commas': ['Jo Hale, 12 Fern Close; Sam Reed of 9 Ash Grove', `Jo Hale, ${A}; Sam Reed of ${A}`],
    'a hall and a street with no number and no postcode': [
      'Nettleby Conservative Association of Corn Hall, Market Street, Nettleby.',
      `Nettleby Conservative Association of ${A}.`,
    ],
    'a hall and a street after commas': ['Nettleby Branch, Memorial Hall, Church Road, Nettleby', `Nettleby Branch, ${A}`],
    'a town and a postcode only': ['Jo Hale, Nettleby, BS10 6QR', `Jo Hale, ${A}`],
    'a town and a postcode with no comma between': ['Jo Hale, Nettleby BS10 6QR', `Jo Hale, ${A}`],
    'a postcode alone': ['Jo Hale, BS10 6QR', `Jo Hale, ${A}`],
    'a town and a postcode with no comma at all': ['Promoted by Jo Hale Nettleby BS10 6QR', `Promoted by Jo Hale ${A}`],
    'a postcode in lower case': ['Jo Hale, Nettleby, bs10 6qr', `Jo Hale, ${A}`],
    'a postcode without its space': ['Jo Hale, Nettleby, BS106QR', `Jo Hale, ${A}`],
    'a postcode in lower case without its space': ['jo hale, nettleby, bs106qr', `jo hale, ${A}`],
    'a postcode of central London': ['Jo Hale, 9 Old Square, London SW1A 1AA', `Jo Hale, ${A}`],
    'a PO box': ['Friends of the Estuary, PO Box 221, Nettleby', `Friends of the Estuary, ${A}`],
    'a PO box with full stops': ['Friends of the Estuary, P.O. Box 221, Nettleby BS10 6QR', `Friends of the Estuary, ${A}`],
    'a PO box by its long name': ['Estuary Watch at Post Office Box 9', `Estuary Watch at ${A}`],
    'a house name': ['Jo Hale, Rose Cottage, Little Nettleby', `Jo Hale, ${A}`],
    'a house name after "of"': ['Jo Hale of The Old Rectory, Little Nettleby, Overshire', `Jo Hale of ${A}`],
    'a farm': ['Jo Hale, Upper Larch Farm, Nettleby', `Jo Hale, ${A}`],
    'a house name and a lane': ['Jo Hale, The Barn, Sandy Lane, Nettleby', `Jo Hale, ${A}`],
    'a house name with a number before it': ['Jo Hale, 4 Rose Cottages, Nettleby', `Jo Hale, ${A}`],
    'a comma between number and street': ['Jo Hale, 12, High Street, Nettleby', `Jo Hale, ${A}`],
    'a flat': ['Jo Hale, Flat 2b, 12 High Street, Nettleby', `Jo Hale, ${A}`],
    'a floor and a building': ['Estuary Watch, 2nd Floor, Acorn House, 9 High Street, Nettleby', `Estuary Watch, ${A}`],
    'a unit in a business park': ['Estuary Watch, Unit 4, Larch Business Park, Nettleby', `Estuary Watch, ${A}`],
    'a street with "the"': ['Jo Hale of 5 The Green, Nettleby', `Jo Hale of ${A}`],
    'a street of many words': ['Jo Hale of 5 Saint Mary le Marsh Terrace, Nettleby', `Jo Hale of ${A}`],
    'a street cut short': ['Jo Hale of 5 Larch Rd, Nettleby', `Jo Hale of ${A}`],
    'a Welsh street': ['Plaid Aber, 5 Heol Fawr, Abernettle', `Plaid Aber, ${A}`],
    'a street without number after "of"': ['Jo Hale of Mill Road, Nettleby', `Jo Hale of ${A}`],
    'all in lower case': ['jo hale of 12 high street, nettleby, bs10 6qr', `jo hale of ${A}`],
    'a country at the end': ['Jo Hale, 12 High Street, Nettleby, England, UK', `Jo Hale, ${A}`],
    'a town with small words': ['Jo Hale, 12 High Street, Nettle upon Larch', `Jo Hale, ${A}`],
    'full stops between the lines': ['Jo Hale of 12 High Street. Nettleby. BS10 6QR', `Jo Hale of ${A}`],
    'line breaks between the lines': ['Jo Hale\n12 High Street\nNettleby\nBS10 6QR', `Jo Hale\n${A}`],
    'in brackets': ['Jo Hale (12 High Street, Nettleby) for Estuary Watch', `Jo Hale (${A}) for Estuary Watch`],
    'the sentence after it stays': [
      'Jo Hale, 12 High Street, Nettleby. Hosted by Estuary Watch.',
      `Jo Hale, ${A}. Hosted by Estuary Watch.`,
    ],
    'what was paid for stays': [
      'Promoted by Jo Hale both of 12 High Street, Nettleby. Boosted posts paid for by Larch and the Estuary Branch.',
      `Promoted by Jo Hale both of ${A}. Boosted posts paid for by Larch and the Estuary Branch.`,
    ],
    'the office before it stays': [
      'Jo Hale, both at West Larch Conservative Campaign HQ, 12 High Street',
      `Jo Hale, both at West Larch Conservative Campaign HQ, ${A}`,
    ],
    'the body before it stays': [
      'Jo Hale both of Nettleby Labour Party, 12 High Street, Nettleby BS10 6QR',
      `Jo Hale both of Nettleby Labour Party, ${A}`,
    ],
    'nothing but an address': ['The Old Barn, Church Lane, Nettleby', A],
    'words of removal with a new address beside them': [
      `Jo Hale at ${A} and Sam Reed of 12 High Street`,
      `Jo Hale at ${A} and Sam Reed of ${A}`,
    ],
  };
  it.each(Object.entries(table))('%s', (_, [given, gives]) => {
    expect(redactText(given)).toBe(gives);
    expect(redactText(gives)).toBe(gives);
  });
});

describe('e-mail addresses and telephone numbers that go', () => {
  const table: Record<string, readonly [given: string, gives: string]> = {
    'an e-mail address': ['Email: jo.hale@estuary.example.', 'Email: [email removed].'],
    'an e-mail address in brackets': ['Jo Hale <jo+ads@mail.estuary.example>', 'Jo Hale <[email removed]>'],
    'an e-mail address after an address': [
      'Nettleby Branch, 12 High Street, Nettleby. Email: jo@estuary.example',
      `Nettleby Branch, ${A}. Email: [email removed]`,
    ],
    'a number of a town': ['Jo Hale, 01632 960001', 'Jo Hale, [telephone removed]'],
    'a number of a city in brackets': ['Jo Hale (020) 7946 0000', 'Jo Hale [telephone removed]'],
    'a number in one piece': ['Jo Hale 07700900001', 'Jo Hale [telephone removed]'],
    'a number for abroad': ['Jo Hale, +44 (0)20 7946 0000', 'Jo Hale, [telephone removed]'],
    'a short number after its word': ['Tel: 960001, Jo Hale', 'Tel: [telephone removed], Jo Hale'],
  };
  it.each(Object.entries(table))('%s', (_, [given, gives]) => {
    expect(redactText(given)).toBe(gives);
    expect(redactText(gives)).toBe(gives);
  });
});

describe('what stays', () => {
  it.each([
    ['a party', 'The Harbour Labour Party'],
    ['a party and its promoter', 'The Harbour Party. Promoted by Jo Hale on behalf of Nettleby Harbour Party'],
    ['a name and a village', 'Jo Hale, Nettleby'],
    ['a name, a village and a county', 'Jo Hale, Nettleby, Overshire'],
    ['a village that ends like a street', 'Jo Hale, Larch Green'],
    ['a town that ends like a street', 'Nettle Hill Branch of The Harbour Party'],
    ['Parliament', 'Jo Hale, House of Commons, UK'],
    ['a company and its number', 'Estuary Watch (EW) Ltd, company number 11223344, a registered company in England and Wales.'],
    ['a company and a Scottish number', 'Estuary Watch Ltd, SC123456'],
    ['a charity and its number', 'Estuary Watch, registered charity number 1122334'],
    ['a number in a name', '38 Larches'],
    ['a share in a name', 'Jo Hale on behalf of The 48% Nettleby'],
    ['an article of a treaty', 'Jo Hale - Repeal Article 50'],
    ['a ward', 'Sam Reed on behalf of Cllr Jo Hale, representing the Larch & District ward (ward 9) of Overshire Council'],
    ['friends of a road', 'Friends of Mill Road'],
    ['residents of a road', 'Mill Road Residents Association'],
    ['a street as the whole name', 'Coronation Road'],
    ['a slogan', 'Jo 4 Larch Green'],
    ['a slogan with a road', 'Save Our High Street'],
    ['"on behalf of" a house', 'Promoted by Jo Hale on behalf of Hope House'],
    ['an account on a social network', 'Promoted by @harbourparty'],
    ['a web site', 'Promoted by Jo Hale, www.harbour.example/larch'],
    ['an id of a page', '122100886550010563'],
    ['a date', 'From 01-02-2024 10:00'],
    ['a sum', 'We spent 1,200,000 pounds on the road'],
    ['times of a meeting', 'Public meeting, 7 June 2024'],
    ['initials', 'Promoted by J. B. Hale for R. Reed'],
    ['Greek', 'Νέα Αυγή, Αθήνα'],
    ['nothing', ''],
    ['an address that was taken out before', `Jo Hale both of ${A}. Email: [email removed]`],
  ])('%s', (_, text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    ...(
      '12 4a 3-5 High Street Road Lane of at c/o , . ; ( ) - \n PO Box Rose Cottage Hall The Old BS10 6QR bs106qr London Nettleby and on ' +
      'behalf promoted by both Labour Party Flat 2 Floor jo@estuary.example 01632 960001 Tel: [address removed] house upon Jo Hale'
    ).split(' '),
  );
  const texts = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '')), { maxLength: 25 }).map((parts) => parts.flat().join(''));

  it('doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
        const once = redactText(text);
        expect(redactText(once)).toBe(once);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('a postcode never comes through as a word of its own', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(redactText(`${before} BS10 6QR ${after}`)).not.toMatch(/(?<![\p{L}\p{N}-])BS10 6QR(?![\p{L}\p{N}])/u);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('what is taken out leaves the rest in its order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const kept of redactText(text).split(/\[(?:address|email|telephone) removed\]/)) {
          at = text.indexOf(kept, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += kept.length;
        }
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  /** A reader that goes over the same signs again and again would take hours here. */
  it.each([
    '12 ',
    '12, ',
    'a@',
    '@',
    'a.',
    'Mill Road ',
    'Mill Road, ',
    'of ',
    'PO Box ',
    '0',
    '01632 ',
    '(0',
    'BS10 ',
    'BS10 6QR ',
    'Flat 2, ',
    '[',
    '. ',
    'tel ',
  ])('200,000 signs of "%s" are read', (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(redactText(text).length).toBeLessThanOrEqual(text.length * 12);
  });
});

describe('the shared real files', () => {
  const file = new URL('../../../shared/data/adlibrary/meta_report/FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv', import.meta.url);
  it.skipIf(!existsSync(file))('the British report of 2019, whose addresses were cut before, keeps nearly every text', () => {
    const reader = new CsvReader();
    const rows = [...reader.push(new Uint8Array(readFileSync(file))), ...reader.end()].flatMap((event) =>
      event.kind === 'record' ? [event.cells] : [],
    );
    expect(rows).toHaveLength(4637);
    const changed = (column: number): number => rows.filter((cells) => redactText(cells[column] ?? '') !== cells[column]).length;
    expect(changed(1)).toBe(0);
    // Names of pages that read like an address to anybody who does not know them.
    expect(changed(0)).toBeLessThanOrEqual(3);
  });
});
