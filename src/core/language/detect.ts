/** Which language a text is in, by the share of its commonest words. Only English has patterns. */

const COMMON: Readonly<Record<string, readonly string[]>> = {
  en: words(
    'the of and to a in for is on that by this with you it not or be are from at as your all have we our us may will can if which any their about when',
  ),
  cy: words('y yr yn ac a i o ar ei eich ein bod am gan mae sydd gyda fel hynny neu wedi ni nid nad eu gwybodaeth rydym yw er mwyn'),
  ga: words('agus an na ar go le is i do leis de ag nó seo sin bhfuil tá chun faoi féin mar atá nach ár'),
  gd: words('agus an na air gu le is anns do leis de aig no seo sin bheil tha airson fo fhèin mar nach ar againn bho'),
  pl: words('i w na z do się nie oraz jest przez dla lub od które że są o po te ich państwa danych'),
  fr: words('le la les de des et à en un une du pour que est dans par sur vos nous votre vous ou avec'),
  de: words('der die das und in zu den von mit ist für auf wir sie ihre daten oder nicht werden eine ein im des'),
  es: words('el la los las de y en que un una para por con su sus del se o datos al es como'),
  it: words('il la i le di e in che un una per con del della dei dati si o al è come'),
  pt: words('o a os as de e em que um uma para por com do da dos seus dados ou se não'),
  ro: words('și de în la cu a pe să nu este sau din pentru care dumneavoastră datele'),
  cs: words('a v na se je k s z o které jsou nebo pro vaše údaje nejsou'),
};

const NAMES: Readonly<Record<string, string>> = {
  cy: 'Welsh',
  ga: 'Irish',
  gd: 'Scottish Gaelic',
  pl: 'Polish',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  ro: 'Romanian',
  cs: 'Czech',
};

export interface Detected {
  /** Two-letter code, or `und` where no list fits. */
  readonly code: string;
  /** The language's English name, for messages. */
  readonly name: string;
}

/** The language of a text of at least 20 words, or `null` for a shorter one. Reads at most 20,000 words. */
export function detectLanguage(text: string): Detected | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const match of text.matchAll(/\p{L}+/gu)) {
    if (++total > 20_000) break;
    const word = match[0].toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (total < 20) return null;
  const share = (list: readonly string[]) => list.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / total;
  const ranked = Object.entries(COMMON)
    .map(([code, list]) => ({ code, share: share(list) }))
    .sort((a, b) => b.share - a.share);
  const best = ranked[0];
  const english = ranked.find((r) => r.code === 'en')?.share ?? 0;
  // A list of data items has few small words, so English needs little to be believed where nothing else fits better.
  if (english >= 0.2 || (best?.code === 'en' && english >= 0.08)) return { code: 'en', name: 'English' };
  if (best && best.share >= 0.12) return { code: best.code, name: NAMES[best.code] ?? best.code };
  return { code: 'und', name: 'an unknown language' };
}

function words(list: string): readonly string[] {
  return [...new Set(list.split(' '))];
}
