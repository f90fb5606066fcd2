/** The one door to D1: limits, retries, counting. */
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { byteLength, Db, sql } from '../../src/store/db.ts';
import { canonical, entryHash } from '../../src/store/log.ts';
import { appendAndRead } from '../support/log.ts';

const quick = { wait: async () => undefined, random: () => 0 };

describe('the Db wrapper', () => {
  it('counts statements, rows read and bytes of parameters', async () => {
    const db = new Db(env.DB);
    await db.run(sql(`INSERT INTO tally (name, n) VALUES (?, 1) ON CONFLICT DO NOTHING`, 'naïve'));
    await db.all(sql('SELECT * FROM tally WHERE name = ?', 'naïve'));
    expect(db.meter.statements).toBe(2);
    expect(db.meter.rows_read).toBeGreaterThan(0);
    expect(db.meter.parameter_bytes).toBe(12);
  });

  it('refuses a parameter that production would refuse', async () => {
    const db = new Db(env.DB);
    await expect(db.all(sql('SELECT ?', 'é'.repeat(1_000_000)))).rejects.toThrow(/2000000 bytes is over the limit/);
  });

  it('refuses more parameters than a statement takes', async () => {
    const db = new Db(env.DB);
    await expect(db.all(sql('SELECT 1', ...Array.from({ length: 101 }, () => 1)))).rejects.toThrow(/at most 100/);
  });

  it.each(['Network connection lost.', 'D1_ERROR: overloaded. Requests queued for too long.'])(
    'tries a read again after "%s"',
    async (message) => {
      const db = new Db(env.DB, {
        ...quick,
        fault: (call) => {
          if (call < 3) throw new Error(message);
        },
      });
      expect(await db.first(sql('SELECT 1 AS one'))).toEqual({ one: 1 });
    },
  );

  it('gives up after five tries', async () => {
    let calls = 0;
    const fault = () => {
      calls += 1;
      throw new Error('Network connection lost.');
    };
    await expect(new Db(env.DB, { ...quick, fault }).first(sql('SELECT 1'))).rejects.toThrow('Network connection lost.');
    expect(calls).toBe(5);
  });

  it('never tries a write again that may not be run twice', async () => {
    let calls = 0;
    const fault = () => {
      calls += 1;
      throw new Error('Network connection lost.');
    };
    const db = new Db(env.DB, { ...quick, fault });
    await expect(db.batch([sql('UPDATE site SET revision = 1')], { idempotent: false })).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('does not try again what will fail again', async () => {
    let calls = 0;
    const db = new Db(env.DB, { ...quick, fault: () => void calls++ });
    await expect(db.first(sql('SELECT nothing FROM nowhere'))).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('measures UTF-8 as it is written', () => {
    for (const text of ['', 'abc', 'é', '≤100', '𝐃𝐫', '\ud800x']) expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
  });
});

describe('the public log', () => {
  it('chains every entry to the one before', async () => {
    const rows = await appendAndRead([
      { kind: 'a', party: null, subject: 's', body: { b: 1, a: [1, { d: 2, c: 3 }] } },
      { kind: 'b', party: null, subject: 't', body: {} },
    ]);
    expect(rows[0]?.prev).toBe('0'.repeat(64));
    expect(rows[1]?.prev).toBe(rows[0]?.hash);
    for (const row of rows) expect(await entryHash(row)).toBe(row.hash);
  });

  it('writes equal data as equal text', () => {
    expect(canonical({ b: 1, a: { y: 1, x: [2, 1] } })).toBe(canonical({ a: { x: [2, 1], y: 1 }, b: 1 }));
    expect(canonical({ a: undefined, b: null })).toBe('{"b":null}');
  });
});
