/** `candour review`: what it sends, what it says, and what it will not send. */
import { describe, expect, it } from 'vitest';
import { inProcess } from './candour.ts';
import { fakeApi, problem, type Received, type Reply, run } from './fake-api.ts';

const SIGNED = ['--reviewer', 'A. Reader', '--reason', 'Looked at it'];
const LINK = ['--party', 'thistle', '--role', 'branch', '--source', 'Its imprint', '--checked-on', '2026-05-01'];

function takes({ method, url }: Received): Reply | null {
  if (method === 'GET') return { status: 200, body: run('r1') };
  return url.pathname === '/api/v1/reviews' ? { status: 201, body: { id: 'review-1', unchanged: false, run: 'r1' } } : null;
}

describe.concurrent('candour review', () => {
  it.each([
    [
      'lets a held copy in',
      ['copy', 'r9', '--confirm', ...SIGNED],
      { kind: 'held-copy', subject: 'r9', decision: 'confirm', reviewer: 'A. Reader', reason: 'Looked at it' },
      'The copy of r9 is let in.\n',
    ],
    [
      'turns a held copy away',
      ['copy', 'r9', '--reject', ...SIGNED],
      { kind: 'held-copy', subject: 'r9', decision: 'reject', reviewer: 'A. Reader', reason: 'Looked at it' },
      'The copy of r9 is turned away.\n',
    ],
    [
      'links an advertiser',
      ['advertiser', 'snapchat:a|b', ...LINK, ...SIGNED],
      {
        ...{ kind: 'advertiser', subject: 'snapchat:a|b', decision: 'map', party: 'thistle', role: 'branch', source: 'Its imprint' },
        ...{ checked_on: '2026-05-01', reviewer: 'A. Reader', reason: 'Looked at it' },
      },
      'snapchat:a|b is linked to thistle.\n',
    ],
    [
      'says that an advertiser is not linked',
      ['advertiser', 'snapchat:a|b', '--reject', ...SIGNED],
      { kind: 'advertiser', subject: 'snapchat:a|b', decision: 'reject', party: null, reviewer: 'A. Reader', reason: 'Looked at it' },
      'snapchat:a|b is not linked to any party.\n',
    ],
  ])('%s', async (_name, args, body, says) => {
    await using api = await fakeApi(takes);
    const { code, out, err } = await inProcess(['review', ...args, '--server', api.server], { env: { CANDOUR_TOKEN: 't' } });
    expect({ code, out, err }).toEqual({ code: 0, out: says, err: '' });
    expect(JSON.parse(api.received[0]?.body.toString('utf8') ?? '')).toEqual(body);
  });

  it.each([
    [['copy', 'r9', ...SIGNED], 'Give either --confirm or --reject.'],
    [['copy', 'r9', '--confirm', '--reject', ...SIGNED], 'Give either --confirm or --reject.'],
    [['copy', '--confirm', ...SIGNED], 'Name one run'],
    [['copy', 'r9', '--confirm', '--reason', 'x'], '--reviewer is missing'],
    [['copy', 'r9', '--confirm', '--reviewer', 'x'], '--reason is missing'],
    [['advertiser', ...LINK, ...SIGNED], 'Name one account'],
    [['advertiser', 'a', ...SIGNED], '--party is missing'],
    [['advertiser', 'a', ...LINK, '--role', 'friend', ...SIGNED], "--role is 'friend'"],
    [['advertiser', 'a', ...LINK, '--checked-on', '2026-02-30', ...SIGNED], '--checked-on'],
    [['advertiser', 'a', '--reject', '--role', 'branch', ...SIGNED], '--role goes with a link'],
  ])('%j sends nothing', async (args, says) => {
    await using api = await fakeApi(takes);
    const { code, err } = await inProcess(['review', ...args, '--server', api.server], { env: { CANDOUR_TOKEN: 't' } });
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(api.received).toEqual([]);
  });

  it('says what the server says when it will not', async () => {
    await using api = await fakeApi(() => problem(409, 'Run r9 is over (done), so there is nothing to decide.'));
    const { code, err } = await inProcess(['review', 'copy', 'r9', '--confirm', ...SIGNED, '--server', api.server]);
    expect({ code, err }).toEqual({ code: 2, err: 'Run r9 is over (done), so there is nothing to decide.\n' });
  });

  it('prints one JSON object', async () => {
    await using api = await fakeApi(takes);
    const { out } = await inProcess(['review', 'copy', 'r9', '--reject', ...SIGNED, '--json', '--server', api.server]);
    expect(JSON.parse(out)).toMatchObject({ id: 'review-1', run: 'r1' });
  });
});
