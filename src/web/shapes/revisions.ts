/** Revisions: what a library changed of its own record. What the API answers and the pages render. */
import * as z from 'zod';
import { Day, listOf, MoneyShape, Sha256 } from './common.ts';

const CopyShape = z.object({ source_file: Sha256, name: z.string(), as_of: Day }).meta({ id: 'RevisionCopy' });

const RowShape = CopyShape.extend({
  row: z.number().int().nullable().describe('Null: the copy does not show the ad, or its row there is no longer known'),
}).meta({ id: 'RevisionCopyRow' });

export const RevisionShape = z
  .object({
    ad: z.string(),
    platform: z.string(),
    library: z.string(),
    party: z.string().nullable().describe('Only where the link of the account to the party is confirmed'),
    role: z.string().nullable(),
    buyer: z.string(),
    payer: z.string(),
    spend: MoneyShape.nullable(),
    of: z.string().describe('targeting, name, date, money, delivery, link, text; presence: the ad as a whole'),
    field: z.string().describe('The field by its name in the file; empty for the ad as a whole'),
    kind: z.string().describe('emptied, changed, filled, moved, not-seen, seen-again'),
    before: z.string().describe('As the older copy prints it; what may not be kept is left out'),
    after: z.string(),
    before_count: z.number().int().nullable().describe('Values of a list; null: no list'),
    after_count: z.number().int().nullable(),
    from: RowShape,
    to: RowShape,
  })
  .meta({ id: 'Revision' });
export type RevisionView = z.infer<typeof RevisionShape>;

const SumShape = z.object({
  ads: z.number().int(),
  spend: z.array(MoneyShape).describe('One for each currency; never added across currencies'),
});

const ChangeShape = SumShape.extend({
  of: z.string(),
  field: z.string(),
  kind: z.string(),
  field_ads: z.number().int().describe('Ads for which the field changed in this way or another; for the ad as a whole, once for each'),
  parties: z.array(SumShape.extend({ party: z.string() })).describe('Ads of confirmed accounts'),
  same_ads_as: z.array(z.string()).describe('Other fields that changed in the same way for exactly the same ads'),
}).meta({ id: 'RevisionChange' });

export const PairShape = SumShape.extend({
  library: z.string(),
  from: CopyShape,
  to: CopyShape,
  parties: z.array(SumShape.extend({ party: z.string() })),
  changes: z.array(ChangeShape).describe('Targeting first, what is no longer shown before what reads otherwise, largest spend first'),
  whole: z.boolean().describe('False: there are more revisions between these copies than were added up'),
}).meta({ id: 'RevisionPair' });
export type PairView = z.infer<typeof PairShape>;
export type ChangeView = PairView['changes'][number];
export type SumView = z.infer<typeof SumShape>;

export const RevisionsShape = listOf(RevisionShape).extend({
  summary: z
    .array(PairShape)
    .describe('For each pair of copies; on the first page, where at most a library, a platform or a copy is asked for'),
  more_pairs: z.number().int().describe('Older pairs of copies that are not in the summary: ask for one of their copies with `source`'),
});
export type RevisionsView = z.infer<typeof RevisionsShape>;
