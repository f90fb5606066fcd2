/** The types of section 2 of the declaration file as zod schemas. Each call makes a new schema, so that each field can carry its own words. */
import * as z from 'zod';
import { CRITERIA, type CriterionId } from '../../core/criteria.ts';
import { PRACTICES, type PracticeId } from '../../core/practices.ts';
import { PLATFORM_IDS } from './platforms.ts';
import type { Silence } from './silences.ts';

/** Neither blank nor one of the four silences, which are never the text of a field. */
const SAYS_SOMETHING = /^(?!\s*(?:not-used|not-disclosed|unknown|not-applicable)\s*$)[\s\S]*\S/;
/** Leaves out what an address may not hold: spaces, and a name or password before the host. */
const HTTPS = /^https:\/\/[^\s/?#@\\:[\]]+\.[^\s/?#@\\:[\].]+(?::\d{1,5})?(?:[/?#]\S*)?$/;
const MEMBER_STATES = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

export const text = (longest: number) => z.string().trim().regex(SAYS_SOMETHING).max(longest);
export const id = () => z.string().regex(/^[a-z0-9-]{2,64}$/);
export const platformId = () => z.string().trim().regex(SAYS_SOMETHING).max(200);
export const url = () => z.string().max(2000).regex(HTTPS);
export const email = () => z.email().max(254);
export const date = () => z.iso.date();
export const time = () => z.iso.datetime({ offset: true });
export const language = () => z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/);
/** ISO 3166. `UK` is not among its codes: the country is `GB`. */
export const placeCode = () => z.string().regex(/^(?!UK\b)[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/);
export const regime = () => z.string().regex(new RegExp(`^(?:uk|eu:(?:${MEMBER_STATES.join('|')}))$`));
export const answer = () => z.union([z.boolean(), z.literal('unknown')]);
export const count = (least: 0 | 1) => z.int().min(least);
export const platform = () => z.enum(PLATFORM_IDS);
export const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);
export const direction = () => z.enum(['include', 'exclude']);
export const lawfulBasis = () =>
  z.enum(['consent', 'public-task', 'legitimate-interests', 'legal-obligation', 'contract', 'vital-interests']);

/** A value of its own, or one of the silences that may stand in its place. */
export const or = <T extends z.ZodType, S extends Silence>(schema: T, ...silences: [S, ...S[]]) => z.union([schema, z.enum(silences)]);

/** Bounds in minor units of one currency. The top may be unknown: it is never guessed. */
export const money = () =>
  z.strictObject({
    min: count(0),
    max: or(count(0), 'unknown'),
    currency: z.string().regex(/^[A-Z]{3}$/),
    vat_included: z.boolean(),
  });

export const range = () => z.strictObject({ min: count(0), max: or(count(0), 'unknown') });

/** A person or body with an address. */
export const body = () => z.strictObject({ name: text(200), postal_address: text(500) });

export const days = () => z.strictObject({ start: date(), end: date() });

export const specialCategory = () =>
  z.strictObject({
    level: z.enum(['none', 'direct', 'proxy-acknowledged']),
    category: text(200).optional(),
    condition: text(200).optional(),
  });

/** The criteria written under `criteria`: those that may be declared and have neither a block nor an answer of their own. */
export const LISTED_CRITERIA: readonly CriterionId[] = CRITERIA.filter((entry) => entry.declared_in === 'criteria').map(
  (entry) => entry.id,
);

/** The criteria that a party can state, or deny. */
export const DECLARABLE_CRITERIA: readonly CriterionId[] = CRITERIA.filter((entry) => entry.declarable).map((entry) => entry.id);

export const listedCriterion = () => z.enum(LISTED_CRITERIA);
export const declarableCriterion = () => z.enum(DECLARABLE_CRITERIA);
export const practiceId = () => z.enum(PRACTICES.map((entry): PracticeId => entry.id));
