/** Every address that can be written to. Each needs the owner's token. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../env.ts';
import { ReviewedShape } from '../shapes/reviews.ts';
import { RunShape } from '../shapes/runs.ts';
import { postDeclaration } from './declarations.ts';
import { postImport, resumeImports } from './imports.ts';
import { postSnapshot } from './notices.ts';
import { postRegister } from './register.ts';
import { postReview } from './reviews.ts';

export interface Post {
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: z.ZodObject;
  readonly takes: 'application/json' | 'application/octet-stream';
  readonly status: number;
  readonly summary: string;
  readonly description: string;
  readonly shape: z.ZodType;
  readonly handle: (c: Context<AppEnv>) => Promise<Response>;
}

export const POSTS: readonly Post[] = [
  {
    path: '/imports',
    query: z.object({
      name: z.string().optional().describe('Name of the file'),
      library: z.string().optional().describe('Id of the library; recognised from the content when not given'),
      as_of: z.string().describe('Day the copy was taken, YYYY-MM-DD'),
      window: z.enum(['7', '30', '90']).optional().describe('Days of the window, for an audience file, which does not say itself'),
      sha256: z.string().optional().describe('SHA-256 of the bytes as they will be stored: they then go straight to their place'),
      currency: z.string().optional().describe('ISO 4217, for amounts without a currency of their own'),
    }),
    takes: 'application/octet-stream',
    status: 202,
    summary: 'Import an ad library file',
    description:
      'Send the bytes of the file: CSV, JSON or NDJSON, plain or gzipped. They are redacted and hashed as they stream in; the answer is a run to ask after. A zip is unpacked, and answers `{archive, received_sha256, runs, skipped}`.',
    shape: RunShape.extend({
      source_file: z.string().describe('SHA-256 of the stored bytes'),
      library: z.string(),
      known: z.boolean().describe('These bytes had been sent before'),
    }),
    handle: postImport,
  },
  {
    path: '/imports/resume',
    takes: 'application/json',
    status: 200,
    summary: 'Send imports that are under way their next message again',
    description: 'For a queue that lost its messages. It does no harm at any time.',
    shape: z.object({ resumed: z.array(z.string()).describe('Ids of runs') }),
    handle: resumeImports,
  },
  {
    path: '/notices/{id}/snapshots',
    params: { id: 'Id of the notice; a new one is made when it is not known' },
    query: z.object({
      party: z.string().optional().describe('Id of the party, for a notice not known yet'),
      url: z.string().optional().describe('Address of the page'),
      captured_at: z.string().describe('Instant of capture'),
      kind: z.enum(['privacy', 'cookie', 'imprint', 'social']).optional(),
      provenance: z.string().optional().describe('How the page was captured, in words'),
    }),
    takes: 'application/octet-stream',
    status: 202,
    summary: 'Store a capture of a notice',
    description: 'Send the bytes of the page with their Content-Type. They are kept byte for byte and read.',
    shape: z.object({ run: z.string(), snapshot: z.string(), notice: z.string(), sha256: z.string(), unchanged: z.boolean() }),
    handle: postSnapshot,
  },
  {
    path: '/declarations',
    query: z.object({ party: z.string().describe('Id of the party') }),
    takes: 'application/json',
    status: 201,
    summary: 'File a declaration, or a new version of one',
    description: 'Every error is given at once, with its path. A version is never overwritten.',
    shape: z.object({
      id: z.string(),
      version: z.number().int(),
      party: z.string(),
      sha256: z.string(),
      unchanged: z.boolean(),
      run: z.string().nullable(),
    }),
    handle: postDeclaration,
  },
  {
    path: '/register',
    takes: 'application/json',
    status: 200,
    summary: 'Apply a register file',
    description: 'Parties, accounts and addresses of notices. Advertisers already seen are mapped by whole names or ids.',
    shape: z.object({
      parties: z.number().int(),
      accounts: z.number().int(),
      notices: z.number().int(),
      mapped: z.number().int().describe('Advertisers seen that belong to a party'),
      run: z.string(),
    }),
    handle: postRegister,
  },
  {
    path: '/reviews',
    takes: 'application/json',
    status: 201,
    summary: 'Decide of a held copy, or of an advertiser',
    description:
      "`{kind: 'held-copy', subject: run, decision: 'confirm' | 'reject', reviewer, reason}`, or `{kind: 'advertiser', subject: account, decision: 'map' | 'reject', party, role, source, checked_on, reviewer, reason}`; to map, all of these are needed. The name of the reviewer is kept as given, and is public. Reviews are never changed: a later one stands beside the earlier.",
    shape: ReviewedShape,
    handle: postReview,
  },
];
