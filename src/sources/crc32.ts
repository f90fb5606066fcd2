/**
 * The check sum of zip archives, piece by piece. Four table steps at a time: the platform's own is not a Web standard.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.4.7)
 */

const POLYNOMIAL = 0xedb88320;
const [T0, T1, T2, T3] = tables();

function tables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const one = Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    return sum;
  });
  const further = (before: Uint32Array) => before.map((sum) => (sum >>> 8) ^ (one[sum & 0xff] ?? 0));
  const two = further(one);
  const three = further(two);
  return [one, two, three, further(three)];
}

/** CRC-32 of the bytes; `before` is that of the bytes that came before them, 0 at the start. Unsigned. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  let at = 0;
  // Every index is below 256, so no place is ever missing; the alternatives are for the type only.
  for (const last = bytes.length - 3; at < last; at += 4) {
    sum ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    sum = (T3[sum & 0xff] ?? 0) ^ (T2[(sum >>> 8) & 0xff] ?? 0) ^ (T1[(sum >>> 16) & 0xff] ?? 0) ^ (T0[sum >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ (T0[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~sum >>> 0;
}
