/** The API's own description (OpenAPI 3.1), as far as a page for people needs it. */
import { Cards, Cell, Head, Row } from '../table.tsx';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
  readonly security?: readonly unknown[];
}

export interface OpenApiDocument {
  readonly info?: { readonly title?: string; readonly version?: string; readonly description?: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Listed {
  readonly method: string;
  readonly path: string;
  /** For an anchor: `get-parties-party`. */
  readonly id: string;
  readonly operation: Operation;
}

/** Every operation, in the order of the document. */
export function operations(document: OpenApiDocument): readonly Listed[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      method: method.toUpperCase(),
      path,
      id: `${method}-${path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '')}`,
      operation: item[method] as Operation,
    })),
  );
}

/** The name after the last slash of a reference. */
const named = (ref: string): string => ref.split('/').at(-1) ?? ref;

/** A schema in a word or two: `text`, `list of Finding`, `one of met, gap`. */
export function TypeWords({ schema }: { readonly schema: Schema | undefined }) {
  if (schema === undefined) return <>any</>;
  if (schema.$ref) return <a href={`#schema-${named(schema.$ref)}`}>{named(schema.$ref)}</a>;
  if (schema.enum) return <>one of {schema.enum.map(String).join(', ')}</>;
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (parts) {
    return (
      <>
        {parts.map((part, at) => (
          <>
            {at > 0 ? ' or ' : ''}
            <TypeWords schema={part} />
          </>
        ))}
      </>
    );
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'any'];
  if (types.includes('array')) {
    return (
      <>
        list of <TypeWords schema={schema.items} />
        {types.includes('null') ? ' or null' : ''}
      </>
    );
  }
  return <>{types.map((type) => WORDS[type] ?? String(type)).join(' or ')}</>;
}

const WORDS: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number', object: 'record', boolean: 'true or false' };

/** The fields of a record; fields inside fields are named by dots. */
export function Fields({ caption, schema }: { readonly caption: string; readonly schema: Schema }) {
  const fields = flattened(schema, '', 0);
  if (fields.length === 0) return null;
  return (
    <Cards caption={caption} heads={['Field', 'Type', 'What it is']}>
      {fields.map(([name, field]) => (
        <Row>
          <Head>
            <code>{name}</code>
          </Head>
          <Cell label="Type">
            <TypeWords schema={field} />
          </Cell>
          <Cell label="What it is">{field.description ?? ''}</Cell>
        </Row>
      ))}
    </Cards>
  );
}

const DEEPEST = 3;

function flattened(schema: Schema, prefix: string, depth: number): readonly (readonly [string, Schema])[] {
  const merged = [schema, ...(schema.allOf ?? [])];
  return merged.flatMap((one) =>
    Object.entries(one.properties ?? {}).flatMap(([name, field]) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const inner = field.items ?? field;
      const own: readonly [string, Schema] = [path, field];
      if (depth >= DEEPEST || inner.properties === undefined) return [own];
      return [own, ...flattened(inner, field.items ? `${path}[]` : path, depth + 1)];
    }),
  );
}
