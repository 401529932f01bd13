import { BlockList, isIP } from 'node:net';

/**
 * Addresses that do not belong to a machine on the internet: IANA's special-purpose registries. Whatever a person
 * makes Kring send must not go there, for there is what only the inside may ask.
 */
const v4 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  v4.addSubnet(net, bits, 'ipv4');

/** Of IPv6 only global unicast is public, and of that not what carries an IPv4 address inside, or is for papers. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const v6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  v6.addSubnet(net, bits, 'ipv6');

/** Also true for what is no address at all. */
export function isPrivateAddress(address: string): boolean {
  const [plain = ''] = address.split('%');
  switch (isIP(plain)) {
    case 4:
      return v4.check(plain, 'ipv4');
    case 6:
      return !global.check(plain, 'ipv6') || v6.check(plain, 'ipv6');
    default:
      return true;
  }
}
