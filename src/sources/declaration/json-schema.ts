/** The published JSON Schema of the declaration file: the zod schema, with the words of the field catalogue. */
import * as z from 'zod';
import { fieldAt } from './fields.ts';
import { declarationSchema } from './schema.ts';
import { SILENCES } from './silences.ts';

/** Where the JSON Schema says it lives: a name, which need not be an address that answers. */
const DECLARATION_SCHEMA_ID = 'https://candour.example/schemas/candour-declaration-1.json';

/** JSON Schema 2020-12 of the declaration file. It holds the shape; what must agree between fields is said in words only. */
export function declarationJsonSchema(): object {
  const { $schema, ...shape } = z.toJSONSchema(declarationSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: DECLARATION_SCHEMA_ID,
    title: 'Candour declaration file, version 1',
    description: [
      'What a political party declares of how it chose whom its adverts reach. Reading it also checks that fields agree with one another.',
      'A field that may be silent takes one of these words in place of a value:',
      ...SILENCES.map((silence) => `${silence.id}: ${silence.meaning}`),
    ].join(' '),
    ...describe(shape, ''),
  };
}

/** The same schema with a description wherever the catalogue has a field. */
function describe(schema: object, pattern: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'properties') return [key, describeFields(value, pattern)];
      if (key === 'items') return [key, describe(value, `${pattern}[]`)];
      if (key === 'anyOf' && Array.isArray(value)) return [key, value.map((option) => describe(option, pattern))];
      return [key, value];
    }),
  );
}

function describeFields(properties: object, pattern: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const path = pattern === '' ? name : `${pattern}.${name}`;
      const field = fieldAt(path);
      const sources = [field?.uk && `UK: ${field.uk}.`, field?.eu && `EU: ${field.eu}.`].filter(Boolean);
      const words = field ? { description: [`${field.meaning}.`, ...sources].join(' ') } : {};
      const examples = field?.example ? { examples: [JSON.parse(field.example)] } : {};
      return [name, { ...words, ...examples, ...describe(schema, path) }];
    }),
  );
}
