/** Notices for tests: one sentence as a statement, and a text or page read from its words. */

import { type Statement, statementsOf } from '../../src/core/language/statement.ts';
import type { NoticeText, PracticeReading, Reading } from '../../src/core/notice.ts';
import type { PracticeId } from '../../src/core/practices.ts';
import { readNotice } from '../../src/core/read-notice.ts';
import { noticeText } from '../../src/sources/notice-page.ts';

/** Words about nothing, so that a notice is long enough to be read whole. */
export const FILLER = Array.from(
  { length: 12 },
  (_, i) => `The hall in street number ${i} opens at noon and closes in the evening on most days of the week.`,
).join(' ');

/** One sentence as a statement, with nothing round it. */
export function aStatement(sentence: string): Statement {
  const passage = { kind: 'sentence', start: 0, end: sentence.length, headings: [], lead_ins: [], block: 1 } as const;
  const text: NoticeText = { text: sentence, passages: [passage], language: 'en', title: null, problems: [] };
  const [statement] = statementsOf(text);
  if (!statement) throw new Error('no statement');
  return statement;
}

/** A notice in plain text or Markdown. */
export function plain(text: string): NoticeText {
  return noticeText(new TextEncoder().encode(text), { content_type: 'text/plain; charset=utf-8' });
}

/** A notice as HTML: the words given, inside a page. */
export function page(body: string): NoticeText {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Privacy notice</title></head><body>${body}</body></html>`;
  return noticeText(new TextEncoder().encode(html), { content_type: 'text/html; charset=utf-8' });
}

/** The reading of a long enough notice that holds these words, in Markdown. */
export function reading(words: string): Reading {
  return readNotice(
    plain(`# Privacy notice\n\nThis page is about personal data.\n\n${FILLER}\n\n${words}\n\nThe end of the page is here.\n`),
  );
}

/** What a reading answers for a practice. */
export function answer(r: Reading, practice: PracticeId): PracticeReading {
  const found = r.practices.find((p) => p.practice === practice);
  if (!found) throw new Error(`no answer for ${practice}`);
  return found;
}

/** Every practice with a stance other than absent, as `practice: stance`, in the order of the vocabulary. */
export function stances(r: Reading): string[] {
  return r.practices.filter((p) => p.stance !== 'absent').map((p) => `${p.practice}: ${p.stance}`);
}
