import { describe, expect, it } from 'vitest';
import { candour, folder, inProcess } from './candour.ts';
import { declarationText } from './declaration-file.ts';
import { noticePage } from './notice-text.ts';
import { snapchatCsv } from './snapchat-rows.ts';

const AGES = 'We choose who sees our adverts on Snapchat by age, as Snapchat knows it.';
const PINNED = ['--notice-captured', '2026-04-01', '--today', '2026-05-20'];

interface Finding {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: string;
  readonly severity: string | null;
  readonly line: number | null;
  readonly closed_by: string | null;
}

/** The interests of one ad, and no word of them in declaration or notice. */
const INTERESTS = snapchatCsv([
  { AgeBracket: '18-34' },
  { Interests: 'Invented Pastimes', BillingAddress: '1 Invented Row' },
  { OrganizationName: 'Somebody Else', PayingAdvertiserName: 'Somebody Else', Interests: 'Other Pastimes' },
]);

describe.concurrent('candour check', { timeout: 20_000 }, () => {
  it('prints every gap with its severity and what would close it, and ends with 1', async () => {
    await using dir = await folder();
    await dir.write('declaration.json', declarationText());
    await dir.write('notice.html', noticePage([AGES]));
    await dir.write('ads_asof_2026-05-15.csv', INTERESTS);
    const args = ['check', 'declaration.json', '--notice', 'notice.html', '--seen', 'ads_asof_2026-05-15.csv', ...PINNED];
    const { code, out, err } = await candour([...args, '--format', 'json'], { cwd: dir.path });
    expect(code).toBe(1);
    expect(err).not.toContain('Invented Row');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const record = JSON.parse(out);
    expect(record.sources).toContain('seen: 2 ads of the party in 3 rows of 1 library file');
    const findings: readonly Finding[] = record.findings;
    const undeclared = findings.find((one) => one.rule === 'seen-not-declared' && one.subject.includes('interest'));
    expect(undeclared).toMatchObject({ outcome: 'gap', closed_by: 'audiences[].criteria, with "criterion": "interest", "op": "include"' });
    expect(findings.find((one) => one.rule === 'seen-not-declared' && one.subject.includes('demo.age'))?.outcome).toBe('met');
    const severities = findings.flatMap((one) => (one.severity === null ? [] : [one.severity]));
    const order = ['urgent', 'high', 'medium', 'low', 'info'];
    expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(record.summary.gaps).toBe(severities.length);
    const text = await inProcess(args, { cwd: dir.path });
    expect(text.out).toContain('Where: audiences[].criteria, with "criterion": "interest", "op": "include"');
    expect(text.out).toContain('Words that would do: ');
  });

  it('ends with 0 where no gap is as heavy as --fail-on', async () => {
    await using dir = await folder();
    await dir.write('declaration.json', declarationText());
    await dir.write('ads_asof_2026-05-15.csv', INTERESTS);
    const args = ['check', 'declaration.json', '--seen', 'ads_asof_2026-05-15.csv', '--today', '2026-05-20'];
    expect((await inProcess([...args, '--fail-on', 'none'], { cwd: dir.path })).code).toBe(0);
    expect((await inProcess([...args, '--fail-on', 'info'], { cwd: dir.path })).code).toBe(1);
    const alone = await inProcess(['check', 'declaration.json', '--today', '2026-05-20'], { cwd: dir.path });
    expect(alone.code).toBe(0);
    expect(alone.out).toContain('told: no notice given (--notice)');
  });

  it('quotes the sentence it stumbled on', async () => {
    await using dir = await folder();
    await dir.write('declaration.json', declarationText());
    await dir.write(
      'notice.html',
      noticePage(['We never show adverts on social media.', 'We may tailor what you see to people of your age.']),
    );
    const { out } = await inProcess(['check', 'declaration.json', '--notice', 'notice.html', ...PINNED], { cwd: dir.path });
    expect(out).toMatch(/Notice under “Privacy notice”: “We (never show adverts|may tailor)/);
    expect(out).toMatch(/Declaration, declaration\.json:\d+ audiences\[0\]\.criteria\[0\]/);
  });

  it('gives every error of a declaration with place, found and allowed, and ends with 2', async () => {
    await using dir = await folder();
    const text = declarationText({ status: 'finished', sponser: {}, reply_contact: '' });
    await dir.write('declaration.json', text);
    const json = await inProcess(['check', 'declaration.json', '--json'], { cwd: dir.path });
    expect(json.code).toBe(2);
    const { errors } = JSON.parse(json.out);
    expect(errors.length).toBeGreaterThanOrEqual(3);
    const status = errors.find((one: { readonly path: string }) => one.path === 'status');
    expect(text.split('\n')[status.line - 1]).toContain('"status": "finished"');
    const plain = await inProcess(['check', 'declaration.json'], { cwd: dir.path });
    expect(plain).toMatchObject({ code: 2, out: '' });
    expect(plain.err).toContain(`line ${status.line}`);
    expect(plain.err).toContain('found ');
    expect(plain.err).toContain('allowed: ');
  });

  it('writes SARIF 2.1.0 whose results name a rule of the log and a line of the file', async () => {
    await using dir = await folder();
    const text = declarationText();
    await dir.write('a declaration.json', text);
    await dir.write('notice.html', noticePage());
    await dir.write('ads_asof_2026-05-15.csv', INTERESTS);
    const args = [
      'check',
      'a declaration.json',
      '--notice',
      'notice.html',
      '--seen',
      'ads_asof_2026-05-15.csv',
      '--format',
      'sarif',
      ...PINNED,
    ];
    const { code, out } = await inProcess(args, { cwd: dir.path });
    expect(code).toBe(1);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results }] = log.runs;
    expect(results.length).toBeGreaterThan(1);
    for (const one of results) {
      expect(tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId);
      expect(one.level === 'none').toBe(one.kind !== 'fail');
      const { artifactLocation, region } = one.locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe('a%20declaration.json');
      expect(region.startLine).toBeLessThanOrEqual(text.split('\n').length);
    }
    const told = results.find((one: { readonly ruleId: string }) => one.ruleId === 'declared-not-disclosed');
    expect(text.split('\n')[told.locations[0].physicalLocation.region.startLine - 1]).toContain('{');
  });

  it('says which payers are in a library file when none is the party, and counts them on demand', async () => {
    await using dir = await folder();
    await dir.write('declaration.json', declarationText());
    const others = snapchatCsv([{ OrganizationName: 'Somebody Else', PayingAdvertiserName: 'Somebody Else', Interests: 'Pastimes' }]);
    await dir.write('ads_asof_2026-05-15.csv', others);
    const args = ['check', 'declaration.json', '--today', '2026-05-20', '--seen', 'ads_asof_2026-05-15.csv'];
    const none = await inProcess(args, { cwd: dir.path });
    expect(none.code).toBe(0);
    expect(none.err).toContain('Payers there: Somebody Else.');
    expect((await inProcess([...args, '--all-rows'], { cwd: dir.path })).code).toBe(1);
  });

  it('counts an ad once that stands in two copies, and keeps what only the older copy shows', async () => {
    await using dir = await folder();
    await dir.write('declaration.json', declarationText());
    await dir.write('old_asof_2026-05-01.csv', snapchatCsv([{ Interests: 'Invented Pastimes' }]));
    await dir.write('new_asof_2026-05-15.csv', snapchatCsv([{ Interests: '' }]));
    const args = [
      'check',
      'declaration.json',
      '--today',
      '2026-05-20',
      '--seen',
      'new_asof_2026-05-15.csv',
      'old_asof_2026-05-01.csv',
      '--json',
    ];
    const record = JSON.parse((await inProcess(args, { cwd: dir.path })).out);
    expect(record.sources).toContain('seen: 1 ad of the party in 2 rows of 2 library files');
    const findings: readonly Finding[] = record.findings;
    expect(findings.some((one) => one.rule === 'seen-not-declared' && one.subject.includes('interest'))).toBe(true);
  });

  it('asks on the first day of a draft that is still to come', async () => {
    await using dir = await folder();
    await dir.write('draft.json', declarationText({ status: 'draft', published_at: undefined }));
    const { code, out, err } = await inProcess(['check', 'draft.json', '--json'], { cwd: dir.path, now: '2026-03-01T10:00:00Z' });
    expect(code).toBe(0);
    expect(err).toContain('Asked as on 2026-04-01');
    expect(JSON.parse(out).findings.some((one: Finding) => one.rule === 'declared-not-disclosed')).toBe(true);
  });
});
