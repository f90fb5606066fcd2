/** Pieces that pages share: days, names, regions that scroll by themselves, lists of facts, links to other sites. */
import type { Child } from 'hono/jsx';
import { day, instant } from './figures.ts';
import { safeUrl } from './safe-url.ts';

/** A day, readable by machines too. */
export function Day({ on }: { readonly on: string }) {
  return <time datetime={on.slice(0, 10)}>{day(on)}</time>;
}

/** An instant in UTC. */
export function At({ instant: text }: { readonly instant: string }) {
  return <time datetime={text}>{instant(text)}</time>;
}

/** A name or a text from outside, in its own direction of writing. */
export function Name({ children }: { readonly children: string }) {
  return <bdi>{children.trim() === '' ? '(no name given)' : children}</bdi>;
}

/** A region wider than the page may be: it scrolls by itself, by keyboard too (WCAG 2.1.1), and has a name. */
export function Scroll({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <section class="scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}

/** A table that becomes cards on a narrow screen: cells say their column's name there. Roles keep it a table for screen readers. */
export function Cards({
  caption,
  heads,
  children,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: Child;
}) {
  return (
    <table class="cards" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({ id, children }: { readonly id?: string; readonly children: Child }) {
  return (
    <tr role="row" id={id}>
      {children}
    </tr>
  );
}

/** A cell of `Cards`; `label` is its column's name. */
export function Cell({ label, number, children }: { readonly label: string; readonly number?: boolean; readonly children: Child }) {
  return (
    <td role="cell" data-label={label} class={number ? 'number' : undefined}>
      <div>{children}</div>
    </td>
  );
}

/** The cell that names its row. */
export function Head({ children }: { readonly children: Child }) {
  return (
    <th scope="row" role="rowheader">
      {children}
    </th>
  );
}

/** Facts as a list of terms. A fact with nothing to say is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A link out of the site, or the bare text where the address is not one that may be linked. */
export function Outside({ href, children }: { readonly href: string | null | undefined; readonly children: Child }) {
  const url = safeUrl(href);
  if (url === null) return <span>{children}</span>;
  return (
    <a href={url} rel="external noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** A hash that can be read out and compared: whole, in small type, breaking anywhere. */
export function Hash({ of }: { readonly of: string }) {
  return <code class="hash">{of}</code>;
}
