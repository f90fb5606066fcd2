/** One page of `ads_archive`: its ads as they came, without tokens, one line each, and the cursor of the page after it. */

export interface MetaPage {
  readonly ads: readonly MetaAd[];
  /** `null` at the end of the list. */
  readonly after: string | null;
}

export interface MetaAd {
  /** `null` where the record has none; its row will be refused by the import, and is counted there. */
  readonly id: string | null;
  /** JSON, without a line end. */
  readonly line: string;
}

/** What stands in a text in place of a token that was cut out. */
const CUT = 'access_token_removed';
/** Also where the address is itself a parameter of another one. */
const TOKEN = /access_token(?:=|%3D)[^&\s"'<>]*/gi;

/** The page in an answer of the API; `null` where the answer is no page. `token` is ours, which must not stand in what is kept. */
export function pageOf(answer: unknown, token: string): MetaPage | null {
  if (!isRecord(answer) || !Array.isArray(answer.data)) return null;
  const ads = answer.data.map((ad) => adOf(ad, token));
  const paging = answer.paging;
  if (ads.length === 0 || !isRecord(paging) || typeof paging.next !== 'string') return { ads, after: null };
  const cursors = paging.cursors;
  const after = isRecord(cursors) && typeof cursors.after === 'string' ? cursors.after : null;
  // `next` holds the token: only its cursor is taken, and only where it stands nowhere else.
  return { ads, after: after ?? URL.parse(paging.next)?.searchParams.get('after') ?? null };
}

/** JSON whose whole numbers lose no digit: an id that comes as a number too large for one becomes the text of its digits. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? (context?.source ?? String(value)) : value,
  );
}

function adOf(ad: unknown, token: string): MetaAd {
  const id = isRecord(ad) ? (ad.id ?? ad._id) : null;
  const line = JSON.stringify(ad, (key, value: unknown) => {
    // A link with the caller's token, good for that caller only. The link for readers is made from the id.
    if (key === 'ad_snapshot_url') return undefined;
    return typeof value === 'string' ? withoutTokens(value, token) : value;
  });
  return { id: typeof id === 'string' && id !== '' ? id : null, line };
}

function withoutTokens(text: string, token: string): string {
  const cut = text.replace(TOKEN, CUT);
  return token === '' ? cut : cut.replaceAll(token, CUT);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
