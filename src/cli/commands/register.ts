/** `candour register apply`: checks a register file here, and sends it when it has no errors. */
import { resolve } from 'node:path';
import { readRegister } from '../../sources/register.ts';
import { errorLine } from '../answers.ts';
import { openClient } from '../client.ts';
import { type Command, SERVER_HELP, SERVER_OPTION } from '../command.ts';
import { type OptionTable, readOptions } from '../options.ts';
import { readText, sendRegister } from '../send.ts';
import { counted, Stop } from '../terminal.ts';

const OPTIONS = { ...SERVER_OPTION, json: { type: 'boolean' } } as const satisfies OptionTable;

export const registerApplyCommand: Command = {
  usage: `candour register apply FILE [options]

Checks the register file on this machine, and sends it when it has no errors.

  --json          one JSON object on stdout
${SERVER_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, OPTIONS);
    const [path, extra] = given.rest;
    if (path === undefined || extra !== undefined) throw new Stop('Name one register file: candour register apply FILE.');
    const file = resolve(terminal.cwd, path);
    const read = readRegister(await readText(file));
    if (!read.ok) {
      if (given.flag('json')) terminal.print(JSON.stringify({ errors: read.errors }));
      throw new Stop(
        `${path} has ${counted(read.errors.length, 'error')} and was not sent.`,
        ...read.errors.map((it) => `  ${errorLine(it)}`),
      );
    }
    const applied = await sendRegister(await openClient(terminal, given.text('server')), file);
    const { parties, accounts, mapped } = applied;
    if (given.flag('json')) terminal.print(JSON.stringify(applied));
    else
      terminal.print(
        `The register is in force: ${counted(parties, 'party', 'parties')}, ${counted(accounts, 'account')}, ${mapped} of them mapped to ads.`,
      );
    return 0;
  },
};
