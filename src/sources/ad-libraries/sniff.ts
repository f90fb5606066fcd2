/** Says in words what a file seems to be, when no ad library recognises it. */
import { CsvReader } from '../csv.ts';
import { columnKey } from './snapchat-columns.ts';

const SUPPORTED = 'This version reads Snapchat’s political ad library: PoliticalAds.csv, whose header begins ADID,CreativeUrl.';

/** How well-known kinds of file begin, as bytes. */
const MAGIC: readonly { readonly starts: readonly number[]; readonly is: string }[] = [
  { starts: [0x1f, 0x8b], is: 'is gzip. Unpack it, and send the CSV in it' },
  { starts: [0x50, 0x4b, 0x03, 0x04], is: 'is a zip. Unpack it, and send the CSV in it' },
  { starts: [0x50, 0x4b, 0x05, 0x06], is: 'is an empty zip' },
  { starts: [0x25, 0x50, 0x44, 0x46], is: 'is a PDF, not a table' },
  { starts: [0xff, 0xfe], is: 'is UTF-16 text. Save it as UTF-8, or send it as the ad library published it' },
  { starts: [0xfe, 0xff], is: 'is UTF-16 text. Save it as UTF-8, or send it as the ad library published it' },
];

/** Headers of the other libraries' files: every name stands in the header, `*` for any ending. */
const OTHERS: readonly { readonly names: readonly string[]; readonly is: string }[] = [
  { names: ['page name', 'disclaimer', 'amount spent*'], is: 'a Meta Ad Library Report' },
  { names: ['location name', 'amount spent*'], is: 'a Meta Ad Library Report of places' },
  {
    names: ['value', 'total_spend_pct', 'type', 'is_exclusion', 'custom_audience_type'],
    is: 'a Meta audience table (what a page’s ads used in a window)',
  },
  { names: ['advertiser_id', 'spend_usd'], is: 'a table of Google’s political ads bundle' },
  { names: ['country_subdivision_primary'], is: 'a table of Google’s political ads bundle' },
  { names: ['keyword_1'], is: 'a table of Google’s political ads bundle' },
];

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
  if (text.startsWith('{') || text.startsWith('[')) return `The file looks like JSON${metaJson(text)}. ${SUPPORTED}`;
  return `${describeHeader(bytes)} ${SUPPORTED}`;
}

function describeHeader(bytes: Uint8Array): string {
  const reader = new CsvReader();
  const [first] = [...reader.push(bytes), ...reader.end()];
  if (first?.kind !== 'record') return 'The first line cannot be read as the header of a CSV.';
  const names = first.cells.map(columnKey);
  if (names.length < 2) return 'The file is text, and its first line is no header of a CSV with commas.';
  const other = OTHERS.find((known) => known.names.every((wanted) => names.some((name) => fits(name, wanted))));
  if (other !== undefined) return `The file looks like ${other.is}, which this version does not read.`;
  const shown = first.cells.slice(0, 5).map((name) => (name.length > 30 ? `${name.slice(0, 30)}…` : name));
  return `The file is a CSV of ${names.length} columns that begin ${shown.join(', ')}: no ad library that is known has this header.`;
}

function fits(name: string, wanted: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

function metaJson(text: string): string {
  if (text.includes('ad_library_page_targeting_insight')) return ' of Meta’s audience tab, which this version does not read';
  if (/"(?:page_id|ad_creation_time|ad_creative_bod(?:y|ies)|ad_delivery_start_time)"\s*:/.test(text))
    return ' of Meta’s Ad Library API, which this version does not read';
  return '';
}

/** Latin text as UTF-16 has a zero in every second byte. */
function looksUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return bytes.length >= wanted.length && wanted.every((byte, i) => bytes[i] === byte);
}
