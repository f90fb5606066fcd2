/** Taking in a page: stored byte for byte under its hash, with its address, its time of capture and how it came to us. */
import type { Context } from 'hono';
import { findNotice, findSnapshot, insertNotice, insertSnapshot } from '../../store/notices.ts';
import { findParty } from '../../store/parties.ts';
import { newRun } from '../../store/runs.ts';
import { requireOwner } from '../auth.ts';
import type { AppEnv } from '../env.ts';
import { badRequest, notFound, Refusal } from '../problem.ts';
import { safeUrl } from '../safe-url.ts';
import { once, wholeBody } from './body.ts';
import { runId } from './imports.ts';

const PAGE_BYTES = 5 * 1024 * 1024;
const KINDS = ['privacy', 'cookie', 'imprint', 'social'];

export async function postSnapshot(c: Context<AppEnv>): Promise<Response> {
  await requireOwner(c);
  const { db, bytes, now } = c.var;
  const id = c.req.param('id') ?? '';
  const known = await findNotice(db, id);
  const partyId = c.req.query('party') ?? known?.party_id;
  const kind = c.req.query('kind') ?? known?.kind ?? 'privacy';
  const url = safeUrl(c.req.query('url') ?? known?.url ?? '');
  const capturedAt = instant(c.req.query('captured_at'), now);
  const provenance = (c.req.query('provenance') ?? '').trim().slice(0, 500) || 'Uploaded by a person; how it was captured was not said.';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw badRequest(`'${id}' is no id of a notice. Use lower-case letters, digits and hyphens.`);
  if (!partyId) throw badRequest(`The notice '${id}' is not known yet. Say whose it is: party=…`);
  if (known && known.party_id !== partyId) throw badRequest(`The notice '${id}' is one of ${known.party_id}, not of ${partyId}.`);
  if (!(await findParty(db, partyId))) throw notFound(`party '${partyId}'`);
  if (!KINDS.includes(kind)) throw badRequest(`'kind' is '${kind}'. It is one of ${KINDS.join(', ')}.`);
  if (!url) throw badRequest(`'url' is '${c.req.query('url') ?? ''}'. Give the address of the page, beginning with https://.`);
  const page = await wholeBody(c.req.raw, PAGE_BYTES, 'A page');
  if (page.length === 0) throw badRequest('The page is empty. Send its bytes as the body of the request.');
  const stored = await bytes.put(once(page), `${now}-${crypto.randomUUID()}`);
  const snapshot = `${id}@${capturedAt}`;
  const before = await findSnapshot(db, snapshot);
  if (before && before.sha256 !== stored.sha256) {
    throw new Refusal(
      409,
      'Another page is stored for that instant',
      `${snapshot} is stored with other bytes. A capture is never overwritten: give its own time.`,
    );
  }
  const run = runId('read', id);
  await db.batch(
    [
      insertNotice({ id, party_id: partyId, kind, url, scope: 'national', source: 'named with its first capture', checked_on: null }),
      insertSnapshot({
        id: snapshot,
        notice_id: id,
        captured_at: capturedAt,
        url,
        sha256: stored.sha256,
        bytes: stored.bytes,
        content_type: (c.req.header('content-type') ?? 'application/octet-stream').slice(0, 100),
        provenance,
        received_at: now,
      }),
      newRun({ id: run, job: 'read', subject: snapshot, total: stored.bytes, created_at: now }),
    ],
    { idempotent: true },
  );
  await c.env.JOBS.send({ job: 'read', run });
  return c.json({ run, snapshot, notice: id, sha256: stored.sha256, unchanged: before !== null }, 202);
}

/** An instant in UTC that is not in the future. Offsets are turned into UTC; a day alone is refused. */
function instant(text: string | undefined, now: string): string {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  const time = text !== undefined && form.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw badRequest(`'captured_at' is '${text ?? ''}'. Give the time of capture, such as 2026-05-03T10:00:00Z.`);
  const utc = new Date(time).toISOString().replace('.000Z', 'Z');
  if (utc > now) throw badRequest(`'captured_at' is ${utc}, which is in the future.`);
  return utc;
}
