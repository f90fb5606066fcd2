import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DECLARATION_FIELDS, declarationJsonSchema, FORM_STEPS, SILENCES } from '../../../src/sources/declaration.ts';
import { type Changes, harbour, LEFT_OUT, readHarbour } from './harbour-party.ts';

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly const?: string;
}

const schema: Node & { readonly $id?: string; readonly $schema?: string; readonly title?: string } = declarationJsonSchema();
const published = z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));

/** Every field of the JSON Schema by its pattern, with whether its object needs it. */
function fieldsOf(node: Node, pattern: string): readonly { readonly path: string; readonly node: Node; readonly required: boolean }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const path = pattern === '' ? name : `${pattern}.${name}`;
    return [{ path, node: field, required: node.required?.includes(name) ?? false }, ...fieldsOf(field, path)];
  });
  const items = node.items ? fieldsOf(node.items, pattern === 'audiences[].list' ? pattern : `${pattern}[]`) : [];
  return [...own, ...items, ...(node.anyOf ?? []).flatMap((option) => fieldsOf(option, pattern))];
}

const fields = fieldsOf(schema, '');

/** The silences that a field may take, as its schema has them. `unknown` of an answer is a value of its own, not a silence. */
function silencesOf({ anyOf = [], const: only, enum: words = [] }: Node): readonly string[] {
  const ids = SILENCES.map((silence): string => silence.id);
  const said = [...words, ...(only === undefined ? [] : [only])].filter((word) => ids.includes(word));
  return [...said, ...anyOf.flatMap(silencesOf)];
}

describe('the field catalogue and the schema', () => {
  it('have the same fields', () => {
    expect([...new Set(fields.map((field) => field.path))].sort()).toEqual(DECLARATION_FIELDS.map((field) => field.path).sort());
  });

  it.each(DECLARATION_FIELDS)('agree on $path', (field) => {
    const [found] = fields.filter((entry) => entry.path === field.path);
    expect(found?.required).toBe(field.tier === 'core');
    const silences = field.type === 'answer' ? ['unknown'] : [...field.silences].sort();
    expect(silencesOf(found?.node ?? {}).toSorted()).toEqual(silences);
    expect(found?.node.description).toContain(field.meaning);
  });

  it('the catalogue is in the order of the form, and each example fits its field', () => {
    const steps = DECLARATION_FIELDS.map((field) => field.step);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(FORM_STEPS.map((step) => step.number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
    for (const { path, node } of fields) {
      for (const example of node.examples ?? []) {
        const alone = z.fromJSONSchema(JSON.parse(JSON.stringify(node)));
        expect(alone.safeParse(example).success, `${path}: ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });
});

describe('the published JSON Schema', () => {
  it('says what it is', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://candour.example/schemas/candour-declaration-1.json',
      title: 'Candour declaration file, version 1',
      type: 'object',
    });
  });

  it('closes every object', () => {
    const objects = [schema, ...fields.map((field) => field.node)].flatMap((node) => [
      node,
      ...(node.anyOf ?? []),
      ...(node.items ? [node.items] : []),
    ]);
    const open = objects.filter((node) => node.properties !== undefined && node.additionalProperties !== false);
    expect(open).toEqual([]);
  });

  it('accepts the valid file', () => expect(published.safeParse(harbour()).error).toBeUndefined());

  it.each<readonly [string, Changes]>([
    ['an empty text', { 'sponsor.name': '' }],
    ['a blank text', { 'sponsor.name': '  ' }],
    ['a silence where none may stand', { 'sponsor.name': 'unknown' }],
    ['another silence than those allowed', { valid_to: 'not-used' }],
    ['an unknown field', { 'sponsor.colour': 'blue' }],
    ['a missing field', { 'sponsor.name': LEFT_OUT }],
    ['an id as a number', { 'accounts[0].page_id': 1 }],
    ['a day that does not exist', { 'period.start': '2026-02-30' }],
    ['a time with no offset', { published_at: '2026-04-12T09:30:00' }],
    ['an address without https', { 'rights.info_url': 'http://harbour-party.example' }],
    ['a criterion nobody knows', { 'audiences[0].criteria[0].criterion': 'geo.moon' }],
    ['a criterion with a block of its own', { 'audiences[0].criteria[0].criterion': 'lookalike' }],
    ['a platform nobody knows', { 'audiences[0].platforms[0]': 'myspace' }],
    ['a fraction of a penny', { 'amounts.campaign.min': 0.5 }],
    ['an answer in words', { targeting_used: 'yes' }],
  ])('refuses %s, as the check does', (_, changes) => {
    expect(published.safeParse(harbour(changes)).success).toBe(false);
    expect(readHarbour(changes).ok).toBe(false);
  });
});
