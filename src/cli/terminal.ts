/** What a command says and where it runs: results go to stdout, everything else to stderr. Handed in, so that a test can listen. */

/** 0 fine; 1 gaps or refused rows; 2 bad input or usage. */
export type ExitCode = 0 | 1 | 2;

export interface Terminal {
  /** Writes a result line to stdout. */
  readonly print: (line: string) => void;
  /** Writes a message line to stderr. */
  readonly note: (line: string) => void;
  /** Shows how far work has come, 0 to 1, where somebody is watching. `null` takes the bar away. */
  readonly progress: (label: string, share: number | null) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The present instant: the one clock of the command line. */
  readonly now: () => Date;
}

/** Ends a command with exit code 2 and these lines on stderr: the input or the surroundings are not fit for it. */
export class Stop extends Error {
  readonly lines: readonly string[];

  constructor(...lines: string[]) {
    super(lines.join('\n'));
    this.name = 'Stop';
    this.lines = lines;
  }
}

const BAR_WIDTH = 24;

/** The real terminal. A progress bar is drawn only where stderr is one. */
export function realTerminal(): Terminal {
  const { stderr, stdout } = process;
  let drawn = '';
  const wipe = () => {
    if (drawn !== '') stderr.write('\r\u001B[K');
    drawn = '';
  };
  return {
    print: (line) => {
      wipe();
      stdout.write(`${line}\n`);
    },
    note: (line) => {
      wipe();
      stderr.write(`${line}\n`);
    },
    progress: (label, share) => {
      if (!stderr.isTTY) return;
      const line = share === null ? '' : bar(label, share, stderr.columns);
      // A large file moves the bar thousands of times and the figure a hundred times.
      if (line === drawn) return;
      wipe();
      stderr.write(line);
      drawn = line;
    },
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
  };
}

/** One line no wider than the terminal: `Reading PoliticalAds.csv [#######-----]  58%`. */
function bar(label: string, share: number, columns: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  const figure = `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}] ${String(Math.floor(share * 100)).padStart(3)}%`;
  const room = Math.max(0, columns - figure.length - 2);
  return `${label.length > room ? label.slice(0, room) : label} ${figure}`;
}

/** `1 row`, `3 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** What went wrong, in words, of anything that was thrown. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : null;
  return cause && cause.message !== '' ? cause.message : error.message;
}
