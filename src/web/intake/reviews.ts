/** Taking a review: a person lets a held copy in or turns it away, links an advertiser to a party or says that it belongs to none. */
import type { Context } from 'hono';
import * as z from 'zod';
import { isDay } from '../../core/time.ts';
import { forgetAds } from '../../store/copies.ts';
import type { Statement } from '../../store/db.ts';
import { append } from '../../store/log.ts';
import { findAccount, findParty } from '../../store/parties.ts';
import type { Message } from '../../store/queue.ts';
import { insertReview, latestReview, mapAccount, type ReviewRow, registeredParty, unmapAccount } from '../../store/reviews.ts';
import { recount } from '../../store/rollup.ts';
import { confirmRun, failRun, findRun, newRun } from '../../store/runs.ts';
import { raiseRevision } from '../../store/site.ts';
import { reviewView } from '../api/reviews.ts';
import { requireOwner } from '../auth.ts';
import type { AppEnv } from '../env.ts';
import { badRequest, notFound, Refusal } from '../problem.ts';
import type { ReviewedView } from '../shapes/reviews.ts';
import { wholeBody } from './body.ts';
import { runId } from './imports.ts';

const BODY_BYTES = 20_000;
const ROLES = ['national', 'branch', 'candidate', 'leader', 'agency'] as const;

const words = (most: number) => z.string().trim().min(1, 'It is empty').max(most, `It may have at most ${most} signs`);
const common = { subject: words(500), reviewer: words(200), reason: words(2000) };

const SentShape = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('held-copy'), decision: z.enum(['confirm', 'reject']), ...common }),
    z.strictObject({
      kind: z.literal('advertiser'),
      decision: z.enum(['map', 'reject']),
      ...common,
      party: words(200).nullish(),
      role: z.enum(ROLES).nullish(),
      source: words(2000).nullish(),
      checked_on: z.string().nullish(),
    }),
  ],
  { error: "Say what is reviewed: 'held-copy' or 'advertiser'" },
);
type Sent = z.infer<typeof SentShape>;
type SentOf<K extends Sent['kind']> = Extract<Sent, { kind: K }>;

/** What a review does, all at once or not at all. */
interface Deed {
  readonly statements: readonly Statement[];
  readonly log: { readonly kind: string; readonly party: string | null };
  readonly message: Extract<Message, { readonly run: string }> | null;
}

export async function postReview(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const { db, now } = c.var;
  const sent = await read(c);
  const review: ReviewRow = {
    id: `review-${crypto.randomUUID()}`,
    kind: sent.kind,
    subject: sent.subject,
    decision: sent.decision,
    party_id: sent.kind === 'advertiser' ? (sent.party ?? null) : null,
    role: sent.kind === 'advertiser' ? (sent.role ?? null) : null,
    source: sent.kind === 'advertiser' ? (sent.source ?? null) : null,
    checked_on: sent.kind === 'advertiser' ? (sent.checked_on ?? null) : null,
    reviewer: sent.reviewer,
    reason: sent.reason,
    at: now,
  };
  const before = await latestReview(db, sent.kind, sent.subject);
  if (before !== null && sameDecision(before, review)) return c.json(await again(c, before), 200);
  const deed = sent.kind === 'held-copy' ? await copyDeed(c, sent) : await advertiserDeed(c, sent);
  // The log can never be changed, so the name of a person stays out of it: it stands in the review.
  const entry = { ...deed.log, subject: sent.subject, body: { review: review.id, decision: review.decision } };
  await db.batch([...deed.statements, insertReview(review), ...(await append(db, [entry], now)), raiseRevision(now)], {
    idempotent: false,
  });
  if (deed.message !== null) await c.env.JOBS.send(deed.message);
  return c.json({ ...reviewView(review), unchanged: false, run: deed.message?.run ?? null } satisfies ReviewedView, 201);
}

async function copyDeed(c: Context<AppEnv>, sent: SentOf<'held-copy'>): Promise<Deed> {
  const { db, now } = c.var;
  const run = await findRun(db, sent.subject);
  if (run === null) throw notFound(`run '${sent.subject}'`);
  const over = run.status === 'done' || run.status === 'failed';
  if (over || run.held === null) {
    const state = over ? `is over (${run.status})` : 'is under way';
    throw new Refusal(409, 'That copy is not held', `Run ${run.id} ${state}, so there is nothing to decide.`);
  }
  if (sent.decision === 'reject') {
    const statements = [failRun(run.id, `Rejected by ${sent.reviewer}: ${sent.reason}`, now), forgetAds(run.id)];
    return { statements, log: { kind: 'copy-rejected', party: null }, message: null };
  }
  return {
    statements: [confirmRun(run.id, `${sent.reviewer}: ${sent.reason}`)],
    log: { kind: 'copy-confirmed', party: null },
    message: { job: 'import', run: run.id },
  };
}

async function advertiserDeed(c: Context<AppEnv>, sent: SentOf<'advertiser'>): Promise<Deed> {
  const { db, now } = c.var;
  const account = await findAccount(db, sent.subject);
  if (account === null) throw notFound(`account '${sent.subject}'. Ids of advertisers stand in the list of advertisers`);
  const party = sent.party ?? null;
  if (party !== null && (await findParty(db, party)) === null) throw notFound(`party '${party}'`);
  const registered = await registeredParty(db, account.id);
  if (registered !== null) {
    throw new Refusal(
      409,
      'The register names that account',
      `The register links ${account.id} to ${registered}, and is applied again as a whole. Change its entry there, with its source.`,
    );
  }
  const changes: Statement[] = [];
  if (sent.decision === 'map') changes.push(mapAccount(account.id, linkOf(sent, now)));
  else if (account.party_id !== null) changes.push(unmapAccount(account.id));
  const parties = [...new Set([sent.decision === 'map' ? party : null, account.party_id].filter((id) => id !== null))];
  const log = {
    kind: sent.decision === 'map' ? 'advertiser-mapped' : 'advertiser-rejected',
    party: sent.decision === 'map' ? party : account.party_id,
  };
  if (changes.length === 0) return { statements: [], log, message: null };
  const run = runId('reconcile', account.id);
  return {
    statements: [
      ...changes,
      ...recount([account.id]),
      newRun({ id: run, job: 'reconcile', subject: account.id, total: 0, created_at: now }),
    ],
    log,
    message: { job: 'reconcile', run, parties },
  };
}

/** All that a link to a party rests on, or a refusal that names what is missing. */
function linkOf(sent: SentOf<'advertiser'>, now: string) {
  const { party, role, source, checked_on, reason } = sent;
  if (!party) throw badRequest("'party' is missing. Say which party the advertiser belongs to.");
  if (!role) throw badRequest(`'role' is missing. It can be ${ROLES.join(', ')}.`);
  if (!source) throw badRequest("'source' is missing. Say what shows that the advertiser belongs to the party.");
  if (!checked_on || !isDay(checked_on) || checked_on > now.slice(0, 10))
    throw badRequest(`'checked_on' is '${checked_on ?? ''}'. Give the day the source was looked at, as YYYY-MM-DD and not in the future.`);
  return { party, role, source, checked_on, note: reason };
}

/** The same decision once more: nothing is put down twice, and what it set going is asked for again in case a message was lost. */
async function again(c: Context<AppEnv>, before: ReviewRow): Promise<ReviewedView> {
  const view = { ...reviewView(before), unchanged: true };
  if (before.decision === 'confirm') {
    await c.env.JOBS.send({ job: 'import', run: before.subject });
    return { ...view, run: before.subject };
  }
  if (before.decision !== 'map' || before.party_id === null) return { ...view, run: null };
  const run = runId('reconcile', before.subject);
  await c.var.db.batch([newRun({ id: run, job: 'reconcile', subject: before.subject, total: 0, created_at: c.var.now })], {
    idempotent: true,
  });
  await c.env.JOBS.send({ job: 'reconcile', run, parties: [before.party_id] });
  return { ...view, run };
}

function sameDecision(a: ReviewRow, b: ReviewRow): boolean {
  const names = ['decision', 'party_id', 'role', 'source', 'checked_on', 'reviewer', 'reason'] as const;
  return names.every((name) => a[name] === b[name]);
}

async function read(c: Context<AppEnv>): Promise<Sent> {
  const text = new TextDecoder().decode(await wholeBody(c.req.raw, BODY_BYTES, 'A review'));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest('The body is no JSON. Send one object with kind, subject, decision, reviewer and reason.');
  }
  const parsed = SentShape.safeParse(json);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), check: issue.code, message: sentence(issue) }));
  throw new Refusal(422, 'The review does not fit', `Nothing was put down. ${errors[0]?.message ?? ''}`, errors);
}

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return `${issue.keys.map((key) => `'${key}'`).join(', ')} belongs to no review of this kind.`;
  if (issue.code === 'invalid_value') return `'${path}' can be ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_type') return path === '' ? 'Send one object.' : `'${path}' is missing, or not a text.`;
  return path === '' ? `${issue.message}.` : `'${path}': ${issue.message}.`;
}
