/** Says in words what a file seems to be, when no ad library recognises it. */
import { CsvReader } from '../csv.ts';
import { columnKey } from './csv-header.ts';

const SUPPORTED =
  'This version reads the political ad libraries of Google (the tables of its bundle), of Meta (the Ad Library API, the Ad Library Report and the audience tab of a page) and of Snapchat (PoliticalAds.csv).';

const TWICE_PACKED = 'is an archive inside an archive, or one that could not be unpacked. Unpack it, and send the files in it';
const UTF16 = 'is UTF-16 text. Save it as UTF-8, or send it as the ad library published it';

/** How well-known kinds of file begin, as bytes. */
const MAGIC: readonly { readonly starts: readonly number[]; readonly is: string }[] = [
  { starts: [0x1f, 0x8b], is: TWICE_PACKED },
  { starts: [0x50, 0x4b, 0x03, 0x04], is: TWICE_PACKED },
  { starts: [0x50, 0x4b, 0x07, 0x08], is: TWICE_PACKED },
  { starts: [0x50, 0x4b, 0x05, 0x06], is: 'is an empty zip' },
  { starts: [0x25, 0x50, 0x44, 0x46], is: 'is a PDF, not a table' },
  { starts: [0xff, 0xfe], is: UTF16 },
  { starts: [0xfe, 0xff], is: UTF16 },
];

/** Tables that are about ad libraries and are none. Every name stands in the header. */
const MADE_BY_OTHERS: readonly { readonly names: readonly string[]; readonly words: string }[] = [
  {
    names: ['party', 'target', 'spend', 'percent_of_total'],
    words:
      'The file is a summary: shares of spend by party and kind of targeting, which somebody worked out. It is no ad library’s own file, so nothing in it can be traced to a page or an ad. Send the library’s file it was made from.',
  },
];

/** Names that stand in the headers of a library's files; `*` for any ending. A file with some of them, and not all, is nearly one. */
const NEARLY: readonly { readonly names: readonly string[]; readonly is: string }[] = [
  { names: ['ADID', 'CreativeUrl', 'OrganizationName', 'PayingAdvertiserName'], is: 'Snapchat’s PoliticalAds.csv' },
  { names: ['Page name', 'Disclaimer', 'Amount spent*'], is: 'a Meta Ad Library Report' },
  { names: ['value', 'total_spend_pct', 'type', 'is_exclusion', 'custom_audience_type'], is: 'a table of Meta’s audience tab' },
  { names: ['Ad_ID', 'Advertiser_ID', 'Advertiser_Name', 'Spend_USD'], is: 'a table of Google’s political ads bundle' },
];

/** How the text begins that comes with Google's bundle and describes its tables. */
const GOOGLE_README = /^google-political-ads-[a-z-]+\.csv\s/;

/** One or two sentences on a file that `recognise` does not know, from its first bytes (a few kilobytes are enough). */
export function describeUnknown(head: Uint8Array): string {
  const bytes = startsWith(head, [0xef, 0xbb, 0xbf]) ? head.subarray(3) : head;
  if (bytes.length === 0) return `The file is empty. ${SUPPORTED}`;
  const magic = MAGIC.find(({ starts }) => startsWith(bytes, starts));
  if (magic !== undefined) return `The file ${magic.is}. ${SUPPORTED}`;
  if (looksUtf16(bytes))
    return `The file seems to be UTF-16 text without its mark. Save it as UTF-8, or send it as the ad library published it. ${SUPPORTED}`;
  if (bytes.includes(0)) return `The file is not text: it holds bytes that are zero. ${SUPPORTED}`;
  const text = new TextDecoder().decode(bytes).trimStart();
  if (text === '') return `The file holds only blank space. ${SUPPORTED}`;
  if (text.startsWith('<')) return `The file looks like a web page or other markup, not a table: was an error page saved? ${SUPPORTED}`;
  if (text.startsWith('{') || text.startsWith('['))
    return `The file looks like JSON, and its first record is neither an ad of Meta’s Ad Library API nor an answer of its audience tab. ${SUPPORTED}`;
  if (GOOGLE_README.test(text))
    return `The file is the description that comes with Google’s political ads bundle: it says what the tables hold, and has no rows itself. Send the bundle, or a table of it. ${SUPPORTED}`;
  return `${describeHeader(bytes)} ${SUPPORTED}`;
}

function describeHeader(bytes: Uint8Array): string {
  const reader = new CsvReader();
  const [first] = [...reader.push(bytes), ...reader.end()];
  if (first?.kind !== 'record') return 'The first line cannot be read as the header of a CSV.';
  const names = first.cells.map(columnKey);
  if (names.length < 2) {
    if (/[;\t]/.test(first.cells[0] ?? ''))
      return 'The file’s columns are not parted by commas: another program saved it. Send it as the ad library published it.';
    return 'The file is text, and its first line is no header of a CSV with commas.';
  }
  const made = MADE_BY_OTHERS.find((known) => known.names.every((wanted) => names.includes(wanted)));
  if (made !== undefined) return made.words;
  for (const known of NEARLY) {
    const lacking = known.names.filter((wanted) => !names.some((name) => fits(name, columnKey(wanted))));
    if (lacking.length > 0 && lacking.length * 2 <= known.names.length)
      return `The file looks like ${known.is}, but its header has no column ${quoted(lacking)}. Send it as the ad library published it.`;
  }
  const shown = first.cells.slice(0, 5).map((name) => (name.length > 30 ? `${name.slice(0, 30)}…` : name));
  return `The file is a CSV of ${names.length} columns that begin ${shown.join(', ')}: no ad library that is known has this header.`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name.replace('*', '')}”`).join(' and ');
}

function fits(name: string, wanted: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

/** Latin text as UTF-16 has a zero in every second byte. */
function looksUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return bytes.length >= wanted.length && wanted.every((byte, i) => bytes[i] === byte);
}
