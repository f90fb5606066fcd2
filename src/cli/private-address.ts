/** Tells addresses of private, local and reserved networks, which are never fetched on somebody's behalf. */
import { BlockList, isIP } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry and its IPv6 twin. */
const RESERVED: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Every IPv6 address outside the global block 2000::/3, IPv4 in IPv6 clothes among them.
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  // Ways round through the global block: documentation, Teredo, 6to4.
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

/** One list a family: a list of both takes every IPv4 address for one in IPv6 clothes. */
const blocks = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix, family] of RESERVED) blocks[family].addSubnet(net, prefix, family);

/** True for an address of a reserved network, and for the names of this machine. A name that needs looking up is not an address: false. */
export function isPrivateAddress(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const version = isIP(name);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  return blocks[family].check(name, family);
}
