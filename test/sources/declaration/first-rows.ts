/** Faults of single fields, of the file, of accounts and of targeting: the first half of the table of checks. */
import { type Changes, CRITERION, LEFT_OUT } from './harbour-party.ts';

/** What it is, the changes to the valid file, and the one error they give: `path | check | message`. */
export type Row = readonly [name: string, changes: Changes, error: string];

const A = 'audiences[0]';
const C = 'audiences[0].criteria';

/** Each row differs from the valid file in the fields named, and gives exactly the error named. */
export const FIRST_ROWS: readonly Row[] = [
  // empty-value
  ['an empty text', { 'sponsor.name': '' }, 'sponsor.name | empty-value | sponsor.name is empty. Give a value.'],
  ['a blank text', { 'sponsor.name': ' \n' }, 'sponsor.name | empty-value | sponsor.name is empty. Give a value.'],
  [
    'an empty text where a silence may stand',
    { valid_to: '' },
    'valid_to | empty-value | valid_to is empty. Give a value. Or one of: unknown.',
  ],
  [
    'an empty reason of an inclusion',
    { [`${C}[0].reason`]: '' },
    `${C}[0].reason | empty-value | ${C}[0].reason is empty. Give a value. Or one of: not-disclosed.`,
  ],
  ['an empty item of a list', { [`${C}[0].values[1]`]: '' }, `${C}[0].values[1] | empty-value | ${C}[0].values[1] is empty. Give a value.`],
  // silence-not-allowed
  [
    'a silence where none may stand',
    { 'sponsor.name': 'not-disclosed' },
    "sponsor.name | silence-not-allowed | sponsor.name cannot be 'not-disclosed'. It needs text of 1 to 200 characters.",
  ],
  [
    'another silence than those allowed',
    { valid_to: 'not-used' },
    "valid_to | silence-not-allowed | valid_to cannot be 'not-used'. It needs a day of the calendar, written YYYY-MM-DD; or one of: unknown.",
  ],
  [
    'a silent reason of a block',
    { [`${A}.list.reason`]: 'not-disclosed' },
    `${A}.list.reason | silence-not-allowed | ${A}.list.reason cannot be 'not-disclosed'. It needs text of 1 to 500 characters.`,
  ],
  // unknown-field
  [
    'a field added',
    { 'sponsor.nmae': 'x' },
    'sponsor.nmae | unknown-field | sponsor.nmae is not a field of the declaration. Did you mean name?',
  ],
  [
    'a field misspelt: one error, not two',
    { 'sponsor.legal_name': LEFT_OUT, 'sponsor.legalName': 'Harbour Party Limited' },
    'sponsor.legalName | unknown-field | sponsor.legalName is not a field of the declaration. Did you mean legal_name?',
  ],
  [
    'a field in the wrong place',
    { polling_date: '2026-05-07' },
    'polling_date | unknown-field | polling_date is not a field of the declaration. Did you mean campaign.polling_date?',
  ],
  [
    'a field like no other',
    { 'period.zzzzzzzz': 1 },
    'period.zzzzzzzz | unknown-field | period.zzzzzzzz is not a field of the declaration.',
  ],
  // missing-field
  ['a core field left out', { sponsor: LEFT_OUT }, 'sponsor | missing-field | sponsor is missing. It is needed in every declaration.'],
  [
    'a core field of an audience left out',
    { [`${C}[1].op`]: LEFT_OUT },
    `${C}[1].op | missing-field | ${C}[1].op is missing. It is needed in every declaration.`,
  ],
  [
    'the promoter left out under the UK regime',
    { promoter: LEFT_OUT },
    'promoter | missing-field | promoter is missing. It is needed in every declaration under the UK regime.',
  ],
  [
    'no privacy notice',
    { 'notices[0].kind': 'social' },
    'notices | missing-field | notices is missing a privacy notice (kind: privacy). It is needed in every declaration.',
  ],
  [
    'a circle with no size',
    { [`${C}[0].criterion`]: 'geo.radius', [`${C}[0].granularity`]: LEFT_OUT },
    `${C}[0].granularity | missing-field | ${C}[0].granularity is missing. It is needed in every declaration that uses Circle around a point: give the kilometres as a number.`,
  ],
  [
    'a negative statement about nothing',
    { 'negative_statements[0].criterion': LEFT_OUT },
    'negative_statements[0].criterion | missing-field | negative_statements[0].criterion is missing. It is needed in every declaration, or a practice in its place.',
  ],
  // id-not-text
  [
    'an id as a number',
    { 'accounts[0].page_id': 123456789012345 },
    'accounts[0].page_id | id-not-text | accounts[0].page_id is written as a number. Put it in quotation marks, or its last digits may be lost.',
  ],
  // version-needs-reason
  [
    'a version with no version before',
    { supersedes: LEFT_OUT },
    'supersedes | version-needs-reason | This is version 2. Say which version it replaces (1) and why.',
  ],
  [
    'a version that skips one',
    { version: 3 },
    'supersedes | version-needs-reason | This is version 3. Say which version it replaces (2) and why.',
  ],
  [
    'a version with no reason',
    { correction_reason: LEFT_OUT },
    'correction_reason | version-needs-reason | This is version 2. Say which version it replaces (1) and why.',
  ],
  [
    'a version with neither: one error',
    { supersedes: LEFT_OUT, correction_reason: LEFT_OUT },
    'supersedes | version-needs-reason | This is version 2. Say which version it replaces (1) and why.',
  ],
  [
    'a first version that replaces something',
    { version: 1 },
    'supersedes | not-allowed | supersedes cannot be 1. Version 1 replaces nothing. Leave it out, or raise version.',
  ],
  // published-needs-time
  [
    'published at no time',
    { published_at: LEFT_OUT },
    'published_at | published-needs-time | A published declaration needs the time it was published.',
  ],
  // dates-in-order
  [
    'a campaign that ends before it starts',
    { 'period.start': '2026-05-08' },
    'period | dates-in-order | period ends on 2026-05-07, before it starts on 2026-05-08.',
  ],
  [
    'a file that stands until before it stands',
    { valid_to: '2026-04-11' },
    'valid_to | dates-in-order | valid_to ends on 2026-04-11, before it starts on 2026-04-12.',
  ],
  [
    'an audience that ends before it starts',
    { [`${A}.period.end`]: '2026-04-11' },
    `${A}.period | dates-in-order | ${A}.period ends on 2026-04-11, before it starts on 2026-04-12.`,
  ],
  [
    'an audience that outlasts the campaign',
    { [`${A}.period.end`]: '2026-05-08' },
    `${A}.period | dates-in-order | Audience 'close-wards' runs from 2026-04-12 to 2026-05-08, outside the campaign (2026-04-01 to 2026-05-07).`,
  ],
  [
    'an audience before a campaign with no known end',
    { 'period.end': 'unknown', [`${A}.period.start`]: '2026-03-31' },
    `${A}.period | dates-in-order | Audience 'close-wards' runs from 2026-03-31 to 2026-05-07, outside the campaign (2026-04-01 to unknown).`,
  ],
  [
    'a negative statement that ends before it starts',
    { 'negative_statements[0].valid_to': '2025-12-31' },
    'negative_statements[0] | dates-in-order | negative_statements[0] ends on 2025-12-31, before it starts on 2026-01-01.',
  ],
  // money-in-order
  [
    'an amount upside down',
    { 'amounts.campaign.min': 2_000_000 },
    'amounts.campaign | money-in-order | amounts.campaign: the lower figure is above the higher one.',
  ],
  // accounts
  [
    'an account with no id',
    { 'accounts[0].page_id': LEFT_OUT },
    'accounts[0] | account-needs-an-id | Give at least one id for the meta account.',
  ],
  [
    'a platform with no account',
    { [`${A}.platforms[1]`]: 'snapchat' },
    `${A}.platforms[1] | audience-account-exists | Audience 'close-wards' uses snapchat, and no snapchat account is listed.`,
  ],
  [
    'an account that is not listed',
    { [`${A}.accounts`]: ['000000000000001', '9'] },
    `${A}.accounts[1] | audience-account-exists | Audience 'close-wards' uses the account 9, and no account with that id is listed.`,
  ],
  // targeting
  [
    'targeting, and no audience',
    { audiences: LEFT_OUT },
    'audiences | targeting-true-needs-audience | You say that targeting was used. Describe at least one audience.',
  ],
  [
    'targeting, and an audience chosen by nothing',
    { [C]: [], [`${A}.list`]: 'not-used', [`${A}.lookalike`]: 'not-used' },
    'audiences | targeting-true-needs-audience | You say that targeting was used. Describe at least one audience.',
  ],
  [
    'no targeting, and a criterion',
    { targeting_used: false, [C]: [CRITERION], [`${A}.list`]: 'not-used', [`${A}.lookalike`]: 'not-used' },
    `${C}[0] | targeting-false-but-used | You say that no targeting was used (targeting_used is false), but audience 'close-wards' uses Gender (demo.gender). Set targeting_used to true, or remove it.`,
  ],
];
