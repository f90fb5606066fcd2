/** Which addresses a collector may ask: its own hosts over https, and in tests a server on this machine. */
import { FetchProblem } from './problem.ts';

/** Where a collector may go. */
export interface Allowed {
  /** Hosts, with the port where it is not the scheme's own: `graph.facebook.com`, `127.0.0.1:4123`. */
  readonly hosts: readonly string[];
  /** True lets `http:` and any port through for hosts of this machine, which tests use. */
  readonly loopback: boolean;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True for an origin of this machine: the only kind that may stand in for a library's own. */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && LOOPBACK.includes(url.hostname);
}

/** The address, made canonical; throws `FetchProblem` before anything is sent. `base` is what a redirect is relative to. */
export function checkedAddress(address: string, allowed: Allowed, base?: URL): URL {
  const url = URL.parse(address, base);
  if (url === null) throw new FetchProblem('address', 'What the server points at is not an address.');
  if (url.username !== '' || url.password !== '')
    throw new FetchProblem('address', 'The address holds a user name; such addresses are not asked.');
  const local = allowed.loopback && LOOPBACK.includes(url.hostname);
  if (url.protocol !== 'https:' && !local) {
    throw new FetchProblem('address', `Only https addresses are asked, and this one begins with ${url.protocol}`);
  }
  // `host` names the port only where it is not 443: no other port passes unless the list says so.
  if (!allowed.hosts.includes(url.host)) {
    throw new FetchProblem('address', `The host ${url.host} is not one that this collector asks (${allowed.hosts.join(', ')}).`);
  }
  return url;
}
