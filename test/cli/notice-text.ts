/** An invented privacy notice, long enough to be read whole. */

const PARAGRAPHS = [
  'The Thistledown Party is the controller of the personal data described here. You can write to us at our office at any time, and we answer every letter.',
  'We receive the electoral register from the council. We use it to know who may vote in each street, and to send our leaflets to every household in it.',
  'When you sign one of our petitions we keep your name and your email address, so that we can tell you what became of the petition in the months after.',
  'We keep the answers that you give on the doorstep for two years after the election, and then we destroy them. Our printers post the leaflets for us.',
  'You have the right to see what we hold about you, to have it corrected, and to object to direct marketing. You can complain to the Information Commissioner about us.',
  'We rely on our legitimate interests in talking with voters. Our office holds the balance that we made of these interests, and you may ask to read it.',
  'This page was written for everybody who lives in our area. If anything in it is not clear to you, ask us and we will explain it in other words.',
];

/** The notice as a page, with `more` as further paragraphs. */
export function noticePage(more: readonly string[] = []): string {
  const body = [...PARAGRAPHS, ...more].map((it) => `<p>${it}</p>`).join('\n');
  return `<!doctype html>\n<html lang="en"><head><title>Privacy notice</title></head>\n<body><main><h1>Privacy notice</h1>\n${body}\n</main></body></html>\n`;
}
