/** Ways in which a library file comes to harm, for property tests: cut, swapped, doubled, spliced, saved in another encoding, columns moved. */
import fc from 'fast-check';
import { cellsOf, csvOf } from './read-library.ts';

type Mutation = (bytes: Uint8Array) => Uint8Array;

/** A place in a file, as a share of its length: the file's own length is not known beforehand. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = (bytes: Uint8Array, at: number): number => Math.floor(bytes.length * at);

function between(bytes: Uint8Array, a: number, b: number): readonly [from: number, to: number] {
  const [one, other] = [place(bytes, a), place(bytes, b)];
  return one < other ? [one, other] : [other, one];
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const deletion = fc.tuple(share, fc.integer({ min: 1, max: 400 })).map(([at, length]): Mutation => {
  return (bytes) => joined(bytes.subarray(0, place(bytes, at)), bytes.subarray(place(bytes, at) + length));
});

const swap = fc.tuple(share, share, fc.integer({ min: 1, max: 80 })).map(([a, b, length]): Mutation => {
  return (bytes) => {
    const [first, second] = between(bytes, a, b);
    const size = Math.min(length, second - first, bytes.length - second);
    const slices = [
      [0, first],
      [second, second + size],
      [first + size, second],
      [first, first + size],
      [second + size, bytes.length],
    ] as const;
    return joined(...slices.map(([from, to]) => bytes.subarray(from, to)));
  };
});

const truncation = share.map(
  (at): Mutation =>
    (bytes) =>
      bytes.slice(0, place(bytes, at)),
);

const doubling = fc.tuple(share, share).map(([a, b]): Mutation => {
  return (bytes) => {
    const [from, to] = between(bytes, a, b);
    return joined(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
  };
});

/** Random bytes, and those that mean something to a reader. */
const alien = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
  fc.stringMatching(/^[",\r\n{}[\]:\\0-9e+≤ \t;]{1,12}$/).map((text) => new TextEncoder().encode(text)),
);

const splice = fc.tuple(share, alien).map(([at, bytes]): Mutation => {
  return (whole) => joined(whole.subarray(0, place(whole, at)), bytes, whole.subarray(place(whole, at)));
});

const encoding = fc.constantFrom<Mutation>(
  (bytes) => new Uint8Array(Buffer.from(textOf(bytes), 'latin1')),
  (bytes) => new Uint8Array(Buffer.from(textOf(bytes), 'utf16le')),
  (bytes) => new Uint8Array(Buffer.from(`\uFEFF${textOf(bytes)}`, 'utf16le')),
  (bytes) => new Uint8Array(Buffer.from(textOf(bytes).replace(/\r?\n/g, '\r'))),
);

/** Moves the columns of a CSV round by some places, header and rows alike or the header alone. */
const columns = fc.tuple(fc.nat({ max: 40 }), fc.boolean()).map(([by, headerOnly]): Mutation => {
  return (bytes) => {
    const turned = cellsOf(bytes).map((cells, i) => {
      const at = headerOnly && i > 0 ? 0 : by % cells.length;
      return [...cells.slice(at), ...cells.slice(0, at)];
    });
    return csvOf(turned);
  };
});

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** One to three mutations, one after another. */
export const mutation: fc.Arbitrary<Mutation> = fc
  .array(fc.oneof(deletion, swap, truncation, doubling, splice, encoding, columns), { minLength: 1, maxLength: 3 })
  .map(
    (each): Mutation =>
      (bytes) =>
        each.reduce((now, mutate) => mutate(now), bytes),
  );
