/** Signs that a notice, or part of it, was not read (notices.md section 6). Absence needs a notice read whole. */

import { detectLanguage } from '../../core/language/detect.ts';
import type { NoticeProblem } from '../../core/notice.ts';
import type { PracticeId } from '../../core/practices.ts';
import { wordCount } from './blocks.ts';
import type { Built } from './passages.ts';

/** What was seen of the page besides its text. `links`: words and address of each link in the part that was read. */
export interface Signs {
  readonly title: string | null;
  readonly password: boolean;
  readonly noscript: string;
  readonly scripts: string;
  readonly empty_root: boolean;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly page_links: readonly { readonly text: string; readonly href: string }[];
  readonly stops: boolean;
  /** Plain text has no markup to tell its end by. */
  readonly plain: boolean;
}

export const MIN_WORDS = 150;
/** Below this length one lost list is a large part of the notice. */
const SHORT_NOTICE = 600;
const ABOUT_DATA =
  /\b(?:personal (?:data|information|details)|your (?:data|information|details|personal)|data (?:protection|controller|about you|subject)|information (?:about you|we (?:hold|collect))|privacy (?:policy|notice|statement)|cookies?\b|we (?:collect|process|hold|use) (?:\w+ ){0,3}(?:data|information|details)|gdpr)/i;
const CHALLENGE =
  /checking (?:your|if the site) (?:browser|connection)|verify(?:ing)? (?:that )?you are (?:a )?human|just a moment\.\.\.|enable javascript and cookies to continue|ddos protection by|are you a robot|unusual traffic|attention required! \| cloudflare|access denied|request unsuccessful\. incapsula/i;
const FUNCTION_WORD =
  /(?:^|\s)(?:the|a|an|of|to|and|or|for|with|in|on|by|from|our|your|their|its|is|are|was|were|be|been|that|which|who|we|you|may|will|can|not|as|at|if|about|any|some|this|these|has|have|such|into|than)$/i;

/** All problems of a page, whole ones first. */
export function problemsOf(built: Built, signs: Signs): NoticeProblem[] {
  const words = wordCount(built.text);
  const whole = wholePage(built.text, words, signs);
  if (whole) return [whole];
  const out: NoticeProblem[] = [];
  const language = detectLanguage(built.text);
  if (language && language.code !== 'en') {
    out.push(
      problem(
        'language',
        `Most of the text is in ${language.name}, which the patterns do not know. Have it read by a person, or name the English page.`,
      ),
    );
  }
  const replaced = [...built.text.matchAll(/\uFFFD/g)].length;
  const garbled = [...built.text.matchAll(/â€|Ã[\u0080-\u00BF©¨¢ª]|Â[\u00A0£]/g)].length;
  if (replaced > 5 && replaced * 200 > built.text.length)
    out.push(problem('encoding', `${replaced} characters could not be decoded. Save the page again with its own character set.`));
  else if (garbled > 20 && garbled * 200 > built.text.length)
    out.push(problem('encoding', `${garbled} characters are garbled. Save the page again with its own character set.`));
  const lost = built.lost;
  if (lost.length >= 2 || (lost.length === 1 && words < SHORT_NOTICE)) {
    out.push(
      problem(
        'lists-lost',
        `${lost.length} of the page's lists are missing; the first should follow "${clip(lost[0] ?? '')}". Save the page with its lists.`,
      ),
    );
  }
  const end = cut(built, signs);
  if (end !== null) out.push(problem('cut', `The text stops in the middle: "${clip(end)}". Save the whole page.`));
  if (built.empty.length >= 3) {
    out.push(
      problem(
        'collapsed',
        `${built.empty.length} headings have nothing under them, the first is "${clip(built.empty[0] ?? '')}". Save the page with its panels open.`,
      ),
    );
  }
  out.push(...pointers(built, signs));
  return out;
}

function wholePage(text: string, words: number, signs: Signs): NoticeProblem | null {
  const title = signs.title ?? '';
  if (
    words < 250 &&
    (CHALLENGE.test(text) ||
      CHALLENGE.test(title) ||
      CHALLENGE.test(signs.noscript) ||
      (words < MIN_WORDS && /cf-chl|challenge-platform|_Incapsula_/.test(signs.scripts)))
  ) {
    return problem('bot-challenge', 'The page is a check against robots and not the notice. Save it from a browser.');
  }
  if (words < MIN_WORDS) {
    if (signs.password) return problem('login', 'The page asks for a password and shows little else. Save the public page.');
    const pdf = signs.page_links.find((l) => /\.pdf(?:$|[?#])/i.test(l.href) && /privacy|policy|notice|data/i.test(`${l.text} ${l.href}`));
    if (pdf)
      return problem('pdf-only', `The page holds little text and a link to a PDF ("${clip(pdf.text)}"). Read the PDF's text instead.`);
    if (
      signs.empty_root ||
      /enable javascript|javascript (?:is )?(?:required|disabled)|requires javascript/i.test(`${signs.noscript} ${text}`)
    ) {
      return problem(
        'script-only',
        `The page shows its text only when its scripts run (${words} words without them). Save it from a browser.`,
      );
    }
  }
  const own = signs.links.filter((l) => /privacy|policy|notice|data protection|cookies/i.test(l.text));
  const linked = signs.links.reduce((sum, l) => sum + wordCount(l.text), 0);
  if (words < 300 && own.length >= 3 && linked > 0.4 * words)
    return problem('hub', `The page is a list of ${own.length} notices with little text of its own. Name the notices instead.`);
  if (words > 0 && !ABOUT_DATA.test(text))
    return problem('not-a-notice', 'No sentence of the page is about personal data. Check the address.');
  if (words < MIN_WORDS)
    return problem('too-short', `The page has ${words} words; fewer than ${MIN_WORDS} are too few to conclude from silence.`);
  return null;
}

/** The words the text stops at, or `null` where it ends properly. */
function cut(built: Built, signs: Signs): string | null {
  const last = built.passages.at(-1);
  if (!last) return null;
  const text = built.text.slice(last.start, last.end);
  if (signs.stops) return text;
  const open = FUNCTION_WORD.test(text) || /[,(]$/.test(text);
  if (open) return text;
  return signs.plain && last.kind === 'sentence' && wordCount(text) >= 5 && !/[.!?:)"'’”\d]$/.test(text) && !/@|www\.|https?:/.test(text)
    ? text
    : null;
}

const SUBJECTS: readonly (readonly [RegExp, RegExp, readonly PracticeId[]])[] = [
  [/\bcookies?\b.{0,20}\b(?:policy|notice|statement|page)\b/i, /\bcookies?\b/i, ['website-retargeting']],
  [/\b(?:retention|records?) (?:policy|schedule)\b/i, /\bretention|how long\b/i, ['retention']],
  [
    /\b(?:your|data) rights\b.{0,20}\b(?:policy|notice|page|guide)\b/i,
    /\brights\b/i,
    ['data-rights', 'right-to-object', 'consent-withdrawal', 'complaint-route'],
  ],
  [
    /\bprofiling (?:policy|notice|statement)\b/i,
    /\bprofiling\b/i,
    ['profiling', 'data-combination', 'inferred-characteristics', 'automated-decisions'],
  ],
];

/** Links to another page for a subject that this page has no section on. */
function pointers(built: Built, signs: Signs): NoticeProblem[] {
  const headings = built.passages.filter((p) => p.kind === 'heading').map((p) => built.text.slice(p.start, p.end));
  const out: NoticeProblem[] = [];
  for (const [points, section, practices] of SUBJECTS) {
    const link = signs.links.find((l) => points.test(l.text) && !l.href.startsWith('#') && l.href !== '');
    if (!link || headings.some((h) => section.test(h))) continue;
    out.push({
      code: 'pointer',
      scope: 'part',
      practices,
      message: `The page points to "${clip(link.text)}", which was not read. Add that page to the notice.`,
    });
  }
  return out;
}

/** A problem of the whole notice: nothing may be called absent. */
export function problem(code: string, message: string): NoticeProblem {
  return { code, scope: 'whole', practices: [], message };
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
