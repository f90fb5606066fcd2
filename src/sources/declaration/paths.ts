/** Paths into a declaration file: as text (`audiences[0].list`), as a pattern of the catalogue, and in the order of the form. */

/** Field names and indices from the root. Empty: the file itself. */
export type Path = readonly (string | number)[];

/** `audiences[0].criteria[2].reason`; the file itself is an empty text. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** `audiences[].criteria[].reason`: the path with no indices, as the catalogue names fields. */
export function pathPattern(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** The path of a text such as `audiences[0].list`. */
export function pathOf(text: string): Path {
  return Array.from(text.matchAll(/\[(\d+)\]|[^.[\]]+/g), (step) => (step[1] === undefined ? step[0] : Number(step[1])));
}

/** The value at a path, or `undefined`. Inherited properties are never followed. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
