/** The form of a text that patterns are tried on: lower case, straight quotes, repaired characters. Quotes always come from the text itself. */

const GARBLED: readonly (readonly [RegExp, string])[] = [
  [/â€™|â€˜/g, "'"],
  [/â€œ|â€\u009d|â€\u009D|â€/g, '"'],
  [/Â(?=[\s£])/g, ''],
];

/** Folds a text for matching. Its length may differ from the text's. */
export function fold(text: string): string {
  let out = text;
  if (out.includes('â€') || out.includes('Â')) for (const [garbled, meant] of GARBLED) out = out.replace(garbled, meant);
  return out
    .replace(/[\u2018\u2019\u201B\u02BC\u00B4`]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\uFB01/g, 'fi')
    .replace(/\uFB02/g, 'fl')
    .replace(/\uFB00/g, 'ff')
    .replace(/\b(?:https?:\/\/|www\.)\S{1,500}|\b[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\/\S{0,500}/gi, 'weblink')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/\bdon't\b/g, 'do not')
    .replace(/\bdoesn't\b/g, 'does not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\b(is|are|was|were|has|have|had|did|do|does|would|could|should|must|need)n't\b/g, '$1 not')
    .replace(/\bwe're\b/g, 'we are')
    .replace(/\bwe'll\b/g, 'we will')
    .replace(/\byou're\b/g, 'you are')
    .replace(/\be-mail/g, 'email')
    .replace(/\badvertisement/g, 'advert');
}
