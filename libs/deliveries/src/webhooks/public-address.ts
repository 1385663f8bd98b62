import { BlockList, isIP } from 'node:net';

/** IPv4 that is no address of the public internet (IANA's special-purpose registry). */
const special = new BlockList();
for (const [net, prefix] of [
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
] as const) {
  special.addSubnet(net, prefix, 'ipv4');
}

/** Of IPv6 only what is routed; of that, nothing that wraps another address or is for documentation. */
const routed = new BlockList();
routed.addSubnet('2000::', 3, 'ipv6');
const wrapping = new BlockList();
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  wrapping.addSubnet(net, prefix, 'ipv6');
}

/** Whether this is an address of the public internet, where a webhook may go (reliability.md S18). */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return routed.check(address, 'ipv6') && !wrapping.check(address, 'ipv6');
    default:
      return false;
  }
};
