/** A valid declaration file of an invented party, to be changed by each test. */

type Fields = Readonly<Record<string, unknown>>;

const ADDRESS = '3 Invented Row, Nowhere QX1 1AA';
const ENTRY = {
  op: 'include',
  reason: 'The adverts are about buses',
  mechanism: 'provided',
  data_source: { kind: 'platform' },
  personal_data_categories: ['age'],
  special_category: { level: 'none' },
};

/** The file as text, with `over` put over its fields; a field given as `undefined` is left out. */
export function declarationText(over: Fields = {}): string {
  return `${JSON.stringify({ ...FILE, ...over }, null, 2)}\n`;
}

const FILE: Fields = {
  schema: 'candour-declaration/1',
  id: 'thistledown-locals-2026',
  version: 1,
  regimes: ['uk'],
  jurisdictions: ['GB-ENG'],
  languages: ['en'],
  status: 'published',
  published_at: '2026-04-01T09:00:00+01:00',
  valid_from: '2026-04-01',
  valid_to: '2026-05-31',
  sponsor: {
    name: 'The Thistledown Party',
    legal_name: 'The Thistledown Party',
    email: 'data@thistledown.example',
    postal_address: ADDRESS,
    establishment: 'GB',
    registration: 'not-applicable',
  },
  promoter: { name: 'T. Down', postal_address: ADDRESS },
  on_behalf_of: [{ name: 'The Thistledown Party', postal_address: ADDRESS }],
  payer: 'not-applicable',
  accounts: [{ platform: 'snapchat', handle: 'thistledown', role: 'national' }],
  suppliers: 'not-used',
  declared_by: { role: 'data protection lead', organisation: 'The Thistledown Party', email: 'data@thistledown.example' },
  reply_contact: 'data@thistledown.example',
  campaign: {
    name: 'Local elections 2026',
    kind: 'election',
    level: 'local',
    polling_date: '2026-05-07',
    official_info_url: 'https://elections.example/2026',
  },
  period: { start: '2026-04-01', end: '2026-05-07' },
  amounts: { campaign: { min: 100000, max: 200000, currency: 'GBP', vat_included: true } },
  ad_library_urls: ['https://library.example/thistledown'],
  targeting_used: true,
  ad_delivery_used: false,
  goals_mechanism_logic: 'We show adverts to adults under 35.',
  audiences: [
    {
      id: 'young-adults',
      name: 'Young adults',
      platforms: ['snapchat'],
      period: { start: '2026-04-01', end: '2026-05-07' },
      criteria: [{ criterion: 'demo.age', values: ['18-34'], ...ENTRY }],
      list: 'not-used',
      lookalike: 'not-used',
      retargeting: 'not-used',
      engagement: 'not-used',
    },
  ],
  delivery: { optimisation_goal: 'views', automation: false, ai_used: false, ai_role: 'not-applicable' },
  controllers: [
    {
      name: 'The Thistledown Party',
      contact: 'data@thistledown.example',
      dpo: 'not-applicable',
      role: 'sole',
      joint_with: 'not-applicable',
      arrangement_url: 'not-applicable',
      essence: 'not-applicable',
    },
  ],
  rights: {
    rights_url: 'https://thistledown.example/privacy#rights',
    objection_url: 'https://thistledown.example/stop',
    withdraw_consent_url: 'not-applicable',
    info_url: 'https://thistledown.example/privacy',
  },
  purposes: [
    {
      purpose: 'choosing ages for adverts',
      lawful_basis: 'legitimate-interests',
      note: 'Adverts for those whom they concern',
      art9_condition: 'not-applicable',
      sch1_paragraph: 'not-applicable',
    },
  ],
  profiling: {
    done: false,
    inputs_combined: 'not-applicable',
    outputs: 'not-applicable',
    inference_of: 'not-applicable',
    automated_decision: false,
  },
  age_rule: { minimum_age: 18, voting_age: 18, method: 'age set on the platform' },
  notices: [
    {
      kind: 'privacy',
      url: 'https://thistledown.example/privacy',
      language: 'en',
      section_anchor: 'unknown',
      quote: 'unknown',
      sha256_at_declaration: 'unknown',
    },
  ],
  imprint: { text: `Promoted by T. Down for The Thistledown Party, ${ADDRESS}`, placement: 'in-advert', url: 'not-applicable' },
  negative_statements: [],
};
