import { describe, expect, it } from 'vitest';
import { type Changes, CRITERION, ENGAGEMENT, LEFT_OUT, NO_TARGETING, RETARGETING, readHarbour } from './harbour-party.ts';

const A = 'audiences[0]';
const C = 'audiences[0].criteria';

/** Answers that are uncomfortable and true, and things that may be left out. */
const VALID: readonly (readonly [string, Changes])[] = [
  ['no targeting at all', NO_TARGETING],
  [
    'no targeting, and whole countries',
    { targeting_used: false, audiences: [audienceOf([{ ...CRITERION, criterion: 'geo.country', values: ['GB'] }])] },
  ],
  ['no targeting, and the words of a search', { targeting_used: false, audiences: [audienceOf([{ ...CRITERION, criterion: 'keyword' }])] }],
  [
    'lists that are not scrambled and hold people who objected',
    { [`${A}.list.hashed`]: false, [`${A}.list.suppression_of_objectors`]: false },
  ],
  ['no explicit and no separate consent under the EU regime', { regimes: ['eu:IE'], consent: { explicit: false, separate: false } }],
  [
    'an unknown answer to every question',
    { targeting_used: 'unknown', ad_delivery_used: 'unknown', 'delivery.automation': 'unknown', 'profiling.done': 'unknown' },
  ],
  ['profiling and decisions by automation', profiled()],
  ['no assessment was made', { dpia: { done: false } }],
  ['an age floor below the voting age', { 'age_rule.minimum_age': 13 }],
  ['nothing is denied', { negative_statements: [] }],
  [
    'a denial that ended before the use began',
    { 'negative_statements[0].criterion': 'interest', 'negative_statements[0].valid_to': '2026-04-11' },
  ],
  ['a denial on another platform', { 'negative_statements[0].criterion': 'interest', 'negative_statements[0].platforms': ['google'] }],
  ['a denial of a practice', { 'negative_statements[0].criterion': LEFT_OUT, 'negative_statements[0].practice': 'electoral-register' }],
  ['several lists', { [`${A}.list`]: [list({}), list({ kind: 'third-party', source_lists: ['bought list'] })], negative_statements: [] }],
  ['a lookalike of website visitors', { [`${A}.retargeting`]: RETARGETING, [`${A}.lookalike.seed_audience`]: 'harbour-party.example' }],
  ['a lookalike of an audience', { [`${A}.lookalike.seed_audience`]: 'close-wards' }],
  ['a member list with its condition', { [`${A}.list`]: list({ kind: 'member-supporter', special_category: special() }) }],
  ['a joint controller with a link alone', { 'controllers[0].essence': 'not-disclosed' }],
  ['a silent reason of an inclusion', { [`${C}[0].reason`]: 'not-disclosed' }],
  ['a circle with its size', { [`${C}[0].criterion`]: 'geo.radius', [`${C}[0].granularity`]: 1.5 }],
  ['a policy in place of values', { [`${C}[0].values`]: LEFT_OUT, [`${C}[0].value_policy`]: 'all' }],
  ['ages of every form', { [`${C}[1].values`]: ['18-34', '25-65+', '18+'] }],
  ['a draft with no time', { status: 'draft', published_at: LEFT_OUT }],
  ['a first version', { version: 1, supersedes: LEFT_OUT, correction_reason: LEFT_OUT }],
  ['an end that is not known', { valid_to: 'unknown', 'period.end': 'unknown' }],
  ['amounts that are not disclosed', { amounts: 'not-disclosed' }],
  ['a campaign amount that is not disclosed', { 'amounts.campaign': 'not-disclosed' }],
  [
    'no promoter outside the UK',
    { regimes: ['eu:IE'], consent: { explicit: true, separate: true }, promoter: LEFT_OUT, imprint: LEFT_OUT, on_behalf_of: LEFT_OUT },
  ],
  ['engagement in one word', { [`${A}.engagement`]: { ...ENGAGEMENT, what: 'page' } }],
  [
    'the party in its own contact fields',
    { 'controllers[0].contact': 'ring 01632 960123', 'imprint.text': 'Write to desk@harbour-party.example' },
  ],
  ["a quoted notice that holds the party's address", { 'notices[0].quote': 'Write to desk@harbour-party.example' }],
];

describe('an uncomfortable truth is valid', () => {
  it.each(VALID)('%s', (_, changes) => expect(readHarbour(changes).errors).toEqual([]));
});

function audienceOf(criteria: readonly unknown[]): unknown {
  const silent = { list: 'not-used', lookalike: 'not-used', retargeting: 'not-used', engagement: 'not-used' };
  return { id: 'all', name: 'Everyone', platforms: ['meta'], period: { start: '2026-04-12', end: '2026-05-07' }, criteria, ...silent };
}

function list(changes: object): unknown {
  return {
    kind: 'customer',
    op: 'include',
    source_lists: ['newsletter sign-ups'],
    fields_uploaded: ['email'],
    hashed: true,
    platform_recipients: ['Invented Platforms Ireland Limited'],
    suppression_of_objectors: true,
    lawful_basis: 'consent',
    reason: 'To find readers of the newsletter',
    special_category: { level: 'none' },
    ...changes,
  };
}

function special(): unknown {
  return { level: 'direct', category: 'political-opinion', condition: 'explicit-consent' };
}

function profiled(): Changes {
  const answers = { done: true, inputs_combined: ['canvass answers', 'register'], outputs: ['support'], inference_of: ['support'] };
  return { profiling: { ...answers, automated_decision: true } };
}
