/** What every command is: its words of help, and what it does. */
import type { OptionTable } from './options.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface Command {
  /** Shown by `--help` of the command itself. */
  readonly usage: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** Options of every command that talks to a server. */
export const SERVER_OPTION = { server: { type: 'string' } } as const satisfies OptionTable;

export const SERVER_HELP = '  --server URL    the server (default: CANDOUR_SERVER, else http://localhost:8787)';
