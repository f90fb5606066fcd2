/** Lists as CSV: one item a row, nested values as JSON, and no cell that a spreadsheet would run as a formula. */

/** RFC 4180 with CRLF. Columns are the keys of the first item, in their order. */
export function toCsv(items: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = Object.keys(items[0] ?? {});
  const lines = [columns, ...items.map((item) => columns.map((column) => item[column]))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
