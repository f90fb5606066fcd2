import { describe, expect, it } from 'vitest';
import { candour, inProcess } from './candour.ts';

describe('usage', { timeout: 20_000 }, () => {
  it('ends the process with 2, says why on stderr and nothing on stdout', async () => {
    const { code, out, err } = await candour(['imprt', 'x.csv']);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: "'imprt' is not a command of candour. Did you mean 'import'?\n" });
  });

  it.each<[readonly string[], RegExp]>([
    [[], /^candour COMMAND/],
    [['import'], /Name at least one file/],
    [['import', 'snapchat'], /Name at least one file after snapchat/],
    [['import', 'snapchap', 'a.csv'], /neither a file nor a library/],
    [['import', 'a.csv', '--asof', '2026-01-01'], /--asof is not an option of this command\. Did you mean --as-of\?/],
    [['import', 'a.csv', '--as-of', '2026-02-30'], /Write a day of the calendar as YYYY-MM-DD/],
    [['import', 'a.csv', '--fail-on', 'never'], /It takes one of: faults, refused, problems, none/],
    [['import', 'a.csv', '--server', 'localhost'], /is not a web address/],
    [['import', 'a.csv', '--server'], /--server/],
    [['notice', 'ad'], /After 'notice' comes one of: add/],
    [['notice', 'add', '--party', 'p'], /--url is missing/],
    [
      ['notice', 'add', '--party', 'p', '--url', 'https://a.example', '--file', 'f.html', '--captured-at', '2026-01-01T10:00'],
      /with Z or an offset/,
    ],
    [['read'], /Name at least one notice/],
    [['read', 'a.html', '--lang', 'xx'], /It takes one of: en/],
    [['check'], /Name one declaration file/],
    [['declare', 'a.json', 'b.json'], /Name one declaration file/],
    [['register', 'apply'], /Name one register file/],
    [['check', 'not-there.json'], /cannot be read/],
  ])('%j is a usage error in a sentence', async (args, sentence) => {
    const { code, out, err } = await inProcess(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });

  it.each([['--help'], ['import', '--help'], ['notice', 'add', '-h'], ['notice', '--help'], ['help', 'check'], ['--version']])(
    'helps on stdout: %s %s',
    async (...args) => {
      const { code, out, err } = await inProcess(args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(args[0] === '--version' ? /^\d+\.\d+\.\d+\n$/ : /^candour /);
    },
  );
});
