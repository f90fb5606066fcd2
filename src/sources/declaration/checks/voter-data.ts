/** Checks that no text of the file holds a person's email address or telephone number, outside the fields made for contact. */
import { disagreement, type Fault } from '../errors.ts';
import { type Path, pathPattern, pathText } from '../paths.ts';
import { voterDataIn } from '../voter-data.ts';
import { expectedAt } from '../words.ts';

/** Free texts that may hold the party's own contact, or quote a notice that does. */
const CONTACT_TEXTS = ['controllers[].contact', 'controllers[].dpo', 'imprint.text', 'notices[].quote'];
/** Types that are no free text: addresses, ids, dates and hashes. */
const NOT_SEARCHED = ['email', 'url', 'id', 'platform-id', 'date', 'time', 'sha-256', 'signature'];

/** Takes the file as it came: a text may hold a person's details whatever its shape. */
export function noVoterData(file: unknown): readonly Fault[] {
  return search(file, []);
}

function search(value: unknown, path: Path): readonly Fault[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => search(item, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, part]) => search(part, [...path, name]));
  }
  if (typeof value !== 'string' || CONTACT_TEXTS.includes(pathPattern(path))) return [];
  const type = expectedAt(path)?.type;
  if (type !== undefined && NOT_SEARCHED.includes(type)) return [];
  const kind = voterDataIn(value);
  if (kind === null) return [];
  const words = `${pathText(path)} seems to hold a person's ${kind}. Describe the list; never put people's details in a declaration.`;
  return [{ ...disagreement('no-voter-data', path, words), found: `[${kind}]` }];
}
