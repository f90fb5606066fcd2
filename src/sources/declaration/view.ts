/** A file of any shape as the checks between fields see it: every part whose shape is wrong is left out. */
import type { Fault } from './errors.ts';
import { type Path, pathText } from './paths.ts';
import type { DeclarationFile } from './schema.ts';

/** The same record with any part missing. Lists keep their length. */
export type Partly<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Partly<Item> | undefined)[]
    : { readonly [Key in keyof T]?: Partly<T[Key]> | undefined };

export type FileView = Partly<DeclarationFile>;
export type AudienceView = NonNullable<NonNullable<FileView['audiences']>[number]>;

/** What every check between fields is given. */
export interface Checked {
  readonly file: FileView;
  /** True where a fault of shape stands at this place, above it or below it: nothing more can be said of it. */
  readonly spoiled: (path: Path) => boolean;
}

/** Leaves out each faulty place, so that what is left has the types of a declaration. */
export function viewOf(file: unknown, faults: readonly Fault[]): Checked {
  const places = faults.flatMap((fault) => (fault.explains ? [fault.path, fault.explains] : [fault.path]));
  const faulty = new Set(places.map(pathText));
  const above = new Set(places.flatMap((path) => path.map((_, depth) => pathText(path.slice(0, depth)))));
  const spoiled = (path: Path) =>
    above.has(pathText(path)) || [...path, ''].some((_, depth) => depth > 0 && faulty.has(pathText(path.slice(0, depth))));
  const view = faulty.has('') ? {} : without(file, '', faulty);
  // What zod found no fault with has the shape of its schema, and the rest has been left out.
  return { file: (typeof view === 'object' && view !== null && !Array.isArray(view) ? view : {}) as FileView, spoiled };
}

function without(value: unknown, path: string, faulty: ReadonlySet<string>): unknown {
  if (faulty.has(path) && path !== '') return undefined;
  if (Array.isArray(value)) return value.map((item, index) => without(item, `${path}[${index}]`, faulty));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, without(part, path === '' ? name : `${path}.${name}`, faulty)]),
  );
}
