/** What becomes of the cells of a column that can hold private addresses: dropped unread, or looked at and kept without them. */
import { redactText } from './redact-text.ts';

/** `drop`: the cell goes whole. The others are read: `texts` are imprints and names, `public_ids` are lists of numbers with free text among them. */
export type CellKind = 'billing_addresses' | 'promoter_addresses' | 'public_ids' | 'texts';

/** Kinds whose cells go unread. */
export const DROPPED: ReadonlySet<CellKind> = new Set(['billing_addresses', 'promoter_addresses']);

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const ENCODER = new TextEncoder();
const NOTHING = new Uint8Array(0);

/** The columns to look after in a header, by their places. Names are compared without case and without spaces at the ends. */
export function cellKinds(header: readonly string[]): ReadonlyMap<number, CellKind> {
  const names = header.map((name) => name.trim().toLowerCase());
  const kindOf = (name: string): CellKind | null => {
    // Snapchat's addresses are of buyers, some of them private people.
    if (name === 'billingaddress' && names.includes('adid')) return 'billing_addresses';
    if (name === 'advertiser_declared_promoter_address') return 'promoter_addresses';
    if (name === 'public_ids_list' && names.includes('advertiser_id')) return 'public_ids';
    if (names.includes('disclaimer') && ['disclaimer', 'page name', 'page_name'].includes(name)) return 'texts';
    return null;
  };
  return new Map(
    names.flatMap((name, i) => {
      const kind = kindOf(name);
      return kind === null ? [] : [[i, kind] as const];
    }),
  );
}

/** The cell (with its quotes) as it may be kept: the same bytes where nothing is to be taken out. */
export function keptCell(kind: CellKind, cell: Uint8Array): Uint8Array {
  if (DROPPED.has(kind)) return NOTHING;
  const clean = kind === 'public_ids' ? keptIds : redactText;
  const text = textOf(cell);
  const unquoted = text === null ? null : withoutQuotes(text);
  if (text === null || unquoted === null) {
    // A row that nobody can read keeps nothing private either.
    const loose = LENIENT.decode(cell);
    return clean(loose) === loose ? cell : NOTHING;
  }
  const kept = clean(unquoted);
  if (kept === unquoted) return cell;
  return ENCODER.encode(text.startsWith('"') ? `"${kept.replaceAll('"', '""')}"` : kept);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
}

/** What a cell says; `null` where its quotes are not those of a CSV. */
function withoutQuotes(text: string): string | null {
  if (!text.startsWith('"')) return text;
  if (text.length < 2 || !text.endsWith('"')) return null;
  const inside = text.slice(1, -1);
  return inside.replaceAll('""', '').includes('"') ? null : inside.replaceAll('""', '"');
}

const PUBLIC_ID = /^(?:FEC ID (?:[A-Z0-9]{8,10}|\d{2}-\d{7})|EIN ID \d{2}-?\d{7})$/;

/** Of a list of public ids, those that are ids: one cell of 2019 has a PO box among them, another a telephone number. */
function keptIds(text: string): string {
  const items = text.split(',').map((item) => item.trim());
  const ids = items.filter((item) => PUBLIC_ID.test(item));
  return ids.length === items.length ? text : ids.join(', ');
}
