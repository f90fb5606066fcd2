/** `candour check`: the whole check offline. It compares a declaration with notices and library files, and stores nothing. */
import { relative, resolve } from 'node:path';
import { reconcile } from '../../core/reconcile.ts';
import { type Day, earlierDay } from '../../core/time.ts';
import { type DeclarationError, readDeclaration } from '../../sources/declaration.ts';
import { errorLine } from '../answers.ts';
import { asOfInName } from '../as-of.ts';
import { buildCase, dayToAsk } from '../case.ts';
import type { Command } from '../command.ts';
import { libraryFiles } from '../library-file.ts';
import { type OptionTable, readOptions } from '../options.ts';
import { getPage, isWebAddress, type Page } from '../page.ts';
import { checkRecord, checkText, presentFindings, reaches, SEVERITIES } from '../report.ts';
import { errorsSarif, findingsSarif } from '../sarif.ts';
import type { SeenFile } from '../seen.ts';
import { readText } from '../send.ts';
import { counted, type ExitCode, Stop, type Terminal } from '../terminal.ts';
import { version } from '../version.ts';

const FORMATS = ['text', 'json', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

const OPTIONS = {
  notice: { type: 'string', multiple: true },
  'notice-captured': { type: 'string' },
  seen: { type: 'string', multiple: true },
  'all-rows': { type: 'boolean' },
  party: { type: 'string' },
  today: { type: 'string' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  'fail-on': { type: 'string' },
} as const satisfies OptionTable;

export const checkCommand: Command = {
  usage: `candour check DECLARATION [--notice FILE|URL]... [--seen FILE...] [options]

Checks a declaration file before it is published: every error with its line, and every gap between what is seen, declared and told, with
the words that would close it. Nothing is sent or stored.

  --notice FILE|URL       a notice of the party; may be given several times
  --notice-captured DATE  the day from which the notices given stood as they are (default: today)
  --seen FILE...          library files; ads count where payer or buyer is a name in the declaration
  --all-rows              count every row of the library files as the party's
  --party ID              id of the party in the answers (default: made from the sponsor's name)
  --today DATE            the day on which the questions are asked (default: today, or the first day of a declaration still to come)
  --format FORMAT         ${FORMATS.join(', ')} (default text; --json is --format json)
  --fail-on SEVERITY      ${[...SEVERITIES, 'none'].join(', ')}: exit code 1 for gaps as heavy or heavier (default low)`,
  run: async (args, terminal) => {
    const given = readOptions(manySeen(args), OPTIONS);
    const format = given.choice('format', FORMATS, given.flag('json') ? 'json' : 'text');
    const failOn = given.choice('fail-on', [...SEVERITIES, 'none'], 'low');
    const captured = given.day('notice-captured');
    const wanted = given.day('today');
    const [name, extra] = given.rest;
    if (name === undefined || extra !== undefined)
      throw new Stop('Name one declaration file: candour check DECLARATION [--notice FILE|URL] [--seen FILE...].');
    const text = await readText(resolve(terminal.cwd, name));
    const read = readDeclaration(text);
    if (!read.ok) return refuse(name, read.errors, format, terminal);
    const now = terminal.now().toISOString();
    const today = wanted ?? dayToAsk(read.file, now.slice(0, 10));
    if (wanted === null && today > now.slice(0, 10)) terminal.note(`Asked as on ${today}, the first day on which the declaration stands.`);
    const checked = await buildCase({
      name,
      text,
      file: read.file,
      party: given.text('party'),
      today,
      pages: await pagesOf(given.texts('notice'), terminal),
      captured_at: captured === null ? capturedNow(now, today) : `${captured}T00:00:00Z`,
      seen: await seenFiles(given.texts('seen'), today, terminal),
      all_rows: given.flag('all-rows'),
    });
    for (const note of checked.notes) terminal.note(note);
    const { findings: all, state } = reconcile(checked.c);
    const findings = presentFindings(all);
    if (format === 'text') terminal.print(checkText(checked, findings));
    else if (format === 'json') terminal.print(JSON.stringify(checkRecord(checked, findings, state)));
    else terminal.print(JSON.stringify(findingsSarif(checked, findings, terminal.cwd, version()), null, 2));
    return findings.some((it) => reaches(it, failOn)) ? 1 : 0;
  },
};

function refuse(name: string, errors: readonly DeclarationError[], format: Format, terminal: Terminal): ExitCode {
  if (format === 'json') terminal.print(JSON.stringify({ file: name, errors }));
  else if (format === 'sarif') terminal.print(JSON.stringify(errorsSarif(errors, name, terminal.cwd, version()), null, 2));
  terminal.note(`${name} has ${counted(errors.length, 'error')}. Nothing was compared.`);
  for (const it of errors) {
    terminal.note(`  ${errorLine(it)}`);
    const found = it.found === null ? [] : [`found ${it.found}`];
    const allowed = it.allowed === null ? [] : [`allowed: ${it.allowed}`];
    if (found.length + allowed.length > 0) terminal.note(`    ${[...found, ...allowed].join('; ')}`);
  }
  return 2;
}

/** `--seen a.csv b.csv` means both: every word after `--seen` up to the next option is a file of it. */
function manySeen(args: readonly string[]): readonly string[] {
  const out: string[] = [];
  let seen = false;
  for (const it of args) {
    if (it === '--seen') seen = true;
    else if (it.startsWith('--')) {
      seen = false;
      out.push(it);
    } else out.push(...(seen ? [`--seen=${it}`] : [it]));
  }
  return out;
}

/** Now, or where the questions are asked of an earlier day, that day: the notice given is the one to ask about. */
function capturedNow(now: string, today: Day): string {
  return earlierDay(now.slice(0, 10), today) === now.slice(0, 10) ? now : `${today}T00:00:00Z`;
}

async function pagesOf(names: readonly string[], terminal: Terminal): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const name of names) pages.push({ ...(await getPage(isWebAddress(name) ? name : resolve(terminal.cwd, name))), name });
  return pages;
}

async function seenFiles(paths: readonly string[], today: Day, terminal: Terminal): Promise<readonly SeenFile[]> {
  const all: SeenFile[] = [];
  for (const path of paths) {
    const whole = resolve(terminal.cwd, path);
    const { files } = await libraryFiles(whole);
    for (const file of files) {
      all.push({ file, as_of: asOfInName(file.name) ?? asOfInName(relative(terminal.cwd, whole)) ?? today });
    }
  }
  return all;
}
