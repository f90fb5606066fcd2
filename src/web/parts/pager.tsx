/** The way to the next page of a list. */
import { ownAddress } from '../safe-url.ts';

/** `next` is an address of this site or null; one that leads elsewhere is not linked. */
export function Pager({ next, first }: { readonly next: string | null; readonly first: string }) {
  const address = ownAddress(next);
  if (address === null) return <p class="pager soft">End of the list.</p>;
  return (
    <nav class="pager" aria-label="Pages of the list">
      <a href={address} rel="next">
        Next page
      </a>{' '}
      <a href={first}>First page</a>
    </nav>
  );
}
