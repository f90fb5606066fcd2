/**
 * Shapes that many answers share, as zod schemas: days, amounts, evidence, lists, errors.
 * They describe the JSON in OpenAPI, and the pages render the very same records. Names are snake_case; money is minor units.
 */
import * as z from 'zod';

export const Day = z.string().describe('A day, YYYY-MM-DD');
export const Instant = z.string().describe('An instant in UTC, ending in Z');
export const Sha256 = z.string().describe('SHA-256, 64 hex digits');

export const MoneyShape = z
  .object({
    min: z.number().int().describe('Lower bound in minor units (pence)'),
    max: z.number().int().nullable().describe('Upper bound in minor units; null: no upper bound given'),
    currency: z.string().nullable().describe('ISO 4217; null: the library names none, so it is never added to another amount'),
  })
  .meta({ id: 'Money', description: 'An amount as the source gives it: bounds, never a midpoint' });

export const Count = z.object({ min: z.number(), max: z.number().nullable() });

export const EvidenceShape = z
  .object({ kind: z.enum(['observation', 'disclosure', 'silence', 'declaration', 'missing']) })
  .loose()
  .meta({
    id: 'Evidence',
    description:
      'What a finding rests on: an observation, a quoted passage, a silence of a notice read whole, a declaration line, or what was missing',
  });

export const ProblemDetailsShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), check: z.string(), message: z.string() }).loose()).optional(),
  })
  .meta({ id: 'ProblemDetails', description: 'RFC 9457 problem details' });

/** A list: `next` is a ready address or null. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), as_of: Instant, revision: z.number().int() });
}
