import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { candour, folder, inProcess } from './candour.ts';
import { fakeApi, problem, type Received, type Reply, run } from './fake-api.ts';
import { snapchatCsv } from './snapchat-rows.ts';
import { zipOf } from './zip-of.ts';

const SHA = 'a'.repeat(64);
const COUNTS = { rows: 2, accepted: 2, refused: 0, observations: 4, ads: 2 };
const KEYS = ['source_file', 'library', 'rows', 'accepted', 'refused', 'observations', 'ads', 'revisions', 'problems'];
const REFUSED_ROW = {
  row: 2,
  line: 3,
  field: 'StartDate',
  code: 'date-not-read',
  message: 'The start is not a date.',
  refused: true,
};

/** Takes every import; the run is waited for twice before it is done. */
function takesImports(counts: Readonly<Record<string, unknown>> = COUNTS): (it: Received) => Reply | null {
  let asked = 0;
  return ({ method, url }) => {
    if (method === 'POST' && url.pathname === '/api/v1/imports') {
      return { status: 202, body: { ...run('r1', { status: 'waiting', progress: 0 }), source_file: SHA, library: 'snapchat' } };
    }
    if (url.pathname !== '/api/v1/runs/r1') return null;
    asked += 1;
    return { status: 200, body: asked === 1 ? run('r1', { status: 'running', progress: 0.5 }) : run('r1', counts) };
  };
}

describe.concurrent('candour import', { timeout: 20_000 }, () => {
  it('sends the file without billing addresses and prints one JSON object', async () => {
    await using api = await fakeApi(takesImports());
    await using dir = await folder();
    const csv = snapchatCsv([{ BillingAddress: '1 Invented Row, Nowhere' }, { BillingAddress: '"Quoted", 2 Invented Row' }]);
    await dir.write('2026_asof_2026-05-15.csv', csv);
    const env = { CANDOUR_TOKEN: 'secret', CANDOUR_SERVER: api.server };
    const { code, out, err } = await candour(['import', '2026_asof_2026-05-15.csv', '--json'], { cwd: dir.path, env });
    expect({ code, err }).toEqual({ code: 0, err: '2026_asof_2026-05-15.csv: 2 billing addresses cut out before sending.\n' });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const record = JSON.parse(out);
    expect(Object.keys(record)).toEqual(KEYS);
    expect(record).toEqual({ source_file: SHA, library: 'snapchat', ...COUNTS, revisions: 0, problems: [] });
    const [sent] = api.received;
    expect(Object.fromEntries(sent?.url.searchParams ?? [])).toEqual({
      name: '2026_asof_2026-05-15.csv',
      as_of: '2026-05-15',
      sha256: createHash('sha256')
        .update(sent?.body ?? '')
        .digest('hex'),
    });
    expect(sent?.headers.authorization).toBe('Bearer secret');
    expect(sent?.headers['content-length']).toBe(String(sent?.body.length));
    expect(sent?.body.toString('utf8')).toBe(snapchatCsv([{}, {}]));
  });

  it('ends with 1 when a row was refused, and with 0 when told not to mind', async () => {
    await using dir = await folder();
    const file = await dir.write('library_2026-05-15.csv', snapchatCsv([{}, {}]));
    const counts = { ...COUNTS, accepted: 1, refused: 1, problem_count: 1, problems: [REFUSED_ROW] };
    await using first = await fakeApi(takesImports(counts));
    await using second = await fakeApi(takesImports(counts));
    const refused = await inProcess(['import', 'snapchat', file, '--server', first.server]);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('row 2, line 3, StartDate: The start is not a date. (row refused)');
    expect(first.received[0]?.url.searchParams.get('library')).toBe('snapchat');
    const unminded = await inProcess(['import', file, '--server', second.server, '--fail-on', 'none', '--json']);
    expect(unminded.code).toBe(0);
    expect(JSON.parse(unminded.out).problems).toEqual([REFUSED_ROW]);
  });

  it('prints the sentence of a server that does not take the file, and sends the others', async () => {
    await using dir = await folder();
    const csv = snapchatCsv([{}]);
    const takes = takesImports();
    await using api = await fakeApi((it) =>
      it.url.searchParams.get('name') === 'a.csv' ? problem(422, 'The as-of day is later than today.') : takes(it),
    );
    await dir.write('a.csv', csv);
    await dir.write('b.csv', csv);
    const { code, out, err } = await inProcess(['import', 'a.csv', 'b.csv', '--as-of', '2026-05-01', '--json', '--server', api.server], {
      cwd: dir.path,
    });
    expect({ code, err }).toEqual({ code: 2, err: 'a.csv: The as-of day is later than today.\n' });
    expect(JSON.parse(out).source_file).toBe(SHA);
  });

  it('sends nothing of a file that no library recognises, and of an access token only that there was one', async () => {
    await using api = await fakeApi(takesImports());
    await using dir = await folder();
    await dir.write('sums.csv', 'week,spend\n1,20\n');
    await dir.write('token.csv', snapchatCsv([{}, { CreativeUrl: 'https://media.example.test/?access_token=abc' }]));
    const { code, out, err } = await inProcess(
      ['import', 'sums.csv', 'token.csv', '--as-of', '2026-05-01', '--json', '--server', api.server],
      {
        cwd: dir.path,
      },
    );
    const sent = api.received.filter((it) => it.method === 'POST');
    expect({ code, lines: out.trimEnd().split('\n').length, sent: sent.length }).toEqual({ code: 2, lines: 1, sent: 1 });
    expect(sent[0]?.body.toString('utf8')).toBe(snapchatCsv([{}, { CreativeUrl: 'https://media.example.test/?access_token_removed' }]));
    expect(err).toContain('sums.csv: The file is a CSV of 2 columns that begin week, spend');
    expect(err).toContain('token.csv: 1 access token cut out before sending.');
    expect(err).not.toContain('=abc');
  });

  it('says in one sentence that the server cannot be reached', async () => {
    const gone = await fakeApi(() => null);
    await gone[Symbol.asyncDispose]();
    await using dir = await folder();
    const file = await dir.write('2026-05-01.csv', snapchatCsv([{}]));
    const { code, out, err } = await candour(['import', file, '--json', '--server', gone.server]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+ cannot be reached \(.+\)\. Is it running\? Start it with npm start, or name another with --server\.\n$/,
    );
  });

  it('unpacks gzip and zip on the way, and names the members it leaves behind', async () => {
    await using api = await fakeApi(takesImports());
    await using dir = await folder();
    const csv = Buffer.from(snapchatCsv([{ Interests: 'Invented Pastimes' }]));
    await dir.write('2025_asof_2026-01-02.csv.gz', gzipSync(csv));
    const members = [
      { name: 'readme.txt', bytes: Buffer.from('hello') },
      { name: 'PoliticalAds.csv', bytes: csv },
    ];
    await dir.write('ads-2026-01-03.zip', zipOf(members, deflateRawSync));
    const { code, out, err } = await inProcess(
      ['import', '2025_asof_2026-01-02.csv.gz', 'ads-2026-01-03.zip', '--json', '--server', api.server],
      {
        cwd: dir.path,
      },
    );
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toBe('Not sent, no ad library file that this version reads: ads-2026-01-03.zip/readme.txt.\n');
    const sent = api.received.filter((it) => it.method === 'POST');
    expect(sent.map((it) => it.url.searchParams.get('name'))).toEqual(['2025_asof_2026-01-02.csv', 'ads-2026-01-03.zip/PoliticalAds.csv']);
    expect(sent.map((it) => it.url.searchParams.get('as_of'))).toEqual(['2026-01-02', '2026-01-03']);
    for (const it of sent) expect(it.body).toEqual(csv);
  });

  it('says so when the archive is cut off or its content is not what it promises', async () => {
    await using dir = await folder();
    const zip = zipOf([{ name: 'PoliticalAds.csv', bytes: Buffer.from(snapchatCsv([{}])) }], deflateRawSync);
    await dir.write('cut.zip', zip.subarray(0, zip.length - 30));
    const wrong = Buffer.from(zip);
    wrong.writeUInt32LE(0, wrong.indexOf('PK\u0001\u0002') + 16);
    await dir.write('wrong.zip', wrong);
    const { code, err } = await inProcess(['import', 'cut.zip', 'wrong.zip', '--as-of', '2026-05-01', '--server', 'http://127.0.0.1:9'], {
      cwd: dir.path,
    });
    expect(code).toBe(2);
    expect(err).toContain('cut.zip is not a whole zip archive');
    expect(err).toContain('PoliticalAds.csv in');
    expect(err).toContain('does not unpack to what the archive promises');
  });

  it('sends the tables of a report with their folders, and names an archive in the archive with the reason', async () => {
    await using api = await fakeApi(takesImports());
    await using dir = await folder();
    const csv = Buffer.from(snapchatCsv([{}]));
    const inner = zipOf([{ name: 'PoliticalAds.csv', bytes: csv }], null);
    const members = [
      { name: 'regions/', bytes: Buffer.alloc(0) },
      { name: 'regions/Invented County.csv', bytes: csv },
      { name: 'inner.zip', bytes: inner },
      { name: 'zeros.csv', bytes: Buffer.alloc(9), says: { size: 10 * 1024 ** 3 } },
    ];
    await dir.write('report-2026-01-03.zip', zipOf(members, deflateRawSync, { zip64: true, descriptors: true }));
    const { code, err } = await inProcess(['import', 'report-2026-01-03.zip', '--json', '--server', api.server], { cwd: dir.path });
    const sent = api.received.filter((it) => it.method === 'POST');
    expect(sent.map((it) => it.url.searchParams.get('name'))).toEqual(['report-2026-01-03.zip/regions/Invented County.csv']);
    expect(sent[0]?.body).toEqual(csv);
    expect(code).toBe(0);
    expect(err).toContain('report-2026-01-03.zip/zeros.csv (It says that it unpacks from');
    expect(err).toContain('report-2026-01-03.zip/inner.zip (an archive inside the archive: unpack it first)');
  });

  it('sends nothing of an archive with a name that leads out, or of a gzip that is cut off', async () => {
    await using api = await fakeApi(takesImports());
    await using dir = await folder();
    const csv = Buffer.from(snapchatCsv([{}]));
    await dir.write(
      'evil.zip',
      zipOf(
        [
          { name: 'PoliticalAds.csv', bytes: csv },
          { name: '../evil.csv', bytes: csv },
        ],
        deflateRawSync,
      ),
    );
    await dir.write('cut.csv.gz', gzipSync(csv).subarray(0, -3));
    const { code, err } = await inProcess(['import', 'evil.zip', 'cut.csv.gz', '--as-of', '2026-05-01', '--server', api.server], {
      cwd: dir.path,
    });
    expect({ code, sent: api.received.length }).toEqual({ code: 2, sent: 0 });
    expect(err).toContain('evil.zip has a member named "../evil.csv"');
    expect(err).toContain('cut.csv.gz cannot be unpacked: it is damaged or cut off');
  });

  it('finds the owner token from the present folder upwards, for a loopback server', async () => {
    await using api = await fakeApi(takesImports());
    await using dir = await folder();
    await mkdir(join(dir.path, '.candour'));
    await writeFile(join(dir.path, '.candour', 'owner-token'), 'from-the-file\n');
    await mkdir(join(dir.path, 'deep', 'er'), { recursive: true });
    const file = await dir.write('2026-05-01.csv', snapchatCsv([{}]));
    await inProcess(['import', file, '--server', api.server], { cwd: join(dir.path, 'deep', 'er') });
    expect(api.received[0]?.headers.authorization).toBe('Bearer from-the-file');
    expect(api.received.find((it) => it.method === 'GET')?.headers.authorization).toBeUndefined();
  });

  it('says how to get a token when the server wants one', async () => {
    await using api = await fakeApi(() => problem(401, 'Writing needs a token.'));
    await using dir = await folder();
    const file = await dir.write('2026-05-01.csv', snapchatCsv([{}]));
    const { code, err } = await inProcess(['import', file, '--server', api.server], { cwd: dir.path });
    expect(code).toBe(2);
    expect(err).toMatch(/^Writing needs a token\.\nWriting needs a token: set CANDOUR_TOKEN\./);
  });

  it('ends with 2 when the run fails, and keeps the reason in the record', async () => {
    await using api = await fakeApi(takesImports({ ...COUNTS, status: 'failed', error: 'The stored bytes are gone.' }));
    await using dir = await folder();
    const file = await dir.write('2026-05-01.csv', snapchatCsv([{}, {}]));
    const { code, out, err } = await inProcess(['import', file, '--json', '--server', api.server]);
    expect(code).toBe(2);
    expect(err).toContain('could not be read to its end: The stored bytes are gone.');
    expect(JSON.parse(out).problems).toEqual([
      { row: null, line: null, field: null, code: 'run-failed', message: 'The stored bytes are gone.', refused: false },
    ]);
  });
});
