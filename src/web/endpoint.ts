/**
 * One address, two voices: an endpoint says how its record is loaded, what shape it has and, where it has one, which page
 * shows it. The JSON and the page come from the same load.
 */
import type * as z from 'zod';
import type { Bytes } from '../store/bytes.ts';
import type { Db } from '../store/db.ts';
import { badRequest } from './problem.ts';

/** What a load may use. */
export interface Load {
  readonly db: Db;
  readonly bytes: Bytes;
  readonly now: string;
  readonly revision: number;
  readonly world: 'demo' | 'real';
  /** Address of the request without its query, as the API or the page knows it: `next` links are made from it. */
  readonly path: string;
  readonly origin: string;
  /** The query as it was asked, unknown names left out. */
  readonly asked: URLSearchParams;
}

export type Params = Readonly<Record<string, string>>;
export type Query = Readonly<Record<string, string | undefined>>;

/** What the layout needs to know of the site. */
export interface Site {
  readonly world: 'demo' | 'real';
  readonly revision: number;
  readonly as_of: string;
}

export interface Endpoint {
  /** In OpenAPI's form, without the base: `/parties/{party}`. */
  readonly path: string;
  /** Names of parameters that may hold slashes. */
  readonly wild?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: z.ZodObject;
  readonly shape: z.ZodType;
  /** Lists come as NDJSON and CSV too. */
  readonly list?: boolean;
  /** The record, or a Refusal thrown. */
  readonly load: (load: Load, params: Params, query: Query) => Promise<unknown>;
}

/** `/findings/{id}` as Hono writes it: `/findings/:id{.+}` where the id may hold slashes. */
export function honoPath(path: string, wild: readonly string[] = []): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => (wild.includes(name) ? `:${name}{.+}` : `:${name}`));
}

/** Page size asked for, within bounds. */
export function pageSize(query: Query, usual = 50, most = 200): number {
  const asked = Number(query.limit ?? usual);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, most) : usual;
}

/** The address of the next page, or null. */
export function nextAddress(load: Load, after: string | null): string | null {
  if (after === null) return null;
  const query = new URLSearchParams(load.asked);
  query.set('after', after);
  return `${load.path}?${query}`;
}

/** What an endpoint's load is given for one request. */
export function loadOf(
  world: string,
  vars: { db: Db; bytes: Bytes; now: string; revision: number },
  address: string,
  endpoint: Endpoint,
): Load {
  const url = new URL(address);
  const asked = new URLSearchParams();
  for (const [name, value] of url.searchParams) if (value !== '' && name in (endpoint.query?.shape ?? {})) asked.set(name, value);
  return {
    db: vars.db,
    bytes: vars.bytes,
    now: vars.now,
    revision: vars.revision,
    world: world === 'demo' ? 'demo' : 'real',
    path: url.pathname,
    origin: url.origin,
    asked,
  };
}

/** The query, checked against the endpoint's shape: a value that is not allowed is refused, with what is. */
export function queryOf(endpoint: Endpoint, asked: URLSearchParams): Record<string, string | undefined> {
  if (!endpoint.query) return {};
  const parsed = endpoint.query.safeParse(Object.fromEntries(asked));
  if (parsed.success) return parsed.data as Record<string, string | undefined>;
  const [issue] = parsed.error.issues;
  throw badRequest(`'${issue?.path.join('.')}' cannot be '${asked.get(String(issue?.path[0] ?? '')) ?? ''}'. ${issue?.message ?? ''}.`);
}

/** Refuses a parameter that the address does not take: a filter left out by a slip of the pen would answer another question. */
export function refuseUnknown(endpoint: Endpoint, address: string): void {
  const known = Object.keys(endpoint.query?.shape ?? {});
  for (const name of new URL(address).searchParams.keys()) {
    if (known.includes(name)) continue;
    const takes = known.length === 0 ? 'It takes none' : `It takes ${known.join(', ')}`;
    throw badRequest(`'${name}' is no parameter of this address. ${takes}.`);
  }
}
