/** One CSV record, from its bytes to its cells, and the words for a record that cannot be read. */

/**
 * Why a record could not be read. `unclosed-quote`: the file ends inside a quoted cell. `stray-quote`: text after a closing quote.
 */
export type FaultCode = 'unclosed-quote' | 'record-too-long' | 'not-utf8' | 'nul-byte' | 'stray-quote';

// `ignoreBOM` keeps U+FEFF at the start of a record: only the first bytes of the file are a byte order mark.
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The cells of one record, its line end taken off; or the code of its fault. Bytes that are not UTF-8 come before stray quotes. */
export function splitRecord(bytes: Uint8Array, hasQuote: boolean): string[] | 'not-utf8' | 'stray-quote' {
  let text: string;
  try {
    text = DECODER.decode(bytes);
  } catch {
    return 'not-utf8';
  }
  return hasQuote ? splitQuoted(text) : text.split(',');
}

function splitQuoted(text: string): string[] | 'stray-quote' {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let next: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      next = close + 1;
      if (next < text.length && text[next] !== ',') return 'stray-quote';
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
    } else {
      const comma = text.indexOf(',', at);
      next = comma === -1 ? text.length : comma;
      // A quote inside a cell that has none round it is a sign like any other: real imprints hold them.
      cells.push(text.slice(at, next));
    }
    if (next >= text.length) return cells;
    at = next + 1;
  }
}

/** Index of the quote that closes a cell, past doubled ones. The reader has made sure that there is one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

/** One sentence or two for people: what was found and what to do. It never repeats what the record holds. */
export function faultMessage(code: FaultCode, found: { line: number; lines: number; bytes: number; limit: number }): string {
  const { line, lines, bytes, limit } = found;
  switch (code) {
    case 'unclosed-quote':
      return `A quote opens in the row on line ${line} and never closes, so the last ${count(bytes)} bytes of the file (${count(lines)} lines) are one row that cannot be read. Check that the file is whole.`;
    case 'record-too-long':
      return `The row on line ${line} has ${count(bytes)} bytes on ${count(lines)} lines; the most that is read is ${count(limit)}. Look for a quote that does not close.`;
    case 'not-utf8':
      return `The row on line ${line} holds bytes that are not UTF-8. Send the file as the ad library published it, not saved again by another program.`;
    case 'nul-byte':
      return `The row on line ${line} holds a byte that is zero, which no text has. Check that the file was copied whole and is not UTF-16.`;
    case 'stray-quote':
      return `The row on line ${line} (${count(lines)} lines) has a quote in the middle of a cell. A cell with a quote must stand in quotes, with the quote doubled.`;
  }
}

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
