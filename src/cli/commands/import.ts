/** `candour import`: sends library files and says what became of every row. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AD_LIBRARIES } from '../../core/platforms.ts';
import { AD_LIBRARIES as READABLE } from '../../sources/ad-libraries/index.ts';
import type { Removed } from '../../sources/redact.ts';
import { asOfInName } from '../as-of.ts';
import { openClient, Unreachable } from '../client.ts';
import { type Command, SERVER_HELP, SERVER_OPTION } from '../command.ts';
import { libraryFiles } from '../library-file.ts';
import { type Given, type OptionTable, readOptions } from '../options.ts';
import { type Imported, sendLibraryFile } from '../send.ts';
import { counted, type ExitCode, Stop, type Terminal } from '../terminal.ts';

const LIBRARIES: readonly string[] = AD_LIBRARIES.map((it) => it.id);
const READ: readonly string[] = READABLE.map((it) => it.id);
/** The full list stands at the run's address; a screen of them is enough to see what is wrong. */
const PROBLEMS_SHOWN = 10;

/** What a file may hold that is not sent, in words. */
const CUT: readonly (readonly [kind: keyof Removed, one: string, many: string])[] = [
  ['billing_addresses', 'billing address', 'billing addresses'],
  ['promoter_addresses', 'promoter’s address', 'promoters’ addresses'],
  ['public_ids', 'list of ids with other text in it', 'lists of ids with other text in them'],
  ['texts', 'private address or link in a text', 'private addresses or links in texts'],
  ['tokens', 'access token', 'access tokens'],
];

const OPTIONS = {
  ...SERVER_OPTION,
  'as-of': { type: 'string' },
  window: { type: 'string' },
  json: { type: 'boolean' },
  'fail-on': { type: 'string' },
} as const satisfies OptionTable;

export const importCommand: Command = {
  usage: `candour import [LIBRARY] FILE... [options]

Sends ad library files (CSV, JSON, NDJSON; plain, .gz or .zip), waits for the run, and says what became of every row.
LIBRARY is the id of the library; without it the file is recognised by its content. This version reads: ${READ.join(', ')}.
Private addresses and access tokens are cut out before anything is sent.

  --as-of DATE    the day the copy was taken (default: the date in the file's name, else today)
  --window N      meta-audience only: 7, 30 or 90 days
  --json          one JSON object for each file on stdout
  --fail-on WHAT  when the exit code is 1: faults (default: a refused row, or a cell or column that could not be read), refused,
                  problems (also what whole files of the library always hold), or none
${SERVER_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, OPTIONS);
    const failOn = given.choice('fail-on', ['faults', 'refused', 'problems', 'none'], 'faults');
    const asOf = given.day('as-of');
    const window = given.text('window') === null ? null : given.choice('window', ['7', '30', '90'], '90');
    const { library, paths } = await whatToImport(given, terminal);
    const client = await openClient(terminal, given.text('server'));
    let code: ExitCode = 0;
    for (const path of paths) {
      try {
        const { files, skipped } = await libraryFiles(resolve(terminal.cwd, path));
        if (skipped.length > 0) terminal.note(`Not sent, no ad library file that this version reads: ${skipped.join(', ')}.`);
        for (const file of files) {
          const as_of = asOf ?? asOfInName(file.name) ?? today(file.name, terminal);
          const imported = await sendLibraryFile(client, file, { library, as_of, window });
          if (given.flag('json')) terminal.print(JSON.stringify(recordOf(imported)));
          else report(file.name, imported, `${client.server}/api/v1/runs/${imported.run.id}`, terminal);
          sayWhatElse(file.name, imported, terminal);
          code = worse(code, codeOf(imported, failOn));
        }
      } catch (error) {
        // One file that cannot be read does not keep the others back; a server that is gone does.
        if (!(error instanceof Stop) || error instanceof Unreachable) throw error;
        for (const line of error.lines) terminal.note(line);
        code = 2;
      }
    }
    return code;
  },
};

async function whatToImport(
  given: Given,
  terminal: Terminal,
): Promise<{ readonly library: string | null; readonly paths: readonly string[] }> {
  const [first, ...others] = given.rest;
  if (first === undefined) throw new Stop('Name at least one file: candour import [LIBRARY] FILE...');
  const isLibrary = LIBRARIES.includes(first);
  const isFile = await exists(resolve(terminal.cwd, first));
  if (isLibrary && !isFile) {
    if (others.length === 0) throw new Stop(`Name at least one file after ${first}.`);
    return { library: first, paths: others };
  }
  if (!isFile && others.length > 0 && !/[./\\]/.test(first)) {
    throw new Stop(`'${first}' is neither a file nor a library. The libraries are ${LIBRARIES.join(', ')}.`);
  }
  return { library: null, paths: given.rest };
}

/** The record that `--json` prints: fixed keys, others rely on them. */
function recordOf({ source_file, library, run }: Imported) {
  const { rows, accepted, refused, observations, ads, revisions } = run;
  const failure =
    run.error === null ? [] : [{ row: null, line: null, field: null, code: 'run-failed', message: run.error, refused: false }];
  return { source_file, library, rows, accepted, refused, observations, ads, revisions, problems: [...run.problems, ...failure] };
}

function report(name: string, { source_file, library, run }: Imported, address: string, terminal: Terminal): void {
  terminal.print(`${name}${run.unchanged ? ' (the same bytes had been read before)' : ''}`);
  terminal.print(`  library       ${library ?? 'not known'}`);
  terminal.print(`  source file   ${source_file}`);
  terminal.print(`  rows          ${counted(run.rows, 'row')}: ${run.accepted} accepted, ${run.refused} refused`);
  terminal.print(
    `  gave          ${counted(run.ads, 'ad')}, ${counted(run.observations, 'observation')}, ${counted(run.revisions, 'revision')}`,
  );
  const count = Math.max(run.problem_count, run.problems.length);
  terminal.print(`  problems      ${count === 0 ? 'none' : count.toLocaleString('en-GB')}`);
  const shown = [...run.problems].sort((a, b) => Number(b.refused) - Number(a.refused)).slice(0, PROBLEMS_SHOWN);
  for (const it of shown) {
    const place = [it.row === null ? 'file' : `row ${it.row}`, it.line === null ? '' : `line ${it.line}`, it.field ?? ''].filter(
      (word) => word !== '',
    );
    terminal.print(`    ${place.join(', ')}: ${it.message}${it.refused ? ' (row refused)' : ''}`);
  }
  if (count > shown.length) terminal.print(`    ... and ${count - shown.length} more: ${address}`);
}

function sayWhatElse(name: string, { removed, run }: Imported, terminal: Terminal): void {
  const cut = CUT.filter(([kind]) => removed[kind] > 0).map(([kind, one, many]) => counted(removed[kind], one, many));
  if (cut.length > 0) terminal.note(`${name}: ${cut.join(', ')} cut out before sending.`);
  if (removed.tokens > 0) terminal.note('Have the access token withdrawn if others saw the file.');
  if (run.status === 'held') {
    terminal.note(`${name} is held, and nothing of it is shown: ${run.held ?? 'no reason given'}`);
    terminal.note(`  candour review copy ${run.id} --confirm (or --reject) --reviewer NAME --reason TEXT`);
  }
  if (run.error !== null) terminal.note(`${name} could not be read to its end: ${run.error}`);
}

function codeOf({ run }: Imported, failOn: 'faults' | 'refused' | 'problems' | 'none'): ExitCode {
  if (run.status === 'failed') return 2;
  if (run.status === 'held') return 1;
  const problems = Math.max(run.problem_count, run.problems.length);
  if (failOn === 'none') return 0;
  if (run.refused > 0) return 1;
  if (failOn === 'faults') return run.fault_count > 0 ? 1 : 0;
  return failOn === 'problems' && problems > 0 ? 1 : 0;
}

function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

function today(name: string, terminal: Terminal): string {
  const day = terminal.now().toISOString().slice(0, 10);
  terminal.note(`${name} does not say when the copy was taken; it is put down as of today, ${day}. Say otherwise with --as-of.`);
  return day;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
