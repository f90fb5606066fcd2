/** Bytes of a page to text: what kind of thing it is, and in which character set. */

export type Decoded = { readonly kind: 'html' | 'text'; readonly text: string } | { readonly kind: 'other'; readonly what: string };

const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00FF\u00D8\u00FF', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a media file'],
  ['PK\u0003\u0004', 'a zip archive or office document'],
  ['\u001F\u008B', 'a gzip archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old office document'],
];

/** Finds out what the bytes are. `content_type` is the header's value where there was one; the bytes win over it. */
export function decode(bytes: Uint8Array, content_type: string | null): Decoded {
  if (bytes.length === 0) return { kind: 'other', what: 'an empty file' };
  const head = latin1(bytes.subarray(0, 4096));
  for (const [mark, what] of MAGIC) if (head.startsWith(mark)) return { kind: 'other', what };
  const charset = charsetOf(bytes, head, content_type);
  if (charset.startsWith('utf-16') === false && countZeros(bytes) > 0) return { kind: 'other', what: 'a binary file' };
  const text = decodeAs(bytes, charset);
  if (text.trim() === '') return { kind: 'other', what: 'an empty file' };
  if (looksLikeJson(text)) return { kind: 'other', what: 'JSON data' };
  const start = text.slice(0, 2048).trimStart();
  const declared = (content_type ?? '').toLowerCase();
  if (/^<\?xml/.test(start) && !/<html/i.test(text.slice(0, 4096))) return { kind: 'other', what: 'XML data' };
  const tags = /<!doctype html|<html|<head|<body|<(?:div|main|p|h[1-6]|section|article|ul|table|span|meta|title)\b[^>]*>/i.test(
    text.slice(0, 20_000),
  );
  if (declared.includes('html') || (tags && !declared.includes('text/plain') && !declared.includes('markdown')))
    return { kind: 'html', text };
  return { kind: 'text', text };
}

function charsetOf(bytes: Uint8Array, head: string, content_type: string | null): string {
  if (head.startsWith('\u00EF\u00BB\u00BF')) return 'utf-8';
  if (head.startsWith('\u00FF\u00FE')) return 'utf-16le';
  if (head.startsWith('\u00FE\u00FF')) return 'utf-16be';
  const declared =
    /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(content_type ?? '') ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head);
  if (isUtf8(bytes)) return 'utf-8';
  return declared?.[1]?.toLowerCase() ?? 'windows-1252';
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // An unknown label: the page's own claim is no use.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Real pages declare the wrong set often; bytes that are valid UTF-8 are UTF-8 in practice. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function latin1(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}

function countZeros(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes.subarray(0, 4096)) if (byte === 0) zeros++;
  return zeros;
}

function looksLikeJson(text: string): boolean {
  const trimmed = text.trim();
  if (!/^(?:\{\s*["}]|\[\s*[[{"\d\]-])/.test(trimmed)) return false;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}
