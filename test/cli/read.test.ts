import { describe, expect, it } from 'vitest';
import { PRACTICES } from '../../src/core/practices.ts';
import { candour, folder, inProcess } from './candour.ts';
import { noticePage } from './notice-text.ts';

const SENTENCE = 'We give Snapchat a scrambled copy of your email address, so that it can show our adverts to you.';

describe.concurrent('candour read', { timeout: 20_000 }, () => {
  it('prints one JSON object a line for each notice, with every practice once and quotes that stand in the page', async () => {
    await using dir = await folder();
    await dir.write('a.html', noticePage([SENTENCE]));
    await dir.write('b.txt', `# Privacy notice\n\n${SENTENCE}\n`);
    const { code, out, err } = await candour(['read', 'a.html', 'b.txt', '--lang', 'en'], { cwd: dir.path });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map((one) => one.file)).toEqual(['a.html', 'b.txt']);
    for (const record of records) {
      expect(Object.keys(record)).toEqual(['file', 'practices', 'reading']);
      expect(Object.keys(record.reading)).toEqual(['language', 'words', 'problems']);
      expect(record.practices.map((one: { readonly practice: string }) => one.practice)).toEqual(PRACTICES.map((one) => one.id));
      const list = record.practices.find((one: { readonly practice: string }) => one.practice === 'customer-list-matching');
      expect(list.stance).toBe('stated');
      expect(list.disclosures[0].quote).toBe(SENTENCE);
      expect(Object.keys(list.disclosures[0])).toEqual([
        'quote',
        'stance',
        'heading',
        'lead_in',
        'start',
        'end',
        'pattern',
        'reason',
        'limit',
        'audience',
        'details',
      ]);
    }
  });

  it('reads the others when one file is missing, and ends with 2', async () => {
    await using dir = await folder();
    await dir.write('a.html', noticePage());
    const { code, out, err } = await inProcess(['read', 'missing.html', 'a.html'], { cwd: dir.path });
    expect(code).toBe(2);
    expect(JSON.parse(out).file).toBe('a.html');
    expect(err).toMatch(/missing\.html cannot be read/);
  });

  it('does not fetch an address of this machine or of a private network', async () => {
    const { code, out, err } = await inProcess(['read', 'http://127.0.0.1:9/', 'http://[::ffff:10.0.0.1]/', 'http://localhost/']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(3);
    for (const line of err.trimEnd().split('\n')) expect(line).toContain('its address is not on the public internet');
  });
});
