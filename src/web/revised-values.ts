/** Fields as a library prints them, taken apart where they are lists: so that 1,600 postcodes can be counted and shown in part. */
import { splitList } from '../sources/ad-libraries/snapchat-values.ts';

/** The values of a field that says who was chosen; `null` where it is no list of two or more, or cannot be told apart from one. */
export function listedValues(library: string, of: string, text: string): readonly string[] | null {
  if (of !== 'targeting') return null;
  // Other libraries print names of places with commas in them, so only a list of JSON can be counted there.
  const values = jsonList(text) ?? (library === 'snapchat' ? splitList(text).values : []);
  return values.length > 1 ? values : null;
}

function jsonList(text: string): string[] | null {
  if (!text.trimStart().startsWith('[')) return null;
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))) : null;
  } catch {
    // A list that was too long to be kept whole.
    return null;
  }
}
