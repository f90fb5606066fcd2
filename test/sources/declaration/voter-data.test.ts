import { describe, expect, it } from 'vitest';
import { voterDataIn, withoutVoterData } from '../../../src/sources/declaration/voter-data.ts';

const HELD = [
  ['an address', 'jane.voter@example.com', 'email address'],
  ['an address inside a sentence', 'ask (jane+list@mail.example.org), she knows', 'email address'],
  ['an address in wide letters', 'jane＠example．com', 'email address'],
  ['an address with accents', 'zoë@exämple.org', 'email address'],
  ['a mobile number', '07700 900123', 'phone number'],
  ['a number with no spaces', 'call 07700900123 now', 'phone number'],
  ['an area code in brackets', '(020) 7946 0123', 'phone number'],
  ['a number with hyphens', '01632-960-123', 'phone number'],
  ['a country code', '+44 7700 900123', 'phone number'],
  ['a country code and a nought', '+44 (0)7700 900123', 'phone number'],
  ['a country code dialled', '0044 7700 900 123', 'phone number'],
  ['a country code with no sign', '447700900123', 'phone number'],
  ['a number from elsewhere', '+353 1 555 0123', 'phone number'],
] as const;

const NOT_HELD = [
  ['a handle', '@harbourparty'],
  ['a price', '£5,000-£10,000'],
  ['postcodes', 'ZZ1 1AA, ZZ10 6QR'],
  ['days', 'from 2026-04-01 to 2026-05-07'],
  ['two days in hyphens', '2026-04-01 2026-05-07'],
  ['days as people write them', '01-04-2026 07-05-2026'],
  ['days with slashes', '01/04/2026-07/05/2026'],
  ['ages', '18-34, 25-65+'],
  ['a percentage', '0.1234567890'],
  ['a law', 'UK GDPR 13(2)(b), 21(4)'],
  ['an id', '1234567890123456'],
  ['a telephone number that is too short', '0800 1111'],
] as const;

describe("people's details in free text", () => {
  it.each(HELD)('%s is seen, and blanked', (_, text, kind) => {
    expect(voterDataIn(text)).toBe(kind);
    expect(withoutVoterData(text)).toContain(`[${kind}]`);
    expect(voterDataIn(withoutVoterData(text))).toBeNull();
  });

  it.each(NOT_HELD)('%s is left alone', (_, text) => {
    expect(voterDataIn(text)).toBeNull();
  });

  it('a text with none of it comes back as it is', () => {
    expect(withoutVoterData('ﬁve wards')).toBe('ﬁve wards');
  });
});
