/** What is collected, from the Worker's variables and secrets. Without them nothing is. */
import { type Allowed, isLoopback } from './address.ts';

export interface CollectEnv {
  /** `on`: the Google bundle. */
  readonly COLLECT_GOOGLE?: string | undefined;
  /** Years of the Snapchat library: `2024,2025,2026`. */
  readonly COLLECT_SNAPCHAT_YEARS?: string | undefined;
  /** The country whose political ads are asked for: `GB`. Needs `META_TOKEN`. */
  readonly COLLECT_META_COUNTRY?: string | undefined;
  /** A secret: a token of a person whom Meta has verified. It lasts about 60 days. */
  readonly META_TOKEN?: string | undefined;
  /** Stand-ins for the libraries' servers, on this machine only: for tests. */
  readonly COLLECT_ORIGIN_META?: string | undefined;
  readonly COLLECT_ORIGIN_STORAGE?: string | undefined;
}

/** A server, and where its collector may go. */
export interface Server extends Allowed {
  readonly origin: string;
}

/** Whether a collector is on, what it collects, and what is wrong with its settings. */
export type Configured =
  | { readonly on: false; readonly problem: string | null }
  | { readonly on: true; readonly keys: readonly string[]; readonly server: Server };

/** Snapchat's library begins with this year. https://www.snap.com/political-ads */
const FIRST_YEAR = 2018;

export function configuredGoogle(env: CollectEnv): Configured {
  const value = (env.COLLECT_GOOGLE ?? '').trim();
  if (value === '' || value === 'off') return { on: false, problem: null };
  if (value !== 'on') return { on: false, problem: `COLLECT_GOOGLE is “${value}”. Set it to “on”, or leave it out.` };
  return at(env.COLLECT_ORIGIN_STORAGE, 'COLLECT_ORIGIN_STORAGE', 'storage.googleapis.com', ['bundle']);
}

export function configuredSnapchat(env: CollectEnv): Configured {
  const years = (env.COLLECT_SNAPCHAT_YEARS ?? '').split(',').map((year) => year.trim());
  const given = [...new Set(years.filter((year) => year !== ''))];
  if (given.length === 0) return { on: false, problem: null };
  const wrong = given.find((year) => !/^20\d\d$/.test(year) || Number(year) < FIRST_YEAR);
  if (wrong !== undefined) {
    return { on: false, problem: `COLLECT_SNAPCHAT_YEARS holds “${wrong}”. Give years from ${FIRST_YEAR} on, with commas between them.` };
  }
  return at(env.COLLECT_ORIGIN_STORAGE, 'COLLECT_ORIGIN_STORAGE', 'storage.googleapis.com', given);
}

export function configuredMeta(env: CollectEnv): Configured {
  const country = (env.COLLECT_META_COUNTRY ?? '').trim();
  const token = (env.META_TOKEN ?? '').trim();
  if (country === '' && token === '') return { on: false, problem: null };
  if (country === '')
    return { on: false, problem: 'META_TOKEN is set and COLLECT_META_COUNTRY is not. Name the country, for example “GB”.' };
  if (!/^[A-Z]{2}$/.test(country))
    return { on: false, problem: `COLLECT_META_COUNTRY is “${country}”. Give two capital letters, for example “GB”.` };
  if (token === '') {
    return { on: false, problem: 'COLLECT_META_COUNTRY is set and META_TOKEN is not. Store one with `wrangler secret put META_TOKEN`.' };
  }
  return at(env.COLLECT_ORIGIN_META, 'COLLECT_ORIGIN_META', 'graph.facebook.com', [country]);
}

function at(other: string | undefined, variable: string, host: string, keys: readonly string[]): Configured {
  const origin = (other ?? '').trim();
  if (origin === '') return { on: true, keys, server: { origin: `https://${host}`, hosts: [host], loopback: false } };
  const url = isLoopback(origin) ? URL.parse(origin) : null;
  if (!url) return { on: false, problem: `${variable} is for tests only, and takes a server of this machine: http://127.0.0.1:<port>.` };
  return { on: true, keys, server: { origin: url.origin, hosts: [url.host], loopback: true } };
}
