/**
 * The declaration file: reads what a party publishes, says in its own words what does not fit, and turns a valid file into statements.
 * Pure: the same text gives the same answer, offline and with no clock.
 */
import { crossFaults } from './declaration/checks/index.ts';
import type { DeclarationError, Fault } from './declaration/errors.ts';
import { type Place, parseJson } from './declaration/json.ts';
import { offsetOf, positions } from './declaration/locate.ts';
import { inFormOrder } from './declaration/order.ts';
import { pathText } from './declaration/paths.ts';
import { type DeclarationFile, declarationSchema } from './declaration/schema.ts';
import { shapeFaults } from './declaration/shape.ts';
import { withoutVoterData } from './declaration/voter-data.ts';
import { kindInWords, kindOf, shortly } from './declaration/words.ts';

export type { DeclarationError } from './declaration/errors.ts';
export { DECLARATION_FIELDS, FORM_STEPS } from './declaration/fields.ts';
export { declarationJsonSchema } from './declaration/json-schema.ts';
export type { DeclarationFile } from './declaration/schema.ts';
export { SILENCES } from './declaration/silences.ts';
export { statements } from './declaration/statements.ts';

/** A file that fits, or everything that does not. `file` of one that does not fit is what its JSON holds; `null` where it is not JSON. */
export type DeclarationReading =
  | { readonly ok: true; readonly file: DeclarationFile; readonly errors: readonly [] }
  | { readonly ok: false; readonly file: unknown; readonly errors: readonly DeclarationError[] };

/** The largest file, in bytes of UTF-8: a hundred times the size of a full one. */
export const DECLARATION_BYTES = 1_000_000;

/** More errors than this are counted and not listed: the file is of another kind. */
const MOST_ERRORS = 200;

/**
 * Reads the text of a declaration file. All errors come at once, in the order of the form; one fault gives one error. Never throws.
 * Texts of a file that fits are trimmed.
 */
export function readDeclaration(text: string): DeclarationReading {
  if (text.length > DECLARATION_BYTES || new TextEncoder().encode(text).length > DECLARATION_BYTES) {
    const message = 'The file is larger than 1 MB. A declaration describes lists and never holds them. Remove what is not part of it.';
    return refused(null, [{ ...WHOLE, check: 'not-allowed', message, found: 'a file over 1 MB', allowed: 'at most 1 MB' }]);
  }
  const parsed = parseJson(text);
  if ('fault' in parsed) {
    const { at, says, found } = parsed.fault;
    const place = positions(text)(at);
    const message = `The file cannot be read at line ${place.line}, column ${place.column}. ${says}`;
    return refused(null, [{ ...WHOLE, check: 'not-json', message, found, ...place }]);
  }
  const { value, place } = parsed;
  if (kindOf(value) !== 'object') {
    const message = `The file is ${kindInWords(value)}. A declaration is one JSON object, in curly brackets.`;
    const found = shortly(value);
    return refused(value, [{ ...WHOLE, check: 'wrong-type', message, found, allowed: 'one JSON object', ...positions(text)(place.at) }]);
  }
  const result = declarationSchema.safeParse(value);
  const shape = result.success ? [] : shapeFaults(value, result.error.issues);
  const faults = [...shape, ...crossFaults(value, shape)].sort((a, b) => inFormOrder(a.path, b.path));
  if (result.success && faults.length === 0) return { ok: true, file: result.data, errors: [] };
  return refused(value, located(faults, text, place));
}

const WHOLE = { path: '', allowed: null, line: null, column: null } as const;

function refused(file: unknown, errors: readonly DeclarationError[]): DeclarationReading {
  return { ok: false, file, errors: errors.map(blanked) };
}

function located(faults: readonly Fault[], text: string, root: Place): readonly DeclarationError[] {
  const positionOf = positions(text);
  const listed = faults.slice(0, MOST_ERRORS).map(
    ({ path, check, message, found, allowed, of }): DeclarationError => ({
      path: pathText(path),
      check,
      message,
      found,
      allowed,
      ...positionOf(offsetOf(root, path, of ?? 'value')),
    }),
  );
  const left = faults.length - listed.length;
  if (left === 0) return listed;
  const message = `${left} more errors are not listed. Correct these first, and check again.`;
  return [...listed, { ...WHOLE, check: 'not-allowed', message, found: null }];
}

/** What is wrong may itself be a person's address: no word of an error repeats it, its path included. */
function blanked(error: DeclarationError): DeclarationError {
  return {
    ...error,
    path: withoutVoterData(error.path),
    message: withoutVoterData(error.message),
    found: error.found === null ? null : withoutVoterData(error.found),
  };
}
