import { BlockList, isIP } from 'node:net';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** An address, or a network as `10.0.0.0/8`; anything else is undefined. */
function readNetwork(text: string): { address: string; bits: number } | undefined {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || address.includes('%')) return undefined;
  const most = version === 4 ? 32 : 128;
  if (bits === undefined) return { address, bits: most };
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? { address, bits: Number(bits) } : undefined;
}

export const isNetwork = (text: string): boolean => readNetwork(text) !== undefined;

/** An IPv4 caller reaches a socket of both families as `::ffff:1.2.3.4`. */
const unmapped = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Whether an address is in one of these networks. */
export function isWithin(networks: readonly string[], ip: string): boolean {
  const list = new BlockList();
  for (const { address, bits } of networks.map(readNetwork).filter((each) => each !== undefined))
    list.addSubnet(address, bits, familyOf(address));
  const address = unmapped(ip);
  return isIP(address) !== 0 && list.check(address, familyOf(address));
}

/** The same where no networks allow every address. */
export const isAllowedFrom = (networks: readonly string[], ip: string): boolean =>
  networks.length === 0 || isWithin(networks, ip);
