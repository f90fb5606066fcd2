/** `candour declare`: checks a declaration file here, and sends it when it has no errors. */
import { resolve } from 'node:path';
import { readDeclaration } from '../../sources/declaration.ts';
import { errorLine, partiesSchema } from '../answers.ts';
import { type Client, openClient } from '../client.ts';
import { type Command, SERVER_HELP, SERVER_OPTION } from '../command.ts';
import { type OptionTable, readOptions } from '../options.ts';
import { readText, sendDeclaration } from '../send.ts';
import { counted, Stop } from '../terminal.ts';

const OPTIONS = { ...SERVER_OPTION, party: { type: 'string' }, json: { type: 'boolean' } } as const satisfies OptionTable;

export const declareCommand: Command = {
  usage: `candour declare FILE [--party P] [options]

Checks the declaration file on this machine, and sends it when it has no errors. Earlier versions stay public.

  --party P       id of the party (default: the party whose id the file's id begins with)
  --json          one JSON object on stdout
${SERVER_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, OPTIONS);
    const [path, extra] = given.rest;
    if (path === undefined || extra !== undefined) throw new Stop('Name one declaration file: candour declare FILE [--party P].');
    const file = resolve(terminal.cwd, path);
    const read = readDeclaration(await readText(file));
    if (!read.ok) {
      if (given.flag('json')) terminal.print(JSON.stringify({ errors: read.errors }));
      throw new Stop(
        `${path} has ${counted(read.errors.length, 'error')} and was not sent.`,
        ...read.errors.map((it) => `  ${errorLine(it)}`),
      );
    }
    const client = await openClient(terminal, given.text('server'));
    const party = given.text('party') ?? (await partyOf(read.file.id, client));
    const stored = await sendDeclaration(client, file, party);
    if (given.flag('json')) terminal.print(JSON.stringify(stored));
    else terminal.print(`Version ${stored.version} of ${stored.id} is declared for ${stored.party}.`);
    return 0;
  },
};

/** The party of the server whose id the file's id begins with; the longest wins (`green-party-wales` before `green-party`). */
async function partyOf(id: string, client: Client): Promise<string> {
  const { items } = await client.get('/parties', partiesSchema);
  const fitting = items.map((it) => it.id).filter((party) => id === party || id.startsWith(`${party}-`));
  const party = fitting.sort((a, b) => b.length - a.length)[0];
  if (party === undefined)
    throw new Stop(`The id '${id}' does not begin with the id of a party. Say whose declaration it is with --party.`);
  return party;
}
