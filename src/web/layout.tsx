/** The page around every page: head, masthead, the banner of the demo world, navigation and foot. No script, no inline style. */
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Site } from './endpoint.ts';
import { instant } from './figures.ts';
import { Sprite } from './marks.tsx';

export interface LayoutProps {
  /** Without the name of the site. */
  readonly title: string;
  readonly description: string;
  /** Path of the page, for the mark in the navigation. */
  readonly path: string;
  readonly site: Site;
  /** Address of the same record as JSON; `null` where there is none. */
  readonly json: string | null;
  readonly children: Child;
}

const NAVIGATION = [
  ['/', 'Parties'],
  ['/findings', 'Findings'],
  ['/ads', 'Ads'],
  ['/advertisers', 'Advertisers'],
  ['/revisions', 'Revisions'],
  ['/coverage', 'Coverage'],
  ['/rules', 'Rules'],
  ['/method', 'Method'],
  ['/api', 'API'],
] as const;

/** A whole document. The page gives the one `h1`. */
export function Layout({ title, description, path, site, json, children }: LayoutProps) {
  const demo = site.world === 'demo';
  return html`<!doctype html>${(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Candour${demo ? ' (demonstration)' : ''}`}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        {demo ? <meta name="robots" content="noindex" /> : null}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/candour.css" />
        {json ? <link rel="alternate" type="application/json" href={json} /> : null}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <Sprite />
        {demo ? <DemoBanner /> : null}
        <Masthead path={path} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Foot site={site} json={json} />
      </body>
    </html>
  )}`;
}

function DemoBanner() {
  return (
    <aside class="demo" aria-label="Demonstration">
      <p>
        <strong>These parties do not exist.</strong> Every party, advert, declaration and notice here is invented. Questions and answers are
        made as for real ones.
      </p>
    </aside>
  );
}

function Masthead({ path }: { readonly path: string }) {
  return (
    <header class="masthead">
      <div class="masthead-in">
        <a class="wordmark" href="/">
          <svg class="logo" aria-hidden="true" focusable="false" width="30" height="16" viewBox="0 0 30 16">
            <circle cx="7" cy="8" r="6" fill="currentColor" />
            <path d="M17.9 2.9h10.200v10.200h-10.200z" fill="none" stroke="currentColor" stroke-width="1.8" />
          </svg>
          Candour
        </a>
        <nav aria-label="Main">
          <ul>
            {NAVIGATION.map(([href, name]) => (
              <li>
                <a href={href} aria-current={current(href, path)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function current(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  const under = href === '/' ? path.startsWith('/parties/') : path.startsWith(`${href}/`);
  return under ? 'true' : undefined;
}

function Foot({ site, json }: { readonly site: Site; readonly json: string | null }) {
  return (
    <footer class="foot">
      <div class="foot-in">
        <p>
          Candour puts what ad libraries show, what parties declare and what parties tell the public side by side. It describes evidence. It
          is independent: no party, platform or public body runs it.
        </p>
        <ul>
          <li>
            <a href="/method">How answers are made</a>
          </li>
          <li>
            <a href="/method#cannot-tell">What cannot be told</a>
          </li>
          {json ? (
            <li>
              <a href={json}>This page as JSON</a>
            </li>
          ) : null}
          <li>
            <a href="/api">All data, no account needed</a>
          </li>
        </ul>
        <p class="foot-date">
          Data as of <time datetime={site.as_of}>{instant(site.as_of)}</time>, revision {site.revision}
          {site.world === 'demo' ? '. Demonstration: nothing here is real.' : '.'}
        </p>
      </div>
    </footer>
  );
}
