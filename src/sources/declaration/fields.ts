/**
 * The field catalogue: every field of the declaration file, in the order of the form.
 * One source for the words of errors, for the descriptions in the JSON Schema and for the documentation. The zod schema is held to it by a test.
 */
import { AUDIENCE_FIELDS } from './fields/audiences.ts';
import { CAMPAIGN_FIELDS } from './fields/campaign.ts';
import { PEOPLE_FIELDS } from './fields/people.ts';
import { type Silence, silencesOf } from './silences.ts';

/** One field. Texts are ours and ready for a page; `null` where there is nothing to say. */
export interface Field {
  /** `audiences[].criteria[].reason` */
  readonly path: string;
  /** The type in the words of the documentation: `text(500)`, `list of platform`. */
  readonly type: string;
  /** `core`: always needed where its parent is. Anything else may be left out, or is needed under the condition named. */
  readonly tier: string;
  readonly silences: readonly Silence[];
  readonly meaning: string;
  readonly uk: string | null;
  readonly eu: string | null;
  /** An example as JSON text. */
  readonly example: string | null;
  /** The step of the form that asks for it. */
  readonly step: number;
}

/** A step of the form. */
export interface FormStep {
  readonly number: number;
  readonly title: string;
}

const MONEY_PARTS = `
min | number from 0 | core | - | Lower figure, in minor units such as pence | - | - | 500000
max | number from 0 | core | K | Higher figure, in minor units | - | - | 1000000
currency | currency | core | - | ISO 4217 code | - | - | "GBP"
vat_included | yes or no | core | - | Whether VAT is included | - | - | true
`;

const LINES = [CAMPAIGN_FIELDS, AUDIENCE_FIELDS, PEOPLE_FIELDS].join('').split('\n');

/** Steps of the form that ask for fields, in order. Step 11 is the check itself. */
export const FORM_STEPS: readonly FormStep[] = LINES.flatMap((line) => {
  const heading = /^# (\d+) (.+)$/.exec(line);
  return heading ? [{ number: Number(heading[1]), title: heading[2] ?? '' }] : [];
});

/** Every field, in the order of the form. */
export const DECLARATION_FIELDS: readonly Field[] = readTable();

const BY_PATH: ReadonlyMap<string, Field & { readonly order: number }> = new Map(
  DECLARATION_FIELDS.map((field, order) => [field.path, { ...field, order }]),
);

/** The field at a pattern such as `audiences[].list.kind`, with its place in the order of the form. A list of lists counts as one list. */
export function fieldAt(pattern: string): (Field & { readonly order: number }) | null {
  return BY_PATH.get(pattern.replace('audiences[].list[]', 'audiences[].list')) ?? null;
}

const NAMES_BY_PARENT: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  DECLARATION_FIELDS.map((field) => field.path),
  parentOf,
);

/** Names of the fields that an object at a pattern may hold, in the order of the form. */
export function namesUnder(pattern: string): readonly string[] {
  const parent = pattern.replace('audiences[].list[]', 'audiences[].list');
  return (NAMES_BY_PARENT.get(parent) ?? []).map((path) => path.slice(path.lastIndexOf('.') + 1));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function readTable(): readonly Field[] {
  let step = 0;
  return LINES.flatMap((line) => {
    const heading = /^# (\d+) /.exec(line);
    if (heading) step = Number(heading[1]);
    if (heading || line.trim() === '') return [];
    const field = readLine(line, '', step);
    if (field.type !== 'money') return [field];
    const parts = MONEY_PARTS.trim().split('\n');
    return [field, ...parts.map((part) => readLine(part, `${field.path}.`, step))];
  });
}

function readLine(line: string, parent: string, step: number): Field {
  const cells = line.split(' | ').map((cell) => cell.trim());
  const [path, type, tier, silences, meaning, uk, eu, example] = cells;
  if (!path || !type || !tier || !silences || !meaning || cells.length !== 8) throw new Error(`Not a line of the field catalogue: ${line}`);
  return {
    path: parent + path,
    type,
    tier,
    silences: silencesOf(silences),
    meaning,
    uk: blank(uk),
    eu: blank(eu),
    example: blank(example),
    step,
  };
}

function blank(cell: string | undefined): string | null {
  return cell === undefined || cell === '-' ? null : cell;
}
