/** `candour review copy` and `candour review advertiser`: puts down what a person decided, with a name and a reason. */
import { reviewedSchema, wordsOf } from '../answers.ts';
import { openClient } from '../client.ts';
import { type Command, SERVER_HELP, SERVER_OPTION } from '../command.ts';
import { type Given, needed, type OptionTable, readOptions } from '../options.ts';
import { type ExitCode, Stop, type Terminal } from '../terminal.ts';

const COMMON = {
  ...SERVER_OPTION,
  reject: { type: 'boolean' },
  reviewer: { type: 'string' },
  reason: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionTable;
const COPY = { ...COMMON, confirm: { type: 'boolean' } } as const satisfies OptionTable;
const ADVERTISER = {
  ...COMMON,
  party: { type: 'string' },
  role: { type: 'string' },
  source: { type: 'string' },
  'checked-on': { type: 'string' },
} as const satisfies OptionTable;

const ROLES = ['national', 'branch', 'candidate', 'leader', 'agency'] as const;

const COMMON_HELP = `  --reviewer NAME who decides. The name is public
  --reason TEXT   why, in a sentence. It is public
  --json          one JSON object on stdout
${SERVER_HELP}`;

export const reviewCopyCommand: Command = {
  usage: `candour review copy RUN --confirm|--reject --reviewer NAME --reason TEXT [options]

Lets a held copy of an ad library in, or turns it away. A copy is held when it lost far more than copies of its library lose.

  --confirm       it is as the library published it: its import goes on
  --reject        it is not: nothing of it is ever shown
${COMMON_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, COPY);
    const subject = only(given, 'Name one run: candour review copy RUN --confirm|--reject.');
    if (given.flag('confirm') === given.flag('reject')) throw new Stop('Give either --confirm or --reject.');
    const decision = given.flag('confirm') ? 'confirm' : 'reject';
    return await send(given, terminal, { kind: 'held-copy', subject, decision, ...signed(given) }, (words) =>
      decision === 'confirm' ? `The copy of ${subject} is let in${words}.` : `The copy of ${subject} is turned away${words}.`,
    );
  },
};

export const reviewAdvertiserCommand: Command = {
  usage: `candour review advertiser ACCOUNT --party P --role R --source TEXT --checked-on DAY --reviewer NAME --reason TEXT [options]
candour review advertiser ACCOUNT --reject --reviewer NAME --reason TEXT [--party P] [options]

Links an advertiser to a party, with all it showed before; or says that it belongs to none, or not to the party it resembles.

  --party P       id of the party
  --role R        ${ROLES.join(', ')}
  --source TEXT   what shows that the advertiser belongs to the party
  --checked-on DAY  when that was looked at, YYYY-MM-DD
  --reject        the advertiser is not linked
${COMMON_HELP}`,
  run: async (args, terminal) => {
    const given = readOptions(args, ADVERTISER);
    const subject = only(given, 'Name one account: candour review advertiser ACCOUNT --party P ...');
    if (given.flag('reject')) {
      const stray = ['role', 'source', 'checked-on'].find((name) => given.text(name) !== null);
      if (stray !== undefined) throw new Stop(`--${stray} goes with a link to a party, and not with --reject.`);
      const party = given.text('party');
      const body = { kind: 'advertiser', subject, decision: 'reject', party, ...signed(given) };
      return await send(given, terminal, body, (words) => `${subject} is not linked to ${party ?? 'any party'}${words}.`);
    }
    const party = needed(given, 'party', 'the id of the party, or --reject');
    const role = given.choice('role', ROLES, 'national');
    needed(given, 'role', `what the account is to the party: ${ROLES.join(', ')}`);
    const source = needed(given, 'source', 'what shows that the advertiser belongs to the party');
    needed(given, 'checked-on', 'the day the source was looked at');
    const checked_on = given.day('checked-on');
    const body = { kind: 'advertiser', subject, decision: 'map', party, role, source, checked_on, ...signed(given) };
    return await send(given, terminal, body, (words) => `${subject} is linked to ${party}${words}.`);
  },
};

function only(given: Given, usage: string): string {
  const [subject, extra] = given.rest;
  if (subject === undefined || extra !== undefined) throw new Stop(usage);
  return subject;
}

function signed(given: Given): { readonly reviewer: string; readonly reason: string } {
  return {
    reviewer: needed(given, 'reviewer', 'the name of the person who decides'),
    reason: needed(given, 'reason', 'a sentence that says why'),
  };
}

async function send(given: Given, terminal: Terminal, body: object, words: (more: string) => string): Promise<ExitCode> {
  const client = await openClient(terminal, given.text('server'));
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const upload = { bytes, length: bytes.length, content_type: 'application/json' };
  const answer = await client.post('/reviews', {}, upload, reviewedSchema);
  if (!answer.ok) throw new Stop(...wordsOf(answer.problem));
  const { value } = answer;
  const run = value.run === null ? null : await client.wait(value.run, 'Working');
  if (given.flag('json')) terminal.print(JSON.stringify(value));
  else terminal.print(words(value.unchanged ? ', as it was before' : ''));
  if (run?.status === 'failed') throw new Stop(`The review is put down, and run ${run.id} failed: ${run.error ?? 'no reason given'}`);
  return 0;
}
