/** The migrated database and drizzle's schema say the same: tables, columns, types, nullability and keys. */
import { env } from 'cloudflare:workers';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as schema from '../../src/store/schema.ts';
import * as ads from '../../src/store/schema-ads.ts';
import * as files from '../../src/store/schema-files.ts';
import * as told from '../../src/store/schema-told.ts';

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

const tables = [...Object.values(schema), ...Object.values(ads), ...Object.values(files), ...Object.values(told)].filter(
  (it) => it instanceof SQLiteTable,
);

describe('the schema', () => {
  it('knows every table of the migrated database, and no other', async () => {
    const { results } = await env.DB.prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations'`,
    ).all<{ name: string }>();
    expect(results.map((row) => row.name).sort()).toEqual(tables.map((table) => getTableConfig(table).name).sort());
  });

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))('%s has the same columns in both', async (name, table) => {
    const { results } = await env.DB.prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?)`).bind(name).all<Column>();
    const config = getTableConfig(table);
    const keys = new Set(config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    const known = config.columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      required: column.notNull || column.primary || keys.has(column.name),
      key: column.primary || keys.has(column.name),
    }));
    const real = results.map((row) => ({
      name: row.name,
      type: row.type,
      required: row.notnull === 1 || row.pk > 0,
      key: row.pk > 0,
    }));
    const order = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(known.sort(order)).toEqual(real.sort(order));
  });
});
