/**
 * The OpenAPI 3.1 document, made from the endpoints and the zod shapes in use: what is described is what is answered. OpenAPI 3.1
 * takes JSON Schema 2020-12 as it is, and zod writes that.
 */
import * as z from 'zod';
import { ENDPOINTS } from './api/index.ts';
import { POSTS } from './intake/index.ts';
import { ProblemDetailsShape } from './shapes/common.ts';

type Json = { [key: string]: unknown };

export function openapiDocument(origin: string): Json {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Json> = {};
  const schemaOf = (shape: z.ZodType): unknown => {
    const { $schema: _, $defs, ...schema } = z.toJSONSchema(shape, { unrepresentable: 'any' }) as Json;
    for (const [name, definition] of Object.entries(($defs as Json | undefined) ?? {})) schemas[name] = moved(definition);
    return moved(schema);
  };
  const problem = {
    description: 'Problem details (RFC 9457)',
    content: { 'application/problem+json': { schema: schemaOf(ProblemDetailsShape) } },
  };
  for (const endpoint of ENDPOINTS) {
    const schema = schemaOf(endpoint.shape);
    const content: Json = { 'application/json': { schema } };
    if (endpoint.list) {
      content['application/x-ndjson'] = { schema: { type: 'string', description: 'One item a line' } };
      content['text/csv'] = { schema: { type: 'string', description: 'One item a row; nested values as JSON' } };
    }
    paths[endpoint.path] = {
      get: {
        operationId: idOf('get', endpoint.path),
        summary: endpoint.summary,
        ...(endpoint.description ? { description: endpoint.description } : {}),
        parameters: [...pathParameters(endpoint.params), ...queryParameters(endpoint.query, schemaOf)],
        responses: {
          200: { description: endpoint.summary, headers: { ETag: { schema: { type: 'string' } } }, content },
          304: { description: 'Nothing changed since the ETag sent' },
          400: problem,
          404: problem,
        },
      },
    };
  }
  for (const post of POSTS) {
    paths[post.path] = {
      ...paths[post.path],
      post: {
        operationId: idOf('post', post.path),
        summary: post.summary,
        description: post.description,
        security: [{ token: [] }],
        parameters: [...pathParameters(post.params), ...queryParameters(post.query, schemaOf)],
        requestBody: {
          required: true,
          content: { [post.takes]: { schema: post.takes === 'application/json' ? {} : { type: 'string', format: 'binary' } } },
        },
        responses: {
          [post.status]: { description: post.summary, content: { 'application/json': { schema: schemaOf(post.shape) } } },
          400: problem,
          401: problem,
          403: problem,
          422: problem,
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Candour',
      version: '1',
      description:
        'What the ad libraries show, what parties declare and what their notices say. Reading needs no account. Money is in minor units, lower and upper bound; ids are strings; days are YYYY-MM-DD, instants UTC.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths,
    components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function pathParameters(params: Readonly<Record<string, string>> | undefined): Json[] {
  return Object.entries(params ?? {}).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined, schemaOf: (shape: z.ZodType) => unknown): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, shape]) => {
    const { description, ...schema } = schemaOf(shape as z.ZodType) as Json;
    return {
      name,
      in: 'query',
      required: !(shape as z.ZodType).safeParse(undefined).success,
      ...(description ? { description } : {}),
      schema,
    };
  });
}

/** References move from a schema's own definitions to the document's components. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : moved(inner),
    ]),
  );
}

function idOf(method: string, path: string): string {
  return `${method}${path.replace(/[^a-z]+(\w)?/gi, (_, letter: string | undefined) => (letter ?? '').toUpperCase())}`;
}
