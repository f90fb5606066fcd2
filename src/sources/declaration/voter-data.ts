/** Finds email addresses and telephone numbers in free text: a declaration describes lists and never holds people's details. */

/** Quantifiers are bounded, so that no text takes long. */
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const BETWEEN_DIGITS = String.raw`[\s().\u2010-\u2015-]{0,3}`;
const PHONES = [
  // With a country code: +44 7700 900123, 0044 (0)7700 900123.
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:\+|00)[1-9](?:${BETWEEN_DIGITS}\d){7,14}(?!\d)`, 'gu'),
  // The same with the sign left out: 44 7700 900123.
  new RegExp(String.raw`(?<![\p{L}\p{N}.,/-])44${BETWEEN_DIGITS}(?:0${BETWEEN_DIGITS})?[1-9](?:${BETWEEN_DIGITS}\d){8,9}(?!\d)`, 'gu'),
  // As dialled inside the UK or Ireland: 07700 900123, (020) 7946 0123.
  new RegExp(String.raw`(?<![\p{L}\p{N}.,/-])0[1-9](?:${BETWEEN_DIGITS}\d){7,9}(?!\d)`, 'gu'),
];
/** Days look like telephone numbers once hyphens may stand between digits. */
const DAYS = /(?<!\d)(?:(?:19|20)\d\d([-./ ])\d{1,2}\1\d{1,2}|\d{1,2}([-./ ])\d{1,2}\2(?:19|20)\d\d)(?!\d)/g;

/** What kind of detail a text seems to hold, in the words of the error, or `null`. */
export function voterDataIn(text: string): 'email address' | 'phone number' | null {
  const plain = text.normalize('NFKC');
  if (plain.search(EMAIL) >= 0) return 'email address';
  const undated = plain.replace(DAYS, ' day ');
  return PHONES.some((phone) => undated.search(phone) >= 0) ? 'phone number' : null;
}

/** The text with every such detail replaced by its kind. A text without one comes back as it is. */
export function withoutVoterData(text: string): string {
  const plain = text.normalize('NFKC');
  const blanked = PHONES.reduce((left, phone) => left.replace(phone, '[phone number]'), plain.replace(EMAIL, '[email address]'));
  return blanked === plain ? text : blanked;
}
