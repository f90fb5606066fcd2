/** The shape of what a declaration says of people's data, rights and notices. What holds between fields is in `checks/`. */
import * as z from 'zod';
import {
  answer,
  count,
  date,
  declarableCriterion,
  language,
  lawfulBasis,
  or,
  placeCode,
  platform,
  practiceId,
  sha256,
  text,
  url,
} from './types.ts';

/** Fields of section 3.5. */
export const people = () => ({
  profiling: z.strictObject({
    done: answer(),
    inputs_combined: or(z.array(text(200)), 'not-applicable'),
    outputs: or(z.array(text(200)), 'not-applicable'),
    inference_of: or(z.array(text(200)), 'not-applicable'),
    automated_decision: answer(),
  }),
  purposes: z.array(
    z.strictObject({
      purpose: text(500),
      lawful_basis: lawfulBasis(),
      note: or(text(1000), 'not-applicable'),
      art9_condition: or(text(200), 'not-applicable'),
      sch1_paragraph: or(text(100), 'not-applicable'),
    }),
  ),
  controllers: z.array(
    z.strictObject({
      name: text(200),
      contact: text(300),
      dpo: or(text(300), 'not-applicable', 'not-disclosed'),
      role: z.enum(['sole', 'joint']),
      joint_with: or(z.array(text(200)), 'not-applicable', 'not-disclosed'),
      arrangement_url: or(url(), 'not-applicable', 'not-disclosed'),
      essence: or(text(2000), 'not-applicable', 'not-disclosed'),
    }),
  ),
  rights: z.strictObject({
    rights_url: url(),
    objection_url: url(),
    withdraw_consent_url: or(url(), 'not-applicable'),
    info_url: url(),
  }),
  retention: or(
    z.strictObject({
      audience: or(text(200), 'not-disclosed', 'unknown').optional(),
      list: or(text(200), 'not-disclosed', 'unknown').optional(),
      logs: or(text(200), 'not-disclosed', 'unknown').optional(),
    }),
    'not-disclosed',
    'unknown',
  ).optional(),
  transfers: or(
    z.array(z.strictObject({ recipient: text(200), country: placeCode(), safeguard: text(500).optional() })),
    'not-used',
    'unknown',
  ).optional(),
  dpia: or(
    z.strictObject({ done: answer(), date: date().optional(), url: url().optional(), summary: text(2000).optional() }),
    'not-disclosed',
  ).optional(),
  age_rule: z.strictObject({
    minimum_age: count(0).max(120),
    voting_age: or(count(0).max(120), 'not-applicable'),
    method: text(300),
  }),
  notices: z.array(
    z.strictObject({
      kind: z.enum(['privacy', 'cookie', 'imprint', 'social']),
      url: url(),
      language: language(),
      section_anchor: or(text(200), 'unknown'),
      quote: or(text(2000), 'unknown'),
      sha256_at_declaration: or(sha256(), 'unknown'),
    }),
  ),
  imprint: z
    .strictObject({
      text: text(1000).optional(),
      placement: z.enum(['in-advert', 'one-click-away', 'both']),
      url: or(url(), 'not-applicable'),
    })
    .optional(),
  label: or(z.strictObject({ statement: text(500), link: url().optional() }), 'not-applicable').optional(),
  consent: or(
    z.strictObject({
      explicit: answer().optional(),
      separate: answer().optional(),
      wording: text(2000).optional(),
      evidence_url: url().optional(),
      refusal_alternative: text(500).optional(),
    }),
    'not-applicable',
  ).optional(),
  exemption_claims: or(
    z.array(
      z.strictObject({
        exemption: z.enum(['ttpa-18-3', 'gdpr-14-5']),
        recipients_further_selected: answer(),
        note: text(1000).optional(),
      }),
    ),
    'not-used',
  ).optional(),
  internal_policy_url: or(url(), 'not-disclosed').optional(),
  risk_assessment_url: or(url(), 'not-disclosed').optional(),
  other_information: text(2000).optional(),
  negative_statements: z.array(
    z.strictObject({
      criterion: declarableCriterion().optional(),
      practice: practiceId().optional(),
      platforms: z.array(platform()),
      valid_from: date(),
      valid_to: date(),
      words: text(500),
    }),
  ),
});
