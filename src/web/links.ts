/** Addresses of this site, made from ids. Ids may hold slashes and colons; everything else is escaped. */

/** An id as the part of a path that it fills. */
export function segment(id: string): string {
  return id.split('/').map(encoded).join('/');
}

function encoded(text: string): string {
  // A lone surrogate cannot be escaped: it is replaced, as the browser would do it. A segment of dots alone would climb.
  const part = encodeURIComponent(text.toWellFormed()).replaceAll('%3A', ':');
  return /^\.+$/.test(part) ? part.replaceAll('.', '%2E') : part;
}

export const partyPath = (party: string): string => `/parties/${segment(party)}`;
export const practicePath = (party: string, practice: string): string => `${partyPath(party)}#practice-${practice}`;
export const findingPath = (id: string): string => `/findings/${segment(id)}`;
export const adPath = (id: string): string => `/ads/${segment(id)}`;
export const revisionsPath = (query: Readonly<Record<string, string | null | undefined>>): string => withQuery('/revisions', query);
export const rulePath = (id: string): string => `/rules/${segment(id)}`;

/** One declaration, in one version where it is given. */
export function declarationPath(id: string, version?: number): string {
  return version === undefined ? `/declarations/${segment(id)}` : `/declarations/${segment(id)}?version=${version}`;
}

/** A notice; the snapshot captured at an instant; the passage that starts at an offset. */
export function noticePath(notice: string, captured_at?: string, start?: number): string {
  const snapshot = captured_at === undefined ? '' : `?${new URLSearchParams({ snapshot: captured_at })}`;
  return `/notices/${segment(notice)}${snapshot}${start === undefined ? '' : `#at-${start}`}`;
}

/** A path with a query; empty and missing values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  const text = asked.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Where the same record is as JSON. */
export const jsonTwin = (path: string): string => `/api/v1${path}`;

/** The page of a platform's library that is nearest to an ad: the ad itself where the library has an address for it. */
export function libraryUrl(platform: string, libraryId: string): string | null {
  switch (platform) {
    case 'meta':
      return `https://www.facebook.com/ads/library/?${new URLSearchParams({ id: libraryId })}`;
    case 'google':
      return 'https://adstransparency.google.com/political';
    case 'snapchat':
      return 'https://www.snap.com/political-ads';
    default:
      return null;
  }
}
