/** Which part of a page is the notice: navigation, banners, pop-ups and footers go, and the block that speaks of data stays. */
import { lengthUnder, type Node, type Tag, tagsUnder, textUnder } from './tree.ts';

const DATA_WORDS =
  /\b(?:personal data|your data|personal information|your information|information about you|data about you|cookies?|e-?mail|collect|process|consent|privacy|share|retain|rights?|details)\b/gi;
const ROLES = new Set('navigation banner contentinfo search dialog alertdialog menu menubar complementary'.split(' '));
const POP_UP =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|popup|pop-up|modal|overlay|onetrust|cybot\w*|cookiebot|ccc|cc-window|lightbox|newsletter-signup)(?:$|[\s_-])|cookie-?(?:banner|bar|notice|law|message|popup)|consent-?(?:banner|bar|manager)/i;
const POP_UP_SURE =
  /cookie-?(?:banner|bar|law|popup|modal|message)|consent-?(?:banner|bar|popup|modal|manager)|(?:^|[\s_-])(?:onetrust|cookiebot|popup|pop-up)(?:$|[\s_-])/i;
const FURNITURE =
  /(?:^|[\s_-])(?:share|sharing|social|socials|social-links|follow-us|breadcrumbs?|skip-link|skip-to-content|site-header|site-footer|sidebar-links|navbar|nav-menu|menu|pagination|related|comments?)(?:$|[\s_-])/i;
const CHOICE = /\b(?:accept|agree|allow|reject|decline|refuse|got it|manage (?:cookies|preferences|choices)|cookie settings)\b/i;

/** A page with more of them than this is not marked up in any way that helps. */
const MOST_CANDIDATES = 20;

/** Drops what is not the notice and chooses the part that is. Returns the tag to read. */
export function mainContent(body: Tag): Tag {
  const kept = prune(body, lengthUnder(body), false);
  const words = dataWords(kept);
  if (words === 0) return kept;
  const named = tagsUnder(kept).filter((tag) => tag.name === 'main' || tag.name === 'article' || tag.attrs.role === 'main');
  // Four fifths of all words about data: less than that, and the notice goes on elsewhere. The innermost such block is read.
  return named.slice(0, MOST_CANDIDATES).findLast((tag) => dataWords(tag) >= 0.8 * words) ?? kept;
}

function dataWords(tag: Tag): number {
  let count = 0;
  for (const _ of textUnder(tag).matchAll(DATA_WORDS)) count++;
  return count;
}

function prune(tag: Tag, total: number, inMain: boolean): Tag {
  const children: Node[] = [];
  const within = inMain || tag.name === 'main' || tag.name === 'article';
  for (const child of tag.children) {
    if (typeof child === 'string') children.push(child);
    else if (!isFurniture(child, total, within)) children.push(prune(child, total, within));
  }
  return { ...tag, children };
}

function isFurniture(tag: Tag, total: number, inMain: boolean): boolean {
  if (tag.name === 'nav' || tag.name === 'dialog') return true;
  const role = (tag.attrs.role ?? '').toLowerCase();
  if (ROLES.has(role)) return true;
  const length = lengthUnder(tag);
  if (tag.name === 'footer') return !inMain || length < 0.3 * total;
  if (tag.name === 'header') return !inMain && length < 0.3 * total && !holdsTitle(tag);
  if (tag.name === 'aside') return length < 0.1 * total || mostlyLinks(tag);
  const names = `${tag.attrs.id ?? ''} ${tag.attrs.class ?? ''}`.slice(0, 500);
  if (names.trim() === '' || length >= 0.4 * total) return false;
  if (POP_UP_SURE.test(names)) return true;
  if (POP_UP.test(names) && CHOICE.test(buttonWords(tag))) return true;
  return FURNITURE.test(names) && (length < 120 || mostlyLinks(tag)) && !holdsTitle(tag);
}

function holdsTitle(tag: Tag): boolean {
  return tagsUnder(tag).some((t) => t.name === 'h1' && lengthUnder(t) > 0);
}

function buttonWords(tag: Tag): string {
  return tagsUnder(tag)
    .filter((t) => t.name === 'button' || t.name === 'a' || t.attrs.role === 'button')
    .slice(0, 100)
    .map((t) => textUnder(t).slice(0, 200))
    .join(' ');
}

/** More than half of the letters stand in links. */
function mostlyLinks(tag: Tag): boolean {
  const length = lengthUnder(tag);
  const linked = tagsUnder(tag)
    .filter((t) => t.name === 'a')
    .reduce((sum, a) => sum + lengthUnder(a), 0);
  return length === 0 || linked > 0.5 * length;
}
