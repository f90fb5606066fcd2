/**
 * An error of Meta's API that was saved in the place of ads, in our words. Meta's own sentence is left out: it can repeat the token.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
import type { CellProblem } from './cells.ts';
import { isObject } from './meta-api-fields.ts';

const LATER = 'It is a limit on how often may be asked: wait a minute or more, ask again, and save that answer.';
const LESS = 'Meta could not answer, often because too much was asked for at once: halve the limit, ask again, and save that answer.';

const ACTIONS: ReadonlyMap<number, string> = new Map([
  [1, LESS],
  [2, LESS],
  [4, LATER],
  [10, 'The person who asked has no permission: they must confirm who they are to Meta and take the terms of the Ad Library API.'],
  [17, LATER],
  [32, LATER],
  [100, 'A parameter of the question is wrong: mend the question, ask again, and save that answer.'],
  [190, 'The token is spent or not valid: get a new one from Meta, ask again, and save that answer.'],
  [613, LATER],
  [80004, LATER],
]);

/** The error that a record is, with what to do about it; `null` for a record that is none. */
export function errorAnswer(record: unknown): CellProblem | null {
  const error = isObject(record) ? record.error : undefined;
  if (!isObject(error)) return null;
  const code = typeof error.code === 'number' && Number.isSafeInteger(error.code) ? error.code : null;
  const which = code === null ? 'an error without a code' : `error ${code}`;
  const action =
    (code === null ? undefined : ACTIONS.get(code)) ?? 'Look the code up in Meta’s documentation, ask again, and save that answer.';
  return { code: 'error-answer', message: `This is no ad but ${which} of Meta’s Ad Library API. ${action}` };
}
