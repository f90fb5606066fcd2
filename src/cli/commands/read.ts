/** `candour read`: reads notices offline and prints what each says of every practice. Nothing is sent or stored. */
import { resolve } from 'node:path';
import type { Disclosure, Reading } from '../../core/notice.ts';
import type { Command } from '../command.ts';
import { type OptionTable, readOptions } from '../options.ts';
import { getPage, isWebAddress } from '../page.ts';
import { readPage } from '../read-page.ts';
import { type ExitCode, Stop } from '../terminal.ts';

/** Languages that the reader has patterns for. */
const LANGUAGES = ['en'] as const;

const OPTIONS = { lang: { type: 'string' } } as const satisfies OptionTable;

export const readCommand: Command = {
  usage: `candour read FILE|URL... [options]

Reads notices (HTML, or text with Markdown headings, lists and tables) and prints one JSON object a line for each, with every practice
once. Nothing is stored. A page of the web is fetched within bounds: 5 MB, 20 seconds, five redirects, public addresses only.

  --lang L        the language of a page that does not give its own: ${LANGUAGES.join(', ')}`,
  run: async (args, terminal) => {
    const given = readOptions(args, OPTIONS);
    const lang = given.text('lang') === null ? null : given.choice('lang', LANGUAGES, 'en');
    if (given.rest.length === 0) throw new Stop('Name at least one notice: candour read FILE|URL...');
    let code: ExitCode = 0;
    for (const name of given.rest) {
      try {
        const page = await getPage(isWebAddress(name) ? name : resolve(terminal.cwd, name));
        terminal.print(JSON.stringify(noticeRecord(name, readPage(page, lang))));
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        for (const line of error.lines) terminal.note(line);
        code = 2;
      }
    }
    return code;
  },
};

/** One line of output: fixed keys, others rely on them. */
function noticeRecord(file: string, { practices, language, words, problems }: Reading) {
  return {
    file,
    practices: practices.map((it) => ({
      practice: it.practice,
      stance: it.stance,
      contradiction: it.contradiction,
      disclosures: it.disclosures.map(disclosureRecord),
    })),
    reading: { language, words, problems },
  };
}

function disclosureRecord({ quote, stance, heading, lead_in, start, end, pattern, reason, limit, audience, details }: Disclosure) {
  return { quote, stance, heading, lead_in, start, end, pattern, reason, limit, audience, details };
}
