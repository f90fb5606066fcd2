/** `candour world`: fills a server from a world file, as the start script does with the demo. */
import { resolve } from 'node:path';
import { openClient } from '../client.ts';
import { type Command, SERVER_HELP, SERVER_OPTION } from '../command.ts';
import { type OptionTable, readOptions } from '../options.ts';
import { Stop } from '../terminal.ts';
import { loadWorld } from '../world.ts';

const OPTIONS = { ...SERVER_OPTION } as const satisfies OptionTable;

export const worldCommand: Command = {
  usage: `candour world FILE [options]

Sends everything that a world file lists, step by step: registers, ad library files, notices and declarations.

${SERVER_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, OPTIONS);
    const [path, extra] = given.rest;
    if (path === undefined || extra !== undefined) throw new Stop('Name one world file: candour world FILE.');
    const client = await openClient(terminal, given.text('server'));
    await loadWorld(resolve(terminal.cwd, path), client, terminal.note);
    return 0;
  },
};
