/** `candour notice add`: stores one capture of a notice, with where and when it was taken. */
import { resolve } from 'node:path';
import { isDay } from '../../core/time.ts';
import { openClient } from '../client.ts';
import { type Command, SERVER_HELP, SERVER_OPTION } from '../command.ts';
import { needed, type OptionTable, readOptions } from '../options.ts';
import { isWebAddress } from '../page.ts';
import { sendNotice } from '../send.ts';
import { Stop } from '../terminal.ts';

const KINDS = ['privacy', 'cookie', 'imprint', 'social'] as const;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

const OPTIONS = {
  ...SERVER_OPTION,
  party: { type: 'string' },
  url: { type: 'string' },
  file: { type: 'string' },
  'captured-at': { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  provenance: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionTable;

export const noticeAddCommand: Command = {
  usage: `candour notice add --party P --url U --file F --captured-at T [options]

Stores the bytes of a notice page as they were captured. Adverts are judged by the notice that stood when they ran.

  --party P          id of the party, such as green-party
  --url U            address at which the page stood
  --file F           the saved page: HTML or text
  --captured-at T    when it was saved: 2026-05-03T10:00:00Z, or a day for its first instant in UTC
  --kind K           ${KINDS.join(', ')} (default privacy)
  --name N           id of the notice (default: party and kind, such as green-party-privacy)
  --provenance TEXT  who captured it and how
  --json             one JSON object on stdout
${SERVER_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, OPTIONS);
    if (given.rest.length > 0) throw new Stop(`'${given.rest[0]}' has no place here. Give the page with --file.`);
    const party = needed(given, 'party', 'the id of the party');
    const url = needed(given, 'url', 'the address at which the page stood');
    if (!isWebAddress(url)) throw new Stop(`--url is '${url}'. Give the whole address, beginning with https://.`);
    const file = resolve(terminal.cwd, needed(given, 'file', 'the saved page'));
    const captured_at = instantOf(needed(given, 'captured-at', 'the time the page was saved'));
    const kind = given.choice('kind', KINDS, 'privacy');
    const client = await openClient(terminal, given.text('server'));
    const provenance = given.text('provenance');
    const stored = await sendNotice(client, file, {
      notice: given.text('name') ?? `${party}-${kind}`,
      party,
      url,
      captured_at,
      provenance,
      kind,
    });
    if (given.flag('json')) terminal.print(JSON.stringify(stored));
    else terminal.print(`Stored as ${stored.snapshot}, a capture of ${stored.notice} at ${captured_at}.`);
    return 0;
  },
};

/** A day, or a time with an offset, as an instant in UTC. A time without an offset could be several instants and is refused. */
function instantOf(text: string): string {
  if (isDay(text)) return `${text}T00:00:00Z`;
  const match = INSTANT.exec(text);
  const at = Date.parse(text);
  if (match === null || !isDay(match[1] ?? '') || Number.isNaN(at)) {
    throw new Stop(`--captured-at is '${text}'. Write it like 2026-05-03T10:00:00Z, with Z or an offset such as +01:00, or give a day.`);
  }
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
