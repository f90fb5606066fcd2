import { describe, expect, it } from 'vitest';
import { folder, inProcess } from './candour.ts';
import { declarationText } from './declaration-file.ts';
import { fakeApi, problem, type Received, type Reply, run } from './fake-api.ts';
import { noticePage } from './notice-text.ts';
import { snapchatCsv } from './snapchat-rows.ts';

const PARTIES = { items: [{ id: 'thistle' }, { id: 'thistledown' }], next: null, as_of: '2026-05-01T00:00:00Z', revision: 1 };
const REGISTER = {
  schema: 'candour-register/1',
  parties: [
    {
      id: 'thistledown',
      name: 'The Thistledown Party',
      short_name: 'Thistledown',
      nations: ['GB-ENG'],
      audited_by_ico_2020: false,
      registrations: [],
      colour: null,
      website: null,
      fictional: true,
      notices: [],
      accounts: [],
    },
  ],
};

/** Takes everything that is sent, and every run is done. */
function takesAll({ method, url }: Received): Reply | null {
  if (method === 'GET' && url.pathname === '/api/v1/parties') return { status: 200, body: PARTIES };
  if (method === 'GET') return { status: 200, body: run('r1', { rows: 2, accepted: 1, refused: 1, ads: 1 }) };
  const party = url.searchParams.get('party');
  if (url.pathname === '/api/v1/declarations') return { status: 201, body: { id: `${party}/d`, version: 1, party, run: 'r1' } };
  if (url.pathname === '/api/v1/register') return { status: 200, body: { parties: 1, accounts: 2, mapped: 1, run: null } };
  if (url.pathname === '/api/v1/imports')
    return { status: 202, body: { ...run('r1', { status: 'waiting' }), source_file: 's', library: 'snapchat' } };
  return { status: 202, body: { run: run('r1', { status: 'waiting' }), snapshot: 'snap-1', notice: 'thistledown-privacy' } };
}

describe.concurrent('candour notice add', () => {
  it('sends the bytes of the page as they are, with where and when they were taken', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('notice.html', noticePage());
    const args = ['notice', 'add', '--party', 'thistledown', '--url', 'https://thistledown.example/privacy?a=b&c', '--file', 'notice.html'];
    const more = ['--captured-at', '2026-05-03T11:00:00+01:00', '--provenance', 'Saved in a browser', '--json', '--server', api.server];
    const { code, out, err } = await inProcess([...args, ...more], { cwd: dir.path, env: { CANDOUR_TOKEN: 't' } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ snapshot: 'snap-1', notice: 'thistledown-privacy', run: 'r1' });
    const [sent] = api.received;
    expect(sent?.url.pathname).toBe('/api/v1/notices/thistledown-privacy/snapshots');
    expect(Object.fromEntries(sent?.url.searchParams ?? [])).toEqual({
      party: 'thistledown',
      url: 'https://thistledown.example/privacy?a=b&c',
      captured_at: '2026-05-03T10:00:00Z',
      provenance: 'Saved in a browser',
      kind: 'privacy',
    });
    expect(sent?.headers['content-type']).toBe('text/html');
    expect(sent?.body.toString('utf8')).toBe(noticePage());
  });
});

describe.concurrent('candour declare', () => {
  it('finds the party by the id of the file, the longest id first', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('declaration.json', declarationText());
    const { code, out } = await inProcess(['declare', 'declaration.json', '--server', api.server], { cwd: dir.path });
    expect({ code, out }).toEqual({ code: 0, out: 'Version 1 of thistledown/d is declared for thistledown.\n' });
  });

  it('asks for the party when the id does not tell it', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('declaration.json', declarationText({ id: 'locals-2026' }));
    const { code, err } = await inProcess(['declare', 'declaration.json', '--server', api.server], { cwd: dir.path });
    expect(code).toBe(2);
    expect(err).toContain('Say whose declaration it is with --party.');
  });

  it('sends nothing of a file with errors', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('declaration.json', declarationText({ version: '1' }));
    const { code, out, err } = await inProcess(['declare', 'declaration.json', '--json', '--server', api.server], { cwd: dir.path });
    expect(code).toBe(2);
    expect(api.received).toEqual([]);
    expect(JSON.parse(out).errors[0].path).toBe('version');
    expect(err).toContain('was not sent');
  });

  it('prints the errors of the server with their places', async () => {
    const errors = [{ path: 'version', check: 'version-taken', message: 'Version 1 is there already.', found: '1', allowed: '2', line: 4 }];
    await using api = await fakeApi(() => problem(422, 'The declaration was not taken.', errors));
    await using dir = await folder();
    const file = await dir.write('declaration.json', declarationText());
    const { code, out, err } = await inProcess(['declare', file, '--party', 'thistledown', '--server', api.server], { cwd: dir.path });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${file}: The declaration was not taken.\n  line 4, version: Version 1 is there already.\n`);
  });
});

describe.concurrent('candour register apply', () => {
  it('sends a register without errors and prints what came of it', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('register.json', JSON.stringify(REGISTER));
    const { code, out } = await inProcess(['register', 'apply', 'register.json', '--json', '--server', api.server], { cwd: dir.path });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ parties: 1, accounts: 2, mapped: 1, run: null });
  });

  it('keeps back a register with errors', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('register.json', JSON.stringify({ ...REGISTER, parties: [] }));
    const { code, err } = await inProcess(['register', 'apply', 'register.json', '--server', api.server], { cwd: dir.path });
    expect({ code, sent: api.received.length }).toEqual({ code: 2, sent: 0 });
    expect(err).toContain('at least one party');
  });
});

describe.concurrent('candour world', () => {
  it('runs the steps in their order, files named from the folder of the world', async () => {
    await using api = await fakeApi(takesAll);
    await using dir = await folder();
    await dir.write('register.json', JSON.stringify(REGISTER));
    await dir.write('ads.csv', snapchatCsv([{}, {}]));
    await dir.write('notice.html', noticePage());
    await dir.write('declaration.json', declarationText());
    const notice = { party: 'thistledown', notice: 'thistledown-privacy', url: 'https://thistledown.example/privacy', kind: 'privacy' };
    const steps = [
      { do: 'register', file: 'register.json' },
      { do: 'notice', ...notice, file: 'notice.html', captured_at: '2026-04-01T08:00:00Z', provenance: 'Invented' },
      { do: 'import', library: 'snapchat', file: 'ads.csv', as_of: '2026-05-15' },
      { do: 'declare', party: 'thistledown', file: 'declaration.json' },
    ];
    const world = await dir.write('world.json', JSON.stringify({ about: 'A test', steps }));
    const { code, err } = await inProcess(['world', world, '--server', api.server]);
    expect(code).toBe(0);
    expect(err.trimEnd().split('\n')).toEqual([
      '[1/4] register.json: 1 party, 2 accounts',
      '[2/4] notice.html: notice of thistledown as captured on 2026-04-01',
      '[3/4] ads.csv: 2 rows (1 refused), 1 ad',
      '[4/4] declaration.json: version 1 of thistledown/d',
    ]);
    expect(api.received.filter((it) => it.method === 'POST').map((it) => it.url.pathname)).toEqual([
      '/api/v1/register',
      '/api/v1/notices/thistledown-privacy/snapshots',
      '/api/v1/imports',
      '/api/v1/declarations',
    ]);
  });

  it('says what is wrong with a world file', async () => {
    await using dir = await folder();
    const world = await dir.write('world.json', JSON.stringify({ steps: [{ do: 'dance', file: 'x' }] }));
    const { code, err } = await inProcess(['world', world]);
    expect(code).toBe(2);
    expect(err).toContain('is not a world file: steps.0.do');
  });
});
