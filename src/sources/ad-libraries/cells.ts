/** What the readers of single cells share: how a problem of a cell looks, and how its value is shown in a message. */

/** What is wrong with one cell. The row's reader adds where it stands. */
export interface CellProblem {
  /** Kebab-case reason, for machines. */
  readonly code: string;
  /** One sentence or two for people. */
  readonly message: string;
}

/** How a value is shown in a message: short, on one line. */
export function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line === '') return 'nothing';
  return line.length > 40 ? `“${line.slice(0, 40)}…”` : `“${line}”`;
}

/** A whole number that is still exact when it is counted in hundredths. */
export function wholeNumber(text: string): number | null {
  const digits = text.trim();
  return /^\d{1,13}$/.test(digits) ? Number(digits) : null;
}
