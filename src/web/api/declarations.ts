/** Declarations: the list of every version filed, and one of them as it was sent and as it is read. */
import * as z from 'zod';
import type { Declaration } from '../../core/declaration.ts';
import { dayOf } from '../../core/time.ts';
import { findDeclaration, listDeclarations, versionsOf } from '../../store/declarations.ts';
import { findParty } from '../../store/parties.ts';
import { type Endpoint, nextAddress, pageSize } from '../endpoint.ts';
import { badRequest, notFound } from '../problem.ts';
import { listOf } from '../shapes/common.ts';
import { DeclarationShape, type DeclarationView } from '../shapes/declarations.ts';

const FILE_BYTES = 1_000_000;

const ListedShape = z
  .object({
    id: z.string(),
    version: z.number().int(),
    party: z.string(),
    status: z.string(),
    published_at: z.string(),
    valid_from: z.string(),
    valid_to: z.string().nullable(),
    sha256: z.string(),
  })
  .meta({ id: 'DeclarationListed' });

export const declarations: Endpoint = {
  path: '/declarations',
  summary: 'Every version of every declaration filed',
  shape: listOf(ListedShape),
  list: true,
  query: z.object({
    party: z.string().optional().describe('Id of a party'),
    limit: z.string().optional(),
    after: z.string().optional().describe('From a `next` address'),
  }),
  load: async (load, _params, query) => {
    const limit = pageSize(query);
    const [id = '', version = ''] = (query.after ?? '').split('~');
    const rows = await listDeclarations(load.db, query.after ? { id, version: Number(version) || 0 } : null, limit + 1, query.party);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id,
        version: row.version,
        party: row.party_id,
        status: row.status,
        published_at: row.published_at,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        sha256: row.sha256,
      })),
      next: nextAddress(load, rows.length > limit && last ? `${last.id}~${last.version}` : null),
      as_of: load.now,
      revision: load.revision,
    };
  },
};

export const declaration: Endpoint = {
  path: '/declarations/{id}',
  wild: ['id'],
  params: { id: 'Id of the declaration: {party}/{id in the file}' },
  summary: 'One declaration: the file as it was sent, and the statements read from it',
  shape: DeclarationShape,
  query: z.object({ version: z.string().optional().describe('The newest otherwise') }),
  load: async (load, params, query): Promise<DeclarationView> => {
    const version = query.version === undefined ? undefined : Number(query.version);
    if (version !== undefined && !Number.isInteger(version)) throw badRequest(`'version' is '${query.version}'. Write a whole number.`);
    const row = await findDeclaration(load.db, params.id ?? '', version);
    if (!row) throw notFound(`declaration '${params.id}'${version ? ` in version ${version}` : ''}`);
    const [party, versions, bytes] = await Promise.all([
      findParty(load.db, row.party_id),
      versionsOf(load.db, row.id),
      load.bytes.read(row.sha256, FILE_BYTES),
    ]);
    const statements = JSON.parse(row.statements) as Declaration;
    const next = versions.find((other) => other.version > row.version);
    return {
      id: row.id,
      version: row.version,
      party: row.party_id,
      party_name: party?.name ?? row.party_id,
      status: row.status,
      published_at: row.published_at,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
      superseded_on: next ? dayOf(next.published_at) : null,
      correction_reason: row.correction_reason,
      signature: row.signature,
      sha256: row.sha256,
      received_at: row.received_at,
      uses: statements.uses.map(({ rank: _, ...use }) => ({ ...use, values: [...use.values] })),
      practices: statements.practices.map((practice) => ({ ...practice })),
      negatives: statements.negatives.map((negative) => ({ ...negative, platforms: [...negative.platforms] })),
      versions: versions.map((v) => ({
        version: v.version,
        published_at: v.published_at,
        status: v.status,
        correction_reason: v.correction_reason,
      })),
      file: JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>,
    };
  },
};
