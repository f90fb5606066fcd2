/** `npm start` says in one sentence why it will not start. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';

const start = (...args: string[]) => spawnSync(process.execPath, ['src/cli/start.mjs', ...args], { encoding: 'utf8' });

describe('npm start', () => {
  it('names the port that is in use, and how to choose another', async () => {
    const server = createServer();
    const port = await new Promise<number>((done) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const child = spawn(process.execPath, ['src/cli/start.mjs', '--port', String(port)]);
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const code = await new Promise((done) => child.on('exit', done));
    server.close();
    expect(code).toBe(1);
    expect(said.trim()).toBe(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port ${port + 1}`);
  });

  it.each([
    [['--port', 'high'], /'high' is no port/],
    [['--port', '0'], /'0' is no port/],
    [['--register', 'fr'], /There is no register 'fr'; there is 'gb'/],
    [['--register', '../demo'], /is no register/],
    [['--fast'], /--fast/],
  ])('refuses %j with the usage', (args, says) => {
    const done = start(...args);
    expect(done.status).toBe(2);
    expect(done.stderr).toMatch(says);
    expect(done.stderr).toContain('Usage: npm start');
    expect(done.stderr.trim().split('\n')).toHaveLength(1);
  });
});
