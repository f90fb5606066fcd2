/** The `candour` command: which commands there are, and how they begin and end. */
import { nearest } from '../core/nearest.ts';
import type { Command } from './command.ts';
import { type ExitCode, realTerminal, Stop, type Terminal } from './terminal.ts';
import { version } from './version.ts';

interface Listed {
  /** One line in the list of commands; `null` keeps it out of the list. */
  readonly summary: string | null;
  /** Loaded only when it is called: parsers of pages are of no use to an import. */
  readonly load: () => Promise<Command>;
}

/** By the words that call them. */
const COMMANDS: ReadonlyMap<string, Listed> = new Map([
  [
    'check',
    {
      summary: 'check a declaration against notices and library files, offline',
      load: async () => (await import('./commands/check.ts')).checkCommand,
    },
  ],
  [
    'declare',
    { summary: 'check a declaration file and publish it', load: async () => (await import('./commands/declare.ts')).declareCommand },
  ],
  [
    'import',
    {
      summary: 'send ad library files and wait until they are read',
      load: async () => (await import('./commands/import.ts')).importCommand,
    },
  ],
  [
    'notice add',
    {
      summary: 'store one capture of a notice, with its day and its provenance',
      load: async () => (await import('./commands/notice.ts')).noticeAddCommand,
    },
  ],
  [
    'read',
    {
      summary: 'read privacy notices offline: what each says of every practice',
      load: async () => (await import('./commands/read.ts')).readCommand,
    },
  ],
  [
    'register apply',
    {
      summary: 'put the parties and accounts of a register file in force',
      load: async () => (await import('./commands/register.ts')).registerApplyCommand,
    },
  ],
  [
    'review advertiser',
    {
      summary: 'link an advertiser to a party, or say that it belongs to none',
      load: async () => (await import('./commands/review.ts')).reviewAdvertiserCommand,
    },
  ],
  [
    'review copy',
    {
      summary: 'let a held copy of an ad library in, or turn it away',
      load: async () => (await import('./commands/review.ts')).reviewCopyCommand,
    },
  ],
  ['world', { summary: null, load: async () => (await import('./commands/world.ts')).worldCommand }],
]);

/** Runs a command of this process and leaves its exit code. A reader that goes away early (`candour read x | head`) is no error. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCommand(args, realTerminal());
}

/** Runs one command: 0 fine, 1 gaps or refused rows, 2 bad input or usage. Only a bug of ours is thrown. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    terminal.progress('', null);
    if (!(error instanceof Stop)) throw error;
    for (const line of error.lines) terminal.note(line);
    return 2;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, second] = args;
  if (first === '--version' || first === '-v') return say(terminal, version());
  if (first === '--help' || first === '-h' || (first === 'help' && second === undefined)) return say(terminal, usage());
  if (first === 'help') return await dispatch([...args.slice(1), '--help'], terminal);
  const words = COMMANDS.has(`${first}`) ? 1 : 2;
  const name = args.slice(0, words).join(' ');
  const listed = COMMANDS.get(name);
  if (listed !== undefined) {
    const command = await listed.load();
    const rest = args.slice(words);
    const end = rest.indexOf('--');
    if (rest.slice(0, end === -1 ? undefined : end).some((it) => it === '--help' || it === '-h')) return say(terminal, command.usage);
    return await command.run(rest, terminal);
  }
  if (first === undefined) throw new Stop(usage());
  // `notice --help`: the first word of a command of two words.
  const under = [...COMMANDS].filter(([one]) => one.startsWith(`${first} `));
  if (under.length > 0 && (second === '--help' || second === '-h')) {
    const commands = await Promise.all(under.map(([, it]) => it.load()));
    return say(terminal, commands.map((it) => it.usage).join('\n\n'));
  }
  if (under.length > 0) throw new Stop(`After '${first}' comes one of: ${under.map(([one]) => one.slice(first.length + 1)).join(', ')}.`);
  const near = nearest(first, [...COMMANDS.keys()]);
  throw new Stop(`'${first}' is not a command of candour.${near ? ` Did you mean '${near}'?` : ' See candour --help.'}`);
}

function say(terminal: Terminal, text: string): ExitCode {
  terminal.print(text);
  return 0;
}

function usage(): string {
  const listed = [...COMMANDS].flatMap(([name, it]) => (it.summary === null ? [] : [`  ${name.padEnd(20)}${it.summary}`]));
  return `candour COMMAND [options]

Shows the gap between how parties target voters and what they tell voters about it.

${listed.join('\n')}

candour COMMAND --help says more about a command; candour --version gives the version.
Exit codes: 0 fine, 1 gaps or refused rows at or above --fail-on, 2 bad input or usage.`;
}
