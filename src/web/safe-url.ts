/** The one gate for addresses that come from data: nothing else may stand in an `href` or `src`. */

/** The address in its normal form, or `null` where it is not http or https, holds a name or password, or is no address at all. */
export function safeUrl(text: string | null | undefined): string | null {
  if (!text) return null;
  try {
    const url = new URL(text);
    const web = url.protocol === 'https:' || url.protocol === 'http:';
    return web && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** An address of this site as a list gives it (`/ads?after=...`), or `null` where it leads elsewhere. */
export function ownAddress(text: string | null): string | null {
  if (text === null) return null;
  const base = 'https://candour.invalid';
  try {
    const url = new URL(text, base);
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : null;
  } catch {
    return null;
  }
}
