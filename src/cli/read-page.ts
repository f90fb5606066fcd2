/** Reads a page into its answer for every practice: the one way from bytes to a reading that `read` and `check` share. */
import type { Reading } from '../core/notice.ts';
import { readNotice } from '../core/read-notice.ts';
import { noticeText } from '../sources/notice-page.ts';
import type { Page } from './page.ts';

/** The reading of a page; `lang` stands in for the language that the page does not give. */
export function readPage(page: Page, lang: string | null): Reading {
  const text = noticeText(page.bytes, { content_type: page.content_type });
  return readNotice(text.language === null ? { ...text, language: lang } : text);
}
