/** The shape of an audience: its criteria and its four blocks. What holds between fields is in `checks/`. */
import * as z from 'zod';
import {
  answer,
  days,
  direction,
  id,
  lawfulBasis,
  listedCriterion,
  or,
  placeCode,
  platform,
  platformId,
  specialCategory,
  text,
} from './types.ts';

const list = () =>
  z.strictObject({
    kind: z.enum(['customer', 'member-supporter', 'third-party']),
    op: direction(),
    source_lists: z.array(text(200)),
    fields_uploaded: z.array(text(200)),
    hashed: answer(),
    platform_recipients: z.array(text(200)).optional(),
    refresh: text(200).optional(),
    suppression_of_objectors: answer(),
    lawful_basis: lawfulBasis().optional(),
    consent_ref: text(500).optional(),
    reason: text(500),
    special_category: specialCategory(),
  });

const lookalike = () =>
  z.strictObject({
    op: direction(),
    seed_audience: text(200),
    similarity: text(100).optional(),
    country: placeCode(),
    reason: text(500),
    special_category: specialCategory(),
  });

const retargeting = () =>
  z.strictObject({
    kind: z.enum(['web', 'app']),
    op: direction(),
    pixel_ids: z.array(platformId()).optional(),
    domains: z.array(text(200)),
    events: z.array(text(200)).optional(),
    consent_mechanism: text(500),
    reason: text(500),
  });

const engagement = () =>
  z.strictObject({
    op: direction(),
    what: z.union([text(200), z.array(text(200))]),
    reason: text(500),
  });

const criterionEntry = () =>
  z.strictObject({
    criterion: listedCriterion(),
    op: direction(),
    values: z.array(text(200)).optional(),
    value_policy: z.enum(['all', 'any-from-list']).optional(),
    granularity: z.union([z.enum(['district', 'sector', 'unit']), z.number().positive().max(20_000)]).optional(),
    platform_field: or(
      z.strictObject({ type: text(200), subtype: text(200).optional(), label: text(200).optional() }),
      'unknown',
    ).optional(),
    reason: or(text(500), 'not-disclosed'),
    mechanism: or(z.enum(['provided', 'observed', 'inferred-labelled', 'inferred-unlabelled', 'none']), 'unknown'),
    data_source: or(
      z.strictObject({
        kind: z.enum(['party', 'platform', 'supplier', 'public']),
        name: text(200).optional(),
        public: answer().optional(),
        collected_when: text(200).optional(),
      }),
      'unknown',
    ),
    personal_data_categories: or(z.array(text(200)), 'unknown'),
    special_category: specialCategory(),
  });

export const audience = () =>
  z.strictObject({
    id: id(),
    name: text(200),
    platforms: z.array(platform()),
    accounts: z.array(platformId()).optional(),
    period: days(),
    criteria: z.array(criterionEntry()),
    list: z.union([list(), z.array(list()), z.enum(['not-used', 'not-disclosed', 'unknown'])]),
    lookalike: or(lookalike(), 'not-used', 'not-disclosed', 'unknown'),
    retargeting: or(retargeting(), 'not-used', 'not-disclosed', 'unknown'),
    engagement: or(engagement(), 'not-used', 'not-disclosed', 'unknown'),
  });
