/** Filing a declaration: checked whole, kept byte for byte, never overwritten. */
import type { Context } from 'hono';
import { readDeclaration, statements } from '../../sources/declaration.ts';
import { insertDeclaration, versionsOf } from '../../store/declarations.ts';
import { append } from '../../store/log.ts';
import { findParty } from '../../store/parties.ts';
import { newRun } from '../../store/runs.ts';
import { raiseRevision } from '../../store/site.ts';
import { requireOwner } from '../auth.ts';
import type { AppEnv } from '../env.ts';
import { badRequest, notFound, Refusal } from '../problem.ts';
import { once, wholeBody } from './body.ts';
import { runId } from './imports.ts';

const FILE_BYTES = 1_000_000;

export async function postDeclaration(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const { db, bytes, now } = c.var;
  const partyId = c.req.query('party') ?? '';
  if (!(await findParty(db, partyId))) throw notFound(`party '${partyId}': say whose declaration it is with party=…`);
  const sent = await wholeBody(c.req.raw, FILE_BYTES, 'A declaration');
  const read = readDeclaration(new TextDecoder().decode(sent));
  if (!read.ok) {
    const n = read.errors.length;
    throw new Refusal(
      422,
      'The declaration does not fit',
      `${n} ${n === 1 ? 'thing does' : 'things do'} not fit. Nothing was filed.`,
      read.errors,
    );
  }
  const { file } = read;
  if (file.status === 'draft')
    throw badRequest("The declaration's status is 'draft'. A draft stays with you: set it to 'published' to file it.");
  const id = `${partyId}/${file.id}`;
  const versions = await versionsOf(db, id);
  const newest = versions.at(-1)?.version ?? 0;
  const stored = await bytes.put(once(sent), `${now}-${crypto.randomUUID()}`);
  const same = versions.find((v) => v.version === file.version && v.sha256 === stored.sha256);
  const run = runId('reconcile', partyId);
  const waiting = newRun({ id: run, job: 'reconcile', subject: partyId, total: 0, created_at: now });
  if (same) {
    // The message of the first time may have been lost: asking again does no harm.
    await db.batch([waiting], { idempotent: true });
    await c.env.JOBS.send({ job: 'reconcile', run, parties: [partyId] });
    return c.json({ id, version: same.version, party: partyId, sha256: stored.sha256, unchanged: true, run }, 200);
  }
  if (file.version !== newest + 1) {
    throw new Refusal(
      409,
      'That version cannot be filed',
      newest === 0
        ? `This is version ${file.version} of ${id}, and no version is filed yet. The first is version 1.`
        : `This is version ${file.version} of ${id}, and the newest filed is ${newest}. A version is never overwritten: the next is ${newest + 1}.`,
    );
  }
  if (typeof file.published_at !== 'string') {
    throw badRequest(
      'published_at is missing. Give the time it was published, or withdrawn: without it nobody could tell from when it counts.',
    );
  }
  const declared = statements(file, { party: partyId, sha256: stored.sha256, superseded_on: null });
  const before = versions.at(-1)?.published_at;
  if (Date.parse(declared.published_at) > Date.parse(now))
    throw badRequest(`published_at is ${file.published_at}, which is in the future.`);
  if (before !== undefined && Date.parse(declared.published_at) < Date.parse(before)) {
    throw badRequest(
      `published_at is ${file.published_at}, before version ${newest} was published (${before}). A version never reaches back.`,
    );
  }
  const entry = {
    kind: 'declaration',
    party: partyId,
    subject: id,
    body: { version: file.version, status: file.status, sha256: stored.sha256 },
  };
  await db.batch(
    [
      insertDeclaration({
        id,
        version: file.version,
        party_id: partyId,
        status: file.status,
        published_at: declared.published_at,
        valid_from: declared.valid_from,
        valid_to: declared.valid_to,
        correction_reason: typeof file.correction_reason === 'string' ? file.correction_reason : null,
        sha256: stored.sha256,
        received_at: now,
        signature: 'not checked',
        statements: JSON.stringify(declared),
      }),
      waiting,
      raiseRevision(now),
      ...(await append(db, [entry], now)),
    ],
    { idempotent: false },
  );
  await c.env.JOBS.send({ job: 'reconcile', run, parties: [partyId] });
  return c.json({ id, version: file.version, party: partyId, sha256: stored.sha256, unchanged: false, run }, 201);
}
