/** Notices. What the API answers and the pages render. */
import * as z from 'zod';
import { Instant, Sha256 } from './common.ts';

export const NoticeShape = z
  .object({
    id: z.string(),
    party: z.string(),
    party_name: z.string(),
    kind: z.string(),
    url: z.string(),
    source: z.string(),
    snapshots: z.array(
      z.object({
        id: z.string(),
        captured_at: Instant,
        sha256: Sha256,
        bytes: z.number().int(),
        content_type: z.string(),
        provenance: z.string(),
        received_at: Instant,
        readable: z.boolean(),
        words: z.number().int(),
      }),
    ),
    shown: z
      .object({
        id: z.string(),
        title: z.string().nullable(),
        language: z.string().nullable(),
        reader_version: z.string(),
        readable: z.boolean(),
        text: z.string(),
        passages: z.array(
          z.object({
            kind: z.string(),
            start: z.number().int(),
            end: z.number().int(),
            headings: z.array(z.string()),
            lead_ins: z.array(z.string()),
            block: z.number().int(),
          }),
        ),
        practices: z.array(
          z.object({
            practice: z.string(),
            stance: z.enum(['stated', 'vague', 'denied', 'absent', 'unreadable']),
            contradiction: z.boolean(),
            disclosures: z.array(
              z
                .object({
                  stance: z.enum(['stated', 'vague', 'denied']),
                  quote: z.string(),
                  heading: z.string().nullable(),
                  lead_in: z.string().nullable(),
                  start: z.number().int(),
                  end: z.number().int(),
                  pattern: z.string(),
                  reason: z.string().nullable(),
                  limit: z.string().nullable(),
                  counts: z.boolean(),
                })
                .loose(),
            ),
          }),
        ),
        problems: z.array(z.object({ code: z.string(), scope: z.string(), message: z.string() }).loose()),
      })
      .nullable()
      .describe('The snapshot shown, as read; null when none has been read yet'),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof NoticeShape>;
