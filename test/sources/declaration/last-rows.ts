/** Faults of criteria, lists, people and denials: the second half of the table of checks. */
import type { Row } from './first-rows.ts';
import { LEFT_OUT } from './harbour-party.ts';

const A = 'audiences[0]';
const C = 'audiences[0].criteria';

/** As the first half. */
export const LAST_ROWS: readonly Row[] = [
  // criteria
  [
    'a criterion nobody knows',
    { [`${C}[1].criterion`]: 'demo.agee' },
    `${C}[1].criterion | criterion-not-known | 'demo.agee' is not in our list of criteria. Nearest: demo.age.`,
  ],
  [
    'a criterion that only sources use',
    { [`${C}[1].criterion`]: 'demo.unspecified' },
    `${C}[1].criterion | criterion-only-observed | 'demo.unspecified' is only for what libraries leave unclear. Say which kind it was.`,
  ],
  [
    'a criterion with a block of its own',
    { [`${C}[1].criterion`]: 'retargeting.web' },
    `${C}[1].criterion | criterion-has-own-block | Write Website visitors under 'retargeting', not under criteria.`,
  ],
  [
    'a criterion that is an answer',
    { [`${C}[1].criterion`]: 'delivery.optimised' },
    `${C}[1].criterion | criterion-has-own-block | Write Automatic audience or delivery optimisation under 'ad_delivery_used', not under criteria.`,
  ],
  [
    'values and a policy',
    { [`${C}[1].value_policy`]: 'all' },
    `${C}[1].values | values-or-policy | Age: give the values, or say 'all', not both.`,
  ],
  [
    'neither values nor a policy',
    { [`${C}[1].values`]: LEFT_OUT },
    `${C}[1].values | values-or-policy | Age: give the values, or say 'all', not both.`,
  ],
  [
    'an age in words',
    { [`${C}[1].values[0]`]: 'young' },
    `${C}[1].values[0] | age-values-shape | 'young' is not an age band. Write for example 25-34, or 50-65+.`,
  ],
  [
    'an age band upside down',
    { [`${C}[1].values[0]`]: '34-25' },
    `${C}[1].values[0] | age-values-shape | '34-25' is not an age band. Write for example 25-34, or 50-65+.`,
  ],
  [
    'postcodes of no kind',
    { [`${C}[0].granularity`]: LEFT_OUT },
    `${C}[0].granularity | postcode-needs-granularity | Say whether these are postcode districts, sectors or full postcodes.`,
  ],
  [
    'an exclusion with a silent reason',
    { [`${C}[2].reason`]: 'not-disclosed' },
    `${C}[2].reason | exclude-needs-reason | Audience 'close-wards' leaves people out by Interest. Say in one sentence why.`,
  ],
  [
    'an exclusion with a silence never allowed',
    { [`${C}[2].reason`]: 'unknown' },
    `${C}[2].reason | exclude-needs-reason | Audience 'close-wards' leaves people out by Interest. Say in one sentence why.`,
  ],
  [
    'an excluded list with a silent reason',
    { [`${A}.list.op`]: 'exclude', [`${A}.list.reason`]: 'not-disclosed' },
    `${A}.list.reason | exclude-needs-reason | Audience 'close-wards' leaves people out by Uploaded contact list. Say in one sentence why.`,
  ],
  [
    'an exclusion with no reason at all',
    { [`${C}[2].reason`]: LEFT_OUT },
    `${C}[2].reason | missing-field | ${C}[2].reason is missing. It is needed in every declaration.`,
  ],
  [
    'a supplier with no name',
    { [`${C}[1].data_source.kind`]: 'supplier' },
    `${C}[1].data_source.name | source-needs-name | Name the supplier that Age came from.`,
  ],
  // lists
  [
    'a list with no lawful basis',
    { [`${A}.list.lawful_basis`]: LEFT_OUT },
    `${A}.list.lawful_basis | list-needs-lawful-basis | The list in audience 'close-wards' has no lawful basis.`,
  ],
  [
    'a list with a lawful basis no purpose has',
    { [`${A}.list.lawful_basis`]: 'contract' },
    `${A}.list.lawful_basis | list-needs-lawful-basis | The list in audience 'close-wards' relies on contract, and no purpose does.`,
  ],
  [
    'a list, and a notice not quoted',
    { 'notices[0].quote': 'unknown' },
    'notices[0].quote | list-needs-quote | A contact list is uploaded. Quote the sentence of your privacy notice that tells people so.',
  ],
  [
    'a list that nobody receives',
    { [`${A}.list.platform_recipients`]: [] },
    `${A}.list.platform_recipients | list-needs-recipient | Name the platform company that receives the list in audience 'close-wards'.`,
  ],
  [
    'a list of members with no condition',
    { [`${A}.list.kind`]: 'member-supporter' },
    `${A}.list.special_category | member-list-is-special | A list of members or supporters reveals political opinions. Say under which condition it is used.`,
  ],
  [
    'a special category with no condition',
    { [`${C}[2].special_category.condition`]: LEFT_OUT },
    `${C}[2].special_category | special-needs-condition | Interest is marked as proxy-acknowledged. Name the category and the condition you rely on.`,
  ],
  [
    'a lookalike of something not described',
    { [`${A}.lookalike.seed_audience`]: 'old members' },
    `${A}.lookalike.seed_audience | lookalike-seed-resolves | The lookalike in audience 'close-wards' starts from 'old members', which this file does not describe.`,
  ],
  // people
  [
    'a joint controller that says nothing of the arrangement',
    { 'controllers[0].essence': 'not-disclosed', 'controllers[0].arrangement_url': 'not-applicable' },
    'controllers[0].essence | joint-needs-essence | Harbour Party Limited is a joint controller. Give the main points of your arrangement, or a link.',
  ],
  [
    'profiling with no inputs',
    { 'profiling.done': true, 'profiling.outputs': ['likely voters'] },
    'profiling | profiling-needs-inputs | You say that voters are profiled. Say what is combined, and what comes out.',
  ],
  [
    'a public task with no word on why',
    { 'purposes[1].note': 'not-applicable' },
    "purposes[1].note | lawful-basis-needs-note | 'choosing areas, ages and interests for adverts' relies on public task. Say why it is needed, or what the interest is.",
  ],
  [
    'a denial of a criterion used',
    { 'negative_statements[0].criterion': 'interest', 'negative_statements[0].words': 'We do not use interests' },
    "negative_statements[0] | negative-contradicts | You say 'We do not use interests' from 2026-01-01, but audience 'close-wards' uses Interest on meta from 2026-04-12.",
  ],
  [
    'a denial of a practice used',
    { 'negative_statements[0].criterion': LEFT_OUT, 'negative_statements[0].practice': 'location-targeting' },
    "negative_statements[0] | negative-contradicts | You say 'We do not use lists bought from others' from 2026-01-01, but audience 'close-wards' uses Postcode area on meta from 2026-04-12.",
  ],
  [
    'a denial of suppliers, and a supplier',
    { 'negative_statements[0].criterion': LEFT_OUT, 'negative_statements[0].practice': 'processors' },
    "negative_statements[0] | negative-contradicts | You say 'We do not use lists bought from others' from 2026-01-01, but suppliers says otherwise from 2026-04-01.",
  ],
  [
    'the EU regime with no answer on consent',
    { regimes: ['eu:IE'], consent: LEFT_OUT },
    'consent | eu-needs-consent-answers | Under the EU regime, say whether people gave explicit and separate consent.',
  ],
  [
    'the EU regime with an unknown answer on consent',
    { regimes: ['eu:IE'], consent: { explicit: true, separate: 'unknown' } },
    'consent.separate | eu-needs-consent-answers | Under the EU regime, say whether people gave explicit and separate consent.',
  ],
  [
    'an imprint with no text',
    { 'imprint.text': LEFT_OUT },
    "imprint.text | uk-needs-imprint | Under the UK regime, give the imprint text and the promoter's name and address.",
  ],
  [
    'a promoter with no address',
    { 'promoter.postal_address': LEFT_OUT },
    "promoter.postal_address | uk-needs-imprint | Under the UK regime, give the imprint text and the promoter's name and address.",
  ],
  [
    'a telephone number among the values',
    { [`${C}[2].values[0]`]: 'ring 07700 900123' },
    `${C}[2].values[0] | no-voter-data | ${C}[2].values[0] seems to hold a person's phone number. Describe the list; never put people's details in a declaration.`,
  ],
];
