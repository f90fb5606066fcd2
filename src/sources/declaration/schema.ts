/**
 * The shape of the declaration file, version 1: every field of the design, strictly typed, with the silences each may take.
 * A field that is needed only under a condition is optional here; the condition is in `checks/`.
 */
import * as z from 'zod';
import { audience } from './audience-schema.ts';
import { people } from './people-schema.ts';
import {
  answer,
  body,
  count,
  date,
  email,
  id,
  language,
  money,
  or,
  placeCode,
  platform,
  platformId,
  range,
  regime,
  text,
  time,
  url,
} from './types.ts';

const file = () => ({
  schema: z.literal('candour-declaration/1'),
  id: id(),
  version: count(1),
  supersedes: count(1).optional(),
  correction_reason: text(500).optional(),
  regimes: z.array(regime()).min(1),
  jurisdictions: z.array(placeCode()),
  languages: z.array(language()),
  status: z.enum(['draft', 'published', 'withdrawn']),
  published_at: time().optional(),
  valid_from: date(),
  valid_to: or(date(), 'unknown'),
});

const who = () => ({
  sponsor: z.strictObject({
    name: text(200),
    legal_name: text(200),
    email: email(),
    postal_address: text(500),
    establishment: placeCode(),
    registration: or(z.strictObject({ scheme: text(100), number: platformId() }), 'not-applicable'),
  }),
  sponsor_controller: or(body(), 'not-applicable', 'not-disclosed', 'unknown').optional(),
  promoter: body().partial().optional(),
  on_behalf_of: or(z.array(body()), 'not-applicable').optional(),
  payer: or(body(), 'not-applicable'),
  other_names: z.array(text(200)).optional(),
  accounts: z.array(
    z.strictObject({
      platform: platform(),
      account_id: platformId().optional(),
      page_id: platformId().optional(),
      handle: platformId().optional(),
      url: url().optional(),
      role: z.enum(['national', 'branch', 'candidate', 'agency']),
    }),
  ),
  suppliers: or(
    z.array(
      z.strictObject({
        name: text(200),
        role: text(200).optional(),
        data_given: text(500).optional(),
        data_received: text(500).optional(),
        due_diligence_date: date().optional(),
      }),
    ),
    'not-used',
    'not-disclosed',
  ),
  declared_by: z.strictObject({ role: text(200), organisation: text(200), email: email() }),
  reply_contact: email(),
  signature: or(
    z.strictObject({ alg: text(100), key_id: platformId(), value: z.string().regex(/^[A-Za-z0-9+/_=-]{1,4000}$/) }),
    'not-used',
  ).optional(),
});

const vote = () => ({
  campaign: z.strictObject({
    name: text(200),
    kind: z.enum(['election', 'referendum', 'recall', 'issue']),
    level: text(100),
    polling_date: or(date(), 'not-applicable'),
    official_info_url: or(url(), 'not-applicable'),
  }),
  period: z.strictObject({ start: date(), end: or(date(), 'unknown') }),
  amounts: or(
    z.strictObject({
      campaign: or(money(), 'not-disclosed', 'unknown'),
      ad: or(money(), 'not-disclosed', 'unknown').optional(),
      in_kind: or(money(), 'not-disclosed', 'unknown').optional(),
      methodology: or(text(1000), 'not-disclosed', 'unknown').optional(),
    }),
    'not-disclosed',
    'unknown',
  ),
  funding_origin: or(
    z.strictObject({ kind: z.enum(['public', 'private', 'both']), place: z.enum(['inside', 'outside', 'both']) }),
    'not-disclosed',
    'unknown',
  ).optional(),
  ad_library_urls: or(z.array(url()), 'unknown'),
  repository_urls: or(z.array(url()), 'not-applicable', 'unknown').optional(),
  notify_url: or(url(), 'not-applicable').optional(),
  previous_suspension: or(z.strictObject({ was: answer(), which: text(500).optional(), why: text(500).optional() }), 'unknown').optional(),
});

const choice = () => ({
  targeting_used: answer(),
  ad_delivery_used: answer(),
  goals_mechanism_logic: text(2000),
  analytical_techniques: or(z.array(text(300)), 'not-used', 'not-disclosed').optional(),
  audiences: z.array(audience()).optional(),
  delivery: z.strictObject({
    optimisation_goal: text(200),
    automation: answer(),
    ai_used: answer(),
    ai_role: or(text(500), 'not-applicable', 'unknown'),
  }),
  reach: or(
    z.strictObject({
      views: range().optional(),
      engagements: range().optional(),
      as_of: date().optional(),
      source: text(200).optional(),
    }),
    'unknown',
  ).optional(),
});

/** The declaration file. */
export const declarationSchema = z.strictObject({ ...file(), ...who(), ...vote(), ...choice(), ...people() });

/** A declaration file whose shape is right. */
export type DeclarationFile = z.infer<typeof declarationSchema>;
