/**
 * The one door to D1. Counts every statement, byte and row; refuses a parameter that production would refuse; retries only
 * what may safely be run twice; and lets a test make any call fail.
 */
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import * as schema from './schema.ts';

/** What one request or one job has cost so far. `rows_read` is exact and free of noise: tests assert it. */
export interface Meter {
  statements: number;
  rows_read: number;
  rows_written: number;
  parameter_bytes: number;
}

/** D1 takes strings up to 2,000,000 bytes; local runs do not enforce it, so we do, with room to spare. */
const PARAMETER_LIMIT = 1_900_000;
const PARAMETERS_PER_STATEMENT = 100;
const FLUSH_BYTES = 1_500_000;
const TRANSIENT = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'Cannot resolve D1 DB due to transient issue',
  'Requests queued for too long',
  'Too many requests queued',
];

type Value = string | number | null;

/** A statement with its values, to be run alone or in a batch. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

export interface DbOptions {
  /** Called before every round trip to D1 with its number, from 1: a test throws here to see what a failure leaves behind. */
  readonly fault?: (call: number) => void;
  /** Waits between tries, in milliseconds. */
  readonly wait?: (ms: number) => Promise<void>;
  /** A number in [0, 1): spreads the tries out. */
  readonly random?: () => number;
}

/** Makes a statement: `sql('SELECT … WHERE id = ?', id)`. */
export function sql(text: string, ...values: readonly Value[]): Statement {
  return { sql: text, values };
}

/** D1, metered. Make one for each request or message. */
export class Db {
  readonly meter: Meter = { statements: 0, rows_read: 0, rows_written: 0, parameter_bytes: 0 };
  /** Typed queries over one table at a time: results are mapped by column name, so a select names each column once. */
  readonly orm: DrizzleD1Database<typeof schema>;
  readonly #d1: D1Database;
  readonly #options: DbOptions;
  #calls = 0;

  constructor(d1: D1Database, options: DbOptions = {}) {
    this.#d1 = d1;
    this.#options = options;
    this.orm = drizzle(this.#forDrizzle(), { schema });
  }

  /** All rows of a read. Reads are idempotent, so passing errors are tried again. */
  async all<T>(statement: Statement): Promise<T[]> {
    const result = await this.#tryAgain(() => this.#prepare(statement).all<T>());
    this.#count(result.meta);
    return result.results;
  }

  /** The first row of a read, or `null`. */
  async first<T>(statement: Statement): Promise<T | null> {
    const [row] = await this.all<T>(statement);
    return row ?? null;
  }

  /**
   * Runs statements as one transaction: all or none. Tried again only when the caller says that running it twice does no
   * harm. Returns how many rows each statement changed.
   */
  async batch(statements: readonly Statement[], options: { readonly idempotent: boolean }): Promise<number[]> {
    if (statements.length === 0) return [];
    const run = async () => this.#d1.batch(statements.map((statement) => this.#prepare(statement)));
    const results = options.idempotent ? await this.#tryAgain(run) : await this.#call(run);
    for (const result of results) this.#count(result.meta);
    return results.map((result) => result.meta.changes ?? 0);
  }

  /** Runs one write that may safely be run twice. Returns how many rows it changed. */
  async run(statement: Statement): Promise<number> {
    const [changes] = await this.batch([statement], { idempotent: true });
    return changes ?? 0;
  }

  #prepare(statement: Statement): D1PreparedStatement {
    this.#check(statement.values);
    return this.#d1.prepare(statement.sql).bind(...statement.values);
  }

  #check(values: readonly unknown[]): void {
    if (values.length > PARAMETERS_PER_STATEMENT) {
      throw new RangeError(`A statement takes at most ${PARAMETERS_PER_STATEMENT} parameters; this one has ${values.length}`);
    }
    for (const value of values) {
      if (typeof value !== 'string') continue;
      const bytes = byteLength(value);
      this.meter.parameter_bytes += bytes;
      if (bytes > PARAMETER_LIMIT) throw new RangeError(`A parameter of ${bytes} bytes is over the limit of ${PARAMETER_LIMIT}`);
    }
  }

  #count(meta: { rows_read?: number; rows_written?: number } | undefined): void {
    this.meter.statements += 1;
    this.meter.rows_read += meta?.rows_read ?? 0;
    this.meter.rows_written += meta?.rows_written ?? 0;
  }

  async #call<T>(run: () => Promise<T>): Promise<T> {
    this.#calls += 1;
    this.#options.fault?.(this.#calls);
    return run();
  }

  async #tryAgain<T>(run: () => Promise<T>): Promise<T> {
    const wait = this.#options.wait ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms)));
    const random = this.#options.random ?? Math.random;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#call(run);
      } catch (error) {
        if (attempt === 5 || !isTransient(error)) throw error;
        await wait(50 * 2 ** attempt * (0.5 + random()));
      }
    }
  }

  /** drizzle asks for rows as arrays, which D1 gives without its meta: ask for objects and count them. */
  #forDrizzle(): D1Database {
    const statement = (text: string, values: readonly Value[]): Record<string, unknown> => ({
      bind: (...bound: Value[]) => statement(text, bound),
      all: async () => {
        const results = await this.all(sql(text, ...values));
        return { results, success: true, meta: {} };
      },
      raw: async () => (await this.all<Record<string, unknown>>(sql(text, ...values))).map((row) => Object.values(row)),
      run: async () => ({ results: [], success: true, meta: { changes: await this.run(sql(text, ...values)) } }),
    });
    return { prepare: (text: string) => statement(text, []) } as unknown as D1Database;
  }
}

/** UTF-8 length without encoding the text. A lone half of a pair counts as the three bytes of its replacement. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i += 1;
    } else bytes += 3;
  }
  return bytes;
}

/** Rows as JSON texts for `json_each`, each well under what one parameter may hold. */
export function flush(rows: readonly unknown[]): string[] {
  const texts: string[] = [];
  let parts: string[] = [];
  let bytes = 2;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = byteLength(json) + 1;
    if (parts.length > 0 && bytes + size > FLUSH_BYTES) {
      texts.push(`[${parts.join(',')}]`);
      parts = [];
      bytes = 2;
    }
    parts.push(json);
    bytes += size;
  }
  if (parts.length > 0) texts.push(`[${parts.join(',')}]`);
  return texts;
}

function isTransient(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return TRANSIENT.some((known) => message.includes(known));
}
