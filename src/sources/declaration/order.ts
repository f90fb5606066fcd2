/** The order of errors: as the form asks, then as the catalogue lists, then by number. It does not depend on the order of keys in the file. */
import { fieldAt } from './fields.ts';
import { type Path, pathPattern } from './paths.ts';

/** Sorts two paths into the order of the form. */
export function inFormOrder(a: Path, b: Path): number {
  return stepOf(a) - stepOf(b) || bySegments(a, b);
}

function stepOf(path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const field = fieldAt(pathPattern(path.slice(0, length)));
    if (field) return field.step;
  }
  return path.length === 0 ? -1 : 0;
}

function bySegments(a: Path, b: Path): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const [left, right] = [a[depth], b[depth]];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    const known = orderOf(a.slice(0, depth + 1)) - orderOf(b.slice(0, depth + 1));
    return known || (String(left) < String(right) ? -1 : 1);
  }
  return a.length - b.length;
}

/** Fields we do not know come after those we do. */
function orderOf(path: Path): number {
  return fieldAt(pathPattern(path))?.order ?? Number.MAX_SAFE_INTEGER;
}
