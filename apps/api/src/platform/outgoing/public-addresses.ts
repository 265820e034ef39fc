import { isIP } from 'node:net';
import { isWithin } from './networks.js';

/** IANA's registry of special-purpose IPv4 addresses, with multicast and what is reserved. */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of IPv6 only global unicast is public at all; within it, what is set aside or carries an IPv4 address inside. */
const PUBLIC_6 = ['2000::/3'];
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

/**
 * Whether an address is one of the open internet. Mapped, translated and tunnelled forms of IPv4 are not: they are ways to
 * name a private machine by another name, and no honest target needs them.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !isWithin(NOT_PUBLIC_4, address);
  if (version === 6 && !/^::ffff:/i.test(address))
    return isWithin(PUBLIC_6, address) && !isWithin(NOT_PUBLIC_6, address);
  return false;
}
